"""The plain text of a release, as a careful person would set it: made from the model, 72 columns wide.

`PARTS` is the order of the letter, `BLOCKS` a function for each kind of block. Everything is lines of runs that know their
piece (`wrapping.py`), so that parity can hold the text against the release.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from exporter import model as m
from exporter.brand import Brand
from exporter.composing.dates import format_date, format_moment
from exporter.composing.segments import Segment
from exporter.rendering.job import Job
from exporter.rendering.plaintext_table import table_lines
from exporter.rendering.wrapping import BLANK, END, SUPERSCRIPTS, Line, Run, cut, width_of, wrap

WIDTH = 72
NARROWEST = 24  # columns that text keeps, however deep lists are nested


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is set, and how wide. `links` grows while lines are made: URL → its number in the list at the end."""

    release: m.Release
    brand: Brand
    labels: Mapping[str, str]
    links: dict[str, int] = field(default_factory=dict)
    width: int = WIDTH

    def narrower(self, columns: int) -> Sheet:
        """The same, with less room."""
        return replace(self, width=max(self.width - columns, NARROWEST))


def text(job: Job) -> str:
    """The plain text file of a release."""
    return "".join(segment.text for segment in segments(job))


def segments(job: Job) -> tuple[Segment, ...]:
    """The plain text as segments; joined, their texts are the file."""
    sheet = Sheet(job.release, job.brand, job.composition.labels)
    parts = [lines for part in PARTS if (lines := part(sheet))]
    runs = (run for line in _stacked(parts) for run in line)
    return tuple(Segment(name, "".join(run.text for run in group)) for name, group in groupby(runs, lambda run: run.id))


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


# --- lines ---------------------------------------------------------------------------------------------------------------


def _stacked(groups: Iterable[Sequence[Line]]) -> list[Line]:
    """Groups of lines with a blank line between them."""
    lines: list[Line] = []
    for group in groups:
        lines += [BLANK, *group] if lines else group
    return lines


def _hanging(lines: Sequence[Line], first: str, rest: str) -> list[Line]:
    """Lines behind a mark: `first` before the first line, `rest` before the others that are not blank."""
    if not lines:
        return [(Run("", first.rstrip()), END)]
    return [line if line == BLANK and index else (Run("", rest if index else first), *line) for index, line in enumerate(lines)]


def _indented(lines: Sequence[Line], columns: int) -> list[Line]:
    return _hanging(lines, " " * columns, " " * columns) if lines else []


def _underlined(lines: list[Line], mark: str) -> list[Line]:
    """A heading and the line under it, as wide as its widest line."""
    widest = max((sum(width_of(run.text) for run in line if run.text != "\n") for line in lines), default=0)
    return [*lines, _computed(mark * widest)] if widest else lines


def _computed(words: str) -> Line:
    return (Run("", words), END)


def _heading(runs: Sequence[Run], mark: str, sheet: Sheet) -> list[Line]:
    return _underlined(wrap(runs, sheet.width), mark)


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
    return [line for group in groups for line in group] if tight else _stacked(groups)


def _heading_block(block: m.Heading, sheet: Sheet) -> list[Line]:
    return _heading(inlines(block.content, block.id, sheet), "-" if block.level == 1 else "~", sheet)


def _paragraph(block: m.Paragraph, sheet: Sheet) -> list[Line]:
    return wrap(inlines(block.content, block.id, sheet), sheet.width)


def _list(block: m.List, sheet: Sheet) -> list[Line]:
    marks = [f"{block.start + index}. " if block.ordered else "• " for index in range(len(block.items))]
    room = max((width_of(mark) for mark in marks), default=0)
    groups = [
        _hanging(blocks(item.blocks, sheet.narrower(room), tight=block.tight), mark.rjust(room), " " * room)
        for mark, item in zip(marks, block.items, strict=True)
    ]
    return [line for group in groups for line in group] if block.tight else _stacked(groups)


def _block_quote(block: m.BlockQuote | m.Division, sheet: Sheet) -> list[Line]:
    return _indented(blocks(block.blocks, sheet.narrower(4)), 4)


def _pull_quote(block: m.PullQuote, sheet: Sheet) -> list[Line]:
    lines = blocks(block.blocks, sheet.narrower(4))
    by = _comma_between([(f"{block.id}.by", block.by), (f"{block.id}.role", block.role)], sheet)
    if by:
        lines += _hanging(wrap(by, sheet.narrower(6).width), "— ", "  ")
    return _indented(lines, 4)


