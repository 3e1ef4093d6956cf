"""A word lost, changed, moved or added is told with the block that it belongs to."""

from __future__ import annotations

import pytest

from exporter.composing.segments import Segment
from exporter.model import Span
from exporter.parity.compare import Difference, against_composition, against_release, count_words, word_for_word
from exporter.walking import Piece

PIECES = [
    Piece("title", "Ports grow", Span(2, 2), "field"),
    Piece("p1", "Forty harbours were counted in 2025.", Span(5, 5), "body"),
    Piece("p2", "Twelve million tonnes passed.", Span(7, 7), "body"),
    Piece("q1.by", "Ines Calder", Span(9, 9), "body"),
    Piece("p3", "“We counted.”", Span(9, 9), "body"),
]
SEGMENTS = [
    Segment("", "New report "),
    Segment("title", "Ports grow"),
    Segment("", " "),
    Segment("p1", "Forty harbours were "),
    Segment("p1", "counted"),
    Segment("p1", " in 2025."),
    Segment("", "1"),
    Segment("", " "),
    Segment("p2", "Twelve million tonnes passed."),
    Segment("", " "),
    Segment("p3", "“We counted.”"),
    Segment("", " "),
    Segment("q1.by", "Ines Calder"),
]
TEXT = """New report
Ports grow
Forty harbours were counted in 2025.1
Twelve million tonnes passed.
“We counted.”
Ines Calder"""


def replaced(old: str, new: str) -> list[Difference]:
    assert old in TEXT
    return against_composition(SEGMENTS, TEXT.replace(old, new))


def test_an_artifact_that_says_the_same_has_no_difference() -> None:
    assert against_composition(SEGMENTS, TEXT) == []


@pytest.mark.parametrize("text", [TEXT.upper(), TEXT.replace(" ", "\n"), TEXT.replace("mill", "mil\u2010\nl")])
def test_case_breaks_and_hyphens_at_a_lines_end_are_the_pages_own(text: str) -> None:
    assert against_composition(SEGMENTS, text) == []


def test_a_hyphen_that_the_reader_marks_as_soft_is_the_one_that_was_written() -> None:
    assert against_composition([Segment("p1", "cross-border trade")], "cross\u0002\nborder trade") == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Twelve million tonnes passed.", "", Difference("p2", "“Twelve million tonnes passed.” is lost")),
        (
            "2025",
            "2026",
            Difference(
                "p1", "“Forty harbours were counted in 2025.1” is changed: “erecountedin2025.1” reads “erecountedin2026.1”"
            ),
        ),
        ("Ports grow", "Ports grow fast", Difference("p1", "“fast” is added")),
        ("Ines Calder", "", Difference("q1.by", "“Ines Calder” is lost")),
        ("Calder", "Calder (draft)", Difference("q1.by", "“(draft)” is added")),
        ("New report", "", Difference("", "“New report” is lost")),
    ],
    ids=["a lost paragraph", "a changed digit", "an added word", "a lost name", "words at the end", "a lost label"],
)
def test_a_difference_names_the_block(old: str, new: str, expected: Difference) -> None:
    assert expected in replaced(old, new)


def test_two_paragraphs_that_changed_places_are_told_once() -> None:
    one, two = "Forty harbours were counted in 2025.1", "Twelve million tonnes passed."
    swapped = TEXT.replace(one, "|").replace(two, one).replace("|", two)
    assert [difference.id for difference in against_composition(SEGMENTS, swapped)] in (["p1"], ["p2"])


def test_an_empty_artifact_loses_everything() -> None:
    assert [difference.id for difference in against_composition(SEGMENTS, "")] == ["", "title", "p1", "p2", "p3"]


def test_where_an_artifact_has_spaces_words_that_run_together_are_told() -> None:
    assert word_for_word(SEGMENTS, TEXT) == []
    assert word_for_word(SEGMENTS, TEXT.replace("million tonnes", "milliontonnes")) == [
        Difference("p2", "“million” reads “milliontonnes”")
    ]
    assert word_for_word(SEGMENTS, TEXT.replace("Ports", "ports")) == [Difference("title", "“Ports” reads “ports”")]


def test_words_that_only_a_compatibility_form_makes_equal_are_told_where_an_artifact_has_its_own_letters() -> None:
    assert word_for_word([Segment("p1", "№ 5")], "No 5") == [Difference("p1", "“№” reads “No”")]


