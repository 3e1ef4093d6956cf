"""A story is what flows in one part: the body, a header, a footer, a note. Blocks are written into it in order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from copy import deepcopy
from typing import TYPE_CHECKING, Union, cast

from docx.oxml.text.paragraph import CT_P
from docx.parts.story import StoryPart
from docx.shared import Twips
from msgspec import Struct

from exporter.rendering.word.bookmarks import holds_pieces, piece_id
from exporter.rendering.word.context import Context, Number
from exporter.rendering.word.flow import Flow, Format
from exporter.rendering.word.markup import Element, W, w
from exporter.rendering.word.numbering import indent_of
from exporter.rendering.word.roles import LIST_LEVELS

if TYPE_CHECKING:
    from exporter.rendering.word.draft import Draft

Node = Union[str, Element]  # what stands in an element: text and elements

AFTER_A_TABLE = 200  # twentieths of a point; Word has no space after a table
WIDEST_SPACE = 31  # points: what Word allows between words and their border
QUOTATIONS = frozenset({"quote", "pull_quote", "quote_source"})  # styles that move in by themselves


class Block(Struct, frozen=True):
    """How the vocabulary writes a block element: a function and the role of its style ("" = as the context says)."""

    write: Callable[[Story, Element, Context, str], None]
    role: str = ""


class Inline(Struct, frozen=True):
    """How the vocabulary writes an inline element: a function and the role of its character style."""

    write: Callable[[Flow, Element, Format, str], None]
    role: str = ""


Entry = Union[Block, Inline]


class Story:
    """Writes blocks at the end of `target`, an element of `part`."""

    def __init__(self, draft: Draft, part: StoryPart, target: Element) -> None:
        self.draft, self.part, self.target = draft, part, target

    def inside(self, target: Element) -> Story:
        """The same story, written into an element of its own, as into a table's cell."""
        return Story(self.draft, self.part, target)

    # --- blocks --------------------------------------------------------------------------------------------------------

    def contents(self, element: Element, context: Context, role: str = "") -> None:
        """Everything inside an element: its blocks, and a paragraph of that role for the words between them.

        Only the first block takes the context's place in a list.
        """
        for group in self._groups(element):
            if isinstance(group, list):
                self.words(group, piece_id(element), context, role)
            else:
                self.block(group, context)
            context = context.after_number()

    def block(self, element: Element, context: Context) -> None:
        """One block element."""
        entry = self.draft.entry(element)
        if isinstance(entry, Block):
            entry.write(self, element, context.in_language_of(element), entry.role)

    def _groups(self, element: Element) -> Iterator[Element | list[Node]]:
        """The blocks of an element, and as lists the words between them."""
        words: list[Node] = []
        for node in nodes(element):
            if isinstance(node, str) or not isinstance(self.draft.entry(node), Block):
                words.append(node)
                continue
            if _has_words(words):
                yield words
            words = []
            yield node
        if _has_words(words):
            yield words

    # --- paragraphs ----------------------------------------------------------------------------------------------------

    def words(
        self,
        words: Iterable[Node],
        piece: str,
        context: Context,
        role: str = "",
        *,
        align: str = "",
        keep_next: bool = False,
    ) -> Element:
        """A paragraph with these words, in the bookmark of its piece."""
        paragraph = self.paragraph(context, role, align=align, keep_next=keep_next)
        words = list(words)
        mark = self.draft.bookmarks.start(paragraph, piece)
        flow = self.flow(paragraph, context, role, mixed=not piece and holds_pieces(words))
        flow.nodes(words, Format(context.lang, context.rtl))
        self.draft.bookmarks.end(paragraph, mark)
        return paragraph

    def flow(self, paragraph: Element, context: Context, role: str = "", *, mixed: bool = False) -> Flow:
        """What writes the words of a paragraph."""
        return Flow(self, paragraph, role or _role_of(context), mixed=mixed)

    def paragraph(self, context: Context, role: str = "", *, align: str = "", keep_next: bool = False) -> Element:
        """A paragraph without words yet; `w:pPr` in the schema's order. `align` is left, center or right.

        In a paragraph from right to left Word means its start by left (17.18.44), and so does whoever wrote the table.
        """
        role = role or _role_of(context)
        after_table = len(self.target) > 0 and self.target[-1].tag == W + "tbl"
        paragraph = w(self.target, "p")
        properties = w(paragraph, "pPr")
        w(properties, "pStyle", val=self.draft.styles.id(role))
        if keep_next:
            w(properties, "keepNext")
        number = context.number or self.draft.numbering.continued(context, role)
        if number and (number.direct or role != number.role):
            place = w(properties, "numPr")
            w(place, "ilvl", val=str(number.level if number.ilvl is None else number.ilvl))
            w(place, "numId", val=str(number.num_id))
        indents = self._indents(context, role, number)
        if context.box and not role.startswith(context.box):
            self._ground(properties, context.box, int(indents["left"]))
        if context.rtl != self.draft.styles.is_rtl(role) and role != "code_block":
            w(properties, "bidi", val="1" if context.rtl else "0")
        if after_table and self.draft.styles.space_before(role) < AFTER_A_TABLE:
            w(properties, "spacing", before=str(AFTER_A_TABLE))
        if indents:
            w(properties, "ind", **indents)
        if align:
            w(properties, "jc", val=align)
        if level := self.draft.styles.missing_level(role):
            w(properties, "outlineLvl", val=level)
        return paragraph

    def _ground(self, properties: Element, box: str, left: int) -> None:
        """The box's borders and shading; the border at the start keeps its place where the text moves in."""
        further = max(0, left - self.draft.styles.indent(box)) // 20
        for element in self.draft.styles.ground(box):
            copy = deepcopy(element)
            for border in copy.iterfind(W + ("right" if self.draft.rtl else "left")):
                border.set(W + "space", str(min(int(border.get(W + "space", "0")) + further, WIDEST_SPACE)))
            properties.append(copy)

    def indent(self, context: Context) -> int:
        """How far in a block stands that no style moves in, in twentieths of a point."""
        if context.box:
            return context.indent + self.draft.styles.indent(context.box)
        return context.indent + (indent_of(context.level, boxed=False)[0] if context.level >= 0 else 0)

    def _indents(self, context: Context, role: str, number: Number | None) -> dict[str, str]:
        """The attributes of `w:ind` where style and list do not say them already."""
        if number:
            if role == number.role and not context.indent and not (context.box and number.level > 0):
                return {}
            left, hanging = indent_of(number.level, boxed=bool(context.box))
            return {"left": str(left + context.indent), "hanging": str(hanging)}
        own = self.draft.styles.indent(role)
        if role.startswith("continued"):
            left = own + context.indent
        elif context.box or role in QUOTATIONS:
            left = max(own, self.indent(context))
        else:
            left = own + self.indent(context)
        right = self.draft.styles.indent(context.box, "right") if context.box else 0
        outside = context.box and not role.startswith(context.box)
        return {"left": str(left)} | ({"right": str(right)} if outside else {}) if left != own or outside else {}


def _role_of(context: Context) -> str:
    """The role of a paragraph that has none of its own."""
    if context.number:
        return context.number.role
    if context.level < 0:
        return context.role
    return f"{context.box}_continued" if context.box else f"continued_{min(context.level + 1, LIST_LEVELS)}"


def nodes(element: Element) -> Iterator[Node]:
    """The text and the elements directly inside an element, in order; comments are passed over."""
    if element.text:
        yield element.text
    for child in element:
        if isinstance(child.tag, str):
            yield child
        if child.tail:
            yield child.tail


def set_space(paragraph: Element, *, before: int | None = None, after: int | None = None) -> None:
    """Give a paragraph space before or after it, in twentieths of a point, whatever its style says."""
    properties = cast(CT_P, paragraph).get_or_add_pPr()
    if before is not None:
        properties.spacing_before = Twips(before)
    if after is not None:
        properties.spacing_after = Twips(after)


def _has_words(words: Sequence[Node]) -> bool:
    return any(not isinstance(node, str) or node.strip() for node in words)
