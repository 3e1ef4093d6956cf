"""A Word file of anybody is opened, or refused as what it is: one error, and never a traceback."""

from __future__ import annotations

import struct
from collections.abc import Callable
from io import BytesIO

import docx
import pytest

from exporter import opc
from exporter.opc import Package, open_package
from tests.word_packages import TYPE, content_types, document, parts, relations, zipped

Parts = dict[str, str]


def opened(entries: Parts) -> Package:
    result = open_package("a.docx", zipped(entries))
    assert result.diagnostics == ()
    assert result.value is not None
    return result.value


def refusal(data: bytes, file: str = "a.docx") -> tuple[str, str]:
    """The code and the fact of the one error."""
    result = open_package(file, data)
    assert result.value is None
    (said,) = result.diagnostics
    assert (said.is_error, said.place.file, bool(said.hint)) == (True, file, True)
    return said.code, said.fact


def test_a_document_is_opened_with_the_words_of_its_main_part() -> None:
    package = opened(parts("<w:p><w:r><w:t>Tides</w:t></w:r></w:p>"))
    root = package.xml(package.main)
    assert root is not None
    assert (package.main, package.is_template, "".join(map(str, root.itertext()))) == ("word/document.xml", False, "Tides")


def test_what_python_docx_writes_is_opened() -> None:
    out = BytesIO()
    docx.Document().save(out)
    result = open_package("a.docx", out.getvalue())
    assert result.diagnostics == ()
    assert result.value is not None
    assert result.value.related("word/document.xml", "styles") == "word/styles.xml"
    assert result.value.related("", "core-properties") == "docProps/core.xml"


@pytest.mark.parametrize(
    "kind", [f"{TYPE}.template.main+xml", "application/vnd.ms-word.template.macroEnabledTemplate.main+xml"]
)
def test_a_template_is_opened_and_known_as_one(kind: str) -> None:
    assert opened(parts() | {"[Content_Types].xml": content_types(main=kind)}).is_template


def test_relations_are_found_by_their_kind_inside_and_outside_of_the_package() -> None:
    rows = (
        ("rId1", "hyperlink", "https://harbour.example/a"),
        ("rId2", "header", "/word/header%201.xml"),
        ("rId3", "header", "../word/./header2.xml"),
    )
    added = {"word/_rels/document.xml.rels": relations(*rows), "word/header 1.xml": "<a/>", "word/header2.xml": "<a/>"}
    package = opened(parts() | added)
    assert package.targets("word/document.xml", "header") == {"rId2": "word/header 1.xml", "rId3": "word/header2.xml"}
    assert package.targets("word/document.xml", "hyperlink") == {"rId1": "https://harbour.example/a"}
    assert package.related("word/document.xml", "header") == "word/header 1.xml"
    assert package.related("word/document.xml", "styles") == ""
    assert package.xml("word/styles.xml") is None


def test_the_strict_namespaces_are_read_as_the_transitional_ones() -> None:
    strict = {
        name: text.replace(
            "http://schemas.openxmlformats.org/wordprocessingml/2006/", "http://purl.oclc.org/ooxml/wordprocessingml/"
        ).replace("http://schemas.openxmlformats.org/officeDocument/2006/", "http://purl.oclc.org/ooxml/officeDocument/")
        for name, text in parts().items()
    }
    assert "purl" in strict["word/document.xml"]
    package = opened(strict)
    root = package.xml("word/document.xml")
    assert root is not None
    assert root.tag == "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}document"


def test_comments_and_instructions_in_the_xml_are_left_out() -> None:
    root = opened(parts("<!-- a --><?b c?><w:p/>")).xml("word/document.xml")
    assert root is not None
    assert [str(child.tag).rpartition("}")[2] for child in root[0]] == ["p"]


def test_a_relation_to_a_part_that_is_missing_is_a_warning_and_the_rest_is_read() -> None:
    result = open_package(
        "a.docx", zipped(parts() | {"word/_rels/document.xml.rels": relations(("a", "styles", "styles.xml"))})
    )
    assert result.value is not None
    assert [(said.code, said.fact, said.is_error) for said in result.diagnostics] == [
        ("docx.missing-part", "word/styles.xml is missing, which word/document.xml names as its styles", False)
    ]


@pytest.mark.parametrize(
    ("data", "fact"),
    [
        (b"", "this file is empty"),
        (b"{\\rtf1 Tides}", "this is an RTF file and no .docx"),
        (b"%PDF-1.7", "this is a PDF and no .docx"),
        (b"<html>", "this is an XML or HTML file and no .docx"),
        (b"Tides.", "this is no .docx: it is not even a zip"),
    ],
)
def test_what_is_no_zip_is_refused_as_what_it_is(data: bytes, fact: str) -> None:
    assert refusal(data) == ("docx.not-a-zip", fact)


def test_the_mark_that_word_leaves_beside_an_open_document_is_known() -> None:
    fact = "this is no document, but Word's mark that one is open"
    assert refusal(b"\x05Mara", "b/~$a.docx") == ("docx.not-a-zip", fact)


def test_a_doc_of_earlier_times_is_refused() -> None:
    assert refusal(opc.OLE + bytes(2000)) == ("docx.doc", "this is a file of Word 97–2003 (.doc) and no .docx")


def test_an_encrypted_file_is_refused_whether_word_or_a_zip_program_did_it() -> None:
    fact = "this file is encrypted with a password"
    assert refusal(opc.OLE + bytes(500) + opc.ENCRYPTED + bytes(500)) == ("docx.encrypted", fact)
    data = bytearray(zipped(parts()))
    at = data.index(b"PK\x01\x02")
    data[at + 8] |= opc.ZIP_ENCRYPTED
    assert refusal(bytes(data)) == ("docx.encrypted", fact)


