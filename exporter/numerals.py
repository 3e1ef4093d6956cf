"""How a language writes numbers: its decimal sign, how it groups digits, its digits (CLDR).

The languages that Pressroom has labels in stand here, so that most builds need not load Babel; a test holds both together.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

MINUS = "\u2212"
NARROW_SPACE = "\u202f"


class Numerals(Struct, frozen=True):
    """`decimal` and `group` are signs, `grouped` how many digits stand before the first group sign at least.

    `pairs` is for India's groups (12,34,567), `zero` the first of the ten digits.
    """

    decimal: str = "."
    group: str = ","
    grouped: int = 1
    pairs: bool = False
    zero: str = "0"

    def write(self, number: float, decimals: int) -> str:
        """A number with that many decimals: `−1,234.5`."""
        whole, _, rest = f"{abs(number):.{decimals}f}".partition(".")
        digits = self._groups(whole) + (self.decimal + rest if rest else "")
        if self.zero != "0":
            digits = digits.translate({ord("0") + digit: ord(self.zero) + digit for digit in range(10)})
        return (MINUS if number < 0 and any(digit != "0" for digit in whole + rest) else "") + digits

    def _groups(self, whole: str) -> str:
        if len(whole) < 3 + self.grouped:
            return whole
        groups, rest, size = [whole[-3:]], whole[:-3], 2 if self.pairs else 3
        while rest:
            groups.insert(0, rest[-size:])
            rest = rest[:-size]
        return self.group.join(groups)


POINT = Numerals()
GERMAN = Numerals(",", ".")
FRENCH = Numerals(",", NARROW_SPACE)
SPANISH = Numerals(",", ".", 2)
HINDI = Numerals(pairs=True)

HABITS: Mapping[str, Numerals] = {
    "ar": POINT,
    "de": GERMAN,
    "de-DE": GERMAN,
    "en": POINT,
    "en-GB": POINT,
    "en-US": POINT,
    "es": SPANISH,
    "es-ES": SPANISH,
    "fr": FRENCH,
    "fr-FR": FRENCH,
    "hi": HINDI,
    "hi-IN": HINDI,
    "ja": POINT,
    "ja-JP": POINT,
    "ko": POINT,
    "ko-KR": POINT,
    "zh": POINT,
    "zh-CN": POINT,
    "zh-Hans": POINT,
    "zh-Hans-CN": POINT,
    "zh-Hant": POINT,
    "zh-TW": POINT,
}


def numerals_of(lang: str) -> Numerals:
    """The numerals of a BCP 47 tag's language."""
    return HABITS.get(lang) or babel_numerals(lang)


def babel_numerals(lang: str) -> Numerals:
    """What CLDR says, in the locale's digits; Babel does not tell the least number of digits that are grouped."""
    from exporter.composing.dates import ZEROS, locale_of

    locale = locale_of(lang)
    system = str(locale.default_numbering_system)
    symbols = {**locale.number_symbols["latn"], **locale.number_symbols.get(system, {})}
    pairs = "#,##,##0" in str(locale.decimal_formats[None].pattern)
    return Numerals(symbols["decimal"], symbols["group"], 1, pairs, chr(ZEROS.get(system, ord("0"))))
