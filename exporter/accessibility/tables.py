"""Tables that say which of their rows is the header, and whose cells stand one by one."""

from __future__ import annotations

from collections.abc import Iterator

from exporter.accessibility.document import Document, Finding
from exporter.accessibility.table_styles import look_of
from exporter.accessibility.vocabulary import CELL, ROW, TABLE, W, children, is_on, val
from exporter.opc import Element

HEADER = "Click into the first row; Table Layout, Repeat Header Rows; and Table Design, Header Row."
SPLIT = "Table Layout, Split Cells; or make two simple tables of it."


def header_row(document: Document) -> Iterator[Finding]:
    """A table whose first row is not known as its header: it must repeat (17.4.79) and be styled as such (17.4.56)."""
    for story in document.stories:
        for table in story.tables():
            first = next((row for row in children(table) if row.tag == ROW), None)
            repeats = first is not None and is_on(first.find(f"{W}trPr/{W}tblHeader"))
            if not repeats or "firstRow" not in look_of(table):
                lacks = "is not styled as one" if repeats else "does not repeat as one"
                yield Finding(
                    "accessibility.header-row", f"the first row is no header row: it {lacks}", HEADER, story, table
                )


def merged_cells(document: Document) -> Iterator[Finding]:
    """A table with cells that span columns or rows."""
    for story in document.stories:
        for table in story.tables():
            if any(_is_merged(cell) for row in children(table) for cell in children(row) if cell.tag == CELL):
                yield Finding("accessibility.merged-cells", "the table has merged cells", SPLIT, story, table)


def _is_merged(cell: Element) -> bool:
    span = val(cell.find(f"{W}tcPr/{W}gridSpan"), "1")
    return span not in ("0", "1") or any(cell.find(f"{W}tcPr/{W}{name}") is not None for name in ("vMerge", "hMerge"))


def nested_tables(document: Document) -> Iterator[Finding]:
    """A table that stands in a cell of another."""
    for story in document.stories:
        for table in story.tables():
            if next(table.iterancestors(TABLE), None) is not None:
                hint = "Put it below the other table, or its words into the cell."
                yield Finding("accessibility.nested-table", "a table stands within a table", hint, story, table)
