"""A stream as the paragraphs of one view."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from exporter.merging.copy.anchors import Anchors
from exporter.merging.copy.formats import Formats
from exporter.merging.copy.numbering import Numbering, Sequences
from exporter.merging.copy.revisions import properties_of
from exporter.merging.copy.segments import segments, verbatim
from exporter.merging.copy.stream import Atom, Side, Source, Stream
from exporter.merging.copy.styles import Styles
from exporter.merging.copy.view import Paragraph, Revision

RULE, CODE_BLOCK, PICTURE = "thematic_break", "code_block", "picture"

Placed = tuple[int, Atom]  # an atom and its place in the stream


class Sheets(Struct):
    """What the paragraphs of one view are read by."""

    styles: Styles
    numbering: Numbering
    sequences: Sequences = field(default_factory=Sequences)


class Reading(Struct):
    """One story in one view. `notes` gives the ids of notes by what calls them ("footnote 3")."""

    stream: Stream
    anchors: Anchors
    sheets: Sheets
    notes: Mapping[str, str]
    side: Side

    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs that have words, a picture or a call, or are a rule."""
        made = (self._paragraph(group) for group in self.stream.groups(self.side))
        return tuple(paragraph for paragraph in made if paragraph is not None)

    def _paragraph(self, group: Sequence[Source]) -> Paragraph | None:
        """A `w:p`, or several whose marks are gone.

        Where paragraphs became one, it looks as the first of them that still has words.
        """
        shown = {id(source): self._shown(source) for source in group}
        telling = [source for source in group if any(not atom.is_blank for _, atom in shown[id(source)])]
        first = telling[0] if telling else group[-1]
        properties = properties_of(first.properties, self.side)
        style = self.sheets.styles.of_paragraph(properties)
        role = self.sheets.styles.role(style)
        if not telling and not (role == RULE and group[-1].there(self.side)):
            return None
        atoms = [placed for source in group for placed in shown[id(source)]]
        item = self.sheets.numbering.item(properties, style)
        paragraph = Paragraph(
            ids=self._ids(atoms) if telling else self.anchors.ids(group),
            role=role,
            style="" if role else self.sheets.styles.name(style),
            segments=(),
            level=item.level if item else -1,
            ordered=bool(item and item.ordered),
            sequence=self.sheets.sequences.name(item) if item else "",
            cell=getattr(first.where, self.side, None),
            revisions=self._revisions(group, telling or group[-1:]),
        )
        return self._filled(paragraph, atoms, Formats(self.sheets.styles, style, first.where.looks if first.where else {}))

    def _filled(self, paragraph: Paragraph, atoms: list[Placed], formats: Formats) -> Paragraph:
        """The paragraph with its words or its picture."""
        told = [atom for _, atom in atoms if not atom.is_blank]
        if len(told) == 1 and told[0].is_picture and paragraph.cell is None:
            return replace(paragraph, picture=told[0].picture, alt=told[0].alt)
        owners = self.anchors.owners(atoms)
        runs = [formats.run(atom, self.side, self._note(placed, atom)) for placed, atom in atoms]
        cut = verbatim if paragraph.role == CODE_BLOCK else segments
        return replace(paragraph, segments=cut(zip(owners, runs, strict=True)))

    def _shown(self, source: Source) -> list[Placed]:
        return [(place, atom) for place, atom in enumerate(source.atoms, start=source.first) if atom.there(self.side)]

    def _ids(self, atoms: Sequence[Placed]) -> tuple[str, ...]:
        found = (self.anchors.outermost(place) for place, atom in atoms if not atom.is_blank)
        return tuple(dict.fromkeys(name for name in found if name))

    def _note(self, place: int, atom: Atom) -> str:
        return atom.note or (self.notes.get(atom.call, "") if atom.call else "")

    def _revisions(self, group: Sequence[Source], telling: Sequence[Source]) -> tuple[Revision, ...]:
        """The changes in a paragraph. One that is gone with all its words says nothing of the one after it."""
        found: dict[Revision, None] = {}
        for source in telling:
            found |= dict.fromkeys(revision for atom in source.atoms for revision in atom.revisions)
            if source is group[-1] or len(telling) > 1:
                found |= dict.fromkeys(source.revisions)
        return tuple(found)
