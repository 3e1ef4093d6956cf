"""Does an artifact say what the release says? The two comparisons behind parity, and how a difference is told.

A channel's composition is held against the release, piece by piece; the artifact is held against the composition, run by
run. Both must agree, so the artifact agrees with the release.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from msgspec import Struct

from exporter.composing.segments import Segment
from exporter.walking import Piece

SOFT_HYPHEN, HYPHEN = "\u00ad", "\u2010"
MARK = "\u0002"  # PDFium's, for a hyphen at a line's end, be it written or added
SOFT = frozenset((SOFT_HYPHEN, HYPHEN, MARK))  # what a line's end may add
MEANT = re.compile("([²³¹⁰⁴-⁹₀-₉])")  # raised and lowered digits: NFKC would make 102 of 10²
UNSEEN = str.maketrans({"\u200b": None, "\u2060": None, "\ufeff": None, "\u2044": "/"})  # no glyph; PDFium's ½ is 1/2
RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
MIRRORED = dict(zip("()[]{}«»‹›“”‘’", ")(][}{»«›‹”“’‘", strict=True))
CELL = re.compile(r"\.r\d+\.c\d+$")
PART = re.compile(r"\.[a-z]+$")  # `q1.by`, `t1.caption`, but not the cell `t1.r0.c0`
SHORT = 3  # characters up to which a text is too common to be looked for elsewhere
SHOWN = 60  # characters of a text that a message shows
ENOUGH = 5  # differences told for each artifact


class Difference(Struct, frozen=True):
    """One disagreement. `id` is the piece ("" = text that the template adds) and `fact` what happened to it."""

    id: str
    fact: str


def key(text: str) -> str:
    """A text for comparing: NFKC, case and white space (of no width too) aside, since a PDF has its own of both."""
    return "".join(words(text)).casefold().translate(UNSEEN)


def words(text: str) -> list[str]:
    """A text's words, NFKC but for raised and lowered digits."""
    parts = MEANT.split(text)
    parts[::2] = [unicodedata.normalize("NFKC", part) for part in parts[::2]]
    return "".join(parts).split()


def count_words(text: str) -> int:
    """How many words a text has; each East Asian wide character is one, as in Word's own count."""
    wide = sum(character.isalpha() and unicodedata.east_asian_width(character) in "WF" for character in text)
    others = "".join(" " if unicodedata.east_asian_width(character) in "WF" else character for character in text)
    return wide + len(others.split())


# --- the composition against the release ---------------------------------------------------------------------------------


def against_release(pieces: Sequence[Piece], segments: Sequence[Segment], known: frozenset[str]) -> list[Difference]:
    """Pieces that a composition leaves out, changes, repeats, reorders or invents.

    `known` are ids beyond those of the pieces that a template may use (fields that only one channel shows).
    """
    texts: dict[str, str] = {}
    for segment in segments:
        if segment.id:
            texts[segment.id] = texts.get(segment.id, "") + segment.text
    found = list(_pieces_of(pieces, texts))
    ids = {piece.id for piece in pieces}
    for name, text in texts.items():
        if name not in ids and name not in known and text.strip():
            found.append(Difference(name, f"the template adds “{shown(text)}” under an id that the release has no text for"))
    return found or _out_of_order(pieces, segments)


def _pieces_of(pieces: Sequence[Piece], texts: dict[str, str]) -> Iterator[Difference]:
    for piece in pieces:
        text = texts.get(piece.id, "")
        if [word.casefold() for word in words(text)] == [word.casefold() for word in words(piece.text)]:
            continue
        if not text.strip():
            yield Difference(piece.id, f"the template leaves out “{shown(piece.text)}”")
        else:
            yield Difference(piece.id, f"the template makes “{shown(text)}” of “{shown(piece.text)}”")


def _out_of_order(pieces: Sequence[Piece], segments: Sequence[Segment]) -> list[Difference]:
    """The first text of the body, or of the notes, that stands before one that it should follow.

    A template may choose where the parts of a block stand (who said it, the caption), but not their cells; the numbers of
    charts stand in their own order, wherever that is.
    """
    wanted = {piece.id: place for place, piece in enumerate(pieces) if piece.flow != "field" and not PART.search(piece.id)}
    data = frozenset(piece.id for piece in pieces if piece.flow == "data")
    last: dict[str, int] = {}
    for segment in segments:
        place = wanted.get(segment.id)
        if place is None or not segment.text.strip():
            continue
        flow = "data" if segment.id in data else segment.flow
        if place < last.get(flow, -1):
            return [Difference(segment.id, f"the template moves “{shown(segment.text)}” from its place")]
        last[flow] = place
    return []


# --- the artifact against the composition --------------------------------------------------------------------------------


class _Run(Struct, frozen=True):
    """Text under one id without a break, and its key; `apart` when white space stands before it."""

    id: str
    text: str
    key: str
    apart: bool = False


def against_composition(segments: Iterable[Segment], text: str) -> list[Difference]:
    """Runs of one flow that the artifact's text loses, changes, moves or adds to."""
    return _Comparison(list(_runs_with_words(segments)), text).differences()


def word_for_word(segments: Sequence[Segment], text: str) -> list[Difference]:
    """The first word of one flow that the artifact spells, splits or joins otherwise; for artifacts with real spaces."""
    expected, names = "".join(segment.text for segment in segments).split(), list(_ids_of_words(segments))
    for place, (wanted, read) in enumerate(zip(expected, text.split(), strict=False)):
        if wanted != read:
            return [Difference(names[place], f"“{shown(wanted)}” reads “{shown(read)}”")]
    return []


def _ids_of_words(segments: Sequence[Segment]) -> Iterator[str]:
    """The id under which each word of a flow begins."""
    inside = False
    for segment in segments:
        for character in segment.text:
            if not inside and not character.isspace():
                yield segment.id
            inside = not character.isspace()


