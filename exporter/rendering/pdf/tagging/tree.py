"""The tree of tags, built from what is drawn: one node for an element, on however many pages its boxes are.

Its order is that of the source: boxes come in that order, and a note is put where it is called.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

import pydyf
import weasyprint
from weasyprint.formatting_structure.boxes import ReplacedBox

from exporter.rendering.pdf.tagging.content import Seen
from exporter.rendering.pdf.tagging.roles import INLINE_TAGS, NONE, Role, role_of
from exporter.target import PdfStandard

NOTES = frozenset(("Note", "FENote"))
GROUPS = frozenset(("Document", "Sect", "Div", "Aside", "BlockQuote", "TOC", "TOCI", "L", "Note", "FENote"))
ALWAYS = frozenset(("TR", "TH", "TD", "LI"))  # stand in the tree even when they are empty


@dataclass(frozen=True)
class Mark:
    """Something drawn on a page: its number there."""

    page: int
    number: int


@dataclass(eq=False)
class Node:
    """A structure element to be.

    `seen` is the box that it was first seen in, a picture's own for a figure. `links` are annotations with their page,
    `alt` describes a figure, `calls` are those of a note, and `target` is what a link of a note leads to.
    """

    kind: str
    element: Element
    seen: Seen
    lang: str = ""
    kids: list[Node | Mark] = field(default_factory=list)
    links: list[tuple[int, pydyf.Dictionary]] = field(default_factory=list)
    alt: str = ""
    calls: list[Node] = field(default_factory=list)
    target: Node | None = None

    def walk(self) -> Iterator[Node]:
        """This node and all below it, in order."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Node):
                yield from kid.walk()


class Tree:
    """The nodes of a document. Add what is seen, in the order in which it is seen."""

    def __init__(self, document: weasyprint.Document, standard: PdfStandard) -> None:
        root_box = document.pages[0]._page_box.children[0]
        self.root = Node("Document", root_box.element, Seen(0, root_box, None), root_box.element.get("lang", ""))
        self.standard = standard
        self.parents = {child: parent for parent in self.root.element.iter() for child in parent}
        self.places = {element: place for place, element in enumerate(self.root.element.iter())}
        self.nodes: dict[tuple[Element, str], tuple[Node, Node]] = {(self.root.element, ""): (self.root, self.root)}
        self.kinds: dict[int, frozenset[str]] = {id(self.root): frozenset()}

    def add(self, seen: Seen) -> None:
        """Put a box's mark and link into the node of its element, which is made when it is not there."""
        if seen.element is None or seen.element not in self.parents:
            return
        if seen.mark is None and seen.link is None and not self._stands_always(seen):
            return
        node = self.inner(seen.element, seen.pseudo, seen)
        if seen.mark is not None and node.kind in GROUPS:
            node = self._paragraph_in(node, seen)
        if seen.mark is not None:
            node.kids.append(Mark(seen.page, seen.mark))
            if isinstance(seen.box, ReplacedBox):
                node.seen = seen
        if seen.link is not None:
            node.links.append((seen.page, seen.link))

    def put_in_order(self) -> None:
        """Put blocks in the order of the source: a float may stand on a later page than what follows it."""
        for node in self.root.walk():
            kids = [kid for kid in node.kids if isinstance(kid, Node)]
            if len(kids) == len(node.kids) and all(kid.element is not node.element for kid in kids):
                kids.sort(key=lambda kid: self.places[kid.element])
                node.kids = [*kids]

    def _paragraph_in(self, group: Node, seen: Seen) -> Node:
        """Words right inside of a group need a paragraph (ISO/TS 32005, table 5): the one before them, or a new one."""
        last = group.kids[-1] if group.kids else None
        if isinstance(last, Node) and last.kind == "P" and last.element is group.element:
            return last
        return self._append(Node("P", group.element, seen), group)

    def _stands_always(self, seen: Seen) -> bool:
        tag = seen.element.tag if seen.element is not None else ""
        return tag.upper() in ALWAYS or seen.pseudo == "footnote-call"

    def inner(self, element: Element, pseudo: str, seen: Seen) -> Node:
        """The node that holds the content of an element."""
        return self._pair(element, pseudo, seen)[1]

    def _pair(self, element: Element, pseudo: str, seen: Seen) -> tuple[Node, Node]:
        """The outermost and the innermost node of an element; those of its parent when it has no role."""
        key = element, pseudo
        if key in self.nodes:
            return self.nodes[key]
        outer, parent = self._parents_of(element, pseudo, seen)
        role = role_of(element, pseudo, self.kinds[id(parent)], self.standard) or self._role_of_language(key, parent)
        if not role:
            self.nodes[key] = outer, parent
            return self.nodes[key]
        holder = outer if role == ("Lbl",) else parent
        made = self._make(role, element, pseudo, seen, holder)
        self.nodes[key] = made
        if pseudo == "footnote-call":
            self._pair(element, "", seen)  # the note follows its call
        return made

    def _parents_of(self, element: Element, pseudo: str, seen: Seen) -> tuple[Node, Node]:
        if pseudo and pseudo != "footnote-call":
            return self._pair(element, "", seen)
        return self._pair(self.parents[element], "", seen)

    def _make(self, role: Role, element: Element, pseudo: str, seen: Seen, holder: Node) -> tuple[Node, Node]:
        lang = "" if pseudo or self._language(element) == self._language_in(holder) else self._language(element)
        outer = inner = self._append(Node(role[0], element, seen, lang), holder)
        for kind in role[1:]:
            inner = self._append(Node(kind, element, seen), inner)
        return outer, inner

    def _append(self, node: Node, holder: Node) -> Node:
        holder.kids.insert(0 if node.kind == "Lbl" else len(holder.kids), node)
        self.kinds[id(node)] = self.kinds[id(holder)] | {node.kind}
        return node

    # --- languages --------------------------------------------------------------------------------------------------------

    def _role_of_language(self, key: tuple[Element, str], parent: Node) -> Role:
        """What an element is tagged as only because its words are of another language."""
        element, pseudo = key
        if pseudo or not element.get("lang") or element.get("lang") == self._language_in(parent):
            return NONE
        return ("Span",) if element.tag in INLINE_TAGS else ("Div",)

    def _language_in(self, node: Node) -> str:
        return self._language(node.element)

    def _language(self, element: Element | None) -> str:
        while element is not None:
            if lang := element.get("lang"):
                return lang
            element = self.parents.get(element)
        return ""
