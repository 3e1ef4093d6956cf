"""The blocks of a release in plain text, a function for each kind in `BLOCKS`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from exporter import model as m
from exporter.brand import Brand
from exporter.rendering.email.plaintext_lines import comma_between, computed, hanging, heading, indented, stacked
from exporter.rendering.email.plaintext_table import table_lines
from exporter.rendering.email.wrapping import END, SUPERSCRIPTS, Line, Run, cut, width_of, wrap

WIDTH = 72
NARROWEST = 24  # columns that text keeps, however deep lists are nested


class Sheet(NamedTuple):
    """What is set, and how wide. `links` grows while lines are made: URL → its number in the list at the end."""

    release: m.Release
    brand: Brand
    labels: Mapping[str, str]
    links: dict[str, int]
    ranks: Mapping[int, int]
    width: int = WIDTH

    def narrower(self, columns: int) -> Sheet:
        """The same, with less room."""
        return self._replace(width=max(self.width - columns, NARROWEST))


# --- inlines -------------------------------------------------------------------------------------------------------------


def inlines(content: Iterable[m.Inline], name: str, sheet: Sheet) -> list[Run]:
    """The runs of some inlines in the piece `name`: links and calls of notes get their numbers."""
    runs: list[Run] = []
    for inline in content:
        if isinstance(inline, (m.Text, m.Code, m.SoftBreak)):
            runs.append(Run(name, inline.text))
        elif isinstance(inline, m.LineBreak):
            runs.append(Run(name, "", "break"))
        elif isinstance(inline, m.FootnoteReference):
            runs.append(Run("", superscript(inline.number), "solid"))
        elif isinstance(inline, m.InlineImage):
            runs += [Run("", f"[{inline.alt}]")] if inline.alt else []
        else:
            runs += inlines(inline.content, name, sheet)
            if isinstance(inline, m.Link):
                runs += _reference(inline, sheet)
    return runs


def _reference(link: m.Link, sheet: Sheet) -> list[Run]:
    """A link's number, unless it leads inside the text or its address is what is read."""
    address = link.url.removeprefix("mailto:").removeprefix("tel:")
    if link.url.startswith("#") or m.plain(link.content) in (address, link.url):
        return []
    return [Run("", f" [{sheet.links.setdefault(link.url, len(sheet.links) + 1)}]", "solid")]


def superscript(number: int) -> str:
    """`12` → `¹²`."""
    return "".join(SUPERSCRIPTS[int(digit)] for digit in str(number))


# --- blocks --------------------------------------------------------------------------------------------------------------


def blocks(content: Sequence[m.Block], sheet: Sheet, lead: Sequence[Run] = (), tight: bool = False) -> list[Line]:
    """Blocks with blank lines between them, none when `tight`; `lead` goes before the words of a first paragraph."""
    groups: list[list[Line]] = []
    for index, block in enumerate(content):
        if index == 0 and lead and isinstance(block, m.Paragraph):
            groups.append(wrap([*lead, *inlines(block.content, block.id, sheet)], sheet.width))
        else:
            groups.append(BLOCKS[block.kind](block, sheet))
    groups = [group for group in groups if group]
    return [line for group in groups for line in group] if tight else stacked(groups)


def _heading(block: m.Heading, sheet: Sheet) -> list[Line]:
    return heading(inlines(block.content, block.id, sheet), "-" if sheet.ranks[block.level] == 2 else "~", sheet.width)


def _paragraph(block: m.Paragraph, sheet: Sheet) -> list[Line]:
    return wrap(inlines(block.content, block.id, sheet), sheet.width)


def _list(block: m.List, sheet: Sheet) -> list[Line]:
    marks = [f"{block.start + index}. " if block.ordered else "• " for index in range(len(block.items))]
    room = max((width_of(mark) for mark in marks), default=0)
    groups = [
        hanging(blocks(item.blocks, sheet.narrower(room), tight=block.tight), mark.rjust(room), " " * room)
        for mark, item in zip(marks, block.items, strict=True)
    ]
    return [line for group in groups for line in group] if block.tight else stacked(groups)


def _block_quote(block: m.BlockQuote, sheet: Sheet) -> list[Line]:
    return indented(blocks(block.blocks, sheet.narrower(4)), 4)


