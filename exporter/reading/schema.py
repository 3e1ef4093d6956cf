"""What is told about our keys, from the tables that they are read by: a JSON Schema for editors, tables for people."""

from __future__ import annotations

import re
from collections.abc import Iterator

from exporter.diagnostics import Source
from exporter.reading.brand.own_keys import OWN_KEYS
from exporter.reading.front_matter_keys import KEYS
from exporter.reading.kind_keys import kind_schema
from exporter.reading.yaml.reader import read_yaml
from exporter.reading.yaml.shapes import Key, group_schema
from exporter.reading.yaml.tree import Node, Scalar, YamlList

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def front_matter_schema() -> dict[str, object]:
    """The front matter as JSON Schema 2020-12, with a description and an example of each key."""
    described = group_schema(KEYS, {key.name: {"examples": [_example(key)]} for key in KEYS})
    return {"$schema": DIALECT, "title": "Front matter of a Pressroom content file"} | dict(described) | kind_schema()


def _example(key: Key) -> object:
    line = f"{key.name}: {key.example}"
    tree = read_yaml(Source("", line), line).value
    value = tree.get(key.name) if tree else None
    return as_json(value) if value else None


def as_json(node: Node) -> object:
    """A node as other readers of YAML 1.2 see it (core schema, §10.3; integers in base ten)."""
    if isinstance(node, YamlList):
        return [as_json(item) for item in node.items]
    if not isinstance(node, Scalar):
        return {key.text: as_json(value) for key, value in node.entries}
    if node.is_nothing:
        return None
    if node.is_boolean:
        return node.text.lower() == "true"
    if node.plain and re.fullmatch(r"[-+]?[0-9]+", node.text):
        return int(node.text)
    if node.plain and re.fullmatch(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", node.text):
        return float(node.text)
    return node.text


def front_matter_table() -> str:
    """The keys of the front matter as a Markdown table, for docs/content-format.md."""
    return _table(KEYS)


def brand_table() -> str:
    """The keys of `defaults.pressroom` as a Markdown table, for docs/brand.md."""
    return _table(OWN_KEYS)


def _table(keys: tuple[Key, ...]) -> str:
    rows = ["| Key | What it says | Example |", "| --- | --- | --- |", *_rows(keys)]
    return "\n".join(rows) + "\n"


def _rows(keys: tuple[Key, ...], before: str = "") -> Iterator[str]:
    for key in keys:
        needed = " Required." if key.required else ""
        example = "" if key.parts else f"`{key.example}`"
        yield f"| `{before}{key.name}` | {key.description}{needed} | {example} |"
        yield from _rows(key.parts, f"{before}{key.name}.")
