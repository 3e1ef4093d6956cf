"""The walk over a story: each element of it into the stream, in the order of the file (ISO/IEC 29500-1, 17.3)."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from msgspec.structs import replace

from exporter.merging.copy import fields
from exporter.merging.copy.anchors import PREFIXES, target_of
from exporter.merging.copy.pictures import Pictures
from exporter.merging.copy.revisions import CHANGES, Around, formatted, inside, under
from exporter.merging.copy.stream import Atom, Element, Range, Source, Strange, Stream, Where
from exporter.merging.copy.styles import Styles
from exporter.merging.copy.tables import Grid, Tables
from exporter.opc import Package
from exporter.rendering.word.markup import R, W, text_of

M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
BREAKS = {"page": "a page break", "column": "a column break"}
ROW_MARK = "\u200d"  # what LibreOffice puts into the cells of a new row to track it
CHARACTERS: Mapping[str, str] = {
    W + "tab": "\t",
    W + "ptab": "\t",
    W + "cr": "\n",
    W + "noBreakHyphen": "\u2011",
    W + "softHyphen": "\u00ad",
}


class Walk:
    """Reads one story of a part into a stream."""

    def __init__(self, package: Package, part: str, styles: Styles, tables: Tables) -> None:
        self.stream = Stream()
        self.styles, self.tables = styles, tables
        self.pictures = Pictures(package, part)
        self.links = package.targets(part, "hyperlink")
        self._open: dict[str, Range] = {}
        self._remarked: dict[str, Range] = {}
        self._fields: list[fields.OpenField] = []
        self._source: Source | None = None
        self._where: Where | None = None
        self._run: Element | None = None

    def story(self, root: Element) -> Stream:
        """Everything in `w:body`, or in a note."""
        self.blocks(root, Around())
        for mark in (*self._open.values(), *self._remarked.values()):
            self._end_unclosed(mark)
        return self.stream

    # --- blocks --------------------------------------------------------------------------------------------------------

    def blocks(self, parent: Element, around: Around) -> None:
        """The blocks of an element; the last paragraph in it does not go on after it."""
        for child in parent:
            self.block(child, around)
        self._end_here()

    def block(self, element: Element, around: Around) -> None:
        tag = str(element.tag)
        if tag == W + "p":
            self.paragraph(element, around)
        elif tag == W + "tbl":
            self._end_here()
            self.table(element, around)
        elif tag == W + "sdt":
            inner = replace(around, muted=True) if _is_contents(element) else around
            for child in element.iterfind(f"{W}sdtContent/*"):
                self.block(child, inner)
        elif tag in (W + "customXml", MC + "AlternateContent"):
            for child in _chosen(element):
                self.block(child, around)
        elif tag == W + "altChunk":
            self._strange("a part of another document", around)
        else:
            self.inline(element, around)

    def paragraph(self, element: Element, around: Around) -> None:
        """`w:p`. What its mark says of itself stands in the `w:rPr` of its `w:pPr`."""
        properties = element.find(W + "pPr")
        mark = None if properties is None else properties.find(W + "rPr")
        of_mark = under(around, mark)
        own = (*of_mark.revisions, *formatted(properties))
        self._source = Source(
            properties, len(self.stream.atoms), of_mark.final, of_mark.original, self._where, revisions=own
        )
        self.stream.sources.append(self._source)
        for child in element:
            self.inline(child, around)
        if properties is not None and properties.find(W + "sectPr") is not None:
            self._strange("a section break", around)

    def table(self, element: Element, around: Around) -> None:
        """`w:tbl`, cell by cell."""
        if self._where is not None:
            self._strange("a table in a table", around)
        outer = self._where
        for cell in Grid(element, around, self.tables, self.styles).cells():
            self._where = cell.where
            if cell.fact:
                self._strange(cell.fact, cell.around)
            self.blocks(cell.element, cell.around)
        self._where = outer

    def _end_here(self) -> None:
        if self.stream.sources:
            self.stream.sources[-1].ends = True

    # --- what stands in a paragraph ------------------------------------------------------------------------------------

    def inline(self, element: Element, around: Around) -> None:
        tag = str(element.tag)
        handler = INLINE.get(tag)
        if handler is not None:
            handler(self, element, around)
        elif tag in CHANGES:
            self._all(element, inside(around, element))

    def _all(self, element: Element, around: Around) -> None:
        for child in element:
            self.inline(child, around)

    def _content(self, element: Element, around: Around) -> None:
        for child in element.iterfind(f"{W}sdtContent/*"):
            self.inline(child, around)

    def _choice(self, element: Element, around: Around) -> None:
        for child in _chosen(element):
            self.inline(child, around)

    def _hyperlink(self, element: Element, around: Around) -> None:
        address, anchor = self.links.get(element.get(R + "id", ""), ""), element.get(W + "anchor", "")
        link = f"{address}#{anchor}" if address and anchor else address or target_of(anchor)
        self._all(element, replace(around, link=link or around.link))

    def _simple_field(self, element: Element, around: Around) -> None:
        found = fields.meaning(element.get(W + "instr", ""))
        if found.kind == "note":
            self._add(around, note=found.note)
        muted = found.kind in ("note", "contents", "counted")
        self._all(element, replace(around, link=found.link or around.link, muted=around.muted or muted))

    def _equation(self, element: Element, around: Around) -> None:
        words = "".join(text_of(text) for text in element.iter(M + "t"))
        self._strange(f"an equation: “{words}”", around)
        self._add(around, text=words, extra=("an equation",))

    def _run_content(self, element: Element, around: Around) -> None:
        """`w:r`: its characters are one atom, cut where something else stands between them."""
        properties = element.find(W + "rPr")
        changed = tuple(formatted(properties))
        if changed:
            around = replace(around, revisions=(*around.revisions, *changed))
        self._run = properties
        for child in element:
            self._in_run(child, around)
        self._run = None

    def _in_run(self, element: Element, around: Around) -> None:
        tag = str(element.tag)
        if tag in (W + "t", W + "delText"):
            if not (self._where and element.text == ROW_MARK):
                self._add(around, text=element.text or "")
        elif tag in CHARACTERS:
            self._add(around, text=CHARACTERS[tag])
        else:
            handler = IN_RUN.get(tag)
            if handler is not None:
                handler(self, element, around)

    def _break(self, element: Element, around: Around) -> None:
        kind = BREAKS.get(element.get(W + "type", ""))
        if kind:
            self._strange(kind, around)
        else:
            self._add(around, text="\n")

    def _symbol(self, element: Element, around: Around) -> None:
        """`w:sym`: a character by its number in a font (17.3.3.30); those of symbol fonts lie in the private use area."""
        code, font = element.get(W + "char", ""), element.get(W + "font", "")
        try:
            character = chr(int(code, 16))
        except (ValueError, OverflowError):
            character = "\ufffd"
        self._add(
            around, text=character, extra=(f"a symbol of the font {font}",) if "\ue000" <= character <= "\uf8ff" else ()
        )

    def _call(self, element: Element, around: Around) -> None:
        kind = str(element.tag)[len(W) :].removesuffix("Reference")
        self._add(around, call=f"{kind} {element.get(W + 'id', '')}")

    def _drawing(self, element: Element, around: Around) -> None:
        drawn = self.pictures.read(element)
        if drawn.fact:
            self._strange(drawn.fact, around)
        else:
            self._add(around, is_picture=True, picture=drawn.picture, alt=drawn.alt)

    def _chosen_in_run(self, element: Element, around: Around) -> None:
        for child in _chosen(element):
            self._in_run(child, around)

    def _ruby(self, element: Element, around: Around) -> None:
        """`w:ruby`: its base is read; what stands above it is told."""
        reading = "".join(text_of(text) for text in element.iterfind(f"{W}rt//{W}t"))
        self._strange(f"a reading above the words: “{reading}”", around)
        run = self._run
        for child in element.iterfind(W + "rubyBase"):
            self._all(child, around)
        self._run = run

    def _field(self, element: Element, around: Around) -> None:
        """`w:fldChar`: on in a complex field."""
        kind = element.get(W + "fldCharType", "")
        if kind == "begin":
            self._fields.append(fields.OpenField())
        elif kind == "separate" and self._fields:
            field = self._fields[-1]
            field.meaning, field.in_result = fields.meaning(field.instruction), True
            if field.meaning.note:
                self._add(around, note=field.meaning.note)
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _instruction(self, element: Element, around: Around) -> None:
        if self._fields and not self._fields[-1].in_result:
            self._fields[-1].instruction += element.text or ""

    # --- into the stream -----------------------------------------------------------------------------------------------

    def _add(
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
        source = self._source
        if source is None or around.muted or not (text or call or note or is_picture):
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
            self._run,
            link,
            call,
            note,
            is_picture,
            picture,
            alt,
            extra,
            around.revisions,
        )
        source.atoms.append(atom)
        self.stream.atoms.append(atom)

    def _strange(self, fact: str, around: Around) -> None:
        if around.final and not around.muted:
            self.stream.strange.append(Strange(len(self.stream.atoms), fact))

    # --- bookmarks and comments ----------------------------------------------------------------------------------------

    def _start(self, element: Element, around: Around) -> None:
        name, number = element.get(W + "name", ""), element.get(W + "id", "")
        if not name.startswith(PREFIXES):
            return
        if number in self._open:
            self._end_unclosed(self._open[number])
        mark = self._open[number] = self._range(name)
        self.stream.marks.append(mark)

    def _end(self, element: Element, around: Around) -> None:
        mark = self._open.pop(element.get(W + "id", ""), None)
        if mark is not None:
            mark.end = len(self.stream.atoms)

    def _remark_start(self, element: Element, around: Around) -> None:
        mark = self._remarked[element.get(W + "id", "")] = self._range(element.get(W + "id", ""))
        self.stream.comments.append(mark)

    def _remark_end(self, element: Element, around: Around) -> None:
        mark = self._remarked.pop(element.get(W + "id", ""), None)
        if mark is not None:
            mark.end = len(self.stream.atoms)

    def _remark(self, element: Element, around: Around) -> None:
        """`w:commentReference`: where a comment stands that marks no words."""
        name = element.get(W + "id", "")
        if all(mark.name != name for mark in self.stream.comments):
            mark = self._range(name)
            mark.end = mark.start
            self.stream.comments.append(mark)

    def _range(self, name: str) -> Range:
        return Range(name, len(self.stream.atoms), len(self.stream.sources) - 1)

    def _end_unclosed(self, mark: Range) -> None:
        """A mark that nothing ends reaches to the end of its paragraph."""
        sources = self.stream.sources
        following = mark.paragraph + 1
        mark.end = sources[following].first if following < len(sources) else len(self.stream.atoms)
        mark.end = max(mark.end, mark.start)


Handler = Callable[[Walk, Element, Around], None]

INLINE: Mapping[str, Handler] = {
    W + "r": Walk._run_content,
    W + "hyperlink": Walk._hyperlink,
    W + "fldSimple": Walk._simple_field,
    W + "sdt": Walk._content,
    **{W + name: Walk._all for name in ("smartTag", "customXml", "bdo", "dir")},
    W + "bookmarkStart": Walk._start,
    W + "bookmarkEnd": Walk._end,
    W + "commentRangeStart": Walk._remark_start,
    W + "commentRangeEnd": Walk._remark_end,
    M + "oMath": Walk._equation,
    M + "oMathPara": Walk._equation,
    MC + "AlternateContent": Walk._choice,
}
IN_RUN: Mapping[str, Handler] = {
    W + "br": Walk._break,
    W + "sym": Walk._symbol,
    W + "footnoteReference": Walk._call,
    W + "endnoteReference": Walk._call,
    W + "drawing": Walk._drawing,
    W + "pict": Walk._drawing,
    W + "object": Walk._drawing,
    W + "ruby": Walk._ruby,
    W + "fldChar": Walk._field,
    W + "instrText": Walk._instruction,
    W + "delInstrText": Walk._instruction,
    W + "commentReference": Walk._remark,
    MC + "AlternateContent": Walk._chosen_in_run,
}


def _chosen(element: Element) -> list[Element]:
    """The children of an element; of alternatives, those of the first choice (29500-3, 9.3)."""
    if element.tag != MC + "AlternateContent":
        return list(element)
    found = element.find(MC + "Choice")
    if found is None:
        found = element.find(MC + "Fallback")
    return [] if found is None else list(found)


def _is_contents(element: Element) -> bool:
    """Whether a content control is a table of contents."""
    gallery = element.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
    return gallery is not None and gallery.get(W + "val") == "Table of Contents"
