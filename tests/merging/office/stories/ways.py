"""Copies that were saved as something else in between."""

from __future__ import annotations

from tests.merging.office.story import Story

STORIES = tuple(
    Story(f"{name}, by way of {ending}", edit, by_way_of=f".{ending}", untracked_too=False)
    for ending in ("odt", "doc")
    for name, edit in (
        ("words are typed", lambda text: text.after("observers to every quay").type(" twice")),
        (
            "a paragraph is split and another deleted",
            lambda text: text.before("What they").enter().whole("Each observer").delete(),
        ),
        ("a cell and a note are changed", lambda text: text.over("88,500").type("90,500").over("2027").type("2028")),
    )
)
