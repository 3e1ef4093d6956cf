"""Pictures."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest
from msgspec.structs import replace

from exporter import model as m
from exporter.diagnostics import Diagnostic, Place, Severity
from exporter.rendering.job import Job
from exporter.rendering.word.pictures import fitted
from tests import samples
from tests.rendering.word.word_jobs import WP, Docx, composed, made, page, said

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20" fill="#0b3d91"/></svg>'


def with_figure(image: m.Image, alt: str = "A quay") -> m.Release:
    figure = m.Figure("f1", samples.span(12), image, alt)
    return replace(samples.everything(), body=(figure,), footnotes=())


def drawing(data: bytes, width: int = 40, height: int = 20) -> m.Image:
    return m.Image("drawing.svg", PurePosixPath("images/drawing.svg"), "image/svg+xml", data, width, height)


def extents(file: Docx) -> list[tuple[float, float]]:
    """The sizes of the body's pictures in centimetres."""
    return [
        (round(int(found.get("cx", "0")) / 360000, 2), round(int(found.get("cy", "0")) / 360000, 2))
        for found in file.body.iter(WP + "extent")
    ]


@pytest.mark.parametrize(
    ("size", "most", "expected"),
    [
        ((100, 50), (200, 200), (100, 50)),
        ((400, 100), (200, 200), (200, 50)),
        ((400, 800), (200, 200), (100, 200)),
        ((100000, 1), (200, 200), (200, 1)),
    ],
)
def test_a_picture_keeps_its_proportions_and_is_never_enlarged(
    size: tuple[int, int], most: tuple[int, int], expected: tuple[int, int]
) -> None:
    assert fitted(*size, *most) == expected


def test_a_wide_picture_is_as_wide_as_the_text_and_a_tall_one_leaves_room() -> None:
    assert extents(made(composed(with_figure(samples.picture("wide.png", "#000000", 4000, 1000))))) == [(16.2, 4.05)]
    ((width, height),) = extents(made(composed(with_figure(samples.picture("tall.png", "#000000", 1000, 4000)))))
    assert height < 17
    assert width == round(height / 4, 2)


def test_a_logo_is_at_most_a_centimetre_high() -> None:
    file = made(composed(samples.everything()))
    (extent,) = file.parts["word/header2.xml"].iter(WP + "extent")
    assert (extent.get("cx"), extent.get("cy")) == ("1800000", "360000")


def test_a_drawing_becomes_a_png_three_times_as_fine_as_it_is_shown() -> None:
    file = made(composed(with_figure(drawing(SVG))))
    (picture,) = [
        file.files[f"word/{rel.get('Target')}"] for rel in file.relations().values() if "media/" in rel.get("Target", "")
    ]
    assert (int.from_bytes(picture[16:20], "big"), int.from_bytes(picture[20:24], "big")) == (120, 60)
    assert extents(file) == [(1.06, 0.53)]


def test_a_drawing_that_can_not_be_drawn_is_told() -> None:
    (told,) = said(composed(with_figure(drawing(b"<svg"))))
    assert (told.severity, told.code, told.place) == (Severity.ERROR, "word.broken-picture", Place("content/everything.md"))
    assert told.fact.startswith("the picture “drawing.svg” can't be drawn: ")


def test_a_picture_that_is_shown_twice_is_in_the_file_once() -> None:
    file = made(page('<p><img src="mark.png" alt="a"> <img src="mark.png" alt="b"></p>'))
    assert [name for name in file.files if name.startswith("word/media/")] == ["word/media/image1.png"]
    assert [found.get("descr") for found in file.body.iter(WP + "docPr")] == ["a", "b"]


def test_a_picture_without_alternative_text_is_decorative() -> None:
    file = made(page('<p><img src="mark.png" alt=""></p>'))
    (properties,) = file.body.iter(WP + "docPr")
    assert properties.get("descr") is None
    marks = [
        found.get("val")
        for found in properties.iter("{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative")
    ]
    assert marks == ["1"]


def test_a_picture_is_told_missing_with_its_name() -> None:
    job: Job = page('<figure><img src="gone.png" alt="a"></figure>')
    told: list[Diagnostic] = said(job)
    assert [diagnostic.fact for diagnostic in told] == ["the release has no picture “gone.png”"]


def test_an_unknown_class_of_a_picture_is_told_and_no_crash() -> None:
    assert [told.code for told in said(page('<p><img class="huge" src="mark.png" alt="a"></p>'))] == ["word.unknown-class"]
