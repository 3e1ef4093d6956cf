"""Pictures that can be heard, and that stand where they are read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from exporter.accessibility.document import Document, Finding, Story
from exporter.accessibility.vocabulary import OFFICE, PARAGRAPH, TEXT_BOX, WP, V, W, nearest
from exporter.opc import Element

DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
FILE_NAME = re.compile(
    r"\S*\.(png|jpe?g|gif|svg|bmp|tiff?|webp|heic|emf|wmf|eps|pdf)|(IMG|DSC|DSCN|DSCF|PXL|Screenshot)[-_ ]?\d[\w-]*", re.I
)
VML_SHAPES = [
    V + name for name in ("shape", "rect", "roundrect", "oval", "line", "polyline", "arc", "curve", "image", "group")
]
DESCRIBE = "Right-click the picture, View Alt Text, and say in a sentence or two what it shows; or mark it as decorative."
IN_LINE = "Select it, Layout Options, In Line with Text; put the words of a text box into the text, with borders if need be."


def undescribed(document: Document) -> Iterator[Finding]:
    """A picture without a description, or whose description is the name of a file."""
    for story in document.stories:
        for element, name, description in _described(story):
            if not description:
                yield Finding("accessibility.no-description", f"{name} has no description", DESCRIBE, story, element)
            elif FILE_NAME.fullmatch(description):
                fact = f"{name} is described by the name of a file, “{description}”"
                yield Finding("accessibility.file-name", fact, DESCRIBE, story, element)


def _described(story: Story) -> Iterator[tuple[Element, str, str]]:
    """Each picture, what to call it, and its description. What has text in it is heard by that; what decorates, never."""
    for element in story.root.iter(WP + "docPr", *VML_SHAPES):
        if element.tag == WP + "docPr":
            around = next(element.iterancestors(WP + "inline", WP + "anchor"), element)
            if _is_decorative(element) or _has_text(around):
                continue
            yield element, _called(element.get("name", "")), (element.get("descr") or "").strip()
        elif not _is_rule(element) and not _has_text(element) and not _is_within_a_shape(element):
            yield element, "a picture", (element.get("alt") or "").strip()


def _called(name: str) -> str:
    return f"the picture “{name}”" if name else "a picture"


def _is_decorative(element: Element) -> bool:
    return any(mark.get("val") in ("1", "true") for mark in element.iter(DECORATIVE))


def _has_text(element: Element) -> bool:
    return next(element.iter(TEXT_BOX, V + "textpath"), None) is not None


def _is_rule(element: Element) -> bool:
    """Whether it is the line that Word draws for three hyphens (ISO/IEC 29500-4, 19.1.2.14)."""
    return element.get(OFFICE + "hr") in ("t", "true", "1")


def _is_within_a_shape(element: Element) -> bool:
    return next(element.iterancestors(V + "group"), None) is not None


def floating(document: Document) -> Iterator[Finding]:
    """A picture or shape that is not in the line, or a box with text: nobody knows when it is read."""
    for story in document.stories:
        for element in story.root.iter(W + "drawing", W + "pict", W + "object"):
            if (kind := _floats(element)) and nearest(element, PARAGRAPH) is not None:
                yield Finding("accessibility.floating", f"{kind} is not in line with the text", IN_LINE, story, element)


def _floats(element: Element) -> str:
    """What floats here, "" for nothing. A box with text is told even in the line: screen readers pass over it."""
    if next(element.iter(TEXT_BOX), None) is not None:
        return "a text box"
    if element.find(WP + "anchor") is not None:
        return "a picture"
    shapes = (found for found in element.iter(*VML_SHAPES) if not _is_rule(found))
    return "a picture" if any("position:absolute" in shape.get("style", "").replace(" ", "") for shape in shapes) else ""
