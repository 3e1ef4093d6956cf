"""Outputs carry one time, and it is not the clock's when it need not be."""

from __future__ import annotations

import datetime as dt

import pytest

from exporter.errors import UsageError
from exporter.moment import build_moment

NOW = dt.datetime(2031, 2, 3, 4, 5, 6, 789, tzinfo=dt.timezone(dt.timedelta(hours=9)))
DAY = dt.date(2026, 5, 12)


def clock() -> dt.datetime:
    return NOW


@pytest.mark.parametrize(
    ("day", "environment", "expected"),
    [
        (DAY, {"SOURCE_DATE_EPOCH": "86400"}, dt.datetime(1970, 1, 2, tzinfo=dt.UTC)),
        (DAY, {}, dt.datetime(2026, 5, 12, 12, tzinfo=dt.UTC)),
        (None, {}, dt.datetime(2031, 2, 2, 19, 5, 6, tzinfo=dt.UTC)),
    ],
    ids=["the variable first", "then the release's date", "then the clock, in UTC and whole seconds"],
)
def test_the_moment_of_a_build(day: dt.date | None, environment: dict[str, str], expected: dt.datetime) -> None:
    assert build_moment(day, environment, clock) == expected


@pytest.mark.parametrize("value", ["", "today", "1e9", "9" * 30])
def test_a_variable_that_is_no_number_of_seconds_is_a_wrong_call(value: str) -> None:
    with pytest.raises(UsageError, match="SOURCE_DATE_EPOCH"):
        build_moment(DAY, {"SOURCE_DATE_EPOCH": value}, clock)
