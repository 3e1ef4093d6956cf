"""What blocks mean, and which of them say nothing."""

from __future__ import annotations

import pytest

from tests.reading.markdown.bodies import codes, read_body


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("<!-- a comment -->", []),
        ("&nbsp;", []),
        ("[]{#name}", []),
        ("#", ["markdown.empty-heading"]),
        ("## &nbsp;", ["markdown.empty-heading"]),
        ("## <!-- a comment --> ##", ["markdown.empty-heading"]),
        (">", ["markdown.empty-quote"]),
        ("```\n\n```", ["markdown.empty-code"]),
        ("[](https://a.example)", ["markdown.empty-link"]),
    ],
)
def test_a_block_without_words_is_left_out(text: str, told: list[str]) -> None:
    read, mistakes = read_body(f"{text}\n\nwords")
    assert [block.id for block in read.blocks][-1:] == ["p2" if "a.example" in text else "p1"]
    assert len(read.blocks) == 1
    assert [one.code for one in mistakes.found] == told


def test_a_name_of_nothing_is_no_place_for_a_link() -> None:
    assert codes("[]{#name}\n\n[a](#name)") == ["markdown.unknown-name"]


@pytest.mark.parametrize("text", ["`a`", "\\\na", "a^[b]", "[^n]\n\n[^n]: b"])
def test_words_in_any_form_are_kept(text: str) -> None:
    read, mistakes = read_body(text)
    assert [block.kind for block in read.blocks] == ["paragraph"]
    assert mistakes.found == []
