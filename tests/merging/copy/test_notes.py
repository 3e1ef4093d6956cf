"""Notes come in the order of their calls, under the ids that the source knows them by."""

from __future__ import annotations

from exporter.merging.copy.view import View
from exporter.merging.runs import Run
from tests.merging.copy.copies import body, change, p, piece, r, words

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def call(number: int, kind: str = "footnote") -> str:
    return f'<w:r><w:{kind}Reference w:id="{number}"/></w:r>'


def notes(*content: str, kind: str = "footnote") -> str:
    """A part with the separators, and notes from 1 on with these paragraphs."""
    separators = "".join(f'<w:{kind} w:type="{name}" w:id="0">{p()}</w:{kind}>' for name in ("separator",))
    made = "".join(f'<w:{kind} w:id="{number}">{inner}</w:{kind}>' for number, inner in enumerate(content, start=1))
    return f'<w:{kind}s xmlns:w="{W}">{separators}{made}</w:{kind}s>'


def note(*content: str, kind: str = "footnote") -> str:
    return p(f"<w:r><w:{kind}Ref/></w:r>", r(" "), *content, style="FootnoteText")


def told(view: View) -> list[tuple[str, list[str]]]:
    return [(found.id, [words(paragraph) for paragraph in found.paragraphs]) for found in view.notes]


def test_notes_are_named_by_the_bookmarks_of_their_calls_and_come_in_their_order() -> None:
    text = p(piece("_note_n2", call(1)), r("and"), piece("_note_n1", call(2)))
    copy = body(text, footnotes=notes(note(r("Second.")), note(r("First."))))
    assert told(copy.final) == [("n2", ["Second."]), ("n1", ["First."])]
    (segment,) = copy.final.body[0].segments
    assert segment.runs == (Run("", note="n2"), Run("and"), Run("", note="n1"))


def test_a_bookmark_that_ends_before_the_call_names_it_all_the_same() -> None:
    assert told(body(p(piece("p1", r("a"), piece("_note_n1")), call(1)), footnotes=notes(note(r("One.")))).final) == [
        ("n1", ["One."])
    ]


def test_new_notes_are_counted() -> None:
    text = p(r("a"), call(2), piece("_note_n1", call(1)), call(3))
    found = body(text, footnotes=notes(note(r("Old.")), note(r("New.")), note(r("Newer.")))).final
    assert told(found) == [("new1", ["New."]), ("n1", ["Old."]), ("new2", ["Newer."])]


def test_a_note_is_in_the_views_that_call_it() -> None:
    text = p(piece("_note_n1", change("del", call(1))), r("a"), change("ins", call(2)))
    copy = body(text, footnotes=notes(note(r("Old.")), note(change("ins", r("New.")))))
    assert (told(copy.final), told(copy.original)) == ([("new1", ["New."])], [("n1", ["Old."])])


def test_the_words_of_a_note_have_ids_and_formats_of_their_own() -> None:
    inner = note(piece("p9", r("Very ", "<w:b/>"), r("old.")))
    (paragraph,) = body(p(r("a"), call(1)), footnotes=notes(inner)).final.notes[0].paragraphs
    assert (paragraph.ids, paragraph.role) == (("p9",), "note")
    assert paragraph.segments[0].runs == (Run("Very", bold=True), Run(" old."))


def test_endnotes_are_read_like_footnotes() -> None:
    part = notes(note(r("At the end."), kind="endnote"), kind="endnote")
    assert told(body(p(r("a"), call(1, "endnote")), endnotes=part).final) == [("new1", ["At the end."])]


def test_a_call_of_a_note_that_is_not_there_is_kept_as_a_call() -> None:
    copy = body(p(r("a"), call(7)), footnotes=notes())
    assert (copy.final.body[0].segments[0].runs, copy.final.notes) == ((Run("a"), Run("", note="new1")), ())
