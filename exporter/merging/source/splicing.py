"""All edits of a merge put into a content file: words first, since they leave every block in its place, then blocks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from exporter import model
from exporter.merging.runs import Runs
from exporter.merging.source.edits import Delete, Edit, Fresh, Insert, Move, NewNote, Refusal, Replace, Spliced
from exporter.merging.source.inserting import Inserter, Written
from exporter.merging.source.markdown import Sources
from exporter.merging.source.removing import is_gone, removals
from exporter.merging.source.replacing import Read, any_note, replace_words, words_by_piece
from exporter.merging.source.sheet import Patch, Sheet
from exporter.merging.source.sources import sources_of
from exporter.merging.source.tree import AnyBlock, Branch, Tree
from exporter.model import Footnote, Release

BREAKS = "the content file could not be read any more after it"
UNKNOWN = "the content file has no such paragraph"
WRITTEN = "it calls a note, or shows a picture, that the content file does not have"


def splice(data: bytes, release: Release, edits: Sequence[Edit], notes: Sequence[NewNote], read: Read) -> Spliced:
    """Make all edits that can be made; `release` is what `data` reads as, `read` reads other bytes as the same file."""
    words = [edit for edit in edits if isinstance(edit, Replace)]
    gone = _gone_notes(release, edits)
    more = list(_definitions(release, Sheet(data), gone))
    replaced = replace_words(data, release, words, notes, more, read)
    refused = [Refusal(edit, reason) for edit, reason in replaced.refused]
    blocks = [edit for edit in edits if not isinstance(edit, Replace) and not _is_of(edit, gone)]
    known = sources_of(Sheet(data), release, notes).within(Sheet(data).text)
    work = _Blocks(replaced.data, replaced.release, known, read)
    made, release_after = work.made(blocks)
    refused += work.refused
    without = {id(refusal.edit) for refusal in refused}
    done = tuple(edit for edit in edits if id(edit) not in without)
    return Spliced(made, done, tuple(refused), _ids(release, release_after))


# --- notes that go -----------------------------------------------------------------------------------------------------


def _gone_notes(release: Release, edits: Sequence[Edit]) -> list[Footnote]:
    """The notes of which every block is deleted: they go with the words that call them."""
    deleted = {edit.id for edit in edits if isinstance(edit, Delete)}
    return [note for note in release.footnotes if is_gone(note, deleted)]


def _definitions(release: Release, sheet: Sheet, gone: Sequence[Footnote]) -> Iterator[Patch]:
    ids = {note.id for note in gone if note.label}
    tree = Tree(release)
    yield from removals(tree, sheet, ids) if ids else ()


def _is_of(edit: Edit, gone: Sequence[Footnote]) -> bool:
    inside = {inner for note in gone for inner in _ids_below(note)}
    return isinstance(edit, Delete) and edit.id in inside


def _ids_below(block: AnyBlock) -> Iterator[str]:
    from exporter import walking

    for child in walking.children(block):
        yield child.id
        yield from _ids_below(child)


# --- blocks --------------------------------------------------------------------------------------------------------------


class _Blocks:
    """Inserts, deletes and moves whole blocks of one file. `refused` is what can't be done."""

    def __init__(self, data: bytes, release: Release, known: Sources, read: Read) -> None:
        self.data, self.release, self.read = data, release, read
        self.sheet, self.tree = Sheet(data), Tree(release)
        self.inserter = Inserter(self.tree, self.sheet, release, known)
        self.refused: list[Refusal] = []

    def made(self, edits: Sequence[Edit]) -> tuple[bytes, Release]:
        """The bytes with all edits that can be made, and the release that they read as."""
        kept = [edit for edit in edits if self._is_possible(edit)]
        if not kept:
            return self.data, self.release
        made = self._try(kept)
        if made is not None:
            return made
        good: list[Edit] = []
        for edit in kept:  # one of them breaks the file: find it
            if self._try([*good, edit]) is not None:
                good.append(edit)
            else:
                self.refused.append(Refusal(edit, BREAKS))
        return (self._try(good) if good else None) or (self.data, self.release)

    def _try(self, edits: Sequence[Edit]) -> tuple[bytes, Release] | None:
        try:
            data = self.sheet.patched(list(self._patches(edits)))
        except ValueError:
            return None
        release = self.read(data)
        return None if release is None else (data, release)

    def _is_possible(self, edit: Edit) -> bool:
        reason = self._reason(edit)
        if reason:
            self.refused.append(Refusal(edit, reason))
        return not reason

    def _reason(self, edit: Edit) -> str:
        """Why an edit can't be made; "" when it can be tried."""
        if isinstance(edit, Insert):
            found = self._inserted(edit)
            return found if isinstance(found, str) else ""
        if isinstance(edit, Move):
            found = self._moved(edit) if all(self.tree.find(name) for name in edit.ids) else UNKNOWN
            return found if isinstance(found, str) else ""
        return "" if isinstance(edit, Delete) and self.tree.find(edit.id) else UNKNOWN

    def _patches(self, edits: Sequence[Edit]) -> Iterator[Patch]:
        gone = {edit.id for edit in edits if isinstance(edit, Delete)}
        gone |= {name for edit in edits if isinstance(edit, Move) for name in edit.ids}
        yield from removals(self.tree, self.sheet, gone)
        for edit in edits:
            made = self._inserted(edit) if isinstance(edit, Insert) else self._moved(edit) if isinstance(edit, Move) else []
            yield from made if not isinstance(made, str) else ()

    def _inserted(self, edit: Insert) -> list[Patch] | str:
        try:
            return self.inserter.patches(
                edit.after, edit.before, [self.inserter.written(fresh) for fresh in edit.paragraphs]
            )
        except KeyError:
            return WRITTEN

    def _moved(self, edit: Move) -> list[Patch] | str:
        """The same bytes in another place, in what begins the lines there."""
        blocks = [self._taken(branch) for name in edit.ids if (branch := self.tree.find(name))]
        return self.inserter.patches(edit.after, edit.before, blocks)

    def _taken(self, branch: Branch) -> Written:
        """A block's lines without what encloses them, and the style by which it finds its new place."""
        span, block = branch.block.span, branch.block
        start = span.column - 1
        if isinstance(block, model.Heading):
            start = (
                len(self.sheet.line(span.line)[:start].rstrip("# ")) if "#" in self.sheet.line(span.line)[:start] else start
            )
        lines = [self.sheet.line(number) for number in range(span.line, span.end_line + 1)]
        own = [lines[0][start:], *(_dedented(line, start) for line in lines[1:])]
        return Written(_style(branch), tuple(own))


