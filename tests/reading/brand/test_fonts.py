"""Fonts of a brand: named, found, or stood in for."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from exporter.brand import FontFamily, FontFile
from tests.reading.brand.brands import brand, put, read, told
from tests.samples import FONTS, family

pytestmark = pytest.mark.usefixtures("in_project")


def fonts(text: str) -> list[tuple[str, str, list[str]]]:
    found = brand("typography:\n" + text).typography
    return [(one.name, one.generic, [file.path.name for file in one.files]) for one in (found.base, found.headings)]


def names(stem: str) -> list[str]:
    return [f"{stem}-{face}.ttf" for face in ("Regular", "Italic", "Bold", "BoldItalic")]


@pytest.mark.parametrize(
    "text",
    [
        "  base: Lato\n  headings: EB Garamond\n",
        "  base: {family: Lato, size: 11pt, line-height: 1.4}\n  headings: {family: EB  Garamond, color: '#333'}\n",
        "  fonts: [Lato, {family: EB Garamond, source: google, weight: [400, 700], display: swap}]\n"
        "  base: Lato\n  headings: EB Garamond\n",
        "  fonts:\n    - {family: Lato, source: bunny}\n    - {family: EB Garamond, source: system}\n"
        "  base: Lato\n  headings: EB Garamond\n",
    ],
)
def test_families_are_named_as_texts_or_in_groups_and_found_in_packages(text: str) -> None:
    assert fonts(text) == [("Lato", "sans", names("Lato")), ("EB Garamond", "serif", names("EBGaramond"))]
    assert told("typography:\n" + text) == []


def test_headings_without_a_family_take_that_of_the_base() -> None:
    assert fonts("  base: Lato\n") == [("Lato", "sans", names("Lato"))] * 2


def test_files_of_the_project_are_used_with_their_own_weight_and_style_or_with_those_given() -> None:
    for face in ("Regular", "BoldItalic"):
        put(f"fonts/Harbour-{face}.ttf", (FONTS / "Lato" / f"Lato-{face}.ttf").read_bytes())
    found = brand(
        "typography:\n  base: Harbour\n  fonts:\n    - family: Harbour\n      source: file\n      files:\n"
        "        - fonts/Harbour-Regular.ttf\n        - fonts/Harbour-BoldItalic.ttf\n"
        "        - {path: fonts/Harbour-Regular.ttf, weight: semi-bold, style: oblique}\n"
        "        - {path: fonts/Harbour-Regular.ttf, weight: 900}\n"
    )
    regular, slanted = Path.cwd() / "fonts/Harbour-Regular.ttf", Path.cwd() / "fonts/Harbour-BoldItalic.ttf"
    assert found.typography.base == FontFamily(
        "Harbour",
        (
            FontFile(regular, 400, "normal"),
            FontFile(slanted, 700, "italic"),
            FontFile(regular, 600, "italic"),
            FontFile(regular, 900, "normal"),
        ),
        "sans",
    )


def test_another_family_stands_in_for_one_that_cannot_be_had() -> None:
    text = "typography:\n  base: Times New Roman\n  headings: Times New Roman\n"
    assert brand(text).typography.base == FontFamily(
        "Times New Roman", family("", "EB Garamond", "EBGaramond").files, "serif"
    )
    assert told(text) == [
        "_brand.yml:2:9: warning: brand.font-missing: the font “Times New Roman” can't be had here;"
        " in the PDF “EB Garamond” stands in for it\n"
        "  2 |   base: Times New Roman\n"
        "    |         ^^^^^^^^^^^^^^^\n"
        "  hint: Put its .ttf files into the project and name them under “fonts”, with “source: file”."
    ]


def test_a_family_whose_files_cannot_be_used_is_taken_from_a_package_where_there_is_one() -> None:
    shutil.copy(FONTS / "XCharter" / "XCharter-Regular.otf", "Lato.otf")
    text = "typography:\n  fonts: [{family: Lato, source: file, files: [Lato.otf]}]\n  base: Lato\n"
    assert [one.code for one in read(text).diagnostics] == ["brand.font-format"]
    assert brand(text).typography.base.files == family("", "Lato", "Lato").files


def test_a_weight_or_style_that_fonts_do_not_have_is_told() -> None:
    put("Harbour.ttf", (FONTS / "Lato" / "Lato-Regular.ttf").read_bytes())
    file = "{path: Harbour.ttf, weight: bolt, style: slanted}"
    text = f"typography:\n  base: Harbour\n  fonts:\n    - {{family: Harbour, files: [{file}]}}\n"
    assert [one.split("\n")[0] + one.split("\n")[-1] for one in told(text)] == [
        "_brand.yml:4:61: brand.font-weight: “bolt” is no weight  hint: Did you mean “bold”?",
        "_brand.yml:4:74: brand.font-style: “slanted” is no style  hint: It is one of normal, italic, oblique.",
    ]
