"""Pictures are found inside the project only, read whole, and named so that no two share a name."""

from __future__ import annotations

import os
from pathlib import Path, PurePosixPath

import pytest

from exporter.model import Image
from exporter.reading.pictures import assets
from exporter.reading.pictures.assets import Pictures, load_picture
from exporter.reading.problem import Problem
from tests.reading.pictures.pictures import picture, svg


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with a picture in `content/images/`, and one outside of it."""
    (tmp_path / "project" / "content" / "images").mkdir(parents=True)
    (tmp_path / "project" / "content" / "images" / "quay.png").write_bytes(picture())
    (tmp_path / "outside.png").write_bytes(picture())
    return tmp_path / "project"


def load(reference: str, project: Path) -> Image | Problem:
    return load_picture(reference, project / "content", project)


def loaded(reference: str, project: Path) -> Image:
    image = load(reference, project)
    assert isinstance(image, Image), image
    return image


@pytest.mark.parametrize("reference", ["images/quay.png", "./images/../images/quay.png", "/content/images/quay.png"])
def test_paths_begin_at_the_file_or_at_the_project(reference: str, project: Path) -> None:
    image = loaded(reference, project)
    assert image.path == PurePosixPath("content/images/quay.png")
    assert (image.media_type, image.width, image.height, image.data) == ("image/png", 32, 20, picture())


def test_a_path_may_be_percent_encoded(project: Path) -> None:
    (project / "content" / "two words.png").write_bytes(picture())
    assert loaded("two%20words.png", project).path.name == "two words.png"
    (project / "content" / "100%25.png").write_bytes(picture())
    assert loaded("100%25.png", project).path.name == "100%25.png"


def test_the_content_says_what_a_picture_is(project: Path) -> None:
    (project / "content" / "photo.png").write_bytes(picture("JPEG"))
    image = loaded("photo.png", project)
    assert image.media_type == "image/jpeg"
    assert image.name.endswith(".jpg")


def test_names_are_safe_and_differ_when_pictures_do(project: Path) -> None:
    images = []
    for folder, width in (("a", 10), ("b", 11)):
        (project / "content" / folder).mkdir()
        (project / "content" / folder / "Größe (1).png").write_bytes(picture(width=width))
        images.append(loaded(f"{folder}/Größe (1).png", project))
    assert [image.name.rpartition("-")[0] for image in images] == ["Gr-e-1", "Gr-e-1"]
    assert images[0].name != images[1].name


def test_a_name_of_signs_alone_is_replaced(project: Path) -> None:
    (project / "content" / "港.svg").write_bytes(svg())
    assert loaded("港.svg", project).name.startswith("picture-")


@pytest.mark.parametrize(
    ("reference", "problem"),
    [
        ("", Problem("image.missing", "this picture names no file", "Put its path between the parentheses.")),
        ("images/quai.png", Problem("image.missing", "there is no file “images/quai.png”", "Did you mean “quay.png”?")),
        (
            "image/quay.png",
            Problem("image.missing", "there is no file “image/quay.png”", "There is no folder “image” there."),
        ),
        (
            "images\\quay.png",
            Problem("image.missing", "there is no file “images\\quay.png”", "Write / between folders, not \\."),
        ),
        ("images", Problem("image.missing", "this is a folder, not a picture", "Name a file in it.")),
        (
            "../../outside.png",
            Problem("image.outside", "“../../outside.png” leads out of the project", "Copy it into the project."),
        ),
        (
            "/../outside.png",
            Problem("image.outside", "“/../outside.png” leads out of the project", "Copy it into the project."),
        ),
        (
            "%2e%2e/%2e%2e/outside.png",
            Problem("image.outside", "“%2e%2e/%2e%2e/outside.png” leads out of the project", "Copy it into the project."),
        ),
        (
            "https://a.example/x.png",
            Problem(
                "image.remote",
                "pictures are taken from the project only",
                "Download it into the project, for example into content/images/, and name it by its path there.",
            ),
        ),
    ],
)
def test_what_cannot_be_found_is_told(reference: str, problem: Problem, project: Path) -> None:
    assert load(reference, project) == problem


@pytest.mark.parametrize(
    "reference", ["//a.example/x.png", "data:image/png;base64,AAAA", "file:///x.png", "HTTP://a.example"]
)
def test_addresses_of_any_kind_are_no_files_of_the_project(reference: str, project: Path) -> None:
    problem = load(reference, project)
    assert isinstance(problem, Problem)
    assert problem.code == "image.remote"


def test_a_link_that_leads_out_of_the_project_is_refused(project: Path) -> None:
    (project / "content" / "link.png").symlink_to(project.parent / "outside.png")
    (project / "content" / "linked").symlink_to(project.parent)
    codes = [load(reference, project) for reference in ("link.png", "linked/outside.png")]
    assert [one.code for one in codes if isinstance(one, Problem)] == ["image.outside", "image.outside"]


def test_a_link_inside_of_the_project_is_followed(project: Path) -> None:
    (project / "content" / "link.png").symlink_to(project / "content" / "images" / "quay.png")
    assert loaded("link.png", project).path == PurePosixPath("content/images/quay.png")


def test_a_link_to_itself_is_missing(project: Path) -> None:
    (project / "content" / "loop.png").symlink_to(project / "content" / "loop.png")
    problem = load("loop.png", project)
    assert isinstance(problem, Problem)
    assert problem.code == "image.missing"


def test_a_pipe_is_not_waited_for(project: Path) -> None:
    os.mkfifo(project / "content" / "pipe.png")
    assert load("pipe.png", project) == Problem("image.unreadable", "this is no ordinary file")


def test_a_name_that_no_file_can_have_is_missing(project: Path) -> None:
    problem = load("a" * 5000 + ".png", project)
    assert isinstance(problem, Problem)
    assert problem.code == "image.missing"
    assert len(problem.fact) < 120


def test_a_large_file_is_refused(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with (project / "content" / "large.png").open("wb") as file:
        file.truncate(assets.LARGEST + 1)
    problem = load("large.png", project)
    assert isinstance(problem, Problem)
    assert (problem.code, problem.fact) == ("image.too-large", "this picture has 20 MB")


def test_a_small_file_with_too_many_pixels_is_refused(project: Path) -> None:
    (project / "content" / "bomb.png").write_bytes(picture(width=10_000, height=6_001, mode="1"))
    problem = load("bomb.png", project)
    assert isinstance(problem, Problem)
    assert problem.fact == "this picture has 10000 × 6001 pixels"


def test_a_picture_is_read_once_however_often_it_is_named(project: Path) -> None:
    pictures = Pictures(project, project / "content")
    first = pictures.load("images/quay.png")
    (project / "content" / "images" / "quay.png").unlink()
    assert pictures.load("images/quay.png") is first
