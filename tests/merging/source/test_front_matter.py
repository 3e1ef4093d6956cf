"""Values of the front matter are changed where they stand."""

from __future__ import annotations

import pytest

from exporter.merging.source.edits import Replace
from tests.merging.source.sources import edited, words

FRONT = """---
title: 'It''s'
author: Tomas Reyl       # the author
subtitle: >-
  A folded
  line
contact:
  - {name: Ines Calder, role: "Press", email: a@b.example}
  - name: Ada Munk
    role: Data           # who
    email: c@d.example
boilerplate: |
  One text.

  Two texts.
---

Body.
"""


@pytest.mark.parametrize(
    ("field", "text", "old", "new"),
    [
        ("title", "It's new", "'It''s'", "'It''s new'"),
        ("author.0.name", "yes", "Tomas Reyl ", '"yes" '),
        ("author.0.name", "A: b #c", "Tomas Reyl ", '"A: b #c" '),
        ("subtitle", "A new line", "  A folded\n  line", "  A new line"),
        ("contact.0.name", "Calder, Ines", "Ines Calder", '"Calder, Ines"'),
        ("contact.0.role", "Desk", '"Press"', '"Desk"'),
        ("contact.1.role", "2025-01-01", "Data ", '"2025-01-01" '),
        ("contact.1.role", "", "    role: Data           # who\n", ""),
        ("boilerplate", "One text.\n\nThree.", "Two texts.", "Three."),
    ],
)
def test_a_value_keeps_its_form_and_its_comment(field: str, text: str, old: str, new: str) -> None:
    spliced = edited(FRONT.encode(), [Replace(field, words(text) if text else ())])
    assert [refusal.reason for refusal in spliced.refused] == []
    assert spliced.data.decode() == FRONT.replace(old, new)


def test_a_value_that_is_not_in_the_file_is_refused() -> None:
    spliced = edited(FRONT.encode(), [Replace("kicker", words("New"))])
    assert "not in the content file" in spliced.refused[0].reason


def test_the_title_can_not_be_emptied() -> None:
    assert edited(FRONT.encode(), [Replace("title", ())]).data == FRONT.encode()
