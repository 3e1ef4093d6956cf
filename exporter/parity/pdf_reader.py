"""The words that stand on the pages of a PDF, in the order of its tags, as a screen reader speaks them (PDFium).

The tag tree gives order and kinds: what is in no tag (running heads, page numbers, a table's header on its second page) is
not read; `Lbl` is a bullet or a number, `TOC` the list of sections, `Note` (`FENote`) a footnote. The words themselves come
from the page: a run of glyphs reads as its replacement text where it has one, else as what its font maps the glyphs to.

Source: ISO 32000-1, 14.7 and 14.9.4; PDFium's fpdf_structtree.h and fpdf_edit.h.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator

import pypdfium2_raw.bindings as pdfium  # without the helpers of pypdfium2, which take as long again to import

from exporter.parity.readback import ReadBack

INLINE = frozenset(("Span", "Em", "Strong", "Link", "Reference", "Code", "NonStruct"))
LABELS, NOTES = frozenset(("Lbl", "TOC")), frozenset(("Note", "FENote"))  # FENote is what PDF 2.0 calls a note
Edges = tuple[float, float, float, float]  # left, bottom, right, top

LAST = 1 << 30  # after every child

Path = tuple[int, ...]  # where in the tree of tags: the number of a child, of its child, and so on
Part = tuple[Path, str]


class UnreadablePdf(ValueError):
    """PDFium can't open the bytes, or the file has no tags."""


def read(data: bytes) -> ReadBack:
    """The text of a tagged PDF. Raises UnreadablePdf when it is none."""
    pdfium.FPDF_InitLibrary()
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        raise UnreadablePdf("PDFium can't open this file")
    flow: list[Part] = []
    notes: list[Part] = []
    try:
        if not pdfium.FPDFCatalog_IsTagged(document):
            raise UnreadablePdf("this PDF has no tags, so the order of its words is unknown")
        for index in range(pdfium.FPDF_GetPageCount(document)):
            _read_page(document, index, flow, notes)
    finally:
        pdfium.FPDF_CloseDocument(document)
    return ReadBack(_in_order(flow), _in_order(notes))


def _in_order(parts: list[Part]) -> str:
    """The text of parts that were found page by page: what the tags name first may stand on a later page."""
    return "".join(text for _, text in sorted(parts, key=lambda part: part[0]))


def _read_page(document: pdfium.FPDF_DOCUMENT, index: int, flow: list[Part], notes: list[Part]) -> None:
    page = pdfium.FPDF_LoadPage(document, index)
    tree = pdfium.FPDF_StructTree_GetForPage(page)
    try:
        words = _marked_words(page)
        for child in range(pdfium.FPDF_StructTree_CountChildren(tree)):
            if element := pdfium.FPDF_StructTree_GetChildAtIndex(tree, child):
                _read_element(element, (child,), words, flow, notes)
    finally:
        pdfium.FPDF_StructTree_Close(tree)
        pdfium.FPDF_ClosePage(page)


# --- the tag tree ---------------------------------------------------------------------------------------------------------


def _read_element(
    element: pdfium.FPDF_STRUCTELEMENT, path: Path, words: dict[int, str], out: list[Part], notes: list[Part]
) -> None:
    """Append an element's words on a page to `out`; those of a note to `notes`."""
    kind = _string(pdfium.FPDF_StructElement_GetType, element)
    if kind in LABELS:
        return
    if kind in NOTES:
        out = notes
    for index in range(pdfium.FPDF_StructElement_CountChildren(element)):
        if child := pdfium.FPDF_StructElement_GetChildAtIndex(element, index):
            _read_element(child, (*path, index), words, out, notes)
        elif (mark := pdfium.FPDF_StructElement_GetChildMarkedContentID(element, index)) >= 0:
            out.append(((*path, index), words.get(mark, "")))
    if kind not in INLINE:
        out.append(((*path, LAST), "\n"))


def _string(function: Callable[..., int], handle: object) -> str:
    """A string that PDFium writes into a buffer as UTF-16, after telling its size."""
    size = function(handle, None, 0)
    buffer = ctypes.create_string_buffer(size)
    function(handle, buffer, size)
    return buffer.raw[: max(size - 2, 0)].decode("utf-16-le")


# --- the words of a page --------------------------------------------------------------------------------------------------


def _marked_words(page: pdfium.FPDF_PAGE) -> dict[int, str]:
    """Marked-content id → the text drawn under it."""
    words: dict[int, str] = {}
    text_page = pdfium.FPDFText_LoadPage(page)
    paper = _paper(page)
    replaced: set[int] = set()
    for thing in _objects(page):
        mark = pdfium.FPDFPageObj_GetMarkedContentID(thing)
        if mark < 0 or mark in replaced or not _is_on(paper, thing):
            continue
        if (replacement := _replacement(thing)) is not None:
            words[mark] = replacement
            replaced.add(mark)
        elif pdfium.FPDFPageObj_GetType(thing) == pdfium.FPDF_PAGEOBJ_TEXT:
            words[mark] = words.get(mark, "") + _text(thing, text_page)
    pdfium.FPDFText_ClosePage(text_page)
    return words


def _objects(page: pdfium.FPDF_PAGE) -> Iterator[pdfium.FPDF_PAGEOBJECT]:
    for index in range(pdfium.FPDFPage_CountObjects(page)):
        yield pdfium.FPDFPage_GetObject(page, index)


def _paper(page: pdfium.FPDF_PAGE) -> Edges:
    """Where a page ends: where it is cut, on a sheet for the printing house (14.11.2), else where the file says."""
    edges = [ctypes.c_float() for _ in range(4)]
    if not pdfium.FPDFPage_GetTrimBox(page, *edges):
        return 0, 0, pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
    left, bottom, right, top = (edge.value for edge in edges)
    return left, bottom, right, top


def _is_on(paper: Edges, thing: pdfium.FPDF_PAGEOBJECT) -> bool:
    """Whether the middle of an object lies on the page: what runs over its edge is in the file, but nobody sees it."""
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    pdfium.FPDFPageObj_GetBounds(thing, left, bottom, right, top)
    across, up = (left.value + right.value) / 2, (bottom.value + top.value) / 2
    return paper[0] < across < paper[2] and paper[1] < up < paper[3]


def _text(thing: pdfium.FPDF_PAGEOBJECT, text_page: pdfium.FPDF_TEXTPAGE) -> str:
    size = pdfium.FPDFTextObj_GetText(thing, text_page, None, 0)
    buffer = (ctypes.c_ushort * (size // 2))()
    pdfium.FPDFTextObj_GetText(thing, text_page, buffer, size)
    return bytes(buffer)[: max(size - 2, 0)].decode("utf-16-le", "replace")


def _replacement(thing: pdfium.FPDF_PAGEOBJECT) -> str | None:
    """The replacement text of the marks around an object, or None."""
    for index in range(pdfium.FPDFPageObj_CountMarks(thing)):
        mark = pdfium.FPDFPageObj_GetMark(thing, index)
        size = ctypes.c_ulong()
        if pdfium.FPDFPageObjMark_GetParamBlobValue(mark, b"ActualText", None, 0, size):
            buffer = (ctypes.c_ubyte * size.value)()
            pdfium.FPDFPageObjMark_GetParamBlobValue(mark, b"ActualText", buffer, size.value, size)
            return _text_string(bytes(buffer))
    return None


def _text_string(data: bytes) -> str:
    """A PDF text string (7.9.2.2): UTF-16 after its mark, else one byte a character."""
    return data[2:].decode("utf-16-be", "replace") if data.startswith(b"\xfe\xff") else data.decode("latin-1")
