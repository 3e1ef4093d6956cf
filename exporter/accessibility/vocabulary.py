"""Names of WordprocessingML and its neighbours (ISO/IEC 29500-1, 17; -4 for VML), and simple questions about elements."""

from __future__ import annotations

from collections.abc import Iterator

from exporter.opc import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
V = "{urn:schemas-microsoft-com:vml}"
OFFICE = "{urn:schemas-microsoft-com:office:office}"

TEXT_BOX = W + "txbxContent"
PARAGRAPH, RUN, TABLE, ROW, CELL = (W + name for name in ("p", "r", "tbl", "tr", "tc"))
WRAPPERS = frozenset(
    (
        *(W + name for name in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo")),
        MC + "AlternateContent",
        MC + "Choice",
    )
)
SPACES = frozenset(W + name for name in ("tab", "br", "cr", "ptab"))


def val(element: Element | None, default: str = "") -> str:
    """The attribute `w:val` of an element that may not be there."""
    return default if element is None else element.get(W + "val", default)


def is_on(element: Element | None) -> bool:
    """Whether a toggle is there and says yes (17.17.4)."""
    return element is not None and element.get(W + "val", "1") not in ("0", "false", "off", "none")


def inside(element: Element) -> Iterator[Element]:
    """An element and its descendants, without what stands in text boxes within it: those have paragraphs of their own."""
    boxes = [box for box in element.iter(TEXT_BOX) if box is not element]
    if not boxes:
        yield from element.iter()
        return
    hidden = {found for box in boxes for found in box.iterdescendants()}
    yield from (found for found in element.iter() if found not in hidden)


def children(element: Element) -> Iterator[Element]:
    """The children, seen through content controls, insertions and the like."""
    for child in element:
        if child.tag in WRAPPERS:
            yield from children(child)
        else:
            yield child


def words(element: Element) -> str:
    """The text of an element as it is read, on one line."""
    return "".join(_words(found) for found in inside(element))


def _words(element: Element) -> str:
    if element.tag == W + "t":
        return element.text or ""
    if element.tag == W + "noBreakHyphen":
        return "-"
    if element.tag in SPACES and getattr(element.getparent(), "tag", "") == RUN:
        return " "
    return ""


def nearest(element: Element, tag: str) -> Element | None:
    """The element itself or its nearest ancestor with that tag."""
    if element.tag == tag:
        return element
    return next(element.iterancestors(tag), None)
