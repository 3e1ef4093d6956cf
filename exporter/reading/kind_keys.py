"""The keys of the front matter that make a kind: who speaks, what an advisory tells, how a brief begins."""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_args

from exporter.model import Advisory, Author, Cover, Image, Kind
from exporter.reading.mistakes import Mistakes
from exporter.reading.problem import Problem
from exporter.reading.yaml.shapes import LINE, WORDS, At, Key, Shape, group, read_line, read_words
from exporter.reading.yaml.tree import Node, Scalar, YamlMap

OF_KIND: Mapping[str, Kind] = {
    "advisory": "media-advisory",
    "series": "brief",
    "cover": "brief",
    "contents": "brief",
}
NEEDED: Mapping[Kind, str] = {"media-advisory": "advisory"}

AUTHOR_KEYS = (
    Key("name", WORDS, "The name.", "Ines Calder", required=True),
    Key("role", LINE, "The office or title.", "Director"),
    Key("about", LINE, "A few sentences for “About the authors”, at the end.", "Ines Calder studies ports."),
)
_AUTHOR = group(AUTHOR_KEYS, Author)

ADVISORY_KEYS = (
    Key("who", WORDS, "Who takes part or invites.", "Ines Calder, director of the Harbour Institute", required=True),
    Key("what", WORDS, "What happens.", "A press conference on small harbours", required=True),
    Key("when", WORDS, "Day and time, in the words of the place.", "Tuesday, 12 May 2026, 9:00–9:45", required=True),
    Key("where", WORDS, "The place, with the way to it or to the stream.", "12 Quay Street, Port Alder", required=True),
    Key("why", LINE, "Why it matters.", "Nobody has counted them before."),
)
ADVISORY = group(ADVISORY_KEYS, Advisory)


def _read_author(node: Node, at: At) -> Author | None:
    """A name, or a group of keys that holds one."""
    if isinstance(node, YamlMap):
        return _AUTHOR.read(node, at)
    name = read_words(node, at.inside("name"))
    return None if name is None else Author(name)


AUTHOR = Shape({"anyOf": [WORDS.schema, _AUTHOR.schema]}, _read_author)


def _read_flag(node: Node, at: At) -> bool | None:
    if isinstance(node, Scalar) and node.is_boolean:
        return node.text.lower() == "true"
    at.wrong_type(node, "true or false")
    return None


FLAG = Shape({"type": "boolean"}, _read_flag)


def _read_picture(node: Node, at: At) -> Image | None:
    """The picture at a path, as in the text."""
    path = read_line(node, at)
    pictures = at.reading.pictures
    if path is None or pictures is None:
        return None
    found = pictures.load(path)
    if isinstance(found, Problem):
        at.reading.mistakes.error(found.code, found.fact, node.spot, found.hint)
        return None
    return found


COVER_KEYS = (
    Key(
        "image",
        Shape(WORDS.schema, _read_picture),
        "A picture, by its path as in the text.",
        "images/harbour.png",
        required=True,
    ),
    Key("alt", LINE, "What it shows, for those who don't see it; without it the picture only decorates.", "Two cranes"),
    Key("credit", LINE, "Who made it.", "J. Orme"),
)
_COVER = group(COVER_KEYS, Cover)


def _read_cover(node: Node, at: At) -> Cover | None:
    """Its picture, or whether there is one at all."""
    if isinstance(node, YamlMap):
        return _COVER.read(node, at)
    shown = _read_flag(node, at)
    return None if shown is None else Cover(shown=shown)


COVER = Shape({"anyOf": [FLAG.schema, _COVER.schema]}, _read_cover)


def check_kind(kind: Kind, values: Mapping[str, object], root: YamlMap, mistakes: Mistakes) -> None:
    """Tell of keys that the release gives and that mean nothing in its kind, and of those that the kind can't do without."""
    for name, _ in root.entries:
        if (own := OF_KIND.get(name.text, kind)) != kind:
            fact = f"“{name.text}” means nothing in a release of the kind “{kind}”"
            mistakes.error("front-matter.not-of-kind", fact, name.spot, f"It belongs to “kind: {own}”.")
    needed = NEEDED.get(kind, "")
    if needed and needed not in values and root.get(needed) is None:
        where = root.get("kind")
        keys = ", ".join(f"{key.name}: …" for key in ADVISORY_KEYS)
        hint = f"Write it as a group of keys: {needed}: {{{keys}}}"
        fact = f"a release of the kind “{kind}” needs “{needed}”"
        mistakes.error("front-matter.missing-key", fact, where.spot if where else root.spot, hint)


def kind_schema() -> dict[str, object]:
    """What `check_kind` checks where a file names its kind, as the part `allOf` of a JSON Schema."""
    rules: list[object] = []
    for kind in get_args(Kind):
        others = [name for name, own in OF_KIND.items() if own != kind]
        then: dict[str, object] = {"properties": dict.fromkeys(others, False)}
        if kind in NEEDED:
            then["required"] = [NEEDED[kind]]
        rules.append({"if": {"properties": {"kind": {"const": kind}}, "required": ["kind"]}, "then": then})
    return {"allOf": rules}
