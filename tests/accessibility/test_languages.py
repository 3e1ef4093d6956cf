"""The language of the document, and words of another."""

from __future__ import annotations

import pytest

from tests.accessibility.documents import DEFAULTS, FINE, HEADINGS, LANGUAGE, paragraph, told

NONE = "no-language: the document does not say in which language it is"


def test_a_document_needs_a_language() -> None:
    assert told(FINE, defaults="") == [NONE]
    assert told(FINE, defaults=DEFAULTS.replace("en-GB", "x-none")) == [NONE]


def test_the_default_style_may_say_it() -> None:
    normal = f'<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:rPr>{LANGUAGE}</w:rPr></w:style>'
    assert told(FINE, defaults="", styles=HEADINGS + normal) == []


@pytest.mark.parametrize(
    ("text", "attribute", "right", "script"),
    [
        ("ありがとう", "eastAsia", "ja-JP", "Japanese"),
        ("감사합니다", "eastAsia", "ko-KR", "Korean"),
        ("港口", "eastAsia", "zh-CN", "Chinese or Japanese"),
        ("شكرا", "bidi", "fa-IR", "Arabic"),
        ("תודה", "bidi", "he-IL", "Hebrew"),
        ("धन्यवाद", "bidi", "hi-IN", "Hindi"),
        ("спасибо", "val", "uk-UA", "Cyrillic"),
        ("ευχαριστώ", "val", "el-GR", "Greek"),
    ],
)
def test_words_whose_script_is_not_that_of_their_language_are_told(
    text: str, attribute: str, right: str, script: str
) -> None:
    assert told(paragraph(text, f'<w:lang w:{attribute}="{right}"/>')) == []
    assert told(paragraph(text, f'<w:lang w:{attribute}="nl-NL"/>')) == [
        f"language: at “{text}”: the words are {script} by their script, but marked as nl-NL"
    ]


def test_words_of_no_language_are_told() -> None:
    defaults = DEFAULTS.replace('w:eastAsia="ja-JP"', "")
    assert told(paragraph("Say ありがとう"), defaults=defaults) == [
        "language: at “Say ありがとう”: the words are Japanese by their script, but marked as of no language"
    ]


@pytest.mark.parametrize("text", ["Δt is 5 µs", "§ 3 “quoted” – naïve", "☃ ½"])
def test_signs_and_single_letters_of_formulas_are_at_home_everywhere(text: str) -> None:
    assert told(paragraph(text)) == []


def test_a_style_says_the_language_too_and_each_attribute_is_inherited_by_itself() -> None:
    style = '<w:style w:type="character" w:styleId="K"><w:rPr><w:lang w:eastAsia="ko-KR"/></w:rPr></w:style>'
    own = '<w:rStyle w:val="K"/><w:lang w:val="fr-FR"/>'
    assert told(paragraph("감사합니다", own), styles=HEADINGS + style) == []
