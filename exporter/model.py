"""The release: one immutable tree that every channel is made from.

Every piece of text that comes from the source has an id, unique in its release. A composed element carries it (`data-block`
for the body, `data-field` for the front matter); parity, Word's bookmarks and merging find the piece by it.

    h1 p1 l1 i1 b1 q1 k1 c1 s1 t1 f1 g1 x1 r1 d1 n1  blocks: a letter for the kind and a number in document order
    q1.by q1.role c1.title t1.caption t1.r1.c2     the parts of a block
    f1.caption f1.credit g1.title g1.unit g1.caption g1.credit g1.r1.c2
    title contact.0.name link.label                fields: their path in the front matter

Ids hold only `[a-z0-9.]`, so that `.` → `_` makes a bookmark's name without loss.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Literal, Union

from msgspec import Struct

from exporter.chart_data import ChartData, ChartType
from exporter.front_matter import (
    Advisory,
    Author,
    Boilerplate,
    CallToAction,
    Contact,
    Cover,
    Direction,
    EmailFields,
    FrontMatter,
    Kind,
    NotesPlace,
    Person,
    WordFields,
    WordTemplate,
)
from exporter.image import Image


class Span(Struct, frozen=True):
    """Lines of the content file, 1-based and inclusive; `column` is where the first line's text begins (1-based)."""

    line: int
    end_line: int
    column: int = 1


# --- inlines -----------------------------------------------------------------------------------------------------------


class Text(Struct, frozen=True):
    kind: ClassVar[str] = "text"
    text: str


class Emphasis(Struct, frozen=True):
    kind: ClassVar[str] = "emphasis"
    content: tuple[Inline, ...]


class Strong(Struct, frozen=True):
    kind: ClassVar[str] = "strong"
    content: tuple[Inline, ...]


class Code(Struct, frozen=True):
    kind: ClassVar[str] = "code"
    text: str


class Link(Struct, frozen=True):
    """`url` is absolute (http, https, mailto, tel) or `#id`, the id of a block of this release."""

    kind: ClassVar[str] = "link"
    content: tuple[Inline, ...]
    url: str
    title: str = ""


class InlineImage(Struct, frozen=True):
    kind: ClassVar[str] = "inline_image"
    image: Image
    alt: str


class FootnoteReference(Struct, frozen=True):
    """A call. `note` is the footnote's id, `number` what is printed; `first` is False for a second call of one note."""

    kind: ClassVar[str] = "footnote_reference"
    note: str
    number: int
    first: bool = True


class LineBreak(Struct, frozen=True):
    """A break that the writer asked for."""

    kind: ClassVar[str] = "line_break"


class SoftBreak(Struct, frozen=True):
    """The end of a source line inside a paragraph: a space, or nothing between two East Asian characters."""

    kind: ClassVar[str] = "soft_break"
    text: str = " "


class LanguageSpan(Struct, frozen=True):
    """Words of another language: `[ありがとう]{lang=ja}`. `dir` is "ltr", "rtl" or ""."""

    kind: ClassVar[str] = "language_span"
    content: tuple[Inline, ...]
    lang: str
    dir: str = ""


Inline = Union[Text, Emphasis, Strong, Code, Link, InlineImage, FootnoteReference, LineBreak, SoftBreak, LanguageSpan]


# --- blocks ------------------------------------------------------------------------------------------------------------


class Heading(Struct, frozen=True):
    """`level` 1 to 6 as written; `walking.heading_ranks` gives what a page sets it as, below the headline's h1."""

    kind: ClassVar[str] = "heading"
    id: str
    span: Span
    level: int
    content: tuple[Inline, ...]


class Paragraph(Struct, frozen=True):
    kind: ClassVar[str] = "paragraph"
    id: str
    span: Span
    content: tuple[Inline, ...]


class ListItem(Struct, frozen=True):
    kind: ClassVar[str] = "list_item"
    id: str
    span: Span
    blocks: tuple[Block, ...]


class List(Struct, frozen=True):
    kind: ClassVar[str] = "list"
    id: str
    span: Span
    ordered: bool
    start: int
    tight: bool
    items: tuple[ListItem, ...]


class BlockQuote(Struct, frozen=True):
    kind: ClassVar[str] = "block_quote"
    id: str
    span: Span
    blocks: tuple[Block, ...]


class PullQuote(Struct, frozen=True):
    """Somebody's words, set large. `by` and `role` are the parts `ID.by` and `ID.role`, each "" when absent."""

    kind: ClassVar[str] = "pull_quote"
    id: str
    span: Span
    blocks: tuple[Block, ...]
    by: str = ""
    role: str = ""


