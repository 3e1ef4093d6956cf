"""Brand files in the folder where the tests of brands are run."""

from __future__ import annotations

from pathlib import Path

from exporter.brand import Brand
from exporter.diagnostics import Result
from exporter.reading.brand.file import read_brand
from exporter.terminal import draw


def read(text: str) -> Result[Brand]:
    path = Path.cwd() / "_brand.yml"
    path.write_text(text, encoding="utf-8")
    return read_brand(path, Path.cwd())


def brand(text: str) -> Brand:
    """The brand of a file without an error."""
    result = read(text)
    assert result.value is not None, told(text)
    return result.value


def told(text: str) -> list[str]:
    return [draw(diagnostic, colour=False) for diagnostic in read(text).diagnostics]


def put(name: str, data: bytes) -> Path:
    """A file of the project."""
    path = Path.cwd() / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path
