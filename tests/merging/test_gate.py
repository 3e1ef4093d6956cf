"""What the gate expects after edits, and what it tells of a copy that reads otherwise."""

from __future__ import annotations

from exporter.merging.change import Change
from exporter.merging.copy.view import View
from exporter.merging.gate import Expectation, first_difference, says_the_same
from exporter.merging.source.edits import Delete, Edit, Fresh, Insert, Move, NewNote, Replace
from tests.merging.views import cell, h, item, note, p, runs, view

BASE = view(h("title", "Ports", 1), p("p1", "Ships sail."), h("h1", "Quays"), p("p2", "Ships sink."), item("p3", "stone"))


def difference(rebuilt: View, *edits: Edit, base: View = BASE, notes: tuple[NewNote, ...] = ()) -> int | None:
    """The change that does not read back, when each edit is a change of its own."""
    changes = [Change("changed", "", edits=(edit,), notes=notes) for edit in edits]
    return first_difference(Expectation(base, changes).lines(), rebuilt)


def body(*changed: object) -> View:
    """The base with its second paragraph and what follows replaced."""
    return view(*BASE.body[:1], *changed)  # type: ignore[arg-type]  # paragraphs, as a test names them


def test_the_same_words_pass() -> None:
    assert difference(BASE) is None
    assert difference(body(p("p1", "Ships rust."), *BASE.body[2:]), Replace("p1", runs("Ships rust."))) is None


def test_words_that_read_otherwise_are_told_by_their_change() -> None:
    rebuilt = body(p("p1", "Ships rust."), *BASE.body[2:3], p("p2", "Ships gleam."), *BASE.body[4:])
    assert difference(rebuilt, Replace("p1", runs("Ships rust.")), Replace("p2", runs("Ships shine."))) == 1


def test_words_that_became_a_heading_are_told() -> None:
    new = Insert("p1", (Fresh("body", runs("# x")),))
    assert difference(body(BASE.body[1], p("p2", "# x"), *BASE.body[2:]), new) is None
    assert difference(body(BASE.body[1], h("h1", "x"), *BASE.body[2:]), new) == 0


def test_a_format_that_is_lost_is_told() -> None:
    assert difference(body(p("p1", "Ships sail."), *BASE.body[2:]), Replace("p1", runs("Ships **sail**."))) == 0


def test_a_difference_that_no_change_made_is_told_as_that() -> None:
    assert difference(body(p("p1", "Ships sail!"), *BASE.body[2:])) == -1


def test_what_is_deleted_moved_and_put_in_stands_where_it_should() -> None:
    assert difference(body(*BASE.body[2:]), Delete("p1")) is None
    assert difference(BASE, Delete("p1")) is not None
    moved = body(*BASE.body[2:4], BASE.body[1], BASE.body[4])
    assert difference(moved, Move(("p1",), "p2")) is None
    first = Insert("", (Fresh("body", runs("First.")),), "p1")
    assert difference(body(p("p9", "First."), *BASE.body[1:]), first) is None


def test_an_item_keeps_its_level() -> None:
    new = Insert("p3", (Fresh("bullet_2", runs("sand"), 1),))
    assert difference(body(*BASE.body[1:], item("p4", "sand", 1)), new) is None
    assert difference(body(*BASE.body[1:], item("p4", "sand", 0)), new) == 0


def test_a_cell_that_was_empty_stands_behind_the_one_before_it() -> None:
    row = [cell("t1.r0.c0", "Port", 0, 0), cell("t1.r1.c0", "Alder", 1, 0)]
    full = view(row[0], cell("t1.r0.c1", "Tonnes", 0, 1), row[1])
    assert difference(full, Replace("t1.r0.c1", runs("Tonnes")), base=view(*row)) is None


def test_notes_stand_in_the_order_of_their_calls() -> None:
    base = view(p("p1", "Ships^n1."), p("p2", "Sail."), notes=[note("n1", p("p3", "All."))])
    new = NewNote("new1", (runs("None."),))
    rebuilt = view(
        p("p1", "Ships^n1."), p("p2", "Sail^n2."), notes=[note("n1", p("p3", "All.")), note("n2", p("p4", "None."))]
    )
    assert difference(rebuilt, Replace("p2", runs("Sail^new1.")), base=base, notes=(new,)) is None


def test_a_whole_copy_must_say_what_the_edited_one_says() -> None:
    edited = view(*BASE.body[:1], p("p1", "Ships rust."), *BASE.body[2:])
    assert says_the_same(BASE, edited, edited)
    assert not says_the_same(BASE, edited, BASE)
