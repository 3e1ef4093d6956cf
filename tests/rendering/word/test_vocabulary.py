"""The vocabulary is told to those who edit templates, and every role in it has a style."""

from __future__ import annotations

import re
from pathlib import Path

from exporter.rendering.word.roles import ROLES
from exporter.rendering.word.vocabulary import VOCABULARY

PAGE = Path(__file__).parents[3] / "docs/templates.md"
FAMILIES = {"takeaways", "callout"}  # of boxes: a role of their own and several more


def test_the_documentation_lists_the_vocabulary_and_nothing_else() -> None:
    section = PAGE.read_text(encoding="utf-8").partition("### The vocabulary of the Word copy")[2].partition("\n### ")[0]
    rows = [line.split("|")[1] for line in section.splitlines() if line.startswith("| `")]
    listed = [name for row in rows for name in re.findall(r"`([^`]+)`", row)]
    assert sorted(listed) == sorted(VOCABULARY)


def test_every_role_of_the_vocabulary_has_a_style() -> None:
    roles = {entry.role for entry in VOCABULARY.values() if entry.role}
    assert roles - set(ROLES) == set()
    assert roles >= FAMILIES


def test_every_style_is_reached_by_some_element() -> None:
    reached = {entry.role for entry in VOCABULARY.values()}
    by_context = {
        role for role in ROLES if role.startswith(("bullet_", "number_", "continued_", *(f"{one}_" for one in FAMILIES)))
    }
    assert set(ROLES) - reached - by_context == {"plain", "body", "closing_heading", "comment", "comment_mark"}
