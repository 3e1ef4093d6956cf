"""A diagnostic on a terminal: its place, the line, a caret where the eye should go."""

from __future__ import annotations

from exporter.diagnostics import Source
from exporter.terminal import as_json, draw, tally


def test_the_line_and_a_caret_stand_below_the_fact_and_the_hint_last() -> None:
    source = Source("content/a.md", "---\ntitel: X\n")
    hint = "Did you mean title?"
    diagnostic = source.error("front-matter.unknown-key", "there is no key “titel”", line=2, length=5, hint=hint)
    assert draw(diagnostic, colour=False).split("\n") == [
        "content/a.md:2:1: front-matter.unknown-key: there is no key “titel”",
        "  2 | titel: X",
        "    | ^^^^^",
        "  hint: Did you mean title?",
    ]


def test_a_warning_says_that_it_is_one() -> None:
    assert draw(Source("a.md", "").warning("x.y", "so"), colour=False) == "a.md: warning: x.y: so"


def test_the_caret_stands_below_its_column_after_wide_characters_and_tabs() -> None:
    diagnostic = Source("a.md", "\t日本 x").error("x.y", "so", line=1, column=5)
    assert draw(diagnostic, colour=False).split("\n")[1:] == ["  1 |  日本 x", "    |       ^"]


def test_of_a_very_long_line_the_part_around_the_place_is_shown() -> None:
    diagnostic = Source("a.md", "a" * 5000 + "X" + "b" * 5000).error("x.y", "so", line=1, column=5001)
    line, caret = draw(diagnostic, colour=False).split("\n")[1:]
    assert (len(line), line[caret.index("^")]) == (166, "X")


def test_control_characters_of_a_file_do_not_reach_the_terminal() -> None:
    diagnostic = Source("a.md", "a\x1b[2Jb").error("x.y", "so", line=1)
    assert "\x1b" not in draw(diagnostic, colour=False)


def test_colour_is_only_added_when_asked_for() -> None:
    diagnostic = Source("a.md", "").error("x.y", "so")
    assert draw(diagnostic, colour=True) == "a.md: \x1b[31mx.y\x1b[0m: so"


def test_a_machine_gets_every_part() -> None:
    assert as_json(Source("a.md", "text").error("x.y", "so", line=1, column=2, length=3, hint="do")) == {
        "severity": "error",
        "code": "x.y",
        "file": "a.md",
        "line": 1,
        "column": 2,
        "length": 3,
        "fact": "so",
        "hint": "do",
    }


def test_errors_and_warnings_are_counted_apart() -> None:
    source = Source("a.md", "")
    error, warning = source.error("x.y", "so"), source.warning("x.y", "so")
    assert [tally(found) for found in ([], [error], [error, error, warning])] == ["", "1 error", "2 errors, 1 warning"]
