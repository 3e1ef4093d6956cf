"""Tables and their captions."""

from __future__ import annotations

import pytest

from exporter import model as m
from tests.reading.markdown.bodies import body, codes, told
from tests.reading.markdown.outline import inlines

TABLE = "| a | b |\n|---|--:|\n| 1 | 2 |\n"


def tables(text: str) -> list[m.Table]:
    return [block for block in body(text).blocks if isinstance(block, m.Table)]


def captions(text: str) -> list[str]:
    return [inlines(table.caption) for table in tables(text)]


@pytest.mark.parametrize(
    "text",
    [
        TABLE + "\n: The caption",
        TABLE + ": The caption",
        TABLE + "\nTable: The caption",
        "Table: The caption\n\n" + TABLE,
        ": The caption\n" + TABLE,
        "table:  The\n  caption {#t}\n\n" + TABLE,
    ],
)
def test_a_caption_stands_before_or_after_its_table(text: str) -> None:
    assert [caption.replace("~", " ") for caption in captions(text)] == ["The caption"]
    assert [block.kind for block in body(text).blocks] == ["table"]


def test_a_caption_between_two_tables_belongs_to_the_one_before_unless_that_has_one() -> None:
    assert captions(TABLE + "\n: One\n\n" + TABLE + "\n: Two") == ["One", "Two"]
    assert captions(": One\n\n" + TABLE + "\n: Two\n\n" + TABLE) == ["One", "Two"]
    assert captions(TABLE + "\n: One\n\n" + TABLE) == ["One", ""]


def test_a_caption_away_from_a_table_is_text() -> None:
    assert captions(": One\n\nwords\n\n" + TABLE) == [""]


def test_cells_know_their_alignment_and_place() -> None:
    table = tables("| a | b | c | d |\n|---|:--|:-:|--:|\n| 1 | 1 | *1* | 4 |\n")[0]
    assert [cell.align for cell in table.rows[0]] == ["", "left", "center", "right"]
    assert [(cell.id, cell.span) for cell in table.rows[0]] == [
        ("t1.r1.c0", m.Span(3, 3, 3)),
        ("t1.r1.c1", m.Span(3, 3, 7)),
        ("t1.r1.c2", m.Span(3, 3, 11)),
        ("t1.r1.c3", m.Span(3, 3, 17)),
    ]


def test_missing_cells_are_empty() -> None:
    assert [cell.content for cell in tables("| a | b |\n|---|---|\n| 1 |\n")[0].rows[0]] == [(m.Text("1"),), ()]


def test_a_row_with_too_many_cells_is_told_and_not_cut_in_silence() -> None:
    assert told("> | a |\n> |---|\n> | 1 | 2 |\n> : Caption") == [
        "a.md:3:3: markdown.extra-cell: this row has more cells than the table's header\n"
        "  3 | > | 1 | 2 |\n    |   ^^^^^^^^^\n"
        "  hint: Every row has at most as many cells as the header; write \\| for the sign itself."
    ]
    assert codes("| a |\n|---|\n| 1 \\| 2 |") == []
