"""Changed words put into the raw text of a piece, so that everything else of it stays byte for byte."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from msgspec import Struct

from exporter.merging.source.markdown import escaped
from exporter.merging.source.sheet import Patch

WORD = re.compile(r"[^\W_]+|[^\w\s]|_")
GUESSES = 3  # where beside a mark new words can go


class Word(Struct, frozen=True):
    words: str
    start: int
    end: int


def patches(raw: str, at: int, old: str, new: str, guess: int) -> list[Patch] | None:
    """The patches that make `new` of the words `old` in `raw`, which begins at the offset `at`; None if unsure.

    Beside a mark (`**`), new words can go before, behind or between; `guess` chooses, and who asks must look at the result.
    """
    before, after, written = _words(old), _words(new), _words(raw)
    places = _places(before, written)
    made: list[Patch] = []
    matcher = SequenceMatcher(None, [word.words for word in before], [word.words for word in after], autojunk=False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            if any(_gap(old, before, i - 1, i) != _gap(new, after, j - 1, j) for i, j in _inner(i1, i2, j1, j2)):
                return None  # only white space changed, as where a line was broken
            continue
        patch = _Stretch(raw, old, new, before, after, written, places).patch(i1, i2, j1, j2, guess)
        if patch is None:
            return None
        made.append(Patch(at + patch.start, at + patch.end, patch.words))
    return made or None


def _inner(i1: int, i2: int, j1: int, j2: int) -> Iterator[tuple[int, int]]:
    yield from ((i1 + step, j1 + step) for step in range(1, i2 - i1))


def _words(text: str) -> list[Word]:
    return [Word(match[0], *match.span()) for match in WORD.finditer(text)]


def _places(before: Sequence[Word], written: Sequence[Word]) -> dict[int, int]:
    """Where in the raw text each word stands."""
    matcher = SequenceMatcher(None, [word.words for word in before], [word.words for word in written], autojunk=False)
    return {block.a + step: block.b + step for block in matcher.get_matching_blocks() for step in range(block.size)}


def _gap(text: str, words: Sequence[Word], left: int, right: int) -> str:
    """What stands between two words; before the first, and after the last one too."""
    start = words[left].end if left >= 0 else 0
    end = words[right].start if right < len(words) else len(text)
    return text[start:end]


class _Stretch(Struct, frozen=True):
    raw: str
    old: str
    new: str
    before: Sequence[Word]
    after: Sequence[Word]
    written: Sequence[Word]
    places: dict[int, int]

    def patch(self, i1: int, i2: int, j1: int, j2: int, guess: int) -> Patch | None:
        """What makes the words `j1` to `j2` of those from `i1` to `i2`."""
        if any(i not in self.places for i in range(max(i1 - 1, 0), min(i2 + 1, len(self.before)))):
            return None
        if i1 < i2 and self.places[i2 - 1] - self.places[i1] != i2 - 1 - i1:
            return None
        words = escaped(self.new[self.after[j1].start : self.after[j2 - 1].end]) if j1 < j2 else ""
        if j1 and words.startswith("\\") and self.new[self.after[j1].start] in "#>+=:-":
            words = words[1:]  # no line begins here
        if i1 < i2 and j1 < j2:
            return self._exchanged(i1, i2, j1, j2, words)
        if i1 < i2:
            return self._deleted(i1, i2, j1)
        return self._inserted(i1, j1, j2, words, guess)

    def _left(self, i: int) -> int:
        """Where in the raw text the word before `i` ends."""
        return self.written[self.places[i - 1]].end if i else 0

    def _right(self, i: int) -> int:
        """Where in the raw text the word `i` begins."""
        return self.written[self.places[i]].start if i < len(self.before) else len(self.raw)

    def _exchanged(self, i1: int, i2: int, j1: int, j2: int, words: str) -> Patch | None:
        start, end = self._right(i1), self.written[self.places[i2 - 1]].end
        lefts = _gap(self.old, self.before, i1 - 1, i1), _gap(self.new, self.after, j1 - 1, j1)
        rights = _gap(self.old, self.before, i2 - 1, i2), _gap(self.new, self.after, j2 - 1, j2)
        if lefts[0] != lefts[1]:
            if self.raw[self._left(i1) : start].strip():
                return None
            start, words = self._left(i1), lefts[1] + words
        if rights[0] != rights[1]:
            if self.raw[end : self._right(i2)].strip():
                return None
            end, words = self._right(i2), words + rights[1]
        return Patch(start, end, words)

    def _deleted(self, i1: int, i2: int, j: int) -> Patch | None:
        start, end = self._right(i1), self.written[self.places[i2 - 1]].end
        left, right = self.raw[self._left(i1) : start], self.raw[end : self._right(i2)]
        gap = _gap(self.new, self.after, j - 1, j)
        if not left.strip() and not right.strip():
            ends = re.search(r"\n[ \t>]*", self.raw[self._left(i1) : self._right(i2)])
            kept = ends[0] if gap and ends else left if gap and left else right if gap and right else gap
            return Patch(self._left(i1), self._right(i2), kept if j and j < len(self.after) else "")
        if not left.strip() and left and right[:1] != left[:1]:
            return Patch(self._left(i1), end, "") if not right[:1].isspace() and not gap else None
        return None

    def _inserted(self, i: int, j1: int, j2: int, words: str, guess: int) -> Patch | None:
        left, right = self._left(i), self._right(i)
        between = self.raw[left:right]
        before, after = _gap(self.new, self.after, j1 - 1, j1), _gap(self.new, self.after, j2 - 1, j2)
        if not between.strip():
            if between and "\n" in between and after:
                return Patch(left, left, before + words)
            return Patch(left, right, before + words + after)
        if guess == 0 and (space := re.search(r"\s+", between)):
            place = left + space.end()
            return Patch(place, place, words + (after or " "))
        if guess == 1:
            return Patch(left, left, before + words + (after if not between[:1].isspace() else ""))
        return Patch(right, right, (before if not between[-1:].isspace() else "") + words + after)
