"""Tables: a header row that is known as one, no merged cells, no tables within tables."""

from __future__ import annotations

import pytest

from tests.accessibility.documents import paragraph, table, told

NO_HEADER = "header-row: in the table that begins “Harbour”: the first row is no header row: "


def test_a_table_whose_header_row_repeats_and_is_styled_as_one_is_fine() -> None:
    assert told(table(("Harbour", "Ships"), ("Alder", "12"))) == []
    assert told(table(("Harbour", "Ships"), ("Alder", "12"), look='w:val="04A0"')) == []


@pytest.mark.parametrize("look", ['w:firstRow="0"', 'w:val="0480"', 'w:val="x"', ""])
def test_a_header_row_that_is_not_styled_as_one_is_told(look: str) -> None:
    assert told(table(("Harbour",), look=look)) == [NO_HEADER + "it is not styled as one"]


def test_a_header_row_that_does_not_repeat_is_told() -> None:
    assert told(table(("Harbour",), header=False)) == [NO_HEADER + "it does not repeat as one"]
    off = table(("Harbour",)).replace("<w:tblHeader/>", '<w:tblHeader w:val="0"/>')
    assert told(off) == [NO_HEADER + "it does not repeat as one"]


@pytest.mark.parametrize("merged", ['<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>', "<w:vMerge/>"])
def test_merged_cells_are_told(merged: str) -> None:
    cell = f"<w:tcPr>{merged}</w:tcPr>" + paragraph("Alder")
    assert told(table(("Harbour", "Ships"), (cell, "12"))) == [
        "merged-cells: in the table that begins “Harbour”: the table has merged cells"
    ]


def test_a_table_within_a_table_is_told_and_the_paragraph_after_it_is_not() -> None:
    inner = table(("Moons",)) + "<w:p/>"
    assert told(table(("Harbour",), (inner,))) == [
        "nested-table: in the table that begins “Moons”: a table stands within a table"
    ]


def test_a_table_without_words_is_told_by_what_stands_before_it() -> None:
    assert told(paragraph("Tides") + table(("<w:p/>",), header=False)) == [
        "header-row: in an empty table, after “Tides”: the first row is no header row: it does not repeat as one"
    ]
