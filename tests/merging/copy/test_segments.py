"""A paragraph is cut where another piece begins; its white space stays normal as a whole."""

from __future__ import annotations

from exporter.merging.copy.segments import segments, verbatim
from exporter.merging.copy.view import Segment
from exporter.merging.runs import Run


def test_runs_of_one_piece_are_one_segment() -> None:
    assert segments([("p1", Run("a ")), ("p1", Run(" b"))]) == (Segment("p1", (Run("a b"),)),)


def test_a_space_between_two_pieces_is_one_of_its_own() -> None:
    found = segments([("a", Run("One ")), ("", Run("  ")), ("b", Run(" two"))])
    assert found == (Segment("a", (Run("One"),)), Segment("", (Run(" "),)), Segment("b", (Run("two"),)))


def test_a_line_break_between_two_pieces_goes_before_spaces() -> None:
    found = segments([("a", Run("One ")), ("", Run("\n")), ("b", Run(" two"))])
    assert found[1] == Segment("", (Run("\n"),))


def test_computed_words_keep_the_spaces_at_their_ends() -> None:
    found = segments([("a", Run("One")), ("", Run(" — ")), ("b", Run("two"))])
    assert found[1] == Segment("", (Run(" — "),))


def test_white_space_at_the_ends_of_a_paragraph_is_dropped() -> None:
    assert segments([("", Run(" ")), ("a", Run(" One ")), ("", Run(" "))]) == (Segment("a", (Run("One"),)),)


def test_nothing_but_white_space_is_no_segment() -> None:
    assert segments([("a", Run(" \n"))]) == ()


def test_white_space_at_an_end_may_be_in_several_runs() -> None:
    found = segments([("a", Run("\n")), ("a", Run(" One")), ("a", Run(" ", bold=True)), ("a", Run("\n")), ("b", Run("two"))])
    assert [(segment.id, [run.text for run in segment.runs]) for segment in found] == [
        ("", ["\n"]),
        ("a", ["One"]),
        ("", ["\n"]),
        ("b", ["two"]),
    ]


def test_runs_of_one_format_are_joined_and_no_others() -> None:
    found = verbatim([("x1", Run("a")), ("x1", Run("b")), ("x1", Run("c")), ("x1", Run("d", bold=True))])
    assert found == (Segment("x1", (Run("abc"), Run("d", bold=True))),)


def test_code_keeps_its_white_space() -> None:
    assert verbatim([("x1", Run("a\n")), ("x1", Run("  b "))]) == (Segment("x1", (Run("a\n  b "),)),)