class Takeaways(Struct, frozen=True):
    """What the reader should remember. `title` is the part `ID.title`, "" = the label of the language."""

    kind: ClassVar[str] = "takeaways"
    id: str
    span: Span
    blocks: tuple[Block, ...]
    title: str = ""


class Callout(Struct, frozen=True):
    """A box beside the argument. `title` is the part `ID.title`, "" when absent."""

    kind: ClassVar[str] = "callout"
    id: str
    span: Span
    blocks: tuple[Block, ...]
    title: str = ""


class Sidebar(Struct, frozen=True):
    """A box beside the text, which flows around it where the page allows that. `title` is the part `ID.title`."""

    kind: ClassVar[str] = "sidebar"
    id: str
    span: Span
    blocks: tuple[Block, ...]
    title: str = ""


class Division(Struct, frozen=True):
    """Blocks in another language or direction: `::: {lang=ja}`."""

    kind: ClassVar[str] = "division"
    id: str
    span: Span
    blocks: tuple[Block, ...]
    lang: str = ""
    dir: str = ""


Alignment = Literal["", "left", "center", "right"]


class Cell(Struct, frozen=True):
    """One cell, with the id `t1.r0.c0`; row 0 is the header row."""

    kind: ClassVar[str] = "cell"
    id: str
    span: Span
    content: tuple[Inline, ...]
    align: Alignment = ""


class Table(Struct, frozen=True):
    """`head` is the one header row; `caption` is the part `ID.caption`, () when absent."""

    kind: ClassVar[str] = "table"
    id: str
    span: Span
    head: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    caption: tuple[Inline, ...] = ()


class Figure(Struct, frozen=True):
    """A picture that stands alone. `caption` and `credit` are the parts `ID.caption` and `ID.credit`."""

    kind: ClassVar[str] = "figure"
    id: str
    span: Span
    image: Image
    alt: str
    caption: tuple[Inline, ...] = ()
    credit: str = ""


class Chart(Struct, frozen=True):
    """Numbers of a CSV file, drawn. `title`, `unit`, `caption` and `credit` are the parts `ID.title` and so on; the words of
    `data` are the pieces `ID.r0.c0` (its head) to `ID.r1.c2`."""

    kind: ClassVar[str] = "chart"
    id: str
    span: Span
    type: ChartType
    alt: str
    data: ChartData
    title: str = ""
    unit: str = ""
    caption: tuple[Inline, ...] = ()
    credit: str = ""


class CodeBlock(Struct, frozen=True):
    kind: ClassVar[str] = "code_block"
    id: str
    span: Span
    text: str
    language: str = ""


class ThematicBreak(Struct, frozen=True):
    kind: ClassVar[str] = "thematic_break"
    id: str
    span: Span


class Footnote(Struct, frozen=True):
    """A note, numbered from 1 in the order of its first call."""

    kind: ClassVar[str] = "footnote"
    id: str
    span: Span
    number: int
    label: str
    blocks: tuple[Block, ...]


Block = Union[
    Heading,
    Paragraph,
    List,
    BlockQuote,
    PullQuote,
    Takeaways,
    Callout,
    Sidebar,
    Division,
    Table,
    Figure,
    Chart,
    CodeBlock,
    ThematicBreak,
]


# --- the release ------------------------------------------------------------------------------------------------------


class Comment(Struct, frozen=True):
    """`<!-- … -->`: a note to colleagues, in no output but a Word copy that is made for them."""

    span: Span
    text: str


class Release(Struct, frozen=True):
    """One content file, read.

    `file` is the path as the user gave it, `slug` the file's name without `.md` (`story.ja` for `story.ja.md`),
    `source_hash` the SHA-256 of the file's bytes in hex, `fields` the places of front matter values by field id.
    """

    file: str
    slug: str
    source_hash: str
    meta: FrontMatter
    body: tuple[Block, ...]
    footnotes: tuple[Footnote, ...] = ()
    comments: tuple[Comment, ...] = ()
    fields: tuple[tuple[str, Span], ...] = ()


def plain(content: tuple[Inline, ...]) -> str:
    """The words of some inlines as one line; calls of footnotes and pictures have none."""
    return "".join(_plain(content))


def _plain(content: tuple[Inline, ...]) -> Iterator[str]:
    for inline in content:
        if isinstance(inline, (Text, Code, SoftBreak)):
            yield inline.text
        elif isinstance(inline, LineBreak):
            yield " "
        elif isinstance(inline, (Emphasis, Strong, Link, LanguageSpan)):
            yield from _plain(inline.content)