def _pull_quote(block: m.PullQuote, sheet: Sheet) -> list[Line]:
    lines = blocks(block.blocks, sheet.narrower(4))
    by = comma_between([(f"{block.id}.by", block.by), (f"{block.id}.role", block.role)], sheet.labels["comma"])
    if by:
        lines += hanging(wrap(by, sheet.narrower(6).width), "— ", "  ")
    return indented(lines, 4)


def _takeaways(block: m.Takeaways | m.Callout | m.Sidebar, sheet: Sheet) -> list[Line]:
    """A box: between two lines, its title first."""
    label = sheet.labels["takeaways"] if isinstance(block, m.Takeaways) else ""
    title = Run(f"{block.id}.title", block.title) if block.title else Run("", label)
    inner = sheet.narrower(2)
    edge = computed("-" * inner.width)
    title_lines = wrap([title], inner.width) if title.text else []
    return indented([edge, *stacked(filter(None, (title_lines, blocks(block.blocks, inner)))), edge], 2)


def _division(block: m.Division, sheet: Sheet) -> list[Line]:
    return blocks(block.blocks, sheet)


def _table(block: m.Table, sheet: Sheet) -> list[Line]:
    caption = wrap(inlines(block.caption, f"{block.id}.caption", sheet), sheet.width)
    head = [inlines(cell.content, cell.id, sheet) for cell in block.head]
    rows = [[inlines(cell.content, cell.id, sheet) for cell in row] for row in block.rows]
    lines = table_lines(head, rows, [cell.align for cell in block.head], sheet.width)
    return stacked(filter(None, (caption, lines)))


def _figure(block: m.Figure, sheet: Sheet) -> list[Line]:
    picture = wrap([Run("", f"[{sheet.labels['picture']}{block.alt}]")], sheet.width) if block.alt else []
    caption = wrap(inlines(block.caption, f"{block.id}.caption", sheet), sheet.width)
    credit = [Run("", sheet.labels["photo"]), Run(f"{block.id}.credit", block.credit)] if block.credit else []
    return [*picture, *caption, *wrap(credit, sheet.width)]


def _chart(block: m.Chart, sheet: Sheet) -> list[Line]:
    """What is said of the chart, with its numbers as a table in its place."""
    title = wrap([Run(f"{block.id}.title", block.title)], sheet.width)
    unit = wrap([Run(f"{block.id}.unit", block.unit)], sheet.width)
    shown = wrap([Run("", f"[{sheet.labels['chart']}{block.alt}]")], sheet.width)
    rows = [
        [[Run(f"{block.id}.r{number}.c{column}", words)] if words else [] for column, words in enumerate(row)]
        for number, row in enumerate((block.data.head, *block.data.rows))
    ]
    numbers: list[m.Alignment] = ["right"] * len(block.data.series)
    table = table_lines(rows[0], rows[1:], ["", *numbers], sheet.width)
    caption = wrap(inlines(block.caption, f"{block.id}.caption", sheet), sheet.width)
    credit = [Run("", sheet.labels["source"]), Run(f"{block.id}.credit", block.credit)] if block.credit else []
    return stacked(filter(None, ([*title, *unit, *shown], table, [*caption, *wrap(credit, sheet.width)])))


def _code_block(block: m.CodeBlock, sheet: Sheet) -> list[Line]:
    """Lines as they are, four columns in; those that no message could carry are broken."""
    lines: list[Line] = []
    for line in block.text.rstrip("\n").split("\n"):
        *pieces, last = cut(line.rstrip())
        lines += [*((Run(block.id, piece), END) for piece in pieces), (Run(block.id, f"{last}\n"),)]
    return indented(lines, 4)


def _thematic_break(block: m.ThematicBreak, sheet: Sheet) -> list[Line]:
    return [computed("* * *".center(sheet.width).rstrip())]


BLOCKS: Mapping[str, Callable[..., list[Line]]] = {
    m.Heading.kind: _heading,
    m.Paragraph.kind: _paragraph,
    m.List.kind: _list,
    m.BlockQuote.kind: _block_quote,
    m.PullQuote.kind: _pull_quote,
    m.Takeaways.kind: _takeaways,
    m.Callout.kind: _takeaways,
    m.Sidebar.kind: _takeaways,
    m.Division.kind: _division,
    m.Table.kind: _table,
    m.Figure.kind: _figure,
    m.Chart.kind: _chart,
    m.CodeBlock.kind: _code_block,
    m.ThematicBreak.kind: _thematic_break,
}
