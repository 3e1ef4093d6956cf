"""Compiled templates are kept, and a cache that is missing, wrong or somebody else's changes nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from exporter.composing.environment import make_environment
from exporter.composing.folders import TemplateFolders


def page(templates: Path, cache: Path) -> str:
    return make_environment(TemplateFolders((templates,)), cache).get_template("page.html").render(name="Ports")


@pytest.fixture
def templates(tmp_path: Path) -> Path:
    folder = tmp_path / "templates"
    folder.mkdir()
    (folder / "page.html").write_text("Hello {{ name }}")
    return folder


def entries(cache: Path) -> list[Path]:
    return list(cache.rglob("*.cache"))


def test_a_template_is_compiled_once(templates: Path, tmp_path: Path) -> None:
    page(templates, tmp_path / "cache")
    (entry,) = entries(tmp_path / "cache")
    entry.write_bytes(entry.read_bytes().replace(b"Hello ", b"Howdy "))
    assert page(templates, tmp_path / "cache") == "Howdy Ports"


def test_a_template_that_changed_is_compiled_again(templates: Path, tmp_path: Path) -> None:
    page(templates, tmp_path / "cache")
    (templates / "page.html").write_text("Bye {{ name }}")
    assert page(templates, tmp_path / "cache") == "Bye Ports"


def readable_for_all(entry: Path) -> None:
    entry.write_bytes(entry.read_bytes().replace(b"Hello ", b"Howdy "))
    entry.chmod(0o666)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda entry: entry.write_bytes(b""),
        lambda entry: entry.write_bytes(entry.read_bytes()[:-20]),
        lambda entry: entry.write_bytes(entry.read_bytes()[:12] + b"\xff" * 40),
        readable_for_all,
    ],
    ids=["empty", "cut", "garbage", "writable by others"],
)
def test_a_spoilt_entry_is_not_used(templates: Path, tmp_path: Path, spoil: Callable[[Path], None]) -> None:
    page(templates, tmp_path / "cache")
    (entry,) = entries(tmp_path / "cache")
    spoil(entry)
    assert page(templates, tmp_path / "cache") == "Hello Ports"


def test_a_cache_that_cannot_be_written_does_no_harm(templates: Path, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert page(templates, tmp_path / "file" / "cache") == "Hello Ports"
