"""Links and bookmarks that lead to elements, not only to places on paper.

Source: ISO 14289-2, 8.8 (destinations shall be structure destinations); ISO 32000-2, 12.3.2.3 and 12.6.4.2 (SD).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from xml.etree.ElementTree import Element

import pydyf

from exporter.rendering.pdf.tagging.tree import Node, Tree


def name_structure(pdf: pydyf.PDF, tree: Tree, elements: Mapping[Node, pydyf.Dictionary]) -> None:
    """Let every link within the document, and every bookmark, name the structure element that it leads to."""
    targets = dict(_targets(tree))
    for node, target in targets.items():
        for _, annotation in node.links:
            _lead(annotation, elements[target])
    for entry in (node for node in tree.root.walk() if node.kind == "TOCI"):  # ISO 14289-2, 8.2.5.8
        names = [elements[targets[node]].reference for node in entry.walk() if node in targets]
        elements[entry]["Ref"] = pydyf.Array(names)
    _lead_bookmarks(pdf, tree, elements)
    pdf.catalog.get("Names", {}).pop("Dests", None)  # nothing asks for them any more


def _targets(tree: Tree) -> Iterator[tuple[Node, Node]]:
    """Each link within the document, and what it leads to."""
    by_id = {element.get("id"): element for element in tree.root.element.iter() if element.get("id")}
    for node in tree.root.walk():
        if names := [_name(annotation["Dest"]) for _, annotation in node.links if "Dest" in annotation]:
            yield node, node.target or _named(tree, by_id.get(names[0]))


def _name(destination: object) -> str:
    return str(getattr(destination, "string", ""))


def _named(tree: Tree, element: Element | None) -> Node:
    """The node of an element, of what is in it, or of what is around it."""
    for inner in element.iter() if element is not None else ():
        if found := tree.nodes.get((inner, "")):
            return found[1]
    while element is not None:
        if found := tree.nodes.get((element, "")):
            return found[1]
        element = tree.parents.get(element)
    return tree.root


def _lead(entry: pydyf.Dictionary, element: pydyf.Dictionary) -> None:
    """Turn the destination of a link or bookmark into an action that names a structure element too."""
    place = entry.pop("Dest")
    action = {"Type": "/Action", "S": "/GoTo", "D": place, "SD": pydyf.Array([element.reference, "/Fit"])}
    entry["A"] = pydyf.Dictionary(action)


# --- bookmarks ------------------------------------------------------------------------------------------------------------


def _lead_bookmarks(pdf: pydyf.PDF, tree: Tree, elements: Mapping[Node, pydyf.Dictionary]) -> None:
    """Bookmarks stand in the order of their headings, and carry their words or their label."""
    headings = [node for node in tree.root.walk() if node.kind[0] == "H"]
    if "Outlines" not in pdf.catalog:
        return
    for bookmark in _bookmarks(pdf, _object(pdf, pdf.catalog["Outlines"])):
        title = bookmark["Title"].string
        index = next((index for index, node in enumerate(headings) if title in _titles(node)), None)
        _lead(bookmark, elements[tree.root if index is None else headings[index]])
        headings = headings[0 if index is None else index + 1 :]


def _titles(node: Node) -> Sequence[str]:
    return node.element.get("data-label", ""), " ".join("".join(node.element.itertext()).split())


def _bookmarks(pdf: pydyf.PDF, parent: pydyf.Dictionary) -> Iterator[pydyf.Dictionary]:
    reference = parent.get("First")
    while reference:
        bookmark = _object(pdf, reference)
        yield bookmark
        yield from _bookmarks(pdf, bookmark)
        reference = bookmark.get("Next")


def _object(pdf: pydyf.PDF, reference: bytes) -> pydyf.Dictionary:
    return pdf.objects[int(reference.split()[0])]
