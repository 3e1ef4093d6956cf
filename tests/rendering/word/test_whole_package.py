"""Every Word copy that we make is whole; and a file that is not is seen to be."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from msgspec.structs import replace

from exporter.reading.brand.file import read_brand
from exporter.reading.content_file import read_release
from exporter.record import Origin
from exporter.target import Target, WordCopy
from tests.rendering.word.whole_package import faults, schema_faults
from tests.rendering.word.word_jobs import composed, made

ROOT = Path(__file__).parents[3]
STORIES = sorted((*(ROOT / "content").glob("*.md"), *(ROOT / "tests" / "golden" / "languages").glob("*.md")))


def copy_of(story: Path, copy: WordCopy = "editing", notes: str = "") -> bytes:
    """The Word copy of a content file; its notes stand at the end when that is what `notes` says."""
    brand = read_brand(ROOT / "_brand.yml", ROOT).value
    assert brand is not None
    data = story.read_bytes()
    release = read_release(str(story), data, ROOT, brand).value
    assert release is not None
    if notes == "end":
        release = replace(release, meta=replace(release.meta, notes="end"))
    job = composed(release, brand)
    return made(replace(job, target=Target(copy=copy), origin=Origin(f"content/{story.name}", data))).data


def test_there_are_samples_of_every_kind_and_script() -> None:
    assert {"everything", "statement", "ar", "he", "ja", "zh-Hant"} <= {story.stem for story in STORIES}


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.stem)
def test_a_copy_is_whole_and_valid(story: Path) -> None:
    data = copy_of(story)
    assert (faults(data), schema_faults(data)) == ([], [])


@pytest.mark.parametrize("copy", ["comments", "final"])
def test_so_is_one_with_comments_and_one_for_outsiders(copy: WordCopy) -> None:
    data = copy_of(ROOT / "content" / "everything.md", copy)
    assert (faults(data), schema_faults(data)) == ([], [])


def test_so_is_one_with_endnotes() -> None:
    data = copy_of(ROOT / "content" / "everything.md", notes="end")
    assert (faults(data), schema_faults(data)) == ([], [])


# --- what is not whole is seen -----------------------------------------------------------------------------------------

BROKEN = (  # part, what stands in it once at least, what comes in its place once, what is said
    ("word/document.xml", 'w:name="_pr_p1"', 'w:name="_pr_title"', "two bookmarks are called _pr_title"),
    ("word/document.xml", 'w:name="_pr_p1"', 'w:name="p 1"', "the bookmark p 1 has a name that Word refuses"),
    ("word/document.xml", '<w:bookmarkEnd w:id="0"/>', "", "word/document.xml: the bookmark 0 has no end"),
    ("word/document.xml", '<w:bookmarkStart w:id="0"', '<w:bookmarkStart w:id="1"', "two bookmarks have the id 1"),
    ("word/document.xml", 'w:anchor="', 'w:anchor="x', "a link leads to x_pr_h1, which is not there"),
    ("word/document.xml", " NOTEREF ", " NOTEREF x", "a field NOTEREF names x_note_n1, which is not there"),
    ("word/document.xml", 'w:fldCharType="end"', 'w:fldCharType="begin"', "word/document.xml: a field has no end"),
    ("word/document.xml", 'footnoteReference w:id="1"', 'footnoteReference w:id="9"', "the footnote 1 is called nowhere"),
    ("word/footnotes.xml", '<w:footnote w:id="1"', '<w:footnote w:id="2"', "two footnotes have the id 2"),
    ("word/document.xml", 'pStyle w:val="Title"', 'pStyle w:val="None"', "pStyle names the style None, which is not there"),
    (
        "word/document.xml",
        'pStyle w:val="Title"',
        'pStyle w:val="Strong"',
        "pStyle names Strong, which is a style of the kind character",
    ),
    ("word/styles.xml", '<w:name w:val="Strong"/>', '<w:name w:val="emphasis"/>', "two styles are called emphasis"),
    ("word/document.xml", '<w:numId w:val="', '<w:numId w:val="99', "the list 996 is not there"),
    ("word/numbering.xml", '<w:num w:numId="1"', '<w:num w:numId="2"', "two lists have the id 2"),
    ("word/document.xml", 'r:embed="', 'r:embed="x', "word/document.xml has no relation xrId"),
    ("word/_rels/document.xml.rels", 'Target="styles.xml"', 'Target="style.xml"', "nothing leads to word/styles.xml"),
    ("word/document.xml", '<wp:docPr id="1"', '<wp:docPr id="2"', "two pictures have the id 2"),
    ("[Content_Types].xml", "/word/theme.xml", "/word/t.xml", "a content type is given for word/t.xml, which is not there"),
    ("word/document.xml", "<w:keepNext/>", '<w:jc w:val="left"/><w:keepNext/>', "out of order: pPr: pStyle jc keepNext"),
    ("word/comments.xml", '<w:comment w:id="0"', '<w:comment w:id="7"', "commentReference 0 has no comment"),
)  # fmt: skip


@pytest.fixture(scope="module")
def whole() -> bytes:
    return copy_of(ROOT / "content" / "everything.md", "comments")


@pytest.mark.parametrize(("part", "old", "new", "said"), BROKEN, ids=[broken[3] for broken in BROKEN])
def test_a_fault_is_told(part: str, old: str, new: str, said: str, whole: bytes) -> None:
    assert any(said in fault for fault in faults(changed(whole, part, old, new)))


def test_what_the_schema_refuses_is_told(whole: bytes) -> None:
    (fault, *_) = schema_faults(changed(whole, "word/document.xml", 'jc w:val="right"', 'jc w:val="middle"'))
    assert "Invalid value for attribute 'val': Value 'middle'" in fault


def changed(data: bytes, part: str, old: str, new: str) -> bytes:
    """The package with the first `old` of a part as `new`."""
    out = BytesIO()
    with ZipFile(BytesIO(data)) as archive, ZipFile(out, "w") as made_of_it:
        for name in archive.namelist():
            text = archive.read(name)
            if name == part:
                assert old.encode() in text
                text = text.replace(old.encode(), new.encode(), 1)
            made_of_it.writestr(name, text)
    return out.getvalue()
