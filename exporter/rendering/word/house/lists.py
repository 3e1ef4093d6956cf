"""Our lists in the numbering of a template, and the lists that its own styles bring (17.9)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy

from exporter.rendering.word.house.names import Names, value
from exporter.rendering.word.markup import Element, W
from exporter.rendering.word.numbering import ListOfStyle, Numbering
from exporter.rendering.word.roles import LIST_LEVELS


def add_lists(theirs: Element, ours: Element, styles: Element, names: Names) -> Numbering:
    """Add our lists before and after those of the template, under ids that are free; its styles keep their own."""
    by_name = {value(style, "name").casefold(): style for style in styles.iterfind(W + "style")}
    roles = {role: by_name[name.casefold()] for role, name in names.names.items()}
    own = set(names.added.values())
    marks = dict(_lists_of(theirs, styles, {role: s for role, s in roles.items() if s.get(W + "styleId") not in own}))
    nums = _highest(theirs, "num", "numId")
    abstracts = _highest(theirs, "abstractNum", "abstractNumId") + 1
    _add_abstract(theirs, ours, abstracts, names.added)
    _add_nums(theirs, ours, nums, abstracts)
    for style in styles.iterfind(W + "style"):
        if style.get(W + "styleId") in own:
            for number in style.iterfind(f"{W}pPr/{W}numPr/{W}numId"):
                number.set(W + "val", str(int(number.get(W + "val", "0")) + nums))
    _align(theirs, roles, own, marks)
    return Numbering(theirs, nums, abstracts, marks)


def _highest(root: Element, tag: str, attribute: str) -> int:
    numbers = [int(found) for item in root.iterfind(W + tag) if (found := item.get(W + attribute, "")).isdecimal()]
    return max(numbers, default=-1 if tag == "abstractNum" else 0)


def _add_abstract(theirs: Element, ours: Element, moved: int, added: Mapping[str, str]) -> None:
    """All `w:abstractNum` stand before the first `w:num`."""
    place = next(iter(theirs.iterfind(W + "abstractNum")), None)
    last = list(theirs.iterfind(W + "abstractNum"))
    at = theirs.index(last[-1]) + 1 if place is not None else len(list(theirs.iterfind(W + "numPicBullet")))
    taken = {value(item, tag) for item in last for tag in ("nsid", "tmpl")}
    for own in ours.iterfind(W + "abstractNum"):
        item = deepcopy(own)
        item.set(W + "abstractNumId", str(int(own.get(W + "abstractNumId", "0")) + moved))
        for tag in ("nsid", "tmpl"):
            for element in item.findall(W + tag):
                element.set(W + "val", _free(element.get(W + "val", ""), taken))
        for named in list(item.iter(W + "pStyle")):
            level = named.getparent()
            if named.get(W + "val") in added:
                named.set(W + "val", added[named.get(W + "val", "")])
            elif level is not None:
                level.remove(named)
        theirs.insert(at, item)
        at += 1


def _free(number: str, taken: set[str]) -> str:
    """Lists with one nsid are one list to Word; a template that was made of a copy of ours has our numbers."""
    while number in taken:
        number = f"{int(number, 16) + 0x100:08X}"
    taken.add(number)
    return number


def _add_nums(theirs: Element, ours: Element, nums: int, abstracts: int) -> None:
    found = [item for item in theirs if item.tag in (W + "numPicBullet", W + "abstractNum", W + "num")]
    at = theirs.index(found[-1]) + 1
    for own in ours.iterfind(W + "num"):
        item = deepcopy(own)
        item.set(W + "numId", str(int(own.get(W + "numId", "0")) + nums))
        for element in item.iterfind(W + "abstractNumId"):
            element.set(W + "val", str(int(element.get(W + "val", "0")) + abstracts))
        theirs.insert(at, item)
        at += 1


def _lists_of(numbering: Element, styles: Element, roles: Mapping[str, Element]) -> Iterator[tuple[str, ListOfStyle]]:
    """The lists that the template's own list styles bring, by role."""
    by_id = {style.get(W + "styleId", ""): style for style in styles.iterfind(W + "style")}
    abstracts = {num.get(W + "numId", ""): value(num, "abstractNumId") for num in numbering.iterfind(W + "num")}
    for role, style in roles.items():
        found, line = style.find(f"{W}pPr/{W}numPr"), [style]
        while found is None and (base := by_id.get(value(line[-1], "basedOn"))) is not None and base not in line:
            found = base.find(f"{W}pPr/{W}numPr")
            line.append(base)
        num = "" if found is None else value(found, "numId")
        if found is not None and num in abstracts and _is_list(role):
            level = _linked(numbering, abstracts[num], line[-1].get(W + "styleId", "")) or value(found, "ilvl") or "0"
            yield role, ListOfStyle(int(num), int(level), abstracts[num])


def _is_list(role: str) -> bool:
    return any(part in role.split("_") for part in ("bullet", "number"))


def _linked(numbering: Element, abstract: str, style: str) -> str:
    """The level of an abstract list that names a paragraph style (17.9.23)."""
    for level in _levels(numbering, abstract):
        if value(level, "pStyle") == style:
            return level.get(W + "ilvl", "")
    return ""


def _levels(numbering: Element, abstract: str) -> Iterator[Element]:
    for item in numbering.iterfind(W + "abstractNum"):
        if item.get(W + "abstractNumId") == abstract:
            yield from item.iterfind(W + "lvl")


def _align(numbering: Element, roles: Mapping[str, Element], own: set[str], marks: Mapping[str, ListOfStyle]) -> None:
    """Let our style for an item's further paragraphs stand where the template's own list has its words."""
    for level in range(1, LIST_LEVELS + 1):
        style, item = roles[f"continued_{level}"], roles[f"bullet_{level}"]
        mark = marks.get(f"bullet_{level}")
        if mark is None or style.get(W + "styleId") not in own:
            continue
        of_list = [lvl for lvl in _levels(numbering, mark.abstract) if lvl.get(W + "ilvl") == str(mark.ilvl)]
        for holder in (item, *of_list):
            indent = holder.find(f"{W}pPr/{W}ind")
            left = None if indent is None else indent.get(W + "left") or indent.get(W + "start")
            target = style.find(f"{W}pPr/{W}ind")
            if left and target is not None:
                target.set(W + "left", left)
                break
