"""Native footnotes and endnotes."""

from __future__ import annotations

from exporter.diagnostics import Severity
from tests import kinds, samples
from tests.rendering.word.word_jobs import W, composed, made, page, said, texts

NOTE = '<div class="footnote" id="{id}" data-block="{id}"><p data-block="{piece}">{words}</p></div>'


def call(note: str, number: int = 1) -> str:
    return f'<sup class="call" data-computed><a href="#{note}">{number}</a></sup>'


def test_notes_are_numbered_by_their_first_calls_wherever_they_are_written() -> None:
    notes = NOTE.format(id="n1", piece="p8", words="First.") + NOTE.format(id="n2", piece="p9", words="Second.")
    file = made(page(f"<p>a{call('n2')} b{call('n1', 2)}</p>{notes}"))
    assert [found.get(W + "id") for found in file.body.iter(W + "footnoteReference")] == ["1", "2"]
    own = {note.get(W + "id"): texts(note) for note in file.parts["word/footnotes.xml"] if note.get(W + "type") is None}
    assert own == {"1": [" Second."], "2": [" First."]}


def test_the_separators_are_there_and_the_settings_list_them() -> None:
    file = made(composed(samples.everything()))
    special = {note.get(W + "id"): note.get(W + "type") for note in file.parts["word/footnotes.xml"]}
    assert special == {"-1": "separator", "0": "continuationSeparator", "1": None, "2": None}
    listed = [found.get(W + "id") for found in file.parts["word/settings.xml"].iterfind(f"{W}footnotePr/{W}footnote")]
    assert listed == ["-1", "0"]


def test_a_document_without_notes_has_no_part_for_them() -> None:
    file = made(page("<p>a</p>"))
    assert "word/footnotes.xml" not in file.files
    assert file.parts["word/settings.xml"].find(W + "footnotePr") is None


def test_a_second_call_is_a_field_that_names_the_first() -> None:
    file = made(page(f"<p>a{call('n1')} b{call('n1')}</p>{NOTE.format(id='n1', piece='p9', words='Note.')}"))
    assert [code.text for code in file.body.iter(W + "instrText")] == [" NOTEREF _note_n1 \\h "]
    names = [mark.get(W + "name") for mark in file.body.iter(W + "bookmarkStart")]
    assert names == ["_note_n1"]


def test_links_of_a_note_are_relations_of_the_notes() -> None:
    file = made(composed(samples.everything()))
    targets = [rel.get("Target") for rel in file.relations("word/footnotes.xml").values()]
    assert targets == ["https://harbour.example/method"]


def test_a_note_that_begins_with_a_table_has_its_number_before_it() -> None:
    note = '<div class="footnote" id="n1"><table><tr><td>a</td></tr></table></div>'
    file = made(page(f"<p>a{call('n1')}</p>{note}"))
    (found,) = [one for one in file.parts["word/footnotes.xml"] if one.get(W + "type") is None]
    assert [str(child.tag).rpartition("}")[2] for child in found] == ["p", "tbl", "p"]


def test_a_note_that_nothing_calls_is_an_error() -> None:
    (told,) = said(page(NOTE.format(id="n1", piece="p9", words="Note.")))
    assert (told.severity, told.code) == (Severity.ERROR, "word.lost-note")


def test_a_call_of_a_note_that_is_not_there_is_an_error() -> None:
    (told,) = said(page(f"<p>a{call('n7')}</p>"))
    assert (told.code, told.fact) == ("word.unknown-note", "a footnote “n7” is called, and the page holds none")


def test_a_note_that_is_called_first_in_a_note_is_an_error() -> None:
    inner = f'<div class="footnote" id="n1"><p>Note{call("n2")}.</p></div>' + NOTE.format(id="n2", piece="p9", words="Note.")
    assert [told.code for told in said(page(f"<p>a{call('n1')}</p>{inner}"))] == ["word.note-in-note"]


def test_notes_at_the_end_are_native_endnotes_counted_in_arabic_numerals() -> None:
    file = made(composed(kinds.brief()))
    assert [found.get(W + "id") for found in file.body.iter(W + "endnoteReference")] == ["1", "2"]
    special = {note.get(W + "id"): note.get(W + "type") for note in file.parts["word/endnotes.xml"]}
    assert special == {"-1": "separator", "0": "continuationSeparator", "1": None, "2": None}
    assert "word/footnotes.xml" not in file.files
    for where in (file.parts["word/settings.xml"], file.body):
        assert [found.get(W + "val") for found in where.iterfind(f".//{W}endnotePr/{W}numFmt")] == ["decimal"]
    assert texts(file.body)[-1] == "Notes"
