from __future__ import annotations

import pytest
from weasyprint.text import line_break

from exporter.rendering.pdf.typography.east_asian import east_asian_widths
from tests.rendering.pdf.boxes import widths

EM = 20.0


@pytest.mark.parametrize(
    ("words", "lang", "ems"),
    [
        ("港港港", "ja", 3),
        ("た。」港", "ja", 3.5),  # a full stop and a bracket share their space
        ("た」、港", "ja", 3.5),
        ("た」「港", "ja", 3.5),
        ("た「『港", "ja", 3.5),
        ("「港港", "ja", 2.5),  # a bracket at the beginning of a line has no space before it
        ("港「港", "ja", 3),
        ("港。”港", "zh", 3.5),
        ("港。」港", "ko", 4),
    ],
)
def test_marks_that_meet_lose_half_an_em(words: str, lang: str, ems: float) -> None:
    assert widths(words, lang, EM) == pytest.approx([ems * EM], abs=0.1)


def test_latin_letters_stand_a_quarter_of_an_em_from_japanese_ones() -> None:
    (alone,) = widths("GPS", "ja", EM)
    assert widths("港GPS港", "ja", EM) == pytest.approx([2 * EM + alone + 0.5 * EM], abs=0.1)
    assert widths("港3か所", "ja", EM)[0] - widths("3", "ja", EM)[0] == pytest.approx(3 * EM + 0.5 * EM, abs=0.1)


def test_a_gap_before_marked_words_is_as_wide() -> None:
    before, _, _ = widths("港<em>GPS</em>港", "ja", EM)
    assert before == pytest.approx(EM + 0.25 * EM, abs=0.1)


def test_weasyprint_is_as_it_was_afterwards() -> None:
    before = line_break.Layout.set_text
    with east_asian_widths():
        assert line_break.Layout.set_text is not before
    assert line_break.Layout.set_text is before
