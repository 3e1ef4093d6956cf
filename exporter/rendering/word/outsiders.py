"""What a copy for outsiders keeps of its bookmarks: those that something in it leads to, under names that say nothing."""

from __future__ import annotations

from collections.abc import Iterable

from exporter.rendering.word.markup import Element, W

NEUTRAL = "_Ref"  # as Word names its own: the underscore hides them from its list of bookmarks
FIELDS = frozenset(("NOTEREF", "PAGEREF", "REF"))  # whose first word is a bookmark (17.16.5)


def neutralise(stories: Iterable[Element]) -> None:
    """Take every bookmark out of these stories that no link and no field of theirs names; call the others `_Ref1` and on."""
    roots = list(stories)
    starts = [start for root in roots for start in root.iter(W + "bookmarkStart")]
    wanted = {link.get(W + "anchor", "") for root in roots for link in root.iter(W + "hyperlink")}
    instructions = [element for root in roots for element in root.iter(W + "instrText")]
    wanted |= {_named(instruction) for instruction in instructions}
    kept = [start for start in starts if start.get(W + "name") in wanted]
    names = {start.get(W + "name", ""): f"{NEUTRAL}{number}" for number, start in enumerate(kept, start=1)}
    _keep(roots, {start.get(W + "id", ""): str(number) for number, start in enumerate(kept)})
    for start in kept:
        start.set(W + "name", names[start.get(W + "name", "")])
    for link in (link for root in roots for link in root.iter(W + "hyperlink")):
        if anchor := link.get(W + "anchor"):
            link.set(W + "anchor", names.get(anchor, anchor))
    for instruction in instructions:
        if (name := _named(instruction)) in names:
            instruction.text = (instruction.text or "").replace(name, names[name])


def _named(instruction: Element) -> str:
    """The bookmark that a field's instruction names, "" = none."""
    words = (instruction.text or "").split()
    return words[1] if len(words) > 1 and words[0] in FIELDS else ""


def _keep(roots: Iterable[Element], numbers: dict[str, str]) -> None:
    """Give the bookmarks with these ids others, and remove the rest."""
    for root in roots:
        for mark in list(root.iter(W + "bookmarkStart", W + "bookmarkEnd")):
            number, parent = mark.get(W + "id", ""), mark.getparent()
            if number in numbers:
                mark.set(W + "id", numbers[number])
            elif parent is not None:
                parent.remove(mark)
