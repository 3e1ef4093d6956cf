"""The stories, by what is edited."""

from __future__ import annotations

from tests.merging.office.stories import (
    displays,
    fields,
    formats,
    languages,
    lists,
    markup,
    paragraphs,
    review,
    ways,
    words,
)

MODULES = (words, paragraphs, lists, formats, fields, displays, markup, review, languages, ways)
STORIES = tuple(story for module in MODULES for story in module.STORIES)
