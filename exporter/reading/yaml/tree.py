"""YAML text into a small tree of our own, in which every key and value knows its place in the file.

The tree keeps what was written: `2025-03-12`, `no` and `1.10` are texts, and whoever reads one decides what it must be. Only
the parser of ruamel.yaml is used, not its composer and constructor: they would resolve types and lose places.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar, Union

from msgspec import Struct

from exporter.diagnostics import Diagnostic, Result, Source
from exporter.model import Span

LONGEST = 100_000  # characters
ENOUGH = 20  # syntax errors that are told of one text


class Spot(Struct, frozen=True):
    """Where something is written: 1-based line and column, the characters to underline there, and its last line."""

    line: int
    column: int = 1
    length: int = 1
    end_line: int = 0

    def span(self) -> Span:
        return Span(self.line, max(self.line, self.end_line), self.column)


class Scalar(Struct, frozen=True):
    """A single value as it is written; `plain` means without quotes, so that it may also be a number or nothing."""

    what: ClassVar[str] = "text"
    text: str
    plain: bool
    spot: Spot

    @property
    def is_nothing(self) -> bool:
        """No value is written (YAML 1.2, §10.3.2)."""
        return self.plain and self.text in ("", "~", "null", "Null", "NULL")

    @property
    def is_boolean(self) -> bool:
        return self.plain and self.text in ("true", "True", "TRUE", "false", "False", "FALSE")


class YamlList(Struct, frozen=True):
    what: ClassVar[str] = "a list"
    items: tuple[Node, ...]
    spot: Spot


class YamlMap(Struct, frozen=True):
    """Keys and values in order, each key once. `broken`: some could not be read, and that was said."""

    what: ClassVar[str] = "a group of keys"
    entries: tuple[tuple[Scalar, Node], ...]
    spot: Spot
    broken: bool = False

    def get(self, name: str) -> Node | None:
        """The value of a key, or None."""
        return next((value for key, value in self.entries if key.text == name), None)


Node = Union[Scalar, YamlList, YamlMap]


def read_yaml(source: Source, text: str, first_line: int = 1) -> Result[YamlMap]:
    """The keys and values of a YAML text that begins at line `first_line` of `source`. Of an empty text there are none.

    After a mistake the value holds what can be read all the same, so that one run tells all mistakes of a file.
    """
    from exporter.reading.yaml.parsing import Malformed, TooMuch, parse

    if len(text) > LONGEST:
        fact = f"there are {len(text)} characters of YAML here, where at most {LONGEST} are read"
        mistake = source.error("yaml.too-large", fact, line=first_line)
        return Result(YamlMap((), Spot(first_line), broken=True), (mistake,))
    try:
        return parse(source, text, first_line)
    except TooMuch as found:
        return Result(YamlMap((), Spot(first_line), broken=True), (found.diagnostic,))
    except Malformed as found:
        return _piecewise(source, text, first_line, found.diagnostic)


def _piecewise(source: Source, text: str, first_line: int, mistake: Diagnostic) -> Result[YamlMap]:
    """What can be read of a text that has a syntax error: each top-level key by itself, with all that is indented below."""
    from exporter.reading.yaml.parsing import Malformed, parse

    entries: dict[str, tuple[Scalar, Node]] = {}
    said: list[Diagnostic] = []
    failed: list[Diagnostic] = []
    for line, piece in _pieces(text, first_line):
        try:
            result = parse(source, piece, line)
        except Malformed as error:
            failed.append(error.diagnostic)
            if len(failed) >= ENOUGH:
                break
            continue
        said += result.diagnostics
        entries |= {key.text: (key, value) for key, value in (result.value.entries if result.value else ())}
    found = sorted((*said, *(failed or [mistake])), key=lambda one: (one.place.line, one.place.column))
    return Result(YamlMap(tuple(entries.values()), Spot(first_line), broken=True), tuple(found))


def _pieces(text: str, first_line: int) -> Iterator[tuple[int, str]]:
    """The text cut before every line that begins with a key's first letter; each piece with the number of its first line."""
    starts = [0, *(match.start() for match in re.finditer(r"(?m)^(?![\s#\-\]}])", text) if 0 < match.start() < len(text))]
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        yield first_line + text.count("\n", 0, start), text[start:end]
