"""The record leads a copy back to its content file; a file without one is refused as what it is likely to be."""

from __future__ import annotations

import hashlib

from exporter.diagnostics import Diagnostic, Place, Severity
from exporter.merging.copy.record import BROKEN, FINAL, OTHERS, STRIPPED
from exporter.record import Record
from tests import word_packages
from tests.merging.copy import copies

BODY = "<w:p><w:r><w:t>Words.</w:t></w:r></w:p>"
SHA256 = hashlib.sha256(copies.SOURCE).hexdigest()
PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
EXTENDED = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"


def package(record: str = "", application: str = "", **properties: str) -> bytes:
    """A Word file with such a record, "" = none, and custom properties."""
    parts = word_packages.parts(BODY)
    made = "".join(
        f'<property fmtid="{{0}}" pid="{number}" name="{name}"><vt:lpwstr>{value}</vt:lpwstr></property>'
        for number, (name, value) in enumerate(properties.items(), start=2)
    )
    parts["docProps/custom.xml"] = f'<Properties xmlns="{PROPERTIES}" xmlns:vt="{TYPES}">{made}</Properties>'
    parts["docProps/app.xml"] = f'<Properties xmlns="{EXTENDED}"><Application>{application}</Application></Properties>'
    parts["_rels/.rels"] = word_packages.relations(
        ("rId1", "officeDocument", "word/document.xml"),
        ("rId2", "custom-properties", "docProps/custom.xml"),
        ("rId3", "extended-properties", "docProps/app.xml"),
    )
    return word_packages.zipped({**parts, **({"customXml/item3.xml": record} if record else {})})


def error(code: str, fact: str, hint: str) -> tuple[Diagnostic, ...]:
    return (Diagnostic(Severity.ERROR, code, fact, Place("edited.docx"), hint),)


def test_the_record_is_found_by_its_namespace_whatever_its_part_is_called() -> None:
    data = package(copies.record(), PressroomSource=SHA256, PressroomFile="content/story.md")
    assert copies.read(data).record == Record("content/story.md", SHA256, "c0", "1.0", copies.SOURCE)


def test_a_file_of_another_program_is_named_by_it() -> None:
    fact = "this is no copy that Pressroom made (it was written by Microsoft Office Word)"
    assert copies.refused(package(application="Microsoft Office Word")) == error("merge.no-record", fact, OTHERS)


def test_a_copy_for_outsiders_is_told_from_a_file_of_another_program_by_its_styles() -> None:
    parts = {**word_packages.parts(BODY), "word/styles.xml": copies.BASE_STYLES}
    parts["word/_rels/document.xml.rels"] = word_packages.relations(("rId1", "styles", "styles.xml"))
    parts["[Content_Types].xml"] = word_packages.content_types("styles")
    fact = "this copy carries no record of the content file that it was made of"
    assert copies.refused(word_packages.zipped(parts)) == error("merge.no-record", fact, FINAL)


def test_a_copy_whose_record_was_stripped_still_names_its_content_file() -> None:
    data = package(PressroomSource=SHA256, PressroomFile="content/story.md")
    fact = "the record of this copy of content/story.md is gone"
    assert copies.refused(data) == error("merge.no-record", fact, STRIPPED)


def test_a_record_with_another_hash_is_damaged() -> None:
    fact = "the record of this copy is damaged: its content file does not have the hash that it names"
    assert copies.refused(package(copies.record(sha256="0" * 64))) == error("merge.broken-record", fact, BROKEN)


def test_a_record_that_is_no_base64_is_damaged() -> None:
    data = package(copies.record().replace("</record>", "?</record>"))
    fact = "the record of this copy is damaged: its text is no base64"
    assert copies.refused(data) == error("merge.broken-record", fact, BROKEN)


def test_a_record_that_the_properties_contradict_is_damaged() -> None:
    fact = "the record of this copy is damaged: the copy's properties name another content file than its record holds"
    data = package(copies.record(), PressroomSource="0" * 64)
    assert copies.refused(data) == error("merge.broken-record", fact, BROKEN)
