"""The record in a Word copy."""

from __future__ import annotations

from msgspec.structs import replace

from exporter import __version__
from exporter.merging.copy.reading import read_copy
from exporter.record import Origin, Record
from tests import samples
from tests.rendering.word.word_jobs import composed, made

BYTES = "\ufefftitle: “Zählung” \r\n".encode()


def test_a_copy_carries_its_content_file_to_the_byte() -> None:
    docx = made(replace(composed(samples.everything()), origin=Origin("content/a/story.md", BYTES)))
    copy = read_copy("story.docx", docx.data).value
    assert copy is not None
    assert copy.record == Record(
        "content/a/story.md",
        "affe9365211f9045030b145f9cfe7fa5ddab7e0e96defc138ec60228852715ac",
        copy.record.composition,
        __version__,
        BYTES,
    )


def test_a_copy_of_which_no_record_is_wanted_has_none() -> None:
    names = made(composed(samples.everything())).files
    assert [name for name in names if name.startswith("customXml") or name.endswith("custom.xml")] == []


def test_the_record_has_the_same_id_in_every_copy_of_a_content_file() -> None:
    job = replace(composed(samples.everything()), origin=Origin("content/story.md", BYTES))
    one, two = (made(job).files["customXml/itemProps1.xml"] for _ in range(2))
    assert one == two
    other = made(replace(job, origin=Origin("content/story.md", b"other"))).files["customXml/itemProps1.xml"]
    assert one != other
