"""Block nodes into the model's blocks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import get_args

from markdown_it.common.utils import unescapeAll

from exporter import model
from exporter.model import Alignment, Block, Cell, Footnote, Inline, ListItem
from exporter.reading.markdown.attributes import check_known, language, read_attributes
from exporter.reading.markdown.charts import chart_of
from exporter.reading.markdown.inlines import (
    LANGUAGE_KEYS,
    Desk,
    Passage,
    alternative,
    build_inlines,
    in_language,
    load,
    tell_title,
)
from exporter.reading.markdown.nodes import Node, places, span, spot
from exporter.reading.markdown.places import Places


def build_blocks(desk: Desk, nodes: Iterable[Node]) -> tuple[Block, ...]:
    """The blocks of some nodes; one whose content can't be had is left out (which is told)."""
    made = (BUILDERS[node.kind](desk, node) for node in nodes)
    return tuple(block for block in made if block is not None)


def build_note(desk: Desk, node: Node) -> Footnote:
    """A footnote of a numbered node."""
    blocks = build_blocks(desk, node.children)
    return Footnote(node.id, span(node, desk.mistakes.source), int(node.id[1:]), node.token.info, blocks)


def _content(desk: Desk, node: Node) -> tuple[Inline, ...]:
    """The inlines of a block that has one text."""
    inline = node.children[0]
    if inline.token.meta.get("too_deep"):
        hint = "The words are kept."
        fact = "emphasis is nested too deep here, so some of it is left out"
        desk.mistakes.warning("markdown.too-deep-emphasis", fact, spot(node, desk.mistakes.source), hint)
    return build_inlines(Passage(desk, places(inline, desk.mistakes.source)), inline.children)


# --- one function a kind -------------------------------------------------------------------------------------------------


def _paragraph(desk: Desk, node: Node) -> Block | None:
    content = _content(desk, node)
    return model.Paragraph(node.id, span(node, desk.mistakes.source), content) if content else None


def _heading(desk: Desk, node: Node) -> Block | None:
    lang, direction = _ending(desk, node, "a heading")
    content = in_language(_content(desk, node), lang, direction)
    level = int(node.token.tag[1:])
    return model.Heading(node.id, span(node, desk.mistakes.source), level, content) if content else None


def _ending(desk: Desk, node: Node, where: str) -> tuple[str, str]:
    """Language and direction from the attributes that end a heading or a caption."""
    line = (node.token.map or [0])[0] + 1
    whole = Places(desk.mistakes.source, line, node.token.meta["whole"])
    check_known(node.attributes, LANGUAGE_KEYS, whole, desk.mistakes, where)
    return language(node.attributes, whole, desk.mistakes)


def _list(desk: Desk, node: Node) -> Block:
    items = tuple(_item(desk, child) for child in node.children)
    tight = not any(
        block.kind == "paragraph" and not block.token.hidden for child in node.children for block in child.children
    )
    start = int(node.token.attrs.get("start", 1))
    return model.List(node.id, span(node, desk.mistakes.source), node.kind == "ordered_list", start, tight, items)


def _item(desk: Desk, node: Node) -> ListItem:
    return ListItem(node.id, span(node, desk.mistakes.source), build_blocks(desk, node.children))


def _quotation(desk: Desk, node: Node) -> Block:
    return model.BlockQuote(node.id, span(node, desk.mistakes.source), build_blocks(desk, node.children))


def _pull_quote(desk: Desk, node: Node) -> Block:
    by, role = node.attributes.get("by") or "", node.attributes.get("role") or ""
    return model.PullQuote(node.id, span(node, desk.mistakes.source), build_blocks(desk, node.children), by, role)


def _takeaways(desk: Desk, node: Node) -> Block:
    title = node.attributes.get("title") or ""
    return model.Takeaways(node.id, span(node, desk.mistakes.source), build_blocks(desk, node.children), title)


def _callout(desk: Desk, node: Node) -> Block:
    title = node.attributes.get("title") or ""
    return model.Callout(node.id, span(node, desk.mistakes.source), build_blocks(desk, node.children), title)


