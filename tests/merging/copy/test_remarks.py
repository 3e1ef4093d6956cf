"""Comments hang on the piece whose words they mark, with their answers."""

from __future__ import annotations

from exporter.merging.copy.view import Remark
from tests.merging.copy.copies import body, change, hand_made, p, piece, r, read

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
ADA, DATE = "Ada Munk", "2026-05-12T09:00:00Z"


def comment(number: int, *lines: str, para: str = "", author: str = ADA, date: str = DATE) -> str:
    known = f' w14:paraId="{para}"' if para else ""
    inner = "".join(f"<w:p{known}>{r(line)}</w:p>" for line in lines)
    return f'<w:comment w:id="{number}" w:author="{author}" w:date="{date}">{inner}</w:comment>'


def comments(*content: str) -> str:
    return f'<w:comments xmlns:w="{W}" xmlns:w14="{W14}">{"".join(content)}</w:comments>'


def marked(number: int, *content: str) -> str:
    start, end = (f'<w:commentRange{side} w:id="{number}"/>' for side in ("Start", "End"))
    return f'{start}{"".join(content)}{end}<w:r><w:commentReference w:id="{number}"/></w:r>'


def test_a_comment_has_its_piece_and_the_words_that_it_marks() -> None:
    text = p(piece("p1", r("It was "), marked(0, r("twelve "), change("del", r("thousand ")), r("tonnes")), r(".")))
    copy = body(text, comments=comments(comment(0, "Is this right?", "I doubt it.")))
    assert copy.remarks == (Remark(ADA, DATE, "Is this right?\nI doubt it.", "p1", "twelve tonnes"),)


def test_a_comment_over_two_paragraphs_hangs_on_the_first() -> None:
    start, end = '<w:commentRangeStart w:id="0"/>', '<w:commentRangeEnd w:id="0"/>'
    text = p(piece("p1", start, r("One."))), p(piece("p2", r("Two."), end))
    assert body(*text, comments=comments(comment(0, "Both."))).remarks == (Remark(ADA, DATE, "Both.", "p1", "One. Two."),)


def test_a_comment_that_marks_nothing_hangs_where_it_stands() -> None:
    text = p(piece("p1", r("One."), '<w:r><w:commentReference w:id="0"/></w:r>'))
    assert body(text, comments=comments(comment(0, "Here."))).remarks == (Remark(ADA, DATE, "Here.", "p1"),)


def test_a_comment_that_stands_nowhere_is_kept() -> None:
    assert body(p(r("a")), comments=comments(comment(0, "Lost."))).remarks == (Remark(ADA, DATE, "Lost.", ""),)


def test_a_comment_in_a_note_hangs_on_the_piece_there() -> None:
    inner = p(piece("p9", marked(0, r("Old."))), style="FootnoteText")
    part = f'<w:footnotes xmlns:w="{W}"><w:footnote w:id="1">{inner}</w:footnote></w:footnotes>'
    copy = body(p(r("a"), '<w:r><w:footnoteReference w:id="1"/></w:r>'), footnotes=part, comments=comments(comment(0, "?")))
    assert copy.remarks == (Remark(ADA, DATE, "?", "p9", "Old."),)


def test_a_date_without_a_year_is_none() -> None:
    copy = body(p(marked(0, r("a"))), comments=comments(comment(0, "?", date="0-00-00T00:00:00Z")))
    assert [remark.date for remark in copy.remarks] == [""]


def test_answers_stand_under_what_they_answer_and_a_thread_may_be_done() -> None:
    extended = (
        f'<w15:commentsEx xmlns:w15="{W15}"><w15:commentEx w15:paraId="0A" w15:done="1"/>'
        '<w15:commentEx w15:paraId="0B" w15:paraIdParent="0A" w15:done="1"/></w15:commentsEx>'
    )
    content = comments(comment(0, "Right?", para="0A"), comment(1, "Yes.", para="0B", author="Ines Calder"))
    text = p(piece("p1", marked(0, marked(1, r("twelve")))))
    data = hand_made(text, {"comments": content, "commentsExtended": extended})
    answer = Remark("Ines Calder", DATE, "Yes.", "p1", "twelve", done=True)
    assert read(data).remarks == (Remark(ADA, DATE, "Right?", "p1", "twelve", (answer,), done=True),)


def test_comments_that_answer_each_other_are_kept_once() -> None:
    extended = (
        f'<w15:commentsEx xmlns:w15="{W15}"><w15:commentEx w15:paraId="0A" w15:paraIdParent="0B"/>'
        '<w15:commentEx w15:paraId="0B" w15:paraIdParent="0A"/></w15:commentsEx>'
    )
    content = comments(comment(0, "One.", para="0A"), comment(1, "Two.", para="0B"))
    found = read(hand_made(p(r("a")), {"comments": content, "commentsExtended": extended})).remarks
    assert sorted(_all(found)) == ["One.", "Two."]


def _all(remarks: tuple[Remark, ...]) -> list[str]:
    return [text for remark in remarks for text in (remark.text, *_all(remark.replies))]
