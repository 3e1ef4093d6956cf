"""Content files to edit: the samples, and small texts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

from exporter.brand import Brand
from exporter.merging.runs import Run
from exporter.merging.source.edits import Edit, NewNote, Spliced
from exporter.merging.source.splicing import splice
from exporter.model import Release
from exporter.reading.brand.file import read_brand
from exporter.reading.content_file import read_release

ROOT = Path(__file__).parents[3]
FILES = (*sorted((ROOT / "content").glob("*.md")), *sorted((ROOT / "tests/golden/languages").glob("*.md")))


@cache
def brand() -> Brand:
    value = read_brand(ROOT / "_brand.yml", ROOT).value
    assert value is not None
    return value


def reader(file: Path) -> Callable[[bytes], Release | None]:
    return lambda data: read_release(str(file), data, ROOT, brand()).value


def edited(data: bytes, edits: Sequence[Edit], notes: Sequence[NewNote] = (), file: Path = FILES[0]) -> Spliced:
    """The file's bytes with some edits."""
    read = reader(file)
    release = read(data)
    assert release is not None
    return splice(data, release, edits, notes, read)


def words(text: str) -> tuple[Run, ...]:
    return (Run(text),)


def body(text: str) -> bytes:
    return f"---\ntitle: Harbours\n---\n\n{text}".encode()


def after(text: str, *edits: Edit, notes: Sequence[NewNote] = ()) -> str:
    """The body of a small file with some edits, none of which is refused."""
    spliced = edited(body(text), edits, notes)
    assert [refusal.reason for refusal in spliced.refused] == []
    return spliced.data.decode().removeprefix("---\ntitle: Harbours\n---\n\n")
