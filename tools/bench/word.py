"""The Word copy beside docxtpl and pandoc on the same content, and a merge beside pandoc's reading of the same copy."""

from __future__ import annotations

import datetime as dt
import json
import os
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from docx import Document

from exporter import model
from exporter.merging.fresh import Press
from exporter.model import Release
from exporter.pipeline import Options, World, build
from exporter.project import Project
from tools.bench.comparisons import Comparison
from tools.bench.formats import PRESSROOM, pandoc
from tools.bench.growth import write_story
from tools.bench.processes import Side

CHAPTERS = 5  # each fills a page
WITH_DOCXTPL = str(Path(__file__).with_name("with_docxtpl.py"))
TEMPLATE = (  # paragraphs of a template for docxtpl, with their styles
    ("{{ title }}", "Title"),
    ("{%p for block in blocks %}", "Normal"),
    ("{%p if block.kind == 'heading' %}", "Normal"),
    ("{{ block.text }}", "Heading 2"),
    ("{%p elif block.kind == 'item' %}", "Normal"),
    ("{{ block.text }}", "List Bullet"),
    ("{%p else %}", "Normal"),
    ("{{ block.text }}", "Normal"),
    ("{%p endif %}", "Normal"),
    ("{%p endfor %}", "Normal"),
)


def comparisons(project: Project, folder: Path) -> tuple[Comparison, ...]:
    """What is compared, and the targets, with a release of five pages in `project`; `folder` is for what they need."""
    story = write_story(project, CHAPTERS)
    copy = _built(story, project, folder / "built")
    _write_content(Press(story, project), story, folder / "content.json")
    _write_template(folder / "template.docx")
    edited = project.root / "edited.docx"
    edited.write_bytes(_edited(copy.read_bytes()))
    ours = Side("pressroom build --to word", ((PRESSROOM, "build", str(story), "--to", "word", "--out", "{out}"),))
    script = (sys.executable, WITH_DOCXTPL, str(folder / "content.json"), str(folder / "template.docx"), "{out}/story.docx")
    merge = Side("pressroom merge", ((PRESSROOM, "merge", str(edited), "--source", str(story)),))
    return (
        Comparison(ours, Side("docxtpl", (script,)), {"wall": 1.5}),
        Comparison(ours, Side("pandoc: docx", (pandoc(story, "docx"),))),
        Comparison(merge, Side("pandoc: docx to markdown", (pandoc(edited, "md"),)), {"wall": 2}),
    )


def _built(story: Path, project: Project, out: Path) -> Path:
    world = World(os.environ, lambda: dt.datetime.now(dt.UTC))
    (outcome,) = build(project, [story], Options(("word",), out), world)
    return next(path for path in outcome.paths if path.suffix == ".docx")


def _edited(copy: bytes) -> bytes:
    """The copy with a word changed in the second chapter, as a program saves it."""
    out = BytesIO()
    with ZipFile(BytesIO(copy)) as old, ZipFile(out, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, data.replace(b"harbour ", b"haven ", 1) if name == "word/document.xml" else data)
    return out.getvalue()


# --- for docxtpl -----------------------------------------------------------------------------------------------------------


def _write_content(press: Press, story: Path, out: Path) -> None:
    """The words of the release, as a script would hand them to docxtpl."""
    release = press.read(story.read_bytes()).value
    if release is None:
        raise RuntimeError(f"{story} can't be read")
    out.write_text(json.dumps({"title": release.meta.title, **_content(release)}), encoding="utf-8")


def _content(release: Release) -> dict[str, object]:
    rows = [list(row) for block in release.body for row in _rows(block)]
    return {"blocks": list(_blocks(release)), "rows": rows}


def _blocks(release: Release) -> Iterator[dict[str, str]]:
    for block in release.body:
        if isinstance(block, (model.Heading, model.Paragraph)):
            yield {"kind": block.kind, "text": model.plain(block.content)}
        elif isinstance(block, model.List):
            paragraphs = (inner for item in block.items for inner in item.blocks if isinstance(inner, model.Paragraph))
            yield from ({"kind": "item", "text": model.plain(paragraph.content)} for paragraph in paragraphs)


def _rows(block: model.Block) -> Iterator[Iterator[str]]:
    for row in (block.head, *block.rows) if isinstance(block, model.Table) else ():
        yield (model.plain(cell.content) for cell in row)


def _write_template(out: Path) -> None:
    """A template with a loop over blocks and one over the rows of all tables."""
    document = Document()
    for text, style in TEMPLATE:
        document.add_paragraph(text, style)
    table = document.add_table(3, 3)
    table.rows[0].cells[0].text = "{%tr for row in rows %}"
    for number, cell in enumerate(table.rows[1].cells):
        cell.text = f"{{{{ row[{number}] }}}}"
    table.rows[2].cells[0].text = "{%tr endfor %}"
    document.save(str(out))
