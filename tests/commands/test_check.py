"""`pressroom check`: what it prints, and its exit status."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.accessibility.documents import FINE, word_file


def check(*arguments: object) -> tuple[int, str, list[str]]:
    """Exit status, standard output, and the lines of standard error."""
    command = [sys.executable, "-m", "exporter", "check", *map(str, arguments)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    return run.returncode, run.stdout, run.stderr.splitlines()


@pytest.fixture
def fine(tmp_path: Path) -> Path:
    path = tmp_path / "fine.docx"
    path.write_bytes(word_file(FINE))
    return path


@pytest.fixture
def nameless(tmp_path: Path) -> Path:
    path = tmp_path / "nameless.docx"
    path.write_bytes(word_file(FINE, title=""))
    return path


def test_a_file_that_keeps_every_rule_is_said_to(fine: Path) -> None:
    assert check(fine) == (0, f"{fine}: keeps every rule\n", [])


def test_each_file_is_told_of_and_one_bad_one_fails_the_run(fine: Path, nameless: Path, tmp_path: Path) -> None:
    none = tmp_path / "none.docx"
    assert check(fine, nameless, none) == (
        1,
        f"{fine}: keeps every rule\n",
        [
            f"{nameless}: accessibility.no-title: the document has no title",
            "  hint: File, Info, Properties, Title.",
            f"{none}: file.unreadable: this file can't be read: no such file or directory",
            "2 errors",
        ],
    )


def test_machines_get_one_document_for_all_files(fine: Path, nameless: Path) -> None:
    status, out, told = check("--format", "json", fine, nameless)
    problem = {
        "severity": "error",
        "code": "accessibility.no-title",
        "file": str(nameless),
        "line": 0,
        "column": 0,
        "length": 1,
        "fact": "the document has no title",
        "hint": "File, Info, Properties, Title.",
    }
    assert (status, told) == (1, [])
    assert json.loads(out) == {
        "files": [
            {"file": str(fine), "fine": True, "diagnostics": []},
            {"file": str(nameless), "fine": False, "diagnostics": [problem]},
        ]
    }


def test_a_call_without_a_file_is_wrong() -> None:
    assert check()[0] == 2


def test_a_check_imports_nothing_that_builds(fine: Path) -> None:
    probe = "import sys; from exporter.cli import main; main(sys.argv[1:]); print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", probe, "check", fine], capture_output=True, text=True, check=True)
    loaded = set(run.stdout.split())
    assert "lxml.etree" in loaded
    assert loaded & {"docx", "jinja2", "babel", "PIL", "weasyprint", "ruamel.yaml", "exporter.pipeline"} == set()
