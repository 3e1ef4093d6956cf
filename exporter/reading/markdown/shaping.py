"""The meaning of blocks: which div is a quotation, which paragraph a figure; what is empty is told and left out."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from exporter.reading.markdown.attributes import NONE, check_known
from exporter.reading.markdown.nodes import Node, spot
from exporter.reading.markdown.places import Places
from exporter.reading.mistakes import Mistakes, suggestion

LANGUAGE_KEYS = ("lang", "dir")
DIVS: Mapping[str, tuple[str, ...]] = {
    "quote": ("by", "role"),
    "takeaways": ("title",),
    "callout": ("title",),
    "sidebar": ("title",),
    "chart": ("src", "type", "x", "y", "series", "alt", "title", "unit", "credit"),
}
SPEAKING = ("image", "link", "note_call", "inline_note")
WAYS = 'Write “::: takeaways”, “::: callout”, “::: sidebar”, “::: {.quote by="…"}” or “::: {lang=…}”.'


def shape(nodes: list[Node], mistakes: Mistakes) -> list[Node]:
    """The blocks in their final kinds ("quote", "takeaways", "callout", "figure", …)."""
    shaped: list[Node] = []
    for node in nodes:
        if node.kind != "inline":
            node.children = shape(node.children, mistakes)
        change = CHANGES.get(node.kind)
        shaped += change(node, mistakes) if change else [node]
    return shaped


def _paragraph(node: Node, mistakes: Mistakes) -> list[Node]:
    if not says_something(node):
        return []
    inlines = [child for child in node.children[0].children if child.kind != "text" or child.token.content]
    if [child.kind for child in inlines] == ["image"]:
        node.kind = "figure"
        node.children[0].children = inlines
    return [node]


def _heading(node: Node, mistakes: Mistakes) -> list[Node]:
    if says_something(node):
        return [node]
    mistakes.warning("markdown.empty-heading", "this heading has no words, so it is left out", spot(node, mistakes.source))
    return []


def says_something(node: Node) -> bool:
    """Whether a block holds words, or what is looked at when it is built."""
    inner = (found for child in node.children[0].children for found in child.descendants())
    return any(found.kind in SPEAKING or found.token.content.strip() for found in inner)


def _quotation(node: Node, mistakes: Mistakes) -> list[Node]:
    if node.children:
        return [node]
    mistakes.warning("markdown.empty-quote", "this quotation is empty, so it is left out", spot(node, mistakes.source))
    return []


def _code(node: Node, mistakes: Mistakes) -> list[Node]:
    if node.token.info.strip().startswith("{="):
        hint = "Word and email can't carry it; write it in Markdown."
        mistakes.error("markdown.raw-html", "raw code of one format is refused", spot(node, mistakes.source), hint)
    if node.token.content.strip():
        return [node]
    mistakes.warning("markdown.empty-code", "this code block is empty, so it is left out", spot(node, mistakes.source))
    return []


def _too_deep(node: Node, mistakes: Mistakes) -> list[Node]:
    hint = "Lists and quotations inside each other end at ten and twenty levels; what is deeper was not read."
    mistakes.error("markdown.too-deep", "this is nested too deep", spot(node, mistakes.source), hint)
    return [node]


def _extra_cells(node: Node, mistakes: Mistakes) -> list[Node]:
    hint = "Every row has at most as many cells as the header; write \\| for the sign itself."
    mistakes.error(
        "markdown.extra-cell", "this row has more cells than the table's header", spot(node, mistakes.source), hint
    )
    return []


# --- divs ----------------------------------------------------------------------------------------------------------------


def _stray_fence(node: Node, mistakes: Mistakes) -> list[Node]:
    hint = "It closes a block that “::: name” opened; take it away, or open the block."
    mistakes.error("markdown.stray-fence", "this fence closes nothing", spot(node, mistakes.source), hint)
    return []


def _div(node: Node, mistakes: Mistakes) -> list[Node]:
    where = spot(node, mistakes.source)
    if not node.token.meta["closed"]:
        hint = "End it with a line of three colons, “:::”."
        mistakes.error("markdown.unclosed-div", "this block is never closed", where, hint)
    if node.token.meta["attributes"] is None:
        node.token.meta["attributes"] = NONE
        curly = any(quote in node.token.content for quote in "“”„")
        hint = 'Put values between straight quotes, as in by="…".' if curly else WAYS
        mistakes.error("markdown.unreadable-fence", "what stands on this fence can't be read", where, hint)
        return [node]
    if not node.children and all(entry.value != "chart" for entry in node.attributes.classes):
        mistakes.error("markdown.empty-div", "this block is empty", where)
    return _by_class(node, mistakes)


def _by_class(node: Node, mistakes: Mistakes) -> list[Node]:
    attributes, where = node.attributes, spot(node, mistakes.source)
    places = Places(mistakes.source, where.line, node.token.content)
    known = [entry for entry in attributes.classes if entry.value in DIVS]
    for entry in attributes.classes:
        if entry not in known:
            hint = suggestion(entry.value, DIVS) or WAYS
            at = places.spot(entry.start, entry.end)
            mistakes.error("markdown.unknown-class", f"“{entry.value}” is no kind of block", at, hint)
    if len(known) > 1:
        mistakes.error("markdown.two-classes", "a block is of one kind", places.spot(known[1].start, known[1].end))
    kind = known[0].value if known else "div"
    keys = (*DIVS.get(kind, ()), *LANGUAGE_KEYS)
    check_known(attributes, (*keys, "."), places, mistakes, f"a block of the kind “{kind}”" if known else "this block")
    speaks = any(attributes.get(key) for key in LANGUAGE_KEYS)
    if not attributes.classes and not speaks:
        mistakes.error("markdown.unknown-class", "this block is of no kind", where, WAYS)
    if kind == "div":
        return [node]
    inner = Node(kind, node.token, _caption(node, mistakes) if kind == "chart" else node.children)
    return [Node("div", node.token, [inner])] if speaks else [inner]


def _caption(chart: Node, mistakes: Mistakes) -> list[Node]:
    """The text of a chart's one paragraph."""
    for child in chart.children[:1]:
        if child.kind == "paragraph" and len(chart.children) == 1:
            return child.children
    for child in chart.children[:2][-1:]:
        hint = "Its numbers come from the file that “src” names."
        fact = "a chart holds its caption, one paragraph, and nothing else"
        mistakes.error("chart.caption", fact, spot(child, mistakes.source), hint)
    return []


CHANGES: Mapping[str, Callable[[Node, Mistakes], list[Node]]] = {
    "paragraph": _paragraph,
    "heading": _heading,
    "blockquote": _quotation,
    "fence": _code,
    "code_block": _code,
    "div": _div,
    "stray_fence": _stray_fence,
    "too_deep": _too_deep,
    "extra_cells": _extra_cells,
}
