"""A project on disk: where its content, brand, templates and outputs are."""

from __future__ import annotations

import os
from pathlib import Path

from msgspec import Struct

BRAND = "_brand.yml"
SUFFIX = ".md"


class Project(Struct, frozen=True):
    """A folder with `content/` and, mostly, `_brand.yml`, `templates/` and `build/`."""

    root: Path

    @property
    def content(self) -> Path:
        return self.root / "content"

    @property
    def templates(self) -> Path:
        return self.root / "templates"

    @property
    def build(self) -> Path:
        return self.root / "build"

    @property
    def brand(self) -> Path | None:
        """The brand file, or None where there is none; a link that leads nowhere is a file that can't be read."""
        path = self.root / BRAND
        return path if os.path.lexists(path) else None

    def stories(self) -> tuple[Path, ...]:
        """Every content file under `content/`, sorted; names that begin with `_` or `.` are left aside."""
        return stories(self.content)


def stories(folder: Path) -> tuple[Path, ...]:
    """Every content file below a folder, sorted by path."""
    return tuple(sorted(path for path in folder.rglob(f"*{SUFFIX}") if path.is_file() and not _aside(path, folder)))


def _aside(path: Path, folder: Path) -> bool:
    return any(part.startswith(("_", ".")) for part in path.relative_to(folder).parts)


def find_project(start: Path) -> Project:
    """The project that a file or folder belongs to.

    The nearest folder upwards with a `_brand.yml` or a `content` folder; a file outside any project is its own: its folder.
    """
    here = start.absolute()
    folder = here if here.is_dir() else here.parent
    for candidate in (folder, *folder.parents):
        if (candidate / BRAND).is_file() or (candidate / "content").is_dir():
            return Project(candidate)
    return Project(folder)


def shown_path(path: Path) -> str:
    """A path as a person at the prompt would write it: relative where that leads downwards."""
    relative = os.path.relpath(path)
    return str(path) if relative.startswith("..") else relative
