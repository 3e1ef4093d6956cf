"""New words of one piece are written into its own text, and nothing else of it is."""

from __future__ import annotations

import pytest

from exporter.merging.runs import Run
from exporter.merging.source.edits import NewNote, Replace
from tests.merging.source.sources import after, body, edited, words

LINK = "https://harbour.example/a"


@pytest.mark.parametrize(
    ("old", "runs", "new"),
    [
        ("One *old* word", (Run("One "), Run("new", italic=True), Run(" word")), "One *new* word"),
        (
            "A [link][l] old\n\n[l]: " + LINK,
            (Run("A "), Run("link", link=LINK), Run(" new")),
            "A [link][l] new\n\n[l]: " + LINK,
        ),
        ("Wrapped at\nthis line old.", words("Wrapped at this line new."), "Wrapped at\nthis line new."),
        ("Fish &amp; old", words("Fish & new"), "Fish &amp; new"),
        ("Number", words("1. Final"), "1\\. Final"),
        ("Sign", words("# x"), "\\# x"),
        ("Ticks", words("`a` *b*"), "\\`a\\` \\*b\\*"),
        ("One word", (Run("One "), Run("word", bold=True)), "One **word**"),
        ("One", (Run("a ", italic=True), Run("(b)", bold=True, italic=True), Run(" c")), "*a **(b)*** c"),
        ("One", words("One\ntwo"), "One\\\ntwo"),
        ("# Old", words("New"), "# New"),
        ("- Old\n- Two", words("New"), "- New\n- Two"),
    ],
)
def test_only_what_changed_is_written(old: str, runs: tuple[Run, ...], new: str) -> None:
    assert after(old, Replace("h1" if old.startswith("#") else "p1", runs)) == new


def test_a_cell_keeps_its_row() -> None:
    table = "| A | B |\n|---|---|\n| a | b \\| c |\n"
    assert after(table, Replace("t1.r1.c1", words("b | d"))) == table.replace("c |", "d |")


def test_a_new_note_stands_in_its_call() -> None:
    runs = (Run("One"), Run("", note="new1"), Run("."))
    assert after("One.", Replace("p1", runs), notes=[NewNote("new1", (words("Why [so]."),))]) == "One^[Why \\[so\\].]."


def test_a_new_note_of_two_paragraphs_is_defined_at_the_end() -> None:
    runs = (Run("One."), Run("", note="new1"))
    note = NewNote("new1", (words("A."), words("B.")))
    assert after("One.\n", Replace("p1", runs), notes=[note]) == "One.[^note-1]\n\n[^note-1]: A.\n\n    B.\n"


def test_a_format_that_markdown_has_no_form_for_is_refused_by_its_name() -> None:
    spliced = edited(body("One"), [Replace("p1", (Run("One", extra=("underlined",)),))])
    assert [refusal.reason for refusal in spliced.refused] == ["Markdown has no form for words that are underlined."]
    assert spliced.data == body("One")


def test_the_words_of_an_attribute_are_quoted_and_go_with_their_key() -> None:
    quote = '::: {.quote by="Ann" role="Boss"}\nSo.\n:::'
    assert after(quote, Replace("q1.by", words('A "B"'))) == quote.replace('"Ann"', '"A \\"B\\""')
    assert after(quote, Replace("q1.role", ())) == quote.replace(' role="Boss"', "")


def test_code_is_written_as_it_is() -> None:
    assert after("```py\na\n```", Replace("x1", words("*b*\n  c"))) == "```py\n*b*\n  c\n```"


def test_a_heading_keeps_the_name_by_which_links_find_it() -> None:
    assert after("# Old\n\n[See](#old).", Replace("h1", words("New"))) == "# New {#old}\n\n[See](#old)."
