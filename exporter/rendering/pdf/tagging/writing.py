"""The tree of tags as objects of the PDF.

Source: ISO 32000-1, 14.7.2 (structure elements), 14.7.4 (content), 14.8.5 (attributes); ISO 32000-2, 14.7.4 (namespaces).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pydyf

from exporter.rendering.pdf.tagging.paper import Paper
from exporter.rendering.pdf.tagging.roles import NOT_IN_2
from exporter.rendering.pdf.tagging.tree import NOTES, Mark, Node
from exporter.target import PdfStandard

NUMBERING: Mapping[PdfStandard, tuple[str, str]] = {"ua-1": ("Disc", "Decimal"), "ua-2": ("Unordered", "Ordered")}
NAMESPACES = {"1.7": "http://iso.org/pdf/ssn", "2.0": "http://iso.org/pdf2/ssn"}


class Writer:
    """Writes the nodes of one document; `elements` are the objects that they became."""

    def __init__(self, paper: Paper, standard: PdfStandard) -> None:
        self.paper, self.pdf, self.standard = paper, paper.pdf, standard
        self.elements: dict[Node, pydyf.Dictionary] = {}
        self.owners: list[dict[int, bytes]] = [{} for _ in paper.document.pages]
        self.annotations: list[tuple[pydyf.Dictionary, bytes]] = []
        self.spaces: dict[str, pydyf.Dictionary] = {}

    def write(self, root: Node) -> None:
        """Add the whole tree to the PDF."""
        top = self._added({"Type": "/StructTreeRoot"})
        if self.standard == "ua-2":
            for name, uri in NAMESPACES.items():
                self.spaces[name] = self._added({"Type": "/Namespace", "NS": pydyf.String(uri)})
            top["Namespaces"] = pydyf.Array(space.reference for space in self.spaces.values())
        for node in root.walk():
            self.elements[node] = self._added({"Type": "/StructElem", "S": f"/{node.kind}"})
        self._fill(root, top.reference)
        top["K"] = self.elements[root].reference
        top["ParentTree"] = self._parent_tree().reference
        top["ParentTreeNextKey"] = len(self.owners) + len(self.annotations)
        self._link_notes(root)
        self.pdf.catalog["StructTreeRoot"] = top.reference
        self.pdf.catalog["MarkInfo"] = pydyf.Dictionary({"Marked": "true"})
        self.pdf.catalog["ViewerPreferences"] = pydyf.Dictionary({"DisplayDocTitle": "true"})

    def _added(self, entries: Mapping[str, object]) -> pydyf.Dictionary:
        made = pydyf.Dictionary(entries)
        self.pdf.add_object(made)
        return made

    def _fill(self, node: Node, parent: bytes) -> None:
        element = self.elements[node]
        page = next((kid.page for kid in node.kids if isinstance(kid, Mark)), node.seen.page)
        element["P"] = parent
        element["Pg"] = self.paper.page(page)
        if self.spaces:
            element["NS"] = self.spaces["1.7" if node.kind in NOT_IN_2 else "2.0"].reference
        if node.lang:
            element["Lang"] = pydyf.String(node.lang)
        if describe := ATTRIBUTES.get(node.kind):
            describe(self, node, element)
        kids = [self._kid(kid, page, element) for kid in node.kids] + [self._object(node, link) for link in node.links]
        if kids:
            element["K"] = kids[0] if len(kids) == 1 else pydyf.Array(kids)

    def _kid(self, kid: Node | Mark, page: int, element: pydyf.Dictionary) -> object:
        if isinstance(kid, Node):
            self._fill(kid, element.reference)
            return self.elements[kid].reference
        self.owners[kid.page][kid.number] = element.reference
        if kid.page == page:
            return kid.number
        return pydyf.Dictionary({"Type": "/MCR", "Pg": self.paper.page(kid.page), "MCID": kid.number})

    def _object(self, node: Node, link: tuple[int, pydyf.Dictionary]) -> pydyf.Dictionary:
        page, annotation = link
        annotation["StructParent"] = len(self.owners) + len(self.annotations)
        self.annotations.append((annotation, self.elements[node].reference))
        return pydyf.Dictionary({"Type": "/OBJR", "Obj": annotation.reference, "Pg": self.paper.page(page)})

    def _parent_tree(self) -> pydyf.Dictionary:
        """Which element each mark of a page, and each annotation, belongs to (14.7.4.4)."""
        numbers = pydyf.Array()
        for page, owners in enumerate(self.owners):
            last = max(owners, default=-1)
            numbers += [page, pydyf.Array(owners.get(number, "null") for number in range(last + 1))]
        for number, (_, owner) in enumerate(self.annotations, len(self.owners)):
            numbers += [number, owner]
        return self._added({"Nums": numbers})

    def _link_notes(self, root: Node) -> None:
        """Let notes and their calls name each other (ISO 32000-2, 14.7.2, Ref)."""
        if self.standard != "ua-2":
            return
        for node in root.walk():
            for call in node.calls:
                self._refer(node, call)
                self._refer(call, node)

    def _refer(self, node: Node, other: Node) -> None:
        self.elements[node].setdefault("Ref", pydyf.Array()).append(self.elements[other].reference)


# --- what a type says of itself -------------------------------------------------------------------------------------------


def _list(writer: Writer, node: Node, element: pydyf.Dictionary) -> None:
    kinds = {below.kind for item in node.kids if isinstance(item, Node) for below in item.kids if isinstance(below, Node)}
    numbering = NUMBERING[writer.standard][node.element.tag == "ol"] if "Lbl" in kinds else "None"
    element["A"] = pydyf.Dictionary({"O": "/List", "ListNumbering": f"/{numbering}"})


def _header(writer: Writer, node: Node, element: pydyf.Dictionary) -> None:
    scope = "Row" if node.element.get("scope") == "row" else "Column"
    element["A"] = pydyf.Dictionary({"O": "/Table", "Scope": f"/{scope}"})


def _figure(writer: Writer, node: Node, element: pydyf.Dictionary) -> None:
    element["Alt"] = pydyf.String(node.alt)
    element["A"] = pydyf.Dictionary({"O": "/Layout", "BBox": writer.paper.rectangle(node.seen)})


def _note(writer: Writer, node: Node, element: pydyf.Dictionary) -> None:
    element["ID"] = pydyf.String(node.element.get("id", ""))
    if writer.standard == "ua-2":
        kind = "Footnote" if node.seen.pseudo else "Endnote"
        element["A"] = pydyf.Dictionary({"O": "/FENote", "NoteType": f"/{kind}"})


ATTRIBUTES: Mapping[str, Callable[[Writer, Node, pydyf.Dictionary], None]] = {
    "L": _list,
    "TH": _header,
    "Figure": _figure,
    **dict.fromkeys(NOTES, _note),
}
