"""YAML into a tree: what was written, where it stands, and what is said when it can't be read."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exporter.diagnostics import Result, Source
from exporter.reading.spot import Spot
from exporter.reading.yaml.reader import read_yaml
from exporter.reading.yaml.tree import Node, Scalar, YamlList, YamlMap
from exporter.terminal import draw
from tests.conftest import Golden
from tests.reading.mistake_cases import FOLDER, as_cases, written


def read(text: str) -> Result[YamlMap]:
    """The tree of a text that begins in the file's second line, as a front matter does."""
    return read_yaml(Source("a.md", "---\n" + text), text, 2)


def told(text: str) -> list[str]:
    return [draw(diagnostic, colour=False) for diagnostic in read(text).diagnostics]


def plain(node: Node | None) -> object:
    """The texts of a tree."""
    if isinstance(node, YamlMap):
        return {key.text: plain(value) for key, value in node.entries}
    if isinstance(node, YamlList):
        return [plain(item) for item in node.items]
    return node.text if node else None


def keys(text: str) -> object:
    return plain(read(text).value)


def scalar(text: str) -> Scalar:
    value = read(f"key: {text}").value
    found = value.get("key") if value else None
    assert isinstance(found, Scalar)
    return found


def test_keys_lists_and_groups_become_a_tree_in_block_and_in_flow_style() -> None:
    text = "a: one\nb:\n  - two\n  - {c: three}\nd: [four, five]\n"
    assert keys(text) == {"a": "one", "b": ["two", {"c": "three"}], "d": ["four", "five"]}


@pytest.mark.parametrize(
    "text", ["2025-03-12", "2025-03-12T09:00-04:00", "no", "on", "1.10", "0123", "1_000", "12:30", "1e3"]
)
def test_a_value_keeps_the_text_that_was_written(text: str) -> None:
    assert scalar(text) == Scalar(text, True, Spot(2, 6, len(text), 2))


def test_a_text_in_quotes_is_not_plain() -> None:
    found = [scalar(text) for text in ("'it''s'", '"a\\u00a0b"', ">-\n  a\n  b", "|\n  a\n  b\n")]
    assert [(one.text, one.plain) for one in found] == [
        ("it's", False),
        ("a\u00a0b", False),
        ("a b", False),
        ("a\nb\n", False),
    ]


def test_nothing_and_yes_or_no_values_are_known_only_without_quotes() -> None:
    nothing = [text for text in ("", "~", "null", '""', "'null'", "none") if scalar(text).is_nothing]
    boolean = [text for text in ("true", "False", "yes", "no", "'true'") if scalar(text).is_boolean]
    assert (nothing, boolean) == (["", "~", "null"], ["true", "False"])


def test_every_key_and_value_has_its_place_in_the_file() -> None:
    tree = read("title: A headline\ncontact:\n  - name: Ada\n    role: 'Press  officer'\n").value
    assert tree is not None
    (title, headline), (contact, people) = tree.entries
    assert (title.spot, headline.spot, contact.spot) == (Spot(2, 1, 5, 2), Spot(2, 8, 10, 2), Spot(3, 1, 7, 3))
    assert isinstance(people, YamlList)
    person = people.items[0]
    assert isinstance(person, YamlMap)
    assert [value.spot for _, value in person.entries] == [Spot(4, 11, 3, 4), Spot(5, 11, 16, 5)]


def test_a_value_over_several_lines_ends_at_its_last_words() -> None:
    assert [scalar(text).spot for text in ("one\n  two\n", ">-\n  one\n  two\n\n\n", "'one\n\n  two'")] == [
        Spot(2, 6, 3, 3),
        Spot(2, 6, 2, 4),
        Spot(2, 6, 4, 4),
    ]


@pytest.mark.parametrize("text", ["", "\n\n", "# a comment\n", "---\n", "null\n", "%YAML 1.2\n---\n"])
def test_an_empty_text_has_no_keys(text: str) -> None:
    assert (keys(text), told(text)) == ({}, [])


