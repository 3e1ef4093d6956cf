"""What a call asks for: which content files, which channels."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from exporter.errors import UsageError
from exporter.project import SUFFIX, find_project, stories
from exporter.rendering.renderers import CHANNELS


def channels(to: str) -> tuple[str, ...]:
    """The channels that `--to` names, in our order."""
    named = [name.strip() for name in to.split(",") if name.strip()]
    for name in named:
        if name not in CHANNELS:
            from difflib import get_close_matches

            near = get_close_matches(name, CHANNELS, 1)
            meant = f"; did you mean {near[0]}?" if near else ""
            raise UsageError(f"there is no channel “{name}”, only {joined(CHANNELS)}{meant}")
    return tuple(channel for channel in CHANNELS if channel in named) or CHANNELS


def wanted(paths: Sequence[Path]) -> tuple[Path, ...]:
    """The content files that are asked for: files as given, folders searched, `content/` when nothing is given."""
    found: list[Path] = []
    for path in paths or [_content_here()]:
        if path.is_dir():
            inside = stories(path / "content" if (path / "content").is_dir() else path)
            if not inside:
                raise UsageError(f"there is no content file ({SUFFIX}) in {path}")
            found += inside
        elif path.exists():
            found.append(path)
        else:
            raise UsageError(f"there is no file {path}{_near(path)}")
    return tuple(dict.fromkeys(found))


def _content_here() -> Path:
    content = find_project(Path()).content
    if not content.is_dir():
        raise UsageError("there is no content/ here; `pressroom init .` makes a project, or name a file")
    relative = os.path.relpath(content)
    return content if relative.startswith("..") else Path(relative)


def _near(path: Path) -> str:
    from difflib import get_close_matches

    names = [entry.name for entry in path.parent.iterdir()] if path.parent.is_dir() else []
    near = get_close_matches(path.name, names, 1)
    return f"; did you mean {path.parent / near[0]}?" if near else ""


def joined(names: Sequence[str]) -> str:
    """`pdf, word and email`."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
