"""Which structure element stands for which element of a composed page.

Source: ISO 32000-1, 14.8.4 (types of PDF 1.7); ISO 32000-2, 14.8.4 and ISO/TS 32005 (PDF 2.0).
"""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree.ElementTree import Element

from exporter.target import PdfStandard

Role = tuple[str, ...]  # types from the outside in: the innermost holds the content
NONE: Role = ()

BY_TAG: Mapping[str, Role] = {
    "p": ("P",),
    **{f"h{level}": (f"H{level}",) for level in range(1, 7)},
    "ul": ("L",),
    "ol": ("L",),
    "li": ("LI", "LBody"),
    "table": ("Table",),
    "caption": ("Caption",),
    "thead": ("THead",),
    "tbody": ("TBody",),
    "tr": ("TR",),
    "th": ("TH",),
    "td": ("TD",),
    "figure": ("Figure",),
    "figcaption": ("Caption",),
    "img": ("Figure",),
    "{http://www.w3.org/2000/svg}svg": ("Figure",),
    "blockquote": ("BlockQuote",),
    "section": ("Sect",),
    "aside": ("Sect",),
    "a": ("Link",),
    "pre": ("P", "Code"),
    "code": ("Code",),
}
BY_CLASS: Mapping[str, Role] = {
    "call": ("Reference",),
    "footnote": ("Note",),
    "number": ("Lbl",),
    "sidebar": ("Sect",),
    "contents": ("TOC",),
    "entry": ("TOCI",),
}
BY_PSEUDO: Mapping[str, Role] = {"marker": ("Lbl",), "footnote-marker": ("Lbl",), "footnote-call": ("Reference",)}
# A note may stand inside a paragraph, where HTML has no blocks: all of its elements are spans with a class.
IN_NOTE: Mapping[str, Role] = {
    "paragraph": ("P",),
    "heading": ("P",),
    "title": ("P",),
    "by": ("P",),
    "caption": ("P",),
    "row": ("P",),
    "code_block": ("P", "Code"),
    "list": ("L",),
    "list_item": ("LI", "LBody"),
    "block_quote": ("BlockQuote",),
    "pull_quote": ("BlockQuote",),
}
INLINE_TAGS = frozenset(("span", "em", "strong", "sup", "sub", "b", "i", "small"))
ONLY_IN_2: Mapping[str, Role] = {"em": ("Em",), "strong": ("Strong",), "aside": ("Aside",)}
NAMES_IN_2: Mapping[str, str] = {"Note": "FENote"}
# Types that PDF 2.0 has dropped from its own namespace; they stay in that of PDF 1.7.
NOT_IN_2 = frozenset(("BlockQuote", "TOC", "TOCI", "Reference", "Code"))


def role_of(element: Element, pseudo: str, around: frozenset[str], standard: PdfStandard) -> Role:
    """The types that an element, or a pseudo-element of it, is tagged with; `NONE` = its content belongs to its parent.

    `around` are the types of the elements around it.
    """
    if pseudo:
        return BY_PSEUDO.get(pseudo, NONE)
    role = _plain_role(element, around, standard)
    if "Figure" in around and "Caption" not in around and role in (("Figure",), ("P",)):
        return NONE  # the picture of a figure, and the paragraph that HTML needs around it
    if standard == "ua-2":
        return tuple(NAMES_IN_2.get(name, name) for name in role)
    return role


def _plain_role(element: Element, around: frozenset[str], standard: PdfStandard) -> Role:
    classes = element.get("class", "").split()
    if around & {"Note", "FENote"}:
        if role := next((IN_NOTE[name] for name in classes if name in IN_NOTE), NONE):
            return role
    elif "TOCI" in around and element.tag == "a":
        return ("Reference", "Link")
    if role := next((BY_CLASS[name] for name in classes if name in BY_CLASS), NONE):
        return role
    if standard == "ua-2" and element.tag in ONLY_IN_2:
        return ONLY_IN_2[element.tag]
    return BY_TAG.get(element.tag, NONE)
