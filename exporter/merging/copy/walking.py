"""The walk over a story: each element of it into the stream, in the order of the file (ISO/IEC 29500-1, 17.3)."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from msgspec.structs import replace

from exporter.merging.copy import fields
from exporter.merging.copy.anchors import PREFIXES, target_of
from exporter.merging.copy.pictures import Pictures
from exporter.merging.copy.recorder import Recorder
from exporter.merging.copy.revisions import CHANGES, Around, formatted, inside, under
from exporter.merging.copy.stream import Element, Source, Stream, Where
from exporter.merging.copy.styles import Styles
from exporter.merging.copy.tables import Grid, Tables
from exporter.opc import Package
from exporter.rendering.word.markup import R, W, text_of

M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
BREAKS = {"page": "a page break", "column": "a column break"}
ROW_MARK = "\u200d"  # what LibreOffice puts into the cells of a new row to track it
SYMBOL = re.compile("(?![Dd][89A-Fa-f])[0-9A-Fa-f]{1,4}")  # no half of a surrogate pair
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
        self.recorder = Recorder()
        self.styles, self.tables = styles, tables
        self.pictures = Pictures(package, part)
        self.links = package.targets(part, "hyperlink")
        self._endless: frozenset[Element] = frozenset()
        self._where: Where | None = None

    def story(self, root: Element) -> Stream:
        """Everything in `w:body`, or in a note."""
        self._endless = fields.without_end(root)
        self.blocks(root, Around())
        return self.recorder.finished()

    # --- blocks --------------------------------------------------------------------------------------------------------

    def blocks(self, parent: Element, around: Around) -> None:
        """The blocks of an element; the last paragraph in it does not go on after it."""
        for child in parent:
            self.block(child, around)
        self.recorder.end_here()

    def block(self, element: Element, around: Around) -> None:
        tag = str(element.tag)
        if tag == W + "p":
            self.paragraph(element, around)
        elif tag == W + "tbl":
            self.recorder.end_here()
            self.table(element, around)
        elif tag == W + "sdt":
            inner = replace(around, muted=True) if _is_contents(element) else around
            for child in element.iterfind(f"{W}sdtContent/*"):
                self.block(child, inner)
        elif tag in (W + "customXml", MC + "AlternateContent"):
            for child in _chosen(element):
                self.block(child, around)
        elif tag == W + "altChunk":
            self.recorder.strange("a part of another document", around)
        else:
            self.inline(element, around)

    def paragraph(self, element: Element, around: Around) -> None:
        """`w:p`. What its mark says of itself stands in the `w:rPr` of its `w:pPr`."""
        properties = element.find(W + "pPr")
        mark = None if properties is None else properties.find(W + "rPr")
        of_mark = under(around, mark)
        own = (*of_mark.revisions, *formatted(properties))
        self.recorder.begin(Source(properties, 0, of_mark.final, of_mark.original, self._where, revisions=own))
        for child in element:
            self.inline(child, around)
        if properties is not None and properties.find(W + "sectPr") is not None:
            self.recorder.strange("a section break", around)

    def table(self, element: Element, around: Around) -> None:
        """`w:tbl`, cell by cell."""
        if self._where is not None:
            self.recorder.strange("a table in a table", around)
        outer = self._where
        for cell in Grid(element, around, self.tables, self.styles).cells():
            self._where = cell.where
            if cell.fact:
                self.recorder.strange(cell.fact, cell.around)
            self.blocks(cell.element, cell.around)
        self._where = outer

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
            self.recorder.add(around, note=found.note)
        muted = found.kind in ("note", "contents", "counted")
        self._all(element, replace(around, link=found.link or around.link, muted=around.muted or muted))

    def _equation(self, element: Element, around: Around) -> None:
        words = "".join(text_of(text) for text in element.iter(M + "t"))
        self.recorder.strange(f"an equation: “{words}”", around)
        self.recorder.add(around, text=words, extra=("an equation",))

    def _run_content(self, element: Element, around: Around) -> None:
        """`w:r`: its characters are one atom, cut where something else stands between them."""
        properties = element.find(W + "rPr")
        changed = tuple(formatted(properties))
        if changed:
            around = replace(around, revisions=(*around.revisions, *changed))
        self.recorder.run = properties
        for child in element:
            self._in_run(child, around)
        self.recorder.run = None

    def _in_run(self, element: Element, around: Around) -> None:
        tag = str(element.tag)
        if tag in (W + "t", W + "delText"):
            if not (self._where and element.text == ROW_MARK):
                self.recorder.add(around, text=element.text or "")
        elif tag in CHARACTERS:
            self.recorder.add(around, text=CHARACTERS[tag])
        else:
            handler = IN_RUN.get(tag)
            if handler is not None:
                handler(self, element, around)

    def _break(self, element: Element, around: Around) -> None:
        kind = BREAKS.get(element.get(W + "type", ""))
        if kind:
            self.recorder.strange(kind, around)
        else:
            self.recorder.add(around, text="\n")

    def _symbol(self, element: Element, around: Around) -> None:
        """`w:sym`: a character by its number in a font (17.3.3.30); those of symbol fonts lie in the private use area."""
        code, font = element.get(W + "char", ""), element.get(W + "font", "")
        character = chr(int(code, 16)) if SYMBOL.fullmatch(code) else "\ufffd"
        self.recorder.add(
            around, text=character, extra=(f"a symbol of the font {font}",) if "\ue000" <= character <= "\uf8ff" else ()
        )

    def _call(self, element: Element, around: Around) -> None:
        kind = str(element.tag)[len(W) :].removesuffix("Reference")
        self.recorder.add(around, call=f"{kind} {element.get(W + 'id', '')}")

    def _drawing(self, element: Element, around: Around) -> None:
        drawn = self.pictures.read(element)
        if drawn.fact:
            self.recorder.strange(drawn.fact, around)
        else:
            self.recorder.add(around, is_picture=True, picture=drawn.picture, alt=drawn.alt)

    def _chosen_in_run(self, element: Element, around: Around) -> None:
        for child in _chosen(element):
            self._in_run(child, around)

    def _ruby(self, element: Element, around: Around) -> None:
        """`w:ruby`: its base is read; what stands above it is told."""
        reading = "".join(text_of(text) for text in element.iterfind(f"{W}rt//{W}t"))
        self.recorder.strange(f"a reading above the words: “{reading}”", around)
        run = self.recorder.run
        for child in element.iterfind(W + "rubyBase"):
            self._all(child, around)
        self.recorder.run = run

    def _field(self, element: Element, around: Around) -> None:
        """`w:fldChar`: on in a complex field."""
        kind = element.get(W + "fldCharType", "")
        if kind == "begin" and element not in self._endless:
            self.recorder.begin_field()
        elif kind == "separate":
            self.recorder.begin_result(around)
        elif kind == "end":
            self.recorder.end_field()

    def _instruction(self, element: Element, around: Around) -> None:
        self.recorder.instruct(element.text or "")

    # --- bookmarks and comments ----------------------------------------------------------------------------------------

    def _start(self, element: Element, around: Around) -> None:
        if element.get(W + "name", "").startswith(PREFIXES):
            self.recorder.begin_mark(element.get(W + "id", ""), element.get(W + "name", ""))

    def _end(self, element: Element, around: Around) -> None:
        self.recorder.end_mark(element.get(W + "id", ""))

    def _remark_start(self, element: Element, around: Around) -> None:
        self.recorder.begin_comment(element.get(W + "id", ""))

    def _remark_end(self, element: Element, around: Around) -> None:
        self.recorder.end_comment(element.get(W + "id", ""))

    def _remark(self, element: Element, around: Around) -> None:
        self.recorder.call_comment(element.get(W + "id", ""))


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
