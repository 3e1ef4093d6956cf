"""Where in a content file the raw text of each piece stands, and what it reads as."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Literal

from msgspec import Struct

from exporter import model, walking
from exporter.merging.runs import Run, Runs, normal, of_inlines
from exporter.merging.source.sheet import Sheet
from exporter.model import Block, Footnote, ListItem, Release, Span

Kind = Literal["words", "heading", "cell", "attribute", "code"]
ENDING = re.compile(r"[ \t]+#+[ \t]*$|[ \t]*(?<!\\)\{[^{}]*\}[ \t]*$")
CAPTION = re.compile(r"(?:[ \t>]*)(?::|Table:)[ \t]+")
ATTRIBUTES = ("by", "role", "title", "unit", "credit")


class Raw(Struct, frozen=True):
    """The raw text of a piece: offsets, what begins its lines but the first, what it reads as; `key` is an attribute's."""

    kind: Kind
    start: int
    end: int
    runs: Runs
    prefix: str = ""
    key: str = ""


def raw_pieces(release: Release, sheet: Sheet) -> Mapping[str, Raw]:
    """Every piece of the body and the notes, by its id; those of attributes that are not there have no words."""
    found: dict[str, Raw] = {}
    for block in walking.blocks(release):
        for name, raw in _of_block(block, sheet):
            found[name] = raw
    return found


def raw_pieces_of(block: Block | ListItem | Footnote, sheet: Sheet) -> Iterator[tuple[str, Raw]]:
    """The raw pieces of one block."""
    yield from _of_block(block, sheet)


def _of_block(block: Block | ListItem | Footnote, sheet: Sheet) -> Iterator[tuple[str, Raw]]:
    span = block.span
    if isinstance(block, model.Paragraph):
        yield block.id, Raw("words", *_paragraph(span, sheet), of_inlines(block.content), prefix_below(span, sheet))
    elif isinstance(block, model.Heading):
        yield block.id, Raw("heading", *_heading(span, sheet), of_inlines(block.content), prefix_below(span, sheet))
    elif isinstance(block, model.CodeBlock):
        yield block.id, Raw("code", *_code(span, sheet), normal([Run(block.text)]), prefix_below(span, sheet))
    elif isinstance(block, model.Table):
        for cell in (*block.head, *(cell for row in block.rows for cell in row)):
            yield cell.id, Raw("cell", *_cell(cell.span, sheet), of_inlines(cell.content))
        if places := _caption(span, sheet):
            yield f"{block.id}.caption", Raw("heading", *places, of_inlines(block.caption), prefix_below(span, sheet))
    elif isinstance(block, model.Figure) and (places := _description(span, sheet)):
        yield f"{block.id}.caption", Raw("words", *places, of_inlines(block.caption), prefix_below(span, sheet))
    yield from _attributes(block, sheet)


def _attributes(block: Block | ListItem | Footnote, sheet: Sheet) -> Iterator[tuple[str, Raw]]:
    """The pieces that stand in the braces of a div or of a picture."""
    if not isinstance(block, (model.PullQuote, model.Takeaways, model.Callout, model.Sidebar, model.Figure, model.Chart)):
        return
    start, end = _braces(block.span, sheet, last=isinstance(block, model.Figure))
    for key in ATTRIBUTES:
        if hasattr(block, key):
            yield f"{block.id}.{key}", Raw("attribute", start, end, normal([Run(getattr(block, key))]), key=key)


def prefix_below(span: Span, sheet: Sheet) -> str:
    """What begins the second line of a block, or would begin it."""
    if span.end_line > span.line and (line := sheet.line(span.line + 1)).strip(" \t>"):
        return _prefix(line)
    first = sheet.line(span.line)[: span.column - 1]
    if re.match(r"[ \t>]*\[\^", first):
        return _prefix(first) + "    "
    if "^[" in first or "#" in first:
        return _prefix(first)
    return re.sub(r"[^>\t]", " ", first)


def _prefix(line: str) -> str:
    return line[: len(line) - len(line.lstrip(" \t>"))]


