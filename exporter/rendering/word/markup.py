"""Elements of WordprocessingML (ISO/IEC 29500-1, 17), made in few words."""

from __future__ import annotations

from lxml import etree

Element = etree._Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

PREFIXES = {
    "w": W[1:-1],
    "r": R[1:-1],
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": A[1:-1],
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
}


def w(parent: Element, name: str, /, **attributes: str) -> Element:
    """A new last child `w:name` of `parent`; the attributes are of the same namespace."""
    return etree.SubElement(parent, W + name, {W + key: value for key, value in attributes.items()})


def w_text(run: Element, words: str, name: str = "t") -> Element:
    """A new `w:t` of a run, whose spaces at either end are kept."""
    text = etree.SubElement(run, W + name)
    text.text = words
    if words != words.strip():
        text.set(XML_SPACE, "preserve")
    return text


def text_of(element: Element) -> str:
    """All text inside an element."""
    return "".join(map(str, element.itertext()))


def declared(name: str) -> bytes:
    """An empty root `w:name` that declares every prefix which a story uses, as XML."""
    prefixes = "".join(f' xmlns:{prefix}="{address}"' for prefix, address in PREFIXES.items())
    return f"<w:{name}{prefixes}/>".encode()
