"""Tables: header rows that repeat and are named as such, columns as wide as their words ask (17.4)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from exporter.rendering.word.bookmarks import piece_id
from exporter.rendering.word.context import Context
from exporter.rendering.word.markup import Element, W, text_of, w
from exporter.rendering.word.story import Story, nodes, set_space

BEFORE_A_TABLE = 240  # twentieths of a point, before its caption
ALIGNMENTS = ("left", "center", "right")
KEPT_TOGETHER = 8  # a table with no more rows stands on one page
NARROWEST = 6  # characters that a column has room for at least
LETTER, PADDING = 100, 160  # twentieths of a point: what a letter of a cell takes, and a cell beside its words
WIDEST = 40  # characters beyond which a column's words may as well wrap
BREAKS = re.compile("[\\s\u2e80-\uffdc-]+")
FIRST_ROW = {"firstRow": "1", "lastRow": "0", "firstColumn": "0", "lastColumn": "0", "noHBand": "1", "noVBand": "1"}
FIRST_COLUMN = FIRST_ROW | {"firstRow": "0", "firstColumn": "1"}  # where the first cell of a row heads it
LOOKS = ((FIRST_COLUMN, "0680"), (FIRST_ROW, "0620"))  # by whether there is a header row; the second says it in one number


def table(story: Story, element: Element, context: Context, role: str) -> None:
    """`table` with `caption`, `thead` and `tbody`; cells hold words. Without `thead` the first cells head their rows."""
    if context.number:  # a table can't take the place in a list
        story.paragraph(context)
        context = context.after_number()
    caption = element.find("caption")
    if caption is not None:
        _caption(story, caption, context)
    elif len(story.target) and story.target[-1].tag == W + "tbl":
        story.paragraph(context, "plain")  # Word joins two tables that nothing stands between
    rows = list(element.iter("tr"))
    indent = max(story.indent(context), 0)
    widths = column_widths([[text_of(cell) for cell in row] for row in rows], story.draft.area.width - indent)
    made = _frame(story, context, role, widths, indent, element)
    for number, row in enumerate(rows, start=1):
        keep_next = number < len(rows) <= KEPT_TOGETHER
        _row(story, made, row, widths, replace(context, box="", indent=0, level=-1, number=None, keep_next=keep_next))


def _caption(story: Story, element: Element, context: Context) -> None:
    paragraph = story.words(nodes(element), piece_id(element), replace(context, role="caption"), "caption", keep_next=True)
    set_space(paragraph, before=BEFORE_A_TABLE)


def _frame(story: Story, context: Context, role: str, widths: Sequence[int], indent: int, element: Element) -> Element:
    """`w:tbl` with its properties, in the schema's order, and its columns."""
    made = w(story.target, "tbl")
    properties = w(made, "tblPr")
    w(properties, "tblStyle", val=story.draft.styles.id(role))
    if context.rtl:
        w(properties, "bidiVisual")
    w(properties, "tblW", w=str(sum(widths)), type="dxa")
    if indent:
        w(properties, "tblInd", w=str(indent), type="dxa")
    w(properties, "tblLayout", type="fixed")
    look, value = LOOKS[element.find("thead") is not None]
    w(properties, "tblLook", val=value, **look)
    caption = element.find("caption")
    if caption is not None and text_of(caption).strip():
        w(properties, "tblCaption", val=" ".join(text_of(caption).split()))
    if description := " ".join((element.get("aria-description") or "").split()):
        w(properties, "tblDescription", val=description)
    grid = w(made, "tblGrid")
    for width in widths:
        w(grid, "gridCol", w=str(width))
    return made


def _row(story: Story, made: Element, row: Element, widths: Sequence[int], context: Context) -> None:
    around = row.getparent()
    tr = w(made, "tr")
    properties = w(tr, "trPr")
    w(properties, "cantSplit")
    if around is not None and around.tag == "thead":
        w(properties, "tblHeader")
    for cell, width in zip(row.iterchildren("th", "td"), widths, strict=False):
        tc = w(tr, "tc")
        w(w(tc, "tcPr"), "tcW", w=str(width), type="dxa")
        story.inside(tc).block(cell, context)


def cell(story: Story, element: Element, context: Context, role: str) -> None:
    """`th` and `td`, aligned by their class."""
    align = next((name for name in (element.get("class") or "").split() if name in ALIGNMENTS), "")
    story.words(nodes(element), piece_id(element), context, role, align=align, keep_next=context.keep_next)


def column_widths(rows: Sequence[Sequence[str]], width: int) -> list[int]:
    """Widths of columns that add up to `width`, in proportion to what their longest cells ask for.

    Where a column would be too narrow for its longest word, each first gets what that needs; a number is read wrong when it
    is broken over two lines.
    """
    asked: list[int] = []
    words: list[int] = []
    for row in rows:
        asked += [NARROWEST] * (len(row) - len(asked))
        words += [2] * (len(row) - len(words))
        for column, text in enumerate(row):
            asked[column] = max(asked[column], min(WIDEST, _length(text)))
            words[column] = max(words[column], _longest_word(text))
    widths = _shares(width, asked)
    if any(given < PADDING + LETTER * word for given, word in zip(widths, words, strict=True)):
        needed = [PADDING + LETTER * min(WIDEST, word) for word in words]
        rest = _shares(max(width - sum(needed), 0), asked)
        widths = _shares(width, [need + more for need, more in zip(needed, rest, strict=True)])
    return widths


def _shares(width: int, asked: Sequence[int]) -> list[int]:
    """`width` in whole parts, in proportion to what is asked; the last takes what is left over."""
    total = sum(asked) or 1
    widths = [width * share // total for share in asked]
    return [*widths[:-1], width - sum(widths[:-1])] if widths else []


def _longest_word(text: str) -> int:
    """The length of the longest run that no line may break; East Asian lines break between any two characters."""
    return max(map(_length, BREAKS.split(text)), default=0)


def _length(text: str) -> int:
    """The length of a text in letters; an East Asian character is as wide as two."""
    return sum(2 if "\u2e80" <= character <= "\uffdc" else 1 for character in " ".join(text.split()))
