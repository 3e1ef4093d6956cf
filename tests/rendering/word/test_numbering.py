"""Native lists."""

from __future__ import annotations

from exporter.diagnostics import Diagnostic, Place, Severity
from tests.rendering.word import releases
from tests.rendering.word.word_jobs import Docx, Element, W, composed, made, page, style_of


def starts(file: Docx) -> list[tuple[str | None, str | None]]:
    """The level and the first number of every list that was added, in order."""
    return [
        (override.get(W + "ilvl"), override[0].get(W + "val"))
        for override in file.parts["word/numbering.xml"].iter(W + "lvlOverride")
    ]


def place(paragraph: Element) -> tuple[str | None, ...]:
    """Style, level and list of a paragraph."""
    found = paragraph.find(f"{W}pPr/{W}numPr")
    return (style_of(paragraph), *(one.get(W + "val") for one in (found if found is not None else ())))


def test_each_ordered_list_starts_where_it_should() -> None:
    file = made(page('<ol><li>a</li></ol><p>b</p><ol start="0"><li>c<ol start="5"><li>d</li></ol></li></ol>'))
    assert starts(file) == [("0", "1"), ("0", "0"), ("1", "5")]
    assert [place(paragraph) for paragraph in file.body.iter(W + "p")] == [
        ("ListNumber", "0", "6"),
        ("BodyText",),
        ("ListNumber", "0", "7"),
        ("ListNumber2", "1", "8"),
    ]


def test_bullets_have_their_list_by_their_style_down_to_the_fifth_level() -> None:
    deep = "".join(f"<ul><li>{level}" for level in range(1, 8)) + "</li></ul>" * 7
    assert [place(paragraph) for paragraph in made(page(deep)).body.iter(W + "p")] == [
        ("ListBullet",),
        ("ListBullet2",),
        ("ListBullet3",),
        ("ListBullet4",),
        ("ListBullet5",),
        ("ListBullet5", "5", "1"),
        ("ListBullet5", "6", "1"),
    ]


def test_an_item_without_words_of_its_own_still_has_its_mark() -> None:
    file = made(page("<ul><li><ul><li>a</li></ul></li><li></li><li><table><tr><td>b</td></tr></table></li></ul>"))
    styles = [style_of(paragraph) for paragraph in file.body.iterchildren(W + "p")]
    assert styles == ["ListBullet", "ListBullet2", "ListBullet", "ListBullet", "Normal"]


def test_a_list_deeper_than_word_can_is_shown_at_its_deepest_with_a_warning() -> None:
    file = made(composed(releases.nested()))
    assert [(d.severity, d.code) for d in file.diagnostics] == [(Severity.WARNING, "word.deep-list")]
    assert {level.get(W + "val") for level in file.body.iter(W + "ilvl")} <= set("012345678")


def test_a_list_that_starts_beyond_what_word_counts_to_is_told() -> None:
    file = made(page('<ol data-block="l2" start="99999"><li>a</li></ol>'))
    fact = "this list starts at 99999; Word counts up to 32767, where it starts now"
    assert file.diagnostics == (Diagnostic(Severity.WARNING, "word.high-list", fact, Place("content/story.md", 28, 1)),)
    assert starts(file) == [("0", "32767")]


def test_a_start_that_is_no_number_is_one() -> None:
    assert starts(made(page('<ol start="two"><li>a</li></ol><ol start="-3"><li>b</li></ol>'))) == [("0", "1"), ("0", "1")]
