"""Drawings kept from one run to the next: drawing a chart takes half a second, most of it to import Matplotlib."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path, PurePath, PurePosixPath
from tempfile import NamedTemporaryFile

import msgspec

import exporter
from exporter.cache import is_mine
from exporter.drawing.drawing import Drawing
from exporter.manifest import installed

MOST = 64  # drawings that are kept, the last ones made


class Kept:
    """The place of one drawing in a folder of this user's; without a folder, or where it can't be used, nothing is kept.

    The place is named by all that decides how the drawing looks: `made_of`, the files of the fonts, the code that draws and
    what it draws with.
    """

    def __init__(self, cache: Path | None, made_of: object, fonts: Iterable[Path]) -> None:
        self._path: Path | None = None
        if cache:
            self._path = cache / f"charts-{exporter.__version__}" / _name(made_of, fonts)

    def load(self) -> Drawing | None:
        """The drawing, None when there is none or it is not this user's."""
        if self._path is None or not is_mine(self._path):
            return None
        try:
            return msgspec.msgpack.decode(self._path.read_bytes(), type=Drawing, dec_hook=_decoded)
        except (OSError, msgspec.MsgspecError):
            return None

    def keep(self, drawing: Drawing) -> Drawing:
        """Keep a drawing, and drop those that are older than the last ones; returns it."""
        if self._path:
            with suppress(OSError):  # no room, no right to write: the next run draws again
                _write(self._path, msgspec.msgpack.encode(drawing, enc_hook=_encoded))
                known = sorted(self._path.parent.iterdir(), key=lambda path: path.stat().st_mtime_ns)
                for old in known[:-MOST]:
                    old.unlink()
        return drawing


def _name(made_of: object, fonts: Iterable[Path]) -> str:
    digest = hashlib.sha256(msgspec.msgpack.encode(made_of, enc_hook=_encoded))
    for path in fonts:
        with suppress(OSError):
            status = path.stat()
            digest.update(f"{path}\0{status.st_size}\0{status.st_mtime_ns}\0".encode())
    for path in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(path.read_bytes())
    digest.update(repr(installed(("matplotlib", "pillow", "babel"), sys.path)).encode())
    return digest.hexdigest()


def _write(path: Path, data: bytes) -> None:
    """Write a file whole or not at all: two builds may run at once."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=path.parent, delete=False) as stream:
        stream.write(data)
    Path(stream.name).replace(path)


def _encoded(value: object) -> str:
    if isinstance(value, PurePath):
        return str(value)
    raise NotImplementedError(f"{type(value).__name__} decides nothing about a drawing")


def _decoded(kind: type, value: object) -> object:
    if kind is PurePosixPath:
        return PurePosixPath(str(value))
    raise NotImplementedError(f"{kind.__name__} is no part of a drawing")
