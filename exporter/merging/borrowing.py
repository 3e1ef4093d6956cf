"""Paragraphs that took the style of a deleted one, as LibreOffice writes them, given back what they were.

Where paragraphs are deleted with tracked changes, LibreOffice saves the one behind them in the style of the first. Nobody
asked for that, and the words alone tell what was done.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from exporter.merging.copy.view import Paragraph
from exporter.merging.dividing import words_of
from exporter.merging.runs import normal

CODE = "code_block"


def given_back(before: Paragraph, after: Paragraph) -> Paragraph:
    """The edited paragraph in the style and the list of what it was, where it warns that its style is borrowed.

    A code block's white space went with its style, and is as before where its words are.
    """
    if not after.has_style_of_deleted:
        return after
    own = replace(
        after, role=before.role, style=before.style, level=before.level, ordered=before.ordered, sequence=before.sequence
    )
    if before.role == CODE and normal(words_of(before)) == normal(words_of(after)):
        return replace(own, segments=before.segments)
    return own


def all_given_back(
    base: Sequence[Paragraph], edited: Sequence[Paragraph], owners: Sequence[tuple[int, ...]]
) -> list[Paragraph]:
    """The edited paragraphs, each that was one before in its own style."""
    return [
        given_back(base[places[0]], paragraph) if len(places) == 1 else paragraph
        for paragraph, places in zip(edited, owners, strict=True)
    ]
