"""What a Word copy is written on: an empty document of ours, or a template of the house, ready for the body."""

from __future__ import annotations

from collections.abc import Callable

from docx.parts.story import StoryPart
from msgspec import Struct

from exporter.rendering.word.draft import Draft
from exporter.rendering.word.markup import Element
from exporter.rendering.word.numbering import Numbering
from exporter.rendering.word.page import TextArea
from exporter.rendering.word.parts import Parts
from exporter.rendering.word.styles import Styles


class Taken(Struct, frozen=True):
    """The highest numbers that are taken: ids of notes, bookmarks and pictures, and pictures as files."""

    notes: int = 0
    bookmarks: int = -1
    pictures: int = 0
    files: int = 0


class Ground(Struct, frozen=True):
    """Blocks are written into `target`; `finish` then puts them where they belong, with heads and feet."""

    parts: Parts
    styles: Styles
    numbering: Numbering
    notes: StoryPart
    target: Element
    finish: Callable[[Draft], None]
    area: TextArea = TextArea()
    taken: Taken = Taken()
