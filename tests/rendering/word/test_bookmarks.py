"""Bookmarks around the pieces of the source."""

from __future__ import annotations

from exporter.rendering.word.bookmarks import bookmark_name
from tests.rendering.word.word_jobs import W, made, page


def test_a_piece_is_named_by_its_id() -> None:
    assert bookmark_name("t1.r0.c2") == "_pr_t1_r0_c2"


def test_a_bookmark_holds_the_words_of_its_piece_and_no_others() -> None:
    html = '<p data-block="p1">Lead <span data-computed>By </span><span data-field="author.0.name">Ines</span>.</p>'
    found: dict[str, str] = {}
    open_marks: dict[str, str] = {}
    for element in made(page(html)).body.iter():
        if element.tag == W + "bookmarkStart":
            open_marks[element.get(W + "id", "")] = element.get(W + "name", "")
        elif element.tag == W + "bookmarkEnd":
            del open_marks[element.get(W + "id", "")]
        elif element.tag == W + "t":
            for name in open_marks.values():
                found[name] = found.get(name, "") + (element.text or "")
    assert found == {"_pr_p1": "Lead By Ines.", "_pr_author_0_name": "Ines"}


def test_a_field_that_is_shown_twice_is_marked_once() -> None:
    file = made(page('<p data-field="title">a</p><p data-field="title">a</p>'))
    assert [mark.get(W + "name") for mark in file.body.iter(W + "bookmarkStart")] == ["_pr_title"]
