"""WeasyPrint's C declarations, compiled once and kept.

WeasyPrint gives cffi the declarations of Pango and its relatives as C text, and cffi parses it, and every type that is named
later, in Python: a third of the time that a PDF takes. cffi can also write what it parsed as a Python module ("ABI mode,
out of line"), which loads in a millisecond. `compiled_declarations` lets `cffi.FFI().cdef(text)` find that module in the
user's cache folder, under a name made of the text and the versions, and writes it when it is missing. When anything goes
wrong, cffi does what it always did.

Source: https://cffi.readthedocs.io/en/stable/cdef.html
"""

from __future__ import annotations

import hashlib
import importlib.util
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any

from exporter.cache import is_mine

PREFIX = "pango_declarations_"


@contextmanager
def compiled_declarations(folder: Path) -> Iterator[None]:
    """While this is open, `import cffi` gives a stand-in with the one class `FFI`; it keeps what it parses in `folder`."""
    if "cffi" in sys.modules:
        yield
        return
    stand_in = ModuleType("cffi")
    vars(stand_in)["FFI"] = lambda: _KeptFFI(folder)
    sys.modules["cffi"] = stand_in
    try:
        yield
    finally:
        if sys.modules.get("cffi") is stand_in:
            del sys.modules["cffi"]


class _KeptFFI:
    """What an `FFI` is once `cdef` was called: the compiled one's names, or cffi's own when that can't be had."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def cdef(self, text: str) -> None:
        ffi = _kept(self._folder, text) or _parsed(self._folder, text)
        for name in dir(ffi):
            if not name.startswith("_"):
                setattr(self, name, getattr(ffi, name))


def _kept(folder: Path, text: str) -> Any:
    """The compiled declarations in the cache, or None when there are none that can be loaded."""
    path = _path(folder, text)
    try:
        if not is_mine(path):
            return None
        spec = importlib.util.spec_from_file_location(path.stem, path)
        if spec is None or spec.loader is None:
            return None
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        return module.ffi
    except Exception:  # whatever is wrong with it, it is only a cache
        return None


def _path(folder: Path, text: str) -> Path:
    """The file for a text: another text, cffi or Python has another name."""
    import _cffi_backend

    key = f"{text}\0{_cffi_backend.__version__}\0{sys.implementation.cache_tag}"
    return folder / f"{PREFIX}{hashlib.sha256(key.encode()).hexdigest()[:16]}.py"


def _parsed(folder: Path, text: str) -> Any:
    """Declarations that cffi parses now, kept for the next time where that is possible."""
    stand_in = sys.modules.pop("cffi", None)
    try:
        import cffi

        ffi = cffi.FFI()
        ffi.cdef(text)
        path = _path(folder, text)
        try:
            _keep(ffi, path)
        except Exception:  # no room, no right to write, …: the next run parses again
            return ffi
        return _kept(folder, text) or ffi
    finally:
        if stand_in is not None:
            sys.modules["cffi"] = stand_in


def _keep(ffi: Any, path: Path) -> None:
    """Write the module beside its place and rename it, so that it is whole for whoever reads it."""
    from cffi.recompiler import make_py_source

    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=path.parent, prefix=PREFIX) as folder:
        written = Path(folder) / path.name
        make_py_source(ffi, path.stem, str(written))
        written.chmod(0o600)
        written.replace(path)
