"""Dates and moments as each language writes them."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys

import pytest

from exporter.composing.date_habits import HABITS
from exporter.composing.dates import babel_date, babel_time, format_date, format_moment, locale_of

NEW_YORK = dt.timezone(dt.timedelta(hours=-4))
DAY = dt.date(2025, 3, 12)
NO_DAYS = {(month, 31) for month in (2, 4, 6, 9, 11)}

# language: the day, morning in New York, afternoon in Delhi, midnight in London.
GOLDEN = {
    "en": (
        "March 12, 2025",
        "March 12, 2025, 9:05 AM (UTC−4)",
        "March 12, 2025, 2:00 PM (UTC+5:30)",
        "March 12, 2025, 12:00 AM (UTC)",
    ),
    "en-GB": (
        "12 March 2025",
        "12 March 2025, 09:05 (UTC−4)",
        "12 March 2025, 14:00 (UTC+5:30)",
        "12 March 2025, 00:00 (UTC)",
    ),
    "ja": ("2025年3月12日", "2025年3月12日 9:05（UTC−4）", "2025年3月12日 14:00（UTC+5:30）", "2025年3月12日 0:00（UTC）"),
    "ko": (
        "2025년 3월 12일",
        "2025년 3월 12일 오전 9:05 (UTC−4)",
        "2025년 3월 12일 오후 2:00 (UTC+5:30)",
        "2025년 3월 12일 오전 12:00 (UTC)",
    ),
    "zh": ("2025年3月12日", "2025年3月12日 09:05（UTC−4）", "2025年3月12日 14:00（UTC+5:30）", "2025年3月12日 00:00（UTC）"),
    "zh-Hant": (
        "2025年3月12日",
        "2025年3月12日 上午9:05（UTC−4）",
        "2025年3月12日 下午2:00（UTC+5:30）",
        "2025年3月12日 午夜12:00（UTC）",
    ),
    "es": (
        "12 de marzo de 2025",
        "12 de marzo de 2025, 9:05 (UTC−4)",
        "12 de marzo de 2025, 14:00 (UTC+5:30)",
        "12 de marzo de 2025, 0:00 (UTC)",
    ),
    "fr": (
        "12 mars 2025",
        "12 mars 2025 à 09:05 (UTC−4)",
        "12 mars 2025 à 14:00 (UTC+5:30)",
        "12 mars 2025 à 00:00 (UTC)",
    ),
    "de": (
        "12. März 2025",
        "12. März 2025, 09:05 Uhr (UTC−4)",
        "12. März 2025, 14:00 Uhr (UTC+5:30)",
        "12. März 2025, 00:00 Uhr (UTC)",
    ),
    "hi": (
        "12 मार्च 2025",
        "12 मार्च 2025, 9:05 am (UTC−4)",
        "12 मार्च 2025, 2:00 pm (UTC+5:30)",
        "12 मार्च 2025, 12:00 am (UTC)",
    ),
    "ar": (
        "12 مارس 2025",
        "12 مارس 2025، 9:05 ص (UTC−4)",
        "12 مارس 2025، 2:00 م (UTC+5:30)",
        "12 مارس 2025، 12:00 ص (UTC)",
    ),
    "ar-EG": (
        "١٢ مارس ٢٠٢٥",
        "١٢ مارس ٢٠٢٥، ٩:٠٥ ص (UTC−4)",
        "١٢ مارس ٢٠٢٥، ٢:٠٠ م (UTC+5:30)",
        "١٢ مارس ٢٠٢٥، ١٢:٠٠ ص (UTC)",
    ),
}


@pytest.mark.parametrize("lang", GOLDEN)
def test_a_day_and_a_moment_are_written_as_the_language_does(lang: str) -> None:
    morning = dt.datetime(2025, 3, 12, 9, 5, tzinfo=NEW_YORK)
    afternoon = dt.datetime(2025, 3, 12, 14, 0, tzinfo=dt.timezone(dt.timedelta(minutes=330)))
    midnight = dt.datetime(2025, 3, 12, 0, 0, tzinfo=dt.UTC)
    moments = [format_moment(moment, lang).replace("\u00a0", " ") for moment in (morning, afternoon, midnight)]
    assert (format_date(DAY, lang), *moments) == GOLDEN[lang]


def test_the_first_of_a_month_is_an_ordinal_in_french_only() -> None:
    first = dt.date(2025, 3, 1)
    assert [format_date(first, lang) for lang in ("fr", "fr-CA", "es", "en")] == [
        "1er mars 2025",
        "1er mars 2025",
        "1 de marzo de 2025",
        "March 1, 2025",
    ]
    assert format_date(dt.date(2025, 3, 11), "fr") == "11 mars 2025"


def test_a_time_does_not_break_and_has_no_space_that_fonts_lack() -> None:
    moment = dt.datetime(2025, 3, 12, 14, 0, tzinfo=NEW_YORK)
    assert format_moment(moment, "en-US") == "March 12, 2025, 2:00\u00a0PM (UTC−4)"
    assert format_moment(moment, "fr-CA") == "12 mars 2025 à 14\u00a0h\u00a000 (UTC−4)"


@pytest.mark.parametrize(
    ("tag", "locale"),
    [("pt-XX", "pt"), ("xx", "en"), ("en-x-house", "en"), ("zh-TW", "zh_Hant_TW"), ("sl-rozaj", "sl"), ("de-1996", "de")],
)
def test_a_language_that_cldr_does_not_have_takes_the_nearest(tag: str, locale: str) -> None:
    assert str(locale_of(tag)) == locale


def test_words_between_day_and_time_are_written_without_their_quotes() -> None:
    moment = dt.datetime(2025, 3, 12, 14, 0, tzinfo=NEW_YORK)
    assert format_moment(moment, "nn") == "12. mars 2025 kl. 14:00 (UTC−4)"


@pytest.mark.parametrize("lang", HABITS)
def test_the_habits_that_are_kept_here_are_those_of_babel(lang: str) -> None:
    days = [dt.date(2025, month, day) for month in range(1, 13) for day in (1, 2, 11, 31) if (month, day) not in NO_DAYS]
    assert [HABITS[lang].write_date(day) for day in days] == [babel_date(day, lang) for day in days]
    times = [dt.time(hour, minute) for hour in range(24) for minute in (0, 5, 30)]
    assert [(HABITS[lang].write_time(time), HABITS[lang].joined) for time in times] == [
        (text.replace("\u202f", " "), joined) for text, joined in (babel_time(time, lang) for time in times)
    ]


@pytest.mark.parametrize(("lang", "needed"), [("en-US", False), ("ar", False), ("pt", True)])
def test_babel_is_imported_for_the_other_languages_only(lang: str, needed: bool) -> None:
    code = (
        "import datetime as dt, sys; from exporter.composing.dates import format_moment\n"
        f"format_moment(dt.datetime(2025, 3, 12, 9, tzinfo=dt.UTC), {lang!r}); print('babel' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == f"{needed}\n"
