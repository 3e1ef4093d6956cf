from __future__ import annotations

from pathlib import Path

import pytest

from exporter.checking import check
from exporter.checking.quotation import PAIRS, findings
from exporter.diagnostics import Source
from exporter.reading.content_file import read_release
from exporter.terminal import draw
from tests import samples
from tests.composing.test_labels import LANGUAGES

RIGHT = {
    "en": "“It’s ‘so’,” she said; the workers’ “rights”, the ’90s, rock ’n’ roll, (“yes”) and 6′ 2″.",
    "de": "„Er sagte ‚ja‘“, so steht’s da; »auch ›so‹ geht es«.",
    "de-CH": "Er sagte: «Das ist ‹so›.»",
    "fr": "Il dit : « C’est “ainsi”. » Aujourd’hui, l’« essai ».",
    "es": "Dijo: «Es “así”».",
    "ar": "قال: «نعم» و“لا”.",
    "he": 'הוא אמר: “כן, ‘זה’ זה”, של צה"ל.',
    "hi": "उसने कहा, “हाँ, ‘यह’ है।”",
    "ja": "彼は「それは『本』だ」と言った。",
    "ko": "그는 “그것은 ‘책’이다”라고 말했다.",
    "zh": "他说：“这是‘书’。”",
    "zh-Hant": "他說：「這是『書』。」",
}
WRONG = {
    "en": ("«Yes» she said", "„Yes“ she said", "‚Yes‘ she said"),
    "de": ("“Ja”, sagte er", "‘Ja’, sagte er", "«Ja», sagte er", "「Ja」"),
    "fr": ("„Oui“, dit-il", "「Oui」"),
    "es": ("„Sí“, dijo",),
    "ar": ("„نعم“",),
    "he": ("«כן»",),
    "hi": ("«हाँ»",),
    "ja": ("«はい»", "„はい“"),
    "ko": ("«네»",),
    "zh": ("«是»", "„是“"),
    "zh-Hant": ("«是»",),
}


def kinds(text: str, lang: str, following: str = "") -> list[str]:
    return [f"{text[finding.index]} {finding.kind}" for finding in findings(text, lang, following)]


@pytest.mark.parametrize("lang", RIGHT)
def test_the_marks_of_a_language_are_let_be(lang: str) -> None:
    assert kinds(RIGHT[lang], lang) == []


@pytest.mark.parametrize(("lang", "text"), [(lang, text) for lang, texts in WRONG.items() for text in texts])
def test_the_marks_of_another_language_are_told_once_a_pair(lang: str, text: str) -> None:
    mark = next(character for character in text if not character.isalnum() and not character.isspace())
    assert kinds(text, lang) == [f"{mark} language"]


@pytest.mark.parametrize("lang", RIGHT)
def test_straight_marks_are_told_in_every_language(lang: str) -> None:
    assert kinds('x "y" z', lang) == ['" straight']
    assert kinds("x 'y' z", lang) == ["' straight"]


def test_every_language_with_labels_is_checked() -> None:
    assert {lang.split("-")[0] for lang in LANGUAGES} == {lang.split("-")[0] for lang in PAIRS}


@pytest.mark.parametrize("text", ["it's so", "the workers' rights", "it′s so", "it´s so", "it`s so"])
def test_what_stands_for_an_apostrophe_is_told(text: str) -> None:
    (kind,) = kinds(text, "en")
    assert kind.endswith(" apostrophe")


@pytest.mark.parametrize("text", ["6' 2\" tall", "6′ 2″ tall", "at 51° 30' north", 'a 17" screen'])
def test_measures_are_let_be(text: str) -> None:
    assert kinds(text, "en") == []


def test_a_year_in_straight_marks_is_no_measure() -> None:
    assert kinds('x "in 1999" y', "en") == ['" straight']


@pytest.mark.parametrize(
    ("text", "lang", "told"),
    [
        ("“It is so, she said.", "en", ["“ pair"]),
        ("It is so,” she said.", "en", ["” pair"]),
        ("„Es ist so”, sagte sie.", "de", ["” language"]),
        ("« Voilà, dit-il.", "fr", ["« pair"]),
        ("「はい、と言った。", "ja", ["「 pair"]),
        ("“It is ‘so,” she said.", "en", ["‘ pair"]),
    ],
)
def test_a_mark_without_its_other_is_told(text: str, lang: str, told: list[str]) -> None:
    assert kinds(text, lang) == told


def test_a_quotation_may_go_on_in_the_next_paragraph() -> None:
    assert kinds("“It is so.", "en", following="“") == []
    assert kinds("“It is so.", "en", following="I") == ["“ pair"]


def test_a_language_whose_marks_are_not_known_is_held_to_no_others() -> None:
    assert kinds("”Ja”, sa hon; »ja» och „nej”", "sv") == []
    assert kinds('"Ja", sa hon', "sv") == ['" straight']


# --- in a release ---------------------------------------------------------------------------------------------------------


def told(text: str, front: str = "title: Ports\nlang: en\n") -> list[str]:
    content = f"---\n{front}---\n\n{text}"
    release = read_release("a.md", content.encode(), Path.cwd(), samples.brand()).value
    assert release is not None
    return [draw(one, colour=False) for one in check(release, Source("a.md", content))]


def test_a_mark_is_told_at_its_place() -> None:
    assert told('The lead.\n\nShe said:\n**"Yes"**, and *‘no’*.') == [
        'a.md:9:3: warning: quotation.straight: " is a straight quotation mark\n'
        '  9 | **"Yes"**, and *‘no’*.\n'
        "    |   ^\n"
        "  hint: Quotation marks in this language (en) are “…” or ‘…’."
    ]


def test_the_second_of_two_equal_marks_is_told_at_its_own_place() -> None:
    places = [line.split(": ")[0] for line in told("It's one, and it isn't two, and it's three.")]
    assert places == ["a.md:6:3", "a.md:6:21", "a.md:6:35"]


@pytest.mark.parametrize(
    "text",
    [
        'The form `"x"` is code.',
        '```\nprint("x")\n```',
        "See <https://harbour.example/it's> or https://harbour.example/a\"b.",
        'See [the form](https://harbour.example/ "The form").',
        "In French [« oui »]{lang=fr}, in German [„ja“]{lang=de}.",
        "::: {lang=de}\nEr sagte „ja“.\n:::",
    ],
)
def test_what_is_not_text_of_the_language_is_let_be(text: str) -> None:
    assert told(text) == []


def test_a_passage_in_another_language_is_held_to_its_own_marks() -> None:
    (said,) = told("The word [“ja”]{lang=de} is German.")
    assert said.startswith("a.md:6:11: warning: quotation.language: “ is not how a quotation is marked in this language\n")
    assert said.endswith("hint: Quotation marks in this language (de) are „…“ or ‚…‘.")


def test_a_field_of_the_front_matter_is_checked_too() -> None:
    (said,) = told("The lead.", "title: The port's end\nlang: en\n")
    assert said.startswith("a.md:2:16: warning: quotation.apostrophe: ' stands for an apostrophe\n")


def test_a_footnote_a_cell_a_caption_and_a_title_are_checked() -> None:
    text = (
        "The lead.[^n]\n\n: The port's\n\n| a'b | c |\n|---|---|\n| d'e | f |\n\n"
        "::: {.callout title=\"It's\"}\nx\n:::\n\n[^n]: A note's text.\n"
    )
    assert [line.split(" ")[0] for line in told(text)] == [
        "a.md:8:11:",
        "a.md:10:4:",
        "a.md:12:4:",
        "a.md:14:24:",
        "a.md:18:13:",
    ]
