from __future__ import annotations

from msgspec.structs import replace

from exporter import model as m
from exporter.artifact import Artifact
from exporter.diagnostics import Source
from exporter.parity.check import check_channel
from exporter.rendering.pdf.document import render
from tests import samples
from tests.rendering.pdf.pdf_jobs import job, made, paragraph, release, with_html


def long_table(rows: int) -> m.Table:
    """A table of three columns."""

    def line(row: int, texts: tuple[str, ...]) -> tuple[m.Cell, ...]:
        return tuple(
            m.Cell(f"t1.r{row}.c{column}", samples.span(20), samples.text(words)) for column, words in enumerate(texts)
        )

    body = tuple(line(row, (f"Harbour {row}", f"{row * 137:,}", "2025")) for row in range(1, rows + 1))
    return m.Table("t1", samples.span(20), line(0, ("Port", "Tonnes", "Year")), body, samples.text("Every harbour"))


def test_a_long_table_repeats_its_header_on_every_page() -> None:
    pages = made(job(release(long_table(100)))).page_texts()
    assert len(pages) > 2
    assert all("Port Tonnes Year" in text for text in pages[:3])


def test_a_table_that_goes_on_says_so_at_the_head_of_each_further_page() -> None:
    pages = made(job(release(long_table(60), paragraph(1, "Forty harbours were counted. " * 120)))).page_texts()
    assert len(pages) > 3
    assert ["Every harbour (continued)" in text for text in pages] == [False, True, True, *[False] * (len(pages) - 3)]


def test_a_table_without_a_caption_goes_on_too_and_one_at_the_head_of_a_page_does_not() -> None:
    bare = replace(long_table(40), caption=())
    assert ["continued" in text for text in made(job(release(bare))).page_texts()] == [False, True]
    table = replace(long_table(12), caption=())
    heads = made(
        with_html(job(release(paragraph(1, "The lead."), table)), "</style>", "table { break-before: page } </style>")
    )
    assert "continued" not in heads.page_texts()[1]


def test_a_long_table_is_read_back_with_one_header() -> None:
    what = job(release(long_table(100), paragraph(1, "After it.")))
    result = render(what)
    assert result.value is not None
    parity = check_channel(what, Source("content/story.md", ""), result.value)
    assert (result.diagnostics, parity.diagnostics) == ((), ())


def test_two_tables_with_equal_headers_keep_both() -> None:
    second = long_table(3)
    second = m.Table(
        "t2",
        second.span,
        tuple(m.Cell(cell.id.replace("t1", "t2"), cell.span, cell.content) for cell in second.head),
        tuple(tuple(m.Cell(cell.id.replace("t1", "t2"), cell.span, cell.content) for cell in row) for row in second.rows),
    )
    what = job(release(long_table(40), second))
    result = render(what)
    assert result.value is not None
    assert check_channel(what, Source("content/story.md", ""), result.value).diagnostics == ()


def test_a_table_of_many_columns_stays_on_the_page() -> None:
    cells = tuple(m.Cell(f"t1.r0.c{column}", samples.span(20), samples.text(f"Measurement{column}")) for column in range(12))
    what = job(release(m.Table("t1", samples.span(20), cells, ())))
    result = render(what)
    assert result.value is not None
    assert check_channel(what, Source("content/story.md", ""), result.value).diagnostics == ()


def test_words_too_long_for_their_columns_break_and_others_stay_whole() -> None:
    rows = [["Ministerium"] * 6, ["Bundeswirtschaftsministerium"] * 5 + ["Hafen"]]
    lines = [
        tuple(m.Cell(f"t1.r{r}.c{c}", samples.span(20 + r), samples.text(words)) for c, words in enumerate(row))
        for r, row in enumerate(rows)
    ]
    what = job(release(m.Table("t1", samples.span(20), lines[0], tuple(lines[1:])), lang="de"))
    assert what.composition.html.count('class="breaks"') == 5
    result = made(what)
    assert check_channel(what, Source("content/story.md", ""), (Artifact("story.pdf", result.data),)).diagnostics == ()
    assert " ".join(result.page_texts()).split().count("Ministerium") == 6


def test_words_of_a_table_that_has_room_for_them_do_not_break() -> None:
    assert 'class="breaks"' not in job(release(long_table(3))).composition.html


def test_numbers_of_seven_digits_stay_whole_in_ten_columns() -> None:
    def line(row: int, texts: list[str]) -> tuple[m.Cell, ...]:
        return tuple(
            m.Cell(f"t1.r{row}.c{column}", samples.span(20), samples.text(words)) for column, words in enumerate(texts)
        )

    numbers = [f"1,{column}10,000" for column in range(1, 10)]
    head = line(0, ["Harbour", *(str(2015 + column) for column in range(9))])
    text = made(job(release(m.Table("t1", samples.span(20), head, (line(1, ["Alder", *numbers]),))))).page_texts()[0]
    assert [number for number in numbers if number not in text.split()] == []
