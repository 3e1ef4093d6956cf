"""Markdown into the blocks of a release: grammar → tree → meaning → ids → model, each step in a module of its own."""

from __future__ import annotations

from msgspec import Struct

from exporter.model import Block, Comment, Footnote
from exporter.reading.charts.data_files import DataFiles
from exporter.reading.markdown.blocks import build_blocks, build_note
from exporter.reading.markdown.empty_sections import tell_empty_sections
from exporter.reading.markdown.grammar import Grammar
from exporter.reading.markdown.inlines import Desk
from exporter.reading.markdown.nodes import Node, nest, spot
from exporter.reading.markdown.numbering import Numbering
from exporter.reading.markdown.places import whole_line
from exporter.reading.markdown.raw_html import take_html
from exporter.reading.markdown.shaping import shape
from exporter.reading.mistakes import Mistakes
from exporter.reading.pictures.assets import Pictures


class Body(Struct, frozen=True):
    """What the text below a front matter holds."""

    blocks: tuple[Block, ...]
    footnotes: tuple[Footnote, ...] = ()
    comments: tuple[Comment, ...] = ()


def read_markdown(mistakes: Mistakes, first_line: int, pictures: Pictures, lang: str = "en") -> Body:
    """Read the source of `mistakes`, in `lang`, from a 1-based line on; every mistake is collected there.

    The data of charts are looked for where pictures are.

    What has an error is left out of the body, so the body counts only when `mistakes` holds no error.
    """
    lines = mistakes.source.lines
    text = "\n" * (first_line - 1) + "\n".join(lines[first_line - 1 :])
    env: dict[str, dict[str, dict[str, list[int]]]] = {}
    tree = nest(Grammar().parse(text, env))
    comments = take_html(tree, mistakes)
    tree = shape(tree, mistakes)
    tell_unused_references(tree, env.get("references", {}), mistakes)
    numbering = Numbering(tree, mistakes)
    _tell_charts_in_notes(numbering.notes, mistakes)
    desk = Desk(mistakes, numbering.names, pictures, DataFiles(pictures.project, pictures.folder), lang)
    blocks = build_blocks(desk, tree)
    if not mistakes.has_errors:  # what has an error is left out, and may be what stood there
        tell_empty_sections(blocks, mistakes)
    notes = tuple(build_note(desk, note) for note in numbering.notes)
    mistakes.found += desk.data.diagnostics()
    return Body(blocks, notes, tuple(comments))


def _tell_charts_in_notes(notes: list[Node], mistakes: Mistakes) -> None:
    for node in (inner for note in notes for inner in note.descendants() if inner.kind == "chart"):
        hint = "Put it into the text, and let the note say where its numbers are from."
        mistakes.error("chart.in-note", "a chart can't stand in a note", spot(node, mistakes.source), hint)


def tell_unused_references(tree: list[Node], references: dict[str, dict[str, list[int]]], mistakes: Mistakes) -> None:
    """Warn of `[label]: address` lines that nothing uses: they may be text (`[Update]: tomorrow`) that would vanish."""
    if not references:
        return
    used = {node.token.meta.get("label") for top in tree for node in top.descendants()}
    for label, reference in references.items():
        if label not in used:
            hint = "If it is text, write \\[ at its beginning."
            fact = "no link uses this address, so the line is left out"
            mistakes.warning("markdown.unused-reference", fact, whole_line(mistakes.source, reference["map"][0] + 1), hint)
