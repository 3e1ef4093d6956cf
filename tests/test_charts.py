"""A release with charts goes through every stage: its pictures and every number are in every output, and damage is seen."""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import lxml.html
import pikepdf
import pytest
from PIL import Image as Pillow

from exporter import walking
from exporter.artifact import Artifact
from exporter.commands.watch import touched
from exporter.composing.compose import compose
from exporter.composing.folders import TemplateFolders
from exporter.diagnostics import Source
from exporter.parity.check import check_channel, composed_segments
from exporter.pipeline import Options
from exporter.rendering.job import Job
from exporter.rendering.renderers import CHANNELS, render
from tests import charts, projects, samples
from tests.parity import mutilations
from tests.parity.mutilations import Damage
from tests.rendering.word.word_jobs import WP, Docx

SOURCE = Source("content/charted.md", "\n" * 30)
ALT = "Alder moves more than half of all timber."
Made = dict[str, tuple[Job, tuple[Artifact, ...]]]

STORY = """---
title: Häfen
lang: de
date: 2026-05-12
---

Text.

::: {.chart src="data/cargo.csv" type="stacked-bar" x="Hafen" y="Kies,Holz" alt="Alder führt." title="Alder führt"}
:::
"""
CSV = "\ufeffHafen;Kies;Holz\nAlder;1.234,5;120\n„Brank“;31;52\n"


@pytest.fixture(scope="module")
def rendered() -> Made:
    """Every channel's job and artifacts."""
    release, brand, made = charts.charted(), samples.brand(), {}
    for channel in CHANNELS:
        composition = compose(release, brand, channel, TemplateFolders.of_project(None)).value
        assert composition is not None
        job = Job(release, brand, composition, samples.MOMENT)
        made[channel] = (job, render(channel, job).value or ())
    return made


def file(made: Made, channel: str, suffix: str) -> bytes:
    return next(artifact.data for artifact in made[channel][1] if artifact.name.endswith(suffix))


# --- numbers in every channel ---------------------------------------------------------------------------------------------


def test_every_cell_is_a_piece_in_its_own_order() -> None:
    pieces = [piece for piece in walking.pieces(charts.charted()) if piece.flow == "data"]
    assert [piece.id for piece in pieces[:5]] == ["g1.r0.c0", "g1.r0.c1", "g1.r0.c2", "g1.r0.c3", "g1.r1.c0"]
    assert len(pieces) == 3 * 4 + 12 * 2


@pytest.mark.parametrize("channel", CHANNELS)
def test_undamaged_files_agree(channel: str, rendered: Made) -> None:
    job, artifacts = rendered[channel]
    assert artifacts
    assert check_channel(job, SOURCE, artifacts).diagnostics == ()
    for segments in composed_segments(job).values():
        assert sum(segment.id == "g1.r1.c1" for segment in segments) == 1


@pytest.mark.parametrize(
    ("channel", "suffix", "mutilate"),
    [
        ("pdf", ".pdf", mutilations.pdf),
        ("word", ".docx", mutilations.word),
        ("email", ".html", mutilations.html),
        ("email", ".txt", mutilations.plain),
        ("email", ".eml", mutilations.message("text/plain")),
    ],
)
def test_a_number_that_was_changed_is_told_with_its_cell(
    channel: str, suffix: str, mutilate: Callable[[bytes, Damage], bytes], rendered: Made
) -> None:
    job, _ = rendered[channel]
    damaged = mutilate(file(rendered, channel, suffix), Damage("write", "210", "211"))
    told = check_channel(job, SOURCE, (Artifact(f"charted{suffix}", damaged),)).diagnostics
    assert "at block g1.r1.c1: “210” is changed" in told[0].fact
    assert told[0].place.line == 12


def test_a_template_that_sets_the_numbers_in_another_order_is_told(rendered: Made) -> None:
    from msgspec.structs import replace

    job, _ = rendered["word"]
    html = job.composition.html
    first, second = re.findall(r"<tr><td data-block=\"g1.r[12].c0.*?</tr>", html, re.DOTALL)
    swapped = html.replace(first, "\0").replace(second, first).replace("\0", second)
    wrong = replace(job, composition=replace(job.composition, html=swapped))
    facts = [one.fact for one in check_channel(wrong, SOURCE, ()).diagnostics]
    assert facts == [
        "the .docx composition disagrees with the source at block g1.r1.c0: the template moves “Alder” from its place"
    ]


