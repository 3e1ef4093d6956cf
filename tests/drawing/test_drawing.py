"""A chart's pictures: the same bytes each time, sharp, on the ground of their scheme, and kept."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from typing import cast

import msgspec
import pytest
from PIL import Image as Pillow

from exporter.drawing import draw
from exporter.drawing.drawing import Drawing, draw_charts
from exporter.terminal import draw as told
from tests import samples
from tests.charts import GALLERY, chart, charted

ROOT = Path(__file__).parent.parent.parent
PROBE = """
import hashlib, sys
from exporter.drawing.drawing import draw_charts
from tests import charts, samples
drawings = draw_charts(charts.charted(), samples.brand()).value
for one in drawings.values():
    for picture in (one.vector, one.paper, one.screen, one.dark):
        print(hashlib.sha256(picture.data).hexdigest())
"""
ABSENT = """
import sys
from exporter.drawing.drawing import draw_charts
from tests import samples
draw_charts(samples.everything(), samples.brand())
print([name for name in ("matplotlib", "numpy") if name in sys.modules])
"""


@pytest.fixture(scope="module")
def drawing() -> Drawing:
    """The first chart of the release with charts."""
    drawings = draw_charts(charted(), samples.brand()).value
    assert drawings is not None
    assert list(drawings) == ["g1", "g2"]
    return drawings["g1"]


def run(code: str, folder: Path, **environment: str) -> str:
    """What a fresh Python prints, in a folder and with a home of its own."""
    outside = {**os.environ, "PYTHONPATH": str(ROOT), "HOME": str(folder), "XDG_CACHE_HOME": str(folder), **environment}
    process = subprocess.run(
        [sys.executable, "-c", code], cwd=folder, env=outside, capture_output=True, text=True, check=True
    )
    assert process.stderr == ""
    return process.stdout


def test_the_bytes_are_the_same_whatever_the_hash_seed_and_the_settings_of_the_machine(
    drawing: Drawing, tmp_path: Path
) -> None:
    (tmp_path / "matplotlibrc").write_text("lines.linewidth: 9\nsvg.fonttype: none\n", encoding="utf-8")
    one = run(PROBE, tmp_path, PYTHONHASHSEED="0", MPLBACKEND="pdf")
    other = run(PROBE, tmp_path, PYTHONHASHSEED="77", TZ="Asia/Tokyo")
    assert one == other
    assert one.split()[0] == hashlib.sha256(drawing.vector.data).hexdigest()


def test_a_release_without_charts_imports_nothing_to_draw_with(tmp_path: Path) -> None:
    assert run(ABSENT, tmp_path) == "[]\n"


def test_an_email_has_two_dots_for_each_pixel_and_paper_three(drawing: Drawing) -> None:
    vector = drawing.vector
    assert (vector.width, vector.media_type) == (536, "image/svg+xml")
    for picture, density in ((drawing.screen, 2), (drawing.dark, 2), (drawing.paper, 3)):
        assert (picture.width, picture.height, picture.media_type) == (536, vector.height, "image/png")
        assert Pillow.open(BytesIO(picture.data)).size == (density * 536, density * vector.height)


def test_each_scheme_has_its_own_ground(drawing: Drawing) -> None:
    brand = samples.brand()
    for picture, ground in ((drawing.screen, brand.light.background), (drawing.dark, brand.dark.background)):
        pixels = Pillow.open(BytesIO(picture.data)).convert("RGB")
        corner = cast(tuple[int, ...], pixels.getpixel((pixels.width - 1, pixels.height - 1)))
        assert "#" + "".join(f"{value:02x}" for value in corner) == ground


def test_the_svg_names_its_size_and_has_no_text_and_nothing_from_elsewhere(drawing: Drawing) -> None:
    from exporter.reading.pictures.svg import svg_size

    text = drawing.vector.data.decode()
    assert svg_size(drawing.vector.data) == (536, drawing.vector.height)
    assert [word for word in ("<text", "<!", "<metadata", "Alder", "NaN") if word in text] == []


def test_every_chart_of_the_gallery_can_be_drawn_on_both_grounds_and_mirrored() -> None:
    from exporter.drawing.fonts import chart_fonts

    brand = samples.brand()
    for one in GALLERY.values():
        fonts = chart_fonts(brand.typography.headings, one, "ar")
        pen, _ = draw.drawn(one, brand.dark, fonts, "ar", "rtl")
        assert b"nan" not in pen.svg()


def test_a_drawing_is_kept_and_used_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    release, brand = charted(), samples.brand()
    first = draw_charts(release, brand, tmp_path).value
    (folder,) = tmp_path.iterdir()
    assert len(list(folder.iterdir())) == 2
    monkeypatch.delattr(draw, "draw")
    assert draw_charts(release, brand, tmp_path).value == first


def test_a_drawing_is_made_anew_when_a_number_a_colour_or_the_language_changes(tmp_path: Path) -> None:
    from msgspec.structs import replace

    release, brand = charted(), samples.brand()
    other = (*release.body[:1], chart("bar", ("H", "T"), ("A", 1)), *release.body[3:])
    draw_charts(release, brand, tmp_path)
    draw_charts(release, replace(brand, light=replace(brand.light, primary="#00695c")), tmp_path)
    draw_charts(replace(release, meta=samples.meta(lang="de")), brand, tmp_path)
    draw_charts(replace(release, body=other), brand, tmp_path)
    (folder,) = tmp_path.iterdir()
    assert len(list(folder.iterdir())) == 2 + 2 + 2 + 1


def test_a_kept_drawing_that_is_broken_or_somebody_elses_is_not_used(tmp_path: Path) -> None:
    release, brand = charted(), samples.brand()
    first = draw_charts(release, brand, tmp_path).value
    assert first is not None
    broken, foreign = sorted(path for folder in tmp_path.iterdir() for path in folder.iterdir())
    broken.write_bytes(b"\xc1")
    foreign.write_bytes(msgspec.msgpack.encode({"vector": 1}))
    foreign.chmod(0o666)
    assert draw_charts(release, brand, tmp_path).value == first


def test_where_nothing_can_be_kept_charts_are_drawn(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert draw_charts(charted(), samples.brand(), tmp_path / "file").value == draw_charts(charted(), samples.brand()).value


def test_a_character_that_no_font_has_is_an_error_at_the_chart() -> None:
    from msgspec.structs import replace

    release = charted()
    squid = replace(chart("bar", ("H", "T"), ("A\U0001f991", 1)), span=samples.span(12))
    result = draw_charts(replace(release, body=(squid,)), samples.brand())
    assert result.value is None
    assert [told(one, colour=False) for one in result.diagnostics] == [
        "content/charted.md:12:1: chart.glyph: this chart's words hold “\U0001f991” (U+1F991), which no font has\n"
        "  hint: “Source Sans 3” lacks it, and so do the fonts that stand in; spell it otherwise."
    ]
