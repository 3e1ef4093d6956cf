"""The size of an SVG picture, and whether it is safe: no scripts, no entities, nothing from outside of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.parsers import expat

from exporter.reading.pictures.refusal import Refusal

PLAIN = "Export it as plain SVG, with texts as paths and pictures embedded."
FORBIDDEN = {"script", "foreignObject", "iframe", "embed", "object", "audio", "video", "handler", "listener"}
REFERENCE = re.compile(r"(?:.*:)?(?:href|src)")
OUTSIDE = re.compile(r"url\(\s*[\"']?\s*(?!#|data:image/(?:png|jpeg|gif)[;,])|@import", re.IGNORECASE)
EMBEDDED = re.compile(r"\s*(?:#|data:image/(?:png|jpeg|gif)[;,]|$)", re.IGNORECASE)
LENGTH = re.compile(
    r"\s*(?P<number>[+]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)\s*(?P<unit>px|pt|pc|mm|cm|in|q|)\s*", re.IGNORECASE
)
PIXELS = {"": 1.0, "px": 1.0, "pt": 96 / 72, "pc": 16.0, "in": 96.0, "cm": 96 / 2.54, "mm": 96 / 25.4, "q": 96 / 101.6}


def svg_size(data: bytes) -> tuple[int, int]:
    """Width and height in CSS pixels, rounded; raises Refusal when it is unsafe, broken or has no size."""
    reader = _Reader()
    try:
        reader.parser.Parse(data, True)
    except expat.ExpatError as error:
        fact = f"this SVG picture is damaged: {expat.ErrorString(error.code)} in its line {error.lineno}"
        raise Refusal("image.broken", fact, "Export it again.") from error
    return _size(reader.root)


class _Reader:
    """Goes through the elements; raises Refusal at the first that is unsafe."""

    def __init__(self) -> None:
        self.root: Mapping[str, str] = {}
        self.depth = 0
        self.parser = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.text
        self.parser.EntityDeclHandler = self.entity
        self.parser.ProcessingInstructionHandler = self.instruction

    def start(self, name: str, attributes: dict[str, str]) -> None:
        local = name.rpartition(":")[2]
        if not self.depth:
            self.root = attributes
        self.depth += 1
        if local in FORBIDDEN:
            raise Refusal("image.unsafe", f"this SVG picture holds a <{local}> element", PLAIN)
        for key, value in attributes.items():
            self._check(key, value)

    def _check(self, key: str, value: str) -> None:
        if key.rpartition(":")[2].lower().startswith("on"):
            raise Refusal("image.unsafe", f"this SVG picture holds a script, in “{key}”", PLAIN)
        if (REFERENCE.fullmatch(key) and not EMBEDDED.match(value)) or OUTSIDE.search(value):
            raise Refusal("image.unsafe", "this SVG picture refers to something outside of it", PLAIN)

    def end(self, name: str) -> None:
        self.depth -= 1

    def text(self, text: str) -> None:
        if OUTSIDE.search(text):
            raise Refusal("image.unsafe", "this SVG picture refers to something outside of it", PLAIN)

    def entity(self, name: str, *_: object) -> None:
        raise Refusal("image.unsafe", f"this SVG picture declares an entity, “{name}”", PLAIN)

    def instruction(self, target: str, data: str) -> None:
        if target == "xml-stylesheet":
            raise Refusal("image.unsafe", "this SVG picture refers to something outside of it", PLAIN)


def _size(root: Mapping[str, str]) -> tuple[int, int]:
    width, height = _length(root.get("width", "")), _length(root.get("height", ""))
    box = [float(number) for number in re.findall(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?", root.get("viewBox", ""))]
    if len(box) == 4 and box[2] > 0 and box[3] > 0:
        if width and not height:
            height = width * box[3] / box[2]
        elif height and not width:
            width = height * box[2] / box[3]
        elif not width:
            width, height = box[2], box[3]
    if not 0 < width < 1e6 or not 0 < height < 1e6:
        hint = "Give its <svg> element a width and a height, or a viewBox."
        raise Refusal("image.broken", "this SVG picture has no size", hint)
    return max(1, round(width)), max(1, round(height))


def _length(text: str) -> float:
    """A length in pixels; 0 for what depends on where the picture stands (percent, em) or can't be read."""
    match = LENGTH.fullmatch(text)
    return float(match["number"]) * PIXELS[match["unit"].lower()] if match else 0.0
