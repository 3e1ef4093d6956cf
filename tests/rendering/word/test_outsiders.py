"""A copy for outsiders holds nothing of how it was made, and everything in it still leads where it did."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from exporter.parity.docx_reader import read
from exporter.pipeline import Options, build
from exporter.project import Project
from exporter.target import Target
from tests import projects
from tests.rendering.word.word_jobs import Docx, Element, R, W

ROOT = Path(__file__).parents[3]
NAMES = ("everything", "policy-brief")  # links within the text, from a note to a table, notes that are called twice


@pytest.fixture(scope="module", params=NAMES)
def copies(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Docx, Docx]:
    """The copy to edit and the copy for outsiders of a sample, built as the command builds them."""
    project, out, name = Project(ROOT), tmp_path_factory.mktemp("copies"), request.param
    return (
        built(project, out / "editing", name, Target(copy="editing")),
        built(project, out / "final", name, Target(copy="final")),
    )


def built(project: Project, out: Path, name: str, target: Target) -> Docx:
    """The Word copy of a content file."""
    story = project.root / "content" / f"{name}.md"
    (outcome,) = build(project, [story], Options(("word",), out, target=target), projects.world())
    assert outcome.fine, outcome.diagnostics
    return Docx((out / name / f"{name}.docx").read_bytes())


COMMENT = "please check the density"  # words of the note to colleagues in everything.md
MARKS = (b"_pr_", b"urn:pressroom", b"PressroomSource", b"PressroomFile", b"content/", b".md")
OTHER_MARKS = (b"_pc_", b"_to_", b"_note_", COMMENT.encode())


@pytest.mark.parametrize("mark", [*MARKS, *OTHER_MARKS], ids=bytes.decode)
def test_no_part_of_it_tells_of_the_content_file(mark: bytes, copies: tuple[Docx, Docx]) -> None:
    _, final = copies
    assert [name for name, data in final.files.items() if mark in data or mark in name.encode()] == []


def test_the_copy_to_edit_has_the_marks_that_are_sought(copies: tuple[Docx, Docx]) -> None:
    editing, _ = copies
    assert [mark for mark in MARKS if mark not in b"".join(editing.files.values())] == []


def test_it_has_no_custom_parts_and_no_comments(copies: tuple[Docx, Docx]) -> None:
    _, final = copies
    assert [name for name in final.files if re.search("custom|comment|people", name, re.IGNORECASE)] == []
    types = final.files["[Content_Types].xml"] + b"".join(
        data for name, data in final.files.items() if name.endswith(".rels")
    )
    assert [word for word in (b"custom", b"comment", b"people") if word in types.lower()] == []


def test_it_says_the_same(copies: tuple[Docx, Docx]) -> None:
    editing, final = copies
    assert read(final.data) == read(editing.data)


def test_its_links_and_notes_lead_where_those_of_the_copy_to_edit_lead(copies: tuple[Docx, Docx]) -> None:
    editing, final = copies
    assert ways(editing) == ways(final) != []


def ways(docx: Docx) -> list[tuple[str, str]]:
    """The words of each link inside the document and of each reference to a note, and those of the paragraph it leads to."""
    targets = {
        start.get(W + "name", ""): _words(start.getparent())
        for root in docx.stories().values()
        for start in root.iter(W + "bookmarkStart")
    }
    found = [
        (_words(link), targets[link.get(W + "anchor", "")])
        for root in docx.stories().values()
        for link in root.iter(W + "hyperlink")
        if link.get(R + "id") is None
    ]
    instructions = [text.text or "" for root in docx.stories().values() for text in root.iter(W + "instrText")]
    return found + [("NOTEREF", targets[text.split()[1]]) for text in instructions if text.split()[0] == "NOTEREF"]


def _words(element: Element | None) -> str:
    return "" if element is None else "".join(str(text.text) for text in element.iter(W + "t"))


def test_only_bookmarks_that_something_leads_to_are_left_with_neutral_names(copies: tuple[Docx, Docx]) -> None:
    _, final = copies
    starts = [start for root in final.stories().values() for start in root.iter(W + "bookmarkStart")]
    assert [start.get(W + "name") for start in starts] == [f"_Ref{number}" for number in range(1, len(starts) + 1)]
    ends = [end.get(W + "id", "") for root in final.stories().values() for end in root.iter(W + "bookmarkEnd")]
    assert sorted(ends) == sorted(start.get(W + "id", "") for start in starts) != []
