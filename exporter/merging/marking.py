"""Words before and after, with what was taken out and put in marked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Literal

from msgspec import Struct

from exporter.merging.runs import Run, Runs

WORDS = re.compile(r"\s+|[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]|[^\W_]+|.", re.DOTALL)


class Marked(Struct, frozen=True):
    """A stretch of words that both have, or one of them."""

    what: Literal["same", "out", "in"]
    words: str


def marked(before: Runs, after: Runs) -> tuple[Marked, ...]:
    """The words of both, in order; formats are shown as in Markdown, so that a change of one is seen."""
    one, two = WORDS.findall(shown(before)), WORDS.findall(shown(after))
    return tuple(_joined(_stretches(one, two)))


def _stretches(one: list[str], two: list[str]) -> Iterator[Marked]:
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, one, two, autojunk=False).get_opcodes():
        if tag == "equal":
            yield Marked("same", "".join(one[i1:i2]))
            continue
        if i1 < i2:
            yield Marked("out", "".join(one[i1:i2]))
        if j1 < j2:
            yield Marked("in", "".join(two[j1:j2]))


def _joined(stretches: Iterator[Marked]) -> Iterator[Marked]:
    """The stretches, two changes with no more than a space between them as one."""
    out, into, space = "", "", ""
    for stretch in stretches:
        if stretch.what == "same" and (stretch.words.strip() or not (out or into)):
            yield from _change(out, into)
            if space or stretch.words:
                yield Marked("same", space + stretch.words)
            out, into, space = "", "", ""
        elif stretch.what == "same":
            space = stretch.words
        else:
            out, into = out + (space if out or into else ""), into + (space if out or into else "")
            space = ""
            out, into = (out + stretch.words, into) if stretch.what == "out" else (out, into + stretch.words)
    yield from _change(out, into)
    if space:
        yield Marked("same", space)


def _change(out: str, into: str) -> Iterator[Marked]:
    if out:
        yield Marked("out", out)
    if into:
        yield Marked("in", into)


def shown(runs: Runs) -> str:
    """Runs as a person reads them in a terminal: Markdown without escapes."""
    return "".join(map(_shown, runs))


def _shown(run: Run) -> str:
    if run.note:
        return "[note]"
    if run.picture is not None:
        return f"[picture: {run.picture}]" if run.picture else "[picture]"
    words = run.text.replace("\n\n", " ¶ ").replace("\n", " ↵ ")
    inner = words.strip()
    if not inner:
        return words
    marks = "`" * run.code + "*" * run.italic + "**" * run.bold
    inner = f"{marks}{inner}{marks[::-1]}"
    if run.link and run.link not in (inner, f"mailto:{inner}"):
        inner = f"[{inner}]({run.link})"
    if run.extra:
        inner = f"{inner} ({', '.join(run.extra)})"
    before = words[: len(words) - len(words.lstrip())]
    return before + inner + words[len(words.rstrip()) :]
