"""The names that links find headings by: those that Pandoc gives."""

from __future__ import annotations

import pytest

from exporter.reading.markdown.headings import heading_name
from tests.reading.markdown.bodies import body, codes
from tests.reading.markdown.outline import outline


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Hello, World & co. 3.5_x-y", "hello-world-co.-3.5_x-y"),
        ("1. What was counted", "what-was-counted"),
        ("3. 港の統計", "港の統計"),
        ("ÜBER uns", "über-uns"),
        ("2026", "section"),
        ("…", "section"),
    ],
)
def test_names_are_made_as_pandoc_makes_them(words: str, name: str) -> None:
    assert heading_name(words) == name


def target(text: str) -> str:
    """Where the link in the last line leads."""
    return outline(body(text)).splitlines()[-1].partition("[link ")[2].split()[0]


def test_a_link_finds_a_heading_by_its_words_without_their_formatting() -> None:
    assert target("# A *b* `c` [d](https://d.example)\n\n[x](#a-b-c-d)") == "#h1"


def test_headings_with_the_same_words_are_numbered() -> None:
    assert target("# A\n\nB\n\n# A\n\nB\n\n# A\n\n[x](#a-2)") == "#h3"


def test_a_given_name_takes_the_place_of_the_made_one() -> None:
    assert target("# A {#b}\n\n[x](#b)") == "#h1"
    assert codes("# A {#b}\n\n[x](#a)") == ["markdown.unknown-name"]


def test_a_given_name_wins_over_the_words_of_another_heading() -> None:
    assert target("# A\n\nB\n\n# B {#a}\n\n[x](#a)") == "#h2"


def test_a_name_may_be_percent_encoded_in_the_link() -> None:
    assert target("# 港\n\n[x](#%E6%B8%AF)") == "#h1"


def test_a_name_inside_of_a_block_leads_to_the_block() -> None:
    assert target("- a\n\n  b [c]{#d}\n\n[x](#d)") == "#p2"


def test_a_name_that_is_given_twice_is_told() -> None:
    assert codes("# A {#x}\n\n[b]{#x}") == ["markdown.name-twice"]
