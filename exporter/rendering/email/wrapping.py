"""Lines of plain text out of runs that know their piece: broken at spaces, and between East Asian characters.

A simplification of UAX #14 (line breaking) with the widths of UAX #11 (East Asian width). A line ends in a run of "\\n":
under the id of the piece whose space it stands for, or computed (id "") where the break adds white space to the text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

SPACES = re.compile(r"[ \t\r\n\f\v\u1680\u2000-\u2006\u2008-\u200a\u205f\u3000]+")
ODD_SPACES = re.compile(r"[\t\r\n\f\v\u1680\u2000-\u2006\u2008-\u200a\u205f\u3000]|  ")
HARD_SPACE = "\u00a0"
HANGUL = (("\u3130", "\u318f"), ("\ua960", "\ua97f"), ("\uac00", "\ud7ff"))  # of what is wide
SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
NO_START = frozenset(
    ".,:;!?%…‥)]}’”»›、。，．：；！？％）］｝〕〉》」』】〙〗・ー～々〻ゝゞヽヾぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ゛゜"
    + SUPERSCRIPTS
    + HARD_SPACE
    + "\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff"
)
NO_END = frozenset("([{‘“«‹（［｛〔〈《「『【〘〖￥＄\u200d\u2060" + HARD_SPACE)
LONGEST = 600  # octets of an unbroken word: RFC 5322 ends a line at 998, and lists in lists are indented


class Run(NamedTuple):
    """Text under a piece's id ("" = computed). A "solid" run keeps to the word before it; a "break" ends the line."""

    id: str
    text: str
    kind: Literal["text", "solid", "break"] = "text"


Line = tuple[Run, ...]
END = Run("", "\n")
BLANK: Line = (END,)


def width_of(text: str) -> int:
    """How many columns a text takes: two for a wide character, none for a combining or invisible one."""
    return len(text) if text.isascii() else sum(map(_columns, text))


def _columns(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def wrap(runs: Iterable[Run], width: int) -> list[Line]:
    """Runs as lines of at most `width` columns; a word that is wider has a line of its own."""
    lines: list[Line] = []
    part: list[Run] = []
    for run in runs:
        if run.kind != "break":
            part.append(run)
        elif broken := _broken(part, width):
            lines += [*broken[:-1], (*broken[-1][:-1], Run(run.id, "\n"))]
            part = []
    return lines + _broken(part, width)


def _broken(runs: Sequence[Run], width: int) -> list[Line]:
    """The lines of runs that hold no break. All is done on one text, which is cut into runs again at the end."""
    runs = _normalised(runs)
    text = "".join(run.text for run in runs)
    shadow = "".join(run.text if run.kind == "text" else run.text.replace(" ", HARD_SPACE) for run in runs)
    spans = list(_spans(shadow, width))
    cutter = _Cutter(runs)
    lines: list[Line] = []
    for number, (start, end) in enumerate(spans, start=1):
        line = cutter.cut(text, start, end)
        at_space = number < len(spans) and shadow[end] in " \u3000"
        lines.append((*line, Run(cutter.id, "\n") if at_space else END))
    return lines


def _normalised(runs: Sequence[Run]) -> list[Run]:
    """The runs with one space between words, none at the beginning; an ideographic space stays one."""
    found: list[Run] = []
    spaced = True
    for run in runs:
        text = SPACES.sub(_one_space, run.text) if ODD_SPACES.search(run.text) else run.text
        if spaced and run.kind == "text":
            text = text.lstrip(" \u3000")
        if text:
            found.append(run._replace(text=text))
            spaced = text[-1] in " \u3000"
    return found


def _one_space(spaces: re.Match[str]) -> str:
    return "\u3000" if "\u3000" in spaces[0] else " "


def _spans(text: str, width: int) -> Iterator[tuple[int, int]]:
    """Where each line begins and ends."""
    start = end = -1
    used = 0
    for first, last in _words(text):
        columns = width_of(text[first:last])
        gap = width_of(text[end:first]) if start >= 0 else 0
        if start >= 0 and used + gap + columns > width:
            yield start, end
            start, used, gap = -1, 0, 0
        if start < 0:
            start = first
        used += gap + columns
        end = last
    if start >= 0:
        yield start, end


def _words(text: str) -> Iterator[tuple[int, int]]:
    """Where each word, which is never broken, begins and ends."""
    position = 0
    for word in text.replace("\u3000", " ").split(" "):
        if word.isascii() and len(word) <= LONGEST:
            if word:
                yield position, position + len(word)
        else:
            start = 0
            for end in _breaks(word):
                yield position + start, position + end
                start = end
        position += len(word) + 1


def _breaks(word: str) -> Iterator[int]:
    """Where a line may end inside a word without spaces, and its end."""
    start = octets = 0
    for index, character in enumerate(word):
        size = len(character.encode())
        if index and (octets + size > LONGEST or _may_break(word[index - 1], character)):
            yield index
            start, octets = index, 0
        octets += size
    if start < len(word):
        yield len(word)


def _may_break(before: str, after: str) -> bool:
    """Whether a line may end between two characters that have no space between them."""
    if not (_is_ideographic(before) or _is_ideographic(after)):
        return False
    return before not in NO_END and after not in NO_START and _columns(after) > 0


def _is_ideographic(character: str) -> bool:
    """Whether lines may be broken around it: wide, but not Hangul, which has spaces between its words."""
    if character < "\u2e80" or _columns(character) != 2:
        return False
    return not any(first <= character <= last for first, last in HANGUL)


class _Cutter:
    """Cuts the text of runs, from its beginning on. `id` is the piece of the character after the last cut."""

    def __init__(self, runs: Sequence[Run]) -> None:
        self.runs = runs
        self.index = self.begin = 0

    @property
    def id(self) -> str:
        return self.runs[self.index].id

    def cut(self, text: str, start: int, end: int) -> list[Run]:
        """The runs of `text[start:end]`."""
        found: list[Run] = []
        while self.index < len(self.runs):
            run = self.runs[self.index]
            after = self.begin + len(run.text)
            if start < min(end, after):
                found.append(Run(run.id, text[start : min(end, after)]))
                start = min(end, after)
            if after > end:
                break
            self.index, self.begin = self.index + 1, after
        return found


def cut(text: str) -> list[str]:
    """A text in pieces of at most `LONGEST` octets in UTF-8; one empty piece when it is empty."""
    step = LONGEST if text.isascii() else LONGEST // 4
    return [text[start : start + step] for start in range(0, len(text), step)] or [""]
