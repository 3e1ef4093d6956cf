"""What the id of a piece says of it; `exporter/model.py` has the grammar."""

from __future__ import annotations

import re

BLOCK = re.compile(r"([a-z])(\d+)")
PART = re.compile(r"([a-z]\d+)\.(.+)")
CELL = re.compile(r"([a-z]\d+)\.r(\d+)\.c(\d+)")
NUMBERS = re.compile(r"g\d+\.r\d+\.c\d+")  # what a chart draws, from its data file
FORMATTED_PARTS = ("caption",)


BLOCKS = {
    "h": "heading",
    "p": "paragraph",
    "l": "list",
    "i": "item",
    "b": "quotation",
    "q": "quotation",
    "k": "takeaways",
    "c": "box",
    "s": "box",
    "t": "table",
    "f": "picture",
    "g": "chart",
    "x": "code",
    "r": "rule",
    "d": "division",
    "n": "note",
}
PARTS = {"caption": "caption", "credit": "credit", "by": "who is quoted", "role": "role of who is quoted", "unit": "unit"}
FIELDS = {"title": "headline", "dateline": "dateline", "link.label": "call to action"}


def named(piece: str) -> str:
    """What a person calls a piece: “paragraph”, “cell”, “headline”; a field by its path, "" for what Pressroom sets."""
    part = PART.fullmatch(piece)
    if is_cell(piece):
        return "cell"
    if part:
        return PARTS.get(part[2]) or f"{part[2]} of a {BLOCKS.get(piece[0], 'block')}"
    return BLOCKS[piece[0]] if BLOCK.fullmatch(piece) and piece[0] in BLOCKS else FIELDS.get(piece, piece)


def block_of(piece: str) -> str:
    """The block that a piece is or belongs to: `t1.r0.c2` → `t1`; "" for a field of the front matter."""
    found = PART.fullmatch(piece) or BLOCK.fullmatch(piece)
    return piece.split(".")[0] if found else ""


def is_whole_block(piece: str) -> bool:
    """Whether the piece is a block that can go as a whole: a paragraph, heading, code, figure, rule."""
    return bool(BLOCK.fullmatch(piece))


def is_cell(piece: str) -> bool:
    return bool(CELL.fullmatch(piece))


def is_chart(piece: str) -> bool:
    return piece.startswith("g") and is_whole_block(piece)


def is_number_of_chart(piece: str) -> bool:
    return bool(NUMBERS.fullmatch(piece))


def is_plain(piece: str) -> bool:
    """Whether a content file holds the piece as text without formats: a field, who said it, a title, a credit."""
    part = PART.fullmatch(piece)
    if part:
        return not is_cell(piece) and part[2] not in FORMATTED_PARTS
    return not BLOCK.fullmatch(piece)
