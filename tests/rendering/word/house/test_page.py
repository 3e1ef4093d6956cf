"""The page about templates of the house: its slots and roles are those that there are."""

from __future__ import annotations

import re
from pathlib import Path

from exporter.rendering.word.house.slots import SLOTS
from exporter.rendering.word.roles import ROLES

PAGE = (Path(__file__).parents[4] / "docs" / "templates.md").read_text(encoding="utf-8")


def part(name: str) -> str:
    (found,) = re.findall(rf"<!-- {name} -->\n(.*?)<!-- /{name} -->", PAGE, re.DOTALL)
    return str(found)


def test_the_table_of_slots_is_that_of_the_writer() -> None:
    rows = "".join(f"| `{{{{ {name} }}}}` | {slot.about} |\n" for name, slot in SLOTS.items())
    assert part("slots") == f"| Slot | What it says |\n|---|---|\n{rows}"


def test_the_roles_are_those_of_the_writer() -> None:
    assert re.findall(r"`(\w+)`", part("roles")) == list(ROLES)
