"""Every story is lived: LibreOffice edits the copy, the edited copy is merged, and the content file says what was done.

What should become of a story stands in `golden/`, as the lines of the content file that change and what is refused and why.
A law holds for each besides: the merged file, built and read again, has the words, formats and links of the edited copy
where nothing was refused.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from exporter.diagnostics import Result
from exporter.merging.copy.reading import read_copy
from exporter.merging.copy.view import Copy
from exporter.merging.fresh import Press
from exporter.merging.merge import Merge, merge
from tests.conftest import Golden
from tests.merging.office import copies as project_of
from tests.merging.office.outcome import told
from tests.merging.office.stories import STORIES
from tests.merging.office.story import Story
from tests.merging.office.writer import Office
from tests.merging.sayings import Saying, differing, sayings

GOLDEN = Path(__file__).with_name("golden")


class Desk:
    """A project, its copies, and somebody who edits them."""

    def __init__(self, office: Office, folder: Path) -> None:
        self.office, self.project = office, project_of.project(folder)
        self.copies = project_of.built(self.project)
        self.presses = {name: Press(self.project.content / f"{name}.md", self.project) for name in self.copies}
        self._rebuilt: dict[bytes, list[Saying]] = {}

    def source(self, story: Story) -> bytes:
        return (self.project.content / f"{story.release}.md").read_bytes()

    def edited(self, story: Story, author: str) -> Result[Copy]:
        return read_copy("edited.docx", self.office.edited(self.copies[story.release], story.edit, author, story.by_way_of))

    def merged(self, story: Story, copy: Copy) -> Merge:
        result = merge(copy, self.source(story), self.presses[story.release])
        assert result.diagnostics == ()
        assert result.value is not None
        return result.value

    def rebuilt(self, story: Story, data: bytes) -> list[Saying]:
        """What the copy of a content file with these bytes says."""
        if data not in self._rebuilt:
            fresh = self.presses[story.release].make(data).value
            assert fresh is not None
            self._rebuilt[data] = sayings(fresh.view)
        return self._rebuilt[data]


@pytest.fixture(scope="session")
def desk(office: Office, tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return Desk(office, tmp_path_factory.mktemp("desk"))


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.file)
def test_what_was_edited_is_what_is_merged(story: Story, desk: Desk, golden: Golden) -> None:
    ways = [story.author, ""] if story.untracked_too and story.author else [story.author]
    outcomes = {author: _lived(desk, story, author) for author in ways}
    golden(GOLDEN / f"{story.file}.txt", _together(outcomes))


def _lived(desk: Desk, story: Story, author: str) -> str:
    edited = desk.edited(story, author)
    if edited.value is None:
        return "".join(f"{said.code}: {said.fact}\n" for said in edited.diagnostics)
    merged = desk.merged(story, edited.value)
    rebuilt = desk.rebuilt(story, merged.data)
    if all(change.state == "merged" for change in merged.changes):
        assert differing(rebuilt, sayings(edited.value.final)) == []
    return told(merged, desk.source(story))


def _together(outcomes: dict[str, str]) -> str:
    """What a story comes to; tracked and untracked apart where they differ."""
    if len(set(outcomes.values())) == 1:
        return next(iter(outcomes.values()))
    return "\n".join(f"{f'tracked by {author}' if author else 'untracked'}:\n{text}" for author, text in outcomes.items())


def test_there_is_a_golden_file_for_every_story_and_no_other() -> None:
    assert sorted(file.stem for file in GOLDEN.glob("*.txt")) == sorted(story.file for story in STORIES)


def test_every_story_has_a_name_of_its_own() -> None:
    assert len({story.file for story in STORIES}) == len(STORIES) >= 40
