"""Lengths as other programs write them (22.9.2.14): twentieths of a point, or a number with its unit."""

from __future__ import annotations

import re

UNITS = {"": 1.0, "pt": 20.0, "pc": 240.0, "pi": 240.0, "in": 1440.0, "cm": 1440 / 2.54, "mm": 144 / 2.54}
LENGTH = re.compile(r"(-?\d+(?:\.\d+)?)(pt|pc|pi|in|cm|mm|)")


def twips(text: str, usual: int = 0) -> int:
    """A length in twentieths of a point; `usual` for what is none."""
    found = LENGTH.fullmatch(text)
    return round(float(found[1]) * UNITS[found[2]]) if found else usual