def _takeaways(block: m.Takeaways | m.Callout, sheet: Sheet) -> list[Line]:
    """A box: between two lines, its title first."""
    label = sheet.labels["takeaways"] if isinstance(block, m.Takeaways) else ""
    title = Run(f"{block.id}.title", block.title) if block.title else Run("", label)
    inner = sheet.narrower(2)
    edge = _computed("-" * inner.width)
    title_lines = wrap([title], inner.width) if title.text else []
    return _indented([edge, *_stacked(filter(None, (title_lines, blocks(block.blocks, inner)))), edge], 2)


def _division(block: m.Division, sheet: Sheet) -> list[Line]:
    return blocks(block.blocks, sheet)


def _table(block: m.Table, sheet: Sheet) -> list[Line]:
    caption = wrap(inlines(block.caption, f"{block.id}.caption", sheet), sheet.width)
    head = [inlines(cell.content, cell.id, sheet) for cell in block.head]
    rows = [[inlines(cell.content, cell.id, sheet) for cell in row] for row in block.rows]
    lines = table_lines(head, rows, [cell.align for cell in block.head], sheet.width)
    return _stacked(filter(None, (caption, lines)))


def _figure(block: m.Figure, sheet: Sheet) -> list[Line]:
    picture = wrap([Run("", f"[{sheet.labels['picture']}{block.alt}]")], sheet.width) if block.alt else []
    caption = wrap(inlines(block.caption, f"{block.id}.caption", sheet), sheet.width)
    credit = [Run("", sheet.labels["photo"]), Run(f"{block.id}.credit", block.credit)] if block.credit else []
    return [*picture, *caption, *wrap(credit, sheet.width)]


def _code_block(block: m.CodeBlock, sheet: Sheet) -> list[Line]:
    """Lines as they are, four columns in; those that no message could carry are broken."""
    lines: list[Line] = []
    for line in block.text.rstrip("\n").split("\n"):
        *pieces, last = cut(line.rstrip())
        lines += [*((Run(block.id, piece), END) for piece in pieces), (Run(block.id, f"{last}\n"),)]
    return [line if line[0].text == "\n" else (Run("", "    "), *line) for line in lines]


def _thematic_break(block: m.ThematicBreak, sheet: Sheet) -> list[Line]:
    return [_computed("* * *".center(sheet.width).rstrip())]


BLOCKS: Mapping[str, Callable[..., list[Line]]] = {
    m.Heading.kind: _heading_block,
    m.Paragraph.kind: _paragraph,
    m.List.kind: _list,
    m.BlockQuote.kind: _block_quote,
    m.PullQuote.kind: _pull_quote,
    m.Takeaways.kind: _takeaways,
    m.Callout.kind: _takeaways,
    m.Division.kind: _division,
    m.Table.kind: _table,
    m.Figure.kind: _figure,
    m.CodeBlock.kind: _code_block,
    m.ThematicBreak.kind: _thematic_break,
}


# --- the parts of the letter ---------------------------------------------------------------------------------------------


def _masthead(sheet: Sheet) -> list[Line]:
    """Who speaks at the left, what it is at the right, a line under both."""
    name, kind = sheet.brand.institution.name, sheet.labels[sheet.release.meta.kind]
    gap = sheet.width - width_of(name) - width_of(kind)
    if not name or gap < 2:
        return [*wrap([Run("", name)], sheet.width), *wrap([Run("", kind)], sheet.width), _rule(sheet)]
    return [_computed(f"{name}{' ' * gap}{kind}"), _rule(sheet)]


def _rule(sheet: Sheet) -> Line:
    return _computed("-" * sheet.width)


def _status(sheet: Sheet) -> list[Line]:
    meta, labels = sheet.release.meta, sheet.labels
    if meta.embargo:
        words = labels["embargoed_until"].replace("{moment}", format_moment(meta.embargo, meta.lang))
    elif meta.kind != "brief":
        words = labels["for_immediate_release"]
    else:
        return []
    return wrap([Run("", words)], sheet.width)


