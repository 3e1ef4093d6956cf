"""The words that templates add, by language: `templates/labels/<language>.yml`, flat files of `key: text`.

A project's own file needs only the keys that it says otherwise: the rest comes from the packaged file of that language, then
from the language without its region, then from English. Keys for templates of one's own begin in one's own `en.yml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from exporter.composing.folders import TemplateFolders
from exporter.diagnostics import Diagnostic, Place, Result, Severity, Source
from exporter.model import Release
from exporter.project import shown_path
from exporter.reading.encoding import read_text
from exporter.reading.mistakes import Mistakes, suggestion
from exporter.reading.yaml.reader import read_yaml
from exporter.reading.yaml.tree import Node, Scalar

FALLBACK = "en"
TRADITIONAL = ("TW", "HK", "MO")  # regions that write Chinese in traditional characters where the tag names no script
PLACEHOLDER = re.compile(r"\{\w+\}")


class Labels(Struct, frozen=True):
    """`words` is None when a file has an error; `is_spoken` tells whether there is a file for the language at all."""

    words: Mapping[str, str] | None
    is_spoken: bool
    diagnostics: tuple[Diagnostic, ...] = ()


def load_labels(lang: str, folders: TemplateFolders) -> Labels:
    """The labels for a BCP 47 tag. A project's own files are checked against English; the packaged ones need no check."""
    *own, packaged = folders.folders
    files = list(_files(_names(lang), packaged, own))
    english = list(_files([FALLBACK], packaged, own))
    if files and all(path.is_relative_to(packaged) for path in (*files, *english)):
        return _Reader(packaged).labels(files)
    return _Reader(packaged).labels([*english, *(path for path in files if path not in english)], english, bool(files))


def labels_for(release: Release, folders: TemplateFolders) -> Result[Mapping[str, str]]:
    """The labels for a release, with what is wrong with them; it is a warning when its language has none."""
    labels = load_labels(release.meta.lang, folders)
    return Result(labels.words, (*labels.diagnostics, *_foreign(release, labels)))


def _foreign(release: Release, labels: Labels) -> tuple[Diagnostic, ...]:
    """A warning when the labels are English ones because there are none in the release's language."""
    if labels.is_spoken:
        return ()
    span = dict(release.fields).get("lang")
    lang = release.meta.lang
    place = Place(release.file, span.line, span.column, len(lang)) if span else Place(release.file)
    fact = f"there are no labels in the language “{lang}”, so “Media contact” and others are English"
    hint = f"Copy the packaged labels/en.yml to templates/labels/{lang.split('-')[0]}.yml and translate it."
    return (Diagnostic(Severity.WARNING, "labels.language", fact, place, hint),)


def _names(lang: str) -> Iterator[str]:
    """The names of the files for a tag, from the most general one on: `zh`, `zh-Hant`, `zh-Hant-TW`."""
    first, *rest = lang.split("-")
    if first == "zh" and rest and rest[0] in TRADITIONAL:
        rest.insert(0, "Hant")
    for count in range(len(rest) + 1):
        yield "-".join((first, *rest[:count]))


def _files(names: Iterable[str], packaged: Path, own: list[Path]) -> Iterator[Path]:
    """The files that there are, each better than those before it."""
    for name in names:
        for folder in (packaged, *reversed(own)):
            if (path := folder / "labels" / f"{name}.yml").is_file():
                yield path


class _Reader:
    def __init__(self, packaged: Path) -> None:
        self.packaged = packaged
        self.words: dict[str, str] = {}
        self.said: list[Diagnostic] = []

    def labels(self, files: Iterable[Path], english: Iterable[Path] = (), is_spoken: bool = True) -> Labels:
        """The words of all files, later ones before earlier ones; `english` are those that say which keys there are."""
        for path in files:
            self._read(path, path in english)
        failed = any(diagnostic.is_error for diagnostic in self.said)
        return Labels(None if failed else self.words, is_spoken, tuple(self.said))

    def _read(self, path: Path, is_english: bool) -> None:
        file = shown_path(path)
        try:
            text = read_text(file, path.read_bytes())
        except OSError as error:
            fact = f"these labels can't be read: {(error.strerror or str(error)).lower()}"
            self.said.append(Diagnostic(Severity.ERROR, "labels.unreadable", fact, Place(file)))
            return
        self.said += text.diagnostics
        if text.value is None:
            return
        mistakes = Mistakes(Source(file, text.value))
        tree = read_yaml(mistakes.source, text.value)
        mistakes.found += tree.diagnostics
        entries = tree.value.entries if tree.value else ()
        is_own = not path.is_relative_to(self.packaged)
        found = {key.text: self._word(key, value, is_own, is_english, mistakes) for key, value in entries}
        self.words |= {key: word for key, word in found.items() if word is not None}
        self.said += mistakes.in_order()

    def _word(self, key: Scalar, value: Node, is_own: bool, is_english: bool, mistakes: Mistakes) -> str | None:
        if not isinstance(value, Scalar) or value.is_nothing or value.is_boolean:
            mistakes.error("labels.no-text", f"“{key.text}” has no text", value.spot, 'An empty one is written as ""')
            return None
        if is_own:
            self._check(key, value, is_english, mistakes)
        return value.text

    def _check(self, key: Scalar, value: Scalar, is_english: bool, mistakes: Mistakes) -> None:
        """What a project's own label must have in common with the label of that name that is known already."""
        if key.text not in self.words:
            near = suggestion(key.text, self.words)
            if near or not is_english:
                hint = near or "A key for templates of your own must stand in templates/labels/en.yml too."
                mistakes.warning("labels.unknown-key", f"no template asks for “{key.text}”", key.spot, hint)
            return
        wanted, given = (set(PLACEHOLDER.findall(text)) for text in (self.words[key.text], value.text))
        for name in sorted(wanted - given):
            fact = f"“{key.text}” lacks {name}, which templates fill"
            mistakes.error("labels.placeholder", fact, value.spot, f"In another file it reads: {self.words[key.text]}")
        for name in sorted(given - wanted):
            fact = f"“{key.text}” has {name}, which no template fills"
            mistakes.error("labels.placeholder", fact, value.spot, f"In another file it reads: {self.words[key.text]}")
