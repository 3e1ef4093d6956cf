"""Dates and moments as a language writes them: the patterns of CLDR, and a few habits that CLDR leaves out.

The usual languages are in `date_habits.py`; for all others Babel is imported when the first date is written.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from exporter.composing.date_habits import HABITS
from exporter.language import language_of

if TYPE_CHECKING:
    from babel import Locale

# The zero of numbering systems other than Latin digits, by their CLDR names; Babel itself writes dates in Latin digits.
ZEROS = {"arab": 0x0660, "arabext": 0x06F0, "beng": 0x09E6, "deva": 0x0966, "mymr": 0x1040}
# CLDR's short names of the halves of a day are English ones in Korean; the wide ones (`aaaa`) are what people write.
TIMES = {"ko": "aaaa h:mm"}
# A day with a time and an offset, by language; other languages: as CLDR joins day and time, and the offset in brackets.
MOMENTS = {
    "de": "{day}, {time} Uhr ({offset})",
    "fr": "{day} à {time} ({offset})",
    "ja": "{day} {time}（{offset}）",
    "zh": "{day} {time}（{offset}）",
}


def format_date(day: dt.date, lang: str) -> str:
    """A date in the long form of a BCP 47 tag's language: `March 12, 2025`, `2025年3月12日`, `1er mars 2025`."""
    habit = HABITS.get(lang)
    text = habit.write_date(day) if habit else babel_date(day, lang)
    return text.replace("1 ", "1er ", 1) if language_of(lang) == "fr" and day.day == 1 else text


def format_moment(moment: dt.datetime, lang: str) -> str:
    """An aware moment in its own offset: `March 12, 2025, 9:00 AM (UTC−4)`. A space inside a time does not break."""
    habit = HABITS.get(lang)
    time, joined = (habit.write_time(moment.time()), habit.joined) if habit else babel_time(moment.time(), lang)
    pattern = MOMENTS.get(language_of(lang), joined + " ({offset})")
    return pattern.format(day=format_date(moment.date(), lang), time=_unbroken(time), offset=_offset(moment))


def babel_date(day: dt.date, lang: str) -> str:
    """A date in CLDR's long form, in the digits of the locale."""
    from babel.dates import format_date as long_date

    locale = locale_of(lang)
    return _own_digits(long_date(day, format="long", locale=locale), locale)


def babel_time(time: dt.time, lang: str) -> tuple[str, str]:
    """A time in CLDR's short form, and CLDR's pattern with `{day}` and `{time}` that joins both."""
    from babel.dates import format_time, get_datetime_format

    locale = locale_of(lang)
    text = format_time(time, format=TIMES.get(locale.language, "short"), locale=locale)
    joined = str(get_datetime_format("long", locale=locale)).replace("'", "")
    return _own_digits(text, locale), joined.format("{time}", "{day}")


def locale_of(lang: str) -> Locale:
    """The Babel locale of a BCP 47 tag: the nearest that CLDR has (`pt-XX` → `pt`), English where it has none."""
    from babel import Locale, UnknownLocaleError

    parts = lang.replace("_", "-").split("-")
    for length in range(len(parts), 0, -1):
        try:
            return Locale.parse("-".join(parts[:length]), sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    return Locale("en")


def _unbroken(time: str) -> str:
    return time.replace(" ", "\u00a0").replace("\u202f", "\u00a0")


def _own_digits(text: str, locale: Locale) -> str:
    """The text in the digits that the locale uses by default."""
    zero = ZEROS.get(str(locale.default_numbering_system))
    return text.translate({ord("0") + digit: zero + digit for digit in range(10)}) if zero else text


def _offset(moment: dt.datetime) -> str:
    """`UTC−4`, `UTC+5:30`, `UTC`: in Latin digits, which keep their order in text that runs from right to left."""
    minutes = int((moment.utcoffset() or dt.timedelta()).total_seconds()) // 60
    if not minutes:
        return "UTC"
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{'+' if minutes > 0 else '−'}{hours}" + (f":{rest:02}" if rest else "")
