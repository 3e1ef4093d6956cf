"""Tracked changes as Word writes them (ISO/IEC 29500-1, 17.13.5): both views of one file, and who changed what."""

from __future__ import annotations

from exporter.merging.copy.view import Copy, Revision
from tests.merging.copy.copies import body, change, p, piece, r, told

INSERTED, DELETED, MOVED, FORMATTED = (
    Revision(kind, "Ada Munk", "2026-05-12T09:00:00Z") for kind in ("inserted", "deleted", "moved", "formatted")
)


def views(copy: Copy) -> tuple[list[str], list[str]]:
    return told(copy.final), told(copy.original)


def revisions(copy: Copy) -> list[tuple[Revision, ...]]:
    return [paragraph.revisions for paragraph in copy.final.body]


def test_what_was_typed_and_what_was_deleted_is_in_one_view_each() -> None:
    copy = body(p(piece("p1", r("It was "), change("del", r("twelve")), change("ins", r("thirteen")), r(" tonnes."))))
    assert views(copy) == (["p1: It was thirteen tonnes."], ["p1: It was twelve tonnes."])
    assert revisions(copy) == [(DELETED, INSERTED)]


def test_deleted_words_stand_in_a_text_of_their_own() -> None:
    deleted = change("del", "<w:r><w:delText>twelve</w:delText></w:r>")
    assert views(body(p(piece("p1", r("It was "), deleted)))) == (["p1: It was"], ["p1: It was twelve"])


def test_what_was_typed_and_deleted_by_another_is_in_no_view() -> None:
    nested = change("ins", r("so "), change("del", r("very "), author="Ines Calder"))
    assert views(body(p(piece("p1", nested, r("old"))))) == (["p1: so old"], ["p1: old"])


def test_a_new_paragraph_is_whole_in_the_final_text_alone() -> None:
    new = p(change("ins", r("New.")), mark=change("ins"))
    copy = body(p(piece("p1", r("One."))), new, p(piece("p2", r("Two."))))
    assert views(copy) == (["p1: One.", ": New.", "p2: Two."], ["p1: One.", "p2: Two."])
    assert revisions(copy) == [(), (INSERTED,), ()]


def test_a_deleted_paragraph_leaves_neither_its_id_nor_its_change_on_the_next() -> None:
    gone = p(piece("p1", change("del", r("One."))), mark=change("del"))
    copy = body(gone, p(piece("p2", r("Two."))))
    assert views(copy) == (["p2: Two."], ["p1: One.", "p2: Two."])
    assert revisions(copy) == [()]
    assert [paragraph.revisions for paragraph in copy.original.body] == [(DELETED,), ()]


def test_a_deleted_paragraph_whose_bookmark_ends_in_the_next_leaves_no_id_there() -> None:
    start, end = '<w:bookmarkStart w:id="1" w:name="_pr_p1"/>', '<w:bookmarkEnd w:id="1"/>'
    gone = p(start, change("del", r("One.")), mark=change("del"))
    assert told(body(gone, p(end, piece("p2", r("Two.")))).final) == ["p2: Two."]


def test_a_paragraph_that_has_the_style_of_a_deleted_one_before_it_says_so() -> None:
    gone = p(piece("p1", change("del", r("One."))), mark=change("del"), style="Quote")
    for style, expected in (("Quote", [True, False]), ("BodyText", [False, False])):
        copy = body(gone, p(piece("p2", r("Two.")), style=style), p(r("Three."), style=style))
        assert [paragraph.has_style_of_deleted for paragraph in copy.final.body] == expected
        assert [paragraph.has_style_of_deleted for paragraph in copy.original.body] == [False, *expected]


def test_a_paragraph_behind_several_deleted_ones_may_have_the_style_of_the_first() -> None:
    first = p(change("del", r("One.")), mark=change("del"), style="Quote")
    second = p(change("del", r("Two.")), mark=change("del"), style="BodyText")
    copy = body(first, second, p(piece("p3", r("Three.")), style="Quote"))
    assert [paragraph.has_style_of_deleted for paragraph in copy.final.body] == [True]


