"""What the id of a piece says of it; `exporter/model.py` has the grammar."""

from __future__ import annotations

import re

BLOCK = re.compile(r"([a-z])(\d+)")
PART = re.compile(r"([a-z]\d+)\.(.+)")
CELL = re.compile(r"([a-z]\d+)\.r(\d+)\.c(\d+)")
NUMBERS = re.compile(r"g\d+\.r\d+\.c\d+")  # what a chart draws, from its data file
FORMATTED_PARTS = ("caption",)


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
