"""Runs as Markdown, by the way in which stress is marked where signs collide."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, pairwise

from msgspec import Struct
from msgspec.structs import replace

from exporter.merging.runs import Run, Runs
from exporter.merging.source.escaping import as_entity, escaped, guarded, with_edges
from exporter.reading.markdown.nodes import closes_up

SPACE = "\ue000"  # a space at which a line may be wrapped, until it is


class Vocabulary(Struct, frozen=True):
    """What the source calls things: addresses by what a run's link is, with titles; calls by a note's id; pictures by
    their alternative text; language spans' attributes by the language."""

    links: Mapping[str, str]
    calls: Mapping[str, str]
    pictures: Mapping[str, str]
    languages: Mapping[str, str]


class Way(Struct, frozen=True):
    """How stress is written. `entities`: a letter beside a sign that would not hold otherwise becomes an entity."""

    under: bool
    entities: bool = False


WAYS = (Way(False), Way(True), Way(False, True), Way(True, True))


class NoForm(Exception):
    """Something that Markdown, or this place in it, can't say; the message is a sentence."""


class Writer:
    """Writes the runs of one piece. `where` is the place: paragraph, heading, cell, caption, label, note."""

    def __init__(self, words: Vocabulary, where: str, way: Way) -> None:
        self.words, self.where, self.way = words, where, way

    def write(self, runs: Sequence[Run]) -> str:
        """One text, its breakable spaces SPACE; raises NoForm."""
        return self._links(list(runs))

    def _links(self, runs: list[Run]) -> str:
        made = ""
        for link, group in groupby(_held(runs), key=lambda run: run.link):
            part = list(group)
            if not link:
                made = self._join(made, self._languages(part))
                continue
            inner = self._languages([replace(run, link="") for run in part])
            made = self._join(made, f"[{inner}]({self.words.links.get(link) or target(link)})")
        return made

    def _languages(self, runs: list[Run]) -> str:
        made = ""
        for lang, group in groupby(runs, key=lambda run: run.lang):
            part = [replace(run, lang="") for run in group]
            inner = self._stress(part, _order(part))
            attributes = self.words.languages.get(lang.lower()) or self.words.languages.get(lang.lower().split("-")[0])
            made = self._join(made, f"[{inner}]{attributes}" if lang and attributes and inner.strip(SPACE) else inner)
        return made

    def _stress(self, runs: list[Run], kinds: Sequence[str]) -> str:
        """The runs with their stress, that of the first kind outside."""
        if not kinds:
            return "".join(map(self._leaf, runs))
        kind, made = kinds[0], list[tuple[bool, str]]()
        for on, group in groupby(runs, key=lambda run: bool(getattr(run, kind))):
            made.append((on, self._stress([_without(run, kind) for run in group], kinds[1:])))
        return "".join(
            self._marked(made, index, kind) if on else self._beside(made, index) for index, (on, _) in enumerate(made)
        )

    def _marked(self, made: list[tuple[bool, str]], index: int, kind: str) -> str:
        inner = made[index][1]
        before = made[index - 1][1][-1:] if index else ""
        after = made[index + 1][1][:1] if index + 1 < len(made) else ""
        plain = not (before.isalnum() or after.isalnum())
        sign = "**" if kind == "bold" else "_" if self.way.under and plain else "*"
        return f"{sign}{inner}{sign}"

    def _beside(self, made: list[tuple[bool, str]], index: int) -> str:
        """Plain words, a letter at their edge an entity where stress with a sign at its own edge stands beside it."""
        inner = made[index][1]
        if not self.way.entities or not inner:
            return inner
        if index and inner[0].isalnum() and not made[index - 1][1][-1:].isalnum():
            inner = as_entity(inner[0]) + inner[1:]
        if index + 1 < len(made) and inner[-1].isalnum() and not made[index + 1][1][:1].isalnum():
            inner = inner[:-1] + as_entity(inner[-1])
        return inner

    def _join(self, before: str, after: str) -> str:
        """Two texts beside each other; a brace does not become the attributes of what it follows."""
        if before.endswith((")", "]", ">")) and after.startswith("{"):
            return before + "\\" + after
        return before + after

    def _leaf(self, run: Run) -> str:
        if run.extra:
            raise NoForm(f"Markdown has no form for words that are {run.extra[0]}.")
        if run.note:
            if run.note not in self.words.calls:
                raise NoForm("The note that is called here is not in the content file.")
            return self.words.calls[run.note]
        if run.picture is not None:
            if run.picture not in self.words.pictures:
                raise NoForm("The picture that stands here is not in this part of the content file.")
            return self.words.pictures[run.picture]
        if run.code:
            return "\\\n".join(_code(part, self.where) for part in run.text.split("\n"))
        return "\\\n".join(self._text(part) for part in run.text.split("\n"))

    def _text(self, words: str) -> str:
        text = escaped(words)
        if self.where == "cell":
            text = text.replace("|", "\\|")
        if self.where in ("heading", "caption"):
            text = text.replace("{", "\\{")
        return text.replace("^\\[", "\\^\\[").replace(" ", SPACE)


