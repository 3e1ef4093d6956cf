"""One content file as a whole: its frame, and that all its mistakes are told in one run."""

from __future__ import annotations

import hashlib
import time
from pathlib import Path

import pytest

from exporter import model as m
from exporter.diagnostics import Result
from exporter.reading import content_file
from exporter.terminal import draw
from tests import samples
from tests.reading.markdown.bodies import NOWHERE

FRONT = "---\ntitle: A headline\n---\n"


def read(text: str | bytes, file: str = "content/a.md") -> Result[m.Release]:
    data = text.encode() if isinstance(text, str) else text
    return content_file.read_release(file, data, NOWHERE, samples.brand())


def release(text: str | bytes, file: str = "content/a.md") -> m.Release:
    result = read(text, file)
    assert [draw(one, colour=False) for one in result.diagnostics] == []
    assert result.value is not None
    return result.value


def told(text: str | bytes) -> list[str]:
    result = read(text)
    assert (result.value is None) == result.has_errors
    return [draw(one, colour=False) for one in result.diagnostics]


def test_a_release_knows_its_file_slug_and_hash() -> None:
    text = FRONT + "Words.\n"
    read = release(text, "content/story.ja.md")
    assert (read.file, read.slug) == ("content/story.ja.md", "story.ja")
    assert read.source_hash == hashlib.sha256(text.encode()).hexdigest()


def test_front_matter_body_notes_and_comments_come_together() -> None:
    read = release(FRONT + "\nWords.[^a]\n\n<!-- hm -->\n\n[^a]: Note.\n")
    assert read.meta.title == "A headline"
    assert read.fields == (("title", m.Span(2, 2, 8)),)
    assert [block.id for block in read.body] == ["p1"]
    assert [note.id for note in read.footnotes] == ["n1"]
    assert [comment.text for comment in read.comments] == ["hm"]


def test_lines_are_counted_from_the_beginning_of_the_file() -> None:
    assert release(FRONT + "\nFirst.\n\nSecond.\n").body[1].span == m.Span(7, 7)


@pytest.mark.parametrize("line_end", ["\r\n", "\r"])
def test_any_kind_of_line_end_and_a_byte_order_mark_are_accepted(line_end: str) -> None:
    read = release(("\ufeff" + FRONT + "\nOne\ntwo.\n").replace("\n", line_end).encode())
    assert read.body == (m.Paragraph("p1", m.Span(5, 6), (m.Text("One"), m.SoftBreak(), m.Text("two."))),)


def test_front_matter_may_end_with_three_dots() -> None:
    assert release("---  \ntitle: A\n...\nWords.\n").body[0].span == m.Span(4, 4)


def test_mistakes_of_front_matter_and_body_are_told_together_in_the_files_order() -> None:
    text = "---\ntitel: A\ntitle: A\n---\n\nSome <b>bold</b> word.\n\n::: takeway\nX\n:::\n"
    assert [(str(one.place), one.code) for one in read(text).diagnostics] == [
        ("content/a.md:2:1", "front-matter.unknown-key"),
        ("content/a.md:6:6", "markdown.raw-html"),
        ("content/a.md:8:5", "markdown.unknown-class"),
    ]


@pytest.mark.parametrize("text", ["", " \n\t\r\n", "\ufeff", "\ufeff\n"])
def test_an_empty_file_is_refused(text: str) -> None:
    assert told(text) == [f"content/a.md: file.empty: this file is empty\n  hint: {content_file.BEGIN}"]


def test_a_file_without_front_matter_is_refused_with_its_other_mistakes() -> None:
    assert [line.split(": ")[0:2] for line in told("# Words\n\n<i>x</i>\n")] == [
        ["content/a.md:1:1", "front-matter.missing"],
        ["content/a.md:3:1", "markdown.raw-html"],
    ]


def test_front_matter_must_stand_on_the_first_line() -> None:
    assert [line.split(": ")[1] for line in told("\n" + FRONT)] == ["front-matter.missing"]


def test_front_matter_that_is_never_closed_is_told_where_it_begins() -> None:
    assert told("---\ntitle: A\n\nWords.\n") == [
        "content/a.md:1:1: front-matter.unclosed: the front matter is never closed\n  1 | ---\n    | ^^^\n"
        "  hint: Put a line “---” below its last key; the text begins after it."
    ]


def test_a_release_without_text_is_told_but_made() -> None:
    result = read(FRONT)
    assert [one.code for one in result.diagnostics] == ["file.no-text"]
    assert result.value is not None


def test_a_file_of_five_megabytes_is_refused_at_once() -> None:
    data = (FRONT + "word " * 1_000_000).encode()
    start = time.perf_counter()
    drawn = told(data)
    assert time.perf_counter() - start < 1
    assert drawn == [
        "content/a.md: file.too-large: this file has 5.0 MB, and a release has at most 1 MB\n"
        "  hint: That is a book. Are pictures or data pasted into the text?"
    ]


def test_a_control_character_does_not_hide_the_other_mistakes() -> None:
    assert [line.split(": ")[1] for line in told(FRONT + "a\x00b <i>\n")] == ["file.control-character", "markdown.raw-html"]


def test_the_tour_of_all_features_uses_every_block_inline_and_key() -> None:
    from exporter import walking

    root = Path(__file__).parent.parent.parent
    file = root / "content" / "everything.md"
    result = content_file.read_release(str(file), file.read_bytes(), root, samples.brand())
    assert [draw(one, colour=False) for one in result.diagnostics] == []
    assert result.value is not None
    blocks = list(walking.blocks(result.value))
    inlines = [inline for block in blocks for inline in walking.inlines(block)]
    assert kinds_of(m.Block) | {"list_item", "footnote"} == {block.kind for block in blocks}
    assert kinds_of(m.Inline) == {inline.kind for inline in inlines}
    assert result.value.comments
    absent = [key for key in m.FrontMatter.__struct_fields__ if not getattr(result.value.meta, key)]
    assert absent == ["advisory"]  # which is for another kind; content/media-advisory.md has one


def kinds_of(union: object) -> set[str]:
    from typing import get_args

    return {member.kind for member in get_args(union)}
