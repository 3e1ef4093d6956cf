"""Languages as Word names them: `w:lang` has one attribute for each of Word's three kinds of script."""

from __future__ import annotations

from collections.abc import Mapping

# A language without a region as Word's proofing tools know it.
REGIONS: Mapping[str, str] = {
    "ar": "ar-SA",
    "de": "de-DE",
    "en": "en-US",
    "es": "es-ES",
    "fa": "fa-IR",
    "fr": "fr-FR",
    "he": "he-IL",
    "hi": "hi-IN",
    "it": "it-IT",
    "ja": "ja-JP",
    "ko": "ko-KR",
    "nl": "nl-NL",
    "pt": "pt-PT",
    "ru": "ru-RU",
    "ur": "ur-PK",
    "zh": "zh-CN",
    "zh-Hans": "zh-CN",
    "zh-Hant": "zh-TW",
}
EAST_ASIAN = frozenset({"ja", "ko", "zh"})
RIGHT_TO_LEFT = frozenset({"ar", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})
COMPLEX = RIGHT_TO_LEFT | {"bn", "gu", "hi", "kn", "ml", "mr", "ne", "pa", "si", "ta", "te", "th"}


def language_of(tag: str) -> str:
    """The first subtag of a BCP 47 tag, in lower case."""
    return tag.split("-")[0].lower()


def is_east_asian(tag: str) -> bool:
    return language_of(tag) in EAST_ASIAN


def is_right_to_left(tag: str) -> bool:
    return language_of(tag) in RIGHT_TO_LEFT


def language_and_direction(lang: str | None, direction: str | None, around: tuple[str, bool]) -> tuple[str, bool]:
    """Tag, and whether it runs from right to left, by an element's `lang` and `dir`, else as around it.

    A language brings its direction unless `dir` says otherwise.
    """
    if direction:
        return lang or around[0], direction == "rtl"
    return (lang, is_right_to_left(lang)) if lang else around


def word_tag(tag: str) -> str:
    """The tag with the region that Word expects: `ja` → `ja-JP`, `zh-Hant` → `zh-TW`; others as they are."""
    return REGIONS.get(tag, tag)


def lang_attributes(tag: str) -> dict[str, str]:
    """The attributes of `w:lang` (17.3.2.20) for text in one language: `val`, and the one for its kind of script."""
    attributes = {"val": word_tag(tag)}
    if is_east_asian(tag):
        attributes["eastAsia"] = word_tag(tag)
    if language_of(tag) in COMPLEX:
        attributes["bidi"] = word_tag(tag)
    return attributes
