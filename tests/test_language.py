"""Language tags: their form, their case, and the direction of their script."""

from __future__ import annotations

import pytest

from exporter.language import canonical_tag, direction_of, language_of


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("EN-us", "en-US"),
        ("zh-hans-cn", "zh-Hans-CN"),
        ("es-419", "es-419"),
        ("sl-ROZAJ-1994", "sl-rozaj-1994"),
        ("de-CH-x-PHONEBK", "de-CH-x-phonebk"),
        ("en-u-CA-gregory", "en-u-ca-gregory"),
        ("english", None),
        ("en_US", None),
        ("en-", None),
        ("en\n", None),
        ("", None),
    ],
)
def test_a_tag_is_written_in_the_case_of_its_standard_or_is_none(tag: str, expected: str | None) -> None:
    assert canonical_tag(tag) == expected


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("en", "ltr"),
        ("ar", "rtl"),
        ("ckb-IQ", "rtl"),
        ("AR-eg", "rtl"),
        ("ar-Latn", "ltr"),
        ("az-Arab", "rtl"),
        ("en-x-Arab", "ltr"),
    ],
)
def test_a_language_runs_the_way_of_its_script(tag: str, expected: str) -> None:
    assert direction_of(tag) == expected


def test_the_language_is_the_first_part_of_a_tag() -> None:
    assert [language_of(tag) for tag in ("zh-Hant-TW", "EN", "ckb")] == ["zh", "en", "ckb"]
