"""All edits of a content file as changes of its text, each written in the way that is asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from exporter.merging.runs import Run, Runs, normal, text_of
from exporter.merging.source.attributes import attribute_change
from exporter.merging.source.containers import prefix_of
from exporter.merging.source.edits import Delete, Edit, Insert, Move, NewNote, Replace
from exporter.merging.source.markdown import WAYS, NoForm
from exporter.merging.source.outline import Block, Outline
from exporter.merging.source.patching import patches, rewritten
from exporter.merging.source.pieces import box_runs, field_runs, leaves, own_runs
from exporter.merging.source.placing import Form, Place, box_of, form_of, in_front, insertion, stands_in
from exporter.merging.source.proof import Wanted
from exporter.merging.source.removing import removals
from exporter.merging.source.scalars import values, written
from exporter.merging.source.sequence import Entry, Order, Unplaced
from exporter.merging.source.source_text import Change
from exporter.merging.source.vocabulary import vocabulary, with_notes
from exporter.model import CodeBlock, Release
from exporter.reading.markdown.headings import heading_name
from exporter.walking import heading_ranks

PIECE_WAYS = 2 * len(WAYS)  # what differs, then the whole piece


class Draft(Struct, frozen=True):
    """The bytes of a changed file, and what they must read as."""

    data: bytes
    wanted: Wanted


class Draftsman:
    def __init__(self, data: bytes, release: Release, notes: Sequence[NewNote]) -> None:
        self.release, self.notes = release, {note.id: note.paragraphs for note in notes}
        self.outline = Outline(data, release.file)
        self.words, self.definitions = with_notes(vocabulary(self.outline), notes, self.outline)
        self.values = values(self.outline.source, self.outline.body - 1)
        self.levels = {rank: level for level, rank in heading_ranks(release).items()}
        self.leaves = leaves(release)
        self.runs = field_runs(release)
        for leaf in self.leaves:
            self.runs |= {leaf.block.id + key: runs for key, runs in own_runs(leaf.block).items()}
            for box in leaf.around:
                self.runs |= {box.id + key: runs for key, runs in box_runs(box).items()}
        self.code = {leaf.block.id: leaf.block for leaf in self.leaves if isinstance(leaf.block, CodeBlock)}

    @staticmethod
    def ways(edit: Edit) -> int:
        """How many ways there are to write an edit."""
        return PIECE_WAYS if isinstance(edit, Replace) else len(WAYS)

    def draft(self, edits: Sequence[tuple[Edit, int]]) -> Draft:
        """The file with some edits, each in one of its ways; raises NoForm and Unplaced."""
        changes: list[Change] = []
        for edit, way in edits:
            if isinstance(edit, Replace):
                changes += self._replaced(edit, way)
        orders = self._orders([edit for edit, _ in edits])
        way = max((way for edit, way in edits if isinstance(edit, Insert)), default=0)
        self._forget_notes(orders, {edit.id: edit.runs for edit, _ in edits if isinstance(edit, Replace)})
        gone = {entry.id for order in orders.values() for entry in order.entries if entry.gone}
        moved = [change for order in orders.values() for change in self._placed(order, changes, way)]
        removed = removals(self.outline, gone)
        kept = [one for one in changes if not any(cut.start <= one.start and one.end <= cut.end for cut in removed)]
        changes = [*kept, *moved, *removed, *self._defined(edits)]
        wanted = Wanted(
            self.release,
            orders[""].entries,
            {note: order.entries for note, order in orders.items() if note},
            {edit.id: edit.runs for edit, _ in edits if isinstance(edit, Replace)},
            self.notes,
        )
        try:
            return Draft(self.outline.source.changed(changes), wanted)
        except ValueError as error:
            raise NoForm("Another edit changes the same words.") from error

    # --- words ---------------------------------------------------------------------------------------------------------

    def _replaced(self, edit: Replace, way: int) -> list[Change]:
        if extra := next((run.extra[0] for run in edit.runs if run.extra), ""):
            raise NoForm(f"Markdown has no form for words that are {extra}.")
        if edit.id in self.outline.passages:
            return self._passage(edit, way)
        if edit.id in self.code:
            return self._code(self.outline.blocks[edit.id], text_of(edit.runs))
        block_id, _, key = edit.id.partition(".")
        if block := self.outline.blocks.get(block_id):
            if key and (change := attribute_change(self.outline, block, key, _plain(edit.runs))):
                return [change]
            raise NoForm("These words are not written in the content file, so they can't be changed there.")
        return self._field(edit)

    def _passage(self, edit: Replace, way: int) -> list[Change]:
        passage = self.outline.passages[edit.id]
        old, new = self.runs.get(edit.id, ()), normal(edit.runs)
        if not new and passage.where in ("paragraph", "heading", "note"):
            raise NoForm("A paragraph can't be without words; delete it instead.")
        if not new and passage.where == "caption":
            raise NoForm("A table's caption can't be taken away here.")
        named = self._named(passage.block, new) if passage.where == "heading" else []
        if way < len(WAYS):
            made = list(patches(passage, self.outline.source, old, new, self.words))
            if way < len(made):
                return [*made[way], *named]
        prefix = prefix_of(self.outline, passage.block.parent)
        return [*list(rewritten(passage, self.outline.source, new, self.words, prefix))[way % len(WAYS)], *named]

    def _named(self, heading: Block, words: Runs) -> list[Change]:
        """The name that a heading has had from its words, where links lead to it by that and it has no other."""
        linked = any(run.link == f"#{heading.id}" for runs in self.runs.values() for run in runs)
        name = self.outline.names.get(heading.id, "")
        if not linked or heading.node.attributes.entries or heading_name(text_of(words)) == name:
            return []
        end = self.outline.passages[heading.id].places[-1]
        return [Change(end, end, f" {{#{name}}}")]

    def _code(self, block: Block, text: str) -> list[Change]:
        source, prefix = self.outline.source, prefix_of(self.outline, block.parent)
        if block.kind != "fence":
            lines = ["    " + line if line else line for line in text.split("\n")]
            start = source.starts[block.first] + len(prefix)
            return [Change(start, source.line_end(block.last), ("\n" + prefix).join(lines))]
        mark = block.node.token.markup
        if any(line.lstrip().startswith(mark) for line in text.split("\n")) or not text.strip():
            raise NoForm("This text can't stand in its block of code.")
        body = "\n".join((prefix + line).rstrip() if not line else prefix + line for line in text.split("\n"))
        return [Change(source.starts[block.first + 1], source.line_end(block.last - 1), body)]

    def _field(self, edit: Replace) -> list[Change]:
        value = self.values.get(edit.id)
        if value is None:
            raise NoForm("These words come from the brand or are made by the program; they are not in the content file.")
        if any(run.bold or run.italic or run.code or run.note for run in edit.runs):
            raise NoForm("The front matter holds plain text, without formats or notes.")
        text = text_of(normal(edit.runs))
        if edit.id != "boilerplate" and "\n" in text:
            raise NoForm("This is one line of text in the front matter; a line can't be broken here.")
        return [written(self.outline.source, value, [part for part in text.split("\n") if part.strip()])]

    # --- blocks --------------------------------------------------------------------------------------------------------

    def _orders(self, edits: Sequence[Edit]) -> dict[str, Order]:
        """The flows with the edits that are theirs."""
        flows: dict[str, list[str]] = {"": [], **{note.id: [] for note in self.release.footnotes}}
        home: dict[str, str] = {"": ""}
        for leaf in self.leaves:
            flows[leaf.note].append(leaf.block.id)
            home[leaf.block.id] = leaf.note
        orders = {note: Order(ids) for note, ids in flows.items()}
        for edit in edits:
            if not isinstance(edit, Replace):
                beside = edit if isinstance(edit, Delete) else self._beside(edit)
                anchor = beside.id if isinstance(beside, Delete) else beside.after or beside.before
                if anchor not in home:
                    raise Unplaced("The paragraph beside which this belongs is not in the content file.")
                orders[home[anchor]].apply([beside])
        return orders

    def _beside(self, edit: Insert | Move) -> Insert | Move:
        """The edit beside leaf blocks, where it names a part of one or of a box, such as who said a quote."""
        return replace(edit, after=self._leaf(edit.after, -1), before=self._leaf(edit.before, 0))

    def _leaf(self, name: str, end: int) -> str:
        block = self.outline.blocks.get(name.partition(".")[0])
        leaves = list(block.leaves()) if block else []
        return leaves[end].id if leaves else name

    def _forget_notes(self, orders: Mapping[str, Order], words: Mapping[str, Runs]) -> None:
        """Let the notes go that nothing calls any more."""
        own = {leaf.block.id: own_runs(leaf.block) for leaf in self.leaves}
        called: set[str] = set()
        for entry in orders[""].present:
            texts = {"": entry.fresh.runs} if entry.fresh else own[entry.id]
            called |= {run.note for key, runs in texts.items() for run in words.get(entry.id + key, runs)}
        for note in self.release.footnotes:
            for entry in orders[note.id].entries if note.id not in called else ():
                entry.gone = True

    def _placed(self, order: Order, changes: list[Change], way: int) -> list[Change]:
        """The changes that put new and moved blocks between those that stay."""
        made: list[Change] = []
        anchor, waiting = "", list[Entry]()
        for entry in [*order.present, None]:
            if entry is not None and (entry.fresh or entry.moved):
                waiting.append(entry)
                continue
            if waiting:
                forms = [self._form(one, changes, way) for one in waiting]
                made += self._between(anchor, entry.id if entry else "", forms)
                waiting = []
            anchor = entry.id if entry else ""
        return made

    def _between(self, after: str, before: str, forms: list[Form]) -> list[Change]:
        source = self.outline.source
        if inside := self._of_the_box(after, before, forms):
            forms = forms[: -len(inside)]
            return [*(self._between(after, before, forms) if forms else []), in_front(self.outline, before, inside)]
        if not after:
            return self._at_the_top(before, forms)
        place = Place(self.outline, self.outline.blocks[after])
        made = insertion(place, forms)
        line = source.text.count("\n", 0, made[-1].start) + 1
        following = source.line(line)
        if (
            following.strip()
            and not source.is_blank(line)
            and not following.strip(" >").startswith(":::")
            and not forms[-1].level
        ):
            made[-1] = Change(made[-1].start, made[-1].end, made[-1].new + "\n" + place.prefix.rstrip())
        return made

    def _of_the_box(self, after: str, before: str, forms: list[Form]) -> list[Form]:
        """The last blocks, those that belong into the box which begins with `before`."""
        box = box_of(self.outline.blocks[before]) if before else None
        if box is None or next(box.leaves()).id != before or (after and box in self.outline.blocks[after].chain()):
            return []
        others = [place for place, form in enumerate(forms, start=1) if not stands_in(form, box)]
        return forms[others[-1] if others else 0 :]

    def _at_the_top(self, before: str, forms: list[Form]) -> list[Change]:
        place = Place(self.outline, None)
        at = self.outline.source.line_end(self.outline.body - 1)
        made = [Change(at, at, change.new) for change in insertion(place, forms)]
        if not self.outline.source.is_blank(self.outline.body):
            made.append(Change(at, at, "\n"))
        return made

    def _form(self, entry: Entry, changes: list[Change], way: int) -> Form:
        if entry.fresh:
            return form_of(entry.fresh, self.words, self.levels, WAYS[way % len(WAYS)], 0)
        block = self.outline.blocks[entry.id]
        source, prefix = self.outline.source, prefix_of(self.outline, block.parent)
        start = block.start if block.kind == "paragraph" else source.starts[block.first] + len(prefix)
        text = source.part(start, source.line_end(block.last), changes)
        lines = [line if not number else line.removeprefix(prefix) for number, line in enumerate(text.split("\n"))]
        items = [outer for outer in block.chain() if outer.kind == "list_item"]
        box = next(
            (
                outer.kind
                for outer in block.chain()
                if outer.kind in ("blockquote", "quote", "takeaways", "callout", "sidebar")
            ),
            "",
        )
        if not items:
            return Form(tuple(lines), box)
        ordered = bool(items[0].parent and items[0].parent.kind == "ordered_list")
        return Form(tuple(lines), box, len(items), ordered, items[0].children[0] is not block)

    def _defined(self, edits: Sequence[tuple[Edit, int]]) -> list[Change]:
        """The definitions of new notes that are called, at the end of the file."""
        called = {run.note for edit, _ in edits for run in _all_runs(edit)}
        text = "".join(f"\n\n{words}" for note, words in self.definitions.items() if note in called)
        source = self.outline.source.text
        end = len(source.rstrip("\n"))
        return [Change(end, end, text)] if text else []


def _plain(runs: Runs) -> str:
    if any(run.bold or run.italic or run.code or run.note or run.link for run in runs):
        raise NoForm("This holds plain text, without formats, links or notes.")
    return " ".join(text_of(runs).split())


def _all_runs(edit: Edit) -> list[Run]:
    if isinstance(edit, Replace):
        return list(edit.runs)
    return [run for fresh in edit.paragraphs for run in fresh.runs] if isinstance(edit, Insert) else []
