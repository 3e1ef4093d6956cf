"""Which template composes a page, and what it may say."""

from __future__ import annotations

from pathlib import Path

import pytest

from exporter.composing.compose import compose
from exporter.composing.folders import TemplateFolders, packaged_templates
from exporter.model import Release
from tests import kinds, samples


def page(project: Path, release: Release, **templates: str) -> str:
    for name, text in templates.items():
        path = (project / "templates" / name.replace("__", "/")).with_suffix(".html.j2")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    composition = compose(release, samples.brand(), "pdf", TemplateFolders.of_project(project)).value
    assert composition is not None
    return composition.html


def test_a_template_of_the_releases_kind_is_taken_before_the_channels_page(tmp_path: Path) -> None:
    release = samples.everything(kind="statement")
    assert page(tmp_path, release, pdf__page="page", pdf__statement="a statement") == "a statement"
    assert page(tmp_path, samples.everything(kind="brief")) == "page"


def test_a_kinds_template_extends_the_projects_own_page(tmp_path: Path) -> None:
    own = "before {% block facts %}{% endblock %} after"
    facts = "{% extends 'word/page.html.j2' %}{% block facts %}{{ meta.advisory.who }}{% endblock %}"
    project = tmp_path / "templates" / "word"
    project.mkdir(parents=True)
    (project / "page.html.j2").write_text(own)
    (project / "media-advisory.html.j2").write_text(facts)
    composed = compose(kinds.advisory(), samples.brand(), "word", TemplateFolders.of_project(tmp_path)).value
    assert composed is not None
    assert composed.html.startswith("before Ines Calder, director of the Harbour Institute")
    assert composed.html.endswith(" after")


def test_a_projects_template_wins_over_the_packaged_one_and_the_others_stay(tmp_path: Path) -> None:
    own = page(tmp_path, samples.everything(), pdf__page='{% include "inlines.html.j2" %}own')
    assert own.strip() == "own"


def test_text_of_the_release_is_escaped(tmp_path: Path) -> None:
    release = samples.everything(title="Ports <&> “towns”")
    assert page(tmp_path, release, pdf__page="{{ meta.title }}") == "Ports &lt;&amp;&gt; “towns”"


def test_dates_are_written_in_the_releases_language(tmp_path: Path) -> None:
    release = samples.everything(lang="ja")
    assert page(tmp_path, release, pdf__page="{{ date(meta.date) }}") == "2026年5月12日"


def test_the_brands_logos_are_among_the_pictures_of_a_page(tmp_path: Path) -> None:
    page(tmp_path, samples.everything(), pdf__page="page")
    composition = compose(samples.everything(), samples.brand(), "pdf", TemplateFolders.of_project(tmp_path)).value
    assert composition is not None
    assert [image.name for image in composition.images] == ["quay.png", "mark.png", "logo.png"]


@pytest.mark.parametrize("channel", ["pdf", "word", "email"])
def test_every_channel_has_a_packaged_page(channel: str) -> None:
    assert (packaged_templates() / channel / "page.html.j2").is_file()
