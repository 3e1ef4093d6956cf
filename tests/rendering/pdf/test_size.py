"""A brief is small enough to go with every email."""

from __future__ import annotations

from pathlib import Path

import pikepdf

from exporter.pipeline import Options
from exporter.project import Project
from tests import projects

SAMPLES = Project(Path(__file__).parents[3])
LARGEST = 120_000  # bytes, without pictures


def size_without_pictures(path: Path) -> int:
    """The bytes of a PDF less those of the pictures in it."""
    with pikepdf.open(path) as file:
        streams = (entry for entry in file.objects if isinstance(entry, pikepdf.Stream))
        pictures = sum(len(one.read_raw_bytes()) for one in streams if one.get("/Subtype") == "/Image")
    return path.stat().st_size - pictures


def test_no_sample_has_more_than_120_kilobytes_without_its_pictures(tmp_path: Path) -> None:
    outcomes = projects.built(SAMPLES, Options(channels=("pdf",), out=tmp_path))
    sizes = {path.name: size_without_pictures(path) for path in sorted(tmp_path.rglob("*.pdf"))}
    assert (len(sizes), [name for name, size in sizes.items() if size > LARGEST]) == (len(outcomes), [])
