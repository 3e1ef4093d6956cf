"""Footnotes: calls, definitions, notes in place, and what is not allowed."""

from __future__ import annotations

import pytest

from tests.reading.markdown.bodies import body, codes
from tests.reading.markdown.outline import outline


def test_notes_are_numbered_in_the_order_of_their_first_calls() -> None:
    notes = body("a[^x] b[^y] c[^x]\n\n[^y]: Y\n\n[^x]: X\n").footnotes
    assert [(note.id, note.number, note.label) for note in notes] == [("n1", 1, "x"), ("n2", 2, "y")]


def test_a_second_call_reuses_the_notes_number() -> None:
    assert outline(body("a[^x] b[^x]\n\n[^x]: X")).splitlines()[0] == "p1 paragraph 1:1: a[n1 1] b[n1 1 again]"


def test_blocks_of_notes_have_ids_after_those_of_the_body() -> None:
    assert [note.blocks[0].id for note in body("a^[N]\n\nb\n").footnotes] == ["p3"]


def test_only_what_is_indented_by_four_belongs_to_a_note() -> None:
    read = body("a[^x]\n\n[^x]: One\n\n    two\n\n  three\n")
    assert [block.id for block in read.footnotes[0].blocks] == ["p3", "p4"]
    assert [block.id for block in read.blocks] == ["p1", "p2"]


def test_a_definition_ends_a_paragraph() -> None:
    assert codes("words[^x]\n[^x]: X\n[^y]: Y\n") == ["markdown.unused-note"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a[^x]", "markdown.unknown-note"),
        ("[^x]: X", "markdown.unused-note"),
        ("a[^x]\n\n[^x]: X\n\n[^x]: Y", "markdown.note-twice"),
        ("a[^x]\n\n[^x]:\n\nb", "markdown.empty-note"),
        ("a^[ ]", "markdown.empty-note"),
        ("a^[b^[c]]", "markdown.note-in-note"),
        ("a^[b[^x]]\n\nc[^x]\n\n[^x]: X", "markdown.note-in-note"),
        ("a[^x]\n\n[^x]: X[^x]", "markdown.note-in-note"),
    ],
)
def test_each_mistake_is_told_once(text: str, code: str) -> None:
    assert codes(text) == [code]


def test_a_call_without_a_note_keeps_its_characters() -> None:
    from tests.reading.markdown.bodies import read_body

    assert outline(read_body("a[^x] b")[0]) == "p1 paragraph 1:1: a[^x] b\n"


@pytest.mark.parametrize("text", ["[^x](https://a.example)", "\\[^x]", "`[^x]`", "[^ x]", "^ [x]", "\\^[x]", "2^10^"])
def test_what_looks_like_a_call_and_is_none_is_not_told(text: str) -> None:
    assert codes(text) == []


def test_a_note_in_place_may_hold_brackets_links_and_line_ends() -> None:
    assert outline(body("a^[see [b] and\n[c](https://c.example)]d")).splitlines() == [
        "p1 paragraph 1-2:1: a[n1 1]d",
        "n1 footnote 1-2:4 number 1 label ''",
        "  p2 paragraph 1-2:4: see [b] and~[link https://c.example c]",
    ]
