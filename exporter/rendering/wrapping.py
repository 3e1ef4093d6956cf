"""Lines of plain text out of runs that know their piece: broken at spaces, and between East Asian characters.

A simplification of UAX #14 (line breaking) with the widths of UAX #11 (East Asian width). A line ends in a run of "\\n":
under the id of the piece whose space it stands for, or computed (id "") where the break adds white space to the text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

SPACES = re.compile(r"([ \t\r\n\f\v\u1680\u2000-\u2006\u2008-\u200a\u205f\u3000]+)")
HANGUL = (("\u3130", "\u318f"), ("\ua960", "\ua97f"), ("\uac00", "\ud7ff"))  # of what is wide
SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
NO_START = frozenset(
    ".,:;!?%…‥)]}’”»›、。，．：；！？％）］｝〕〉》」』】〙〗・ー～々〻ゝゞヽヾぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ゛゜"
    + SUPERSCRIPTS
    + "\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff"
)
NO_END = frozenset("([{‘“«‹（［｛〔〈《「『【〘〖￥＄\u200d\u2060\u00a0")
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
    line: list[Run] = []
    room = width
    for word in _words(runs):
        if line and (word.hard or word.columns + width_of(word.space.text) > room):
            lines.append((*line, _newline(word)))
            line, room = [], width
        elif line and word.space.text:
            line.append(word.space)
            room -= width_of(word.space.text)
        line += word.runs
        room -= word.columns
    return [*lines, (*line, END)] if line else lines


def _newline(word: _Word) -> Run:
    """The end of the line before a word: its space's, in that piece, or one that the text does not have."""
    return Run(word.space.id, "\n") if word.space.text or word.hard else END


class _Word(NamedTuple):
    """What is never broken, the space before it, and whether it must begin a line."""

    space: Run
    runs: tuple[Run, ...]
    hard: bool
    columns: int


def _words(runs: Iterable[Run]) -> Iterator[_Word]:
    space, hard, parts = Run("", ""), False, list[Run]()
    for atom in _atoms(runs):
        if atom.kind == "solid" or (atom.kind == "text" and not _is_space(atom) and _keeps_to(parts, atom.text)):
            parts.append(atom)
            continue
        if parts:
            yield _word(space, parts, hard)
            space, hard, parts = Run("", ""), False, []
        if atom.kind == "break":
            space, hard = Run(atom.id, ""), True
        elif not _is_space(atom):
            parts = [atom]
        elif not hard and not space.text:
            space = Run(atom.id, atom.text if "\u3000" in atom.text else " ")
    if parts:
        yield _word(space, parts, hard)


def _keeps_to(parts: Sequence[Run], text: str) -> bool:
    """Whether a text goes on the word before it."""
    if not parts:
        return True
    return (
        not _may_break(parts[-1].text[-1], text[0]) and sum(_octets(part.text) for part in parts) + _octets(text) <= LONGEST
    )


def _word(space: Run, parts: Sequence[Run], hard: bool) -> _Word:
    return _Word(space, tuple(parts), hard, sum(width_of(part.text) for part in parts))


def _is_space(atom: Run) -> bool:
    return atom.kind == "text" and bool(SPACES.fullmatch(atom.text))


def _atoms(runs: Iterable[Run]) -> Iterator[Run]:
    """The runs cut at spaces and wherever a line may end inside a word."""
    for run in runs:
        if run.kind != "text":
            yield run
            continue
        for part in filter(None, SPACES.split(run.text)):
            for piece in (part,) if part.isspace() else _pieces(part):
                yield Run(run.id, piece)


def _pieces(word: str) -> Iterator[str]:
    start = 0
    if _octets(word) <= LONGEST:
        for index in range(1, len(word)) if not word.isascii() else ():
            if _may_break(word[index - 1], word[index]):
                yield word[start:index]
                start = index
        yield word[start:]
    else:
        for part in cut(word):
            yield from _pieces(part)


def cut(text: str) -> list[str]:
    """A text in pieces of at most `LONGEST` octets in UTF-8; one empty piece when it is empty."""
    step = LONGEST if text.isascii() else LONGEST // 4
    return [text[start : start + step] for start in range(0, len(text), step)] or [""]


def _octets(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode())


def _may_break(before: str, after: str) -> bool:
    """Whether a line may end between two characters that have no space between them."""
    if not (_is_ideographic(before) or _is_ideographic(after)):
        return False
    return before not in NO_END and after not in NO_START and _columns(after) > 0


def _is_ideographic(character: str) -> bool:
    """Whether lines may be broken around it: wide, but not Hangul, which has spaces between its words."""
    wide = character > "\u2e7f" and _columns(character) == 2
    return wide and not any(first <= character <= last for first, last in HANGUL)
