"""A content file's Word copy made anew and read back: edited copies are compared with it, and merges proven by it."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from exporter.composing.compose import Composer
from exporter.composing.folders import TemplateFolders
from exporter.composing.labels import labels_for
from exporter.diagnostics import Result
from exporter.drawing.drawing import draw_charts
from exporter.errors import Refused
from exporter.merging.copy.reading import Document
from exporter.merging.copy.view import View
from exporter.model import Release
from exporter.opc import open_package
from exporter.project import Project
from exporter.reading.brand.file import read_brand
from exporter.reading.content_file import read_release
from exporter.record import Record
from exporter.rendering.job import Job
from exporter.rendering.word.document import render
from exporter.rendering.word.pictures import sketch

NO_MOMENT = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)  # these copies are read and thrown away


class Fresh(Struct, frozen=True):
    """A release and its Word copy as it reads; `composition` is the SHA-256 of the composed page."""

    release: Release
    view: View
    composition: str


class Press:
    """Makes fresh copies of one content file's versions; what one of them took long to make serves the next."""

    def __init__(self, file: Path, project: Project, cache: Path | None = None) -> None:
        """Raises Refused when the brand can't be read."""
        brand = read_brand(project.brand, project.root)
        if brand.value is None:
            raise Refused(*brand.diagnostics)
        self.file, self.root, self.brand, self.cache = file, project.root, brand.value, cache
        self._read: dict[bytes, Result[Release]] = {}
        self.composer = Composer(TemplateFolders.of_project(project.root), cache)

    def read(self, data: bytes) -> Result[Release]:
        """The release that these bytes would be as the content file; the same bytes are read once."""
        if data not in self._read:
            self._read[data] = read_release(str(self.file), data, self.root, self.brand)
        return self._read[data]

    def style_names(self, data: bytes) -> Mapping[str, str]:
        """What the house's template of these bytes calls the styles of our roles; nothing where they can't be read."""
        release = self.read(data).value
        return dict(release.meta.word.styles) if release else {}

    def make(self, data: bytes) -> Result[Fresh]:
        """Read, compose, render and read back; the first stage with an error is the last."""
        reading = self.read(data)
        if reading.value is None:
            return Result(None, reading.diagnostics)
        return self.make_of(reading.value, data)

    def make_of(self, release: Release, data: bytes) -> Result[Fresh]:
        labels, drawings = labels_for(release, self.composer.folders), draw_charts(release, self.brand, self.cache)
        if labels.value is None or drawings.value is None:
            return Result(None, (*labels.diagnostics, *drawings.diagnostics))
        composed = self.composer.compose(release, self.brand, "word", labels.value, drawings.value)
        if composed.value is None:
            return Result(None, composed.diagnostics)
        job = Job(release, self.brand, composed.value, NO_MOMENT, self.composer.folders, sketched=True)
        rendered = render(job)
        if rendered.value is None:
            return Result(None, rendered.diagnostics)
        package = open_package(str(self.file), rendered.value[0].data)
        if package.value is None:
            return Result(None, package.diagnostics)
        page = hashlib.sha256(composed.value.html.encode()).hexdigest()
        return Result(Fresh(release, Document(package.value, dict(release.meta.word.styles)).view("final"), page))


def with_drawings(view: View, record: Record) -> View:
    """The view of a sketched copy with the hashes that the drawings have in the copy of that record."""
    drawn = {hashlib.sha256(sketch(name)).hexdigest(): sha256 for name, sha256 in record.drawn}
    if not drawn:
        return view
    body = tuple(replace(paragraph, picture=drawn.get(paragraph.picture, paragraph.picture)) for paragraph in view.body)
    return replace(view, body=body)
