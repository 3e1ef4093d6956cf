"""Depth and length: whatever is piled up, reading ends soon, with a result or a diagnostic."""

from __future__ import annotations

import time

import pytest

from exporter.reading.markdown.grammar import DEEPEST
from tests.reading.markdown.bodies import NOWHERE, codes, read_body, told

MANY = 4000
PILES = {
    "quotations": "> " * MANY + "word",
    "lists": "- " * MANY + "word",
    "numbered lists": "1. " * MANY + "word",
    "indented lists": "".join(" " * 2 * depth + "- a\n" for depth in range(600)),
    "brackets": "[" * MANY + "word" + "]" * MANY,
    "open brackets": "[" * MANY + "word",
    "pictures": "![" * MANY + "word",
    "links": "[word" * MANY + "](b)" * MANY,
    "notes in notes": "^[" * MANY + "word" + "]" * MANY,
    "calls": "[^a]" * MANY,
    "stress": "*" * MANY + "word" + "*" * MANY,
    "open stress": "*a **b _c __d " * MANY,
    "back quotes": "".join("`" * length + " " for length in range(300)),
    "tags": "<a " * MANY,
    "comments": "<!-- " * MANY,
    "comments in lines": "a <!-- b -->" * MANY,
    "divs": "::: callout\n" * MANY + "word",
    "closed divs": "::: callout\n" * MANY + "word\n" + ":::\n" * MANY,
    "fences": ":::\n" * MANY,
    "attributes": "[a]{" * MANY + "[a]{k='" * MANY + "# {a=b " * MANY,
    "rows": "| a |\n|---|\n" + "| b |\n" * MANY,
    "columns": "|a" * MANY + "|\n" + "|-" * MANY + "|\n",
    "headings": "# Same\n" * MANY,
    "definitions": "".join(f"[^{number}]: b\n" for number in range(MANY)),
    "references": "".join(f"[{number}]: b\n" for number in range(MANY)),
    "one long line": "word " * MANY * 4,
    "many lines": "word\n" * MANY,
    "many paragraphs": "word\n\n" * MANY,
    "mistakes in one line": "![a](nix.png) <b> [a](b) " * (MANY // 10),
}
SECONDS = 5  # on a busy machine; most take a tenth of a second


@pytest.mark.parametrize("name", PILES)
def test_a_pile_is_read_soon(name: str) -> None:
    start = time.perf_counter()
    read_body(PILES[name], NOWHERE)
    assert time.perf_counter() - start < SECONDS


@pytest.mark.parametrize("marker", ["> ", "- ", "1. "])
def test_what_is_nested_too_deep_is_told_and_not_dropped_in_silence(marker: str) -> None:
    assert "markdown.too-deep" in codes(marker * 100 + "word")
    assert codes(marker * 8 + "word") == []


def test_the_limit_is_told_where_it_is_passed_and_only_there() -> None:
    line = "> " * DEEPEST + "word"
    assert told(f"a\n\n{line}") == [
        f"a.md:3:41: markdown.too-deep: this is nested too deep\n  3 | {line}\n    | {' ' * 40}^^^^\n"
        "  hint: Lists and quotations inside each other end at ten and twenty levels; what is deeper was not read."
    ]
