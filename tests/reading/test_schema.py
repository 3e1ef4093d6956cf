"""The JSON Schema of the front matter: valid, complete, and of one mind with the reader."""

from __future__ import annotations

import json

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from exporter.diagnostics import Source
from exporter.reading.front_matter import read_front_matter
from exporter.reading.front_matter_keys import KEYS
from exporter.reading.kind_keys import OF_KIND
from exporter.reading.schema import as_json, front_matter_schema, front_matter_table
from exporter.reading.yaml.reader import read_yaml
from tests import samples
from tests.reading.mistake_cases import written
from tests.reading.test_front_matter import ADVISORY, EVERY_KEY, PICTURES

VALIDATOR = Draft202012Validator(front_matter_schema(), format_checker=FormatChecker())


def editor_accepts(text: str) -> bool:
    """What an editor says that checks the YAML by the schema."""
    tree = read_yaml(Source("a.md", text), text).value
    return tree is not None and VALIDATOR.is_valid(as_json(tree))


def reader_accepts(text: str) -> bool:
    return not read_front_matter(Source("a.md", text), text, 1, samples.brand(), PICTURES).has_errors


def test_the_schema_is_valid_and_is_plain_json() -> None:
    Draft202012Validator.check_schema(front_matter_schema())
    assert json.loads(json.dumps(front_matter_schema()))["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_a_file_with_every_key_is_accepted_and_gives_every_key() -> None:
    assert editor_accepts(EVERY_KEY)
    assert editor_accepts(ADVISORY)
    lines = (EVERY_KEY + ADVISORY).splitlines()
    assert {line.split(":")[0] for line in lines if line[0] not in " -"} == {key.name for key in KEYS}


def test_every_key_has_a_description_and_an_example_that_both_accept() -> None:
    properties = front_matter_schema()["properties"]
    assert isinstance(properties, dict)
    assert {name for name, about in properties.items() if about["description"] and about["examples"]} == {
        key.name for key in KEYS
    }
    own = {key.name: f"{key.name}: {key.example}\n" for key in KEYS}
    kinds = {name: f"kind: {kind}\n" for name, kind in OF_KIND.items()}
    examples = {name: "title: A\n" * (name != "title") + kinds.get(name, "") + text for name, text in own.items()}
    assert {name: (editor_accepts(text), reader_accepts(text)) for name, text in examples.items()} == {
        key.name: (True, True) for key in KEYS
    }


GOOD = [
    "title: 1984",
    'title: "true"',
    "title: no",
    "title: >\n  A\n  B",
    "subtitle: ''",
    "kicker: |\n  A",
    "author: A",
    "author: [A, 2]",
    "author: {name: A}",
    "author: [A, {name: B, role: C, about: D}]",
    "notes: foot",
    "kind: brief\ncover: false",
    "kind: brief\ncover: {image: images/harbour.png}",
    "kind: brief\ncontents: true",
    "kind: media-advisory\nadvisory: {who: A, what: B, when: C, where: D}",
    "keywords: []",
    "contact: []",
    "contact: {name: A}",
    "contact: [{name: A}, {name: B, phone: 5550100}]",
    "lang: zh-Hant-TW",
    "lang: sl-rozaj-biske-1994",
    "lang: en-x-house",
    "lang: no",
    "dir: rtl",
    "date: 2024-02-29",
    "embargo: 2025-03-12T09:00Z",
    "embargo: 2025-03-12 09:00:00+05:30",
    "boilerplate: We study ports.",
    "boilerplate: {text: A}",
    "link: {label: A, url: 'http://例え.テスト/道?a=b#c'}",
    "email: {}",
]
BAD = [
    "title:",
    "title: true",
    "title: [A]",
    "title: ' '",
    "title: |\n  A\n  B",
    "subtitle: null",
    "kicker: {a: b}",
    "kind: Press release",
    "author: ['']",
    "author: {role: A}",
    "author: {name: A, email: a@b.example}",
    "notes: below",
    "kind: brief\ncover: 'false'",
    "kind: brief\ncover: {alt: A}",
    "kind: brief\ncontents: 'yes'",
    "kind: media-advisory",
    "kind: media-advisory\nadvisory: {who: A}",
    "kind: statement\nseries: A",
    "keywords: [[a]]",
    "keywords: [true]",
    "lang: english",
    "lang: e",
    "lang: en_US",
    "lang: 12",
    "dir: up",
    "date: 2025-3-12",
    "date: 2025-02-30",
    "date: 20250312",
    "embargo: 2025-03-12",
    "embargo: 2025-03-12T09:00",
    "embargo: 2025-03-12T25:00Z",
    "embargo: 2025-03-12T09:00+15:00",
    "contact: A",
    "contact: {}",
    "contact: {name: A, email: a}",
    "contact: {name: A, email: a@b}",
    "contact: {name: A, fax: '1'}",
    "people: [{role: A}]",
    "link: https://a.example",
    "link: {label: A}",
    "link: {label: A, url: ftp://a.example}",
    "link: {label: A, url: 'https://a .example'}",
    "link: {label: A, url: 'https://me@a.example'}",
    "boilerplate: [A]",
    "boilerplate: {title: A}",
    "email: {subject: {a: b}}",
    "email: A",
    "colour: red",
]


@pytest.mark.parametrize(("text", "fine"), [(text, True) for text in GOOD] + [(text, False) for text in BAD])
def test_the_schema_and_the_reader_agree(text: str, fine: bool) -> None:
    whole = text if text.startswith("title") else f"title: A\n{text}"
    assert (editor_accepts(whole), reader_accepts(whole)) == (fine, fine)


# What a schema can't know: what the brand has, what a calendar has at a moment, what two keys say together.
BEYOND_A_SCHEMA = (
    "lang: jp",
    "embargo: 2025-02-30",
    "boilerplate: institut",
    "boilerplate: house",
    "date: 2026-05-12\nembargo",
    "kind: brief\ncover: {image: images/none.png}",
)


@pytest.mark.parametrize(
    "text", [text for text in written("front-matter") if not text.startswith(BEYOND_A_SCHEMA) and "\\u" not in text]
)
def test_the_schema_finds_the_mistakes_that_the_reader_finds(text: str) -> None:
    assert not editor_accepts(f"title: A\n{text}\n")


def test_other_readers_see_numbers_and_nothing_where_no_quotes_stand() -> None:
    text = "a: 1\nb: -2.5e3\nc: '1'\nd: ~\ne: [true, no, 1.2.3, .5]\nf: {g: 2025-03-12}\n"
    tree = read_yaml(Source("a.md", text), text).value
    assert tree is not None
    assert as_json(tree) == {
        "a": 1,
        "b": -2500.0,
        "c": "1",
        "d": None,
        "e": [True, "no", "1.2.3", 0.5],
        "f": {"g": "2025-03-12"},
    }


def test_the_table_names_every_key_and_every_key_inside_one() -> None:
    names = [row.split("`")[1] for row in front_matter_table().splitlines()[2:]]
    assert names == [name for key in KEYS for name in (key.name, *(f"{key.name}.{part.name}" for part in key.parts))]
