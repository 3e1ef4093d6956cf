"""Values of the front matter in their own lines: a new text for one of them, and nothing else is touched (YAML 1.2)."""

from __future__ import annotations

import re

from msgspec import Struct
from ruamel.yaml.events import (
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from exporter.merging.source.source_text import Change, SourceText
from exporter.reading.yaml.parsing import Events

ONE_OR_MANY = ("author", "contact", "people", "keywords")
OTHER_NAMES = {"boilerplate.text": "boilerplate"}
UNSAFE = re.compile(
    r"""^[-?:,\[\]{}\#&*!|>'"%@`]|:(\s|$)|\s\#|^(~|null|true|false|yes|no|on|off)$|^[-+.\d][\d.,:eE+xo_-]*$|^(---|\.\.\.)""",
    re.IGNORECASE | re.VERBOSE,
)
NARROWEST = 80  # a folded value is not wrapped narrower than this
FLOW_UNSAFE = re.compile(r"[,\[\]{}]")


class Value(Struct, frozen=True):
    """A scalar of the front matter, `text[start:end]`; `style` is "" for plain, else its first sign. `key` is where its key
    begins in a map of lines, -1 elsewhere; `first` says that it is its map's first."""

    start: int
    end: int
    style: str
    flow: bool
    key: int = -1
    first: bool = False


def values(source: SourceText, closing: int) -> dict[str, Value]:
    """The scalars of the front matter by field id; `closing` is the 0-based line that ends it."""
    begin = source.starts[1]
    return _Walk(source.text[begin : source.starts[closing]], begin).found


class _Walk:
    def __init__(self, text: str, begin: int) -> None:
        self.begin, self.found = begin, dict[str, Value]()
        self.events = Events(text)
        while self.events.check_event():
            event = self.events.get_event()
            if isinstance(event, NodeEvent):
                self._node(event, "", False)

    def _node(self, event: NodeEvent, path: str, flow: bool, key: int = -1, first: bool = False) -> None:
        if isinstance(event, ScalarEvent):
            start, end = event.start_mark.index + self.begin, event.end_mark.index + self.begin
            name = f"{path}.name" if re.fullmatch(r"author\.\d+", path) else path
            self.found[OTHER_NAMES.get(name, name)] = Value(start, end, event.style or "", flow, key, first)
        elif isinstance(event, SequenceStartEvent):
            number = 0
            while not isinstance(inner := self.events.get_event(), SequenceEndEvent):
                self._node(
                    inner, f"{path.removesuffix('.0') if path in self._singles() else path}.{number}", bool(event.flow_style)
                )
                number += 1
        elif isinstance(event, MappingStartEvent):
            self._map(bool(event.flow_style) or flow, path)

    @staticmethod
    def _singles() -> tuple[str, ...]:
        return tuple(f"{name}.0" for name in ONE_OR_MANY)

    def _map(self, flow: bool, path: str) -> None:
        first = True
        while not isinstance(key := self.events.get_event(), MappingEndEvent):
            name = str(getattr(key, "value", ""))
            inner = f"{path}.{name}" if path else f"{name}.0" if name in ONE_OR_MANY else name
            value = self.events.get_event()
            self._node(value, inner, flow, -1 if flow else key.start_mark.index + self.begin, first)
            first = False


def written(source: SourceText, value: Value, paragraphs: list[str]) -> Change:
    """The change that makes a value these paragraphs; none of them takes its key away, or leaves it empty."""
    if not paragraphs:
        return _emptied(source, value)
    if value.style in ("|", ">"):
        return _block(source, value, paragraphs)
    return Change(value.start, value.end, _line(source, value, paragraphs))


def _line(source: SourceText, value: Value, paragraphs: list[str]) -> str:
    text = "\n\n".join(paragraphs)
    if len(paragraphs) == 1 and value.style == "'":
        return "'" + text.replace("'", "''") + "'"
    plain = not UNSAFE.search(text) and text == text.strip() and not (value.flow and FLOW_UNSAFE.search(text))
    if len(paragraphs) == 1 and plain and value.style != '"' and text.isprintable():
        return text
    return '"' + "".join(ESCAPES.get(sign, sign) for sign in text) + '"'


ESCAPES = {
    "\\": "\\\\",
    '"': '\\"',
    "\n": "\\n",
    "\u00a0": "\\_",
    "\u2028": "\\L",
    "\u2029": "\\P",
    "\u0085": "\\N",
    "\ufeff": "\\ufeff",
}


def _block(source: SourceText, value: Value, paragraphs: list[str]) -> Change:
    """A folded or a literal value: its header stays, and its indentation."""
    old = source.text[value.start : value.end]
    header, _, rest = old.partition("\n")
    lines = rest.split("\n")
    indent = next((line[: len(line) - len(line.lstrip(" "))] for line in lines if line.strip()), "  ")
    ending = rest[len(rest.rstrip(" \n")) :]
    width = max(NARROWEST, *map(len, lines)) if sum(bool(line.strip()) for line in lines) > 1 else 0
    between = "\n\n\n" if value.style == ">" else "\n\n"
    filled = (_filled(part, indent, width) for part in paragraphs)
    return Change(value.start, value.end, f"{header}\n{between.join(filled)}{ending}")


def _filled(text: str, indent: str, width: int) -> str:
    lines = [""]
    for word in text.split(" "):
        line = f"{lines[-1]} {word}" if lines[-1] else word
        if width and lines[-1] and len(indent) + len(line) > width:
            lines.append(word)
        else:
            lines[-1] = line
    return "\n".join(indent + line for line in lines)


def _emptied(source: SourceText, value: Value) -> Change:
    """The key goes with its line where others stand beside it; else the value is an empty text."""
    if value.key >= 0 and not value.first:
        start = source.text.rfind("\n", 0, value.key) + 1
        end = source.text.find("\n", max(value.start, value.end - 1))
        if value.style in ("|", ">"):
            return Change(start, value.end, "")
        return Change(start, end + 1, "")
    return Change(value.start, value.end, '""')