def _runs_with_words(segments: Iterable[Segment]) -> Iterator[_Run]:
    """The runs that have words; white space between two of them may be a run of its own."""
    apart = False
    for run in _runs(segments):
        apart = apart or run.text[:1].isspace()
        if run.key:
            yield _Run(run.id, run.text, run.key, apart)
            apart = run.text[-1:].isspace()


def _runs(segments: Iterable[Segment]) -> Iterator[_Run]:
    """Texts joined as long as their id stays the same; a footnote's number and the like go with the text before them."""
    name, text = "", ""
    for segment in segments:
        if segment.id == name or (not segment.id and len(key(segment.text)) <= SHORT):
            text += segment.text
            continue
        yield _Run(name, text, key(text))
        name, text = segment.id, segment.text
    yield _Run(name, text, key(text))


class _Comparison:
    """Walks through an artifact's text, run by run; only a mismatch makes it look further."""

    def __init__(self, runs: list[_Run], text: str) -> None:
        self.runs, self.text = runs, key(text)
        self.breaks = frozenset(accumulate(len(key(word)) for word in words(text)))  # where white space is
        self.soft = any(character in SOFT for character in text)
        self.mirrors = bool(RIGHT_TO_LEFT.search(text))  # then PDFium turns brackets at the edge of a run
        self.found: list[Difference] = []
        self.moved: list[str] = []

    def differences(self) -> list[Difference]:
        position = 0
        for index, run in enumerate(self.runs):
            end = self._match(run.key, position)
            if end >= 0 and self._runs_on(index, end):
                self.found.append(Difference(run.id, f"“{shown(run.text)}” has no end before the next cell"))
            position = end if end >= 0 else self._explain(index, position)
            if len(self.found) >= ENOUGH:
                return self.found
        self._added(self.text[position:], len(self.runs) - 1)
        return self.found

    def _runs_on(self, index: int, end: int) -> bool:
        """Whether a cell's text, which ends there, is not set apart from the next cell's: 1 and 23 are not 12 and 3."""
        after = self.runs[index + 1] if index + 1 < len(self.runs) else None
        if not after or not after.apart or not CELL.search(after.id) or not CELL.search(self.runs[index].id):
            return False  # not `apart`: a table in a PDF's footnote, whose cells have no space in the composition either
        while end not in self.breaks and self.text[end : end + 1] in SOFT:
            end += 1
        return end not in self.breaks

    def _match(self, wanted: str, position: int) -> int:
        """Where the artifact's text goes on after `wanted`, or -1.

        Hyphens that a line's end added are passed over, and soft hyphens that it took; a written hyphen must be there.
        Where writing from right to left stands in the text, a bracket may be its mirror image.
        """
        if self.text.startswith(wanted, position):
            return position + len(wanted)
        if not self.soft and not self.mirrors and SOFT_HYPHEN not in wanted:
            return -1
        index = 0
        while index < len(wanted):
            here = self.text[position : position + 1]
            if here == wanted[index] or self._stands_for(here, wanted[index]):
                index, position = index + 1, position + 1
            elif here and here in SOFT:
                position += 1
            elif wanted[index] == SOFT_HYPHEN:
                index += 1
            else:
                return -1
        return position

    def _stands_for(self, here: str, wanted: str) -> bool:
        """Whether a sign that was read is how PDFium reads another one."""
        if here in (MARK, SOFT_HYPHEN):  # many fonts have one glyph for a soft hyphen and a written one
            return wanted in ("-", HYPHEN)
        return self.mirrors and bool(here) and MIRRORED.get(wanted) == here

    def _explain(self, index: int, position: int) -> int:
        """Tell what became of a run that is not where it should be; returns where to go on."""
        run, later = self.runs[index], self._next_known(index, position)
        place = self.text.find(run.key)
        if place >= position and (later < 0 or place <= later):
            self._added(self.text[position:place], index)
            return place + len(run.key)
        if place >= 0 and len(run.key) > SHORT:
            self.found.append(Difference(run.id, f"“{shown(run.text)}” stands in another place"))
            self.moved.append(run.key)
            return position
        reads = self.text[position:later] if later >= 0 else self.text[position : position + len(run.key)]
        fact = f"“{shown(run.text)}” is lost" if not reads else _changed(run.text, run.key, reads)
        self.found.append(Difference(run.id, fact))
        return later if later >= 0 else position + len(reads)

    def _next_known(self, index: int, position: int) -> int:
        """Where the first of the runs after this one is that can be found further on; -1 when there is none."""
        for run in self.runs[index + 1 :]:
            if len(run.key) > SHORT and (place := self.text.find(run.key, position)) >= 0:
                return place
        return -1

    def _added(self, extra: str, index: int) -> None:
        """Text that no run accounts for, told at the run before it; what was told as moved is not told again."""
        for moved in self.moved:
            extra = extra.replace(moved, "", 1)
        extra = "".join(character for character in extra if character not in SOFT)
        if extra:
            self.found.append(Difference(self.runs[index].id if self.runs else "", f"“{shown(extra)}” is added"))


def _changed(text: str, wanted: str, reads: str) -> str:
    """The fact of a change, with the two readings cut to where they part."""
    same = next((i for i, (a, b) in enumerate(zip(wanted, reads, strict=False)) if a != b), min(len(wanted), len(reads)))
    start = max(0, same - 15)
    return f"“{shown(text)}” is changed: “{shown(wanted[start:])}” reads “{shown(reads[start:])}”"


def shown(text: str) -> str:
    """A text as a message shows it: one line, cut."""
    line = " ".join(text.split())
    return line if len(line) <= SHOWN else line[: SHOWN - 1] + "…"
