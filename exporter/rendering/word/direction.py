"""Text cut where its direction changes: `w:rtl` may stand only on runs without left-to-right letters (17.3.2.30)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import groupby

RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]")
STRONG = {"L": False, "R": True, "AL": True}


def stretches(text: str, rtl: bool) -> Iterator[tuple[str, bool]]:
    """The text in pieces, each with whether it runs from right to left.

    Letters decide by their bidirectional class (Unicode, UAX #9). What has no direction of its own (digits, spaces, marks)
    goes with the letters on both of its sides where they agree, else with its surroundings, `rtl`.
    """
    if not rtl and not RIGHT_TO_LEFT.search(text):
        yield text, False
        return
    for direction, group in groupby(zip(_directions(text, rtl), text, strict=True), key=lambda pair: pair[0]):
        yield "".join(character for _, character in group), direction


def _directions(text: str, rtl: bool) -> list[bool]:
    """Whether each character runs from right to left."""
    directions: list[bool] = []
    last, undecided = rtl, 0
    for character in text:
        strong = STRONG.get(unicodedata.bidirectional(character))
        if strong is None:
            undecided += 1
            continue
        directions += [strong if strong == last else rtl] * undecided + [strong]
        last, undecided = strong, 0
    return directions + [rtl] * undecided
