"""Where words go: broken into lines where there is little room, and moved apart where they would touch."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

BIT = re.compile("[\u2e80-\uffdc]|[^\\s\u2e80-\uffdc]+|\\s+")  # East Asian lines break between any two characters


def wrapped(text: str, room: float, width_of: Callable[[str], float]) -> list[str]:
    """The text in lines no wider than `room`, as few as can be and of about one width; a word that is wider is broken."""
    lines = _filled(text, room, width_of)
    while len(lines) > 1 and room > width_of(text) / len(lines):
        room -= 4
        narrower = _filled(text, room, width_of)
        if len(narrower) > len(lines) or not is_whole(text, room, width_of):
            break
        lines = narrower
    return lines


def _filled(text: str, room: float, width_of: Callable[[str], float]) -> list[str]:
    """The text in lines, each as full as it gets."""
    lines, line = [""], ""
    for bit in BIT.findall(text.strip()):
        if width_of((line + bit).strip()) <= room or not line.strip():
            line += bit
        else:
            lines.append(line.strip())
            line = bit
        while width_of(line.strip()) > room and len(line.strip()) > 1:
            head = _head(line.strip(), room, width_of)
            lines.append(head)
            line = line.strip()[len(head) :]
    return [*lines[1:], line.strip()] if line.strip() else lines[1:] or [""]


def _head(word: str, room: float, width_of: Callable[[str], float]) -> str:
    """As many characters from the beginning as there is room for, one at least."""
    end = len(word)
    while end > 1 and width_of(word[:end]) > room:
        end -= 1
    return word[:end]


def is_whole(text: str, room: float, width_of: Callable[[str], float]) -> bool:
    """Whether no word of a text is wider than `room`."""
    return all(width_of(bit) <= room for bit in BIT.findall(text))


def spread(places: Sequence[float], heights: Sequence[float], top: float, bottom: float) -> list[float]:
    """The middles of labels that are wanted at `places`, moved as little as keeps them from touching.

    Labels that want to be higher stay higher. Where `top` to `bottom` is no room for all, they begin at `top`.
    """
    order = sorted(range(len(places)), key=lambda index: places[index])
    groups: list[tuple[float, float, list[int]]] = []  # the wanted middle, the height, the labels
    for index in order:
        group = (places[index], heights[index], [index])
        while groups and _bottom(groups[-1]) > group[0] - group[1] / 2:
            group = _joined(groups.pop(), group)
        groups.append(_inside(group, top, bottom))
        while len(groups) > 1 and _bottom(groups[-2]) > groups[-1][0] - groups[-1][1] / 2 + 1e-9:
            last = groups.pop()
            groups.append(_inside(_joined(groups.pop(), last), top, bottom))
    found = [0.0] * len(places)
    for middle, height, members in groups:
        edge = middle - height / 2
        for index in members:
            found[index] = edge + heights[index] / 2
            edge += heights[index]
    return found


def _joined(one: tuple[float, float, list[int]], other: tuple[float, float, list[int]]) -> tuple[float, float, list[int]]:
    """Two groups of labels as one, in the middle of where each wanted to be."""
    height = one[1] + other[1]
    wanted = (len(one[2]) * (one[0] + other[1] / 2) + len(other[2]) * (other[0] - one[1] / 2)) / (
        len(one[2]) + len(other[2])
    )
    return wanted, height, [*one[2], *other[2]]


def _inside(group: tuple[float, float, list[int]], top: float, bottom: float) -> tuple[float, float, list[int]]:
    middle, height, members = group
    return max(min(middle, bottom - height / 2), top + height / 2), height, members


def _bottom(group: tuple[float, float, list[int]]) -> float:
    return group[0] + group[1] / 2
