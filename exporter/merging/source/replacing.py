"""Other words for pieces: put into the raw text where that can be done, else the piece anew; each proven by reading."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from exporter import model, walking
from exporter.merging.ids import block_of, is_plain
from exporter.merging.runs import Run, Runs, normal, of_inlines, same, text_of
from exporter.merging.source.edits import NewNote, Replace
from exporter.merging.source.markdown import markdown, wrapped
from exporter.merging.source.patching import GUESSES, patches
from exporter.merging.source.pieces import ATTRIBUTES, Raw, raw_pieces
from exporter.merging.source.scalars import can_be_empty, scalar_patch
from exporter.merging.source.sheet import Patch, Sheet
from exporter.merging.source.sources import linked_names, sources_of
from exporter.model import Block, Footnote, ListItem, Release

Read = Callable[[bytes], Release | None]
NO_PLACE = "the content file has no place for it: it comes from the brand, or from another key"
NOT_EMPTY = "it can't be empty"
NO_FORM = "there is no Markdown that reads back as these words in these formats"
ATTRIBUTE = r"""(?P<all>(?P<before>\s*)\b{key}=(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[^\s{{}}"']+))"""
EMPHASES = ("*", "_")
CODE = "the lines of code can't be told apart; please change them in the content file"


class Attempt(Struct):
    """One replacement under way: which of the ways to write it is tried; `ways` are the patches of each."""

    edit: Replace
    ways: list[list[Patch]]
    way: int = 0

    @property
    def is_over(self) -> bool:
        return self.way >= len(self.ways)


class Replaced(Struct, frozen=True):
    """The bytes with the words in them, the release that they read as, and what could not be done, with the reasons."""

    data: bytes
    release: Release
    refused: tuple[tuple[Replace, str], ...]


def replace_words(
    data: bytes, release: Release, edits: Sequence[Replace], notes: Sequence[NewNote], more: Sequence[Patch], read: Read
) -> Replaced:
    """Make all replacements; `more` are patches of other places that go with them."""
    sheet = Sheet(data)
    writer = _Writer(sheet, release, notes)
    refused: list[tuple[Replace, str]] = []
    attempts: list[Attempt] = []
    for edit in edits:
        found = writer.ways(edit)
        if isinstance(found, str):
            refused.append((edit, found))
        else:
            attempts.append(Attempt(edit, found))
    while True:
        made = sheet.patched([*more, *(patch for one in attempts for patch in one.ways[one.way])])
        now = read(made)
        wrong = attempts if now is None else _wrong(release, now, attempts)
        if now is not None and not wrong:
            return Replaced(made, now, tuple(refused))
        if now is None and len(attempts) > 1 and not more:
            wrong = [one for one in attempts if read(sheet.patched(one.ways[one.way])) is None] or attempts
        if not attempts:
            return Replaced(data, release, tuple(refused))
        for one in wrong:
            one.way += 1
        refused += [(one.edit, NO_FORM) for one in attempts if one.is_over]
        attempts = [one for one in attempts if not one.is_over]


def _wrong(before: Release, now: Release, attempts: Sequence[Attempt]) -> list[Attempt]:
    """The attempts whose pieces do not read back; those beside another piece that changed."""
    steady = len(before.footnotes) == len(now.footnotes)
    wanted, found = words_by_piece(before, notes=steady), words_by_piece(now, notes=steady)
    by_id = {one.edit.id: one for one in attempts}
    wrong: dict[str, Attempt] = {}
    for name, runs in wanted.items():
        own = by_id.get(name)
        target = any_note(own.edit.runs) if own else runs
        if not _agree(name, target, found.get(name, ())):
            guilty = own or _nearest(name, by_id)
            if guilty:
                wrong[guilty.edit.id] = guilty
    for name, one in by_id.items():
        if (
            name not in wanted
            and (steady or name in found)
            and not _agree(name, any_note(one.edit.runs), found.get(name, ()))
        ):
            wrong[name] = one
    if not wrong and set(found) - set(wanted) - set(by_id):
        wrong = dict(by_id)
    return list(wrong.values())


def _agree(name: str, one: Runs, other: Runs) -> bool:
    return text_of(one) == text_of(other) if is_plain(name) else same(one, other)


def _nearest(name: str, attempts: Mapping[str, Attempt]) -> Attempt | None:
    """The attempt on the same block, else any."""
    own = [one for piece, one in attempts.items() if block_of(piece) == block_of(name)]
    return next(iter(own or attempts.values()), None)


def words_by_piece(release: Release, *, notes: bool = True) -> dict[str, Runs]:
    """The words of every piece, each call of a note as a call of any; `notes` = those of the notes are wanted too."""
    found = {piece.id: normal([Run(piece.text)]) for piece in walking.pieces(release) if piece.flow == "field"}
    inside = {inner.id for note in release.footnotes for inner in _below(note)}
    for block in walking.blocks(release):
        if notes or block.id not in inside:
            found |= {name: any_note(runs) for name, runs in _pieces(block)}
    return found


def _below(block: Block | ListItem | Footnote) -> Iterator[Block | ListItem]:
    for child in walking.children(block):
        yield child
        yield from _below(child)


def _pieces(block: Block | ListItem | Footnote) -> Iterator[tuple[str, Runs]]:
    """The pieces of one block."""
    if isinstance(block, (model.Paragraph, model.Heading)):
        yield block.id, of_inlines(block.content)
    elif isinstance(block, model.CodeBlock):
        yield block.id, normal([Run(block.text)])
    elif isinstance(block, model.Table):
        yield f"{block.id}.caption", of_inlines(block.caption)
        for cell in (*block.head, *(cell for row in block.rows for cell in row)):
            yield cell.id, of_inlines(cell.content)
    elif isinstance(block, (model.Figure, model.Chart)):
        yield f"{block.id}.caption", of_inlines(block.caption)
    for key in ATTRIBUTES:
        if isinstance(value := getattr(block, key, None), str):
            yield f"{block.id}.{key}", normal([Run(value)])


def any_note(runs: Runs) -> Runs:
    """The runs with every call of a note as a call of any, and without the ids where links within the release lead."""
    return normal(
        replace(run, note="*" if run.note else "", link="#" if run.link.startswith("#") else run.link) for run in runs
    )


class _Writer:
    """Finds the ways to write a piece's new words."""

    def __init__(self, sheet: Sheet, release: Release, notes: Sequence[NewNote]) -> None:
        self.sheet, self.release = sheet, release
        self.raw = raw_pieces(release, sheet)
        self.fields = dict(release.fields)
        self.sources = sources_of(sheet, release, notes)
        self.linked = dict(linked_names(sheet, release))

    def ways(self, edit: Replace) -> list[list[Patch]] | str:
        """The patches of each way to make a replacement, the least first; a text says why there is none."""
        if not block_of(edit.id):
            return self._field(edit)
        raw = self.raw.get(edit.id)
        if raw is None:
            return NO_PLACE
        if raw.kind == "attribute":
            return [[_attribute(self.sheet, raw, text_of(edit.runs))]]
        if not edit.runs and raw.kind not in ("cell",) and not edit.id.endswith(".caption"):
            return NOT_EMPTY
        ways = list(self._patched(raw, edit))
        if raw.kind != "code":
            ways += self._anew(raw, edit)
        if name := self.linked.get(edit.id, "") if raw.kind == "heading" else "":
            ways = [[*way, *self._named(raw, name)] for way in ways]
        return ways or (CODE if raw.kind == "code" else NO_FORM)

    def _named(self, raw: Raw, name: str) -> Iterator[Patch]:
        """The name that a heading has had from its words, where links lead to it by that and it has no other."""
        rest = self.sheet.text[raw.end : self.sheet.end_of(self.sheet.line_at(raw.end))]
        if "#" not in rest.replace("\\#", ""):
            yield Patch(raw.end, raw.end, f" {{#{name}}}")

    def _field(self, edit: Replace) -> list[list[Patch]] | str:
        span, words = self.fields.get(edit.id), text_of(edit.runs)
        if span is None:
            return NO_PLACE
        if not words and not can_be_empty(edit.id):
            return NOT_EMPTY
        patch = scalar_patch(self.sheet, span, words)
        return [[patch]] if patch else NO_PLACE

    def _patched(self, raw: Raw, edit: Replace) -> Iterator[list[Patch]]:
        """Only the words, where their formats and what stands among them stay."""
        text = self.sheet.text[raw.start : raw.end]
        for guess in range(GUESSES):
            found = patches(text, raw.start, text_of(raw.runs), text_of(edit.runs), guess)
            if found:
                yield found

    def _anew(self, raw: Raw, edit: Replace) -> Iterator[list[Patch]]:
        text = self.sheet.text[raw.start : raw.end]
        sources = self.sources.within(text)
        for stress in EMPHASES:
            try:
                written = markdown(edit.runs, replace(sources, stress=stress))
            except KeyError:
                return
            if raw.kind == "cell":
                written = written.replace("\\\n", " ")
            width = max(map(len, text.split("\n"))) if "\n" in text else 0
            lines = wrapped(written, width).replace("\n", f"\n{raw.prefix}")
            yield [Patch(raw.start, raw.end, lines)]


def _attribute(sheet: Sheet, raw: Raw, words: str) -> Patch:
    """An attribute between the braces of an opening fence: written over, taken out or added; braces come where none are."""
    inside = sheet.text[raw.start : raw.end]
    value = '"' + words.replace("\\", "\\\\").replace('"', '\\"') + '"'
    known = re.search(ATTRIBUTE.format(key=raw.key), inside)
    if known:
        start, end = (raw.start + place for place in known.span("all"))
        return Patch(start, end, f"{known['before']}{raw.key}={value}" if words else "")
    if raw.start == raw.end and sheet.text[raw.start - 1 : raw.start] != "{":
        return Patch(raw.end, raw.end, f"{{{raw.key}={value}}}")
    return Patch(raw.end, raw.end, f" {raw.key}={value}")
