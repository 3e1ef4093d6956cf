from __future__ import annotations

from contextlib import closing

import pikepdf
import pypdfium2
import pytest
from msgspec.structs import replace

from exporter.rendering.job import Job
from exporter.target import Target
from tests import samples
from tests.rendering.pdf.pdf_jobs import Made, job, made, with_html
from tests.verapdf import failures

A4 = (0, 0, 595.28, 841.89)
MILLIMETRE = 72 / 25.4
WHITE, BLUE = (255, 255, 255), (11, 61, 145)


@pytest.fixture(scope="module")
def printed() -> Made:
    return made(printed_job())


def printed_job() -> Job:
    return replace(job(samples.everything()), target=Target(print=True))


def box(page: pikepdf.Page, name: str) -> tuple[float, ...]:
    return tuple(round(float(edge), 2) for edge in page.obj[name])


def around(edges: tuple[float, float, float, float], millimetres: float) -> tuple[float, ...]:
    left, bottom, right, top = edges
    more = millimetres * MILLIMETRE
    return tuple(round(edge, 2) for edge in (left - more, bottom - more, right + more, top + more))


def test_a_printed_page_has_three_millimetres_of_bleed_and_room_for_marks(printed: Made) -> None:
    assert len(printed.file.pages) > 1
    for page in printed.file.pages:
        assert (box(page, "/TrimBox"), box(page, "/BleedBox"), box(page, "/MediaBox")) == (A4, around(A4, 3), around(A4, 9))


def test_eight_marks_of_five_millimetres_stand_outside_of_the_bleed(printed: Made) -> None:
    lines = drawn_lines(printed.file.pages[0])
    lengths = {round((abs(x2 - x1) + abs(y2 - y1)) / MILLIMETRE, 2) for x1, y1, x2, y2 in lines}
    left, bottom, right, top = around(A4, 3)
    inside = [line for line in lines if left < (line[0] + line[2]) / 2 < right and bottom < (line[1] + line[3]) / 2 < top]
    assert (len(lines), lengths, inside) == (8, {5}, [])


def drawn_lines(page: pikepdf.Page) -> list[tuple[float, ...]]:
    """The single lines that are drawn last: from where to where."""
    path = [one for one in pikepdf.parse_content_stream(page) if str(one.operator) in ("m", "l")]
    ends = [tuple(float(str(number)) for number in one.operands) for one in path[-16:]]
    return [(*start, *end) for start, end in zip(ends[::2], ends[1::2], strict=True)]


def test_what_reaches_over_the_edge_ends_with_the_bleed() -> None:
    place = "position: absolute; top: -400px; left: -600px; width: 2000px; height: 380px"
    band = f'<div style="{place}; background: #0b3d91"></div><div class="furniture running">'
    document = made(with_html(printed_job(), '<div class="furniture running">', band))
    with closing(pypdfium2.PdfDocument(document.data)) as file:
        picture = file[0].render(scale=5 / MILLIMETRE).to_pil()  # five pixels a millimetre
    from_the_top = [picture.getpixel((500, 5 * millimetres)) for millimetres in (2, 5, 7, 8, 10)]
    assert from_the_top == [WHITE, WHITE, BLUE, BLUE, BLUE]


def test_a_page_for_the_screen_has_no_bleed() -> None:
    document = made(job(samples.everything()))
    page = document.file.pages[0]
    assert (box(page, "/TrimBox"), box(page, "/MediaBox")) == (A4, A4)


@pytest.mark.parametrize("standard", ["ua1", "3a"])
def test_a_printed_file_without_inks_keeps_both_standards(printed: Made, standard: str) -> None:
    assert failures(printed.data, standard) == []