def test_a_paragraph_after_one_that_is_still_there_has_its_own_style() -> None:
    joined = p(piece("p1", r("One.")), mark=change("del"))
    new = p(change("ins", r("New.")), mark=change("ins"))
    copy = body(joined, p(piece("p2", r("Two."))), new, p(piece("p3", r("Three."))))
    found = [paragraph.has_style_of_deleted for view in (copy.final, copy.original) for paragraph in view.body]
    assert (found, len(copy.final.body), len(copy.original.body)) == ([False] * 6, 3, 3)
    cells = "".join(f"<w:tc>{p(change('del', r('a')), mark=change('del'))}</w:tc><w:tc>{p(r('b'))}</w:tc>" for _ in "1")
    (cell,) = body(f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>").final.body
    assert not cell.has_style_of_deleted


def test_a_paragraph_after_a_deleted_one_keeps_the_changes_of_its_own() -> None:
    gone = p(change("del", r("One.")), mark=change("del"))
    old = change("pPrChange", '<w:pPr><w:pStyle w:val="BodyText"/></w:pPr>')
    copy = body(gone, f'<w:p><w:pPr><w:pStyle w:val="Heading2"/>{old}</w:pPr>{r("Two.")}</w:p>')
    assert revisions(copy) == [(FORMATTED,)]


def test_a_deleted_mark_makes_two_paragraphs_one() -> None:
    first = p(piece("p1", r("One. ")), mark=change("del"), style="Heading2")
    copy = body(first, p(piece("p2", r("Two."))))
    assert views(copy) == (["p1 p2: One. Two."], ["p1: One.", "p2: Two."])
    assert [paragraph.role for paragraph in copy.final.body] == ["heading_2"]
    assert revisions(copy) == [(DELETED,)]


def test_an_inserted_mark_makes_one_paragraph_two() -> None:
    start, end = '<w:bookmarkStart w:id="1" w:name="_pr_p1"/>', '<w:bookmarkEnd w:id="1"/>'
    halves = p(start, r("One. "), mark=change("ins")), p(r("Two."), end)
    copy = body(p(piece("p0", r("Zero."))), *halves, p(piece("p2", r("Three."))))
    assert views(copy) == (
        ["p0: Zero.", "p1: One.", "p1: Two.", "p2: Three."],
        ["p0: Zero.", "p1: One. Two.", "p2: Three."],
    )
    assert revisions(copy) == [(), (INSERTED,), (INSERTED,), ()]


def test_a_deleted_mark_at_the_end_of_a_cell_joins_nothing() -> None:
    cells = "".join(f"<w:tc>{p(r(text), mark=change('del'))}</w:tc>" for text in ("a", "b"))
    assert told(body(f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>").final) == [": a", ": b"]


def test_moved_words_stand_in_their_old_place_and_in_their_new_one() -> None:
    name = 'w:name="move1" w:author="Ada Munk" w:date="2026-05-12T09:00:00Z"'
    old = p(
        f'<w:moveFromRangeStart w:id="1" {name}/>',
        change("moveFrom", piece("p1", r("One."))),
        '<w:moveFromRangeEnd w:id="1"/>',
        mark=change("moveFrom"),
    )
    new = p(
        f'<w:moveToRangeStart w:id="2" {name}/>',
        change("moveTo", piece("_pr_p1_Copy_1", r("One."))),
        '<w:moveToRangeEnd w:id="2"/>',
        mark=change("moveTo"),
    )
    copy = body(old, p(piece("p2", r("Two."))), new, p(piece("p3", r("Three."))))
    assert views(copy) == (["p2: Two.", "p1: One.", "p3: Three."], ["p1: One.", "p2: Two.", "p3: Three."])
    assert revisions(copy) == [(), (MOVED,), ()]
    assert copy.oddities == ()


def test_a_change_of_format_gives_the_old_one_in_the_original() -> None:
    changed = f"<w:b/>{change('rPrChange', '<w:rPr><w:i/></w:rPr>')}"
    copy = body(p(piece("p1", r("One.", changed))))
    found = [run for view in (copy.final, copy.original) for run in view.body[0].segments[0].runs]
    assert [(run.bold, run.italic) for run in found] == [(True, False), (False, True)]
    assert revisions(copy) == [(FORMATTED,)]


def test_a_change_of_style_gives_the_old_one_in_the_original() -> None:
    old = change("pPrChange", '<w:pPr><w:pStyle w:val="BodyText"/></w:pPr>')
    element = f'<w:p><w:pPr><w:pStyle w:val="Heading2"/>{old}</w:pPr>{r("One.")}</w:p>'
    copy = body(element)
    assert [view.body[0].role for view in (copy.final, copy.original)] == ["heading_2", "body"]
    assert revisions(copy) == [(FORMATTED,)]


def test_a_row_that_was_inserted_or_deleted_is_in_one_view_and_counted_there() -> None:
    def row(text: str, change_: str = "") -> str:
        return f"<w:tr><w:trPr>{change_}</w:trPr><w:tc>{p(r(text))}</w:tc></w:tr>"

    copy = body(f"<w:tbl>{row('a')}{row('b', change('del'))}{row('c', change('ins'))}{row('d')}</w:tbl>")
    assert views(copy) == ([": a", ": c", ": d"], [": a", ": b", ": d"])
    rows = [[p.cell.row for p in view.body if p.cell] for view in (copy.final, copy.original)]
    assert rows == [[0, 1, 2], [0, 1, 2]]
    assert revisions(copy) == [(), (INSERTED,), ()]


def test_cells_that_were_inserted_or_deleted_are_in_one_view() -> None:
    def cell(text: str, change_: str = "") -> str:
        return f"<w:tc><w:tcPr>{change_}</w:tcPr>{p(r(text))}</w:tc>"

    cells = f"{cell('a')}{cell('b', change('cellDel'))}{cell('c', change('cellIns'))}"
    copy = body(f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>")
    assert views(copy) == ([": a", ": c"], [": a", ": b"])
    assert [p.cell.column for p in copy.final.body if p.cell] == [0, 1]


def test_a_table_that_was_deleted_does_not_count_in_the_final_text() -> None:
    def table(text: str, change_: str = "") -> str:
        return f"<w:tbl><w:tr><w:trPr>{change_}</w:trPr><w:tc>{p(r(text))}</w:tc></w:tr></w:tbl>"

    copy = body(table("a", change("del")), p(r("between")), table("b"))
    tables = [[p.cell.table for p in view.body if p.cell] for view in (copy.final, copy.original)]
    assert tables == [[0], [0, 1]]


def test_a_paragraph_that_became_an_item_was_none_before() -> None:
    item = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/>{change("ins")}</w:numPr>'
    numbering = (
        '<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:abstractNum '
        'w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum><w:num w:numId="1">'
        '<w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )
    copy = body(p(r("One."), properties=item), numbering=numbering)
    assert [view.body[0].level for view in (copy.final, copy.original)] == [0, -1]
    assert revisions(copy) == [(FORMATTED,)]
