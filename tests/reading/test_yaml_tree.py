"""YAML into a tree: what was written, where it stands, and what is said when it can't be read."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exporter.diagnostics import Result, Source
from exporter.reading.yaml_tree import Node, Scalar, Spot, YamlList, YamlMap, read_yaml
from exporter.terminal import draw


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
    assert [scalar(text)[:2] for text in ("'it''s'", '"a\\u00a0b"', ">-\n  a\n  b", "|\n  a\n  b\n")] == [
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


MISTAKES = {
    "title: A: B\n": (
        "a.md:2:9: yaml.colon: a colon with a space after it stands inside a value",
        "  2 | title: A: B",
        "    |         ^",
        '  hint: Put the whole value in quotes: title: "A: B"',
    ),
    "link: {label: A: B, url: x}\n": (
        "a.md:2:16: yaml.colon: a colon with a space after it stands inside a value",
        "  2 | link: {label: A: B, url: x}",
        "    |                ^",
        '  hint: Put the value in quotes: {label: "A: B"}',
    ),
    "a:\n\tb: c\n": (
        "a.md:3:1: yaml.tab: a tab stands here",
        "  3 |  b: c",
        "    | ^",
        "  hint: YAML takes only spaces; two of them indent.",
    ),
    'title: "A headline\nlang: en\n': (
        'a.md:2:8: yaml.unclosed-quote: a quotation mark (") is opened here and not closed',
        '  2 | title: "A headline',
        "    |        ^^^^^^^^^^^",
        "  hint: Close it at the end of the value. A value that begins with an apostrophe needs double quotes.",
    ),
    "title: 'It's time'\n": (
        "a.md:2:12: yaml.after-quote: text goes on after the closing quotation mark",
        "  2 | title: 'It's time'",
        "    |            ^^^^^^^",
        "  hint: Put the whole value in quotes of the other kind, or write a quotation mark that stands inside twice.",
    ),
    "title: @home\n": (
        "a.md:2:8: yaml.quotes-needed: a value can't begin with “@”",
        "  2 | title: @home",
        "    |        ^",
        "  hint: Put the value in quotes.",
    ),
    "title: [Draft] A headline\n": (
        "a.md:2:16: yaml.quotes-needed: a value that begins with “[” ends here, and text goes on",
        "  2 | title: [Draft] A headline",
        "    |                ^^^^^^^^^^",
        "  hint: Put the whole value in quotes.",
    ),
    "title: *news*\n": (
        "a.md:2:8: yaml.quotes-needed: a value can't begin with “*”, which makes it a reference in YAML",
        "  2 | title: *news*",
        "    |        ^^^^^^",
        "  hint: Put the value in quotes.",
    ),
    "title: &Co grows\n": (
        "a.md:2:8: yaml.quotes-needed: a value can't begin with “&”, which makes it a reference in YAML",
        "  2 | title: &Co grows",
        "    |        ^^^",
        "  hint: Put the value in quotes.",
    ),
    "title: !important\n": (
        "a.md:2:8: yaml.quotes-needed: a value can't begin with “!”, which makes it a type in YAML",
        "  2 | title: !important",
        "    |        ^^^^^^^^^^",
        "  hint: Put the value in quotes.",
    ),
    "lang: en\ntitle A headline\n": (
        "a.md:3:1: yaml.no-colon: no colon follows the key",
        "  3 | title A headline",
        "    | ^^^^^^^^^^^^^^^^",
        "  hint: Write a key, a colon, a space and the value.",
    ),
    "title:Headline\n": (
        "a.md:2:1: yaml.no-space: no space follows the colon after the key",
        "  2 | title:Headline",
        "    | ^^^^^^^^^^^^^^",
        "  hint: Write a key, a colon, a space and the value.",
    ),
    "email:\n  subject A\n  preheader: B\n": (
        "a.md:3:3: yaml.no-colon: no colon follows the key",
        "  3 |   subject A",
        "    |   ^^^^^^^^^",
        "  hint: Write a key, a colon, a space and the value.",
    ),
    "title: A\n  lang: en\n": (
        "a.md:3:3: yaml.indentation: this key is indented further than the one above, which has its value already",
        "  3 |   lang: en",
        "    |   ^^^^",
        "  hint: Begin it in column 1, or put the value above in quotes.",
    ),
    "contact:\n  - name: A\n   role: B\n": (
        "a.md:4:4: yaml.indentation: this line is indented otherwise than the lines that it belongs to",
        "  4 |    role: B",
        "    |    ^^^^^^^",
        "  hint: Keys of one group begin in the same column, and so do the “-” of one list.",
    ),
    "contact: - name: A\n": (
        "a.md:2:10: yaml.list: a list begins on the line of its key",
        "  2 | contact: - name: A",
        "    |          ^",
        "  hint: Begin the list on the next line. A value that only begins with “- ” needs quotes.",
    ),
    "keywords: [a, b\n": (
        "a.md:2:11: yaml.unclosed-bracket: “[” is opened here and not closed",
        "  2 | keywords: [a, b",
        "    |           ^^^^^",
        "  hint: Close it with “]”. A value that only begins with “[” needs quotes.",
    ),
    "keywords: [a, b,\n": (
        "a.md:2:11: yaml.unclosed-bracket: “[” is opened here and not closed",
        "  2 | keywords: [a, b,",
        "    |           ^^^^^^",
        "  hint: Close it with “]”. A value that only begins with “[” needs quotes.",
    ),
    "keywords: [a,, b]\n": (
        "a.md:2:14: yaml.syntax: “,” stands where a value is expected",
        "  2 | keywords: [a,, b]",
        "    |              ^",
        "  hint: A value that begins with a bracket or a comma needs quotes.",
    ),
    'link: {label: "A" B}\n': (
        "a.md:2:19: yaml.bracket: a comma or “}” is missing before this",
        '  2 | link: {label: "A" B}',
        "    |                   ^",
        "  hint: Values that hold commas, brackets or quotation marks need quotes.",
    ),
    "description: > A text\n": (
        "a.md:2:16: yaml.block-text: text follows “>” on the same line",
        "  2 | description: > A text",
        "    |                ^^^^^^",
        "  hint: Begin the text on the next line, indented. A value that only begins with “>” needs quotes.",
    ),
    'title: "C:\\quay"\n': (
        "a.md:2:11: yaml.escape: a backslash in double quotes begins an escape, and this is none",
        '  2 | title: "C:\\quay"',
        "    |           ^^",
        "  hint: Use single quotes, or write the backslash twice.",
    ),
    "title: ? why\n": (
        "a.md:2:8: yaml.quotes-needed: a value can't begin with “? ”",
        "  2 | title: ? why",
        "    |        ^",
        "  hint: Put the value in quotes.",
    ),
    "title: & more\n": (
        "a.md:2:8: yaml.quotes-needed: a value can't begin with “&”",
        "  2 | title: & more",
        "    |        ^",
        "  hint: Put the value in quotes.",
    ),
    "lang: en\ntitle: A\nlang: fr\n": (
        "a.md:4:1: yaml.duplicate-key: the key “lang” is given twice",
        "  4 | lang: fr",
        "    | ^^^^",
        "  hint: Keep one of the two; the first stands in line 2.",
    ),
    "title: {{ headline }}\n": (
        "a.md:2:9: yaml.key: this is a group of keys, where a key is expected",
        "  2 | title: {{ headline }}",
        "    |         ^^^^^^^^^^^^",
        "  hint: A key is a single word. A value that begins with “{” or “[” needs quotes.",
    ),
    "a: b\n---\nc: d\n": (
        "a.md:3:1: yaml.documents: a second YAML document begins here",
        "  3 | ---",
        "    | ^^^",
        "  hint: Everything belongs into one document; delete this line.",
    ),
    "- a\n- b\n": (
        "a.md:2:1: yaml.no-keys: this is a list, not lines of a key, a colon and a value",
        "  2 | - a",
        "    | ^^^",
    ),
    "title: a\u2028b\n": (
        "a.md:2:9: yaml.control-character: a control character (U+2028) stands here",
        "  2 | title: a\ufffdb",
        "    |         ^",
        "  hint: Delete it; it was probably pasted along.",
    ),
    'title: "\\UFFFFFFFF"\n': (
        "a.md:2:11: yaml.syntax: this can't be read as YAML",
        '  2 | title: "\\UFFFFFFFF"',
        "    |           ^",
    ),
}


@pytest.mark.parametrize("text", MISTAKES)
def test_a_mistake_is_told_in_plain_words_at_its_place(text: str) -> None:
    assert told(text) == ["\n".join(MISTAKES[text])]


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


def test_a_list_nested_too_deep_is_refused() -> None:
    assert [one.code for one in read("a: " + "[" * 30 + "]" * 30).diagnostics] == ["yaml.too-deep"]


def test_a_bomb_of_references_is_refused_at_once() -> None:
    bomb = "a: &a [x, x]\n" + "".join(f"b{n}: &b{n} [*a, *a, *a, *a, *a, *a]\n" for n in range(200))
    started = time.perf_counter()
    assert {one.code for one in read(bomb).diagnostics} == {"yaml.quotes-needed"}
    assert time.perf_counter() - started < 2


def test_a_huge_text_is_refused_before_it_is_read_to_its_end() -> None:
    started = time.perf_counter()
    assert [one.code for one in read("a: [" + "x, " * 300_000 + "]").diagnostics] == ["yaml.too-large"]
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