def test_mistakes_are_told_in_plain_words_at_their_places(golden: Golden) -> None:
    golden(FOLDER / "yaml.txt", as_cases(written("yaml"), lambda text: told(f"{text}\n")))


@pytest.mark.parametrize(
    ("text", "place", "fact", "hint"),
    [
        ("a:\n\tb: c\n", "a.md:3:1", "a tab stands here", "YAML takes only spaces; two of them indent."),
        (
            "title: a\u2028b\n",
            "a.md:2:9",
            "a control character (U+2028) stands here",
            "Delete it; it was probably pasted along.",
        ),
    ],
)
def test_characters_that_are_not_seen_are_told(text: str, place: str, fact: str, hint: str) -> None:
    assert [(str(one.place), one.fact, one.hint) for one in read(text).diagnostics] == [(place, fact, hint)]


def test_one_run_tells_the_mistakes_of_several_keys_and_keeps_the_others() -> None:
    text = "title: A: B\nlang: en\nkeywords: [a, b\ncontact:\n- name: Ada\nlink: {label: x\n"
    result = read(text)
    assert [(one.code, one.place.line) for one in result.diagnostics] == [
        ("yaml.colon", 2),
        ("yaml.unclosed-bracket", 4),
        ("yaml.unclosed-bracket", 7),
    ]
    assert plain(result.value) == {"lang": "en", "contact": [{"name": "Ada"}]}
    assert result.value is not None
    assert result.value.broken


def test_words_that_yaml_takes_for_a_comment_are_told() -> None:
    assert told("title: Port Alder is #1 again\n") == [
        "a.md:2:22: warning: yaml.comment: “#1” is left out: what follows a space and “#” is a comment\n"
        "  2 | title: Port Alder is #1 again\n"
        "    |                      ^^\n"
        "  hint: Put the whole value in quotes to keep it; a comment has a space after its “#”."
    ]
    assert told('title: "Port Alder is #1 again"\nlang: en # a comment\n') == []


@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ("{a: ", "}")])
def test_what_is_nested_too_deep_is_refused(opening: str, closing: str) -> None:
    deep = [[one.code for one in read("a: " + opening * n + "x" + closing * n).diagnostics] for n in (19, 20)]
    assert deep == [[], ["yaml.too-deep"]]


def test_a_bomb_of_references_is_refused_at_once() -> None:
    bomb = "a: &a [x, x]\n" + "".join(f"b{n}: &b{n} [*a, *a, *a, *a, *a, *a]\n" for n in range(200))
    started = time.perf_counter()
    assert {one.code for one in read(bomb).diagnostics} == {"yaml.quotes-needed"}
    assert time.perf_counter() - started < 2


def test_a_huge_text_is_refused_before_it_is_read_to_its_end() -> None:
    started = time.perf_counter()
    huge = ("a: [" + "x, " * 300_000 + "]", "a: [" + "x, " * 30_000 + "]", "a: b\n" * 19_000)
    assert [[one.code for one in read(text).diagnostics] for text in huge] == [["yaml.too-large"]] * 3
    assert time.perf_counter() - started < 3


def test_of_a_text_that_is_no_yaml_at_all_some_mistakes_are_told() -> None:
    started = time.perf_counter()
    assert len(read("Forty harbours were counted.\n" * 3_000).diagnostics) == 20
    assert time.perf_counter() - started < 3


SIGNS = st.text(alphabet="ab:-#,[]{}&*!|>'\"%@`? \t\n\\0x~\u2028é", max_size=40)


@settings(max_examples=400, deadline=None)
@given(SIGNS)
def test_no_text_makes_reading_fail_otherwise_than_by_a_diagnostic(text: str) -> None:
    result = read(text)
    lines = ("---\n" + text).split("\n")
    for one in result.diagnostics:
        assert 2 <= one.place.line <= len(lines) + 1
        assert one.place.column + one.place.length - 1 <= max(1, len(one.source_line) + 1)
