"""A name that the front matter spells is spelled so everywhere, or the difference is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from exporter.reading.content_file import read_release
from exporter.terminal import draw
from tests import samples

FRONT = "---\ntitle: Ports\npeople: [{name: Ines Calder}, {name: Inès Caldera}, {name: Plato}]\n---\n\n"


def told(text: str) -> list[str]:
    found = read_release("a.md", (FRONT + text).encode(), Path.cwd(), samples.brand())
    assert found.value is not None
    return [draw(one, colour=False) for one in found.diagnostics]


def test_a_name_that_is_spelled_otherwise_in_the_text_is_told_at_its_paragraph_once() -> None:
    assert told("The lead.\n\nWe asked Inez Calder. “Yes,” Inez Calder said.") == [
        "a.md:8:1: warning: front-matter.misspelled: “Inez Calder” is nearly “Ines Calder”,"
        " one of the people in the front matter\n"
        "  8 | We asked Inez Calder. “Yes,” Inez Calder said.\n"
        "    | ^\n"
        "  hint: Is this the same person? Then one of the two is misspelled."
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Ines Calder spoke; so did Inès Caldera.",
        "INES CALDER’s report, Ines Calder's house.",
        "Tomas Calder is her brother.",
        "Ines Ray is somebody else.",
        "Platon is not Plato.",
        "Calder alone, and Ines.",
    ],
)
def test_other_names_and_the_name_itself_are_let_be(text: str) -> None:
    assert told(text) == []


def test_a_name_in_another_field_is_held_against_it_too() -> None:
    text = FRONT.replace("people:", "contact: {name: Ines Caulder}\npeople:") + "The lead."
    found = read_release("a.md", text.encode(), Path.cwd(), samples.brand())
    assert [str(one.place) for one in found.diagnostics] == ["a.md:3:17"]
