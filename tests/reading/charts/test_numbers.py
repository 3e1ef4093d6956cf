"""Cells are numbers as the release's language writes them, or told."""

from __future__ import annotations

import pytest

from exporter.reading.charts.numbers import Numbers
from exporter.reading.problem import Problem


@pytest.mark.parametrize(
    ("lang", "cell", "expected"),
    [
        ("en", "12", 12),
        ("en", "-12.50", -12.5),
        ("en", "−3", -3),
        ("en", "+.5", 0.5),
        ("en", "1,234,567.8", 1234567.8),
        ("en", "1 234", 1234),
        ("en", "1e3", 1000),
        ("hi", "12,34,567", 1234567),
        ("ar", "١٢٫٥", 12.5),
        ("de", "12,5", 12.5),
        ("de", "12.5", 12.5),
        ("de", "0.125", 0.125),
        ("de", "1.234.567,8", 1234567.8),
        ("de", "1.234,5", 1234.5),
        ("de-CH", "1’234.5", 1234.5),
        ("fr", "1\u202f234,5", 1234.5),
        ("en", "", None),
        ("en", "   ", None),
    ],
)
def test_a_number_is_read_as_the_language_writes_it(lang: str, cell: str, expected: float | None) -> None:
    assert Numbers(lang).read(cell) == expected


@pytest.mark.parametrize(
    ("lang", "cell", "code"),
    [
        ("en", "many", "chart.no-number"),
        ("en", "45%", "chart.no-number"),
        ("en", "$4", "chart.no-number"),
        ("en", "12,5", "chart.no-number"),
        ("en", "1,23", "chart.no-number"),
        ("en", "1.2.3", "chart.no-number"),
        ("de", "1,2,3", "chart.no-number"),
        ("en", "nan", "chart.not-finite"),
        ("en", "-Infinity", "chart.not-finite"),
        ("en", "1e999", "chart.not-finite"),
        ("en", "n/a", "chart.not-finite"),
        ("en", "–", "chart.not-finite"),
        ("de", "1.234", "chart.ambiguous-number"),
        ("fr", "-12.500", "chart.ambiguous-number"),
    ],
)
def test_what_is_no_number_or_could_be_two_is_told(lang: str, cell: str, code: str) -> None:
    read = Numbers(lang).read(cell)
    assert isinstance(read, Problem)
    assert read.code == code


def test_the_hint_says_how_to_write_it() -> None:
    assert Numbers("de").read("1.234") == Problem(
        "chart.ambiguous-number",
        "“1.234” could be 1234 and 1 and a fraction",
        "Write “1234”, or “1,234” with a decimal comma.",
    )
    assert Numbers("en").read("45%") == Problem(
        "chart.no-number", "“45%” is no number", "Write the number alone, and what it counts in the chart's “unit”."
    )
