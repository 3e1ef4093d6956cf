"""The table of contents of a brief."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import docx
import pytest

from exporter.accessibility.check import check_word
from exporter.reading.content_file import read_release
from exporter.rendering.job import Job
from exporter.rendering.word.contents import INSTRUCTION
from tests import samples
from tests.rendering.word.whole_package import faults, schema_faults
from tests.rendering.word.word_jobs import Docx, Element, W, composed, made, page, style_of, texts

HEADINGS = ("# One & all[^n]", "## Two, *set apart*", "# Three", "# Four")
SECTIONS = "\n\nWords.\n\n".join(("", *HEADINGS, "[^n]: Note.\n"))


def brief(body: str, more: str = "") -> Job:
    front = f"---\nkind: brief\ntitle: A headline\nlang: en\n{more}---\n\n"
    release = read_release("content/story.md", (front + body).encode(), Path(), samples.brand()).value
    assert release is not None
    return composed(release)


def control(file: Docx) -> Element | None:
    return file.body.find(W + "sdt")


def listed(file: Docx) -> list[tuple[str, str]]:
    """The style and the words of each paragraph of the table of contents."""
    found = control(file)
    return [] if found is None else list(zip(map(style_of, found.iter(W + "p")), texts(found), strict=True))


def test_a_brief_of_three_sections_lists_the_headings_of_its_two_highest_levels() -> None:
    assert listed(made(brief(SECTIONS))) == [
        ("TOCHeading", "Contents"),
        ("TOC2", "One & all"),
        ("TOC3", "Two, set apart"),
        ("TOC2", "Three"),
        ("TOC2", "Four"),
    ]


@pytest.mark.parametrize(
    ("body", "more"),
    [(SECTIONS, "contents: false\n"), ("# One\n\nWords.\n\n# Two\n\nWords.\n", "")],
    ids=["that wants none", "of two sections"],
)
def test_a_brief_has_no_table_of_contents(body: str, more: str) -> None:
    assert listed(made(brief(body, more))) == []


def test_a_brief_of_one_section_has_one_that_wants_it() -> None:
    assert listed(made(brief("# One\n\nWords.\n", "contents: true\n"))) == [("TOCHeading", "Contents"), ("TOC2", "One")]


def test_each_entry_leads_to_its_heading() -> None:
    file = made(brief(SECTIONS))
    found = control(file)
    assert found is not None
    marks = [(paragraph, mark) for paragraph in file.body.iter(W + "p") for mark in paragraph.iter(W + "bookmarkStart")]
    words = {mark.get(W + "name"): "".join(t.text or "" for t in paragraph.iter(W + "t")) for paragraph, mark in marks}
    goals = [words[link.get(W + "anchor")] for link in found.iter(W + "hyperlink")]
    assert goals == ["One & all", "Two, set apart", "Three", "Four"]


def test_it_is_a_field_whose_result_is_the_entries_and_asks_nothing_on_opening() -> None:
    file = made(brief(SECTIONS))
    found = control(file)
    assert found is not None
    shown = list(found.iter(W + "fldChar", W + "instrText", W + "t"))[1:]  # without its own heading
    said = [mark.get(W + "fldCharType") or mark.text for mark in shown]
    assert said[:4] == ["begin", INSTRUCTION, "separate", "One & all"]
    assert said[-2:] == ["Four", "end"]
    assert file.parts["word/settings.xml"].find(W + "updateFields") is None
    assert all(mark.get(W + "dirty") is None for mark in found.iter(W + "fldChar"))


def test_word_would_list_the_same_headings_again() -> None:
    file = made(brief(SECTIONS))
    headings = [p for p in docx.Document(BytesIO(file.data)).paragraphs if p.style and p.style.name[-9:] in LISTED_STYLES]
    assert [heading.text.rstrip("1") for heading in headings] == [words for _, words in listed(file)[1:]]


LISTED_STYLES = ("Heading 2", "Heading 3")  # what \o "2-3" names, as python-docx calls it


def test_a_copy_with_one_is_whole_valid_and_accessible() -> None:
    data = made(brief(SECTIONS)).data
    assert (faults(data), schema_faults(data), check_word("x.docx", data)) == ([], [], ())


def test_a_table_of_contents_without_entries_is_no_field() -> None:
    file = made(page('<nav class="contents"><p class="listed">Contents</p></nav><p>Words.</p>'))
    assert (listed(file), list(file.body.iter(W + "fldChar"))) == ([("TOCHeading", "Contents")], [])
