"""Words as Markdown text: what would be read as a sign is escaped (CommonMark 0.31, 2.4), by where it stands."""

from __future__ import annotations

import re

SIGNS = re.compile(r"[\\`*\[\]<]|(?<!\w)_|_(?!\w)|&(?=#?\w+;)|(?<=[\])>`])\{")
LINE_SIGNS = re.compile(r"#{1,6}(?=\s|$)|>|[-+](?=\s|$)|[-=:](?=[-=:| \t]*$)|~(?=~~)|:(?=::|\s)|\|")
LINE_NUMBER = re.compile(r"(\d{1,9})([.)])(?=\s|$)")
TABLE_WORD = re.compile(r"([Tt]able)(:)(?=\s)")


def escaped(words: str) -> str:
    """Words that stand inside of a line."""
    return SIGNS.sub(lambda found: "\\" + found[0], words)


def guarded(line: str) -> str:
    """A line of a paragraph, so that no other block begins with it."""
    if LINE_SIGNS.match(line):
        return "\\" + line
    if LINE_NUMBER.match(line):
        return LINE_NUMBER.sub(r"\1\\\2", line, count=1)
    return TABLE_WORD.sub(r"\1\\\2", line, count=1) if TABLE_WORD.match(line) else line


def as_entity(sign: str) -> str:
    """A character as an entity: it stays a letter, and is punctuation to the signs beside it."""
    return f"&#{ord(sign)};"


def with_edges(words: str) -> str:
    """Words whose first and last character, where they are white space, are entities."""
    if words and words[0].isspace():
        words = as_entity(words[0]) + words[1:]
    if words and words[-1].isspace():
        words = words[:-1] + as_entity(words[-1])
    return words


def quoted(value: str) -> str:
    """The value of an attribute in double quotes."""
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
