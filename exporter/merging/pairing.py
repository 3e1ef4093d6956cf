"""Which paragraph of an edited copy is which of the copy as it was made."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from msgspec import Struct
from msgspec.structs import replace

from exporter.merging.copy.view import Paragraph, Segment
from exporter.merging.dividing import shown
from exporter.merging.runs import Run

LIKE = 0.6  # of a text: from here on it is the same paragraph, typed anew
FAR = 100  # paragraphs that are looked at for one that lost its anchor


class Pairs(Struct, frozen=True):
    """`owners` are, for each edited paragraph, the places of those that it holds words of, () = it is new; `moved` are the
    edited paragraphs that stand out of the order; `lost` the paragraphs that no edited one holds words of; `tables` are the
    places of tables before, by those of the edited copy."""

    owners: tuple[tuple[int, ...], ...]
    moved: frozenset[int]
    lost: tuple[int, ...]
    tables: Mapping[int, int]


def joined(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The paragraphs, neighbours of one field as one: a boilerplate may have several, which are one piece."""
    made: list[Paragraph] = []
    for paragraph in paragraphs:
        if made and paragraph.ids == made[-1].ids and _is_one_field(paragraph.ids):
            gap = Segment(paragraph.ids[0], (Run("\n\n"),))
            made[-1] = replace(made[-1], segments=(*made[-1].segments, gap, *paragraph.segments))
        else:
            made.append(paragraph)
    return made


def _is_one_field(ids: tuple[str, ...]) -> bool:
    return ids == ("boilerplate",)


def pair(base: Sequence[Paragraph], edited: Sequence[Paragraph]) -> Pairs:
    """Pair by anchors, then by the cells of tables, then what is left by its words, between what is paired already."""
    place = {name: index for index, paragraph in enumerate(base) for name in paragraph.ids}
    owners = [list(dict.fromkeys(place[name] for name in paragraph.ids if name in place)) for paragraph in edited]
    _drop_copies(owners)
    _pair_cells(base, edited, owners)
    for least in (1.0, LIKE, 0.0):  # at last, one that is gone and a new one of its style, in its place
        _pair_words(base, edited, owners, least)
    found = {index for places in owners for index in places}
    lost = tuple(index for index in range(len(base)) if index not in found)
    tables = _tables(base, edited, owners)
    return Pairs(tuple(map(tuple, owners)), frozenset(_out_of_order(owners)), lost, tables)


def _drop_copies(owners: list[list[int]]) -> None:
    """Let a paragraph that was copied to another place be a new one there; the halves of a split stand side by side."""
    seen: dict[int, int] = {}
    for number, places in enumerate(owners):
        for index in list(places):
            if index in seen and seen[index] != number - 1:
                places.remove(index)
            else:
                seen[index] = number


def _pair_cells(base: Sequence[Paragraph], edited: Sequence[Paragraph], owners: list[list[int]]) -> None:
    """Pair a cell's paragraph that lost its anchor by where it stands."""
    tables = _tables(base, edited, owners)
    cells = {paragraph.cell: index for index, paragraph in enumerate(base) if paragraph.cell}
    taken = {index for places in owners for index in places}
    for number, paragraph in enumerate(edited):
        if paragraph.cell and not owners[number] and paragraph.cell.table in tables:
            index = cells.get(replace(paragraph.cell, table=tables[paragraph.cell.table]))
            if index is not None and index not in taken:
                owners[number] = [index]
                taken.add(index)


def _tables(base: Sequence[Paragraph], edited: Sequence[Paragraph], owners: list[list[int]]) -> Mapping[int, int]:
    """Which table of the edited copy is which, by the cells that are paired."""
    found: dict[int, int] = {}
    for paragraph, places in zip(edited, owners, strict=True):
        cell = base[places[0]].cell if places else None
        if paragraph.cell and cell:
            found.setdefault(paragraph.cell.table, cell.table)
    return found


def _pair_words(base: Sequence[Paragraph], edited: Sequence[Paragraph], owners: list[list[int]], least: float) -> None:
    """Pair paragraphs without anchors whose words are alike, in order, within the gap where they stand."""
    taken = {index for places in owners for index in places}
    gaps, floor = _gaps(len(base), owners), 0
    for index, paragraph in enumerate(base):
        if index in taken:
            continue
        first, last = max(gaps[index][0], floor), gaps[index][1]
        for number in range(first, min(last, first + FAR)):
            if not owners[number] and _can_be(paragraph, edited[number], least):
                owners[number] = [index]
                floor = number + 1
                break


def _gaps(count: int, owners: Sequence[Sequence[int]]) -> list[tuple[int, int]]:
    """For each paragraph before, the edited ones between the last that holds an earlier one and the first of a later one."""
    first, last, moved = [0] * (count + 1), [len(owners)] * (count + 1), frozenset(_out_of_order(owners))
    for number, places in enumerate(owners):
        if places and number not in moved:
            first[max(places) + 1] = max(first[max(places) + 1], number + 1)
            last[min(places)] = min(last[min(places)], number)
    for index in range(1, count + 1):
        first[index] = max(first[index], first[index - 1])
    for index in reversed(range(count)):
        last[index] = min(last[index], last[index + 1])
    return list(zip(first[:count], last[1:], strict=True))


def _can_be(one: Paragraph, other: Paragraph, least: float) -> bool:
    """Whether the one may have become the other: `least` of the words are the same, or the style is."""
    if one.cell or other.cell or one.picture != other.picture:
        return False
    if least in (0.0, 1.0):
        same_style = (one.role, one.level) == (other.role, other.level)
        return same_style and (not least or shown(one) == shown(other))
    matcher = SequenceMatcher(None, shown(one), shown(other), autojunk=False)
    return matcher.real_quick_ratio() >= least and matcher.quick_ratio() >= least and matcher.ratio() >= least


def _out_of_order(owners: Sequence[Sequence[int]]) -> Iterator[int]:
    """The paragraphs that are not in the longest run of ascending places: those that were moved."""
    numbers = [number for number, places in enumerate(owners) if places]
    kept = set(_longest_ascent([owners[number][0] for number in numbers]))
    yield from (number for position, number in enumerate(numbers) if position not in kept)


def _longest_ascent(values: Sequence[int]) -> list[int]:
    """The positions of a longest not descending subsequence (patience sorting)."""
    tails: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for position, value in enumerate(values):
        spot = bisect_left(tails, value + 1)
        before.append(last[spot - 1] if spot else -1)
        tails[spot : spot + 1] = [value]
        last[spot : spot + 1] = [position]
    positions: list[int] = []
    position = last[-1] if last else -1
    while position >= 0:
        positions.append(position)
        position = before[position]
    return positions[::-1]
