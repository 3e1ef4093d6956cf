"""The docx reader, on files that are written here by hand."""

from __future__ import annotations

from io import BytesIO
from zipfile import BadZipFile, ZipFile

import pytest

from exporter.parity.docx_reader import read
from exporter.parity.readback import ReadBack

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONSHIPS = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'


def docx(body: str, notes: str = "", target: str = "word/document.xml", kind: str = "footnotes") -> bytes:
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        relation = f'<Relationship Id="a" Type="{TYPE}/officeDocument" Target="{target}"/>'
        archive.writestr("_rels/.rels", f"<Relationships {RELATIONSHIPS}>{relation}</Relationships>")
        archive.writestr("word/document.xml", f"<w:document {W} {MC}><w:body>{body}</w:body></w:document>")
        if notes:
            relation = f'<Relationship Id="b" Type="{TYPE}/{kind}" Target="{kind}.xml"/>'
            archive.writestr("word/_rels/document.xml.rels", f"<Relationships {RELATIONSHIPS}>{relation}</Relationships>")
            archive.writestr(f"word/{kind}.xml", f"<w:{kind} {W}>{notes}</w:{kind}>")
        archive.writestr("word/header1.xml", f"<w:hdr {W}>{p('A running head')}</w:hdr>")
    return out.getvalue()


def t(words: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


def p(words: str) -> str:
    return f"<w:p>{t(words)}</w:p>"


def flow(body: str) -> str:
    return read(docx(body)).flow


def test_paragraphs_are_read_in_order_each_on_its_line() -> None:
    assert flow(p("One.") + p("Two.")) == "One.\nTwo.\n"


def test_runs_join_without_a_space() -> None:
    assert flow(f"<w:p>{t('half')}{t('way ')}<w:hyperlink>{t('there')}</w:hyperlink></w:p>") == "halfway there\n"


def test_tabs_and_breaks_are_white_space_and_tab_stops_are_not() -> None:
    stops = '<w:pPr><w:tabs><w:tab w:val="right" w:pos="9"/></w:tabs></w:pPr>'
    assert flow(f"<w:p>{stops}<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r></w:p>") == "a b c\n"


def test_a_table_is_read_cell_by_cell() -> None:
    cells = "".join(f"<w:tc>{p(words)}</w:tc>" for words in ("a", "b"))
    assert flow(f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>").split() == ["a", "b"]


def test_heads_of_pages_and_numbers_of_lists_are_left_out() -> None:
    numbered = f'<w:p><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr>{t("item")}</w:p>'
    assert flow(numbered) == "item\n"


def test_deleted_text_is_not_read_and_inserted_text_is() -> None:
    deleted = "<w:del><w:r><w:delText>old</w:delText></w:r></w:del>"
    moved = f"<w:moveFrom>{t('away')}</w:moveFrom><w:moveTo>{t('here')}</w:moveTo>"
    assert flow(f"<w:p>{deleted}<w:ins>{t('new ')}</w:ins>{moved}</w:p>") == "new here\n"


def test_the_result_of_a_field_is_read_once_and_its_instruction_never() -> None:
    inner = field("PAGE", "7")
    assert flow(f"<w:p>{t('page ')}{field(' IF ' + inner, 'x', raw=True)}</w:p>") == "page x\n"
    assert flow(f'<w:p><w:fldSimple w:instr="PAGE">{t("3")}</w:fldSimple></w:p>') == "3\n"


def field(instruction: str, result: str, *, raw: bool = False) -> str:
    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    code = instruction if raw else f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
    return (
        mark("begin")
        + code.replace(" IF ", "<w:r><w:instrText>IF</w:instrText></w:r>")
        + mark("separate")
        + t(result)
        + mark("end")
    )


def test_hidden_text_is_not_read() -> None:
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r>"
    shown = '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>shown</w:t></w:r>'
    assert flow(f"<w:p>{hidden}{shown}</w:p>") == "shown\n"


def test_of_two_renderings_of_one_thing_one_is_read() -> None:
    choice = f"<mc:Choice><w:txbxContent>{p('box')}</w:txbxContent></mc:Choice>"
    fallback = f"<mc:Fallback><w:txbxContent>{p('box')}</w:txbxContent></mc:Fallback>"
    assert flow(f"<w:p><w:r><mc:AlternateContent>{choice}{fallback}</mc:AlternateContent></w:r></w:p>").split() == ["box"]


def test_a_content_control_is_read() -> None:
    assert flow(f"<w:sdt><w:sdtPr/><w:sdtContent>{p('inside')}</w:sdtContent></w:sdt>") == "inside\n"


def call(number: int) -> str:
    return f'<w:r><w:footnoteReference w:id="{number}"/></w:r>'


def note(number: int, words: str) -> str:
    return f'<w:footnote w:id="{number}"><w:p><w:r><w:footnoteRef/></w:r>{t(words)}</w:p></w:footnote>'


def test_notes_come_in_the_order_of_their_calls_and_calls_are_numbers() -> None:
    separator = '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    notes = separator + note(4, "Four.") + note(7, "Seven.") + note(9, "Nobody calls this.")
    assert read(docx(f"<w:p>{t('a')}{call(7)}{t(' b')}{call(4)}</w:p>", notes)) == ReadBack("a1 b2\n", "Seven.\n\nFour.\n")


def test_a_note_that_is_called_twice_is_read_once_under_one_number() -> None:
    assert read(docx(f"<w:p>{call(4)}{t(' ')}{call(4)}</w:p>", note(4, "Four."))) == ReadBack("1 1\n", "Four.\n")


def test_endnotes_are_read_as_footnotes_are() -> None:
    body, notes = (text.replace("footnote", "endnote") for text in (f"<w:p>{t('a')}{call(7)}</w:p>", note(7, "Seven.")))
    assert read(docx(body, notes, kind="endnotes")) == ReadBack("a1\n", "Seven.\n")


def test_a_note_that_is_called_but_not_there_has_no_words() -> None:
    call = '<w:p><w:r><w:footnoteReference w:id="{}"/></w:r></w:p>'
    body = call.format(2) + call.format(3)
    assert read(docx(body, f'<w:footnote w:id="3">{p("There.")}</w:footnote>')) == ReadBack("1\n2\n", "There.\n")
    assert read(docx(body)) == ReadBack("1\n2\n", "")


def test_the_main_part_is_found_by_its_relation_also_with_an_absolute_target() -> None:
    assert read(docx(p("One."), target="/word/document.xml")).flow == "One.\n"


def test_what_is_no_docx_is_refused() -> None:
    with pytest.raises(BadZipFile):
        read(b"no zip")
