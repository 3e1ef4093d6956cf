"""Jobs for the Word channel, and what can be asked of the .docx that comes of one."""

from __future__ import annotations

import re
from copy import deepcopy
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from zipfile import ZipFile

from lxml import etree
from msgspec.structs import replace

from exporter import model as m
from exporter import walking
from exporter.brand import Brand
from exporter.composing.compose import compose
from exporter.composing.composition import Composition
from exporter.composing.folders import TemplateFolders
from exporter.diagnostics import Diagnostic
from exporter.rendering.job import Job
from exporter.rendering.word.document import render
from tests import samples

Element = etree._Element
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
FOLDERS = TemplateFolders.of_project(None)


def composed(release: m.Release, brand: Brand | None = None) -> Job:
    """What the packaged templates make of a release."""
    own = brand or samples.brand()
    page = compose(release, own, "word", FOLDERS)
    assert page.value is not None, page.diagnostics
    return Job(release, own, page.value, samples.MOMENT, FOLDERS)


def page(body: str, **meta: object) -> Job:
    """A page with this inside its `<body>`, as a template of a user might have composed it."""
    release = replace(samples.everything(**meta), slug="story", file="content/story.md")
    html = f'<!DOCTYPE html>\n<html lang="{release.meta.lang}"><head><title>t</title></head><body>{body}</body></html>'
    images = walking.images(release)
    return Job(release, samples.brand(), Composition("word", html, images, "word/page.html.j2"), samples.MOMENT, FOLDERS)


@dataclass(frozen=True)
class Docx:
    """A .docx, and what was said about it."""

    data: bytes
    diagnostics: tuple[Diagnostic, ...] = ()

    @cached_property
    def files(self) -> dict[str, bytes]:
        with ZipFile(BytesIO(self.data)) as archive:
            return {name: archive.read(name) for name in archive.namelist()}

    @cached_property
    def parts(self) -> dict[str, Element]:
        """The XML parts by name, `word/document.xml`."""
        return {name: etree.fromstring(data) for name, data in self.files.items() if name.endswith((".xml", ".rels"))}

    @property
    def body(self) -> Element:
        (body,) = self.parts["word/document.xml"]
        return body

    def styles(self) -> dict[str, Element]:
        return {style.get(W + "styleId", ""): style for style in self.parts["word/styles.xml"].iter(W + "style")}

    def stories(self) -> dict[str, Element]:
        """The parts that hold text."""
        names = re.compile(r"word/(document|footnotes|endnotes|header\d+|footer\d+)\.xml")
        return {name: root for name, root in self.parts.items() if names.fullmatch(name)}

    def relations(self, part: str = "word/document.xml") -> dict[str, Element]:
        """A part's relations by id."""
        folder, _, name = part.rpartition("/")
        return {rel.get("Id", ""): rel for rel in self.parts.get(f"{folder}/_rels/{name}.rels", ())}


def made(job: Job) -> Docx:
    """The .docx of a job, which must come."""
    result = render(job)
    assert result.value is not None, result.diagnostics
    (artifact,) = result.value
    return Docx(artifact.data, result.diagnostics)


def said(job: Job) -> list[Diagnostic]:
    """What is said about a job that gives no file."""
    result = render(job)
    assert result.value is None
    return list(result.diagnostics)


def texts(element: Element) -> list[str]:
    """The text of each paragraph."""
    return ["".join(str(t.text or "") for t in paragraph.iter(W + "t")) for paragraph in element.iter(W + "p")]


def style_of(paragraph: Element) -> str:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if style is None else style.get(W + "val", "")


def readable(docx: Docx) -> str:
    """Body and notes as indented XML without what is always the same: namespaces, the section, separators."""
    body = deepcopy(docx.body)
    for section in body.findall(W + "sectPr"):
        body.remove(section)
    shown = [body]
    shown += [deepcopy(note) for note in docx.parts.get("word/footnotes.xml", ()) if note.get(W + "type") is None]
    lines = []
    for element in shown:
        etree.indent(element)
        lines.append(re.sub(r' xmlns:\w+="[^"]*"', "", etree.tostring(element, encoding="unicode", with_tail=False)))
    return "\n".join(lines) + "\n"
