from __future__ import annotations

import pytest

from exporter.rendering.email.wrapping import LONGEST, Run, width_of, wrap


def lines(width: int, *runs: Run) -> list[str]:
    return ["".join(run.text for run in line).removesuffix("\n") for line in wrap(runs, width)]


def test_lines_end_at_spaces_and_take_none_with_them() -> None:
    assert lines(12, Run("p1", "Small ports  carry more ")) == ["Small ports", "carry more"]


def test_a_word_that_is_wider_than_the_line_stays_whole() -> None:
    url = "https://harbour.example/a/very/long/address"
    assert lines(20, Run("p1", f"See {url} there")) == ["See", url, "there"]


def test_runs_without_a_space_between_them_are_one_word() -> None:
    assert lines(9, Run("p1", "one two"), Run("", "three"), Run("p1", " four")) == ["one", "twothree", "four"]


def test_a_solid_run_stays_with_the_word_before_it() -> None:
    assert lines(10, Run("p1", "the survey"), Run("", " [1]", "solid"), Run("p1", " of it")) == [
        "the",
        "survey [1]",
        "of it",
    ]


def test_a_break_ends_the_line() -> None:
    assert lines(40, Run("p1", "One line "), Run("p1", "", "break"), Run("p1", " and another")) == [
        "One line",
        "and another",
    ]


def test_the_end_of_a_line_is_the_space_of_its_piece() -> None:
    first, second = wrap([Run("p1", "small ports")], 6)
    assert (first[-1], second[-1]) == (Run("p1", "\n"), Run("", "\n"))


def test_the_end_of_a_line_between_ideographs_is_computed() -> None:
    first, second = wrap([Run("p1", "小さな港")], 6)
    assert [run for run in first if run.text == "\n"] == [Run("", "\n")]
    assert "".join(run.text for run in (*first, *second) if run.id == "p1") == "小さな港"


@pytest.mark.parametrize(
    ("words", "width", "expected"),
    [
        ("小さな港が運ぶ。", 8, ["小さな港", "が運ぶ。"]),
        ("港が運ぶ。", 8, ["港が運", "ぶ。"]),
        ("港は「運ぶ」", 6, ["港は", "「運", "ぶ」"]),
        ("データー表", 6, ["デー", "ター表"]),
        ("Calder所長がCalder", 8, ["Calder所", "長が", "Calder"]),
        ("띄어쓰기를 한다", 6, ["띄어쓰기를", "한다"]),
        ("港　町", 4, ["港", "町"]),
        ("👍🏽👍🏽", 3, ["👍🏽", "👍🏽"]),
    ],
)
def test_lines_of_east_asian_text_end_anywhere_but_before_a_mark(words: str, width: int, expected: list[str]) -> None:
    assert lines(width, Run("p1", words)) == expected


def test_wide_characters_take_two_columns_and_marks_none() -> None:
    assert [width_of(text) for text in ("abc", "港", "ｶﾞ", "e\u0301", "a\u200db", "Ａ")] == [3, 2, 2, 1, 2, 2]


def test_a_word_without_width_is_not_lost() -> None:
    assert lines(5, Run("p1", "\u200d port \u0301")) == ["\u200d port", "\u0301"]


def test_nothing_makes_no_line() -> None:
    assert wrap([Run("p1", " "), Run("p1", "", "break"), Run("", "")], 10) == []


def test_no_line_is_longer_than_a_message_may_carry() -> None:
    found = wrap([Run("p1", "a" * 2000 + "港" * 2000)], 72)
    assert max(len("".join(run.text for run in line).encode()) for line in found) <= LONGEST + 1
    assert "".join(run.text for line in found for run in line if run.id) == "a" * 2000 + "港" * 2000
    assert not [run for line in found for run in line if run.id and "\n" in run.text]
