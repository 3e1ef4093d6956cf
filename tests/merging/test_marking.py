"""Words before and after, marked."""

from __future__ import annotations

from exporter.merging.marking import Marked, marked, shown
from exporter.merging.runs import Run
from tests.merging.views import runs


def test_words_that_were_put_in_and_taken_out_are_marked() -> None:
    assert marked(runs("Ships sail far."), runs("Ships sink far.")) == (
        Marked("same", "Ships "),
        Marked("out", "sail"),
        Marked("in", "sink"),
        Marked("same", " far."),
    )


def test_words_beside_each_other_are_one_change() -> None:
    assert marked(runs("a b c d"), runs("a x y d"))[1:3] == (Marked("out", "b c"), Marked("in", "x y"))


def test_a_change_of_format_is_seen() -> None:
    assert marked(runs("Ships sail."), runs("Ships **sail**.")) == (
        Marked("same", "Ships "),
        Marked("in", "**"),
        Marked("same", "sail"),
        Marked("in", "**"),
        Marked("same", "."),
    )


def test_each_east_asian_character_is_a_word() -> None:
    assert marked((Run("港が開く"),), (Run("港を開く"),))[1:3] == (Marked("out", "が"), Marked("in", "を"))


def test_runs_are_shown_like_markdown() -> None:
    some = (
        Run("a "),
        Run("b", bold=True),
        Run("c", link="https://a.example"),
        Run("", note="n1"),
        Run("", picture="a buoy"),
    )
    assert shown(some) == "a **b**[c](https://a.example)[note][picture: a buoy]"
    assert shown((Run("a@b.example", link="mailto:a@b.example"), Run("red", extra=("red",)))) == "a@b.examplered (red)"
