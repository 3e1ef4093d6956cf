"""New and moved blocks as lines, where they belong: in the list, the quotation, the box or the note that asks for them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from msgspec import Struct

from exporter.merging.runs import text_of
from exporter.merging.source.containers import item_indent, marker_of, prefix_of
from exporter.merging.source.edits import Fresh
from exporter.merging.source.markdown import NoForm, Vocabulary, Way, write_lines
from exporter.merging.source.outline import Block, Outline
from exporter.merging.source.source_text import Change

BOXES = {"quote": "blockquote", "pull_quote": "quote", "takeaways": "takeaways", "callout": "callout"}
BOX_KINDS = ("blockquote", "quote", "takeaways", "callout", "sidebar")
LISTED = re.compile(r"(?:\w+_)?(?P<kind>bullet|number|continued)(?:_(?P<level>\d))?$")
REFUSED = ("table_text", "table_heading", "caption", "picture", "title", "subtitle", "kicker", "header", "footer")


class Form(Struct, frozen=True):
    """What a new block is: its own lines, the box that it wants (a kind of block, "" = none), and its list: `level` 1 and
    up, 0 for none; `continued` is a further paragraph of an item."""

    lines: tuple[str, ...]
    box: str
    level: int = 0
    ordered: bool = False
    continued: bool = False


class Level(Struct):
    """An open list: what its items' lines begin with, their marker, how far their text stands in, whether it is tight."""

    prefix: str
    sign: str  # `-`, `*`, `+`, `.`, `)`
    number: int
    indent: int
    tight: bool

    @property
    def ordered(self) -> bool:
        return self.sign in ".)"

    @property
    def inner(self) -> str:
        return self.prefix + " " * self.indent


def form_of(fresh: Fresh, words: Vocabulary, levels: Mapping[int, int], way: Way, width: int) -> Form:
    """A new paragraph's form; `levels` leads from the rank of a heading to the level of the file. Raises NoForm."""
    role = fresh.role
    if role in REFUSED:
        raise NoForm("A new paragraph can't be part of a table, a picture or the page's own text.")
    if role.startswith("heading_"):
        rank = int(role[-1])
        level = levels.get(rank) or max((own + rank - known for known, own in levels.items()), default=rank)
        line = write_lines(fresh.runs, words, "heading", way, 0)[0]
        return Form((f"{'#' * min(6, level)} {line}",), "")
    if role == "code_block":
        return Form(tuple(_fence(text_of(fresh.runs))), "")
    if role == "thematic_break":
        return Form(("---",), "")
    lines = tuple(write_lines(fresh.runs, words, "paragraph", way, width))
    box = next((kind for name, kind in BOXES.items() if role == name or role.startswith(f"{name}_")), "")
    if found := LISTED.match(role):
        level = int(found["level"] or max(fresh.level, 0) + 1)
        return Form(lines, box, level, fresh.ordered or found["kind"] == "number", found["kind"] == "continued")
    if fresh.level >= 0:
        return Form(lines, box, fresh.level + 1, fresh.ordered)
    return Form(lines, box)


def _fence(text: str) -> list[str]:
    longest = max((len(found) for found in re.findall("`+", text)), default=0)
    ticks = "`" * max(3, longest + 1)
    return [ticks, *text.split("\n"), ticks]


def box_of(block: Block) -> Block | None:
    """The innermost quotation or box around a block."""
    return next((outer for outer in block.chain() if outer.kind in BOX_KINDS), None)


class Place:
    """A point behind a block of the source, and the lists and boxes that are open there."""

    def __init__(self, outline: Outline, anchor: Block | None) -> None:
        self.outline, self.anchor = outline, anchor
        self.levels: list[Level] = []
        self.box = ""
        self.prefix = ""
        self.end = outline.source.line_end(anchor.last) if anchor else 0
        if anchor:
            self._open(anchor)

    def _open(self, block: Block) -> None:
        box = box_of(block)
        self.box = box.kind if box else ""
        inside = list(block.chain())
        if box:
            inside = inside[: inside.index(box)]
        items = [outer for outer in inside if outer.kind == "list_item"]
        self.levels = [_level(self.outline, item) for item in reversed(items)]
        home = items[-1].parent if items else block
        self.prefix = prefix_of(self.outline, home.parent if home else None)

    def leave_box(self) -> None:
        """Stand behind the box that is open here. Raises NoForm when more of it follows."""
        box = box_of(self.anchor) if self.anchor else None
        if box is None:
            self.box = ""
            return
        last = [*box.leaves()][-1]
        if self.anchor and last is not self.anchor and self.anchor in [*box.leaves()]:
            raise NoForm("A paragraph of another kind can't stand in the middle of a quotation or a box.")
        self.end = self.outline.source.line_end(box.last)
        self.anchor = box.parent if box.parent else None
        self.levels, self.box, self.prefix = [], "", ""
        if box.parent:
            self._open(_behind(box.parent))


