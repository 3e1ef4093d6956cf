"""Families that come with Python packages."""

from __future__ import annotations

import pytest

from exporter.reading.brand.font_families import STAND_INS, generic_of, packaged_family, stand_in
from exporter.reading.brand.font_files import read_font_file


@pytest.mark.parametrize(
    ("name", "faces"),
    [
        ("Source Sans 3", ["Regular", "Italic", "Bold", "BoldItalic"]),
        ("Noto Sans JP", ["Regular", "Bold"]),
        ("Mukta", ["Regular", "Bold"]),
        ("IBM Plex Mono", ["Regular", "Italic", "Bold", "BoldItalic"]),
    ],
)
def test_a_family_is_found_by_its_name(name: str, faces: list[str]) -> None:
    stem = name.replace(" ", "")
    assert [file.path.name for file in packaged_family(name)] == [f"{stem}-{face}.ttf" for face in faces]


@pytest.mark.parametrize(
    "name", ["XCharter", "Helvetica Neue", "", "../EB Garamond", "Noto Sans/Noto Sans", "Fira, sans-serif"]
)
def test_what_has_no_static_truetype_is_not_found(name: str) -> None:
    assert packaged_family(name) == ()


@pytest.mark.parametrize(
    ("name", "generic"),
    [
        ("EB Garamond", "serif"),
        ("Noto Serif", "serif"),
        ("Source Sans 3", "sans"),
        ("PT Sans Serif", "sans"),
        ("Roboto Slab", "serif"),
        ("Monotype Corsiva", "sans"),
        ("JetBrains Mono", "mono"),
        ("Fira Code", "mono"),
    ],
)
def test_the_kind_of_a_family_is_heard_in_its_name(name: str, generic: str) -> None:
    assert generic_of(name) == generic


def test_every_stand_in_has_four_faces_that_say_of_themselves_what_they_are() -> None:
    for generic in STAND_INS:
        family = stand_in(generic)
        assert [read_font_file(file.path) for file in family.files] == list(family.files)
        assert len(family.files) == 4
