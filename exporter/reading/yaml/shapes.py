"""Shapes of values in YAML files: what a value may be, said once for the reader and for the JSON Schema.

A shape's `read` returns the value, or None after it told the mistake. Text is plain: white space at its ends and runs of
spaces are dropped, a line break is refused except in paragraphs, a control character always.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Generic, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from exporter.model import Boilerplate, Span
from exporter.reading.mistakes import Mistakes, suggestion
from exporter.reading.spot import Spot
from exporter.reading.yaml.parsing import UNPRINTABLE
from exporter.reading.yaml.tree import Node, Scalar, YamlList, YamlMap

if TYPE_CHECKING:
    from exporter.reading.pictures.assets import Pictures

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
Schema = Mapping[str, object]

ONE_LINE = r"^\s*[^\n\r]*\s*$"
SOME_WORDS = r"^\s*\S[^\n\r]*\s*$"
TEXT_TYPES = ["string", "number"]  # a number without quotes is text too, with the digits that were written


class Reading:
    """What reading the values of one file needs and collects: where each value stands, by its path, and the mistakes.

    `area` is the first part of the mistakes' codes; `boilerplates` are the texts of the brand that a value may name,
    `pictures` the pictures.
    """

    def __init__(
        self,
        mistakes: Mistakes,
        area: str,
        boilerplates: Mapping[str, Boilerplate] | None = None,
        pictures: Pictures | None = None,
    ) -> None:
        self.mistakes, self.area, self.boilerplates, self.pictures = mistakes, area, boilerplates or {}, pictures
        self.fields: list[tuple[str, Span]] = []


class At(Struct, frozen=True):
    """Where a value is met: its path (`contact.0.name`), the key that it belongs to, and how one may be written."""

    reading: Reading
    path: str
    key: Scalar
    example: str = ""

    @property
    def name(self) -> str:
        return self.key.text

    def inside(self, step: str | int) -> At:
        return replace(self, path=f"{self.path}.{step}")

    def error(self, code: str, fact: str, spot: Spot, hint: str = "") -> None:
        self.reading.mistakes.error(f"{self.reading.area}.{code}", fact, spot, hint)

    def wrong_type(self, node: Node, expected: str) -> None:
        hint = f"For example: {self.name}: {self.example}" if self.example else ""
        self.error("wrong-type", f"“{self.name}” is {node.what}, where {expected} is expected", node.spot, hint)


class Shape(Struct, Generic[T_co], frozen=True):
    schema: Schema
    read: Callable[[Node, At], T_co | None]


class Key(Struct, frozen=True):
    """A key of a group. `example` is a value as one writes it, on one line of YAML; `parts` are the keys of the value."""

    name: str
    shape: Shape[object]
    description: str
    example: str
    required: bool = False
    parts: tuple[Key, ...] = ()


# --- text --------------------------------------------------------------------------------------------------------------


def read_text(node: Node, at: At) -> str | None:
    """The text of a scalar as it is written, and its place noted; None when it is none, or empty without quotes."""
    if not isinstance(node, Scalar):
        at.wrong_type(node, "text")
        return None
    if node.is_nothing:
        hint = "Give it a value or delete the key. A value that begins with “#” needs quotes."
        at.error("empty", f"“{at.name}” has no value", at.key.spot, hint)
        return None
    if node.is_boolean:
        fact = f"“{at.name}” is “{node.text}” without quotes, which is no text in YAML"
        at.error("wrong-type", fact, node.spot, f'Put it in quotes: "{node.text}"')
        return None
    if found := UNPRINTABLE.search(node.text):
        fact = f"“{at.name}” holds a control character (U+{ord(found.group()):04X})"
        at.error("control-character", fact, node.spot, "Delete the escape that stands for it.")
        return None
    at.reading.fields.append((at.path, node.spot.span()))
    return node.text


def lines_of(text: str) -> list[str]:
    """The lines of a text; runs of spaces are one, and spaces that may not break stay."""
    return [re.sub(r"[ \t]+", " ", line).strip(" ") for line in re.split(r"\r\n|\r|\n", text.strip(" \t\r\n"))]


def read_line(node: Node, at: At) -> str | None:
    """One line of text; "" in quotes is an empty one."""
    text = read_text(node, at)
    if text is None:
        return None
    lines = lines_of(text)
    if len(lines) > 1:
        hint = "Write it on one line; the sign “>-” before several lines joins them."
        at.error("line-break", f"“{at.name}” holds a line break", node.spot, hint)
        return None
    return lines[0]


def read_words(node: Node, at: At) -> str | None:
    """One line of text that is not empty."""
    line = read_line(node, at)
    if line is not None and not line.strip():
        at.error("empty", f"“{at.name}” is empty", node.spot, "Give it a value.")
        return None
    return line


def read_paragraphs(node: Node, at: At) -> str | None:
    """Text of one or more paragraphs, which an empty line parts."""
    text = read_text(node, at)
    if text is None:
        return None
    return "\n\n".join(" ".join(group.split("\n")) for group in re.split(r"\n\n+", "\n".join(lines_of(text))))


LINE = Shape({"type": TEXT_TYPES, "pattern": ONE_LINE}, read_line)
WORDS = Shape({"type": TEXT_TYPES, "pattern": SOME_WORDS}, read_words)


def choice(options: tuple[str, ...]) -> Shape[str]:
    """One of some words."""

    def read(node: Node, at: At) -> str | None:
        word = read_words(node, at)
        if word is None or word in options:
            return word
        known = ", ".join(f"“{option}”" for option in options)
        hint = suggestion(word, options) or f"It is one of {known}."
        at.error("unknown-value", f"“{word}” is no value of “{at.name}”", node.spot, hint)
        return None

    return Shape({"enum": list(options)}, read)


# --- lists and groups --------------------------------------------------------------------------------------------------


def list_of(shape: Shape[T]) -> Shape[tuple[T, ...]]:
    """Any number of values of one shape."""

    def read(node: Node, at: At) -> tuple[T, ...] | None:
        if not isinstance(node, YamlList):
            at.wrong_type(node, "a list")
            return None
        values = [shape.read(item, at.inside(index)) for index, item in enumerate(node.items)]
        return tuple(value for value in values if value is not None)

    return Shape({"type": "array", "items": shape.schema}, read)


def one_or_many(shape: Shape[T]) -> Shape[tuple[T, ...]]:
    """A value of a shape, or a list of them."""
    many = list_of(shape)

    def read(node: Node, at: At) -> tuple[T, ...] | None:
        if isinstance(node, YamlList):
            return many.read(node, at)
        value = shape.read(node, at.inside(0))
        return None if value is None else (value,)

    return Shape({"anyOf": [shape.schema, many.schema]}, read)


def group(keys: tuple[Key, ...], build: Callable[..., T]) -> Shape[T]:
    """A group of known keys, from whose values `build` makes the value by their names."""

    def read(node: Node, at: At) -> T | None:
        if not isinstance(node, YamlMap):
            at.wrong_type(node, "a group of keys")
            return None
        values = read_keys(node, keys, at)
        missing = [key for key in keys if key.required and node.get(key.name) is None]
        for key in missing:
            hint = f"For example: {key.name}: {key.example}"
            at.error("missing-key", f"“{at.name}” lacks “{key.name}”", node.spot, hint)
        complete = all(key.name in values for key in keys if key.required)
        return build(**values) if complete else None

    return Shape(group_schema(keys), read)


def read_keys(node: YamlMap, keys: tuple[Key, ...], at: At) -> dict[str, object]:
    """The values of the known keys that a group gives; unknown keys are told."""
    table = {key.name: key for key in keys}
    values: dict[str, object] = {}
    for name, child in node.entries:
        if name.text not in table:
            at.error(*unknown_key(name, tuple(table), at.name))
            continue
        key = table[name.text]
        path = f"{at.path}.{key.name}" if at.path else key.name
        value = key.shape.read(child, At(at.reading, path, name, key.example))
        if value is not None:
            values[key.name] = value
    return values


def unknown_key(key: Scalar, known: tuple[str, ...], where: str) -> tuple[str, str, Spot, str]:
    """Code, fact, place and hint about a key that nothing reads; `where` is the group's own key, "" at the top."""
    inside = f" in “{where}”" if where else ""
    hint = suggestion(key.text, known) or f"Known here: {', '.join(known)}."
    return "unknown-key", f"there is no key “{key.text}”{inside}", key.spot, hint


def group_schema(keys: tuple[Key, ...], more: Mapping[str, Schema] | None = None) -> Schema:
    """The JSON Schema of a group, each key with its description; `more` adds to the schemas of keys by name."""
    properties = {
        key.name: {"description": key.description} | dict(key.shape.schema) | dict((more or {}).get(key.name, {}))
        for key in keys
    }
    schema: dict[str, object] = {"type": "object", "properties": properties, "additionalProperties": False}
    if required := [key.name for key in keys if key.required]:
        schema["required"] = required
    return schema