def _dedented(line: str, columns: int) -> str:
    """A line without the white space and quotation marks that stand in its first columns."""
    at = 0
    while at < min(columns, len(line)) and line[at] in " \t>":
        at += 1
    return line[at:]


def _style(branch: Branch) -> Fresh:
    """The style of a paragraph that stands where this block stands."""
    lists = branch.lists()
    boxed = next(
        (block for block in branch.above if isinstance(block, (model.Takeaways, model.Callout, model.Sidebar))), None
    )
    family = "takeaways" if isinstance(boxed, model.Takeaways) else "callout" if boxed else ""
    none: Runs = ()
    if lists:
        around, item = branch.above[lists[-1]], branch.child_of(lists[-1])
        first = isinstance(item, model.ListItem) and item.blocks and item.blocks[0] is branch.block
        ordered = isinstance(around, model.List) and around.ordered
        kind = ("number" if ordered else "bullet") if first else "continued"
        return Fresh(f"{family}_{kind}" if family else f"{kind}_{len(lists)}", none, len(lists) - 1, ordered)
    for role, quote in (("quote", model.BlockQuote), ("pull_quote", model.PullQuote)):
        if any(isinstance(block, quote) for block in branch.above):
            return Fresh(role, none)
    return Fresh(family or "body", none)


def _ids(before: Release, after: Release) -> Mapping[str, str]:
    """Pieces that are the same ones, by their words and order."""
    one, two = words_by_piece(before), words_by_piece(after)
    keys = [[(name[:1], any_note(runs)) for name, runs in pieces.items()] for pieces in (one, two)]
    names = [list(one), list(two)]
    found: dict[str, str] = {}
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, keys[0], keys[1], autojunk=False).get_opcodes():
        if tag == "equal" or i2 - i1 == j2 - j1:
            found |= dict(zip(names[0][i1:i2], names[1][j1:j2], strict=True))
    return found
