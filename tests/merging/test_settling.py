"""What a copy changed against what became of the content file since."""

from __future__ import annotations

from exporter.merging.change import Change
from exporter.merging.copy.view import View
from exporter.merging.differences import differences
from exporter.merging.settling import BESIDE, BOTH, GONE, settle
from exporter.merging.since import since
from exporter.merging.source.edits import Delete, Fresh, Insert, Move, Replace
from tests.merging.views import h, item, note, p, runs, view

BASE = view(h("title", "Ports", 1), p("p1", "Ships sail."), p("p2", "Ships sink."), p("p3", "Ships rust."))


def settled(now: View, edited: View, base: View = BASE) -> list[Change]:
    return settle(differences(base, edited), since(base, now))


def test_edits_go_by_the_ids_of_today() -> None:
    later = [p("p2", "Ships sail."), p("p3", "Ships sink."), p("p4", "Ships rust.")]
    now = view(BASE.body[0], p("p1", "New and first."), *later)
    edited = view(*BASE.body[:3], p("p3", "Ships shine."))
    assert [change.edits for change in settled(now, edited)] == [(Replace("p4", runs("Ships shine.")),)]


def test_both_at_one_place_is_a_conflict_that_shows_both() -> None:
    now = view(*BASE.body[:3], p("p3", "Ships gleam."))
    (change,) = settled(now, view(*BASE.body[:3], p("p3", "Ships shine.")))
    assert (change.state, change.edits, change.reason, change.now) == ("conflict", (), BOTH, runs("Ships gleam."))


def test_the_same_change_on_both_sides_is_there_already() -> None:
    now = view(*BASE.body[:3], p("p3", "Ships shine."))
    (change,) = settled(now, now)
    assert (change.state, change.edits) == ("already", ())


def test_words_of_a_paragraph_that_is_gone_are_a_conflict() -> None:
    (change,) = settled(view(*BASE.body[:3]), view(*BASE.body[:3], p("p3", "Ships shine.")))
    assert (change.state, change.reason) == ("conflict", GONE)


def test_a_deletion_on_both_sides_is_there_already() -> None:
    (change,) = settled(view(*BASE.body[:3]), view(*BASE.body[:3]))
    assert change.state == "already"


def test_deleting_what_was_changed_since_is_a_conflict() -> None:
    (change,) = settled(view(*BASE.body[:3], p("p3", "Ships shine.")), view(*BASE.body[:3]))
    assert (change.state, change.reason) == ("conflict", BOTH)


def test_two_additions_at_one_place_are_a_conflict() -> None:
    now = view(*BASE.body[:2], p("p2", "Mine."), p("p3", "Ships sink."), p("p4", "Ships rust."))
    edited = view(*BASE.body[:2], p("", "Yours."), *BASE.body[2:])
    (change,) = settled(now, edited)
    assert (change.state, change.reason, change.now) == ("conflict", BESIDE, runs("Mine."))


def test_two_additions_at_two_places_are_both_merged() -> None:
    now = view(*BASE.body[:2], p("p2", "Mine."), p("p3", "Ships sink."), p("p4", "Ships rust."))
    edited = view(*BASE.body, p("", "Yours."))
    assert [change.edits for change in settled(now, edited)] == [(Insert("p4", (Fresh("body", runs("Yours.")),)),)]


def test_an_addition_that_was_merged_before_is_there_already() -> None:
    now = view(*BASE.body, p("p4", "Yours."))
    (change,) = settled(now, view(*BASE.body, p("", "Yours.")))
    assert change.state == "already"


def test_a_move_that_was_merged_before_is_there_already() -> None:
    moved = view(BASE.body[0], BASE.body[2], BASE.body[3], BASE.body[1])
    now = view(BASE.body[0], p("p1", "Ships sink."), p("p2", "Ships rust."), p("p3", "Ships sail."))
    assert [change.state for change in settled(now, moved)] == ["already"]
    assert [change.edits for change in settled(BASE, moved)] == [(Move(("p1",), "p3"),)]


def test_a_move_in_front_of_the_first_keeps_its_place() -> None:
    items = [item(f"p{number}", f"Item {number}.") for number in (1, 2, 3)]
    label = p("", "Key takeaways")
    base, edited = view(label, *items), view(label, items[2], *items[:2])
    assert [change.edits for change in settled(base, edited, base)] == [(Move(("p3",), "", "p1"),)]


def test_a_name_in_the_formats_of_a_template_is_the_same_as_without() -> None:
    base, edited = view(p("q1.by", "**Ada Monk**")), view(p("q1.by", "**Ada Munk**"))
    assert [(change.state, change.edits) for change in settled(edited, edited, base)] == [("already", ())]
    assert [change.edits for change in settled(base, edited, base)] == [(Replace("q1.by", runs("Ada Munk")),)]


def test_a_split_that_was_merged_before_is_there_already() -> None:
    edited = view(*BASE.body[:3], p("p3", "Ships"), p("p3", "rust."))
    now = view(*BASE.body[:3], p("p3", "Ships"), p("p4", "rust."))
    assert [change.state for change in settled(now, edited)] == ["already"]


def test_a_field_is_known_by_its_name() -> None:
    now = view(h("title", "Harbours", 1), *BASE.body[1:])
    (change,) = settled(now, view(h("title", "Quays", 1), *BASE.body[1:]))
    assert (change.state, change.now) == ("conflict", runs("Harbours"))


def test_notes_of_today_are_called_by_the_names_of_today() -> None:
    base = view(p("p1", "Ships sail^n1."), p("p2", "Quiet."), notes=[note("n1", p("p3", "All."))])
    now = view(
        p("p1", "New^n1."),
        p("p2", "Ships sail^n2."),
        p("p3", "Quiet."),
        notes=[note("n1", p("p4", "Brand new.")), note("n2", p("p5", "All."))],
    )
    edited = view(p("p1", "Ships sink^n1."), *base.body[1:], notes=base.notes)
    assert [change.edits for change in settled(now, edited, base)] == [(Replace("p2", runs("Ships sink^n2.")),)]


def test_a_deleted_note_goes_with_its_paragraphs() -> None:
    base = view(p("p1", "Ships sail^n1."), notes=[note("n1", p("p2", "All."))])
    found = settled(base, view(p("p1", "Ships sail.")), base)
    assert [change.edits for change in found] == [(Replace("p1", runs("Ships sail.")),), (Delete("p2"),)]
