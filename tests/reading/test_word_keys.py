"""The house's template in front matter and brand: found from the file that names it, or told where it is missing."""

from __future__ import annotations

from pathlib import Path

import pytest

from exporter import model as m
from exporter.reading.brand.file import read_brand
from exporter.reading.content_file import read_release


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "content").mkdir()
    (tmp_path / "house.dotx").write_bytes(b"brand's")
    (tmp_path / "content" / "own.docx").write_bytes(b"own")
    return tmp_path


def word(project: Path, own: str, brand: str = "") -> m.WordFields | list[tuple[str, str, str]]:
    """What holds for a release, or what is told: code, fact, hint."""
    path = project / "_brand.yml"
    path.write_text("defaults:\n  pressroom:\n    word: {" + brand + "}\n" if brand else "", encoding="utf-8")
    found = read_brand(path, project)
    if found.value is None:
        return [(one.code, one.fact, one.hint) for one in found.diagnostics]
    story = project / "content" / "a.md"
    release = read_release(str(story), f"---\ntitle: A\n{own}\n---\n\nText.\n".encode(), project, found.value)
    if release.value is None:
        return [(one.code, one.fact, one.hint) for one in release.diagnostics]
    return release.value.meta.word


def shown(found: m.WordFields | list[tuple[str, str, str]]) -> tuple[bytes, dict[str, str]]:
    assert isinstance(found, m.WordFields), found
    return found.template.data if found.template else b"", dict(found.styles)


def test_the_brands_template_holds_for_all_and_its_names_one_by_one(project: Path) -> None:
    brand = "template: house.dotx, styles: {title: T, quote: Q}"
    assert shown(word(project, "word: {styles: {quote: Own}}", brand)) == (b"brand's", {"title": "T", "quote": "Own"})


def test_a_releases_own_template_comes_without_the_names_of_the_brands(project: Path) -> None:
    brand = "template: house.dotx, styles: {title: T}"
    assert shown(word(project, "word: {template: own.docx}", brand)) == (b"own", {})


def test_a_path_may_begin_at_the_project(project: Path) -> None:
    assert shown(word(project, "word: {template: /house.dotx}")) == (b"brand's", {})


WRONG = {
    "hose.dotx": ("there is no file “hose.dotx”", "Did you mean “house.dotx”?"),
    "t/house.dotx": ("there is no file “t/house.dotx”", "There is no folder “t” there."),
    "../x.dotx": ("“../x.dotx” leads out of the project", "Copy it into the project."),
    "_brand.yml": ("“_brand.yml” is no Word file by its name", "It ends with .dotx, .docx, .dotm or .docm."),
}


@pytest.mark.parametrize("path", WRONG)
def test_a_template_that_can_not_be_had_is_told_where_it_is_named(project: Path, path: str) -> None:
    assert word(project, "", f"template: {path}") == [("brand.word-template", *WRONG[path])]


def test_the_front_matter_tells_it_too(project: Path) -> None:
    assert word(project, "word: {template: own.odt}") == [
        ("front-matter.word-template", "there is no file “own.odt”", "Did you mean “own.docx”?")
    ]


def test_a_role_that_there_is_not_is_told(project: Path) -> None:
    assert word(project, "word: {styles: {pul_quote: A}}") == [
        ("front-matter.unknown-key", "there is no key “pul_quote” in “styles”", "Did you mean “pull_quote”?")
    ]
