"""What somebody did to a copy, told as edits of the base."""

from __future__ import annotations

from msgspec.structs import replace

from exporter.merging.change import Change
from exporter.merging.copy.view import Paragraph
from exporter.merging.differences import differences
from exporter.merging.runs import Run
from exporter.merging.source.edits import Delete, Fresh, Insert, Move, NewNote, Replace
from tests.merging.views import cell, h, item, note, p, parts, runs, view

BASE = view(
    h("title", "Small ports", 1),
    p("p1", "Forty small ports moved cargo last year."),
    h("h1", "What was counted"),
    p("p2", "Observers were sent to every quay in the country."),
    item("p3", "stone;"),
    item("p4", "timber."),
    p("p5", "Data are free to use by anybody."),
    p("", "Media contact", "closing_heading"),
)


def edited(*changed: tuple[int, Paragraph | list[Paragraph] | None]) -> list[Change]:
    """The differences when paragraphs are replaced: by one, by a list, by None."""
    body = list(BASE.body)
    for place, new in sorted(changed, reverse=True, key=lambda pair: pair[0]):
        body[place : place + 1] = [] if new is None else new if isinstance(new, list) else [new]
    return differences(BASE, view(*body))


def told(changes: list[Change]) -> list[tuple[object, ...]]:
    return [(change.kind, change.id, change.state, change.edits) for change in changes]


def test_no_edit_no_change() -> None:
    assert differences(BASE, BASE) == []


def test_changed_words_replace_the_piece() -> None:
    words = runs("Forty ports moved **cargo**.")
    assert told(edited((1, p("p1", "Forty ports moved **cargo**.")))) == [
        ("changed", "p1", "merged", (Replace("p1", words),))
    ]


def test_a_new_paragraph_goes_behind_the_one_before_it() -> None:
    new = Fresh("body", runs("So far."))
    assert told(edited((3, [BASE.body[3], p("", "So far.")]))) == [("inserted", "p2", "merged", (Insert("p2", (new,)),))]


def test_a_new_first_paragraph_goes_before_the_one_after_it() -> None:
    new = Fresh("body", runs("First."))
    found = edited((1, [p("", "First."), BASE.body[1]]))
    assert told(found) == [("inserted", "", "merged", (Insert("", (new,), "p1"),))]


def test_new_neighbours_are_one_addition() -> None:
    found = edited((4, [BASE.body[4], item("", "sand;"), item("", "clay;")]))
    new = (Fresh("bullet_1", runs("sand;"), 0), Fresh("bullet_1", runs("clay;"), 0))
    assert told(found) == [("inserted", "p3", "merged", (Insert("p3", new),))]


def test_a_new_paragraph_among_words_that_pressroom_sets_has_no_place() -> None:
    found = differences(BASE, view(*BASE.body, p("", "Ask me."), p("", "Fax", "closing_heading")))
    assert [(change.kind, change.state) for change in found] == [("inserted", "refused")]


def test_a_paragraph_that_is_gone_is_deleted() -> None:
    assert told(edited((3, None))) == [("deleted", "p2", "merged", (Delete("p2"),))]


def test_a_paragraph_that_lost_its_anchor_is_known_by_its_words() -> None:
    words = "Observers were sent to each quay in the country."
    assert told(edited((3, p("", words)))) == [("changed", "p2", "merged", (Replace("p2", runs(words)),))]


def test_a_split_keeps_the_first_half_and_adds_the_other() -> None:
    found = edited((3, [p("p2", "Observers were sent"), p("p2", "to every quay in the country.")]))
    edits = (
        Replace("p2", runs("Observers were sent")),
        Insert("p2", (Fresh("body", runs("to every quay in the country.")),)),
    )
    assert told(found) == [("split", "p2", "merged", edits)]


def test_two_paragraphs_that_were_joined_are_the_first() -> None:
    both = parts(("p3", "stone;"), ("p4", " timber."), role="bullet_1")
    found = edited((4, None), (5, replace(both, level=0, sequence="1")))
    assert told(found) == [("joined", "p3", "merged", (Replace("p3", runs("stone; timber.")), Delete("p4")))]


def test_a_moved_paragraph_is_moved_and_not_deleted_and_added() -> None:
    found = edited((1, None), (6, [BASE.body[6], BASE.body[1]]))
    assert told(found) == [("moved", "p1", "merged", (Move(("p1",), "p5"),))]


