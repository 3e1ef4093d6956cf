"""What only the whole tree shows: levels of headings, what pictures say, where notes and links lead.

Source: ISO 14289-1, 7.3 (figures), 7.4.2 (headings), 7.9 (notes), 7.18.5 (links).
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

import pydyf

from exporter.rendering.pdf.tagging.paper import Paper
from exporter.rendering.pdf.tagging.tree import NOTES, Node, Tree

HEADINGS = frozenset(f"H{level}" for level in range(1, 7))
SVG_TITLE = "{http://www.w3.org/2000/svg}title"


def settle(tree: Tree, paper: Paper) -> None:
    """Change the nodes of a whole tree, and add the links of its notes."""
    _level_headings(tree.root)
    for node in tree.root.walk():
        if node.kind == "Figure":
            _describe_figure(node)
        if node.links:
            _describe_links(node)
    _join_notes(tree, paper)


def _level_headings(root: Node) -> None:
    """No level is left out on the way down: a callout's title under the headline is its H2."""
    level = 0
    for node in root.walk():
        if node.kind in HEADINGS:
            level = min(int(node.kind[1]), level + 1)
            node.kind = f"H{level}"


# --- pictures -------------------------------------------------------------------------------------------------------------


def _describe_figure(node: Node) -> None:
    node.alt = next(_descriptions(node.element), "")
    if not node.alt:  # its picture is an artifact; what is left are words
        node.kind = "Div"
        for kid in node.kids:
            if isinstance(kid, Node) and kid.kind == "Caption":
                kid.kind = "P"


def _descriptions(figure: Element) -> Iterator[str]:
    for element in figure.iter():
        if element.tag == "img" and element.get("alt", "").strip():
            yield element.get("alt", "")
        elif element.tag == SVG_TITLE and element.text:
            yield element.text


# --- links ----------------------------------------------------------------------------------------------------------------


def _describe_links(node: Node) -> None:
    text = node.element.get("title") or " ".join("".join(node.element.itertext()).split())
    for _, annotation in node.links:
        annotation["Contents"] = pydyf.String(text or annotation["Contents"].string)


# --- notes ----------------------------------------------------------------------------------------------------------------


def _join_notes(tree: Tree, paper: Paper) -> None:
    """Let calls lead to their notes, and the notes' numbers back to the first call."""
    body = tree.root.element.find("body")
    to_note, to_text = (_description(body, name) for name in ("data-to-note", "data-to-text"))
    nodes = list(tree.root.walk())
    notes = {node.element.get("id", ""): node for node in nodes if node.kind in NOTES}
    for node in nodes:
        if node.kind == "Reference" and (note := notes.get(_called(node))):
            note.calls.append(node)
            if not _leads_somewhere(node):
                _link(node, note, paper, to_note)
    for note in notes.values():
        label = _label(note)
        if label and note.calls and not _leads_somewhere(label):
            _link(label, note.calls[0], paper, to_text)


def _description(body: Element | None, name: str) -> str:
    """What a template says that the links of notes do; at least their number."""
    return (body.get(name, "") if body is not None else "") or "{number}"


def _label(note: Node) -> Node | None:
    return next((kid for kid in note.kids if isinstance(kid, Node) and kid.kind == "Lbl"), None)


def _called(node: Node) -> str:
    """The id of the note that a call is for: a footnote's own element, or the one that its link names."""
    if node.seen.pseudo == "footnote-call":
        return node.element.get("id", "")
    link = next(node.element.iter("a"), None)
    return "" if link is None else link.get("href", "").removeprefix("#")


def _leads_somewhere(node: Node) -> bool:
    return any(inner.links for inner in node.walk())


def _link(node: Node, target: Node, paper: Paper, description: str) -> None:
    """Put a link to another node around what a node holds."""
    text = description.replace("{number}", node.element.get("data-number", ""))
    place = _label(target) or target
    annotation = paper.annotate(node.seen, Dest=paper.top_left(place.seen), Contents=pydyf.String(text))
    link = Node("Link", node.element, node.seen, kids=node.kids, links=[(node.seen.page, annotation)], target=target)
    node.kids = [link]
