"""New blocks put into a content file: where a paragraph of some style goes, and how it is written there."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from msgspec import Struct

from exporter import model, walking
from exporter.merging.runs import text_of
from exporter.merging.source.edits import Fresh
from exporter.merging.source.markdown import Sources, markdown, wrapped
from exporter.merging.source.sheet import Patch, Sheet
from exporter.merging.source.tree import AnyBlock, Branch, Tree
from exporter.model import Release

MARKER = re.compile(r"(?P<mark>[-+*]|(?P<number>\d{1,9})(?P<sign>[.)]))(?P<space>[ \t]+)")
ITEMS = re.compile(r"(?:bullet|number)_\d|(?:takeaways|callout)_(?:bullet|number)")
CONTINUED = re.compile(r"continued_\d|(?:takeaways|callout)_continued")
RANK = re.compile(r"heading_(\d)")
QUOTES: Mapping[str, type[AnyBlock]] = {"quote": model.BlockQuote, "pull_quote": model.PullQuote}
BOXES = ("takeaways", "callout")
FENCED = (model.PullQuote, model.Takeaways, model.Callout, model.Sidebar, model.Division)
WIDTH = 120


class Written(Struct, frozen=True):
    """A block to be put in: its lines, without what begins them where it goes. `fresh` says what it is."""

    fresh: Fresh
    lines: tuple[str, ...]


class Place(Struct, frozen=True):
    """Where lines go: behind the line `line` (or in front of it), each with `prefix`, the first with `first`.

    `apart` tells whether a blank line stands between them and their neighbours."""

    line: int
    prefix: str
    first: str
    apart: bool = True
    before: bool = False


class Inserter:
    """Finds the places of new blocks and writes them."""

    def __init__(self, tree: Tree, sheet: Sheet, release: Release, sources: Sources) -> None:
        self.tree, self.sheet, self.sources = tree, sheet, sources
        self.levels = {rank: level for level, rank in walking.heading_ranks(release).items()}
        self.first = release.body[0].id if release.body else ""
        self.width = max((len(line) for line in sheet.lines), default=WIDTH)

    def written(self, fresh: Fresh) -> Written:
        """A new paragraph as lines. Raises KeyError for a note or a picture that nobody knows."""
        if fresh.role == "code_block":
            return Written(fresh, ("```", *text_of(fresh.runs).split("\n"), "```"))
        text = markdown(fresh.runs, self.sources)
        if rank := RANK.fullmatch(fresh.role):
            level = self.levels.get(int(rank[1])) or self._level(int(rank[1]))
            return Written(fresh, ("#" * level + " " + text.replace("\\\n", " ").replace("{", "\\{"),))
        return Written(fresh, tuple(wrapped(text, min(self.width, WIDTH)).split("\n")))

    def _level(self, rank: int) -> int:
        """The level of a heading whose rank no other has: as far from a known one as the ranks are."""
        known = next(iter(sorted(self.levels.items())), (2, 1))
        return max(1, min(6, known[1] + rank - known[0]))

    def patches(self, after: str, before: str, blocks: Sequence[Written]) -> list[Patch] | str:
        """The patches that put blocks in at a place; a text says why they can't stand there."""
        branch = self.tree.find(after or before or self.first)
        if branch is None:
            return "the content file has no paragraph beside which it could stand"
        made: list[Patch] = []
        last: Place | None = None
        number = 0
        for block in blocks:
            place = self._place(branch, block.fresh, before=not after)
            if isinstance(place, str):
                return place
            number = number + 1 if last and last.line == place.line and last.first == place.first else 0
            made.append(self._patch(place, block, number, last))
            last = place
        return made

    def _patch(self, place: Place, block: Written, number: int, last: Place | None) -> Patch:
        """Lines with what begins them, and the blank lines around; items of a new list follow each other without."""
        first = _counted(place.first, number)
        lines = [
            first + block.lines[0],
            *(place.prefix + line if line else place.prefix.rstrip() for line in block.lines[1:]),
        ]
        blank = place.prefix.rstrip() if ">" in place.prefix else ""
        if place.before:
            text = "\n".join([*lines, *([blank] if place.apart else []), ""])
            return Patch(self.sheet.at(place.line), self.sheet.at(place.line), text)
        end = self.sheet.end_of(place.line)
        tight = (
            last is not None and last.line == place.line and bool(MARKER.search(place.first)) and place.first == last.first
        )
        text = "\n".join(["", *([blank] if place.apart and not tight else []), *lines])
        follows = place.line < len(self.sheet.lines) and self.sheet.line(place.line + 1).strip(" \t>")
        closes = re.fullmatch(r"[ \t>]*:{3,}[ \t]*", self.sheet.line(place.line + 1))
        return Patch(end, end, text + ("\n" + blank if place.apart and follows and not closes else ""))

    # --- where ---------------------------------------------------------------------------------------------------------

    def _place(self, branch: Branch, fresh: Fresh, *, before: bool) -> Place | str:
        if fresh.role == "table_text":
            return "rows and columns are added in the content file"
        if ITEMS.fullmatch(fresh.role):
            return self._of_item(branch, fresh, before=before)
        if CONTINUED.fullmatch(fresh.role):
            return self._of_continued(branch, fresh)
        return self._of_block(branch, fresh, before=before)

    def _of_item(self, branch: Branch, fresh: Fresh, *, before: bool) -> Place:
        """An item of a list that is there, of one inside the item before it, or of a new list."""
        lists = branch.lists()
        ordered = "number" in fresh.role
        level = max(fresh.level, 0)
        if level < len(lists):
            around = branch.above[lists[level]]
            item = branch.child_of(lists[level])
            if isinstance(around, model.List) and (around.ordered == ordered or before):
                return self._beside_item(around, item, self._last_line(branch, lists[level]), before=before)
            level = min(level, len(lists) - 1)
            return self._behind(branch, lists[level] - 1, "1. " if ordered else "- ")
        if lists:
            item = branch.child_of(lists[-1])
            indent = self._inside(item)
            return Place(
                branch.block.span.end_line,
                indent + "   " if ordered else indent + "  ",
                indent + ("1. " if ordered else "- "),
                False,
            )
        return self._behind(branch, self._box(branch, fresh), "1. " if ordered else "- ", before=before)

    def _beside_item(self, around: model.List, item: AnyBlock, last: int, *, before: bool) -> Place:
        """Before an item or behind its line `last`: what follows there goes to the new one, as it does in Word."""
        line = self.sheet.line(item.span.line)
        found = MARKER.search(line, max(item.span.column - 1, 0))
        marker = found[0] if found else "- "
        start = line[: found.start()] if found else line[: item.span.column - 1]
        start = re.sub(r"[^> \t]", " ", start)
        inner = start + " " * len(marker)
        if found and found["number"] and not before:
            marker = f"{int(found['number']) + 1}{found['sign']}{found['space']}"
        apart = not around.tight
        return Place(item.span.line if before else last, inner, start + marker, apart, before)

    def _inside(self, item: AnyBlock) -> str:
        """What begins the lines inside an item below its first."""
        children = walking.children(item)
        return prefix_of(children[0], self.sheet) if children else "  "

    def _last_line(self, branch: Branch, container: int) -> int:
        """The last line of a branch within a container: of the outermost box with a fence of its own, else of its leaf."""
        fenced = (block for block in branch.above[container + 1 :] if isinstance(block, FENCED))
        return next(fenced, branch.block).span.end_line

    def _of_continued(self, branch: Branch, fresh: Fresh) -> Place | str:
        lists = branch.lists()
        if not lists:
            return self._behind(branch, self._box(branch, fresh), "")
        level = min(max(fresh.level, 0) if fresh.level >= 0 else _level_of(fresh.role), len(lists) - 1)
        item = branch.child_of(lists[level])
        inner = branch.child_of(lists[level] + 1) if lists[level] + 1 < len(branch.above) + 0 else branch.block
        indent = self._inside(item)
        return Place(inner.span.end_line, indent, indent)

    def _of_block(self, branch: Branch, fresh: Fresh, *, before: bool) -> Place | str:
        notes = [place for place, block in enumerate(branch.above) if isinstance(block, model.Footnote)]
        if notes:
            note = branch.above[notes[0]]
            if isinstance(note, model.Footnote) and not note.label:
                return "a note that is written in its line has one paragraph"
            return self._behind(branch, notes[0], "", indent="    ")
        if fresh.role in QUOTES:
            inside = [place for place, block in enumerate(branch.above) if isinstance(block, QUOTES[fresh.role])]
            if inside:
                return self._behind(branch, inside[-1], "", before=before)
            return self._behind(branch, self._box(branch, fresh), "> ", before=before)
        return self._behind(branch, self._box(branch, fresh), "", before=before)

    def _box(self, branch: Branch, fresh: Fresh) -> int:
        """The place in `above` of the container that a style asks for: the box of its family, a division, or -1."""
        kinds: tuple[type[AnyBlock], ...] = (model.Division,)
        if fresh.role.startswith("takeaways"):
            kinds = (model.Takeaways,)
        elif fresh.role.startswith("callout"):
            kinds = (model.Callout, model.Sidebar)
        places = [place for place, block in enumerate(branch.above) if isinstance(block, kinds)]
        return places[-1] if places else -1

    def _behind(self, branch: Branch, container: int, marker: str, *, before: bool = False, indent: str = "") -> Place:
        """Beside what the container holds of the branch; `marker` begins the block."""
        child = branch.child_of(container) if container < len(branch.above) else branch.block
        prefix = indent or (prefix_of(child, self.sheet) if container >= 0 else "")
        rest = marker if marker == "> " else " " * len(marker)
        target = child.span.line if before else self._last_line(branch, container)
        return Place(target, prefix + rest, prefix + marker, True, before)


def prefix_of(block: AnyBlock, sheet: Sheet) -> str:
    """What begins the lines of a block because of what encloses it."""
    line = sheet.line(block.span.line)[: block.span.column - 1]
    if isinstance(block, model.Heading):
        line = line.rstrip("# ") if "#" in line else line
    if re.match(r"[ \t>]*\[\^", line):
        return "    "
    inner = re.sub(r"[^> \t]", " ", line)
    return inner[:-2] if isinstance(block, model.BlockQuote) and inner.endswith("> ") else inner


def _level_of(role: str) -> int:
    return int(role[-1]) - 1 if role[-1].isdigit() else 0


def _counted(first: str, number: int) -> str:
    """A marker, further on by some numbers."""
    match = MARKER.search(first)
    if not match or not match["number"] or not number:
        return first
    return f"{first[: match.start()]}{int(match['number']) + number}{match['sign']}{match['space']}"
