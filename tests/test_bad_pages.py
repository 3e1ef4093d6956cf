"""What a layout may break on: each page still reads in its PDF, or what does not is told at its place; in both directions.

A build of the PDF proves by parity that every word is there; what these tests add is what is said.
"""

from __future__ import annotations

import random
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image as Pillow

from exporter.pipeline import Options
from tests import projects
from tests.rendering.pdf.test_notes import sentence

HEAD = """---
title: Small ports grow
lang: en
date: 2026-05-12
contact: {name: Tomas Reyl, email: press@harbour.example}
---

"""
ARABIC = HEAD.replace("Small ports grow", "الموانئ الصغيرة تنمو").replace("lang: en", "lang: ar")
LONG = "Donaudampfschiff" * 8


def words(count: int, seed: int = 1) -> str:
    return sentence(random.Random(seed), count).strip()


def table(columns: int, cell: str) -> str:
    """A table of three rows."""
    line = f"| {' | '.join([cell] * columns)} |\n"
    return line + "|---" * columns + "|\n" + line * 3


def notes(count: int) -> str:
    called = " ".join(f"{words(6, number)}[^{number}]" for number in range(1, count + 1))
    return called + "\n\n" + "\n\n".join(f"[^{number}]: Note {number}: {words(5, number)}" for number in range(1, count + 1))


CASES: dict[str, tuple[str, list[str]]] = {
    "one word": ("Yes.", []),
    "a word longer than the line": (f"The {LONG} answered.", ["8: pdf.broken-word"]),
    "a heading of one long word": (f"# {LONG}\n\nYes.", ["8: pdf.broken-word"]),
    "a very long address": (f"See https://harbour.example/{'counted/' * 40}?q={'x' * 150} for it.", []),
    "a line of code without an end": (f"```\n{'x' * 400}\n```", []),
    "fifteen columns of small numbers": (table(15, "417"), []),
    "fifteen columns of large numbers": (table(15, "1,234,567"), ["8: pdf.broken-word"]),
    "twenty-five columns": (table(25, "1,234"), ["8: pdf.broken-word"]),
    "a cell longer than the page": (f"| A | B |\n|---|---|\n| x | {words(1200)} |", []),
    "quotations ten deep": ("\n".join(f"{'>' * depth} {words(6, depth)}\n{'>' * depth}" for depth in range(1, 11)), []),
    "lists nine deep": ("\n".join(f"{'  ' * depth}- {words(6, depth)}" for depth in range(9)), []),
    "empty items": ("- one\n-\n- three\n\n1. one\n2.\n3. three", []),
    "empty sections": ("# One\n\n# Two\n\nYes.\n\n## Three", ["8: markdown.empty-section", "14: markdown.empty-section"]),
    "a note longer than a page": (f"Yes.[^1]\n\n[^1]: {words(1300)}", ["10: pdf.endnotes"]),
    "three hundred notes": (notes(300), ["10: pdf.endnotes"]),
    "a note inside a note": (
        "Yes.[^1]\n\n[^1]: A note[^2].\n\n[^2]: Inside.",
        ["10: markdown.note-in-note", "12: markdown.unused-note"],
    ),
}
REFUSED = {"a note inside a note"}


@pytest.mark.parametrize("head", [HEAD, ARABIC], ids=["left to right", "right to left"])
@pytest.mark.parametrize("case", CASES)
def test_a_page_still_reads_or_what_does_not_is_told(case: str, head: str, tmp_path: Path) -> None:
    text, expected = CASES[case]
    (outcome,) = projects.built(projects.make(tmp_path, {"content/story.md": head + text + "\n"}), Options(("pdf",)))
    assert [f"{said.place.line}: {said.code}" for said in outcome.diagnostics] == expected
    assert outcome.fine == (case not in REFUSED)


