"""Comments of a copy as notes in the content file."""

from __future__ import annotations

from pathlib import Path

from exporter.merging.copy.view import Remark
from exporter.merging.fresh import Press
from exporter.merging.merge import Merge
from exporter.merging.remarks import note_of, with_remarks
from exporter.project import Project
from tests import projects

STORY = b"---\ntitle: Ports\n---\n\nShips sail.\n\n- one\n- two\n"
ADA = Remark("Ada Munk", "2026-05-12T09:00:00Z", "Is this so?", "p1", "sail")


def noted(folder: Path, data: bytes, *remarks: Remark) -> str:
    project = projects.make(folder, {"content/story.md": data})
    press = Press(folder / "content" / "story.md", Project(project.root))
    return with_remarks(Merge("story.md", data, remarks=remarks), press).data.decode()


def test_a_comment_stands_above_the_block_that_it_hangs_on(tmp_path: Path) -> None:
    note = "<!-- Ada Munk, 2026-05-12 on “sail”: Is this so? -->\n\n"
    assert noted(tmp_path, STORY, ADA) == STORY.decode().replace("Ships", note + "Ships")


def test_a_comment_on_an_item_stands_above_its_list(tmp_path: Path) -> None:
    about = Remark("", "", "Three?", "p3")
    assert noted(tmp_path, STORY, about) == STORY.decode().replace("- one", "<!-- Somebody: Three? -->\n\n- one")


def test_a_comment_on_the_headline_stands_at_the_beginning_of_the_text(tmp_path: Path) -> None:
    about = Remark("Ada Munk", "", "Longer?", "title")
    assert "---\n\n<!-- Ada Munk: Longer? -->\n\nShips" in noted(tmp_path, STORY, about)


def test_a_comment_that_is_there_is_not_written_twice(tmp_path: Path) -> None:
    once = noted(tmp_path / "a", STORY, ADA)
    assert noted(tmp_path / "b", once.encode(), ADA) == once


def test_line_ends_of_the_file_are_kept(tmp_path: Path) -> None:
    data = STORY.replace(b"\n", b"\r\n")
    assert noted(tmp_path, data, ADA).count("\n") == noted(tmp_path, data, ADA).count("\r\n")


def test_a_comment_can_not_end_the_note_that_it_stands_in() -> None:
    assert note_of(Remark("A", "", "a --> b <!-- c --", "p1")) == "A: a ‐‐> b <!‐- c"


def test_answers_follow_and_what_is_done_is_told() -> None:
    answered = Remark("A", "", "So?", "p1", replies=(Remark("B", "", "Yes.", "p1"),), done=True)
    assert note_of(answered) == "A (done): So? / B: Yes."


def test_a_comment_that_was_made_of_a_note_is_not_written_beside_it(tmp_path: Path) -> None:
    story = STORY.replace(b"Ships", b"<!-- Is this so? -->\n\nShips")
    assert noted(tmp_path, story, ADA) == story.decode()
