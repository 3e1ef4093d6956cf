"""`pressroom validate` with the real veraPDF, each run a process of its own: a test process with Java can't be forked."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import weasyprint

from exporter.cli import main
from exporter.validation import java
from exporter.validation.plain_words import plain
from exporter.validation.profiles import NAMES, RESOURCES
from exporter.validation.verapdf import Failure
from tests.rendering.pdf.pdf_jobs import job, made, paragraph, release


def validate(*arguments: object) -> tuple[int, list[str], list[str]]:
    """Exit status, and the lines on standard output and standard error."""
    command = [sys.executable, "-m", "exporter", "validate", *map(str, arguments)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    return run.returncode, run.stdout.splitlines(), run.stderr.splitlines()


@pytest.fixture
def ours(tmp_path: Path) -> Path:
    path = tmp_path / "ours.pdf"
    path.write_bytes(made(job(release(paragraph(1, "Forty harbours.")))).data)
    return path


def test_a_pdf_of_ours_keeps_what_it_promises(ours: Path) -> None:
    status, out, told = validate(ours)
    assert (status, told) == (0, [])
    assert out in ([f"{ours}: conforms to PDF/A-3a and PDF/UA-1"], [f"{ours}: conforms to PDF/UA-1 and PDF/A-3a"])


def test_each_file_is_told_of_in_plain_words_and_one_bad_one_fails_the_run(ours: Path, tmp_path: Path) -> None:
    bare, letter = tmp_path / "bare.pdf", tmp_path / "letter.pdf"
    weasyprint.HTML(string="<p>Tides").write_pdf(bare)
    letter.write_text("No PDF.")
    status, out, told = validate(bare, letter, tmp_path / "none.pdf", ours)
    assert (status, len(out)) == (1, 1)
    assert [line for line in told if "hint" not in line] == [
        f"{bare}: validate.no-promise: this PDF promises no standard",
        f"{letter}: validate.not-a-pdf: veraPDF can't read this file (Couldn't parse stream)",
        f"{tmp_path / 'none.pdf'}: file.unreadable: this file can't be read: no such file or directory",
    ]
    status, _, told = validate("--standard", "ua1", bare)
    assert status == 1
    facts = [line for line in told if "hint" not in line]
    assert f"{bare}: validate.broken-rule: PDF/UA-1 is broken: it has no metadata" in facts


def test_a_rule_is_told_with_how_often_it_is_broken_and_where_first() -> None:
    picture = Failure("7.3", 1, 2, "Figure structure element neither has Alt nor ActualText", "root/pages[3](9 0 obj)/x")
    assert plain(picture, "ua1") == "a picture has no description, 2 times, first on page 4"
    unknown = Failure("9.9", 9, 1, "The key Foo shall be a name.", "root")
    assert plain(unknown, "4f") == "The key Foo shall be a name"


def test_every_standard_has_its_profile_and_a_name() -> None:
    assert set(NAMES) == set(RESOURCES)


def test_a_standard_that_nobody_knows_is_a_wrong_call(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["validate", "--standard", "ua9", "brief.pdf"]) == 2
    assert capsys.readouterr().err.startswith("pressroom: --standard: “ua9” is none of ua1, ua2,")


def test_without_verapdf_it_is_said_how_to_get_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(java, "PACKAGES", ("no_such_module",))
    assert main(["validate", "brief.pdf"]) == 1
    assert capsys.readouterr().err.splitlines() == [
        "pressroom validate: validate.not-installed: veraPDF is not installed (the Python module no_such_module is missing)",
        "  hint: Install it with: pip install 'pressroom[validate]'",
    ]
