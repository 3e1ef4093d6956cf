from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from exporter.rendering.rasterise import natural_size, rasterise

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
HALF = f'{HEAD}viewBox="0 0 40 20"><rect width="20" height="20" fill="#0b3d91"/></svg>'.encode()


def painted(svg: bytes, width: int) -> Image.Image:
    return Image.open(BytesIO(rasterise(svg, width))).convert("RGBA")


def test_a_drawing_is_painted_as_wide_as_asked_on_a_clear_ground() -> None:
    picture = painted(HALF, 100)
    assert picture.size == (100, 50)
    assert picture.getpixel((20, 25)) == (11, 61, 145, 255)
    assert picture.getpixel((80, 25)) == (0, 0, 0, 0)


def test_the_same_drawing_is_the_same_bytes() -> None:
    assert rasterise(HALF, 64) == rasterise(HALF, 64)


@pytest.mark.parametrize(
    ("attributes", "expected"),
    [
        ('width="30" height="10" viewBox="0 0 1 1"', (30, 10)),
        ('width="1in" height="48pt"', (96, 64)),
        ('width="60" viewBox="0 0 30 10"', (60, 20)),
        ('height="20px" viewBox="-5,-5 30 10"', (60, 20)),
        ('width="100%" height="100%" viewBox="0 0 30 10"', (30, 10)),
        ('viewBox="0 0 0 0"', (300, 150)),
        ("", (300, 150)),
    ],
)
def test_the_size_is_the_drawings_own_else_its_view_boxs(attributes: str, expected: tuple[float, float]) -> None:
    assert natural_size(f"{HEAD}{attributes}></svg>".encode()) == expected


def test_what_is_outside_the_drawing_is_not_fetched(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    Image.new("RGB", (4, 4), "#ff0000").save(tmp_path / "red.png")
    link = f'<image xlink:href="file://{tmp_path}/red.png" width="40" height="20"/>'
    picture = painted(f'{HEAD}viewBox="0 0 40 20">{link}</svg>'.encode(), 40)
    assert picture.getpixel((20, 10)) == (0, 0, 0, 0)
    assert [record.name for record in caplog.records] == ["weasyprint"]


def test_what_is_no_drawing_is_refused() -> None:
    with pytest.raises(ValueError, match="the picture is no SVG"):
        rasterise(b"\x89PNG", 10)
