"""CSV becomes rows of cells that know where they stand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exporter.diagnostics import Source
from exporter.reading.charts.csv_text import Sheet, delimiter_of, read_sheet
from exporter.reading.mistakes import Mistakes
from exporter.terminal import draw


def read(text: str) -> tuple[Sheet | None, list[str]]:
    """The sheet, and the first line of each thing that is told."""
    mistakes = Mistakes(Source("a.csv", text))
    sheet = read_sheet(mistakes)
    return sheet, [draw(one, colour=False).split("\n")[0] for one in mistakes.in_order()]


def words(text: str) -> list[list[str]]:
    sheet, told = read(text)
    assert told == []
    assert sheet is not None
    return [[cell.text for cell in row] for row in (sheet.head, *sheet.rows)]


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_cells_are_parted_by_a_comma_a_semicolon_or_a_tab(sign: str) -> None:
    assert words(f"a{sign}b\n1{sign}2\n") == [["a", "b"], ["1", "2"]]


def test_the_sign_between_cells_is_the_one_that_the_first_line_has_most_of_outside_of_quotes() -> None:
    assert delimiter_of('"a;b;c",d\n1;2;3,4') == ","


def test_a_quoted_cell_may_hold_the_sign_quotes_and_the_end_of_a_line() -> None:
    assert words('a,b\n"x, ""y""\nz", "1" \n') == [["a", "b"], ['x, "y" z', "1"]]


def test_empty_lines_and_empty_cells_beyond_the_last_column_are_passed_over() -> None:
    assert words("\na,b,,\n1,2,,\n,,,\n\n3,,,") == [["a", "b"], ["1", "2"], ["3", ""]]


def test_a_cell_knows_its_line_and_column() -> None:
    sheet, _ = read('a,b\n"x\ny",12\n p , 3\n')
    assert sheet is not None
    spots = [(cell.text, cell.spot.line, cell.spot.column, cell.spot.length) for row in sheet.rows for cell in row]
    assert spots == [("x y", 2, 1, 2), ("12", 3, 4, 2), ("p", 4, 2, 1), ("3", 4, 6, 1)]


@pytest.mark.parametrize("text", ["", "\n\n", ",,\n"])
def test_an_empty_file_is_told(text: str) -> None:
    assert read(text) == (None, ["a.csv:1:1: chart.no-rows: this file is empty"])


def test_a_file_with_nothing_but_names_is_told() -> None:
    assert read("a,b\n") == (None, ["a.csv:1:1: chart.no-rows: below the names of the columns there is no row"])


def test_every_row_that_is_too_long_or_too_short_is_told_at_its_place() -> None:
    assert read("a,b\n1,2,3\n4,5\n6\n") == (
        None,
        [
            "a.csv:2:5: chart.ragged-row: this row has 3 cells, and the first line names 2 columns",
            "a.csv:4:1: chart.ragged-row: this row has 1 cell, and the first line names 2 columns",
        ],
    )


@pytest.mark.parametrize("text", ['a,b\n"x,1\n', 'a,b\n"x"y,1\n'])
def test_quotes_that_do_not_match_are_told(text: str) -> None:
    assert read(text)[1] == ["a.csv:2:1: chart.quote: the quotes of this cell do not match"]


@given(st.text(alphabet='a1,;"\n\t é', max_size=40))
def test_any_text_is_read_or_told(text: str) -> None:
    sheet, told = read(text)
    assert (sheet is None) == bool(told)
