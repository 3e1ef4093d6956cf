"""Languages as Word names them: `w:lang` has one attribute for each of Word's three kinds of script."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from exporter.language import direction_of, language_of

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
COMPLEX = frozenset({"bn", "gu", "hi", "kn", "ml", "mr", "ne", "pa", "si", "ta", "te", "th"})  # besides right to left


def is_east_asian(tag: str) -> bool:
    return language_of(tag) in EAST_ASIAN


def is_complex(tag: str) -> bool:
    """Whether Word counts a language's script among the complex ones: right to left, or of shaped clusters."""
    return direction_of(tag) == "rtl" or language_of(tag) in COMPLEX


class Languages(Struct, frozen=True):
    """Of a document: its own, and what text in the other kinds of script is taken to be."""

    own: str
    east_asian: str
    complex_script: str

    def attributes(self) -> dict[str, str]:
        """The attributes of the `w:lang` that holds where no other is given."""
        return lang_attributes(self.east_asian) | lang_attributes(self.complex_script) | lang_attributes(self.own)


def languages_of(own: str, tags: Sequence[str]) -> Languages:
    """A document's languages, by its own and the tags in it; Japanese and Arabic for scripts that do not occur."""
    east_asian = next(filter(is_east_asian, tags), "ja")
    return Languages(own, east_asian, next(filter(is_complex, tags), "ar"))


def language_and_direction(lang: str | None, direction: str | None, around: tuple[str, bool]) -> tuple[str, bool]:
    """Tag, and whether it runs from right to left, by an element's `lang` and `dir`, else as around it.

    A language brings its direction unless `dir` says otherwise.
    """
    if direction:
        return lang or around[0], direction == "rtl"
    return (lang, direction_of(lang) == "rtl") if lang else around


def word_tag(tag: str) -> str:
    """The tag with the region that Word expects: `ja` → `ja-JP`, `zh-Hant` → `zh-TW`; others as they are."""
    return REGIONS.get(tag, tag)


def lang_attributes(tag: str) -> dict[str, str]:
    """The attributes of `w:lang` (17.3.2.20) for text in one language: `val`, and the one for its kind of script."""
    attributes = {"val": word_tag(tag)}
    if is_east_asian(tag):
        attributes["eastAsia"] = word_tag(tag)
    if is_complex(tag):
        attributes["bidi"] = word_tag(tag)
    return attributes
