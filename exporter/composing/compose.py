"""One release and one brand into one channel's HTML."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from exporter import walking
from exporter.brand import Brand
from exporter.composing.composition import Composition
from exporter.composing.dates import format_date, format_moment
from exporter.composing.environment import make_environment
from exporter.composing.folders import TemplateFolders
from exporter.composing.labels import load_labels
from exporter.diagnostics import Result
from exporter.model import Release


def compose(release: Release, brand: Brand, channel: str, folders: TemplateFolders) -> Result[Composition]:
    """The channel's page for a release: `templates/<channel>/<kind>.html.j2` where there is one, else `page.html.j2`."""
    name = template_name(release, channel, folders)
    template = make_environment(folders).get_template(name)
    html = template.render(context(release, brand, load_labels(release.meta.lang, folders)))
    return Result(Composition(channel, html, walking.images(release), name))


def template_name(release: Release, channel: str, folders: TemplateFolders) -> str:
    """The page template of a release's kind in a channel."""
    own = f"{channel}/{release.meta.kind}.html.j2"
    return own if folders.find(own) else f"{channel}/page.html.j2"


def context(release: Release, brand: Brand, labels: Mapping[str, str]) -> dict[str, Any]:
    """What a page template can name.

    `release`, `meta` (its front matter), `brand`, `palette` and `dark` (its colours), `labels`, and two functions:
    `date(day)` and `moment(when)`, which write in the release's language.
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
        "date": date,
        "moment": moment,
    }
