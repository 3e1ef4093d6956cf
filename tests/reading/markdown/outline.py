"""A body as readable lines, for golden cases: a block a line with its id, lines and column, its inlines in brackets."""

from __future__ import annotations

from collections.abc import Iterator

from exporter import model as m
from exporter.reading.markdown.body import Body


def outline(body: Body) -> str:
    """Blocks, then footnotes, then comments."""
    lines = [line for block in body.blocks for line in _block(block, "")]
    lines += [line for note in body.footnotes for line in _block(note, "")]
    lines += [f"comment {_place(comment.span)} {comment.text!r}" for comment in body.comments]
    return "\n".join(lines) + "\n"


def _place(span: m.Span) -> str:
    lines = str(span.line) if span.line == span.end_line else f"{span.line}-{span.end_line}"
    return f"{lines}:{span.column}"


def _block(block: m.Block | m.ListItem | m.Footnote | m.Cell, indent: str) -> Iterator[str]:
    words = " ".join(word for word in (block.id, block.kind, _place(block.span), *_facts(block)) if word)
    yield f"{indent}{words}{_text(block)}"
    for child in _inside(block):
        yield from _block(child, indent + "  ")


def _inside(block: m.Block | m.ListItem | m.Footnote | m.Cell) -> tuple[m.Block | m.ListItem | m.Cell, ...]:
    if isinstance(block, m.Table):
        return (*block.head, *(cell for row in block.rows for cell in row))
    if isinstance(block, m.List):
        return block.items
    found: tuple[m.Block, ...] = getattr(block, "blocks", ())
    return found


def _facts(block: m.Block | m.ListItem | m.Footnote | m.Cell) -> Iterator[str]:
    """What a block says beside its text."""
    if isinstance(block, m.List):
        yield f"from {block.start}" if block.ordered else "bulleted"
        yield "" if block.tight else "loose"
    if isinstance(block, m.Heading):
        yield f"level {block.level}"
    if isinstance(block, m.Footnote):
        yield f"number {block.number} label {block.label!r}"
    if isinstance(block, m.Figure):
        yield f"{block.image.path} {block.image.width}x{block.image.height} alt {block.alt!r}"
    for key in ("by", "role", "title", "lang", "dir", "credit", "language", "align"):
        if value := getattr(block, key, ""):
            yield f"{key} {value!r}"


def _text(block: m.Block | m.ListItem | m.Footnote | m.Cell) -> str:
    if isinstance(block, m.Heading | m.Paragraph | m.Cell):
        return f": {inlines(block.content)}"
    if isinstance(block, m.Table | m.Figure):
        return f": {inlines(block.caption)}" if block.caption else ""
    return f": {block.text!r}" if isinstance(block, m.CodeBlock) else ""


def inlines(content: tuple[m.Inline, ...]) -> str:
    """Inlines on one line: `[em words]`, `[link https://… words]`, `[n1 1]` for a call, `|` for a line break."""
    return "".join(_inline(inline) for inline in content)


def _inline(inline: m.Inline) -> str:
    if isinstance(inline, m.Text):
        return inline.text
    if isinstance(inline, m.SoftBreak):
        return "~" if inline.text == " " else f"[soft {inline.text!r}]"
    if isinstance(inline, m.LineBreak):
        return " | "
    if isinstance(inline, m.Code):
        return f"[code {inline.text}]"
    if isinstance(inline, m.InlineImage):
        return f"[image {inline.image.path} {inline.alt!r}]"
    if isinstance(inline, m.FootnoteReference):
        return f"[{inline.note} {inline.number}{'' if inline.first else ' again'}]"
    return f"[{_opening(inline)} {inlines(inline.content)}]"


def _opening(inline: m.Emphasis | m.Strong | m.Link | m.LanguageSpan) -> str:
    if isinstance(inline, m.Link):
        return f"link {inline.url}" + (f" {inline.title!r}" if inline.title else "")
    if isinstance(inline, m.LanguageSpan):
        return f"lang {inline.lang} {inline.dir}".rstrip()
    return "em" if isinstance(inline, m.Emphasis) else "strong"