def _behind(parent: Block) -> Block:
    """A stand-in for a block inside of a container."""
    return Block(parent.node, 0, 0, 0, parent)


def _level(outline: Outline, item: Block) -> Level:
    marker = marker_of(outline, item)
    found = re.match(r"(\d*)([-+*.)])", marker)
    number, sign = (found[1], found[2]) if found else ("", "-")
    prefix = prefix_of(outline, item.parent)
    tight = not any(
        block.kind == "paragraph" and not block.node.token.hidden
        for one in (item.parent.children if item.parent else [])
        for block in one.children
    )
    start = item.start - outline.source.starts[item.first] - len(prefix)
    own = prefix + " " * max(0, start)
    return Level(own, sign, int(number or 0), item_indent(outline, item) - max(0, start), tight)


def insertion(place: Place, forms: Sequence[Form]) -> list[Change]:
    """The changes that put blocks behind a place, one after another."""
    changes: list[Change] = []
    index = 0
    while index < len(forms):
        form = forms[index]
        if form.box and form.box != _same(place.box, form.box):
            count = next((n for n, one in enumerate(forms[index:]) if one.box != form.box), len(forms) - index)
            _enter(place, "")
            changes.append(Change(place.end, place.end, _boxed(place, form.box, forms[index : index + count])))
            index += count
            continue
        if not form.box and place.box:
            _enter(place, "")
        changes.append(Change(place.end, place.end, _added(place, form)))
        index += 1
    return changes


def stands_in(form: Form, box: Block) -> bool:
    """Whether a block wants to stand in a box of this kind."""
    return bool(form.box) and _same(box.kind, form.box) == form.box


def in_front(outline: Outline, before: str, forms: Sequence[Form]) -> Change:
    """The change that puts blocks at the top of a box, in front of its first."""
    first = outline.blocks[before]
    box = box_of(first)
    outermost = next(block for block in first.chain() if block.parent is box)
    place = Place(outline, first)
    for level in place.levels:
        level.number -= 1
    apart = not all(form.level and place.levels and place.levels[0].tight for form in forms)
    blank = place.prefix.rstrip()
    text = "".join(_added(place, form) for form in forms).removeprefix(f"\n{blank}\n").removeprefix("\n")
    at = outline.source.starts[outermost.first]
    return Change(at, at, text + (f"\n{blank}\n" if apart else "\n"))


def _same(open_box: str, wanted: str) -> str:
    """The box that is open, where it is one of the kind that is wanted; a sidebar looks like a callout."""
    return wanted if open_box == wanted or (open_box == "sidebar" and wanted == "callout") else open_box


def _enter(place: Place, box: str) -> None:
    while place.box:
        place.leave_box()


def _added(place: Place, form: Form) -> str:
    """The text of one block behind what is there already."""
    if not form.level:
        prefix = place.prefix
        place.levels = []
        return _lines(form.lines, prefix, prefix, True, prefix)
    if form.continued:
        del place.levels[form.level :]
        prefix = place.levels[-1].inner if place.levels else place.prefix
        return _lines(form.lines, prefix, prefix, True, prefix)
    return _item(place, form)


def _item(place: Place, form: Form) -> str:
    before = place.levels[form.level - 1] if len(place.levels) >= form.level else None
    deeper = len(place.levels) < form.level
    del place.levels[form.level :]
    if before is None or before.ordered != form.ordered:
        del place.levels[form.level - 1 :]
        outer = place.levels[-1].inner if place.levels else place.prefix
        indent = 3 if form.ordered else 2
        new = Level(outer, "." if form.ordered else "-", 1, indent, True)
        loose = not (deeper and place.levels)
        place.levels.append(new)
    else:
        before.number += 1
        new, loose = before, not before.tight
    marker = f"{new.number}{new.sign}" if new.ordered else new.sign
    new.indent = max(new.indent, len(marker) + 1)
    lead = new.prefix + marker + " " * (new.indent - len(marker))
    return _lines(form.lines, lead, new.inner, loose, new.prefix)


def _lines(lines: Sequence[str], lead: str, prefix: str, apart: bool, blank: str) -> str:
    text = "\n".join(
        ((lead if not number else prefix) + line).rstrip(" ") if not line else (lead if not number else prefix) + line
        for number, line in enumerate(lines)
    )
    return ("\n" + blank.rstrip() if apart else "") + "\n" + text


def _boxed(place: Place, box: str, forms: Sequence[Form]) -> str:
    """Blocks in a box of their own."""
    inner = Place(place.outline, None)
    inner.box = box
    sign = "> " if box == "blockquote" else ""
    inner.prefix = place.prefix + sign
    body = "".join(_added(inner, form) for form in forms).removeprefix("\n" + inner.prefix.rstrip()).removeprefix("\n")
    place.levels = []
    start = "\n" + place.prefix.rstrip() + "\n"
    if sign:
        return start + body
    return f"{start}{place.prefix}::: {box}\n{body}\n{place.prefix}:::"