def _order(runs: Sequence[Run]) -> tuple[str, str]:
    """The kinds of stress, outermost first: emphasis where it goes on beyond bold words, and bold does so nowhere."""
    pairs = list(pairwise(runs))
    goes_on = any(one.italic and other.italic and one.bold != other.bold for one, other in pairs)
    holds = any(one.bold and other.bold and one.italic != other.italic for one, other in pairs)
    return ("italic", "bold") if goes_on and not holds else ("bold", "italic")


def _without(run: Run, kind: str) -> Run:
    return replace(run, bold=False) if kind == "bold" else replace(run, italic=False)


def _held(runs: list[Run]) -> Iterator[Run]:
    """The runs, a call or picture between words of one stress in that stress."""
    for index, run in enumerate(runs):
        if run.is_words or not 0 < index < len(runs) - 1:
            yield run
            continue
        before, after = runs[index - 1], runs[index + 1]
        yield replace(run, bold=before.bold and after.bold, italic=before.italic and after.italic)


def _code(text: str, where: str) -> str:
    if not text:
        return ""
    ticks = "`"
    while re.search(rf"(?<!`){ticks}(?!`)", text):
        ticks += "`"
    if text[0] in "` " or text[-1] in "` ":
        text = f" {text} "
    if where == "cell":
        text = text.replace("|", "\\|")
    return f"{ticks}{text}{ticks}"


def target(link: str) -> str:
    """An address between parentheses (CommonMark 0.31, 6.3)."""
    if link.startswith("#"):
        raise NoForm("The place that this link leads to has no name in the content file.")
    if re.search(r"[\s()<>\\]", link):
        return "<" + re.sub(r"([<>\\])", r"\\\1", link) + ">"
    return link


def wrapped(text: str, width: int) -> list[str]:
    """The lines of a written text, at most `width` characters where it can be (0: not wrapped), each guarded."""
    lines: list[str] = []
    for part in text.split("\n"):
        line = ""
        for word in part.split(SPACE):
            if line and width and len(line) + 1 + len(word) > width and not closes_up(line[-1], word[:1]) and word:
                lines.append(line)
                line = word
            else:
                line = f"{line} {word}" if line else word
        lines.append(line)
    return [guarded(line) for line in lines]


def write_lines(runs: Runs, words: Vocabulary, where: str, way: Way, width: int) -> list[str]:
    """A piece's runs as its lines; raises NoForm."""
    text = Writer(words, where, way).write(runs)
    if "\n" in text and where in ("heading", "cell", "label"):
        raise NoForm("A line can't be broken here.")
    if where in ("cell", "heading", "label"):
        line = with_edges(text.replace(SPACE, " "))
        return [re.sub(r"(#+)$", r"\\\1", line) if where == "heading" else line]
    lines = wrapped(text, width)
    lines[0], lines[-1] = _edge(lines[0], 0), _edge(lines[-1], -1)
    return lines


def _edge(line: str, side: int) -> str:
    if line and line[side].isspace():
        return as_entity(line[0]) + line[1:] if side == 0 else line[:-1] + as_entity(line[-1])
    return line
