from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from exporter.cache import cache_folder
from exporter.rendering.pdf.pango_declarations import PREFIX

ROOT = Path(__file__).parents[3]
CODE = """
import sys
from pathlib import Path
from exporter.rendering.pdf.pango_declarations import compiled_declarations
with compiled_declarations(Path(sys.argv[1])):
    import cffi
    ffi = cffi.FFI()
    ffi.cdef(sys.argv[2])
library = ffi.dlopen(None)
print(library.abs(-7), int(ffi.new("int *", 3)[0]), ffi.string(ffi.new("char[]", b"quay")).decode())
print("pycparser" in sys.modules, sys.modules.get("cffi") is cffi)
"""


def run(folder: Path, declarations: str = "int abs (int number);") -> list[str]:
    """What a fresh process says that asks for declarations: whether they work, and whether C had to be parsed."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-W", "error", "-c", CODE, str(folder), declarations]
    said = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    assert said.stderr == ""
    return said.stdout.splitlines()


PARSED = ["7 3 quay", "True False"]
KEPT = ["7 3 quay", "False False"]


def kept(folder: Path) -> Path:
    (path,) = folder.glob(f"{PREFIX}*.py")
    return path


def test_declarations_are_parsed_once(tmp_path: Path) -> None:
    assert [run(tmp_path / "cache"), run(tmp_path / "cache")] == [PARSED, KEPT]


def test_other_declarations_are_another_file(tmp_path: Path) -> None:
    run(tmp_path)
    assert run(tmp_path, "int abs (int number); int labs (int number);") == PARSED
    assert len(list(tmp_path.glob(f"{PREFIX}*.py"))) == 2


@pytest.mark.parametrize("broken", [b"", b"ffi = None", b"no python (", b"raise SystemError", b"\xff\xfe\0"])
def test_a_corrupt_file_is_written_anew(broken: bytes, tmp_path: Path) -> None:
    run(tmp_path)
    kept(tmp_path).write_bytes(broken)
    assert [run(tmp_path), run(tmp_path)] == [PARSED, KEPT]


def test_a_folder_that_can_not_be_made_costs_only_time(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    assert [run(tmp_path / "file" / "cache") for _ in range(2)] == [PARSED, PARSED]


@pytest.mark.skipif(not hasattr(os, "getuid") or os.getuid() == 0, reason="the superuser may write anywhere")
def test_a_folder_that_can_not_be_written_costs_only_time(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    assert [run(tmp_path) for _ in range(2)] == [PARSED, PARSED]


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="files have no such rights here")
def test_a_file_that_others_may_write_is_not_run(tmp_path: Path) -> None:
    run(tmp_path)
    kept(tmp_path).write_text("raise SystemExit('this was run')")
    kept(tmp_path).chmod(0o666)
    assert run(tmp_path) == PARSED


def test_nothing_but_the_module_is_left_in_the_folder(tmp_path: Path) -> None:
    run(tmp_path)
    assert [path.suffix for path in tmp_path.iterdir() if path.name != "__pycache__"] == [".py"]


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="XDG_CACHE_HOME is of other systems")
def test_the_cache_is_where_the_system_says(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert cache_folder() == tmp_path / "pressroom"
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert cache_folder() == tmp_path / ".cache" / "pressroom"
