"""Ids for every block, numbers for notes and names for links, given to a tree before the release is built from it."""

from __future__ import annotations

from markdown_it.token import Token

from exporter.reading.markdown.headings import heading_name
from exporter.reading.markdown.nodes import Node, places, spot
from exporter.reading.mistakes import Mistakes
from exporter.reading.spot import Spot

LETTERS = {
    "heading": "h",
    "paragraph": "p",
    "figure": "f",
    "chart": "g",
    "bullet_list": "l",
    "ordered_list": "l",
    "list_item": "i",
    "blockquote": "b",
    "quote": "q",
    "takeaways": "k",
    "callout": "c",
    "sidebar": "s",
    "div": "d",
    "table": "t",
    "fence": "x",
    "code_block": "x",
    "hr": "r",
}


class Numbering:
    """Gives ids in document order, first to the body's blocks and then to those of the notes.

    `names` leads from a link's name to a block's id, `notes` are the notes in the order of their first calls: each a node
    with its blocks as children, also where the note stood in its call. Definitions are taken out of `body`.
    """

    def __init__(self, body: list[Node], mistakes: Mistakes) -> None:
        self.mistakes = mistakes
        self.names: dict[str, str] = {}
        self.notes: list[Node] = []
        self._slugs: dict[str, str] = {}
        self._repeats: dict[str, int] = {}
        self._counts: dict[str, int] = {}
        self._definitions: dict[str, Node] = {}
        self._named: set[int] = set()
        self._take_definitions(body)
        self._walk(body, "")
        for note in self.notes:
            self._walk(note.children, note.id, in_note=True)
        self._tell_unused()
        self.names = self._slugs | self.names

    # --- ids and names -------------------------------------------------------------------------------------------------

    def _walk(self, nodes: list[Node], outer: str, inline: Node | None = None, in_note: bool = False) -> None:
        for node in nodes:
            if letter := LETTERS.get(node.kind):
                self._counts[letter] = self._counts.get(letter, 0) + 1
                node.id = f"{letter}{self._counts[letter]}"
            elif node.kind in ("note_call", "inline_note") and inline:
                self._call(node, inline, in_note)
            self._name(node, node.id or outer, inline)
            if node.kind != "inline_note":
                self._walk(node.children, node.id or outer, node if node.kind == "inline" else inline, in_note)

    def _name(self, node: Node, block: str, inline: Node | None) -> None:
        """Let links find a block by the name that it, or something in it, was given, a heading by its words too."""
        name = node.attributes.name
        if name and id(node.token) not in self._named:
            self._named.add(id(node.token))
            if name in self.names:
                where = _spot_of(node, inline, self.mistakes)
                fact = f"the name “#{name}” is given a second time"
                self.mistakes.warning("markdown.name-twice", fact, where, "Links lead to the first one.")
            self.names.setdefault(name, block)
        elif node.kind == "heading":
            self._slugs[self._unused(heading_name(words(node.children)))] = block

    def _unused(self, slug: str) -> str:
        """The name, with a number when another heading has it."""
        name = slug
        while name in self._slugs:
            self._repeats[slug] = self._repeats.get(slug, 0) + 1
            name = f"{slug}-{self._repeats[slug]}"
        return name

    # --- notes ---------------------------------------------------------------------------------------------------------

    def _take_definitions(self, nodes: list[Node]) -> None:
        for node in nodes:
            self._take_definitions(node.children)
            if node.kind == "note":
                self._define(node)
        nodes[:] = [node for node in nodes if node.kind != "note"]

    def _define(self, node: Node) -> None:
        label, where = node.token.info, spot(node, self.mistakes.source)
        if label in self._definitions:
            hint = f"The first definition is in line {spot(self._definitions[label], self.mistakes.source).line}."
            self.mistakes.error("markdown.note-twice", f"the note “{label}” is defined a second time", where, hint)
        elif not node.children:
            self.mistakes.error("markdown.empty-note", f"the note “{label}” has no text", where)
        self._definitions.setdefault(label, node)

    def _call(self, node: Node, inline: Node, in_note: bool) -> None:
        """Give the call its note's id, and the note its place when this is its first call."""
        if in_note:
            hint = "Put it in parentheses, or make it a note of its own in the text."
            where = _spot_of(node, inline, self.mistakes)
            self.mistakes.error("markdown.note-in-note", "a note can't stand inside of a note", where, hint)
            return
        note = self._definitions.get(node.token.info) if node.kind == "note_call" else self._note_in_place(node, inline)
        if note is None:
            return
        node.first = not note.id
        if node.first:
            self.notes.append(note)
            note.id = f"n{len(self.notes)}"
        node.id = note.id

    def _note_in_place(self, node: Node, inline: Node) -> Node:
        """The note that stands in its call, in the shape of a defined one."""
        if not words(node.children).strip():
            self.mistakes.error("markdown.empty-note", "this note has no text", _spot_of(node, inline, self.mistakes))
        text = Node("inline", inline.token, node.children)
        where, end = places(inline, self.mistakes.source), node.token.meta["end"]
        first, last = where.spot(node.token.meta["start"] + len("^[")), where.spot(end - 1)
        token = Token("note_open", "", 1, map=[first.line - 1, last.line], meta={"column": first.column})
        return Node("note", token, [Node("paragraph", token, [text])])

    def _tell_unused(self) -> None:
        for label, node in self._definitions.items():
            if not node.id and node.children:
                fact = f"the note “{label}” is never called, so it is left out"
                hint = f"Call it with [^{label}] where it belongs."
                self.mistakes.warning("markdown.unused-note", fact, spot(node, self.mistakes.source), hint)


def _spot_of(node: Node, inline: Node | None, mistakes: Mistakes) -> Spot:
    """The spot of an inline node in its text, or of a block."""
    if inline is None or "start" not in node.token.meta:
        return spot(node, mistakes.source)
    return places(inline, mistakes.source).spot(node.token.meta["start"], node.token.meta["end"])


def words(nodes: list[Node]) -> str:
    """The words of inline nodes; those of notes are left out."""
    found = ""
    for node in nodes:
        if node.kind in ("text", "code_inline", "softbreak", "note_missing"):
            found += node.token.content
        elif node.kind == "hardbreak":
            found += " "
        elif node.kind not in ("inline_note", "note_call"):
            found += words(node.children)
    return found
