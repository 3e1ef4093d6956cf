"""A page of each language, as a picture that was looked at; what would spoil one shows in it."""

from __future__ import annotations

from functools import cache

import pytest
from msgspec.structs import replace
from PIL import Image

from exporter.artifact import Artifact
from exporter.diagnostics import Source
from exporter.parity.check import check_channel
from exporter.rendering.job import Job
from tests import samples
from tests.page_pictures import far_tiles, opened, pages_of, png
from tests.rendering.pdf.language_pages import FOLDER, INSTITUTES, language_job
from tests.rendering.pdf.pdf_jobs import Made, made, with_html
from tests.verapdf import failures


@cache
def made_page(tag: str) -> Made:
    return made(language_job(tag))


def golden_pages(tag: str) -> list[Image.Image]:
    return [opened(path) for path in sorted(FOLDER.glob(f"{tag}.[0-9].png"))]


def differs(tag: str, changed: Job) -> bool:
    """Whether the pages of a changed job are told from the golden ones."""
    golden, pages = golden_pages(tag), pages_of(made(changed).data)
    return len(golden) != len(pages) or any(far_tiles(*pair) for pair in zip(golden, pages, strict=True))


def test_every_language_with_a_release_has_its_pages() -> None:
    assert {path.stem for path in FOLDER.glob("*.md")} == set(INSTITUTES)
    assert {path.name.split(".")[0] for path in FOLDER.glob("*.png")} == set(INSTITUTES)


@pytest.mark.parametrize("tag", INSTITUTES)
def test_the_pages_of_a_language_look_as_they_did_when_somebody_looked(tag: str, request: pytest.FixtureRequest) -> None:
    pages = pages_of(made_page(tag).data)
    if request.config.getoption("--update-golden"):
        for old in FOLDER.glob(f"{tag}.[0-9].png"):
            old.unlink()
        for number, page in enumerate(pages, start=1):
            (FOLDER / f"{tag}.{number}.png").write_bytes(png(page))
    golden = golden_pages(tag)
    assert len(golden) == len(pages)
    assert [far_tiles(*pair) for pair in zip(golden, pages, strict=True)] == [[] for _ in pages]


@pytest.mark.parametrize("tag", INSTITUTES)
def test_the_pages_of_a_language_lack_nothing_and_read_back_as_they_were_written(tag: str) -> None:
    job, page = language_job(tag), made_page(tag)
    assert page.diagnostics == ()
    assert check_channel(job, Source(job.release.file, job.text), [Artifact("page.pdf", page.data)]).diagnostics == ()


@pytest.mark.parametrize("tag", INSTITUTES)
def test_the_pages_of_a_language_conform_to_pdf_ua_and_pdf_a(tag: str) -> None:
    data = made_page(tag).data
    assert (failures(data, "ua1"), failures(data, "3a")) == ([], [])


SPOILED = {
    "a box for a letter of a word": ("ar", "الشاحنات", "الشاح□ات"),
    "a box for a syllable": ("hi", "सहायता", "सहा□ता"),
    "letters that are not joined": ("ar", "الشاحنات", "\u200c".join("الشاحنات")),
    "a conjunct that falls apart": ("hi", "व्यापारियों", "व्\u200cयापारियों"),
    "a page that runs the wrong way": ("ar", 'dir="rtl"', 'dir="ltr"'),
    "a foreign passage that runs the wrong way": ("ar", '<span lang="en">', '<span lang="en" dir="rtl">'),
    "a block that has moved": ("de", "</style>", ".pull { margin-top: 28px } </style>"),
    "a line that breaks elsewhere": ("ko", "하나씩 세었다", "하나씩<br>세었다"),
    "another character": ("ja", "水沢はこう", "水沢鯨こう"),
}


@pytest.mark.parametrize("what", SPOILED)
def test_the_picture_shows(what: str) -> None:
    tag, before, after = SPOILED[what]
    assert differs(tag, with_html(language_job(tag), before, after))


def test_the_picture_shows_another_font() -> None:
    other = samples.family("Gentium Book Plus", "Gentium Book Plus", "GentiumBookPlus", "serif")
    brand = replace(samples.brand(), typography=replace(samples.brand().typography, base=other))
    assert differs("de", language_job("de", brand))


def test_a_picture_bears_that_all_stands_half_a_pixel_off() -> None:
    moved = with_html(language_job("he"), "</style>", "body { padding-top: 0.6px } </style>")
    assert not differs("he", moved)
