"""What can't be merged: a clear answer each, nothing written, nothing lost."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from exporter.pipeline import Options
from tests import projects
from tests.commands.test_merge import HERE

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def merge(project: Path, *arguments: object) -> tuple[int, list[str], list[str]]:
    command = [sys.executable, "-m", "exporter", "merge", *map(str, arguments)]
    run = subprocess.run(command, capture_output=True, text=True, check=False, cwd=project, env=HERE)
    return run.returncode, run.stdout.splitlines(), run.stderr.splitlines()


def built(folder: Path, story: str = projects.STORY) -> bytes:
    """The Word copy of a project's only story."""
    made = projects.make(folder, {"content/story.md": story})
    assert [outcome.fine for outcome in projects.built(made, Options(("word",)))] == [True]
    return (folder / "build" / "story" / "story.docx").read_bytes()


def changed(copy: bytes, change: Callable[[str, bytes], bytes | None]) -> bytes:
    """A copy with each of its parts changed; None leaves one out."""
    out = BytesIO()
    with ZipFile(BytesIO(copy)) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = change(name, old.read(name))
            if data is not None:
                new.writestr(name, data)
    return out.getvalue()


def in_document(*pairs: tuple[str, str]) -> Callable[[str, bytes], bytes]:
    def change(name: str, data: bytes) -> bytes:
        for one, other in pairs if name == "word/document.xml" else ():
            data = data.replace(one.encode(), other.encode())
        return data

    return change


def odt(copy: bytes) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", "<x/>")
    return out.getvalue()


def without_record(name: str, data: bytes) -> bytes:
    return b"<other/>" if name in ("customXml/item1.xml", "docProps/custom.xml") else data


BAD: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "an older .doc": (lambda copy: OLE + b"\0" * 2000, "docx.doc"),
    "an .odt": (odt, "docx.odt"),
    "a text": (lambda copy: b"Ships sail.", "docx.not-a-zip"),
    "a file cut off": (lambda copy: copy[:-400], "docx.broken"),
    "a zip bomb": (
        lambda copy: changed(copy, in_document(("</w:body>", " " * 40_000_000 + "</w:body>"))),
        "docx.bomb",
    ),
    "entities in its XML": (
        lambda copy: changed(
            copy,
            lambda name, data: (
                data.replace(b"<w:document", b'<!DOCTYPE a [<!ENTITY b "c">]><w:document', 1)
                if name == "word/document.xml"
                else data
            ),
        ),
        "docx.entities",
    ),
    "a copy whose record was stripped": (lambda copy: changed(copy, without_record), "merge.no-record"),
    "a record that was tampered with": (
        lambda copy: changed(copy, lambda name, data: data.replace(b"sha256=", b"sha257=") if "item1" in name else data),
        "merge.broken-record",
    ),
}


@pytest.mark.parametrize(("make", "code"), BAD.values(), ids=BAD)
def test_a_file_that_is_no_copy_is_told_as_what_it_is(make: Callable[[bytes], bytes], code: str, tmp_path: Path) -> None:
    path = tmp_path / "edited.docx"
    path.write_bytes(make(built(tmp_path)))
    before = {file: file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()}
    status, out, said = merge(tmp_path, path, "--write")
    assert (status, out, said[0].split(": ")[:2]) == (1, [], [str(path), code])
    assert not any("Traceback" in line for line in said)
    assert {file: file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()} == before


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    built(tmp_path)
    status, _, said = merge(tmp_path, "nowhere.docx")
    assert (status, said[0]) == (1, "nowhere.docx: file.unreadable: this file can't be read: no such file or directory")


def test_a_copy_of_an_older_content_file_is_merged_where_nothing_else_was_changed(tmp_path: Path) -> None:
    copy = built(tmp_path)
    now = projects.STORY.replace("A second", "Something new.\n\nA second").replace("title: Small", "title: Quite small")
    (tmp_path / "content" / "story.md").write_text(now)
    (tmp_path / "edited.docx").write_bytes(changed(copy, in_document(("12 million", "14 million"))))
    assert merge(tmp_path, "edited.docx", "--write")[0] == 0
    assert (tmp_path / "content" / "story.md").read_text() == now.replace("12 million", "14 million")


def test_a_content_file_that_can_not_be_read_any_more_is_told_at_its_place(tmp_path: Path) -> None:
    (tmp_path / "edited.docx").write_bytes(changed(built(tmp_path), in_document(("12 million", "14 million"))))
    broken = projects.STORY.replace("A second", "<b>A second</b>")
    (tmp_path / "content" / "story.md").write_text(broken)
    status, _, said = merge(tmp_path, "edited.docx", "--write")
    assert (status, said[0].startswith("content/story.md:10:1: markdown.raw-html")) == (1, True)
    assert (tmp_path / "content" / "story.md").read_text() == broken


def test_one_piece_in_two_places_is_refused(tmp_path: Path) -> None:
    copy = built(tmp_path)
    start = '<w:bookmarkStart w:id="900" w:name="_pr_p2"/><w:r><w:t>Twice.</w:t></w:r><w:bookmarkEnd w:id="900"/>'
    twice = changed(copy, in_document(("<w:sectPr", f"<w:p>{start}</w:p><w:sectPr")))
    (tmp_path / "edited.docx").write_bytes(twice)
    status, out, _ = merge(tmp_path, "edited.docx", "--write")
    assert status == 1
    assert [line for line in out if "refused" in line] != []
    assert (tmp_path / "content" / "story.md").read_text() == projects.STORY


def test_ten_thousand_paragraphs_are_merged(tmp_path: Path) -> None:
    body = "\n\n".join(f"Paragraph number {number} of the whole." for number in range(10_000))
    story = f"---\ntitle: Ports\nlang: en\n---\n\n{body}\n"
    edited = changed(built(tmp_path, story), in_document(("number 5000 of", "number 5000 and a half of")))
    (tmp_path / "edited.docx").write_bytes(edited)
    status, out, said = merge(tmp_path, "edited.docx", "--write")
    assert (status, out[1:2], said) == (0, ["  10006: paragraph changed, not tracked"], [])
    assert (tmp_path / "content" / "story.md").read_text() == story.replace("number 5000 of", "number 5000 and a half of")
