"""YAML text into our tree, and as much of it as can be had when there is a mistake in it.

Only the parser of ruamel.yaml is used, not its composer and constructor: they would resolve types and lose places.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from exporter.diagnostics import Diagnostic, Result, Source
from exporter.reading.spot import Spot
from exporter.reading.yaml.parsing import Malformed, TooMuch, parse
from exporter.reading.yaml.tree import Node, Scalar, YamlMap

LONGEST = 100_000  # characters
ENOUGH = 20  # syntax errors that are told of one text


def read_yaml(source: Source, text: str, first_line: int = 1) -> Result[YamlMap]:
    """The keys and values of a YAML text that begins at line `first_line` of `source`. Of an empty text there are none.

    After a mistake the value holds what can be read all the same, so that one run tells all mistakes of a file.
    """
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
