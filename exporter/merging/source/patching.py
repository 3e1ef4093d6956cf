"""New words for one piece: only what changed is written anew, where that holds; else the whole piece."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from exporter.merging.runs import Run, Runs, fused
from exporter.merging.source.markdown import SPACE, WAYS, NoForm, Vocabulary, Way, Writer, write_lines
from exporter.merging.source.outline import Passage
from exporter.merging.source.recording import Atom
from exporter.merging.source.source_text import Change, SourceText

WORD = re.compile(r"\w+|\s|.", re.DOTALL)


class Unit(Struct, frozen=True):
    """A word, a sign, a space, a call or a picture, in one format."""

    run: Run
    at: int  # the first of its characters


def units(runs: Runs) -> list[Unit]:
    """Runs in parts that a difference is told by."""
    found: list[Unit] = []
    at = 0
    for run in runs:
        parts = WORD.findall(run.text) if run.is_words else [""]
        for part in parts:
            found.append(Unit(replace(run, text=part, lang=""), at))
            at += len(part) or 1
    return found


def settled(atoms: list[Atom], text: str) -> list[Atom]:
    """The atoms that stand for the characters of a normal text: white space is one, that of ends is none."""
    made: list[Atom] = []
    for atom in atoms:
        blank = atom.text and atom.text.strip(" \t\r\n\f\v") == ""
        if blank and made and made[-1].text in (" ", "\n", "\r"):
            kept = "\n" if "\n" in (atom.text, made[-1].text) else " "
            made[-1] = Atom(kept, made[-1].start, atom.end)
        elif blank:
            made.append(Atom("\n" if atom.text == "\n" else " " if atom.text != "\r" else "\r", atom.start, atom.end))
        else:
            made.append(atom)
    return _matched(made, text)


def _matched(atoms: list[Atom], text: str) -> list[Atom]:
    """The atoms without the white space that the text does not have (a line's end between East Asian characters, ends)."""
    found: list[Atom] = []
    for atom in atoms:
        wanted = text[len(found) : len(found) + 1]
        if atom.text in (" ", "\r", "\n") and wanted not in (" ", "\n"):
            continue
        found.append(atom)
    return found


def flat(runs: Runs) -> str:
    """One character for each of the words', a call or a picture: U+FFFC."""
    return "".join(run.text if run.is_words else "\ufffc" for run in runs)


def patches(passage: Passage, source: SourceText, old: Runs, new: Runs, words: Vocabulary) -> Iterator[list[Change]]:
    """The changes that write only what differs, one way after another; none where markup is in between."""
    atoms = settled(passage.atoms, flat(old))
    text = flat(old)
    if len(atoms) != len(text) or any(
        atom.text.strip() and atom.text != sign for atom, sign in zip(atoms, text, strict=True)
    ):
        return
    before, after = units(old), units(new)
    matcher = SequenceMatcher(None, [unit.run for unit in before], [unit.run for unit in after], autojunk=False)
    steps = [step for step in matcher.get_opcodes() if step[0] != "equal"]
    for way in WAYS:
        try:
            made = [_patch(passage, atoms, before, after, step[1:], words, way) for step in steps]
        except NoForm:
            return
        if any(change is None for change in made):
            return
        yield [change for change in made if change is not None]


def _patch(
    passage: Passage,
    atoms: list[Atom],
    before: list[Unit],
    after: list[Unit],
    step: tuple[int, int, int, int],
    words: Vocabulary,
    way: Way,
) -> Change | None:
    first, last, begin, end = step
    size = len(atoms)
    place = before[first].at if first < len(before) else size
    stop = before[last].at if last < len(before) else size
    if place < stop:
        start, finish = atoms[place].start, atoms[stop - 1].end
        if not _touching(atoms[place:stop]):
            return None
        around = before[first].run
    elif place:
        start = finish = atoms[place - 1].end
        around = before[first - 1].run
    elif atoms:
        start = finish = atoms[0].start
        around = before[0].run
    else:
        return None
    base = around if around.is_words and not around.code else Run("")
    runs = [_inside(unit.run, base) for unit in after[begin:end]]
    text = Writer(words, passage.where, way).write(list(fused(runs))).replace(SPACE, " ")
    return Change(passage.start(start), passage.end(finish), text)


def _touching(atoms: list[Atom]) -> bool:
    """Whether nothing but the atoms stands between them."""
    return all(one.end == other.start or one.start == other.start for one, other in pairwise(atoms))


def _inside(run: Run, base: Run) -> Run:
    """A run's format inside of words that have the format of `base`; raises NoForm when it must end for it."""
    if not run.is_words:
        return run
    blank = not run.text.strip()
    if not blank and (
        (base.bold and not run.bold) or (base.italic and not run.italic) or (run.link != base.link and base.link)
    ):
        raise NoForm("")
    link = "" if run.link == base.link else run.link
    return replace(run, bold=run.bold and not base.bold, italic=run.italic and not base.italic, link=link)


def rewritten(passage: Passage, source: SourceText, new: Runs, words: Vocabulary, prefix: str) -> Iterator[list[Change]]:
    """The changes that write the whole piece, one way after another. Raises NoForm when Markdown can't say it."""
    first, last = passage.start(0), passage.end(len(passage.text))
    rows = passage.text.count("\n")
    width = max(len(line) for line in source.text[first:last].split("\n")) if rows else 0
    for way in WAYS:
        lines = write_lines(new, words, passage.where, way, width)
        yield [Change(first, last, ("\n" + prefix).join(lines))]
