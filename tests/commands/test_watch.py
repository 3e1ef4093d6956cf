"""`pressroom build --watch` builds again what a change touches."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from exporter.commands.watch import run_watch, touched
from tests import projects
from tests.projects import STORY


def test_a_changed_story_is_built_alone_and_anything_else_builds_all(tmp_path: Path) -> None:
    stories = (tmp_path / "content" / "a.md", tmp_path / "content" / "b.md")
    assert touched({stories[0]}, stories) == stories[:1]
    assert touched({tmp_path / "_brand.yml"}, stories) == stories
    assert touched({stories[0], tmp_path / "content" / "picture.png"}, stories) == stories
    assert touched({tmp_path / "content" / "not-asked-for.md"}, stories) == ()


def test_a_story_that_appears_is_built_and_one_that_goes_is_not_missed(tmp_path: Path) -> None:
    project = projects.make(tmp_path, {"content/a.md": STORY})
    built: list[list[str]] = []

    def build(files: Sequence[Path]) -> int:
        built.append([file.name for file in files])
        return 0

    def changes() -> Iterator[set[Path]]:
        projects.make(tmp_path, {"content/b.md": STORY})
        yield {tmp_path / "content" / "b.md"}
        (tmp_path / "content" / "a.md").unlink()
        yield {tmp_path / "content" / "a.md"}

    run_watch(project, [tmp_path / "content"], tmp_path / "build", build, changes())
    assert built == [["a.md"], ["b.md"]]


def test_saving_a_file_builds_it_again_until_ctrl_c(tmp_path: Path) -> None:
    projects.make(tmp_path, {"content/story.md": STORY})
    command = [sys.executable, "-m", "exporter", "build", "--watch", "--to", "email"]
    path = os.pathsep.join([str(Path(__file__).parent.parent.parent), os.environ.get("PYTHONPATH", "")])
    environment = {**os.environ, "PYTHONPATH": path, "PYTHONUNBUFFERED": "1"}
    pipe = subprocess.PIPE
    with subprocess.Popen(
        command, cwd=tmp_path, env=environment, stdout=pipe, stderr=pipe, preexec_fn=heed_ctrl_c
    ) as process:
        try:
            text = tmp_path / "build" / "story" / "story.txt"
            wait_for(text, "Small ports grow")
            time.sleep(1)  # the watcher begins after the first build
            projects.make(tmp_path, {"content/story.md": STORY.replace("ports grow", "ports shrink")})
            wait_for(text, "Small ports shrink")
        finally:
            process.send_signal(signal.SIGINT)
            try:
                _, errors = process.communicate(timeout=20)
            finally:
                process.kill()  # else leaving the block would wait for it forever
    assert (process.returncode, b"Traceback" in errors) == (0, False)


def heed_ctrl_c() -> None:
    """What a shell started in the background with `&` ignores is ignored by all that it starts."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def wait_for(path: Path, words: str) -> None:
    """Wait until a file holds some words; fail after half a minute."""
    for _ in range(300):
        if path.is_file() and words.lower() in path.read_text(encoding="utf-8").lower():
            return
        time.sleep(0.1)
    pytest.fail(f"{path.name} never said “{words}”")
