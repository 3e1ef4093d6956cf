"""The page that our PDF is made of, as files for other programs: the composed HTML, its fonts and its pictures."""

from __future__ import annotations

from pathlib import Path

import weasyprint

from exporter.composing.compose import compose
from exporter.composing.folders import TemplateFolders
from exporter.project import Project
from exporter.reading.brand.file import read_brand
from exporter.reading.content_file import read_release
from exporter.rendering.pdf.document import _texts
from exporter.rendering.pdf.fonts import font_sheet


def write_page(story: Path, project: Project, folder: Path) -> Path:
    """`page.html` in `folder`, with every font of ours by `@font-face` from a file beside it."""
    brand = read_brand(project.brand, project.root).value
    assert brand is not None, "the brand has mistakes"
    release = read_release(str(story), story.read_bytes(), project.root, brand).value
    assert release is not None, f"{story} has mistakes"
    composed = compose(release, brand, "pdf", TemplateFolders.of_project(project.root)).value
    assert composed is not None, "the template has mistakes"
    texts = _texts(weasyprint.HTML(string=composed.html).etree_element)
    sheet = font_sheet(brand.typography, texts, release.meta.lang)
    files = {
        address: content if isinstance(content, bytes) else content.read_bytes() for address, content in sheet.files.items()
    }
    for name, data in (files | {image.name: image.data for image in composed.images}).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    page = folder / "page.html"
    page.write_text(composed.html.replace("</head>", f"<style>{sheet.css}</style></head>"), encoding="utf-8")
    return page