FRONT: dict[str, tuple[str, list[str]]] = {
    "a headline of four hundred letters": (HEAD.replace("Small ports grow", words(52)[:400]), []),
    "a headline of one long word": (HEAD.replace("Small ports grow", LONG), ["2: pdf.broken-word"]),
    "forty contacts": (
        HEAD.replace(
            "contact: {name: Tomas Reyl, email: press@harbour.example}",
            "contact:\n" + "\n".join(f"  - {{name: Person {n}, email: p{n}@harbour.example}}" for n in range(40)),
        ),
        [],
    ),
}


@pytest.mark.parametrize("case", FRONT)
def test_a_front_matter_of_any_length_has_room(case: str, tmp_path: Path) -> None:
    head, expected = FRONT[case]
    story = f"{head}{words(400)}\n\n{words(300, 2)}\n"
    (outcome,) = projects.built(projects.make(tmp_path, {"content/story.md": story}), Options(("pdf",)))
    assert [f"{said.place.line}: {said.code}" for said in outcome.diagnostics] == expected
    assert outcome.fine


# --- pictures -------------------------------------------------------------------------------------------------------------


def picture(kind: str, mode: str = "RGB", size: tuple[int, int] = (40, 20), **more: object) -> bytes:
    data = BytesIO()
    Pillow.new(mode, size, 0 if mode != "RGB" else (200, 40, 40)).save(data, kind, **more)
    return data.getvalue()


def moving() -> bytes:
    data = BytesIO()
    frames = [Pillow.new("P", (40, 20), color) for color in (1, 2, 3)]
    frames[0].save(data, "gif", save_all=True, append_images=frames[1:])
    return data.getvalue()


def turned() -> bytes:
    exif = Pillow.Exif()
    exif[0x0112] = 6
    return picture("jpeg", exif=exif)


def svg(inside: str, attributes: str = 'width="40" height="20"', before: str = "") -> bytes:
    return f'{before}<svg xmlns="http://www.w3.org/2000/svg" {attributes}>{inside}</svg>'.encode()


RECT = '<rect width="40" height="20"/>'
LAUGHS = '<!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
PICTURES: dict[str, tuple[bytes, list[str]]] = {
    "a JPEG with a broken profile": (picture("jpeg", icc_profile=b"no profile"), []),
    "a JPEG of inks": (picture("jpeg", "CMYK"), []),
    "a grey JPEG with a profile for colours": (picture("jpeg", "L", icc_profile=b"\0" * 128), []),
    "a picture of 20,000 pixels across": (picture("png", size=(20_000, 1000)), []),
    "a picture of more pixels than anybody needs": (picture("png", "1", size=(20_000, 4000)), ["8: image.too-large"]),
    "a moving GIF": (moving(), []),
    "a JPEG that lies on its side": (turned(), ["8: image.turned"]),
    "an SVG with a script": (svg(f"<script>alert(1)</script>{RECT}"), ["8: image.unsafe"]),
    "an SVG from elsewhere": (svg('<image href="https://harbour.example/a.png"/>'), ["8: image.unsafe"]),
    "an SVG with entities in entities": (svg("&b;", before=LAUGHS), ["8: image.type"]),
    "an SVG without a size": (svg(RECT, 'viewBox="0 0 0 0"'), ["8: image.broken"]),
    "an SVG of a million units": (svg(RECT, 'viewBox="0 0 900000 900000"'), ["8: image.too-large"]),
    "an SVG that uses itself": (svg(f'<g id="a">{RECT}<use href="#a"/></g>'), ["8: pdf.image"]),
}


@pytest.mark.parametrize("case", PICTURES)
def test_a_picture_of_any_kind_is_shown_or_told(case: str, tmp_path: Path) -> None:
    data, expected = PICTURES[case]
    files: dict[str, str | bytes] = {"content/story.md": HEAD + "![Quay](quay.img)\n\nYes.\n", "content/quay.img": data}
    (outcome,) = projects.built(projects.make(tmp_path, files), Options(("pdf",)))
    told = [said for said in outcome.diagnostics if said.code != "image.no-alt"]
    assert [f"{said.place.line}: {said.code}" for said in told] == expected
    assert outcome.fine == (not expected)
