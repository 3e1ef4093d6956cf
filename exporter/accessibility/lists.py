"""Lists that are known as lists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from exporter.accessibility.document import Document, Finding
from exporter.accessibility.vocabulary import words

BULLET = re.compile(r"\s*([-–•·◦‣▪▫■□●○*✓✔➢➤►\uf0b7\uf0a7])\s+\S")
NUMBER = re.compile(r"\s*\(?(\d{1,3}|[a-zA-Z])([.)])\s+\S")
HINT = "Delete the marks, select the paragraphs, and click Bullets or Numbering."


def typed_lists(document: Document) -> Iterator[Finding]:
    """Two paragraphs in a row that begin with a bullet, or a number and the next, typed by hand."""
    for story in document.stories:
        goes_on = False
        for one, other in pairwise(story.paragraphs()):
            is_list = one.getparent() is other.getparent() and _follows(words(one), words(other))
            is_list = is_list and not any(map(document.styles.is_numbered, (one, other)))
            if is_list and not goes_on:
                yield Finding("accessibility.typed-list", "a list is typed by hand", HINT, story, one)
            goes_on = is_list


def _follows(one: str, other: str) -> bool:
    """Whether a text begins with the mark that comes after another's."""
    first, second = BULLET.match(one), BULLET.match(other)
    if first and second:
        return first[1] == second[1]
    first, second = NUMBER.match(one), NUMBER.match(other)
    return first is not None and second is not None and (_next(first[1]), first[2]) == (second[1], second[2])


def _next(mark: str) -> str:
    return str(int(mark) + 1) if mark.isdecimal() else chr(ord(mark) + 1)
