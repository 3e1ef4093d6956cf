"""Content files that Hypothesis makes, and their Word copies."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from hypothesis import strategies as st

from exporter.composing.labels import labels_for
from exporter.drawing.drawing import draw_charts
from exporter.merging.fresh import Press
from exporter.record import Origin
from exporter.rendering.job import Job
from exporter.rendering.word.document import render
from tests import projects

FRONT = """---
title: Small ports grow   # as Ada put it
lang: en
date: 2026-05-12
dateline: Port Alder
contact: {name: Tomas Reyl, email: press@harbour.example}
---

"""
BRAND = "meta: {name: Harbour Institute}\n"
MOMENT = dt.datetime(2026, 5, 12, 12, tzinfo=dt.UTC)
WORDS = st.sampled_from(("ships", "Alder", "12 million", "ports’", "of", "grow", "R&D", "ø-havn", "quay,", "tonnes."))
MARKED = ("{}", "{}", "{}", "*{}*", "**{}**", "***{}***", "[{}](https://harbour.example/a?b=1&c)", "`{}`")


@st.composite
def lines(draw: st.DrawFn, most: int = 6) -> str:
    """Words in one source line, or in two where a line may end."""
    words = draw(st.lists(st.tuples(st.sampled_from(MARKED), WORDS), min_size=1, max_size=most))
    text = " ".join(mark.format(word) for mark, word in words)
    return f"Then {text}"


@st.composite
def blocks(draw: st.DrawFn) -> str:
    kind = draw(st.sampled_from(("text", "text", "two lines", "heading", "items", "numbers", "quote", "takeaways", "table")))
    one, other = draw(lines()), draw(lines())
    return {
        "text": one,
        "two lines": f"{one}\n{other}",
        "heading": f"## {one}",
        "items": f"- {one}\n- {other}\n  - {one}",
        "numbers": f"3. {one}\n\n   {other}\n\n4. {one}",
        "quote": f"> {one}\n>\n> {other}",
        "takeaways": f"::: takeaways\n- {one}\n- {other}\n:::",
        "table": "| Port | Tonnes |\n|------|-------:|\n| Alder | 12 |\n| Brank | 8 |\n\n: In 2025",
    }[kind]


@st.composite
def sources(draw: st.DrawFn) -> bytes:
    """A content file of a few blocks; a paragraph opens it and one with a note ends it, so that there is always one."""
    body = draw(st.lists(blocks(), min_size=1, max_size=5))
    return (FRONT + "\n\n".join([draw(lines()), *body, "Last ships.[^n]", "[^n]: As *counted*."]) + "\n").encode()


def press(folder: Path) -> Press:
    """What makes copies of the content file `content/ports.md`, whatever its bytes."""
    project = projects.make(folder, {"_brand.yml": BRAND, "content/ports.md": FRONT + "Ships.\n"})
    return Press(project.content / "ports.md", project)


def copy_of(made_by: Press, data: bytes) -> bytes:
    """The Word copy of a content file, with its record."""
    release = made_by.read(data).value
    assert release is not None
    labels, drawings = labels_for(release, made_by.composer.folders).value, draw_charts(release, made_by.brand).value
    assert labels is not None
    assert drawings is not None
    composed = made_by.composer.compose(release, made_by.brand, "word", labels, drawings).value
    assert composed is not None
    job = Job(release, made_by.brand, composed, MOMENT, made_by.composer.folders, origin=Origin("content/ports.md", data))
    rendered = render(job).value
    assert rendered is not None
    return rendered[0].data
