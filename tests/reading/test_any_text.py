"""Whatever a file holds, it is read or refused, and every diagnostic points into it."""

from __future__ import annotations

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from exporter import model, walking
from exporter.diagnostics import Diagnostic, Source
from exporter.reading.content_file import read_release
from tests import samples
from tests.commonmark import words_of_html
from tests.reading.markdown.bodies import NOWHERE, read_body

BRAND = samples.brand()
COMMONMARK = ["word", "two words", " ", "  ", "    ", "\t", "\n", "\n\n", "*", "**", "_", "`", "``", "```\n", "~~~\n"]
COMMONMARK += ["#", "##", "-", "- ", "1. ", "10) ", "> ", ">", "[", "]", "](", ")", "(", "](https://a.example)", "[a]"]
COMMONMARK += ["[a]: b\n", "\\", "&", "&amp;", "---\n", "===\n", "+ ", "=", "é", "Ωμ", "\u00a0", "\u2028", '"', "'", "!"]
COMMONMARK += ["<https://a.example>", "a@b.example", "."]
OURS = [":::", "::: ", "::: takeaways\n", '::: {.quote by="A"}\n', ":::\n", "{", "}", "{lang=ja}", '{#a .b c="d"}', "[^a]"]
OURS += ["[^a]: ", "^[", "|", "|-|\n", "| a | b |\n|---|---|\n", ": ", "Table: ", "![", "](nix.png)", "<!--", "-->", "<b>"]
OURS += ["</b>", "<", ">", "]{dir=rtl}", "#a", "](#a)", "](javascript:a)", "\x0c", "\r", "\ufeff", "---\n", "...\n"]
OURS += ["title: x\n", "\x00", "\u200f", "한국", "日本", "&#12;"]

plain = st.lists(st.sampled_from(COMMONMARK), max_size=30).map("".join)
wild = st.lists(st.sampled_from(COMMONMARK + OURS) | st.text(max_size=3), max_size=40).map("".join)
quick = settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def assert_inside(diagnostics: tuple[Diagnostic, ...], text: str) -> None:
    """Every place is a place of the text."""
    source = Source("a.md", text)
    for diagnostic in diagnostics:
        place = diagnostic.place
        line = source.line(place.line)
        assert 0 <= place.line <= len(source.lines), diagnostic
        assert diagnostic.source_line == line, diagnostic
        assert place.line == 0 or 1 <= place.column <= len(line) + 1, diagnostic
        assert 1 <= place.length <= max(1, len(line) - place.column + 1), diagnostic


@quick
@given(wild)
def test_any_markdown_is_read_and_every_place_is_inside_of_it(text: str) -> None:
    body, mistakes = read_body(text)
    assert_inside(mistakes.in_order(), text)
    spans = [block.span for block in walking.blocks(release(body.blocks))] + [comment.span for comment in body.comments]
    lines = text.count("\n") + 1
    assert [span for span in spans if not 1 <= span.line <= span.end_line <= lines or span.column < 1] == []


@quick
@given(wild | st.text())
def test_any_text_as_a_file_is_read_or_refused(text: str) -> None:
    for content in (text, "---\n" + text, "---\ntitle: A\n---\n" + text):
        data = content.encode("utf-8", "replace")
        result = read_release("a.md", data, NOWHERE, BRAND)
        lines = data.decode().removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
        assert_inside(result.diagnostics, lines)
        assert (result.value is None) == result.has_errors


@quick
@given(st.binary())
def test_any_bytes_as_a_file_are_read_or_refused(data: bytes) -> None:
    result = read_release("a.md", data, Path(), BRAND)
    assert (result.value is None) == result.has_errors


@quick
@given(plain)
def test_no_word_of_plain_commonmark_is_lost(text: str) -> None:
    body, mistakes = read_body(text)
    if any(diagnostic.is_error for diagnostic in mistakes.in_order()):
        return
    said = " ".join(piece.text for piece in walking.pieces(release(body.blocks))).split()
    assert said == words_of_html(MarkdownIt("commonmark").render(text))


def release(body: tuple[model.Block, ...]) -> model.Release:
    return model.Release("a.md", "a", "", model.FrontMatter(""), body)