@pytest.mark.parametrize(
    ("written", "read", "fact"),
    [
        ("10²", "102", "“10²” is changed: “10²” reads “102”"),
        ("CO₂", "CO2", "“CO₂” is changed: “co₂” reads “co2”"),
        ("\u20115%\u00ad", "5%\u00ad", "“\u20115%\u00ad” is changed: “\u20105%\u00ad” reads “5%\u00ad”"),
        (
            "well\u2010known\u00ad",
            "wellknown\u00ad",
            "“well\u2010known\u00ad” is changed: “well\u2010known\u00ad” reads “wellknown\u00ad”",
        ),
    ],
    ids=["a raised digit", "a lowered digit", "a minus that does not break", "a written hyphen"],
)
def test_a_sign_that_carries_meaning_is_not_lost(written: str, read: str, fact: str) -> None:
    assert against_composition([Segment("p1", written)], read) == [Difference("p1", fact)]


def test_a_hyphen_or_its_mark_at_a_lines_end_is_the_one_that_was_written() -> None:
    for read in ("well\u2010\nknown", "well\u0002\nknown"):
        assert against_composition([Segment("p1", "well\u2010known")], read) == []


def test_a_bracket_may_be_mirrored_only_where_writing_from_right_to_left_stands() -> None:
    assert against_composition([Segment("p1", "م (a) c")], "م )a) c") == []
    assert against_composition([Segment("p1", "x (a) c")], "x )a) c") != []
    assert word_for_word([Segment("p1", "م (a) c")], "م )a) c") == [Difference("p1", "“(a)” reads “)a)”")]


def cells(*texts: str) -> list[Segment]:
    return [segment for n, text in enumerate(texts) for segment in (Segment(f"t1.r1.c{n}", text), Segment("", " "))]


def test_digits_that_change_their_cell_are_told_though_their_row_has_the_same() -> None:
    assert against_composition(cells("12", "3", "7"), "12\n3\n7") == []
    assert against_composition(cells("12", "3", "7"), "1\n23\n7") == [
        Difference("t1.r1.c0", "“12” has no end before the next cell")
    ]


def test_cells_that_the_template_does_not_set_apart_may_run_together() -> None:
    together = [segment for segment in cells("12", "3") if segment.id]
    assert against_composition(together, "123") == []


def test_a_hyphen_that_begins_or_ends_a_cell_belongs_to_it() -> None:
    for texts in (("1", "\u20105"), ("1\u00ad", "5"), ("1\u2010", "5")):
        assert against_composition(cells(*texts), "\n".join(texts)) == []


def test_a_space_without_width_is_white_space() -> None:
    assert against_composition(cells("1\u200b", "\u200b", "\u20605", "\ufeff7"), "1\n\n5\n7") == []


def test_a_fraction_reads_with_either_stroke() -> None:
    assert against_composition([Segment("p1", "1½ and ⅔")], "11/2 and 2\u20443") == []


def composed(*changes: tuple[int, Segment]) -> list[Difference]:
    segments = list(SEGMENTS)
    for index, segment in changes:
        segments[index] = segment
    return against_release(PIECES, segments, frozenset({"email.preheader"}))


def test_a_composition_that_shows_every_piece_agrees_wherever_it_puts_a_blocks_parts() -> None:
    assert composed() == []


def test_a_piece_that_the_template_leaves_out_is_told() -> None:
    assert composed((8, Segment("", ""))) == [Difference("p2", "the template leaves out “Twelve million tonnes passed.”")]


def test_a_piece_that_the_template_changes_is_told() -> None:
    assert composed((1, Segment("title", "Ports shrink"))) == [
        Difference("title", "the template makes “Ports shrink” of “Ports grow”")
    ]


def test_a_piece_that_the_template_shows_twice_is_told() -> None:
    assert [difference.id for difference in composed((0, Segment("title", "Ports grow ")))] == ["title"]


def test_blocks_that_the_template_moves_are_told() -> None:
    moved = composed((3, SEGMENTS[8]), (4, Segment("", " ")), (5, Segment("", " ")), (8, Segment("p1", PIECES[1].text)))
    assert moved == [Difference("p1", "the template moves “Forty harbours were counted in 2025.” from its place")]


def test_words_under_an_id_that_does_not_exist_are_told_but_a_field_of_one_channel_may_be_shown() -> None:
    assert composed((0, Segment("email.preheader", "Short "))) == []
    assert composed((0, Segment("p99", "Extra "))) == [
        Difference("p99", "the template adds “Extra” under an id that the release has no text for")
    ]


@pytest.mark.parametrize(
    ("text", "count"), [("Two words.", 2), ("日米同盟の行方", 7), ("報告「The Path」を公表。", 7), ("", 0)]
)
def test_words_are_counted_as_word_does(text: str, count: int) -> None:
    assert count_words(text) == count
