"""Dates and moments as a language writes them (Babel; CLDR)."""

from __future__ import annotations

import datetime as dt

from babel import Locale, UnknownLocaleError
from babel.dates import format_date as babel_date
from babel.dates import format_time as babel_time


def locale_of(lang: str) -> Locale:
    """The Babel locale of a BCP 47 tag: the nearest that CLDR has (`pt-XX` → `pt`), English where it has none."""
    parts = lang.replace("_", "-").split("-")
    for length in range(len(parts), 0, -1):
        try:
            return Locale.parse("-".join(parts[:length]), sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    return Locale("en")


def format_date(day: dt.date, lang: str) -> str:
    """A date in the language's long form: `March 12, 2025`, `2025年3月12日`."""
    return babel_date(day, format="long", locale=locale_of(lang))


def format_moment(moment: dt.datetime, lang: str) -> str:
    """An aware moment with its own offset: `March 12, 2025, 9:00 AM (UTC−4)`."""
    locale = locale_of(lang)
    day, time = format_date(moment.date(), lang), babel_time(moment.timetz(), format="short", locale=locale)
    return f"{day}, {time} ({_offset(moment)})"


def _offset(moment: dt.datetime) -> str:
    minutes = int((moment.utcoffset() or dt.timedelta()).total_seconds()) // 60
    if not minutes:
        return "UTC"
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{'+' if minutes > 0 else '−'}{hours}" + (f":{rest:02}" if rest else "")