def _sidebar(desk: Desk, node: Node) -> Block:
    title = node.attributes.get("title") or ""
    return model.Sidebar(node.id, span(node, desk.mistakes.source), build_blocks(desk, node.children), title)


def _division(desk: Desk, node: Node) -> Block:
    where = span(node, desk.mistakes.source)
    lang, direction = language(node.attributes, Places(desk.mistakes.source, where.line, node.token.content), desk.mistakes)
    return model.Division(node.id, where, build_blocks(desk, node.children), lang, direction)


def _code(desk: Desk, node: Node) -> Block:
    info = unescapeAll(node.token.info.strip())
    language_name = info.split()[0] if info else ""
    if attributes := read_attributes(info, 0, len(info)):
        language_name = attributes.classes[0].value if attributes.classes else ""
    where = span(node, desk.mistakes.source)
    return model.CodeBlock(node.id, where, node.token.content.removesuffix("\n"), language_name)


def _break(desk: Desk, node: Node) -> Block:
    return model.ThematicBreak(node.id, span(node, desk.mistakes.source))


def _nothing(desk: Desk, node: Node) -> None:
    """What was refused, and stays in the tree so that what is around it is not empty."""


def _table(desk: Desk, node: Node) -> Block:
    caption = [child for child in node.children if child.kind == "caption"]
    rows = [row for part in node.children if part.kind in ("thead", "tbody") for row in part.children]
    built = [_row(desk, node.id, number, row) for number, row in enumerate(rows)]
    content: tuple[Inline, ...] = ()
    where = span(node, desk.mistakes.source)
    for child in caption:
        content = in_language(_content(desk, child), *_ending(desk, child, "a caption"))
        own = span(child, desk.mistakes.source)
        where = model.Span(min(where.line, own.line), max(where.end_line, own.end_line), where.column)
    return model.Table(node.id, where, built[0], tuple(built[1:]), content)


def _row(desk: Desk, table: str, number: int, row: Node) -> tuple[Cell, ...]:
    return tuple(_cell(desk, f"{table}.r{number}.c{column}", cell) for column, cell in enumerate(row.children))


def _cell(desk: Desk, name: str, node: Node) -> Cell:
    line = (node.children[0].token.map or [0])[0] + 1
    column = places(node.children[0], desk.mistakes.source).spot(0).column
    style = str(node.token.attrs.get("style", "")).removeprefix("text-align:")
    align: Alignment = next((known for known in get_args(Alignment) if known == style), "")
    return Cell(name, model.Span(line, line, column), _content(desk, node), align)


def _figure(desk: Desk, node: Node) -> Block | None:
    inline = node.children[0]
    picture = inline.children[0]
    passage = Passage(desk, places(inline, desk.mistakes.source))
    check_known(picture.attributes, ("alt", "credit"), passage.places, desk.mistakes, "a figure")
    image = load(passage, picture)
    caption = build_inlines(passage, picture.children)
    alt = alternative(passage, picture, model.plain(caption) or str(picture.token.attrs.get("title", "")))
    if caption:
        tell_title(passage, picture)
    elif title := picture.token.attrs.get("title"):
        caption = (model.Text(str(title)),)
    if image is None:
        return None
    credit = picture.attributes.get("credit") or ""
    return model.Figure(node.id, span(node, desk.mistakes.source), image, alt, caption, credit)


def _chart(desk: Desk, node: Node) -> Block | None:
    return chart_of(desk, node, _content(desk, node) if node.children else ())


BUILDERS: Mapping[str, Callable[[Desk, Node], Block | None]] = {
    "paragraph": _paragraph,
    "heading": _heading,
    "bullet_list": _list,
    "ordered_list": _list,
    "blockquote": _quotation,
    "quote": _pull_quote,
    "takeaways": _takeaways,
    "callout": _callout,
    "sidebar": _sidebar,
    "div": _division,
    "table": _table,
    "figure": _figure,
    "chart": _chart,
    "fence": _code,
    "code_block": _code,
    "hr": _break,
    "too_deep": _nothing,
}
