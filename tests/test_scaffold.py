"""A new project is small and builds; a new content file explains itself and writes over nothing."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import IO, Any

import pytest

from exporter.errors import Refused
from exporter.project import Project
from exporter.scaffold import make_project, make_story, slug, story
from exporter.terminal import draw

TODAY = dt.date(2026, 5, 12)


def files(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def test_a_new_project_has_a_brand_a_first_story_and_no_copy_of_a_packaged_template(tmp_path: Path) -> None:
    make_project(tmp_path / "deep" / "press", TODAY)
    assert files(tmp_path / "deep" / "press") == [
        ".gitignore",
        "_brand.yml",
        "content/our-first-release.md",
        "templates/README.md",
    ]


def test_what_stands_in_the_folder_stays_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "_brand.yml").write_text("mine")
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "story.md").write_text("mine too")
    assert [path.name for path in make_project(tmp_path, TODAY)] == ["README.md", ".gitignore"]
    assert [(tmp_path / name).read_text() for name in ("_brand.yml", "content/story.md")] == ["mine", "mine too"]


def told(refused: pytest.ExceptionInfo[Refused]) -> list[str]:
    return [draw(diagnostic, colour=False) for diagnostic in refused.value.diagnostics]


def test_a_project_is_not_made_where_a_file_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "file").touch()
    with pytest.raises(Refused) as refused:
        make_project(Path("file"), TODAY)
    assert told(refused) == ["file: project.not-a-folder: this is a file, not a folder"]


def test_a_content_file_of_that_name_is_never_written_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    path = make_story(Project(tmp_path), "Ports grow", "en", TODAY)
    path.write_text("edited")
    with pytest.raises(Refused) as refused:
        make_story(Project(tmp_path), "Ports — grow!", "en", TODAY)
    assert path.read_text() == "edited"
    assert told(refused) == [
        "content/ports-grow.md: story.exists: there is a content file of this name already\n"
        "  hint: Choose another headline, or edit that file."
    ]


@pytest.mark.parametrize(
    ("headline", "name"),
    [
        ("Small ports: 12 million tonnes", "small-ports-12-million-tonnes"),
        ("Élargissement à l’Est", "elargissement-a-l-est"),
        ("日米同盟の行方", "日米同盟の行方"),
        ("ガラスの港", "ガラスの港"),
        ("हिन्दी में शीर्षक", "हिन्दी-में-शीर्षक"),
        ("Район", "район"),
        ("../../etc/passwd", "etc-passwd"),
        ("snake_case", "snake-case"),
        ("“!”", ""),
        ("word " * 40, "word-word-word-word-word-word-word-word-word-word-word-word"[:59]),
    ],
)
def test_a_headline_names_its_file(headline: str, name: str) -> None:
    assert slug(headline) == name


def test_a_headline_without_letters_names_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(Refused) as refused:
        make_story(Project(tmp_path), "?!", "en", TODAY)
    assert told(refused) == ["content: story.no-name: “?!” has no letter or digit to name a file by"]


@pytest.mark.parametrize(
    ("headline", "line"),
    [
        ("Ports grow", "title: Ports grow"),
        ("Ports: a survey", 'title: "Ports: a survey"'),
        ("“We” say #1", 'title: "“We” say #1"'),
        ('Say "yes"\nnow', 'title: "Say \\"yes\\" now"'),
        ("No", 'title: "No"'),
        ("日米同盟", 'title: "日米同盟"'),
        ("A\x01 bell\x7f", "title: A bell"),
    ],
)
def test_a_headline_is_written_so_that_yaml_reads_it_back(headline: str, line: str) -> None:
    assert line in story(headline, "en", TODAY).split("\n")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
def test_on_a_full_disk_no_empty_file_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = Path.open

    def on_a_full_disk(path: Path, mode: str = "r", *arguments: Any, **options: Any) -> IO[Any]:
        stream = opened(path, mode, *arguments, **options)
        if mode == "r":
            return stream
        stream.close()
        return opened(Path("/dev/full"), "w", encoding="utf-8")

    with monkeypatch.context() as full:
        full.setattr(Path, "open", on_a_full_disk)
        with pytest.raises(OSError, match=r"No space left on device: '.*ports-grow\.md'"):
            make_story(Project(tmp_path), "Ports grow", "en", TODAY)
    assert files(tmp_path) == []
