"""A small tree of our own for YAML, in which every key and value knows its place in the file.

It keeps what was written: `2025-03-12`, `no` and `1.10` are texts, and whoever reads one decides what it must be.
"""

from __future__ import annotations

from typing import ClassVar, Union

from msgspec import Struct

from exporter.reading.spot import Spot


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
