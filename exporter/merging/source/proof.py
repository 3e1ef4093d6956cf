"""Whether a changed content file reads as it should: every piece where the edits want it, with the words that they want."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from exporter import model
from exporter.merging.runs import Run, Runs, same, text_of
from exporter.merging.source.edits import Fresh
from exporter.merging.source.pieces import Leaf, box_runs, field_runs, leaves, own_runs
from exporter.merging.source.sequence import Entry
from exporter.model import Release

BOXES = (model.BlockQuote, model.PullQuote, model.Takeaways, model.Callout, model.Sidebar)
PROBLEM = "The content file would not read as the copy does."


class Wanted(Struct, frozen=True):
    """What a changed file must read as: the old release, the leaf blocks in order (of the body, then of each note by its
    old id), and the new words of pieces."""

    old: Release
    body: Sequence[Entry]
    notes: Mapping[str, Sequence[Entry]]
    words: Mapping[str, Runs]
    fresh_notes: Mapping[str, tuple[Runs, ...]]


class Proof(Struct, frozen=True):
    """`ids` are the new ids of old pieces; `wrong` are the pieces whose words are others ("" = the blocks themselves)."""

    ids: Mapping[str, str]
    wrong: frozenset[str]


def prove(wanted: Wanted, new: Release) -> Proof:
    """What is wrong with a release, if anything."""
    return _Prover(wanted, new).proof()


class _Prover:
    def __init__(self, wanted: Wanted, new: Release) -> None:
        self.wanted, self.new = wanted, new
        self.old_leaves = {leaf.block.id: leaf for leaf in leaves(wanted.old)}
        self.new_leaves = leaves(new)
        self.ids: dict[str, str] = {}
        self.notes: dict[str, str] = {}
        self.wrong: set[str] = set()
        self.pairs: list[tuple[Entry, Leaf]] = []

    def proof(self) -> Proof:
        if not self._pair([entry for entry in self.wanted.body if not entry.gone], self._flow("")):
            return Proof({}, frozenset({""}))
        self._pair_notes()
        for entry, leaf in self.pairs:
            self._compare(entry, leaf)
        self._fields()
        return Proof(self.ids, frozenset(self.wrong))

    def _flow(self, note: str) -> list[Leaf]:
        return [leaf for leaf in self.new_leaves if leaf.note == note]

    def _pair(self, entries: Sequence[Entry], found: list[Leaf]) -> bool:
        if len(entries) != len(found):
            return False
        for entry, leaf in zip(entries, found, strict=True):
            old = self.old_leaves.get(entry.id)
            if old is not None:
                if type(old.block) is not type(leaf.block) or (not entry.moved and _shape(old) != _shape(leaf)):
                    return False
                self._same_ids(old, leaf)
        self.pairs += zip(entries, found, strict=True)
        return True

    def _same_ids(self, old: Leaf, new: Leaf) -> None:
        self.ids[old.block.id] = new.block.id
        for one, other in zip(old.around, new.around, strict=False):
            if type(one) is type(other):
                self.ids.setdefault(one.id, other.id)
                for key in box_runs(one):
                    self.ids.setdefault(one.id + key, other.id + key)
        for key in own_runs(old.block):
            if key:
                self.ids[old.block.id + key] = new.block.id + key

    def _pair_notes(self) -> None:
        """Notes by their calls, in the order of the text."""
        calls: list[str] = []
        found: list[str] = []
        for entry, leaf in self.pairs:
            calls += [run.note for runs in self._runs_of(entry).values() for run in runs if run.note]
            found += [run.note for runs in own_runs(leaf.block).values() for run in runs if run.note]
        if len(calls) != len(found):
            return
        for one, other in zip(calls, found, strict=True):
            if self.notes.setdefault(one, other) != other:
                self.wrong.add("")
        for one, other in self.notes.items():
            if one in self.wanted.notes:
                entries = [entry for entry in self.wanted.notes[one] if not entry.gone]
            else:
                entries = [Entry(fresh=Fresh("note", runs)) for runs in self.wanted.fresh_notes.get(one, ())]
            if not self._pair(entries, self._flow(other)):
                self.wrong.add("")

    def _runs_of(self, entry: Entry) -> Mapping[str, Runs]:
        if entry.fresh:
            return {"": entry.fresh.runs}
        runs = own_runs(self.old_leaves[entry.id].block)
        return {key: self.wanted.words.get(entry.id + key, own) for key, own in runs.items()}

    def _compare(self, entry: Entry, leaf: Leaf) -> None:
        expected, found = self._runs_of(entry), own_runs(leaf.block)
        if entry.fresh:
            if not self._fits(entry.fresh, leaf):
                self.wrong.add("")
            return
        for key, runs in expected.items():
            if not self._same(leaf.block, runs, found.get(key, ())):
                self.wrong.add(entry.id + key)
        for box in self.old_leaves[entry.id].around if not entry.moved else ():
            now = next((one for one in leaf.around if one.id == self.ids.get(box.id)), None)
            for key, runs in box_runs(box).items():
                name = box.id + key
                if now is not None and not same(self.wanted.words.get(name, runs), box_runs(now)[key]):
                    self.wrong.add(name)

    def _same(self, block: model.Block, runs: Runs, found: Runs) -> bool:
        if isinstance(block, model.CodeBlock):
            return text_of(runs).rstrip("\n") == text_of(found)
        return same(tuple(self._now(run) for run in runs), found)

    def _now(self, run: Run) -> Run:
        """A run that names blocks and notes as the changed file does."""
        if run.note:
            return replace(run, note=self.notes.get(run.note, run.note))
        if run.link.startswith("#"):
            return replace(run, link="#" + self.ids.get(run.link[1:], run.link[1:]))
        return run

    def _fits(self, fresh: Fresh, leaf: Leaf) -> bool:
        """Whether a new block is what its role asks for."""
        block, role = leaf.block, fresh.role
        if role == "thematic_break":
            return isinstance(block, model.ThematicBreak)
        kind = model.CodeBlock if role == "code_block" else model.Heading if role.startswith("heading_") else model.Paragraph
        box = next((type(one) for one in reversed(leaf.around) if isinstance(one, BOXES)), None)
        return isinstance(block, kind) and box in _boxes(role) and self._same(block, fresh.runs, own_runs(block)[""])

    def _fields(self) -> None:
        old, new = field_runs(self.wanted.old), field_runs(self.new)
        for name in {*old, *new, *(name for name in self.wanted.words if name in old)}:
            expected = self.wanted.words.get(name, old.get(name, ()))
            if " ".join(text_of(expected).split()) != " ".join(text_of(new.get(name, ())).split()):
                self.wrong.add(name)
            elif name in new:
                self.ids[name] = name


def _boxes(role: str) -> tuple[type | None, ...]:
    if role.startswith("takeaways"):
        return (model.Takeaways,)
    if role.startswith("callout"):
        return (model.Callout, model.Sidebar)
    if role in ("quote", "pull_quote"):
        return (model.BlockQuote,) if role == "quote" else (model.PullQuote,)
    return (None,) if not role.startswith("code") else (None, *BOXES)


def _shape(leaf: Leaf) -> tuple[tuple[type, bool], ...]:
    """What encloses a block, as far as it must stay."""
    return tuple((type(one), isinstance(one, model.List) and one.ordered) for one in leaf.around)
