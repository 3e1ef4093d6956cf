"""HTML: comments are kept and shown nowhere, tags are refused."""

from __future__ import annotations

import pytest

from tests.reading.markdown.bodies import body, codes, told
from tests.reading.markdown.outline import outline


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a <!-- x --> b", "a b"),
        ("a<!-- x -->b", "ab"),
        ("a <!-- x -->", "a"),
        ("*a* <!-- x --> <!-- y --> b", "[em a] b"),
        ("a <!-- over\ntwo --> b", "a b"),
    ],
)
def test_a_comment_in_a_line_leaves_no_gap(text: str, words: str) -> None:
    assert outline(body(text)).splitlines()[0].split(": ", 1)[1] == words


def test_a_paragraph_that_is_a_comment_alone_is_none() -> None:
    assert [block.kind for block in body("- <!-- x -->\n- a\n\n<!-- y -->\n").blocks] == ["list"]


@pytest.mark.parametrize(
    ("text", "spots"),
    [
        ("<div>a</div>", ["1:1"]),
        ("a <b>c</b> <i>d</i>", ["1:3", "1:12"]),
        ("a </b>", ["1:3"]),
        ("- a\n\n  <p>b", ["3:3"]),
        ("a <br> b", ["1:3"]),
        ("<!-- a -->\n<!-- b --> c", ["2:12"]),
        ("<!-- a --> <b>c</b>", ["1:12"]),
        ("<?php a ?>", ["1:1"]),
        ("<!DOCTYPE html>", ["1:1"]),
        ("a <![CDATA[b]]>", ["1:3"]),
    ],
)
def test_html_is_refused_at_its_place(text: str, spots: list[str]) -> None:
    assert [line.split(": ")[:2] for line in told(text)] == [[f"a.md:{spot}", "markdown.raw-html"] for spot in spots]


def test_a_comment_that_swallows_the_rest_of_the_file_is_told() -> None:
    assert told("a\n\n<!-- b\n\nc") == [
        "a.md:3:1: markdown.raw-html: this comment is never closed\n  3 | <!-- b\n    | ^^^^^^\n  hint: Close it with -->."
    ]


@pytest.mark.parametrize("text", ["a < b", "a <3", "1<2>0", "\\<b>", "`<b>`", "&lt;b>", "    <b>"])
def test_a_sign_that_begins_no_tag_is_text(text: str) -> None:
    assert codes(text) == []
