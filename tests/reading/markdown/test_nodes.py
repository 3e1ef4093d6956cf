"""The tree: soft breaks and depth."""

from __future__ import annotations

import pytest

from exporter.reading.markdown.nodes import DEEPEST_STRESS, is_wide
from tests.reading.markdown.bodies import body, codes, read_body
from tests.reading.markdown.outline import outline


@pytest.mark.parametrize(
    ("before", "after", "between"),
    [
        ("港", "の", "[soft '']"),
        ("港。", "「の", "[soft '']"),
        ("*港*", "**の**", "[soft '']"),
        ("港^[a]", "の", "[soft '']"),
        ("`港`", "の", "[soft '']"),
        ("ｶﾅ", "ｶﾅ", "[soft '']"),
        ("公表した。", "12日", "[soft '']"),
        ("Alder", "「港", "[soft '']"),
        ("港", "^[の] b", "~"),
        ("港", "a", "~"),
        ("a", "港", "~"),
        ("한", "국", "~"),
        ("港", "한", "~"),
    ],
)
def test_a_line_end_between_wide_characters_is_nothing(before: str, after: str, between: str) -> None:
    assert between in outline(body(f"{before}\n{after}"))


def test_hangul_is_wide_and_written_with_spaces() -> None:
    assert [is_wide(character) for character in ("港", "ｱ", "한", "a", "")] == [True, True, False, False, False]


def test_emphasis_inside_of_emphasis_has_an_end_and_its_words_have_none() -> None:
    text = "**" * 5000 + "word" + "**" * 5000
    assert codes(text) == ["markdown.too-deep-emphasis"]
    read = outline(read_body(text)[0])
    assert read.count("[strong") == DEEPEST_STRESS
    assert read.count("word") == 1