def test_the_plain_text_has_the_table_in_the_charts_place(rendered: Made) -> None:
    text = file(rendered, "email", ".txt").decode()
    wanted = """
Alder leads in timber
Thousand tonnes
[Chart: Alder moves more than half of all timber.]

Year   Building material  Timber  Grain and feed
-----  -----------------  ------  --------------
Alder                210     120              80
Brank                 31      52               5

Ferries are left out.
Source: Harbour Institute
"""
    assert wanted in text


# --- pictures -------------------------------------------------------------------------------------------------------------


def test_in_the_pdf_a_chart_is_one_figure_with_its_alternative_text_drawn_in_vectors(rendered: Made) -> None:
    with pikepdf.open(BytesIO(file(rendered, "pdf", ".pdf"))) as pdf:
        figures = [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and one.get("/S") == "/Figure"]
        pictures = [one for one in pdf.objects if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Image"]
        alternatives = [str(one["/Alt"]) for one in figures if "/Alt" in one]
    assert [alternatives.count(alt) for alt in (ALT, "It grew.")] == [1, 1]
    assert len(pictures) == 1  # the logo


def test_in_word_a_chart_is_a_picture_with_its_alternative_text_and_288_dots_an_inch(rendered: Made) -> None:
    document = Docx(file(rendered, "word", ".docx"))
    described = [str(found.get("descr")) for found in document.body.iter(WP + "docPr")]
    (extent, _) = document.body.iter(WP + "extent")
    assert described == [ALT, "It grew."]
    assert int(extent.get("cx", "0")) == 536 * 9525


def pictures_of_email(rendered: Made, alt: str) -> list[lxml.html.HtmlElement]:
    page = lxml.html.document_fromstring(file(rendered, "email", ".html").decode())
    return [picture for picture in page.iter("img") if picture.get("alt") == alt]


def test_in_the_email_a_chart_has_a_picture_for_each_scheme_twice_as_dense_as_it_is_wide(rendered: Made) -> None:
    light, dark = pictures_of_email(rendered, ALT)
    assert (light.get("class"), light.get("width"), dark.get("class"), dark.get("width")) == (
        "for-light",
        "536",
        "for-dark",
        "536",
    )
    assert "display: none" in str(dark.get("style"))
    for picture in (light, dark):
        data = b64decode(str(picture.get("src")).partition("base64,")[2])
        assert Pillow.open(BytesIO(data)).width == 1072


def test_a_logo_without_a_dark_form_stays_where_charts_change_with_the_scheme(rendered: Made) -> None:
    (logo,) = pictures_of_email(rendered, "Harbour Institute")
    assert logo.get("class") is None


@pytest.mark.parametrize(("channel", "suffix"), [("email", ".html"), ("pdf", ".pdf")])
def test_a_link_leads_from_the_chart_to_its_numbers(channel: str, suffix: str, rendered: Made) -> None:
    html = rendered[channel][0].composition.html
    assert ('href="#g1.numbers"' in html, html.count('id="g1.numbers"')) == (True, 1)


# --- the whole way --------------------------------------------------------------------------------------------------------


def test_a_chart_is_built_in_the_language_of_its_release(tmp_path: Path) -> None:
    project = projects.make(tmp_path, {"content/a.md": STORY, "content/data/cargo.csv": CSV})
    outcomes = projects.built(project, Options(channels=("word", "email")))
    assert projects.told(outcomes) == []
    text = (project.build / "a" / "a.txt").read_text(encoding="utf-8")
    assert "[Diagramm: Alder führt.]" in text
    assert "Alder    1.234,5   120" in text


def test_a_mistake_in_the_data_keeps_the_release_from_being_built_and_is_told_at_its_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    data = CSV.replace("31", "viel").encode()
    project = projects.make(tmp_path, {"content/a.md": STORY, "content/data/cargo.csv": data})
    (outcome,) = projects.built(project)
    assert not outcome.fine
    assert projects.told([outcome]) == ["content/data/cargo.csv:3:9: chart.no-number: “viel” is no number"]


def test_a_change_of_the_data_builds_again_while_somebody_watches(tmp_path: Path) -> None:
    project = projects.make(tmp_path, {"content/a.md": STORY, "content/data/cargo.csv": CSV})
    assert touched({tmp_path / "content" / "data" / "cargo.csv"}, project.stories()) == project.stories()
