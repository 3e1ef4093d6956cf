"""A content file's blocks as they stand in its lines: the reader's own tree, with the place of every block and text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from markdown_it.token import Token
from msgspec import Struct, field

from exporter.diagnostics import Source
from exporter.merging.source.recording import Atom, atoms_of, recording_grammar
from exporter.merging.source.source_text import SourceText
from exporter.reading.content_file import CLOSING
from exporter.reading.markdown.nodes import Node, nest, span
from exporter.reading.markdown.numbering import Numbering
from exporter.reading.markdown.raw_html import take_html
from exporter.reading.markdown.shaping import shape
from exporter.reading.mistakes import Mistakes

LEAVES = ("paragraph", "heading", "fence", "code_block", "figure", "chart", "table", "hr")
LISTS = ("bullet_list", "ordered_list")


class Block(Struct, eq=False):
    """A block in the source: 0-based lines `first` to `last`, the offset `start` of its marker or first word."""

    node: Node
    first: int
    last: int
    start: int
    parent: Block | None = None
    children: list[Block] = field(default_factory=list)

    @property
    def id(self) -> str:
        return self.node.id

    @property
    def kind(self) -> str:
        return self.node.kind

    def leaves(self) -> Iterator[Block]:
        if self.kind in LEAVES:
            yield self
        for child in self.children:
            yield from child.leaves()

    def chain(self) -> Iterator[Block]:
        """The block, and what encloses it, from inside out."""
        block: Block | None = self
        while block is not None:
            yield block
            block = block.parent


class Passage(Struct):
    """The inline text of one piece: its source `text`, and where in the file each of its characters begins."""

    id: str
    block: Block
    text: str
    places: list[int]
    atoms: list[Atom]
    where: str  # paragraph, heading, cell, caption, label (of a picture)

    def start(self, place: int) -> int:
        return self.places[place]

    def end(self, place: int) -> int:
        """Where the characters before `place` end in the file."""
        return self.places[place]


class Outline:
    """The body of a content file: `root` holds its blocks, `notes` its definitions of notes by id."""

    def __init__(self, data: bytes, file: str) -> None:
        self.source = SourceText(data)
        lines = self.source.text.split("\n")
        closing = next(number for number, line in enumerate(lines[1:], start=1) if CLOSING.fullmatch(line))
        self.body = closing + 1
        mistakes = Mistakes(Source(file, self.source.text))
        grammar, recorder = recording_grammar()
        text = "\n" * self.body + "\n".join(lines[self.body :])
        tree = nest(grammar.parse(text, {}))
        take_html(tree, mistakes)
        tree = shape(tree, mistakes)
        self._taken, self._mistakes = recorder.taken, mistakes
        numbering = Numbering(tree, mistakes)
        self.names = {block: name for name, block in reversed(numbering.names.items())}
        self.root = Block(Node("root", Token("root", "", 0)), self.body, len(lines) - 1, 0)
        self.ids, self.tree = numbering.names, tree
        self._calls = {
            id(node.children): (node.token.meta["start"] + len("^["), node.token.meta["end"] - 1)
            for top in tree
            for node in top.descendants()
            if node.kind == "inline_note"
        }
        self.blocks: dict[str, Block] = {}
        self.passages: dict[str, Passage] = {}
        self.root.children = [self._block(node, self.root) for node in tree]
        self.notes = [self._block(note, None) for note in numbering.notes]

    def leaves(self) -> list[Block]:
        """The leaf blocks of the body and of the notes, in order."""
        return [leaf for top in (self.root, *self.notes) for leaf in top.leaves()]

    def labels(self) -> set[str]:
        """The labels of all notes that are defined."""
        return {match["label"] for match in re.finditer(r"(?m)^[ >]*\[\^(?P<label>[^\]\[\s^]+)\]:", self.source.text)}

    def _block(self, node: Node, parent: Block | None) -> Block:
        where = span(node, self._mistakes.source)
        start = self.source.starts[where.line - 1] + where.column - 1
        block = Block(node, where.line - 1, where.end_line - 1, start, parent)
        self.blocks[node.id] = block
        block.children = [self._block(child, block) for child in node.children if child.id and child.kind != "inline"]
        self._read_passages(node, block)
        return block

    def _read_passages(self, node: Node, block: Block) -> None:
        inline = next((child for child in node.children if child.kind == "inline"), None)
        if inline and node.token.type == "note_open":
            self._note_in_place(node, block, inline)
        elif inline and node.kind in ("paragraph", "heading"):
            self._passage(node.id, block, inline, node, node.kind)
        elif inline and node.kind == "figure":
            self._label(node, block, inline)
        elif inline and node.kind == "chart":
            self._passage(f"{node.id}.caption", block, inline, node, "paragraph")
        elif node.kind == "table":
            self._table(node, block)

    def _table(self, node: Node, block: Block) -> None:
        rows = [row for part in node.children if part.kind in ("thead", "tbody") for row in part.children]
        for number, row in enumerate(rows):
            for column, cell in enumerate(row.children):
                self._passage(f"{node.id}.r{number}.c{column}", block, cell.children[0], cell, "cell")
        for child in node.children:
            if child.kind == "caption":
                own = span(child, self._mistakes.source)
                block.first, block.last = min(block.first, own.line - 1), max(block.last, own.end_line - 1)
                self._passage(f"{node.id}.caption", block, child.children[0], child, "caption")

    def _passage(self, name: str, block: Block, inline: Node, owner: Node, where: str) -> None:
        if inline.token.type != "inline":
            return
        text = inline.token.content
        places = self._places(inline, str(owner.token.meta.get("whole", text)))
        if places is not None:
            atoms = atoms_of(self._taken.get(text, []))
            self.passages[name] = Passage(name, block, text, places, atoms, where)

    def _label(self, node: Node, block: Block, inline: Node) -> None:
        """A figure's caption, which stands between the brackets of the picture."""
        picture = inline.children[0].token
        places = self._places(inline, inline.token.content)
        begin = picture.meta["start"] + len("![")
        if places is not None and picture.content:
            atoms = atoms_of(self._taken.get(picture.content, []))
            own = places[begin : begin + len(picture.content) + 1]
            self.passages[f"{node.id}.caption"] = Passage(f"{node.id}.caption", block, picture.content, own, atoms, "label")

    def _note_in_place(self, node: Node, block: Block, inline: Node) -> None:
        """The words of a note that stands in its call."""
        places = self._places(inline, inline.token.content)
        start, end = self._calls[id(inline.children)]
        if places is None:
            return
        taken = [one for one in self._taken[inline.token.content] if start <= one.start and one.end <= end]
        atoms = [Atom(atom.text, atom.start - start, atom.end - start) for atom in atoms_of(taken)]
        text = inline.token.content[start:end]
        self.passages[node.id] = Passage(node.id, block, text, places[start : end + 1], atoms, "note")

    def _places(self, inline: Node, whole: str) -> list[int] | None:
        """The offset in the file of each character of an inline text, and of its end; None when it can't be found."""
        text, line = inline.token.content, (inline.token.map or [0])[0]
        found: list[int] = []
        column = inline.token.meta.get("column", 0)
        whole_rows = whole.split("\n")
        for row, piece in enumerate(text.split("\n")):
            own = self.source.line(line + row)
            if column:
                at: int = column - 1
            else:
                kept = whole_rows[row].strip()
                at = own.rfind(kept) - (len(piece) - len(piece.lstrip()))
            if at < 0:
                return None
            at += self.source.starts[line + row]
            for sign in piece:
                found.append(at)
                if column and sign == "|" and self.source.text.startswith("\\|", at):
                    at += 1
                if not self.source.text.startswith(sign, at) and not sign.isspace():
                    return None
                at += 1
            found.append(at)
        return found

    def places_of(self, inline: Node) -> list[int] | None:
        """The places of a whole inline text."""
        return self._places(inline, inline.token.content)

    def fence_places(self, block: Block) -> list[int] | None:
        """The places of the characters of a fence, `node.token.content`."""
        found: list[int] = []
        for row, piece in enumerate(block.node.token.content.split("\n")):
            at = self.source.line(block.first + row).find(piece)
            if at < 0:
                return None
            found += range(
                self.source.starts[block.first + row] + at, self.source.starts[block.first + row] + at + len(piece) + 1
            )
        return found
