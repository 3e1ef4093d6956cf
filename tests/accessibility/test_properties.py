"""Title, compatibility mode, and text that moves."""

from __future__ import annotations

import pytest

from tests.accessibility.documents import FINE, MODERN, paragraph, told


def test_a_document_with_title_language_and_the_mode_of_today_is_fine() -> None:
    assert told(FINE) == []


@pytest.mark.parametrize("title", ["", "  "])
def test_a_document_needs_a_title(title: str) -> None:
    assert told(FINE, title=title) == ["no-title: the document has no title"]


@pytest.mark.parametrize(
    ("settings", "mode"), [("", "12"), (MODERN.replace('"15"', '"14"'), "14"), (MODERN.replace("15", "x"), "x")]
)
def test_a_document_of_an_earlier_word_is_told(settings: str, mode: str) -> None:
    assert told(FINE, settings=settings) == [f"compatibility: Word opens this document in compatibility mode ({mode})"]


def test_text_that_blinks_is_told() -> None:
    assert told(paragraph("Tides", '<w:effect w:val="none"/>')) == []
    assert told(paragraph("Tides", '<w:effect w:val="blinkBackground"/>')) == ["moving-text: at “Tides”: the text blinks"]