def test_a_paragraph_that_became_a_heading_is_put_anew() -> None:
    found = edited((6, h("p5", "Data are free to use by anybody.")))
    new = Fresh("heading_2", runs("Data are free to use by anybody."))
    assert told(found) == [("restyled", "p5", "merged", (Delete("p5"), Insert("p4", (new,))))]


def test_an_item_that_went_a_level_in_is_put_anew() -> None:
    found = edited((5, item("p4", "timber.", 1)))
    new = Fresh("bullet_2", runs("timber."), 1)
    assert told(found) == [("restyled", "p4", "merged", (Delete("p4"), Insert("p3", (new,))))]


def test_words_that_pressroom_sets_are_refused() -> None:
    reason = "“Media contact” is set by Pressroom (labels, dates, the brand's texts) and can't be changed in a copy"
    found = edited((7, p("", "Press", "closing_heading")))
    assert [(change.state, change.reason) for change in found] == [("refused", reason)]


def test_a_format_without_markdown_is_refused_and_the_words_beside_it_come_in() -> None:
    red = p("p5", "").segments[0]
    words = (Run("Data", extra=("red",)), Run(" are free for all."))
    found = edited((6, replace(p("p5", ""), segments=(replace(red, runs=words),))))
    assert [(change.state, change.reason) for change in found] == [
        ("refused", "“Data” is red, which a content file has no form for"),
        ("merged", ""),
    ]
    assert found[1].edits == (Replace("p5", runs("Data are free for all.")),)


def test_formats_in_the_front_matter_are_refused() -> None:
    (change,) = edited((0, h("title", "Small *ports*", 1)))
    assert (change.state, change.reason) == ("refused", "the content file holds these words without formats")


def test_a_new_note_comes_with_the_words_that_call_it() -> None:
    base = view(p("p1", "Ships sail."))
    found = differences(base, view(p("p1", "Ships^new1 sail."), notes=[note("new1", p("", "All of them."))]))
    assert [(change.id, change.notes) for change in found] == [("p1", (NewNote("new1", (runs("All of them."),)),))]


def test_a_note_that_is_called_no_more_is_deleted() -> None:
    base = view(p("p1", "Ships^n1 sail."), notes=[note("n1", p("p2", "All of them."))])
    found = differences(base, view(p("p1", "Ships sail.")))
    assert told(found) == [
        ("changed", "p1", "merged", (Replace("p1", runs("Ships sail.")),)),
        ("deleted", "n1", "merged", (Delete("p2"),)),
    ]


TABLE = [cell("t1.r0.c0", "Port", 0, 0), cell("t1.r0.c1", "Tonnes", 0, 1), cell("t1.r1.c0", "Alder", 1, 0)]


def test_an_empty_cell_can_be_filled() -> None:
    base, now = view(*TABLE, tables=[(2, 2)]), view(*TABLE, cell("t1.r1.c1", "88", 1, 1), tables=[(2, 2)])
    assert told(differences(base, now)) == [("changed", "t1.r1.c1", "merged", (Replace("t1.r1.c1", runs("88")),))]


def test_a_table_of_another_shape_is_refused_as_a_whole() -> None:
    base, now = view(*TABLE, tables=[(2, 2)]), view(*TABLE[:2], tables=[(2,)])
    assert told(differences(base, now)) == [("changed", "t1", "refused", ())]


def test_a_table_that_is_gone_is_deleted_once() -> None:
    base = view(p("p1", "Ships."), *TABLE, tables=[(2, 2)])
    assert told(differences(base, view(p("p1", "Ships.")))) == [("deleted", "t1", "merged", (Delete("t1"),))]


def test_heads_of_pages_are_refused() -> None:
    found = differences(view(furniture=("The Institute",)), view(furniture=("My Institute",)))
    assert [(change.state, change.reason) for change in found] == [
        ("refused", "the heads and feet of pages come from the templates and the brand")
    ]


def test_a_new_paragraph_in_a_style_of_somebodys_own_comes_in_as_plain_text_and_that_is_told() -> None:
    new = replace(p("", "Yours, Ada.", ""), style="Signature")
    (change,) = edited((6, [BASE.body[6], new]))
    assert (change.state, change.edits) == ("merged", (Insert("p5", (Fresh("body", runs("Yours, Ada.")),)),))
    assert change.reason == "it comes in as plain text: a content file has no style “Signature”"
