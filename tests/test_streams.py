"""Whatever standard output is, the command ends with a sentence and a status, never with a traceback."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests import projects
from tests.projects import STORY

ROOT = Path(__file__).parents[1]


@pytest.fixture
def press(tmp_path: Path) -> Path:
    """A project with one story."""
    projects.make(tmp_path, {"content/story.md": STORY})
    return tmp_path


def shell(line: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run a line of shell, in which `pressroom` is the command."""
    line = line.replace("pressroom", f"{sys.executable} -m exporter", 1)
    outside = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "", **environment}
    return subprocess.run(line, shell=True, cwd=folder, env=outside, capture_output=True, check=False)


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_a_closed_stream_does_not_keep_a_release_from_being_built(press: Path, closed: str) -> None:
    ended = shell(f"pressroom build --to email {closed}", press)
    assert (ended.returncode, ended.stderr) == (0, b"")
    assert (press / "build" / "story" / "manifest.json").is_file()


@pytest.mark.parametrize("words", ["build --to email", "schema", "new Ports", "--help"])
def test_a_reader_that_leaves_ends_the_command_in_silence(press: Path, words: str) -> None:
    ended = shell(f"pressroom {words} | true", press)
    assert (ended.returncode, ended.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
@pytest.mark.parametrize("words", ["build --to email", "schema", "new Ports", "--version"])
def test_a_full_disk_below_the_output_is_told(press: Path, words: str) -> None:
    ended = shell(f"pressroom {words} > /dev/full", press)
    assert (ended.returncode, ended.stderr.decode()) == (
        1,
        "pressroom: no space left on device\n  hint: Is there room on the disk, and may you read and write there?\n",
    )


def test_what_the_encoding_of_the_terminal_lacks_is_escaped(press: Path) -> None:
    (press / "content" / "gr\u00fcn.md").write_text(STORY, encoding="utf-8")
    ended = shell("pressroom build --to email", press, PYTHONIOENCODING="ascii")
    assert (ended.returncode, ended.stderr) == (0, b"")
    assert ended.stdout.startswith(b"content/gr\\xfcn.md: email agrees")


@pytest.mark.parametrize("words", ["schema", "build --to email --format json"])
def test_a_document_for_machines_is_json_in_any_encoding(press: Path, words: str) -> None:
    (press / "content" / "gr\u00fcn.md").write_text(STORY, encoding="utf-8")
    plain = json.loads(shell(f"pressroom {words}", press).stdout)
    assert json.loads(shell(f"pressroom {words}", press, PYTHONIOENCODING="ascii").stdout) == plain
