from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exporter import model as m
from exporter import walking
from exporter.parity.compare import against_release, word_for_word
from exporter.parity.text_reader import read
from exporter.rendering.email.plaintext import segments, text
from exporter.rendering.email.plaintext_blocks import superscript
from exporter.rendering.email.wrapping import width_of
from exporter.rendering.job import Job
from tests import kinds, samples
from tests.conftest import Golden
from tests.rendering.email.letters import arabic, japanese, lettered, paragraph, table, wide_table, with_body

GOLDEN = Path(__file__).parent / "golden"
CASES: dict[str, Callable[[], Job]] = {
    "everything": lambda: lettered(samples.everything()),
    "japanese": lambda: lettered(japanese()),
    "arabic": lambda: lettered(arabic()),
    "wide-table": lambda: lettered(wide_table()),
    "brief": lambda: lettered(kinds.brief()),
    "statement": lambda: lettered(kinds.statement()),
    "advisory": lambda: lettered(kinds.advisory()),
}


@pytest.mark.parametrize("name", CASES)
def test_the_plain_text_reads_as_the_golden_file(name: str, golden: Golden) -> None:
    golden(GOLDEN / f"{name}.txt", text(CASES[name]()))


def test_every_golden_file_has_a_case() -> None:
    assert {path.stem for path in GOLDEN.glob("*.txt")} == set(CASES)


@pytest.mark.parametrize("name", CASES)
def test_the_segments_say_what_the_release_says(name: str) -> None:
    job = CASES[name]()
    assert against_release(list(walking.pieces(job.release)), segments(job), frozenset()) == []


@pytest.mark.parametrize("name", CASES)
def test_the_segments_are_the_file(name: str) -> None:
    job = CASES[name]()
    said = segments(job)
    assert "".join(segment.text for segment in said) == text(job)
    assert word_for_word(said, read(text(job).encode()).flow) == []


@pytest.mark.parametrize("name", CASES)
def test_no_line_is_wide_or_ends_in_a_space(name: str) -> None:
    lines = text(CASES[name]()).split("\n")
    assert [line for line in lines if width_of(line) > 72 or line != line.rstrip()] == []


def test_the_preheader_and_the_description_are_not_in_the_text() -> None:
    release = samples.everything()
    said = text(lettered(release))
    assert release.meta.email.preheader not in said
    assert release.meta.description not in said


def test_one_address_has_one_number_and_an_address_that_is_read_has_none() -> None:
    url, shown = "https://harbour.example/a", "https://harbour.example/b"
    content = (
        m.Link(samples.text("one"), url),
        m.Text(" "),
        m.Link(samples.text("two"), url),
        m.Text(" "),
        m.Link(samples.text(shown), shown),
        m.Text(" "),
        m.Link(samples.text("press@harbour.example"), "mailto:press@harbour.example"),
    )
    said = text(lettered(with_body(m.Paragraph("p1", samples.span(10), content), dateline="")))
    assert f"one [1] two [1] {shown} press@harbour.example" in " ".join(said.split())
    assert said.count(url) == 1
    assert said.count(shown) == 1


def test_notes_are_called_by_raised_numbers() -> None:
    assert superscript(120) == "¹²⁰"


def test_an_address_that_is_longer_than_a_line_is_not_broken() -> None:
    url = "https://harbour.example/" + "a" * 200
    said = text(lettered(with_body(m.Paragraph("p1", samples.span(10), (m.Link(samples.text("it"), url),)))))
    assert f"[1] {url}\n" in said


def test_a_line_of_code_stays_as_it_is() -> None:
    code = "def count(quay):\n\n    return  quay  # " + "x" * 100
    said = text(lettered(with_body(m.CodeBlock("x1", samples.span(10), code))))
    assert "    def count(quay):\n\n        return  quay  # " + "x" * 100 + "\n" in said


def test_code_in_a_list_has_no_spaces_on_its_blank_lines() -> None:
    code = m.CodeBlock("x1", samples.span(10), "one\n\ntwo")
    listed = m.List("l1", samples.span(10), False, 1, False, (m.ListItem("i1", samples.span(10), (paragraph("a"), code)),))
    assert "• a\n\n      one\n\n      two\n" in text(lettered(with_body(listed, dateline="")))


def test_a_line_that_no_message_could_carry_is_broken_without_a_word_lost() -> None:
    job = lettered(with_body(m.CodeBlock("x1", samples.span(10), "港" * 1000), paragraph("z" * 3000, "p2")))
    said = text(job)
    assert max(len(line.encode()) for line in said.split("\n")) <= 998
    assert against_release(list(walking.pieces(job.release)), segments(job), frozenset()) == []


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ((("a", "b"), ("1", "22")), "a  b\n-  --\n1  22\n"),
        ((("港", "b"), ("1", "2")), "港  b\n--  -\n1   2\n"),
        ((("a", ""), ("", "2")), "a\n-  -\n   2\n"),
        ((("a", "b"),), "a  b\n-  -\n"),
        ((("x" * 40, "y" * 40),), f"{'x' * 40} |\n{'y' * 40}\n"),
        ((("x" * 40, "b"), ("1", "2" * 40), ("", "3")), f"{'x' * 40} | b\n\n{'x' * 40}: 1\nb: {'2' * 40}\n\nb: 3\n"),
        ((("", "b" * 40), ("1 " * 20, "2")), f"{'b' * 40}\n\n{'1 ' * 19}1\n{'b' * 40}: 2\n"),
    ],
)
def test_a_table_is_columns_where_they_fit_else_records(rows: tuple[tuple[str, ...], ...], expected: str) -> None:
    assert f"\n\n{expected}\n" in text(lettered(with_body(table(*rows), dateline="")))


def test_a_list_item_without_words_keeps_its_mark() -> None:
    items = (m.ListItem("i1", samples.span(10), ()), m.ListItem("i2", samples.span(11), (paragraph("b"),)))
    listed = m.List("l1", samples.span(10), ordered=True, start=9, tight=True, items=items)
    assert "\n 9.\n10. b\n" in text(lettered(with_body(listed, dateline="")))


def test_a_brief_is_not_for_release_and_shows_its_date_without_a_dateline() -> None:
    said = text(lettered(samples.everything(kind="brief", embargo=None, dateline="")))
    assert "For immediate release" not in said
    assert "By Ines Calder\n12 May 2026\n" in said


def test_a_release_of_only_a_title_has_no_empty_parts() -> None:
    empty = samples.everything(
        subtitle="", kicker="", author=(), date=None, dateline="", contact=(), link=None, boilerplate=None, embargo=None
    )
    said = text(lettered(m.Release(empty.file, empty.slug, empty.source_hash, empty.meta, ())))
    assert "\n\n\n" not in said
    assert f"For immediate release\n\n{empty.meta.title}\n{'=' * len(empty.meta.title)}\n\n{'-' * 72}\n" in said


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), min_size=1), min_size=1, max_size=6))
def test_no_word_of_any_text_is_lost(words: list[str]) -> None:
    job = lettered(with_body(*(paragraph(word, f"p{index}") for index, word in enumerate(words, start=1))))
    assert against_release(list(walking.pieces(job.release)), segments(job), frozenset()) == []
    assert word_for_word(segments(job), read(text(job).encode()).flow) == []
