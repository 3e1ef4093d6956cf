"""Pandoc's attributes: what is read, where each entry stands, and what is no attribute at all."""

from __future__ import annotations

import pytest

from exporter.reading.markdown.attributes import Attribute, read_attributes, trailing_attributes
from tests.reading.markdown.bodies import codes, told


def entries(text: str) -> list[tuple[str, str]]:
    attributes = read_attributes(text, 0, len(text))
    return [(entry.key, entry.value) for entry in attributes.entries] if attributes else []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("{#name .class key=value}", [("#", "name"), (".", "class"), ("key", "value")]),
        ("{ .a.b }", [(".", "a"), (".", "b")]),
        ("""{a="two words" b='it "is"'}""", [("a", "two words"), ("b", 'it "is"')]),
        (r"""{a="say \"so\""}""", [("a", 'say "so"')]),
        ('{a=""}', [("a", "")]),
        ('{a="over\n  two lines"\n.b}', [("a", "over two lines"), (".", "b")]),
        ("{lang=zh-Hant data-x:y=1}", [("lang", "zh-Hant"), ("data-x:y", "1")]),
        ('{by="A {b}"}', [("by", "A {b}")]),
        ("{#überschrift-2.1}", [("#", "überschrift-2.1")]),
    ],
)
def test_entries_are_read_in_order(text: str, found: list[tuple[str, str]]) -> None:
    assert entries(text) == found


@pytest.mark.parametrize(
    "text", ["{}", "{ }", "{word}", "{a=“b”}", '{a="b}', "{.a", "{a = b}", "{=html}", "x{.a}", "{.a,.b}"]
)
def test_anything_else_is_no_attribute(text: str) -> None:
    assert entries(text) == []


def test_entries_know_where_they_stand() -> None:
    attributes = read_attributes('x{ #a key="v" }y', 1, 16)
    assert attributes is not None
    assert attributes.entries == (Attribute("#", "a", 3, 5), Attribute("key", "v", 6, 13))
    assert attributes.end == 15


def test_attributes_end_before_the_text_does() -> None:
    assert read_attributes("{.a}", 0, 3) is None


def test_the_last_value_of_a_key_counts() -> None:
    attributes = read_attributes("{a=1 a=2}", 0, 9)
    assert attributes is not None
    assert attributes.get("a") == "2"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Head {#a}", "Head"),
        ("Head{#a}", "Head"),
        ("Head {a}", "Head {a}"),
        ("Head \\{#a}", "Head \\{#a}"),
        ("Head {#a} x", "Head {#a} x"),
    ],
)
def test_attributes_end_a_heading_or_they_are_words(text: str, words: str) -> None:
    assert trailing_attributes(text)[0] == words


def test_an_unknown_entry_is_told_with_the_known_ones() -> None:
    assert told("[words]{langue=fr}") == [
        "a.md:1:9: warning: markdown.unknown-attribute: “langue” means nothing on a span\n"
        "  1 | [words]{langue=fr}\n    |         ^^^^^^^^^\n  hint: Did you mean “lang”?"
    ]


def test_language_tags_are_checked_and_written_as_they_should_be() -> None:
    from tests.reading.markdown.bodies import body
    from tests.reading.markdown.outline import outline

    assert codes("[a]{lang=xx-}") == ["markdown.wrong-language"]
    assert outline(body("[a]{lang=ZH-hant}")) == "p1 paragraph 1:1: [lang zh-Hant a]\n"
