"""Where a text changes its direction."""

from __future__ import annotations

import pytest

from exporter.rendering.word.direction import stretches


@pytest.mark.parametrize(
    ("text", "rtl", "expected"),
    [
        ("plain words", False, [("plain words", False)]),
        ("日本語 and more", False, [("日本語 and more", False)]),
        ("say مرحبا now", False, [("say ", False), ("مرحبا", True), (" now", False)]),
        ("عربي English words عربي", True, [("عربي ", True), ("English words", False), (" عربي", True)]),
        ("12 %", True, [("12 %", True)]),
        ("(see the survey).", True, [("(", True), ("see the survey", False), (").", True)]),
        ("שלום עולם", False, [("שלום עולם", True)]),
        ("", True, []),
    ],
)
def test_letters_decide_and_what_has_no_direction_goes_with_them(
    text: str, rtl: bool, expected: list[tuple[str, bool]]
) -> None:
    assert list(stretches(text, rtl)) == expected
