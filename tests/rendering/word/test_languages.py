"""Languages as Word names them."""

from __future__ import annotations

import pytest

from exporter.rendering.word.languages import Languages, lang_attributes, language_and_direction, languages_of


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("en", {"val": "en-US"}),
        ("en-GB", {"val": "en-GB"}),
        ("ja", {"val": "ja-JP", "eastAsia": "ja-JP"}),
        ("zh-Hant", {"val": "zh-TW", "eastAsia": "zh-TW"}),
        ("ar", {"val": "ar-SA", "bidi": "ar-SA"}),
        ("hi", {"val": "hi-IN", "bidi": "hi-IN"}),
        ("ckb", {"val": "ckb", "bidi": "ckb"}),
        ("az-Arab", {"val": "az-Arab", "bidi": "az-Arab"}),
        ("cy", {"val": "cy"}),
    ],
)
def test_a_language_is_named_for_its_kind_of_script(tag: str, expected: dict[str, str]) -> None:
    assert lang_attributes(tag) == expected


def test_a_language_brings_its_direction_unless_one_is_given() -> None:
    assert language_and_direction("ar", None, ("en", False)) == ("ar", True)
    assert language_and_direction("ckb", None, ("en", False)) == ("ckb", True)
    assert language_and_direction("az-Arab", None, ("en", False)) == ("az-Arab", True)
    assert language_and_direction("ar-Latn", None, ("en", False)) == ("ar-Latn", False)
    assert language_and_direction("ar", "ltr", ("en", False)) == ("ar", False)
    assert language_and_direction(None, "rtl", ("en", False)) == ("en", True)
    assert language_and_direction(None, None, ("he", True)) == ("he", True)


def test_a_document_takes_its_other_scripts_from_the_words_in_it() -> None:
    assert languages_of("en", ["en", "fr", "ko", "he"]) == Languages("en", "ko", "he")
    assert languages_of("ar", ["ar"]) == Languages("ar", "ja", "ar")
    assert Languages("en-GB", "ko", "he").attributes() == {"val": "en-GB", "eastAsia": "ko-KR", "bidi": "he-IL"}
