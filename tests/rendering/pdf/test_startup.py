from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from exporter.rendering.pdf.startup import VARIABLE, no_system_fonts

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
