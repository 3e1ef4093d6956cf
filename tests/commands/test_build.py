"""`pressroom build` as a person meets it: what it prints, where, and its exit status."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from zipfile import ZipFile

import pytest

from exporter.cli import main
from tests import projects
from tests.projects import STORY

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def press(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with one story, and the prompt inside it."""
    projects.make(tmp_path, {"content/story.md": STORY})
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_without_a_path_all_of_content_is_built_and_the_paths_are_printed(
    press: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["build", "--to", "email"]) == 0
    printed = capsys.readouterr()
    assert printed.err == ""
    assert printed.out.split("\n") == [
        "content/story.md: email agrees on 22 words",
        "  build/story/story.html",
        "  build/story/story.txt",
        "  build/story/story.eml",
        "  build/story/manifest.json",
        "",
    ]


def test_from_a_folder_below_the_project_is_found(
    press: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(press / "content")
    assert main(["build", "story.md", "--to", "email"]) == 0
    assert (press / "build" / "story" / "story.eml").is_file()


def test_a_mistake_is_told_with_its_place_and_nothing_is_built(press: Path, capsys: pytest.CaptureFixture[str]) -> None:
    projects.make(press, {"content/story.md": STORY.replace("title:", "titel:")})
    assert main(["build"]) == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "content/story.md:2:1: front-matter.unknown-key" in printed.err
    assert printed.err.rstrip().endswith("2 errors")
    assert "content/story.md: not built\n" in printed.err


def test_a_failed_build_says_that_the_last_good_output_stays(press: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["build", "--to", "email"])
    projects.make(press, {"content/story.md": "broken"})
    assert main(["build", "--to", "email"]) == 1
    assert "content/story.md: not built; the last good output stays in build/story" in capsys.readouterr().err


def test_a_machine_gets_one_document(press: Path, capsys: pytest.CaptureFixture[str]) -> None:
    projects.make(press, {"content/other.md": "broken"})
    assert main(["build", "--to", "email", "--format", "json"]) == 1
    document = json.loads(capsys.readouterr().out)
    assert document["channels"] == ["email"]
    assert [(outcome["file"], outcome["built"]) for outcome in document["outcomes"]] == [
        ("content/other.md", False),
        ("content/story.md", True),
    ]
    assert document["outcomes"][0]["diagnostics"][0]["severity"] == "error"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["build", "--to", "wrd"], "pressroom: there is no channel “wrd”, only pdf, word and email; did you mean word?"),
        (["build", "content/stroy.md"], "pressroom: there is no file content/stroy.md; did you mean content/story.md?"),
        (
            ["new", "Ports", "--lang", "xx yy"],
            "pressroom: “xx yy” is no language tag; write one such as en-US, ja or zh-Hant",
        ),
        (
            ["new", "Gr\udcfcn"],
            "pressroom: the headline can't be read, since the terminal is set to another encoding; LANG=C.UTF-8 helps",
        ),
        (["build", "empty"], "pressroom: there is no content file (.md) in empty"),
    ],
)
def test_a_wrong_call_is_told_in_one_line(
    press: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], told: str
) -> None:
    (press / "empty").mkdir()
    assert main(arguments) == 2
    assert capsys.readouterr().err == f"{told}\n"


def test_outside_a_project_the_way_in_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["build"]) == 2
    assert "`pressroom init .` makes a project" in capsys.readouterr().err


