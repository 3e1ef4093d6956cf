"""Numbers are written as a language writes them."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from exporter.numerals import HABITS, babel_numerals, numerals_of


@pytest.mark.parametrize("lang", HABITS)
def test_what_is_kept_is_what_cldr_says(lang: str) -> None:
    assert replace(HABITS[lang], grouped=1) == babel_numerals(lang)


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("en", "−1,234,567.50"),
        ("de", "−1.234.567,50"),
        ("fr", "−1\u202f234\u202f567,50"),
        ("hi", "−12,34,567.50"),
        ("de-CH", "−1’234’567.50"),
        ("fa", "−۱٬۲۳۴٬۵۶۷٫۵۰"),
    ],
)
def test_groups_decimals_and_digits_are_those_of_the_language(lang: str, expected: str) -> None:
    assert numerals_of(lang).write(-1234567.5, 2) == expected


def test_spanish_groups_digits_from_five_on() -> None:
    assert [numerals_of("es").write(number, 0) for number in (1234, 12345)] == ["1234", "12.345"]


def test_nothing_has_no_sign() -> None:
    assert numerals_of("en").write(-0.001, 2) == "0.00"
