"""The Word copies that are edited: of the releases beside this file, built as `pressroom build --to word` builds them."""

from __future__ import annotations

from pathlib import Path

from exporter.pipeline import Options
from exporter.project import Project
from tests import projects

RELEASES = Path(__file__).with_name("releases")


def project(folder: Path) -> Project:
    """A project with the releases, in an empty folder."""
    files: dict[str, str | bytes] = {"_brand.yml": (RELEASES / "_brand.yml").read_bytes()}
    files |= {f"content/{file.name}": file.read_bytes() for file in RELEASES.glob("*.md")}
    files |= {f"content/images/{file.name}": file.read_bytes() for file in (RELEASES / "images").iterdir()}
    return projects.make(folder, files)


def built(project: Project) -> dict[str, bytes]:
    """The Word copy of each content file of a project, by its name without the ending."""
    outcomes = projects.built(project, Options(("word",)))
    assert [said for said in projects.told(outcomes) if ": error" in said] == []
    return {path.stem: path.read_bytes() for outcome in outcomes for path in outcome.paths if path.suffix == ".docx"}
