from __future__ import annotations

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from exporter.rendering.pdf.scripts import AMIRI, CHINESE, HINDI, JAPANESE, KOREAN, LAST
from exporter.rendering.pdf.truetype import Face, NotAFont, codes_in, read_face
from tests.samples import FONTS

REGULAR = [FONTS / "EB Garamond" / "EBGaramond-Regular.ttf", FONTS / "Lato" / "Lato-Regular.ttf"]
REGULAR += [companion.path("Regular") for companion in (JAPANESE, KOREAN, CHINESE, HINDI, AMIRI, LAST)]


@pytest.mark.parametrize("path", REGULAR, ids=lambda path: path.stem)
def test_the_characters_of_a_face_are_those_that_fonttools_finds(path: Path) -> None:
    with TTFont(path, lazy=True) as font:
        expected = frozenset(code for code in font.getBestCmap() if code <= 0x2FFFF)
        units, height = font["head"].unitsPerEm, font["OS/2"].sxHeight
    face = read_face(path)
    assert face.lacks(expected) == frozenset()
    assert len(codes_in(face.characters, frozenset(range(0x30000)))) - len(expected) in (0, -1)  # U+FFFF may be listed
    assert face.x_height == height / units


def test_a_face_tells_what_it_lacks() -> None:
    assert Face(((0x41, 0x43), (0x61, 0x61)), 0.5).lacks(frozenset({0x41, 0x43, 0x44, 0x61, 0x62})) == {0x44, 0x62}


def test_the_order_of_ranges_does_not_matter() -> None:
    assert codes_in(((0x61, 0x62), (0x41, 0x42)), frozenset({0x41, 0x62, 0x50})) == {0x41, 0x62}


@pytest.mark.parametrize("data", [b"", b"no font at all, but longer than a header is", b"\0\1\0\0\0\4" + b"\0" * 40])
def test_bytes_that_are_no_font_are_refused(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "broken.ttf"
    path.write_bytes(data)
    with pytest.raises(NotAFont, match=r"broken\.ttf is not a TrueType font that can be read"):
        read_face(path)
