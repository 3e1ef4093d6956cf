"""Pictures, found inside the project only, and read whole.

What a picture is, its content says and not its name. A picture that not every output can carry, or that is damaged, is
refused here, where its place is known.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path, PurePath, PurePosixPath
from urllib.parse import unquote

from exporter.model import Image
from exporter.reading.mistakes import suggestion
from exporter.reading.pictures.formats import measure
from exporter.reading.pictures.refusal import Refusal
from exporter.reading.problem import Problem

LARGEST = 20_000_000  # bytes
MOST_PIXELS = 60_000_000
EXTENSIONS = {"image/png": ".png", "image/jpeg": ".jpg", "image/gif": ".gif", "image/svg+xml": ".svg"}
REMOTE = re.compile(r"[a-z][a-z0-9+.-]+:|//", re.IGNORECASE)
UNSAFE_IN_NAMES = re.compile(r"[^A-Za-z0-9._-]+")


class Pictures:
    """The pictures that one file names; each is read once.

    `folder` is where the file stands and relative paths begin, `project` the folder that no path may leave.
    """

    def __init__(self, project: Path, folder: Path) -> None:
        self.project, self.folder = project, folder
        self._loaded: dict[str, Image | Problem] = {}

    def load(self, reference: str) -> Image | Problem:
        """The picture at a path relative to the file, or to the project when it begins with `/`."""
        if reference not in self._loaded:
            self._loaded[reference] = load_picture(reference, self.folder, self.project)
        return self._loaded[reference]


def load_picture(reference: str, folder: Path, project: Path) -> Image | Problem:
    """The picture that a file in `folder` names, or why it can't be had."""
    try:
        path = _find(reference, folder, project)
        data = _read(path)
        media_type, width, height = measure(data)
        if width * height > MOST_PIXELS:
            hint = f"Save it with at most {MOST_PIXELS // 1_000_000} million pixels; 3000 across are plenty."
            raise Refusal("image.too-large", f"this picture has {width} × {height} pixels", hint)
    except Refusal as refusal:
        return refusal.problem
    root = project.resolve()
    inside = PurePosixPath(path.relative_to(root).as_posix())
    return Image(_name(inside, data, EXTENSIONS[media_type]), inside, media_type, data, width, height)


def _name(path: PurePath, data: bytes, extension: str) -> str:
    """A name for outputs: the file's own, and a part of its hash, so that two pictures never share one."""
    stem = UNSAFE_IN_NAMES.sub("-", path.stem).strip("-.") or "picture"
    return f"{stem[:60]}-{hashlib.sha256(data).hexdigest()[:8]}{extension}"


# --- finding -------------------------------------------------------------------------------------------------------------


BEGINS = "A path begins at the folder of the file that names it, or with / at the project's."


def _find(reference: str, folder: Path, project: Path) -> Path:
    """The resolved path of a file inside the project; raises Refusal."""
    if not reference:
        raise Refusal("image.missing", "this picture names no file", "Put its path between the parentheses.")
    if REMOTE.match(reference):
        hint = "Download it into the project, for example into content/images/, and name it by its path there."
        raise Refusal("image.remote", "pictures are taken from the project only", hint)
    for candidate in dict.fromkeys((reference, unquote(reference))):
        try:
            path = (project / candidate.lstrip("/") if candidate.startswith("/") else folder / candidate).resolve()
            if not path.is_relative_to(project.resolve()):
                raise Refusal("image.outside", f"“{shown(reference)}” leads out of the project", "Copy it into the project.")
            if path.exists():
                return path
        except (OSError, ValueError, RuntimeError):
            continue
    raise _missing(reference, path_of(reference, folder, project))


def path_of(reference: str, folder: Path, project: Path) -> Path:
    """Where a reference points, whether or not a file is there."""
    plain = unquote(reference)
    return project / plain.lstrip("/") if plain.startswith("/") else folder / plain


def _missing(reference: str, path: Path) -> Refusal:
    hint = "Write / between folders, not \\." if "\\" in reference else _near(path)
    return Refusal("image.missing", f"there is no file “{shown(reference)}”", hint)


def _near(path: Path) -> str:
    """A name in the same folder that may be meant, or what is wrong with the folder."""
    try:
        if not path.parent.is_dir():
            return f"There is no folder “{shown(path.parent.name)}” there."
        names = [entry.name for entry in path.parent.iterdir() if entry.is_file()]
    except (OSError, ValueError):
        return BEGINS
    return suggestion(path.name, names) or BEGINS


def _read(path: Path) -> bytes:
    if path.is_dir():
        raise Refusal("image.missing", "this is a folder, not a picture", "Name a file in it.")
    if not path.is_file():
        raise Refusal("image.unreadable", "this is no ordinary file")
    try:
        if path.stat().st_size > LARGEST:
            size = f"{path.stat().st_size / 1_000_000:.0f} MB"
            hint = f"Save it with at most {LARGEST // 1_000_000} MB; people have to receive it by email."
            raise Refusal("image.too-large", f"this picture has {size}", hint)
        return path.read_bytes()
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise Refusal("image.unreadable", f"this picture can't be read: {reason}") from error


def shown(reference: str) -> str:
    """A path, cut for a message."""
    return reference if len(reference) <= 80 else "…" + reference[-79:]
