"""What runs name and only the content file knows, gathered from it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from exporter import model, walking
from exporter.merging.source.edits import NewNote
from exporter.merging.source.markdown import Sources, markdown
from exporter.merging.source.sheet import Sheet
from exporter.model import Release
from exporter.rendering.word.languages import word_tag

LINK = re.compile(r"\]\(#([^\s()]+)\)")
NAME = re.compile(r"\{[^{}]*#([\w:.-]+)[^{}]*\}")
PICTURE = re.compile(r"!\[(?:[^\[\]\\]|\\.)*\](?:\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^\[\]]*\])?(?:\{[^{}]*\})?")


class Known(Struct, frozen=True):
    """The sources of a whole release; `alts` are the descriptions of its pictures in the line, in order, by piece text."""

    sources: Sources
    alts: tuple[tuple[str, str], ...]

    def within(self, raw: str) -> Sources:
        """The sources for a piece whose raw text is this: its pictures are those that stand in it."""
        return replace(self.sources, pictures=dict(_pictures(raw, self.alts)) | dict(self.alts))


def sources_of(sheet: Sheet, release: Release, notes: Sequence[NewNote]) -> Known:
    """Gather them; notes that are new are written in place."""
    called = {note.id: f"[^{note.label}]" if note.label else _in_place(sheet, note) for note in release.footnotes}
    tags = {inline.lang for block in walking.blocks(release) for inline in _spans(walking.inlines(block))}
    known = Sources(notes=called, names=dict(_names(sheet, release)), languages={word_tag(tag): tag for tag in tags if tag})
    for note in notes:
        written = " ".join(markdown(runs, known) for runs in note.paragraphs)
        called[note.id] = "^[" + written.replace("\\\n", " ") + "]"
    return Known(replace(known, notes=called), tuple(_written_pictures(sheet, release)))


def _spans(inlines: Iterator[model.Inline]) -> Iterator[model.LanguageSpan]:
    yield from (inline for inline in inlines if isinstance(inline, model.LanguageSpan))


def _in_place(sheet: Sheet, note: model.Footnote) -> str:
    """The source of a note that is written where it is called: `^[…]`."""
    from exporter.merging.source.pieces import raw_pieces_of

    block = note.blocks[0] if note.blocks else None
    for _, raw in raw_pieces_of(block, sheet) if block else ():
        return f"^[{sheet.text[raw.start : raw.end]}]"
    return ""


def _names(sheet: Sheet, release: Release) -> Iterator[tuple[str, str]]:
    """The names of blocks: those that links use, and those that the source gives, `{#tonnes}`."""
    yield from linked_names(sheet, release)
    for block in walking.blocks(release):
        for number in (block.span.line, block.span.end_line):
            if match := NAME.search(sheet.line(number)):
                yield block.id, match[1]
                break


def linked_names(sheet: Sheet, release: Release) -> Iterator[tuple[str, str]]:
    """The block and the name of every link that leads to a block; a heading may have it from its words."""
    for block in walking.blocks(release):
        ids = [
            inline.url[1:] for inline in walking.inlines(block) if isinstance(inline, model.Link) and inline.url[:1] == "#"
        ]
        raw = sheet.text[sheet.at(block.span.line) : sheet.end_of(block.span.end_line)] if ids else ""
        names = LINK.findall(raw)
        yield from zip(ids, names, strict=False) if len(ids) == len(names) else ()


def _written_pictures(sheet: Sheet, release: Release) -> Iterator[tuple[str, str]]:
    """Description and source of every picture in a line of words."""
    for block in walking.blocks(release):
        alts = [" ".join(inline.alt.split()) for inline in walking.inlines(block) if isinstance(inline, model.InlineImage)]
        if alts:
            raw = sheet.text[sheet.at(block.span.line) : sheet.end_of(block.span.end_line)]
            yield from zip(alts, PICTURE.findall(raw), strict=False)


def _pictures(raw: str, alts: Sequence[tuple[str, str]]) -> Mapping[str, str]:
    return {alt: written for alt, written in alts if written in raw}
