"""Fenced divs: which fence closes which, and what is inside of them."""

from __future__ import annotations

import pytest

from exporter import model as m
from tests.reading.markdown.bodies import body, codes
from tests.reading.markdown.outline import outline


def kinds(text: str) -> list[str]:
    """The kind of each block, indented as its outline is."""
    lines = outline(body(text)).splitlines()
    return [" " * (len(line) - len(line.lstrip())) + line.split()[1] for line in lines if not line.startswith("comment")]


@pytest.mark.parametrize(
    "text",
    [
        "::: callout\na\n:::",
        "::: callout :::\na\n::::::",
        "::::: {.callout} :::::\na\n:::",
        "   ::: {.callout}  \na\n   :::  ",
        "::: callout\n\na\n\n:::",
    ],
)
def test_fences_are_three_colons_or_more(text: str) -> None:
    assert kinds(text) == ["callout", "  paragraph"]


def test_a_fence_closes_the_block_opened_last_whatever_its_length() -> None:
    assert kinds("::: callout\n:::: {lang=ja}\na\n:::\nb\n::::\nc") == [
        "callout",
        "  division",
        "    paragraph",
        "  paragraph",
        "paragraph",
    ]


@pytest.mark.parametrize("inside", ["```\n:::\n```", "~~~ x\n::: a\n~~~~", "<!--\n:::\n-->", "<!-- ::: -->"])
def test_fences_in_code_and_comments_are_none(inside: str) -> None:
    assert kinds(f"::: callout\nb\n\n{inside}\n\nc\n:::\nd")[-1] == "paragraph"


def test_a_div_ends_a_paragraph_and_ends_with_its_list_item() -> None:
    assert kinds("a\n::: callout\nb\n:::\nc") == ["paragraph", "callout", "  paragraph", "paragraph"]
    assert codes("- ::: callout\n  b\n\nc") == ["markdown.unclosed-div"]


def test_a_div_in_a_quotation_is_closed_in_it() -> None:
    assert kinds("> ::: callout\n> a\n> :::\n\nb") == ["block_quote", "  callout", "    paragraph", "paragraph"]


def test_a_list_goes_on_to_the_fence_and_no_further() -> None:
    assert kinds("::: takeaways\n- a\n- b\n:::\nlazy") == [
        "takeaways",
        "  list",
        "    list_item",
        "      paragraph",
        "    list_item",
        "      paragraph",
        "paragraph",
    ]


def test_a_sidebar_is_a_block_of_its_own_with_a_title() -> None:
    (box,) = body('::: {.sidebar title="Why forty"}\na\n:::').blocks
    assert isinstance(box, m.Sidebar)
    assert (box.id, box.title) == ("s1", "Why forty")


def test_indented_by_four_it_is_code() -> None:
    assert kinds("    ::: callout") == ["code_block"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("::: callout\na", "markdown.unclosed-div"),
        (":::", "markdown.stray-fence"),
        ("::: callout\n:::", "markdown.empty-div"),
        ("::: note\na\n:::", "markdown.unknown-class"),
        ("::: {#a}\na\n:::", "markdown.unknown-class"),
        ("::: a b\na\n:::", "markdown.unreadable-fence"),
        ("::: {.quote by=“A”}\na\n:::", "markdown.unreadable-fence"),
        ("::: {.quote .callout}\na\n:::", "markdown.two-classes"),
        ("::: {.quote title=a}\na\n:::", "markdown.unknown-attribute"),
        ("::: {lang=1}\na\n:::", "markdown.wrong-language"),
    ],
)
def test_each_mistake_is_told_once(text: str, code: str) -> None:
    assert codes(text) == [code]
