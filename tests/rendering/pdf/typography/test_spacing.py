from __future__ import annotations

import pytest

from exporter.parity.compare import words
from exporter.rendering.pdf.typography.spacing import HABITS, JOINER, NARROW, NO_BREAK, kept_together
from tests.composing.test_labels import LANGUAGES

# Texts by language: `_` is a no-break space, `'` a narrow one, `|` a word joiner; spaces are what the writer typed.
CASES = {
    "en": (
        "at 5_km in 12_% of all cases",
        "J._K._Rowe and Dr._Munk on 3_March 2026",
        "on March_3, see pp._4 and §_5",
        "12.4_million tonnes, the U.S._Senate",
        "pages 10–|20, a pause_– and another|—as here",
        "Table_2 has 500 rows",
        "The end. A new sentence",
    ),
    "de": (
        "am 3._März, z.'B. auf S._4, §_5",
        "12,4_Millionen Tonnen, Dr._Munk, Nr._7, 30_%",
        "ein Einschub_– wie hier_– und mehr",
    ),
    "fr": (
        "Pourquoi'? Voilà'! Ainsi'; et_: «_mot_»",
        "le 3_mars, le 1er_mai, M._Marin, p._4, 12_%",
        "12_500_000 tonnes, 40_millions",
    ),
    "es": ("el 3_de mayo, 12,4_millones, Sra._Ruiz, pág._4", "¿Cuánto? 5_km"),
    "ar": ("12.4_مليون طن", "12_مايو 2026"),
    "hi": ("12_करोड़ रुपये", "3_मई"),
    "ko": ("40_개 항만", "5_km"),
    "ja": ("長さは5_kmです",),
    "zh": ("长5_km",),
}


@pytest.mark.parametrize(("lang", "marked"), [(lang, text) for lang, texts in CASES.items() for text in texts])
def test_words_are_kept_together_as_the_language_wants_it(lang: str, marked: str) -> None:
    wanted = marked.replace("_", NO_BREAK).replace("'", NARROW).replace("|", JOINER)
    typed = marked.replace("_", " ").replace("'", " ").replace("|", "")
    assert kept_together(typed, lang) == wanted


@pytest.mark.parametrize("lang", HABITS)
def test_no_word_is_changed_and_no_space_is_added(lang: str) -> None:
    text = "A “b” — c–d, 5 km; e: f! 12 500 € (g) « h » i? 3.5 % J. K. l—m  n"
    made = kept_together(text, lang)
    assert words(made.replace(JOINER, "")) == words(text)
    assert len(made.replace(JOINER, "")) == len(text)


def test_a_region_has_the_habits_of_its_language() -> None:
    assert kept_together("Quoi ?", "fr-CA") == f"Quoi{NARROW}?"


def test_a_language_without_habits_keeps_numbers_and_units_together() -> None:
    assert kept_together("12 km tot", "nl") == f"12{NO_BREAK}km tot"


def test_every_language_with_labels_has_its_habits() -> None:
    assert {lang.split("-")[0] for lang in LANGUAGES} == set(HABITS)
