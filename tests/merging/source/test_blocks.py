"""Blocks are put in, taken out and moved, each with the signs of what encloses it."""

from __future__ import annotations

import pytest

from exporter.merging.source.edits import Delete, Edit, Fresh, Insert, Move
from tests.merging.source.sources import after, body, edited, words


def new(behind: str, role: str, text: str = "New", before: str = "") -> Insert:
    return Insert(behind, (Fresh(role, words(text)),), before)


@pytest.mark.parametrize(
    ("old", "edit", "wanted"),
    [
        ("A\n\nB", new("p1", "body"), "A\n\nNew\n\nB"),
        ("A\n\nB", new("p2", "body"), "A\n\nB\n\nNew"),
        ("A\n\nB", new("", "body", before="p1"), "New\n\nA\n\nB"),
        ("# A\nB", new("h1", "body"), "# A\n\nNew\n\nB"),
        ("# A\n\nB", new("p1", "heading_2"), "# A\n\nB\n\n# New"),
        ("* A\n* B", new("p1", "bullet_1"), "* A\n* New\n* B"),
        ("1) A\n2) B\n", new("p2", "number_1"), "1) A\n2) B\n3) New\n"),
        ("- A\n\n- B", new("p1", "bullet_1"), "- A\n\n- New\n\n- B"),
        ("- A\n- B", new("p1", "bullet_2"), "- A\n  - New\n- B"),
        ("- A\n- B\n\nC", new("p2", "body"), "- A\n- B\n\nNew\n\nC"),
        ("A\n\nB", new("p1", "bullet_1"), "A\n\n- New\n\nB"),
        ("A", new("p1", "quote"), "A\n\n> New"),
        ("> A\n>\n> B", new("p1", "quote"), "> A\n>\n> New\n>\n> B"),
        ("A", new("p1", "pull_quote"), "A\n\n::: quote\nNew\n:::"),
        ("::: callout\nA\n:::", new("p1", "callout"), "::: callout\nA\n\nNew\n:::"),
        ("::: callout\nA\n:::\n\nB", new("p1", "body"), "::: callout\nA\n:::\n\nNew\n\nB"),
        ("::: takeaways\n- A\n:::", new("p1", "takeaways_bullet"), "::: takeaways\n- A\n- New\n:::"),
        ("::: takeaways\n- A\n:::", new("", "takeaways_bullet", before="p1"), "::: takeaways\n- New\n- A\n:::"),
        ("A\n\n::: callout\nB\n:::", new("", "callout", before="p2"), "A\n\n::: callout\nNew\n\nB\n:::"),
        ("A\n\n> B", new("", "quote", before="p2"), "A\n\n> New\n>\n> B"),
        ("::: takeaways\n1. A\n2. B\n:::", Move(("p2",), "", "p1"), "::: takeaways\n1. B\n1. A\n:::"),
        ('::: {.quote by="X"}\nA\n:::\n\nB', new("q1.by", "body"), '::: {.quote by="X"}\nA\n:::\n\nNew\n\nB'),
        ("A", new("p1", "code_block", "x\n  y"), "A\n\n```\nx\n  y\n```"),
        ("A\n\nB\n\nC", Delete("p2"), "A\n\nC"),
        ("A\n\nB\n", Delete("p2"), "A\n"),
        ("- A\n- B\n- C", Delete("p2"), "- A\n- C"),
        ("A\n\n- B\n\nC", Delete("p2"), "A\n\nC"),
        ("- A\n\n  B\n\nC", Delete("p1"), "- B\n\nC"),
        ("A\n\n::: callout\nB\n:::\n", Delete("p2"), "A\n"),
        ("A[^n]\n\nB\n\n[^n]: C\n", Delete("p1"), "B\n"),
        ("A\n\nB\n\nC", Move(("p3",), "p1"), "A\n\nC\n\nB"),
        ("A *x*\ny\n\n- B\n- C", Move(("p1",), "p3"), "- B\n- C\n\nA *x*\ny"),
        ("- A\n- B\n- C", Move(("p1",), "p3"), "- B\n- C\n- A"),
    ],
)
def test_a_block_stands_where_it_belongs(old: str, edit: Edit, wanted: str) -> None:
    assert after(old, edit) == wanted


def test_edits_of_neighbours_do_not_shift_each_other() -> None:
    edits: list[Edit] = [Delete("p1"), new("p1", "body", "X"), new("p2", "body", "Y"), Move(("p3",), "")]
    assert after("A\n\nB\n\nC\n\nD", *edits) == "C\n\nX\n\nB\n\nY\n\nD"


def test_an_item_that_holds_a_list_keeps_its_words() -> None:
    spliced = edited(body("- A\n  - B"), [Delete("p1")])
    assert [refusal.reason for refusal in spliced.refused] == [
        "A list's item can't lose its words and keep what is below them."
    ]


def test_a_table_takes_no_new_paragraph() -> None:
    spliced = edited(body("A"), [new("p1", "table_text")])
    assert spliced.data == body("A")


def test_the_ids_of_what_stays_are_told() -> None:
    spliced = edited(body("A\n\nB\n\nC"), [Delete("p2")])
    assert {old: now for old, now in spliced.ids.items() if old.startswith("p")} == {"p1": "p1", "p3": "p2"}
