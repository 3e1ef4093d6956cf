"""The writers of inlines: emphasis, links, code, breaks, pictures in the line, fields."""

from __future__ import annotations

from docx.opc.constants import RELATIONSHIP_TYPE
from msgspec.structs import replace

from exporter.addresses import as_uri
from exporter.rendering.word import fields, pictures
from exporter.rendering.word.flow import Flow, Format
from exporter.rendering.word.markup import Element, R, w
from exporter.rendering.word.story import nodes


def styled(flow: Flow, element: Element, format_: Format, role: str) -> None:
    """An element whose words have a character style of their own."""
    flow.nodes(nodes(element), format_.styled(role))


def plain(flow: Flow, element: Element, format_: Format, role: str) -> None:
    """An element that only holds words: `span`."""
    flow.nodes(nodes(element), format_)


def emphasis(flow: Flow, element: Element, format_: Format, role: str) -> None:
    """`em`: the style, or italics where another style is there."""
    flow.nodes(nodes(element), replace(format_, italic=True) if format_.style else format_.styled(role))


def strong(flow: Flow, element: Element, format_: Format, role: str) -> None:
    """`strong`: the style, or bold where another style is there."""
    flow.nodes(nodes(element), replace(format_, bold=True) if format_.style else format_.styled(role))


def link(flow: Flow, element: Element, format_: Format, role: str) -> None:
    """`a`: a hyperlink to an address, or to the bookmark of a piece of this document."""
    target = element.get("href", "")
    hyperlink = w(flow.parent, "hyperlink", history="1")
    before = len(hyperlink)
    flow.within(hyperlink, nodes(element), format_.styled(role))
    if len(hyperlink) == before:
        flow.parent.remove(hyperlink)
    elif target.startswith("#"):
        flow.draft.link_inside(hyperlink, target[1:])
    else:
        address = as_uri(target)
        hyperlink.set(R + "id", flow.story.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))


def line_break(flow: Flow, element: Element, format_: Format, role: str) -> None:
    """`br`."""
    flow.line_break(format_)


def tab(flow: Flow, element: Element, format_: Format, role: str) -> None:
    """`span.tab`: on to the next tab stop of the paragraph's style."""
    flow.tab(format_)


def page_number(flow: Flow, element: Element, format_: Format, role: str) -> None:
    """`span.page-number`."""
    fields.field(flow, "PAGE", "1", format_)


def page_count(flow: Flow, element: Element, format_: Format, role: str) -> None:
    """`span.page-count`."""
    fields.field(flow, "NUMPAGES", "1", format_)


def picture(flow: Flow, element: Element, format_: Format, role: str) -> None:
    """`img` in a line of words."""
    pictures.place(flow, element, format_)
