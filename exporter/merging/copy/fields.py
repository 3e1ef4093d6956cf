"""Fields (ISO/IEC 29500-1, 17.16): what their results are to a reader of the words."""

from __future__ import annotations

import re
from typing import Literal

from msgspec import Struct

from exporter.merging.copy.anchors import NOTE, target_of
from exporter.merging.copy.stream import Element
from exporter.rendering.word.markup import W

Kind = Literal["words", "link", "note", "contents", "counted"]

TOKENS = re.compile(r'"((?:\\.|[^"\\])*)"|(\S+)')
CONTENTS = frozenset(("TOC", "INDEX", "TOA"))  # Word makes them of the document's own words
COUNTED = frozenset(("PAGE", "NUMPAGES", "SECTIONPAGES", "PAGEREF"))  # and these of its pages
REFERENCES = frozenset(("NOTEREF", "REF", "FTNREF"))


class Meaning(Struct, frozen=True):
    """What a field is. `link` is where its words lead, `note` the id of the note that it calls once more."""

    kind: Kind = "words"
    link: str = ""
    note: str = ""


def meaning(instruction: str) -> Meaning:
    """What a field with this instruction is: `HYPERLINK "https://…" \\l "part"`, `NOTEREF _note_n1 \\h`."""
    tokens = [quoted.replace("\\\\", "\\").replace('\\"', '"') or plain for quoted, plain in TOKENS.findall(instruction)]
    name, rest = (tokens[0].upper(), tokens[1:]) if tokens else ("", [])
    if name in CONTENTS:
        return Meaning("contents")
    if name in COUNTED:
        return Meaning("counted")
    if name == "HYPERLINK":
        return Meaning("link", link=_link(rest))
    target = rest[0] if rest else ""
    if name in REFERENCES and target.startswith(NOTE):
        return Meaning("note", note=target.removeprefix(NOTE))
    if name in REFERENCES and "\\h" in rest:
        return Meaning("link", link=target_of(target))
    return Meaning()


def _link(tokens: list[str]) -> str:
    """The address of a HYPERLINK, and the bookmark after `\\l` (17.16.5.25)."""
    address, bookmark, switch = "", "", ""
    for token in tokens:
        if token.startswith("\\"):
            switch = token
        elif switch == "\\l":
            bookmark, switch = token, ""
        elif switch in ("\\o", "\\t"):
            switch = ""
        else:
            address = address or token
    if not address:
        return target_of(bookmark)
    return f"{address}#{bookmark}" if bookmark else address


def without_end(story: Element) -> frozenset[Element]:
    """The `w:fldChar` that begin a field which nothing ends; what follows them is no field's."""
    begun: list[Element] = []
    for mark in story.iter(W + "fldChar"):
        kind = mark.get(W + "fldCharType")
        if kind == "begin":
            begun.append(mark)
        elif kind == "end" and begun:
            begun.pop()
    return frozenset(begun)


class OpenField(Struct):
    """A complex field that has begun and not ended (17.16.18): its instruction, and whether its result has come."""

    instruction: str = ""
    in_result: bool = False
    meaning: Meaning = Meaning()
