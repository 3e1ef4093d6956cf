"""Which font files can be used, and what they say of themselves."""

from __future__ import annotations

from pathlib import Path

import pytest

from exporter.brand import FontFile
from exporter.reading.brand.font_files import EmbeddingForbidden, NotUsable, read_font_file
from tests.samples import FONTS

REGULAR = FONTS / "Source Sans 3" / "SourceSans3-Regular.ttf"


def with_tag(old: bytes, new: bytes) -> bytes:
    """A real font whose table `old` is called `new`."""
    data = REGULAR.read_bytes()
    at = data.index(old, 12)
    return data[:at] + new + data[at + 4 :]


@pytest.mark.parametrize(
    ("name", "weight", "style"),
    [("Regular", 400, "normal"), ("Italic", 400, "italic"), ("Bold", 700, "normal"), ("BoldItalic", 700, "italic")],
)
def test_a_static_face_tells_its_weight_and_style(name: str, weight: int, style: str) -> None:
    face = read_font_file(FONTS / "EB Garamond" / f"EBGaramond-{name}.ttf")
    assert (face.weight, face.style) == (weight, style)


def test_a_postscript_font_is_not_usable() -> None:
    with pytest.raises(NotUsable, match="an OpenType font with PostScript outlines"):
        read_font_file(FONTS / "XCharter" / "XCharter-Regular.otf")


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"wOF2" + b"\0" * 20, "a web font"),
        (b"wOFF" + b"\0" * 20, "a web font"),
        (b"ttcf" + b"\0" * 20, "a collection of several fonts"),
        (with_tag(b"GPOS", b"fvar"), "a variable font"),
        (with_tag(b"glyf", b"CFF2"), "a font without outlines"),
        (with_tag(b"OS/2", b"OS/3"), "a damaged font"),
        (REGULAR.read_bytes()[:100], "a damaged font"),
        (REGULAR.read_bytes()[:-5000], "a damaged font"),
        (b"\x00\x01\x00\x00", "no font"),
        (b"Not Found", "no font"),
        (b"", "no font"),
    ],
)
def test_other_files_are_told_for_what_they_are(tmp_path: Path, data: bytes, what: str) -> None:
    path = tmp_path / "font.ttf"
    path.write_bytes(data)
    with pytest.raises(NotUsable, match=f"^{what}$"):
        read_font_file(path)


def test_a_face_keeps_its_path() -> None:
    assert read_font_file(REGULAR) == FontFile(REGULAR, 400, "normal")


def with_permissions(flags: int) -> bytes:
    """A real font with another fsType."""
    data = REGULAR.read_bytes()
    entry = data.index(b"OS/2", 12)
    at = int.from_bytes(data[entry + 8 : entry + 12], "big") + 8
    return data[:at] + flags.to_bytes(2, "big") + data[at + 2 :]


@pytest.mark.parametrize(
    ("flags", "what"),
    [
        (0x0002, "allow it to be embedded"),
        (0x0100, "allow a part of it to be embedded"),
        (0x0204, "allow its outlines to be embedded"),
    ],
)
def test_a_font_that_its_maker_forbids_to_embed_is_refused(flags: int, what: str, tmp_path: Path) -> None:
    (tmp_path / "own.ttf").write_bytes(with_permissions(flags))
    with pytest.raises(EmbeddingForbidden, match=what):
        read_font_file(tmp_path / "own.ttf")


@pytest.mark.parametrize("flags", [0x0000, 0x0004, 0x0008, 0x000E])
def test_a_font_that_may_be_embedded_for_printing_or_editing_is_used(flags: int, tmp_path: Path) -> None:
    (tmp_path / "own.ttf").write_bytes(with_permissions(flags))
    assert read_font_file(tmp_path / "own.ttf").weight == 400
