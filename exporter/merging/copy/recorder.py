"""What a walk writes into its stream: paragraphs, atoms in them, and what stands around atoms until it ends."""

from __future__ import annotations

from exporter.merging.copy import fields
from exporter.merging.copy.revisions import Around
from exporter.merging.copy.stream import Atom, Element, Range, Source, Strange, Stream


class Recorder:
    """Writes a stream. `run` is the `w:rPr` of the run whose characters come next."""

    def __init__(self) -> None:
        self.run: Element | None = None
        self._stream = Stream()
        self._open: dict[str, Range] = {}
        self._remarked: dict[str, Range] = {}
        self._commented: set[str] = set()
        self._fields: list[fields.OpenField] = []

    def finished(self) -> Stream:
        """The stream, once everything is in it. A mark that nothing ends reaches to the end of its paragraph."""
        for mark in (*self._open.values(), *self._remarked.values()):
            self._end_unclosed(mark)
        return self._stream

    # --- paragraphs and what is in them --------------------------------------------------------------------------------

    def begin(self, source: Source) -> None:
        """Go on in a new paragraph."""
        source.first, source.number = len(self._stream.atoms), len(self._stream.sources)
        self._stream.sources.append(source)

    def end_here(self) -> None:
        """Nothing that comes now goes on in the last paragraph."""
        if self._stream.sources:
            self._stream.sources[-1].ends = True

    def add(
        self,
        around: Around,
        *,
        text: str = "",
        call: str = "",
        note: str = "",
        is_picture: bool = False,
        picture: str = "",
        alt: str = "",
        extra: tuple[str, ...] = (),
    ) -> None:
        """An atom, unless a field or a table of contents computes it."""
        if not self._stream.sources or around.muted or not (text or call or note or is_picture):
            return
        link = around.link
        for field in self._fields:
            if not field.in_result or field.meaning.kind in ("contents", "counted") or (field.meaning.note and not note):
                return
            link = field.meaning.link or link
        atom = Atom(
            around.final,
            around.original,
            text,
            self.run,
            link=link,
            call=call,
            note=note,
            is_picture=is_picture,
            picture=picture,
            alt=alt,
            extra=extra,
            revisions=around.revisions,
        )
        self._stream.sources[-1].atoms.append(atom)
        self._stream.atoms.append(atom)

    def strange(self, fact: str, around: Around) -> None:
        """Something that has no form in a content file, if it is in the final text."""
        if around.final and not around.muted:
            self._stream.strange.append(Strange(len(self._stream.atoms), fact))

    # --- complex fields (17.16.18) -------------------------------------------------------------------------------------

    def begin_field(self) -> None:
        self._fields.append(fields.OpenField())

    def instruct(self, text: str) -> None:
        """More of the instruction of the field that is open."""
        if self._fields and not self._fields[-1].in_result:
            self._fields[-1].instruction += text

    def begin_result(self, around: Around) -> None:
        if self._fields:
            field = self._fields[-1]
            field.meaning, field.in_result = fields.meaning(field.instruction), True
            self.add(around, note=field.meaning.note)

    def end_field(self) -> None:
        if self._fields:
            self._fields.pop()

    # --- bookmarks and comments ----------------------------------------------------------------------------------------

    def begin_mark(self, number: str, name: str) -> None:
        """A bookmark begins; one with the same number that is still open ends with its paragraph."""
        if number in self._open:
            self._end_unclosed(self._open[number])
        self._open[number] = self._range(name)
        self._stream.marks.append(self._open[number])

    def end_mark(self, number: str) -> None:
        if number in self._open:
            self._open.pop(number).end = len(self._stream.atoms)

    def begin_comment(self, number: str) -> None:
        self._commented.add(number)
        self._remarked[number] = self._range(number)
        self._stream.comments.append(self._remarked[number])

    def end_comment(self, number: str) -> None:
        if number in self._remarked:
            self._remarked.pop(number).end = len(self._stream.atoms)

    def call_comment(self, number: str) -> None:
        """Where a comment stands; it may mark no words."""
        if number not in self._commented:
            self.begin_comment(number)
            self.end_comment(number)

    def _range(self, name: str) -> Range:
        return Range(name, len(self._stream.atoms), len(self._stream.sources) - 1)

    def _end_unclosed(self, mark: Range) -> None:
        following = mark.paragraph + 1
        sources = self._stream.sources
        end = sources[following].first if following < len(sources) else len(self._stream.atoms)
        mark.end = max(end, mark.start)
