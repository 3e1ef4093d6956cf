"""A project is found from any of its files."""

from __future__ import annotations

from pathlib import Path

from exporter.project import find_project, stories


def test_the_nearest_folder_with_a_brand_or_content_is_the_project(tmp_path: Path) -> None:
    (tmp_path / "outer" / "content" / "deep").mkdir(parents=True)
    story = tmp_path / "outer" / "content" / "deep" / "story.md"
    story.touch()
    assert find_project(story).root == tmp_path / "outer"


def test_a_file_outside_any_project_has_its_own_folder(tmp_path: Path) -> None:
    story = tmp_path / "story.md"
    story.touch()
    assert find_project(story).root == tmp_path


def test_a_project_without_a_brand_file_has_none(tmp_path: Path) -> None:
    assert find_project(tmp_path).brand is None


def test_stories_come_sorted_from_all_folders_without_hidden_ones(tmp_path: Path) -> None:
    for name in ("b.md", "a.md", "deep/c.md", "_draft.md", ".hidden.md", "_notes/d.md", "picture.png"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    assert [str(path.relative_to(tmp_path)) for path in stories(tmp_path)] == ["a.md", "b.md", "deep/c.md"]
