"""`pressroom merge`: what it prints and writes, and its exit status."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from exporter.errors import Refused
from exporter.outputs import write_over
from exporter.pipeline import Options
from tests import projects, samples

HERE = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
STORY = """---
title: Small ports grow
lang: en
date: 2026-05-12           # of the embargo
contact: {name: Tomas Reyl, email: press@harbour.example}
---

The lead says that 12 million tonnes passed.[^a]

A second paragraph follows it.

[^a]: Counted in 2025.
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project in which the Word copy was built."""
    made = projects.make(tmp_path, {"content/story.md": STORY, "_brand.yml": "meta: {name: Harbour Institute}\n"})
    assert [outcome.fine for outcome in projects.built(made, Options(("word",)))] == [True]
    return tmp_path


def edited(project: Path, name: str, *changes: tuple[str, str]) -> Path:
    """The copy with words of its document replaced."""
    out, copy = BytesIO(), project / "build" / "story" / "story.docx"
    with ZipFile(copy) as old, ZipFile(out, "w") as new:
        for entry in old.namelist():
            data = old.read(entry)
            for one, other in changes if entry.startswith("word/") else ():
                data = data.replace(one.encode(), other.encode())
            new.writestr(entry, data)
    path = project / name
    path.write_bytes(out.getvalue())
    return path


def merge(project: Path, *arguments: object) -> tuple[int, list[str], list[str]]:
    """Exit status, and the lines of both outputs."""
    command = [sys.executable, "-m", "exporter", "merge", *map(str, arguments)]
    run = subprocess.run(command, capture_output=True, text=True, check=False, cwd=project, env=HERE)
    return run.returncode, run.stdout.splitlines(), run.stderr.splitlines()


def source(project: Path) -> str:
    return (project / "content" / "story.md").read_text()


def test_a_copy_without_edits_changes_nothing(project: Path) -> None:
    path = edited(project, "same.docx")
    assert merge(project, path, "--write") == (0, [f"content/story.md ← {path}", "nothing was changed in this copy"], [])
    assert source(project) == STORY


def test_a_change_is_shown_and_not_written(project: Path) -> None:
    path = edited(project, "one.docx", ("12 million", "14 million"))
    assert merge(project, path) == (
        0,
        [
            f"content/story.md ← {path}",
            "  8: paragraph changed, not tracked",
            "    The lead says that [-12-]{+14+} million tonnes passed.[note]",
            "1 to merge",
            "nothing is written yet: --write puts it into the content file",
        ],
        [],
    )
    assert source(project) == STORY


def test_write_changes_the_words_and_nothing_else(project: Path) -> None:
    path = edited(project, "one.docx", ("12 million", "14 million"), ("Counted in 2025", "Counted in 2026"))
    status, lines, _ = merge(project, path, "--write")
    assert (status, lines[-2:]) == (0, ["2 to merge", "content/story.md is written"])
    assert source(project) == STORY.replace("12 million", "14 million").replace("Counted in 2025", "Counted in 2026")


def test_several_copies_are_merged_one_after_the_other(project: Path) -> None:
    one = edited(project, "one.docx", ("12 million", "14 million"))
    two = edited(project, "two.docx", ("follows", "comes after"))
    assert [merge(project, path, "--write")[0] for path in (one, two)] == [0, 0]
    assert source(project) == STORY.replace("12 million", "14 million").replace("follows", "comes after")


def test_a_copy_that_is_merged_again_is_there_already(project: Path) -> None:
    path = edited(project, "one.docx", ("12 million", "14 million"))
    merge(project, path, "--write")
    status, lines, _ = merge(project, path, "--write")
    assert (status, lines[1], lines[3:]) == (
        0,
        "  8: already there: paragraph changed, not tracked",
        ["1 already there", "nothing to write"],
    )


def test_two_copies_that_touch_the_same_block_are_in_conflict_and_nothing_is_written(project: Path) -> None:
    one = edited(project, "one.docx", ("12 million", "14 million"))
    two = edited(project, "two.docx", ("12 million", "12 billion"), ("follows", "comes after"))
    merge(project, one, "--write")
    before = source(project)
    assert merge(project, two, "--write") == (
        1,
        [
            f"content/story.md ← {two}",
            "  8: CONFLICT: paragraph changed, not tracked",
            "    The lead says that 12 [-million-]{+billion+} tonnes passed.[note]",
            "    the content file was changed here since this copy was made",
            "    now: The lead says that [-12-]{+14+} million tonnes passed.[note]",
            "  10: paragraph changed, not tracked",
            "    A second paragraph [-follows-]{+comes after+} it.",
            "1 to merge, 1 in conflict",
            "nothing is written: settle the conflicts in the content file or in the copy, and merge again",
        ],
        [],
    )
    assert source(project) == before


def test_what_pressroom_sets_is_refused_and_the_rest_is_written(project: Path) -> None:
    path = edited(project, "one.docx", ("For immediate release", "Please print"), ("follows", "comes after"))
    status, lines, _ = merge(project, path, "--write")
    assert status == 1
    assert [line for line in lines if "set by Pressroom" in line] != []
    assert source(project) == STORY.replace("follows", "comes after")


def test_machines_get_a_document(project: Path) -> None:
    path = edited(project, "one.docx", ("12 million", "14 million"))
    status, lines, _ = merge(project, path, "--format", "json")
    document = json.loads("\n".join(lines))
    assert (status, document["file"], document["written"]) == (0, "content/story.md", False)
    (change,) = document["changes"]
    assert {key: change[key] for key in ("state", "kind", "id", "line", "tracked", "words")} == {
        "state": "merged",
        "kind": "changed",
        "id": "p1",
        "line": 8,
        "tracked": False,
        "words": [
            ["same", "The lead says that "],
            ["out", "12"],
            ["in", "14"],
            ["same", " million tonnes passed.[note]"],
        ],
    }


def test_a_copy_of_a_file_that_is_gone_says_so_and_source_names_another(project: Path) -> None:
    path = edited(project, "one.docx", ("12 million", "14 million"))
    (project / "content" / "story.md").rename(project / "content" / "tale.md")
    status, _, said = merge(project, path)
    fact = "merge.no-content-file: this copy was made of content/story.md, which is not in this project"
    assert (status, said[0]) == (1, f"{path}: {fact}")
    assert merge(project, path, "--source", "content/tale.md", "--write")[0] == 0
    assert (project / "content" / "tale.md").read_text() == STORY.replace("12 million", "14 million")


def test_a_base_that_can_not_be_built_any_more_is_told(tmp_path: Path) -> None:
    figure = STORY.replace("A second", "![A buoy](buoy.png)\n\nA second")
    picture = samples.picture("buoy.png", "red").data
    made = projects.make(tmp_path, {"content/story.md": figure, "content/buoy.png": picture})
    assert [outcome.fine for outcome in projects.built(made, Options(("word",)))] == [True]
    (tmp_path / "content" / "buoy.png").unlink()
    (tmp_path / "content" / "story.md").write_text(STORY)
    status, _, said = merge(tmp_path, edited(tmp_path, "one.docx"))
    assert (status, [line for line in said if "merge.base" in line]) == (
        1,
        ["content/story.md: merge.base: the content file, as it was when this copy was made, can't be built any more"],
    )


def test_a_file_that_changed_meanwhile_is_not_written_over(tmp_path: Path) -> None:
    path = tmp_path / "story.md"
    path.write_bytes(b"newer")
    with pytest.raises(Refused) as refused:
        write_over(path, b"old", b"merged")
    assert [said.code for said in refused.value.diagnostics] == ["output.changed"]
    assert (path.read_bytes(), list(tmp_path.iterdir())) == (b"newer", [path])


def test_a_file_keeps_its_permissions_when_it_is_written_over(tmp_path: Path) -> None:
    path = tmp_path / "story.md"
    path.write_bytes(b"old")
    path.chmod(0o640)
    write_over(path, b"old", b"new")
    assert (path.read_bytes(), path.stat().st_mode & 0o777) == (b"new", 0o640)


def test_a_drawing_is_not_taken_for_another_picture(tmp_path: Path) -> None:
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"><rect width="20" height="10"/></svg>'
    story = STORY.replace("A second", '![A plan](plan.svg){alt="A square"}\n\nA second')
    made = projects.make(tmp_path, {"content/story.md": story, "content/plan.svg": svg})
    assert [outcome.fine for outcome in projects.built(made, Options(("word",)))] == [True]
    path = edited(tmp_path, "same.docx")
    assert merge(tmp_path, path)[1][1:] == ["nothing was changed in this copy"]
    with ZipFile(path) as old, ZipFile(tmp_path / "other.docx", "w") as new:
        for entry in old.namelist():
            data = old.read(entry)
            new.writestr(entry, samples.picture("x", "red", 20, 10).data if entry.startswith("word/media/") else data)
    status, lines, _ = merge(tmp_path, tmp_path / "other.docx")
    assert (status, lines[1:3]) == (
        1,
        [
            "  10: refused: picture changed, not tracked",
            "    pictures and their alternative texts are changed in the content file",
        ],
    )


def test_words_that_differ_because_the_brand_was_changed_are_told_as_that(project: Path) -> None:
    path = edited(project, "one.docx", ("12 million", "14 million"))
    (project / "_brand.yml").write_text("meta: {name: Institute of Harbours}\n")
    status, lines, _ = merge(project, path, "--write")
    reason = "    Pressroom sets these words; the brand, the labels or the templates were changed since this copy was made"
    assert (status, {line for line in lines if "Pressroom sets" in line}) == (1, {reason})
    assert source(project) == STORY.replace("12 million", "14 million")


def test_words_that_the_template_sets_bold_come_into_the_front_matter_plain(project: Path) -> None:
    path = edited(project, "one.docx", ("Tomas Reyl", "Tomas Rail"))
    assert merge(project, path, "--write")[0] == 0
    assert source(project) == STORY.replace("Tomas Reyl", "Tomas Rail")


def test_a_copy_that_lost_its_record_is_merged_into_the_content_file_that_its_properties_name(project: Path) -> None:
    path = edited(project, "one.docx", ("12 million", "14 million"))
    with ZipFile(path) as old, ZipFile(project / "two.docx", "w") as new:
        for entry in old.namelist():
            new.writestr(entry, b"<gone/>" if entry == "customXml/item1.xml" else old.read(entry))
    assert merge(project, "two.docx", "--write")[0] == 0
    assert source(project) == STORY.replace("12 million", "14 million")
    status, _, said = merge(project, "two.docx", "--write")
    fact = "merge.no-record: the record of this copy of content/story.md is gone"
    assert (status, said[0]) == (1, f"two.docx: {fact}")
