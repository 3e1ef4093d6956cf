"""`pressroom template check`: what it prints, and its exit status."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from exporter.rendering.word.roles import ROLES
from tests.rendering.word.house.templates import STYLES, p, template

WEAK = STYLES.replace('<w:name w:val="Heading 2"/>', '<w:name w:val="Heading 2"/><w:rPr><w:color w:val="BBBBBB"/></w:rPr>')
TABLE = '<w:style w:type="table" w:styleId="T"><w:name w:val="Release Table"/></w:style>'


def check(*arguments: object) -> tuple[int, str, str]:
    """Exit status, standard output and standard error."""
    command = [sys.executable, "-m", "exporter", "template", "check", *map(str, arguments)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    return run.returncode, run.stdout, run.stderr


@pytest.fixture
def house(tmp_path: Path) -> Path:
    path = tmp_path / "house.dotx"
    path.write_bytes(template(p("{{ release.title }}") + p("{{ body }}"), {"header1": p("{{ institution.name }}")}).data)
    return path


def test_what_becomes_of_a_release_is_told(house: Path) -> None:
    status, out, errors = check(house)
    lines = [line.removeprefix(f"{house}: ") for line in out.splitlines()]
    assert (status, errors, lines[:6]) == (
        0,
        "",
        [
            "text: in the place of {{ body }}, 15.2 cm wide",
            "heads and feet: 1, which stay; none are added",
            "slots: {{ release.title }}, {{ institution.name }}",
            "language: none; becomes that of each release",
            "compatibility mode: none; becomes 15, which may move lines",
            "styles of the template: plain = Normal, heading_2 = Heading 2",
        ],
    )
    assert lines[6].startswith("styles that are added: body = Body Text, status = Release Status, ")


def test_machines_get_a_document_with_every_role(house: Path) -> None:
    status, out, _ = check(house, "--format", "json")
    document = json.loads(out)
    assert (status, document["fine"], document["has_mark"], document["width"]) == (0, True, True, 8640)
    assert [one["role"] for one in document["styles"]] == list(ROLES)
    assert {one["role"] for one in document["styles"] if not one["added"]} == {"plain", "heading_2"}


def test_the_names_of_styles_are_those_of_the_brand(house: Path) -> None:
    words = "defaults:\n  pressroom:\n    word: {styles: {pull_quote: Zitat gross}}\n"
    (house.parent / "_brand.yml").write_text(words, encoding="utf-8")
    assert "heading_2 = Heading 2, pull_quote = Zitat gross" in check(house)[1]


def test_a_template_that_no_release_can_use_fails_and_says_why(house: Path) -> None:
    house.write_bytes(template(p("{{ release.titel }}")).data)
    status, _, errors = check(house)
    assert status == 1
    assert errors.startswith(f"{house}: word.template-slot: “{{{{ release.titel }}}}” is no slot\n")


def test_headings_that_hardly_stand_out_fail(house: Path) -> None:
    house.write_bytes(template(p("{{ body }}"), {"styles": WEAK}).data)
    status, _, errors = check(house)
    assert status == 1
    assert "“The heading of level 2”" in errors
    assert "the text hardly stands out: #BBBBBB on #FFFFFF is 1.91:1" in errors


def test_a_table_style_without_a_header_row_is_a_warning(house: Path) -> None:
    house.write_bytes(template(p("{{ body }}"), {"styles": STYLES + TABLE}).data)
    assert "word.template-table: the table style “Release Table” does not set header rows apart" in check(house)[2]


@pytest.mark.parametrize(
    ("data", "code"), [(b"%PDF-1.7", "docx.not-a-zip"), (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "docx.doc")]
)
def test_what_is_no_word_file_is_told_as_what_it_is(house: Path, data: bytes, code: str) -> None:
    house.write_bytes(data)
    status, out, errors = check(house)
    assert (status, out) == (1, "")
    assert f"{house}: {code}: " in errors


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    status, _, errors = check(tmp_path / "none.dotx")
    assert status == 1
    assert errors.startswith(
        f"{tmp_path / 'none.dotx'}: file.unreadable: this file can't be read: no such file or directory"
    )
