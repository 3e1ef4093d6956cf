"""A stream as the paragraphs of one view."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from msgspec import Struct, field
from msgspec.structs import replace

from exporter.merging.copy.anchors import Anchors, Owner
from exporter.merging.copy.formats import Formats
from exporter.merging.copy.numbering import Numbering, Sequences
from exporter.merging.copy.revisions import properties_of
from exporter.merging.copy.segments import segments, verbatim
from exporter.merging.copy.stream import Side, Source, Stream
from exporter.merging.copy.styles import Styles
from exporter.merging.copy.view import Paragraph, Revision

RULE, CODE_BLOCK = "thematic_break", "code_block"
DATELINE = "dateline"  # stands inside the first paragraph, even when an edit has torn their bookmarks apart


class Sheets(Struct):
    """What the paragraphs of one view are read by."""

    styles: Styles
    numbering: Numbering
    sequences: Sequences = field(default_factory=Sequences)


class Reading(Struct):
    """One story in one view. `notes` gives the ids of notes by what calls them ("footnote 3"), `befores` the paragraph
    before each one that follows a deleted mark."""

    stream: Stream
    anchors: Anchors
    sheets: Sheets
    notes: Mapping[str, str]
    side: Side
    befores: dict[int, Source] = field(default_factory=dict)

    def __post_init__(self) -> None:
        sources = self.stream.sources
        self.befores = {id(source): before for before, source in pairwise(sources) if not before.final}

    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs that have words, a picture or a call, or are a rule."""
        made: list[Paragraph] = []
        last: Source | None = None
        for group in self.stream.groups(self.side):
            paragraph = self._paragraph(group)
            if paragraph is None:
                continue
            if made and last and set(made[-1].ids) & set(paragraph.ids):
                paragraph = _parted(paragraph, last)
            made.append(paragraph)
            last = group[-1]
        return tuple(made)

    def _paragraph(self, group: Sequence[Source]) -> Paragraph | None:
        """A `w:p`, or several whose marks are gone.

        Where paragraphs became one, it looks as the first of them that still has words.
        """
        telling = [source for source in group if self._tells(source)]
        first = telling[0] if telling else group[-1]
        properties = properties_of(first.properties, self.side)
        style = self.sheets.styles.of_paragraph(properties)
        role = self.sheets.styles.role(style)
        if not telling and not (role == RULE and group[-1].there(self.side)):
            return None
        item = self.sheets.numbering.item(properties, style, self.side)
        owners = self.anchors.owners(telling, self.side)
        paragraph = Paragraph(
            ids=self._ids(owners) if telling else self.anchors.of_empty(group),
            role=role,
            style="" if role else self.sheets.styles.name(style),
            segments=(),
            level=item.level if item else -1,
            ordered=bool(item and item.ordered),
            sequence=self.sheets.sequences.name(item) if item else "",
            cell=getattr(first.where, self.side, None),
            revisions=self._revisions(group, telling or group[-1:]),
            has_style_of_deleted=self._has_style_of_deleted(first, style),
        )
        return self._filled(paragraph, owners, Formats(self.sheets.styles, style, first.where.looks if first.where else {}))

    def _filled(self, paragraph: Paragraph, owners: Mapping[int, Owner], formats: Formats) -> Paragraph:
        """The paragraph with its words or its picture."""
        atoms = self.stream.atoms
        told = [atoms[place] for place in owners if not atoms[place].is_blank]
        if len(told) == 1 and told[0].is_picture and paragraph.cell is None:
            return replace(paragraph, picture=told[0].picture, alt=told[0].alt)
        runs = ((owner.inner, formats.run(atoms[place], self.side, self._note(place))) for place, owner in owners.items())
        cut = verbatim if paragraph.role == CODE_BLOCK else segments
        return replace(paragraph, segments=cut(runs))

    def _has_style_of_deleted(self, source: Source, style: str) -> bool:
        """Whether one of those that are gone right before it has its style; of several LibreOffice takes the first."""
        before = self.befores.get(id(source))
        while before is not None and before.is_gone:
            if self.sheets.styles.of_paragraph(before.properties) == style:
                return True
            before = self.befores.get(id(before))
        return False

    def _tells(self, source: Source) -> bool:
        return any(not atom.is_blank for atom in source.atoms if atom.there(self.side))

    def _ids(self, owners: Mapping[int, Owner]) -> tuple[str, ...]:
        shown = (owner.outer for place, owner in owners.items() if not self.stream.atoms[place].is_blank)
        found = dict.fromkeys(name for name in shown if name)
        return tuple(name for name in found if name != DATELINE or len(found) == 1)

    def _note(self, place: int) -> str:
        atom = self.stream.atoms[place]
        return atom.note or self.notes.get(atom.call, "")

    def _revisions(self, group: Sequence[Source], telling: Sequence[Source]) -> tuple[Revision, ...]:
        """The changes in a paragraph. One that is gone with all its words says nothing of the one that it joins."""
        found: dict[Revision, None] = {}
        for source in telling:
            found |= dict.fromkeys(revision for atom in source.atoms for revision in atom.revisions)
            if source is group[-1] or len(telling) > 1:
                found |= dict.fromkeys(source.revisions)
        return tuple(found)


def _parted(paragraph: Paragraph, before: Source) -> Paragraph:
    """The second half of a paragraph that somebody split; who it was, the mark at the end of the first half says."""
    revisions = () if before.ends or before.final == before.original else before.revisions
    return replace(paragraph, revisions=tuple(dict.fromkeys((*revisions, *paragraph.revisions))))
