"""Quotation marks and apostrophes that are not those of the language. They are told, never rewritten.

Sources: CLDR's `delimiters`; for German DIN 5008 and, in Switzerland, the Federal Chancellery's Schreibweisungen; for
French the Lexique of the Imprimerie nationale; for Chinese GB/T 15834 and Taiwan's Revised Handbook of Punctuation; for
Japanese JIS X 4051.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from exporter.checking.passages import Passage, passages
from exporter.diagnostics import Diagnostic, Source
from exporter.language import language_of
from exporter.model import Release

# Pairs by language, the usual one first. A tag with a script or a region may have its own.
PAIRS: Mapping[str, tuple[str, ...]] = {
    "ar": ("«»", "“”", "‹›", "‘’"),
    "de": ("„“", "‚‘", "»«", "›‹"),
    "de-CH": ("«»", "‹›", "„“", "‚‘"),
    "de-LI": ("«»", "‹›", "„“", "‚‘"),
    "en": ("“”", "‘’"),
    "es": ("«»", "“”", "‘’"),
    "fr": ("«»", "“”", "‹›", "‘’"),
    "he": ("“”", "„”", "‘’", "‚’"),
    "hi": ("“”", "‘’"),
    "ja": ("「」", "『』", "“”", "‘’", "〝〟"),
    "ko": ("“”", "‘’", "「」", "『』"),
    "zh": ("“”", "‘’", "「」", "『』"),
}
ANY = {pair[0]: pair[1] for pair in ("“”", "„“", "‟”", "‘’", "‚‘", "«»", "‹›", "「」", "『』", "〝〟")}
OPENING, CLOSING = frozenset(ANY), frozenset("”“‘’»«›‹」』〟")
APOSTROPHE, PRIMES = "’", "′´`"
WITHOUT_APOSTROPHES = frozenset(("ja", "ko", "zh"))
STRAIGHT = "\"'"
MARKS = OPENING | CLOSING | set(STRAIGHT) | set(PRIMES)


class Finding(Struct, frozen=True):
    """A mark at an index of a passage, and what is wrong with it: "straight", "language", "pair" or "apostrophe"."""

    index: int
    kind: str


def check_quotation_marks(release: Release, source: Source) -> Iterator[Diagnostic]:
    """A warning for each straight, foreign or lonely quotation mark, and for each sign that stands for an apostrophe."""
    texts = list(passages(release))
    for number, passage in enumerate(texts):
        if MARKS.isdisjoint(passage.text):
            continue
        following = texts[number + 1].text.lstrip()[:1] if number + 1 < len(texts) else ""
        for finding in findings(passage.text, passage.lang, following):
            yield _told(finding, passage, source)


def findings(text: str, lang: str, following: str = "") -> list[Finding]:
    """What is wrong in a text. `following` is how the next one begins: a quotation that goes on opens again there."""
    return _Reader(text, lang, following).read()


def pairs_of(lang: str) -> tuple[str, ...]:
    """The pairs of quotation marks of a language tag, () when they are not known."""
    return PAIRS.get(lang) or PAIRS.get(language_of(lang), ())


class _Open(Struct, frozen=True):
    index: int
    mark: str
    closing: str
    is_told: bool = False


class _Reader:
    """Goes through the marks of a text and keeps which ones are open."""

    def __init__(self, text: str, lang: str, following: str) -> None:
        self.text, self.following = text, following
        self.pairs = {pair[0]: pair[1] for pair in pairs_of(lang)}
        self.has_apostrophes = language_of(lang) not in WITHOUT_APOSTROPHES
        self.has_marked_words = language_of(lang) == "he"  # צה"ל: the mark is of the abbreviation
        self.open: list[_Open] = []
        self.found: list[Finding] = []

    def read(self) -> list[Finding]:
        for index, mark in enumerate(self.text):
            if mark in MARKS:
                self._meet(index, mark)
        for one in self.open:
            if not one.is_told and not (one.mark == self.following and one.mark in self.pairs):
                self.found.append(Finding(one.index, "pair"))
        return sorted(self.found, key=lambda finding: finding.index)

    def _meet(self, index: int, mark: str) -> None:
        before, after = self.text[index - 1 : index], self.text[index + 1 : index + 2]
        inside = before.isalpha() and after.isalpha()
        if mark in PRIMES:
            if inside:
                self.found.append(Finding(index, "apostrophe"))
        elif mark in STRAIGHT:
            self._meet_straight(index, mark, before, inside)
        elif mark == APOSTROPHE and ((inside and self.has_apostrophes) or not self._awaited(mark)):
            return  # an apostrophe, or one that may be
        elif self._awaited(mark):
            self._close(mark)
        elif mark in self.pairs and (mark not in self.pairs.values() or not before.isalnum()):
            self.open.append(_Open(index, mark, self.pairs[mark]))
        else:
            self._meet_other(index, mark, before)

    def _meet_straight(self, index: int, mark: str, before: str, inside: bool) -> None:
        if mark == '"' and inside and self.has_marked_words:
            return
        if mark == "'" and (inside or not self._awaited(mark)) and (before.isalpha() or inside):
            self.found.append(Finding(index, "apostrophe"))
        elif self._awaited(mark):
            self._close(mark)
        elif not before.isdigit():  # after a figure it is a measure: 6' 2"
            self.found.append(Finding(index, "straight"))
            self.open.append(_Open(index, mark, mark, is_told=True))

    def _meet_other(self, index: int, mark: str, before: str) -> None:
        """A mark that the language does not have here: it opens a pair of another one, or closes one wrongly, or nothing."""
        opens = mark in OPENING and (not before or before.isspace() or before in "([{—–-¿¡" or not self.open)
        if opens or (mark in "»›" and not self.open and not before.strip()):
            closing = ANY.get(mark) or {"»": "«", "›": "‹"}[mark]
            if self.pairs:  # a language whose marks we don't know has its own
                self.found.append(Finding(index, "language"))
            self.open.append(_Open(index, mark, closing, is_told=True))
        elif self.open:
            if not self.open[-1].is_told:
                self.found.append(Finding(index, "language"))
            self.open.pop()
        elif self.pairs:
            self.found.append(Finding(index, "pair"))

    def _awaited(self, mark: str) -> bool:
        return any(one.closing == mark for one in self.open)

    def _close(self, mark: str) -> None:
        """Close the innermost pair that awaits a mark; a pair inside it that is still open is told."""
        while self.open:
            one = self.open.pop()
            if one.closing == mark:
                return
            if not one.is_told:
                self.found.append(Finding(one.index, "pair"))


# --- what is told ---------------------------------------------------------------------------------------------------------


def _told(finding: Finding, passage: Passage, source: Source) -> Diagnostic:
    mark = passage.text[finding.index]
    line, column = passage.place(source, finding.index)
    code, fact, hint = _wording(finding.kind, mark, passage.lang)
    return source.warning(code, fact, line=line, column=column, hint=hint)


def _wording(kind: str, mark: str, lang: str) -> tuple[str, str, str]:
    """Code, fact and hint."""
    usual = " or ".join(f"{pair[0]}…{pair[1]}" for pair in pairs_of(lang)[:2])
    hint = f"Quotation marks in this language ({lang}) are {usual}." if usual else "Type the marks of the language."
    if kind == "apostrophe":
        return "quotation.apostrophe", f"{mark} stands for an apostrophe", f"An apostrophe is {APOSTROPHE} (U+2019)."
    if kind == "straight":
        return "quotation.straight", f"{mark} is a straight quotation mark", hint
    if kind == "language":
        return "quotation.language", f"{mark} is not how a quotation is marked in this language", hint
    return "quotation.pair", f"{mark} has no other mark that belongs to it", hint
