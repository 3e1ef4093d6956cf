"""One release and one brand into one channel's HTML."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from jinja2 import TemplateError

from exporter import walking
from exporter.brand import Brand
from exporter.composing.composition import Composition
from exporter.composing.dates import format_date, format_moment
from exporter.composing.environment import make_environment
from exporter.composing.folders import TemplateFolders
from exporter.composing.template_errors import template_diagnostic
from exporter.diagnostics import Result
from exporter.drawing.drawing import Drawings, draw_charts
from exporter.model import Image, Release


class Composer:
    """Composes releases for any channel; the environment, and the templates that it has compiled, are kept between them."""

    def __init__(self, folders: TemplateFolders, cache: Path | None = None) -> None:
        self.folders = folders
        self.environment = make_environment(folders, cache)

    def compose(
        self, release: Release, brand: Brand, channel: str, labels: Mapping[str, str], drawings: Drawings
    ) -> Result[Composition]:
        """The channel's page for a release: `templates/<channel>/<kind>.html.j2` where there is one, else `page.html.j2`.

        A mistake in a template is a diagnostic with the template's file and line.
        """
        name = self._template_name(release, channel)
        try:
            html = self.environment.get_template(name).render(context(release, brand, labels, drawings))
        except (TemplateError, ArithmeticError, LookupError, TypeError, ValueError, AttributeError, RecursionError) as error:
            return Result(None, (template_diagnostic(error, name, self.folders),))
        return Result(Composition(channel, html, _pictures(release, brand, drawings), name, labels))

    def _template_name(self, release: Release, channel: str) -> str:
        own = f"{channel}/{release.meta.kind}.html.j2"
        return own if self.folders.find(own) else f"{channel}/page.html.j2"


def compose(release: Release, brand: Brand, channel: str, folders: TemplateFolders) -> Result[Composition]:
    """A single page, with the labels of the release's language and its charts drawn."""
    from exporter.composing.labels import labels_for

    labels, drawings = labels_for(release, folders), draw_charts(release, brand)
    said = (*labels.diagnostics, *drawings.diagnostics)
    if labels.value is None or drawings.value is None:
        return Result(None, said)
    composed = Composer(folders).compose(release, brand, channel, labels.value, drawings.value)
    return Result(composed.value, (*said, *composed.diagnostics))


def _pictures(release: Release, brand: Brand, drawings: Drawings) -> tuple[Image, ...]:
    """The release's pictures, its charts and the brand's logos."""
    logos = [brand.logo.light, brand.logo.dark] if brand.logo else []
    charts = [one for drawing in drawings.values() for one in (drawing.vector, drawing.paper, drawing.screen, drawing.dark)]
    return (*walking.images(release), *charts, *(logo for logo in logos if logo))


def context(release: Release, brand: Brand, labels: Mapping[str, str], drawings: Drawings) -> dict[str, Any]:
    """What a page template can name.

    `release`, `meta` (its front matter), `brand`, `palette` and `dark` (its colours), `labels`, `ranks` (the rank of
    each heading level that is used, from 2), `listed` (the headings of a list of contents), `charts` (all of them, in
    order) and `drawings` (their pictures by their id), and two functions: `date(day)` and `moment(when)`, which write in the
    release's language.
    """
    lang = release.meta.lang

    def date(day: dt.date) -> str:
        return format_date(day, lang)

    def moment(when: dt.datetime) -> str:
        return format_moment(when, lang)

    return {
        "release": release,
        "meta": release.meta,
        "brand": brand,
        "palette": brand.light,
        "dark": brand.dark,
        "labels": labels,
        "charts": walking.charts(release),
        "drawings": drawings,
        "ranks": walking.heading_ranks(release),
        "listed": walking.listed_headings(release),
        "date": date,
        "moment": moment,
    }
