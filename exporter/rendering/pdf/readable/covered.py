"""Texts of a page that something hides: another text, a picture or a box that is painted over them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from exporter.rendering.pdf.readable.laid_out import Extent, Thing

LEAST = 1.5  # pixels in both directions that two things must share


def covered_texts(things: Sequence[Thing]) -> Iterator[tuple[Thing, Thing]]:
    """Each text that can't be read, and what hides it; of two texts that stand on each other, the later one."""
    hidden: set[int] = set()
    on_each_other: list[tuple[int, int]] = []
    for first, second in _sharing(things):
        one, other = things[first], things[second]
        if one.kind == other.kind == "text":
            if one.line != other.line:
                on_each_other.append((first, second))
        elif other.kind == "text" and _is_over(one, other) and not second < one.last:
            hidden.add(second)
            yield other, one
        elif one.kind == "text" and (_is_over(other, one) or other.layer == one.layer):
            hidden.add(first)
            yield one, other
    for first, second in on_each_other:
        if first not in hidden and second not in hidden:
            yield things[second], things[first]


def _sharing(things: Sequence[Thing]) -> Iterator[tuple[int, int]]:
    """Each two things, by their places in the page, that stand at the same spot.

    They are compared from the top of the page to its foot, each with those only that reach as far down as it begins.
    """
    order = sorted((index for index, thing in enumerate(things) if thing.kind != "table"), key=lambda i: things[i].core.top)
    reaching: list[int] = []
    for index in order:
        core = things[index].core
        reaching = [other for other in reaching if things[other].core.bottom > core.top + LEAST]
        for other in reaching:
            if _share(core, things[other].core):
                yield (other, index) if other < index else (index, other)
        reaching.append(index)


def _share(one: Extent, other: Extent) -> bool:
    across = min(one.right, other.right) - max(one.left, other.left)
    down = min(one.bottom, other.bottom) - max(one.top, other.top)
    return across > LEAST and down > LEAST


def _is_over(cover: Thing, text: Thing) -> bool:
    return cover.kind != "text" and cover.layer > text.layer
