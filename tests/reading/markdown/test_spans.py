"""Bracketed spans, and attributes after links and pictures."""

from __future__ import annotations

import pytest

from tests.reading.markdown.bodies import body, codes, read_body
from tests.reading.markdown.outline import outline


def inlines(text: str) -> str:
    return outline(body(text)).splitlines()[0].removeprefix("p1 paragraph 1:1: ")


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("[a *b*]{lang=fr}", "[lang fr a [em b]]"),
        ("[a]{dir=rtl}", "[lang  rtl a]"),
        ("[[a]{lang=fr} b]{lang=de}", "[lang de [lang fr a] b]"),
        ("*[a]{lang=fr}*", "[em [lang fr a]]"),
        ("[a](https://a.example){lang=fr}", "[link https://a.example [lang fr a]]"),
        ("[b [a]{lang=fr}](https://a.example)", "[link https://a.example b [lang fr a]]"),
        ("[a] {lang=fr}", "[a] {lang=fr}"),
        ("\\[a]{lang=fr}", "[a]{lang=fr}"),
        ("[a]\\{lang=fr}", "[a]{lang=fr}"),
        ("`[a]{lang=fr}`", "[code [a]{lang=fr}]"),
        ("a{lang=fr}", "a{lang=fr}"),
    ],
)
def test_words_of_another_language(text: str, read: str) -> None:
    assert inlines(text) == read


def test_a_link_still_holds_no_link() -> None:
    assert inlines("[a [b](https://b.example) c](https://a.example)") == (
        "[a [link https://b.example b] c](https://a.example)"
    )
    assert inlines("[a [b](https://b.example){lang=fr} c](https://a.example)") == (
        "[a [link https://b.example [lang fr b]] c](https://a.example)"
    )


def test_a_link_may_hold_the_call_of_a_note() -> None:
    assert inlines("[a[^n]](https://a.example)\n\n[^n]: N") == "[link https://a.example a[n1 1]]"


def test_a_span_that_means_nothing_leaves_its_words() -> None:
    assert outline(read_body("[a *b*]{.small}")[0]) == "p1 paragraph 1:1: a [em b]\n"
    assert codes("[a *b*]{.small}") == ["markdown.unknown-attribute"]
