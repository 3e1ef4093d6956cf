"""Where the rows of a chart stand on an axis of time or order, and which of their labels there is room for."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Sequence

YEAR = re.compile(r"[12]\d{3}")
MONTH = re.compile(r"[12]\d{3}-\d{2}")
PERIOD = re.compile(r"[12]\d{3}.{0,3}[QTH]?\d{1,2}|[QTH]\d.{0,2}[12]\d{3}|[12]\d{3}[/–-]\d{2,4}")  # 2024 Q1, 2023/24
NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?")
YEARS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 500)
BETWEEN = 18.0  # pixels that neighbouring labels keep free

Label = tuple[float, str]  # the place of its middle, its words


def is_time(labels: Sequence[str]) -> bool:
    """Whether the labels are years, dates or other periods, which go from left to right and in their order."""
    return all(YEAR.fullmatch(one) or day_of(one) or PERIOD.fullmatch(one) for one in labels)


def is_measured(labels: Sequence[str]) -> bool:
    """Whether the labels are numbers or dates, between which distances mean something."""
    return all(NUMBER.fullmatch(one) for one in labels) or all(day_of(one) for one in labels)


def day_of(label: str) -> dt.date | None:
    """The day of an ISO 8601 date, of a month its first; None where it is none."""
    try:
        return dt.date.fromisoformat(f"{label}-01" if MONTH.fullmatch(label) else label if "-" in label else "")
    except ValueError:
        return None


def places(labels: Sequence[str]) -> tuple[float, ...]:
    """A number for each label: its own where all are numbers or dates, else its rank."""
    days = [day_of(one) for one in labels]
    if all(days):
        return tuple(float(day.toordinal()) for day in days if day)
    if all(NUMBER.fullmatch(one) for one in labels):
        return tuple(float(one) for one in labels)
    return tuple(float(rank) for rank in range(len(labels)))


def shown(labels: Sequence[str], spots: Sequence[float], lang: str, width_of: Callable[[str], float]) -> list[Label]:
    """The labels that there is room for, of rows that stand at `spots`: round years, or from the first on each n-th one."""
    if all(YEAR.fullmatch(one) for one in labels):
        return _round_years(sorted(zip(map(int, labels), spots, strict=True)), width_of)
    days = [day for one in labels if (day := day_of(one))]
    if len(days) < len(labels):
        return _every(zip(spots, labels, strict=True), width_of)
    rows = sorted(zip(days, spots, strict=True))
    first = {day.year: spot for day, spot in reversed(rows)}
    if len(first) > 3:
        return _round_years(sorted(first.items()), width_of)
    texts = _spelled([day for day, _ in rows], lang, is_month=all(MONTH.fullmatch(one) for one in labels))
    return _every(zip((spot for _, spot in rows), texts, strict=True), width_of)


def _round_years(years: Sequence[tuple[int, float]], width_of: Callable[[str], float]) -> list[Label]:
    """The years that a round number divides, the smallest that leaves them room; where that is fewer than two, others."""
    for step in YEARS:
        found = [(spot, str(year)) for year, spot in years if year % step == 0]
        if len(found) > 1 and _is_clear(found, width_of):
            return found
    return _every([(spot, str(year)) for year, spot in years], width_of)


def _every(labels: Iterable[Label], width_of: Callable[[str], float]) -> list[Label]:
    """Each second, third … label, from the first on, as many as find room."""
    ordered = sorted(labels)
    step = next((step for step in range(1, len(ordered)) if _is_clear(ordered[::step], width_of)), len(ordered))
    return ordered[::step]


def _is_clear(labels: Iterable[Label], width_of: Callable[[str], float]) -> bool:
    """Whether no label touches the next one."""
    end = float("-inf")
    for place, words in labels:
        half = width_of(words) / 2
        if place - half < end:
            return False
        end = place + half + BETWEEN
    return True


def spellings(labels: Sequence[str], lang: str) -> list[str]:
    """The words that dates among the labels may be written with."""
    days = [day for one in labels if (day := day_of(one))]
    return [words for is_month in (True, False) for words in _spelled(days, lang, is_month)] if days else []


def _spelled(days: Sequence[dt.date], lang: str, is_month: bool) -> list[str]:
    """Dates in the short form of a language, by CLDR: `Mar 2025`, `3 Mar`."""
    from babel.dates import format_skeleton

    from exporter.composing.dates import locale_of

    skeleton = "yMMM" if is_month else "MMMd"
    return [format_skeleton(skeleton, day, locale=locale_of(lang)) for day in days]
