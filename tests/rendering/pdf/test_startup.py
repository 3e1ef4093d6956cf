from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from exporter.rendering.pdf.startup import VARIABLE, no_system_fonts
from tests import projects

ROOT = Path(__file__).parents[3]
CODE = """
import hashlib
from tests import samples
from tests.rendering.pdf.pdf_jobs import job, made
print(hashlib.sha256(made(job(samples.everything())).data).hexdigest())
"""


def digest(cache: Path) -> str:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "XDG_CACHE_HOME": str(cache)}
    run = subprocess.run(
        [sys.executable, "-W", "error", "-c", CODE], env=environment, capture_output=True, text=True, check=True
    )
    assert run.stderr == ""
    return run.stdout


def test_a_pdf_is_the_same_with_and_without_the_cache(tmp_path: Path) -> None:
    (tmp_path / "no-folder").write_text("")
    first, second, without = digest(tmp_path / "cache"), digest(tmp_path / "cache"), digest(tmp_path / "no-folder")
    assert first == second == without


def test_importing_weasyprint_says_nothing_though_there_are_no_fonts() -> None:
    code = "from exporter.rendering.pdf import document; print(document.weasyprint.VERSION)"
    run = subprocess.run([sys.executable, "-W", "error", "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert (run.stdout.split(".")[0], run.stderr) == ("70", "")


@pytest.mark.parametrize("before", [None, "/own/fonts.conf"])
def test_the_variable_of_fontconfig_is_put_back(before: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    if before:
        monkeypatch.setenv(VARIABLE, before)
    with no_system_fonts():
        assert Path(os.environ[VARIABLE]).name == "no_system_fonts.conf"
    assert os.environ.get(VARIABLE) == before


NO_PANGO = """
import sys
from importlib.abc import MetaPathFinder
from exporter.cli import main

class NoPango(MetaPathFinder):
    def find_spec(self, name, path, target=None):
        if name == "weasyprint":
            raise OSError("cannot load library 'libpango-1.0-0': no such file\\nand more")

sys.meta_path.insert(0, NoPango())
sys.exit(main(["build", "--to", "pdf,email"]))
"""


def test_without_pango_the_way_to_it_is_told_once_and_nothing_is_written(tmp_path: Path) -> None:
    projects.make(tmp_path, {"content/a.md": projects.STORY})
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    run = subprocess.run(
        [sys.executable, "-c", NO_PANGO], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
    )
    told = run.stderr.split("\n")
    assert (run.returncode, run.stdout) == (1, "")
    assert told[0] == (
        "pdf: pdf.no-pango: PDFs are set by Pango, which can't be loaded: cannot load library 'libpango-1.0-0': no such file"
    )
    assert "brew install pango" in told[1]
    assert not (tmp_path / "build").exists()