def test_an_odt_is_refused() -> None:
    data = zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<a/>"})
    assert refusal(data) == ("docx.odt", "this is an OpenDocument file (.odt) and no .docx")


def test_a_workbook_is_refused() -> None:
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    data = zipped(parts() | {"[Content_Types].xml": content_types(main=kind)})
    assert refusal(data) == ("docx.other", f"this is no Word document: its main part is {kind}")


def test_a_zip_without_the_parts_of_a_document_is_refused() -> None:
    assert refusal(zipped({"a.txt": "Tides"})) == (
        "docx.broken",
        "this is a zip, but no Word file: it has no [Content_Types].xml",
    )
    missing = ("docx.broken", "this file has no document in it: its main part is missing")
    for name in ("_rels/.rels", "word/document.xml"):
        entries = parts()
        del entries[name]
        assert refusal(zipped(entries)) == missing


@pytest.mark.parametrize("name", ["[Content_Types].xml", "_rels/.rels", "word/document.xml"])
def test_xml_that_is_damaged_is_refused_with_the_name_of_its_part(name: str) -> None:
    code, fact = refusal(zipped(parts() | {name: "<a><b></a>"}))
    assert (code, fact.startswith(f"{name} is damaged: opening and ending tag mismatch")) == ("docx.broken", True)


def test_a_file_that_is_cut_off_or_changed_on_its_way_is_refused() -> None:
    data = zipped(parts("<w:p/>" * 50))
    assert refusal(data[: len(data) // 2]) == ("docx.broken", "this file is damaged: its end is missing")
    for at in range(30, len(data) // 2, 7):
        broken = bytearray(data)
        broken[at] ^= 0xFF
        result = open_package("a.docx", bytes(broken))
        assert result.value is not None or [said.code for said in result.diagnostics] == ["docx.broken"]


def too_many() -> bytes:
    return zipped(parts() | {f"word/a{number}.bin": "" for number in range(opc.MOST_PARTS)})


def too_large() -> bytes:
    """What the zip says of the size of a part is changed, so that nothing that large need be made."""
    data = bytearray(zipped(parts() | {"word/media/a.bin": "a"}))
    at = data.rindex(b"PK\x01\x02")
    struct.pack_into("<I", data, at + 24, opc.MOST_BYTES + 1)
    return bytes(data)


def too_long() -> bytes:
    data = bytearray(zipped({"word/long.xml": "<a/>"} | parts()))
    at = data.index(b"PK\x01\x02")
    struct.pack_into("<II", data, at + 20, opc.MOST_XML_BYTES // 2, opc.MOST_XML_BYTES + 1)
    return bytes(data)


def too_packed() -> bytes:
    return zipped(parts(" " * (opc.CAREFREE_BYTES + 1)))


@pytest.mark.parametrize(
    ("make", "fact"),
    [
        (too_many, "this file has 10003 parts, more than any document needs"),
        (too_large, "this file would unpack to 512 MiB"),
        (too_long, "word/long.xml is no text of a person: 32768 KiB unpack to 64 MiB"),
        (too_packed, "word/document.xml is no text of a person: 4 KiB unpack to 4 MiB"),
    ],
)
def test_a_bomb_is_refused_before_it_is_unpacked(make: Callable[[], bytes], fact: str) -> None:
    assert refusal(make()) == ("docx.bomb", fact)


def test_a_part_that_says_less_of_its_size_than_it_has_is_refused_and_not_unpacked() -> None:
    data = bytearray(zipped(parts("<w:p/>" * 100)))
    at = data.rindex(b"PK\x01\x02")
    struct.pack_into("<I", data, at + 24, 100)
    assert refusal(bytes(data))[0] == "docx.broken"


def test_a_picture_that_packs_well_is_no_bomb() -> None:
    assert opened(parts() | {"word/media/white.bmp": "\xff" * (opc.CAREFREE_BYTES + 1)}).main == "word/document.xml"


LAUGHS = """<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>"""
FETCHED = """<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/hostname">]>"""


@pytest.mark.parametrize("declaration", [LAUGHS, FETCHED, "<!DOCTYPE a SYSTEM 'http://harbour.example/a.dtd'>"])
@pytest.mark.parametrize("name", ["[Content_Types].xml", "_rels/.rels", "word/document.xml"])
def test_a_document_type_declaration_is_refused_wherever_it_stands(name: str, declaration: str) -> None:
    fact = f"{name} has a document type declaration, which may define entities"
    assert refusal(zipped(parts() | {name: declaration + parts()[name]})) == ("docx.entities", fact)


def test_entities_that_the_parser_stumbles_over_are_refused_as_entities() -> None:
    body = document("").replace("<w:body>", '<w:body w:a="&a;">')
    loop = """<!DOCTYPE a [<!ENTITY a "&b;"><!ENTITY b "&a;">]>"""
    assert refusal(zipped(parts() | {"word/document.xml": loop + body}))[0] == "docx.entities"


def test_the_drawing_of_a_program_may_have_its_document_type() -> None:
    svg = "<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd'><svg/>"
    types = content_types().replace("<Override", '<Default Extension="svg" ContentType="image/svg+xml"/><Override', 1)
    assert opened(parts() | {"[Content_Types].xml": types, "word/media/a.svg": svg}).xml("word/media/a.svg") is None


def test_a_long_document_is_opened() -> None:
    body = "".join(f"<w:p><w:r><w:t>Paragraph {number}</w:t></w:r></w:p>" for number in range(100_000))
    assert len(body) > opc.CAREFREE_BYTES
    root = opened(parts(body)).xml("word/document.xml")
    assert root is not None
    assert len(root[0]) == 100_000
