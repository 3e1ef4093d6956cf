"""A build makes every file of every release, or says why not and leaves what was there."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import os
import signal
from pathlib import Path

import pytest

from exporter.pipeline import Options, World, build
from exporter.target import Target
from exporter.workshop import Workshop
from tests import projects
from tests.projects import STORY

SUFFIXES = ("pdf", "docx", "html", "txt", "eml")


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_a_release_gets_its_folder_with_every_output(tmp_path: Path) -> None:
    (outcome,) = projects.built(projects.make(tmp_path, {"content/story.md": STORY}))
    assert (outcome.fine, outcome.diagnostics) == (True, ())
    assert sorted(contents(tmp_path / "build")) == sorted(
        ["story/manifest.json", *(f"story/story.{suffix}" for suffix in SUFFIXES)]
    )


def test_the_manifest_tells_the_source_each_files_hash_parity_and_versions(tmp_path: Path) -> None:
    projects.built(projects.make(tmp_path, {"content/story.md": STORY}))
    files = contents(tmp_path / "build" / "story")
    manifest = json.loads(files["manifest.json"])
    assert manifest["source"] == {"file": "story.md", "sha256": hashlib.sha256(STORY.encode()).hexdigest()}
    assert {name: entry["sha256"] for name, entry in manifest["files"].items()} == {
        name: hashlib.sha256(data).hexdigest() for name, data in files.items() if name != "manifest.json"
    }
    assert {channel: entry["agrees"] for channel, entry in manifest["parity"].items()} == {
        "pdf": True,
        "word": True,
        "email": True,
    }
    assert {"python", "weasyprint", "python-docx", "css-inline", "jinja2"} <= set(manifest["versions"])


def test_a_file_for_the_printing_house_is_made_beside_the_others_and_stands_in_the_manifest(tmp_path: Path) -> None:
    project = projects.make(tmp_path, {"content/story.md": STORY})
    (outcome,) = projects.built(project, Options(("pdf",), target=Target(print=True)))
    assert [path.name for path in outcome.paths] == ["story.pdf", "story-print.pdf", "manifest.json"]
    manifest = json.loads((tmp_path / "build" / "story" / "manifest.json").read_bytes())
    assert list(manifest["files"]) == ["story.pdf", "story-print.pdf"]


@pytest.mark.parametrize(
    "later",
    [projects.world(dt.datetime(2031, 1, 1, tzinfo=dt.UTC)), projects.world(dt.datetime(2040, 2, 2, 2, tzinfo=dt.UTC))],
)
def test_two_builds_on_two_days_give_the_same_bytes(tmp_path: Path, later: World) -> None:
    for name, outside in (("one", projects.world()), ("two", later)):
        projects.built(projects.make(tmp_path / name, {"content/story.md": STORY}), outside=outside)
    assert contents(tmp_path / "one" / "build") == contents(tmp_path / "two" / "build")


def test_without_a_date_the_variable_makes_two_builds_the_same(tmp_path: Path) -> None:
    story = STORY.replace("date: 2026-05-12\n", "")
    for name, year in (("one", 2030), ("two", 2033)):
        outside = projects.world(dt.datetime(year, 1, 1, tzinfo=dt.UTC), SOURCE_DATE_EPOCH="1700000000")
        projects.built(projects.make(tmp_path / name, {"content/story.md": story}), outside=outside)
    assert contents(tmp_path / "one" / "build") == contents(tmp_path / "two" / "build")


def test_a_failed_build_leaves_the_last_good_output_in_place(tmp_path: Path) -> None:
    project = projects.make(tmp_path, {"content/story.md": STORY})
    projects.built(project)
    before = contents(tmp_path / "build")
    projects.make(tmp_path, {"content/story.md": STORY.replace("title:", "titel:")})
    (outcome,) = projects.built(project)
    assert outcome.fine is False
    assert contents(tmp_path / "build") == before


def test_one_broken_release_does_not_stop_the_others(tmp_path: Path) -> None:
    files = {f"content/{name}.md": STORY for name in ("a", "c", "d", "e", "f")}
    outcomes = projects.built(projects.make(tmp_path, {**files, "content/b.md": "no front matter"}))
    assert [outcome.fine for outcome in outcomes] == [True, False, True, True, True, True]


@pytest.mark.parametrize(
    ("channels", "suffixes"),
    [
        (("pdf",), ["pdf"]),
        (("word",), ["docx"]),
        (("email",), ["eml", "html", "txt"]),
        (("word", "email"), ["docx", "eml", "html", "txt"]),
    ],
)
def test_only_the_channels_that_are_asked_for_are_made(
    tmp_path: Path, channels: tuple[str, ...], suffixes: list[str]
) -> None:
    projects.built(projects.make(tmp_path, {"content/story.md": STORY}), Options(channels))
    made = [name.rsplit(".", 1)[1] for name in contents(tmp_path / "build") if not name.endswith("manifest.json")]
    assert sorted(made) == suffixes


def test_outputs_go_to_another_folder_when_asked(tmp_path: Path) -> None:
    projects.built(
        projects.make(tmp_path / "press", {"content/story.md": STORY}), Options(("email",), tmp_path / "elsewhere")
    )
    assert sorted(contents(tmp_path / "elsewhere")) == [
        "story/manifest.json",
        "story/story.eml",
        "story/story.html",
        "story/story.txt",
    ]


def test_warnings_fail_a_strict_build(tmp_path: Path) -> None:
    story = STORY.replace("A second", "[A second](relative.html)")
    project = projects.make(tmp_path, {"content/story.md": story})
    assert [outcome.fine for outcome in projects.built(project, Options(("email",)))] == [True]
    assert [outcome.fine for outcome in projects.built(project, Options(("email",), strict=True))] == [False]


def test_two_content_files_of_one_name_are_refused_since_their_outputs_would_collide(tmp_path: Path) -> None:
    project = projects.make(tmp_path, {"content/a/story.md": STORY, "content/b/story.md": STORY})
    outcomes = projects.built(project, Options(("email",)))
    assert [outcome.fine for outcome in outcomes] == [True, False]
    assert "build.same-name" in projects.told(outcomes)[0]


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    project = projects.make(tmp_path, {"content/story.md": STORY, "build": "a file stands here"})
    (told,) = projects.told(projects.built(project, Options(("email",))))
    assert "output.unwritable: the outputs can't be written: not a directory" in told


def test_a_content_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    project = projects.make(tmp_path, {})
    (outcome,) = build(project, [tmp_path / "content" / "gone.md"], Options(("email",)), projects.world())
    assert not outcome.fine
    assert projects.told([outcome]) == [
        f"{tmp_path}/content/gone.md: file.unreadable: this file can't be read: no such file or directory"
    ]


def test_a_worker_that_dies_is_told_with_its_channel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Workshop, "__call__", lambda *_: os.kill(os.getpid(), signal.SIGKILL))
    project = projects.make(tmp_path, {"content/story.md": STORY})
    assert projects.told(projects.built(project, Options(("word",)))) == [
        f"{tmp_path}/content/story.md: build.worker-lost: the word channel was not finished:"
        " its process was ended by signal 9"
    ]
    assert contents(tmp_path / "build") == {}


def test_a_brand_file_that_leads_nowhere_is_told_and_not_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = projects.make(tmp_path, {"content/story.md": STORY})
    (tmp_path / "_brand.yml").symlink_to("nowhere.yml")
    monkeypatch.chdir(tmp_path)
    assert projects.told(projects.built(project)) == [
        "_brand.yml: brand.unreadable: the brand file can't be read: no such file or directory"
    ]
