"""Each cell's paragraph knows its table, row and column; what a content file has no tables of is told."""

from __future__ import annotations

from exporter.merging.copy.view import Cell, Oddity
from tests.merging.copy.copies import body, p, piece, r


def cell(*content: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(content) or p()}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def words(text: str) -> str:
    return cell(p(r(text)))


def cells(*content: str) -> list[Cell | None]:
    return [paragraph.cell for paragraph in body(*content).final.body]


def test_tables_rows_and_columns_are_counted_from_0() -> None:
    first = table(row(words("a"), words("b")), row(words("c"), cell(), words("d")))
    assert cells(first, p(r("between")), table(row(words("e")))) == [
        Cell(0, 0, 0),
        Cell(0, 0, 1),
        Cell(0, 1, 0),
        Cell(0, 1, 2),
        None,
        Cell(1, 0, 0),
    ]


def test_cells_and_rows_in_content_controls_are_seen() -> None:
    control = "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>"
    assert cells(table(control.format(row(words("a"), control.format(words("b")))))) == [Cell(0, 0, 0), Cell(0, 0, 1)]
    assert cells(table(f"<w:customXml>{row(words('a'))}</w:customXml>", row(words("b")))) == [Cell(0, 0, 0), Cell(0, 1, 0)]


def test_a_merged_cell_is_odd_and_the_columns_after_it_keep_their_place() -> None:
    wide = cell(p(piece("t1.r0.c0", r("a"))), properties='<w:gridSpan w:val="2"/>')
    copy = body(table(row(wide, words("b"), properties='<w:gridBefore w:val="1"/>')))
    assert [paragraph.cell for paragraph in copy.final.body] == [Cell(0, 0, 1), Cell(0, 0, 3)]
    assert copy.oddities == (Oddity("t1.r0.c0", "a merged cell"),)


def test_a_table_in_a_table_is_odd_and_read() -> None:
    inner = table(row(words("b")))
    copy = body(table(row(cell(p(piece("t1.r0.c0", r("a"))), inner, p(r("c"))))), p(r("d")))
    assert [paragraph.cell for paragraph in copy.final.body] == [Cell(0, 0, 0), Cell(1, 0, 0), Cell(0, 0, 0), None]
    assert copy.oddities == (Oddity("t1.r0.c0", "a table in a table"),)


def test_the_mark_of_a_new_row_in_libreoffice_is_no_word() -> None:
    assert cells(table(row(words("\u200d"), words("a")))) == [Cell(0, 0, 1)]


def test_numbers_that_are_none_count_as_the_least() -> None:
    look = '<w:tblPr><w:tblStyle w:val="ReleaseTable"/><w:tblLook w:val="zz"/></w:tblPr>'
    odd = cell(p(r("a")), properties='<w:gridSpan w:val="-3"/>')
    assert cells(table(look, row(odd, words("b"), properties='<w:gridBefore w:val="x"/>'))) == [Cell(0, 0, 0), Cell(0, 0, 1)]
