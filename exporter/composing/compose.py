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
from exporter.composing.labels import FALLBACK, Labels, load_labels
from exporter.composing.template_errors import template_diagnostic
from exporter.diagnostics import Diagnostic, Place, Result, Severity
from exporter.model import Image, Release


class Composer:
    """Composes releases for any channel; the environment, and the templates that it has compiled, are kept between them."""

    def __init__(self, folders: TemplateFolders, cache: Path | None = None) -> None:
        self.folders = folders
        self.environment = make_environment(folders, cache)
        self.labels: dict[str, Labels] = {}

    def prepare(self) -> None:
        """Get ready what any release needs, while there is time: the labels that others fall back on."""
        self._labels(FALLBACK)

    def compose(self, release: Release, brand: Brand, channel: str) -> Result[Composition]:
        """The channel's page for a release: `templates/<channel>/<kind>.html.j2` where there is one, else `page.html.j2`.

        A mistake in a template is a diagnostic with the template's file and line.
        """
        name = self._template_name(release, channel)
        labels = self._labels(release.meta.lang)
        said = (*labels.diagnostics, *_foreign(release, labels))
        if labels.words is None:
            return Result(None, said)
        try:
            html = self.environment.get_template(name).render(context(release, brand, labels.words))
        except (TemplateError, ArithmeticError, LookupError, TypeError, ValueError, AttributeError, RecursionError) as error:
            return Result(None, (*said, template_diagnostic(error, name, self.folders)))
        return Result(Composition(channel, html, _pictures(release, brand), name, labels.words), said)

    def _labels(self, lang: str) -> Labels:
        if lang not in self.labels:
            self.labels[lang] = load_labels(lang, self.folders)
        return self.labels[lang]

    def _template_name(self, release: Release, channel: str) -> str:
        own = f"{channel}/{release.meta.kind}.html.j2"
        return own if self.folders.find(own) else f"{channel}/page.html.j2"


def compose(release: Release, brand: Brand, channel: str, folders: TemplateFolders) -> Result[Composition]:
    """`Composer.compose` for a single page."""
    return Composer(folders).compose(release, brand, channel)


def _foreign(release: Release, labels: Labels) -> tuple[Diagnostic, ...]:
    """A warning when the labels are English ones because there are none in the release's language."""
    if labels.is_spoken:
        return ()
    span = dict(release.fields).get("lang")
    lang = release.meta.lang
    place = Place(release.file, span.line, span.column, len(lang)) if span else Place(release.file)
    fact = f"there are no labels in the language “{lang}”, so “Media contact” and others are English"
    hint = f"Copy the packaged labels/en.yml to templates/labels/{lang.split('-')[0]}.yml and translate it."
    return (Diagnostic(Severity.WARNING, "labels.language", fact, place, hint),)


def _pictures(release: Release, brand: Brand) -> tuple[Image, ...]:
    """The release's pictures and the brand's logos."""
    logos = [brand.logo.light, brand.logo.dark] if brand.logo else []
    return (*walking.images(release), *(logo for logo in logos if logo))


def context(release: Release, brand: Brand, labels: Mapping[str, str]) -> dict[str, Any]:
    """What a page template can name.

    `release`, `meta` (its front matter), `brand`, `palette` and `dark` (its colours), `labels`, `ranks` (the rank of
    each heading level that is used, from 2), and two functions: `date(day)` and `moment(when)`, which write in the release's
    language.
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
        "ranks": walking.heading_ranks(release),
        "date": date,
        "moment": moment,
    }