def _headline(sheet: Sheet) -> list[Line]:
    meta = sheet.release.meta
    title = _heading([Run("title", meta.title)], "=", sheet)
    subtitle = wrap([Run("subtitle", meta.subtitle)], sheet.width)
    authors = _comma_between([(f"author.{index}", name) for index, name in enumerate(meta.author)], sheet)
    byline = wrap([Run("", sheet.labels["by"]), *authors], sheet.width) if authors else []
    date = wrap([Run("", format_date(meta.date, meta.lang))], sheet.width) if meta.date and not meta.dateline else []
    return [*wrap([Run("kicker", meta.kicker)], sheet.width), *title, *_after_blank(subtitle), *_after_blank([*byline, *date])]


def _after_blank(lines: Sequence[Line]) -> list[Line]:
    return [BLANK, *lines] if lines else []


def _body(sheet: Sheet) -> list[Line]:
    body, meta = sheet.release.body, sheet.release.meta
    date = sheet.labels["comma"] + format_date(meta.date, meta.lang) if meta.date else ""
    lead = [Run("dateline", meta.dateline), Run("", f"{date} — ")] if meta.dateline else []
    if body and isinstance(body[0], m.Paragraph):
        return blocks(body, sheet, lead)
    return _stacked(filter(None, (wrap(lead, sheet.width), blocks(body, sheet))))


def _action(sheet: Sheet) -> list[Line]:
    link = sheet.release.meta.link
    if not link:
        return []
    return [*wrap([Run("link.label", link.label), Run("", ":", "solid")], sheet.width), *wrap([Run("", link.url)], sheet.width)]


def _contacts(sheet: Sheet) -> list[Line]:
    contacts = sheet.release.meta.contact
    if not contacts:
        return []
    label = sheet.labels["media_contacts" if len(contacts) > 1 else "media_contact"]
    return _stacked([_heading([Run("", label)], "-", sheet), *(_contact(sheet, index) for index in range(len(contacts)))])


def _contact(sheet: Sheet, index: int) -> list[Line]:
    contact, name = sheet.release.meta.contact[index], f"contact.{index}"
    lines = wrap(_comma_between([(f"{name}.name", contact.name), (f"{name}.role", contact.role)], sheet), sheet.width)
    for key, value in (("email", contact.email), ("phone", contact.phone)):
        if value:
            lines += wrap([Run("", sheet.labels[key]), Run(f"{name}.{key}", value)], sheet.width)
    return lines


def _comma_between(fields: Iterable[tuple[str, str]], sheet: Sheet) -> list[Run]:
    """Fields that have words, as (id, words), with commas between them."""
    runs: list[Run] = []
    for name, words in fields:
        if words:
            runs += [Run("", sheet.labels["comma"]), Run(name, words)] if runs else [Run(name, words)]
    return runs


def _boilerplate(sheet: Sheet) -> list[Line]:
    boilerplate, name = sheet.release.meta.boilerplate, sheet.brand.institution.name
    if not boilerplate:
        return []
    title = boilerplate.title or (sheet.labels["about"].replace("{name}", name) if name else "")
    words = wrap([Run("" if boilerplate.name else "boilerplate", boilerplate.text)], sheet.width)
    return _stacked(filter(None, (_heading([Run("", title)], "-", sheet), words)))


def _notes(sheet: Sheet) -> list[Line]:
    notes = sheet.release.footnotes
    if not notes:
        return []
    room = len(str(notes[-1].number)) + 1
    groups = [
        _hanging(blocks(note.blocks, sheet.narrower(room)), superscript(note.number).ljust(room), " " * room)
        for note in notes
    ]
    return _stacked([_heading([Run("", sheet.labels["notes"])], "-", sheet), *groups])


def _links(sheet: Sheet) -> list[Line]:
    """The list of addresses; it comes after everything that has links."""
    if not sheet.links:
        return []
    addresses = [_hanging(wrap([Run("", url)], sheet.width), f"[{number}] ", "") for url, number in sheet.links.items()]
    return _stacked([_heading([Run("", sheet.labels["links"])], "-", sheet), [line for group in addresses for line in group]])


def _footer(sheet: Sheet) -> list[Line]:
    speaker = sheet.brand.institution
    address = [line for line in speaker.address if line != speaker.name]
    lines = [wrap([Run("", words)], sheet.width) for words in (speaker.name, speaker.tagline, *address, speaker.website)]
    return [_rule(sheet), *(line for group in lines for line in group)]


PARTS: tuple[Callable[[Sheet], list[Line]], ...] = (
    _masthead,
    _status,
    _headline,
    _body,
    _action,
    _contacts,
    _boilerplate,
    _notes,
    _links,
    _footer,
)