def test_a_wrong_date_epoch_is_a_wrong_call(
    press: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    assert main(["build", "--to", "email"]) == 2
    assert "SOURCE_DATE_EPOCH is “yesterday”" in capsys.readouterr().err


def test_a_mistake_of_the_brand_is_told_once_for_all_releases(press: Path, capsys: pytest.CaptureFixture[str]) -> None:
    projects.make(press, {"_brand.yml": "color:\n  primary: nocolour\n", "content/other.md": STORY})
    assert main(["build", "--to", "email"]) == 1
    printed = capsys.readouterr()
    assert (printed.err.count("_brand.yml:2:12"), printed.out) == (1, "")


def test_init_new_build_and_schema_work_together(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["init", "press"]) == 0
    monkeypatch.chdir(tmp_path / "press")
    assert main(["new", "Ports: a survey"]) == 0
    assert capsys.readouterr().out.endswith("content/ports-a-survey.md\n")
    assert main(["build", "--strict", "--to", "email"]) == 0
    assert main(["schema"]) == 0
    assert '"title"' in capsys.readouterr().out


def test_on_long_work_a_bar_is_shown_to_a_person_and_paths_go_where_they_are_sent(tmp_path: Path) -> None:
    projects.make(tmp_path, {f"content/story-{number}.md": STORY for number in range(4)})
    command = [sys.executable, "-m", "exporter", "build", "--to", "email"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "TERM": "xterm", "COLUMNS": "80"}
    terminal, end = os.openpty()
    with subprocess.Popen(command, cwd=tmp_path, env=environment, stdout=subprocess.PIPE, stderr=end) as process:
        printed, _ = process.communicate(timeout=60)
    os.close(end)
    shown = "".join(read_all(terminal))
    assert ("building" in shown, "4/4" in shown) == (True, True)
    assert printed.decode().count("email agrees on 22 words") == 4
    assert "building" not in printed.decode()


def read_all(terminal: int) -> Iterator[str]:
    """What was written to a terminal whose other end is closed."""
    with suppress(OSError), open(terminal, "rb", buffering=0) as stream:
        while data := stream.read(4096):
            yield data.decode()


def test_a_machine_gets_a_document_of_a_wrong_call_too(press: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", "nope.md", "--format", "json"]) == 2
    assert json.loads(capsys.readouterr().out) == {"channels": [], "outcomes": [], "error": "there is no file nope.md"}


@pytest.mark.skipif(sys.platform == "darwin", reason="macOS refuses such names")
def test_a_file_whose_name_is_not_utf_8_is_told_and_the_rest_is_built(
    press: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = Path("content/gr\udcfcn.md")
    bad.write_text(STORY, encoding="utf-8")
    assert main(["build", "--to", "email"]) == 1
    printed = capsys.readouterr()
    assert "content/story.md: email agrees" in printed.out
    assert printed.err.split("\n")[:3] == [
        "content/gr\\udcfcn.md: file.name: the name of this file, or of its folder, is not UTF-8",
        "  hint: Rename it. If you can read the name, the terminal is set to another encoding: LANG=C.UTF-8 helps.",
        "content/gr\\udcfcn.md: not built",
    ]


def test_sigterm_ends_the_command_and_leaves_no_temporary_file(press: Path) -> None:
    (press / "temporary").mkdir()
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2]), "TMPDIR": str(press / "temporary")}
    projects.make(press, {f"content/story-{number}.md": STORY for number in range(12)})
    command = [sys.executable, "-m", "exporter", "build"]
    with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as process:
        while not (press / "build" / "story-0" / "manifest.json").exists():
            assert process.poll() is None
            time.sleep(0.01)
        process.terminate()
        _, errors = process.communicate(timeout=20)
    assert (process.returncode, errors) == (143, b"")
    assert list((press / "temporary").iterdir()) == []
    assert list((press / "build").glob("*/.*")) == []


@pytest.mark.parametrize(
    ("folder", "next_step"),
    [("my press", "cd 'my press' && pressroom build"), (".", "pressroom build")],
)
def test_a_new_project_tells_the_next_step(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], folder: str, next_step: str
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["init", folder]) == 0
    assert capsys.readouterr().out.endswith(f"The project is ready. Next: {next_step}\n")


def test_a_project_that_can_not_be_made_is_told_by_the_path_that_refuses(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("file").touch()
    assert main(["init", "file/press"]) == 1
    assert capsys.readouterr().err == (
        "pressroom: file/press/content: not a directory\n"
        "  hint: Is there room on the disk, and may you read and write there?\n"
    )


def test_a_final_copy_is_another_file_than_the_one_to_edit(press: Path) -> None:
    copy = press / "build" / "story" / "story.docx"
    assert main(["build", "--to", "word"]) == 0
    editing = copy.read_bytes()
    assert main(["build", "--to", "word", "--final"]) == 0
    assert (b"customXml" in editing, b"customXml" in copy.read_bytes()) == (True, False)


def test_a_copy_for_outsiders_can_have_no_comments(press: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["build", "--final", "--comments"])
    assert ended.value.code == 2
    last = capsys.readouterr().err.splitlines()[-1]
    assert last == "pressroom build: error: argument --comments: not allowed with argument --final"


def test_comments_are_in_the_word_copy_when_they_are_asked_for(press: Path) -> None:
    projects.make(press, {"content/story.md": f"{STORY}\n<!-- Is this so? -->\n"})
    assert main(["build", "--to", "word", "--comments"]) == 0
    with ZipFile(press / "build" / "story" / "story.docx") as archive:
        assert b"Is this so?" in archive.read("word/comments.xml")
