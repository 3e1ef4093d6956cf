"""How dates and times are written in the languages that Pressroom has labels in, so that most builds need not load Babel.

What stands here is what Babel says (CLDR); a test holds the two together. It is kept because loading Babel takes a tenth of
the time in which a build is to be done.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from msgspec import Struct


class Habit(Struct, frozen=True):
    """Patterns with `{year}`, `{month}` (the name, or the number where there are no names), `{day}`; `{hour}` of 24,
    `{hour12}` of 12, `{half}` of the day; `joined` has `{day}` and `{time}`."""

    date: str
    time: str
    months: str = ""
    halves: tuple[str, str] = ("", "")
    joined: str = "{day}, {time}"

    def write_date(self, day: dt.date) -> str:
        month = self.months.split()[day.month - 1] if self.months else str(day.month)
        return self.date.format(year=day.year, month=month, day=day.day)

    def write_time(self, time: dt.time) -> str:
        return self.time.format(
            hour=time.hour, hour12=(time.hour - 1) % 12 + 1, minute=time.minute, half=self.halves[time.hour >= 12]
        )


ENGLISH = "January February March April May June July August September October November December"
TWELVE, TWENTY_FOUR = "{hour12}:{minute:02} {half}", "{hour:02}:{minute:02}"

EN_US = Habit("{month} {day}, {year}", TWELVE, ENGLISH, ("AM", "PM"))
EN_GB = Habit("{day} {month} {year}", TWENTY_FOUR, ENGLISH)
JA = Habit("{year}年{month}月{day}日", "{hour}:{minute:02}", joined="{day} {time}")
KO = Habit("{year}년 {month}월 {day}일", "{half} {hour12}:{minute:02}", halves=("오전", "오후"), joined="{day} {time}")
ZH = Habit("{year}年{month}月{day}日", TWENTY_FOUR, joined="{day} {time}")
ES = Habit(
    "{day} de {month} de {year}",
    "{hour}:{minute:02}",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
)
FR = Habit(
    "{day} {month} {year}",
    TWENTY_FOUR,
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
)
DE = Habit(
    "{day}. {month} {year}",
    TWENTY_FOUR,
    "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
)
HI = Habit(
    "{day} {month} {year}",
    TWELVE,
    "जनवरी फ़रवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर",
    ("am", "pm"),
)
AR = Habit(
    "{day} {month} {year}",
    TWELVE,
    "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
    ("ص", "م"),
    "{day}، {time}",
)

HABITS: Mapping[str, Habit] = {
    "ar": AR,
    "de": DE,
    "de-DE": DE,
    "en": EN_US,
    "en-GB": EN_GB,
    "en-US": EN_US,
    "es": ES,
    "es-ES": ES,
    "fr": FR,
    "fr-FR": FR,
    "hi": HI,
    "hi-IN": HI,
    "ja": JA,
    "ja-JP": JA,
    "ko": KO,
    "ko-KR": KO,
    "zh": ZH,
    "zh-CN": ZH,
    "zh-Hans": ZH,
    "zh-Hans-CN": ZH,
}
