"""The one time that outputs may carry, so that two builds of a release give the same bytes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping

from exporter.errors import UsageError

Clock = Callable[[], dt.datetime]
VARIABLE = "SOURCE_DATE_EPOCH"


def build_moment(day: dt.date | None, environment: Mapping[str, str], clock: Clock) -> dt.datetime:
    """An aware moment in UTC, whole seconds: SOURCE_DATE_EPOCH, else noon of the release's date, else now.

    Source: the reproducible-builds.org specification of SOURCE_DATE_EPOCH. Raises UsageError when it is not a number of
    seconds.
    """
    if VARIABLE in environment:
        return _from_epoch(environment[VARIABLE])
    if day:
        return dt.datetime(day.year, day.month, day.day, 12, tzinfo=dt.UTC)
    return clock().astimezone(dt.UTC).replace(microsecond=0)


def _from_epoch(value: str) -> dt.datetime:
    try:
        return dt.datetime.fromtimestamp(int(value), dt.UTC)
    except (ValueError, OverflowError, OSError):
        raise UsageError(f"{VARIABLE} is “{value}”, which is not a number of seconds since 1970") from None
