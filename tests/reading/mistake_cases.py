"""Golden cases of mistakes: a file of pairs, what is written and what is told about it.

    title: A: B
    ---- is told
    a.md:2:9: yaml.colon: …
    ====

`pytest tests/reading --update-golden` writes what is told anew.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

TOLD, END = "---- is told\n", "====\n"
FOLDER = Path(__file__).parent / "mistakes"


def written(name: str) -> list[str]:
    """The texts of a file of cases, each without its last line break."""
    cases = (FOLDER / f"{name}.txt").read_text(encoding="utf-8").split(END)
    texts = [case.split(TOLD)[0].removesuffix("\n") for case in cases if case]
    assert len(texts) > 10
    return texts


def as_cases(texts: list[str], told: Callable[[str], list[str]]) -> str:
    """A file of cases for texts, with what is told about each now."""
    return "".join(f"{text}\n{TOLD}" + "".join(f"{one}\n" for one in told(text)) + END for text in texts)
