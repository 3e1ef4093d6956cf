"""Our tags in the place of WeasyPrint's.

Which element came from which box is known only while WeasyPrint writes; it then calls a function of its own to add tags.
That one is replaced while a document is written. A test fails when it has moved.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import pydyf
import weasyprint
import weasyprint.pdf

from exporter.rendering.pdf.tagging.content import boxes_of, turn_into_artifacts
from exporter.rendering.pdf.tagging.destinations import name_structure
from exporter.rendering.pdf.tagging.paper import Paper
from exporter.rendering.pdf.tagging.replacement_text import meanings, say_what_glyphs_do_not
from exporter.rendering.pdf.tagging.settling import settle
from exporter.rendering.pdf.tagging.tree import Tree
from exporter.rendering.pdf.tagging.writing import Writer
from exporter.target import PdfStandard


@contextmanager
def own_tags(standard: PdfStandard) -> Iterator[None]:
    """While this is open, documents that WeasyPrint writes have our tags. Not for threads: it replaces a function."""
    theirs = weasyprint.pdf.add_tags

    def add_tags(pdf: pydyf.PDF, document: weasyprint.Document, version: object, streams: Sequence[pydyf.Stream]) -> None:
        _add_tags(pdf, document, streams, standard)

    weasyprint.pdf.add_tags = add_tags
    try:
        yield
    finally:
        weasyprint.pdf.add_tags = theirs


def _add_tags(pdf: pydyf.PDF, document: weasyprint.Document, streams: Sequence[pydyf.Stream], standard: PdfStandard) -> None:
    tree, paper = Tree(document, standard), Paper(pdf, document)
    artifacts: list[dict[int, str]] = [{} for _ in streams]
    for seen in boxes_of(document, streams):
        if link := seen.superfluous_link:
            paper.remove(seen, link)
        if not seen.artifact:
            tree.add(seen)
        elif seen.mark is not None:
            artifacts[seen.page][seen.mark] = seen.artifact
    tree.put_in_order()
    spelled = meanings(document)
    for stream, not_content in zip(streams, artifacts, strict=True):
        turn_into_artifacts(stream, not_content)
        say_what_glyphs_do_not(stream, spelled)
    settle(tree, paper)
    writer = Writer(paper, standard)
    writer.write(tree.root)
    if standard == "ua-2":
        name_structure(pdf, tree, writer.elements)
