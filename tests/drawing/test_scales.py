"""Axes have few round numbers, from zero where that is near."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exporter.drawing.positions import is_time, places, shown
from exporter.drawing.scales import Scale, decimals, range_of, ticks


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (0, 410, (0, 100, 200, 300, 400, 500)),
        (-8.8, 4.1, (-10, -5, 0, 5)),
        (9, 12.7, (9, 10, 11, 12, 13)),
        (0, 0.003, (0, 0.001, 0.002, 0.003)),
        (5, 5, (5, 6)),
        (0, 0, (0, 0.2)),
    ],
)
def test_ticks_are_round_and_go_around_the_numbers(low: float, high: float, expected: tuple[float, ...]) -> None:
    assert ticks(low, high) == expected


NUMBERS = st.lists(st.floats(-1e12, 1e12).filter(lambda number: number == 0 or abs(number) > 1e-9), min_size=1, max_size=9)


@given(NUMBERS, st.booleans())
def test_ticks_hold_all_numbers_and_are_few(numbers: list[float], from_zero: bool) -> None:
    low, high = range_of(numbers, from_zero)
    found = ticks(low, high)
    slack = 1e-6 * (high - low)
    assert 2 <= len(found) <= 8
    assert found[0] <= min(numbers) + slack
    assert found[-1] >= max(numbers) - slack


def test_an_axis_begins_at_zero_where_that_is_near() -> None:
    assert (range_of([3, 9], False), range_of([7, 9], False), range_of([7, 9], True)) == ((0, 9), (7, 9), (0, 9))
    assert (range_of([-9, -3], False), range_of([4, 4], False)) == ((-9, 0), (0, 4))


def test_a_scale_turns_numbers_into_places() -> None:
    assert [Scale(0, 10, 100, 0).at(number) for number in (0, 5, 10)] == [100, 50, 0]


@pytest.mark.parametrize(
    ("numbers", "expected"), [([1, 2.5], 1), ([1.25], 2), ([12.683678], 2), ([0.00123456], 6), ([], 0), ([0], 0)]
)
def test_numbers_have_the_decimals_that_they_need_and_no_more_than_four_figures(numbers: list[float], expected: int) -> None:
    assert decimals(numbers) == expected


def width(text: str) -> float:
    return 7.0 * len(text)


def test_the_years_that_are_shown_are_round_ones() -> None:
    labels = [str(year) for year in range(1987, 2026)]
    found = shown(labels, [12.0 * index for index in range(len(labels))], "en", width)
    assert [words for _, words in found] == ["1990", "1995", "2000", "2005", "2010", "2015", "2020", "2025"]


def test_of_days_over_many_years_the_years_are_shown() -> None:
    labels = [f"{year}-{month:02}-01" for year in range(2019, 2025) for month in (1, 7)]
    found = shown(labels, [60.0 * index for index in range(12)], "en", width)
    assert found == [(120.0 * index, str(2019 + index)) for index in range(6)]


def test_of_other_labels_each_second_or_third_one_is_shown() -> None:
    assert [words for _, words in shown(list("abcdef"), [0, 10, 20, 30, 40, 50], "en", width)] == ["a", "d"]


@pytest.mark.parametrize("labels", [("2020", "2021"), ("2020-03", "2020-04"), ("Q1 2020",), ("2020 Q1",), ("2023/24",)])
def test_years_dates_and_quarters_are_times(labels: tuple[str, ...]) -> None:
    assert is_time(labels)


@pytest.mark.parametrize("labels", [("Alder",), ("2020", "Alder"), ("12",)])
def test_names_and_numbers_are_no_times(labels: tuple[str, ...]) -> None:
    assert not is_time(labels)


def test_dates_and_numbers_stand_at_their_distances_and_names_one_by_one() -> None:
    assert places(["2000", "2005", "2006"]) == (2000, 2005, 2006)
    assert places(["2024-01", "2024-03"])[1] - places(["2024-01", "2024-03"])[0] == 60
    assert places(["a", "b", "c"]) == (0, 1, 2)
