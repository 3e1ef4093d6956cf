"""Cells into numbers, as the release's language writes them; what could be read in two ways is refused."""

from __future__ import annotations

import math
import re

from exporter.numerals import numerals_of
from exporter.reading.problem import Problem

GROUPS = " \u00a0\u202f\u2009'’٬"  # signs between groups of digits in any language
PLAIN = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?")
GROUPED = r"[+-]?[^\D0]\d{{0,2}}(?:{0}\d{{2,3}})*{0}\d{{3}}(?:{1}\d+)?"
NOT_A_NUMBER = re.compile(r"[+-]?(?:nan|inf(?:inity)?|null|none|n/?a|#n/a|[-–—…]|\.{2,3})", re.IGNORECASE)
SIGNS = re.compile(r"[%‰$€£¥₹]")


class Numbers:
    """Reads the cells of a release in `lang`."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self.comma = numerals_of(lang).decimal == ","
        own, other = ("[.]", ",") if self.comma else (",", "[.]")
        self._grouped = re.compile(GROUPED.format(f"(?:{own}|[{GROUPS}])", other))

    def read(self, cell: str) -> float | Problem | None:
        """The number of a cell, None where it is empty, or why there is none."""
        text = cell.translate({0x2212: "-", 0x066B: "."}).strip()
        if not text:
            return None
        if self.comma and re.fullmatch(r"[+-]?[1-9]\d{0,2}\.\d{3}", text):
            whole, rest = text.split(".")
            hint = f"Write “{whole}{rest}”, or “{whole},{rest}” with a decimal comma."
            return Problem("chart.ambiguous-number", f"“{cell}” could be {whole}{rest} and {whole} and a fraction", hint)
        plain = self._without_groups(text)
        if PLAIN.fullmatch(plain):
            number = float(plain)
            if math.isfinite(number):
                return number
        return _refused(cell, self.comma)

    def _without_groups(self, text: str) -> str:
        """The number as Python writes it."""
        if self._grouped.fullmatch(text):
            text = re.sub(f"[{GROUPS}{'.' if self.comma else ','}]", "", text)
        return text.replace(",", ".") if self.comma and text.count(",") == 1 and "." not in text else text


def _refused(cell: str, comma: bool) -> Problem:
    if NOT_A_NUMBER.fullmatch(cell) or PLAIN.fullmatch(cell):
        return Problem("chart.not-finite", f"“{cell}” can't be drawn", "Leave the cell empty where there is no number.")
    if SIGNS.search(cell):
        hint = "Write the number alone, and what it counts in the chart's “unit”."
    elif not comma and re.fullmatch(r"[+-]?\d+,\d+", cell):
        hint = "In this release's language a decimal point stands there."
    else:
        hint = "Every cell of a column of numbers holds one, or nothing."
    return Problem("chart.no-number", f"“{cell}” is no number", hint)
