"""Tables."""

from __future__ import annotations

from exporter.rendering.word.page import TEXT_WIDTH
from exporter.rendering.word.tables import column_widths
from tests.rendering.word.word_jobs import W, made, page, style_of


def rows(count: int) -> str:
    return f"<table><thead><tr><th>h</th></tr></thead><tbody>{'<tr><td>a</td></tr>' * count}</tbody></table>"


def test_columns_are_as_wide_as_their_words_ask_and_fill_the_page() -> None:
    widths = column_widths([["A", "a column with many words"], ["1", "2"]], 9000)
    assert widths == [1800, 7200]
    assert sum(column_widths([["a" * 500, "b", "c"]], 9184)) == 9184


def test_a_number_is_not_broken_where_its_column_can_be_wide_enough() -> None:
    row = ["Harbour of Saint Alder", *["1,235,566"] * 6, "Estimated from customs declarations"]
    assert min(column_widths([row], 9184)[1:-1]) >= 1000
    assert column_widths([["1,235,566"] * 12], 9184) == [765] * 11 + [769]


def test_an_east_asian_letter_is_as_wide_as_two() -> None:
    assert column_widths([["報告書報告書", "abcdefghijkl"]], 9000) == [4500, 4500]


def test_rows_of_unequal_length_have_no_column_too_few() -> None:
    assert len(column_widths([["a"], ["a", "b"]], 1000)) == 2
    assert column_widths([], 1000) == []


def test_a_small_table_stays_on_one_page_and_a_long_one_may_break_between_rows() -> None:
    kept = [p.find(f"{W}pPr/{W}keepNext") is not None for p in made(page(rows(3))).body.iter(W + "p")]
    assert kept == [True, True, True, False, False]
    assert [p.find(f"{W}pPr/{W}keepNext") is not None for p in made(page(rows(20))).body.iter(W + "p")] == [False] * 22
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in made(page(rows(20))).body.iter(W + "tr"))


def test_two_tables_in_a_row_stay_two() -> None:
    body = made(page(rows(1) + rows(1))).body
    assert [str(child.tag).rpartition("}")[2] for child in body] == ["tbl", "p", "tbl", "p", "sectPr"]


def test_what_follows_a_table_stands_off_from_it() -> None:
    (after,) = made(page(rows(1) + "<p>b</p>")).body.iterchildren(W + "p")
    spacing = after.find(f"{W}pPr/{W}spacing")
    assert spacing is not None
    assert spacing.get(W + "before") == "200"


def test_a_table_in_a_list_stands_under_the_items_words() -> None:
    body = made(page(f"<ul><li><p>a</p>{rows(1)}</li></ul>")).body
    properties = next(body.iter(W + "tblPr"))
    indent, width = properties.find(W + "tblInd"), properties.find(W + "tblW")
    assert indent is not None
    assert width is not None
    assert (indent.get(W + "w"), width.get(W + "w")) == ("360", str(TEXT_WIDTH - 360))


def test_cells_have_styles_of_their_own() -> None:
    assert [style_of(p) for p in made(page(rows(1))).body.iter(W + "p")] == ["TableHeading", "TableText", "Normal"]


def test_the_first_cells_of_a_table_without_a_header_row_head_their_rows() -> None:
    file = made(
        page("<table><tbody><tr><th>Who</th><td>Ines</td></tr><tr><th>What</th><td>A talk</td></tr></tbody></table>")
    )
    (look,) = file.body.iter(W + "tblLook")
    assert (look.get(W + "firstRow"), look.get(W + "firstColumn"), look.get(W + "val")) == ("0", "1", "0680")
    styles = [style_of(paragraph) for paragraph in file.body.iter(W + "p")][:4]
    assert styles == ["TableHeading", "TableText"] * 2
    assert list(file.body.iter(W + "tblHeader")) == []


def test_a_table_has_the_alternative_text_that_the_page_gives_it() -> None:
    body = made(page('<table aria-description="Three&#10;lines rise."><tr><td>1</td></tr></table>')).body
    assert [found.get(W + "val") for found in body.iter(W + "tblDescription")] == ["Three lines rise."]
