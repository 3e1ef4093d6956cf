"""The desk itself: what is done there is in the file, and no LibreOffice is left running."""

from __future__ import annotations

import zipfile
from contextlib import suppress
from io import BytesIO
from pathlib import Path

import pytest
from lxml import etree

from tests.merging.office.writer import Office, Text, programs

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def body(docx: bytes, part: str = "document") -> etree._Element:
    with zipfile.ZipFile(BytesIO(docx)) as archive:
        return etree.fromstring(archive.read(f"word/{part}.xml"))


def words(root: etree._Element) -> str:
    return "".join(text.text or "" for text in root.iter(W + "t"))


def test_what_is_typed_is_in_the_file_untracked(office: Office, copies: dict[str, bytes]) -> None:
    root = body(office.edited(copies["quays"], lambda text: text.after("observers to every quay").type(" twice")))
    assert "observers to every quay twice between" in words(root)
    assert list(root.iter(W + "ins")) == []


def test_what_is_typed_and_deleted_with_tracking_has_its_author(office: Office, copies: dict[str, bytes]) -> None:
    def story(text: Text) -> None:
        text.after("observers to every quay").type(" twice")
        text.by("Ines Calder").over("today").delete()

    root = body(office.edited(copies["quays"], story, author="Ada Munk"))
    assert [(change.get(W + "author"), words(change)) for change in root.iter(W + "ins")] == [("Ada Munk", " twice")]
    assert [change.get(W + "author") for change in root.iter(W + "del")] == ["Ines Calder"]


def test_a_comment_has_its_author_and_its_words(office: Office, copies: dict[str, bytes]) -> None:
    edited = office.edited(copies["quays"], lambda text: text.over("every quay").comment("Every one?", "Ada Munk"))
    found = [(comment.get(W + "author"), words(comment)) for comment in body(edited, "comments").iter(W + "comment")]
    assert found == [("Ada Munk", "Every one?")]
    assert words(body(office.saved(edited), "comments")) == "Every one?"


@pytest.mark.parametrize("between", [".odt", ".doc"])
def test_a_copy_can_be_saved_as_something_else_in_between(between: str, office: Office, copies: dict[str, bytes]) -> None:
    edited = office.edited(copies["quays"], lambda text: text.after("every quay").type(" twice"), by_way_of=between)
    assert "every quay twice" in words(body(edited))


def test_words_that_are_not_there_are_an_error_that_names_them(office: Office, copies: dict[str, bytes]) -> None:
    with pytest.raises(RuntimeError) as raised:
        office.edited(copies["quays"], lambda text: text.over("Unheard of"))
    assert "LookupError: “Unheard of” stands there 0 times" in str(raised.value)


def test_after_a_crash_the_next_edit_starts_libreoffice_anew(office: Office, copies: dict[str, bytes]) -> None:
    def crash(text: Text) -> None:
        text.after("every quay")
        office.kill()
        text.type(" twice")

    with pytest.raises((RuntimeError, OSError)):
        office.edited(copies["quays"], crash)
    assert "every quay twice" in words(body(office.edited(copies["quays"], lambda text: text.after("quay").type(" twice"))))


@pytest.mark.skipif(not Path("/proc/self/cmdline").exists(), reason="this system has no /proc to see what runs")
def test_nothing_runs_after_the_desk_was_removed(office: Office, copies: dict[str, bytes]) -> None:
    second = Office(*programs())
    second.saved(copies["quays"])
    name = second.folder.name
    assert _running_with(name) > 0
    second.remove()
    assert _running_with(name) == 0


def _running_with(name: str) -> int:
    """How many processes have that in their command line."""
    found = 0
    for file in Path("/proc").glob("[0-9]*/cmdline"):
        with suppress(OSError):  # it ended in between
            found += name.encode() in file.read_bytes()
    return found