def _paragraph(span: Span, sheet: Sheet) -> tuple[int, int]:
    """From its first word to its last; a note in place ends at its bracket."""
    start, end = sheet.at(span.line, span.column), sheet.end_of(span.end_line)
    if sheet.text[:start].endswith("^["):
        return start, _closing(sheet.text, start, "[", "]")
    return start, start + len(sheet.text[start:end].rstrip())


def _heading(span: Span, sheet: Sheet) -> tuple[int, int]:
    start = sheet.at(span.line, span.column)
    is_atx = "#" in sheet.line(span.line)[: span.column - 1]
    end = sheet.end_of(span.line if is_atx else max(span.line, span.end_line - 1))
    return start, start + len(_without_ending(sheet.text[start:end]))


def _without_ending(text: str) -> str:
    """A heading or a caption without the attributes and number signs that end it."""
    while (shorter := ENDING.sub("", text.rstrip())) != text:
        text = shorter
    return text


def _code(span: Span, sheet: Sheet) -> tuple[int, int]:
    """The lines between the fences; of indented code, all."""
    first = sheet.line(span.line).lstrip(" \t>")
    if not first.startswith(("```", "~~~")):
        return sheet.at(span.line, span.column), sheet.end_of(span.end_line)
    last = span.end_line - 1 if sheet.line(span.end_line).lstrip(" \t>")[:3] in ("```", "~~~") else span.end_line
    return sheet.at(span.line + 1), max(sheet.at(span.line + 1), sheet.end_of(last))


def _cell(span: Span, sheet: Sheet) -> tuple[int, int]:
    line = sheet.line(span.line)
    start = span.column - 1
    match = re.compile(r"(?:\\.|[^|\\])*").match(line, start)
    words = match[0] if match else ""
    return sheet.at(span.line, span.column), sheet.at(span.line, span.column) + len(words.rstrip())


def _caption(span: Span, sheet: Sheet) -> tuple[int, int] | None:
    for number in (span.line, *range(span.end_line, span.line, -1)):
        if match := CAPTION.match(sheet.line(number)):
            last = number
            while last < span.end_line and sheet.line(last + 1).strip(" >\t") and "|" not in sheet.line(last + 1):
                last += 1
            start = sheet.at(number) + match.end()
            return start, start + len(_without_ending(sheet.text[start : sheet.end_of(last)]))
    return None


def _description(span: Span, sheet: Sheet) -> tuple[int, int] | None:
    """Between the brackets of a picture that stands alone."""
    begin = sheet.text.find("![", sheet.at(span.line), sheet.end_of(span.end_line))
    return (begin + 2, _closing(sheet.text, begin + 2, "[", "]")) if begin >= 0 else None


def _braces(span: Span, sheet: Sheet, *, last: bool) -> tuple[int, int]:
    """Between the braces of a div's opening fence, or of a picture: the last ones; an empty place where there are none."""
    start, end = sheet.at(span.line), sheet.end_of(span.end_line)
    if last:
        begin = sheet.text.rfind("{", start, end)
        closed = sheet.text[begin:end].rstrip().endswith("}") if begin >= 0 else False
        return (begin + 1, start + len(sheet.text[start:end].rstrip()) - 1) if closed else (end, end)
    begin = sheet.text.find("{", start, end)
    fence = sheet.end_of(span.line)
    return (begin + 1, _closing(sheet.text, begin + 1, "{", "}")) if 0 <= begin < fence else (fence, fence)


def _closing(text: str, start: int, opening: str, closing: str) -> int:
    """The offset of the bracket that closes the one before `start`; quoted text and escapes are passed over."""
    depth, at, quoted = 1, start, ""
    while at < len(text):
        sign = text[at]
        if sign == "\\":
            at += 1
        elif closing == "}" and sign == '"':
            quoted = "" if quoted else sign
        elif not quoted and sign in (opening, closing):
            depth += 1 if sign == opening else -1
            if not depth:
                return at
        at += 1
    return len(text)
