"""Bookmarks around the pieces of the source."""

from __future__ import annotations

from exporter.rendering.word.bookmarks import bookmark_name
from tests.rendering.word.word_jobs import W, made, page


def test_a_piece_is_named_by_its_id() -> None:
    assert bookmark_name("t1.r0.c2") == "_pr_t1_r0_c2"


def marked(html: str) -> dict[str, str]:
    """The words inside each bookmark of a page."""
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
    return found


def test_a_bookmark_holds_the_words_of_its_piece_and_no_others() -> None:
    html = '<p data-block="p1">Lead <span data-computed>By </span><span data-field="author.0.name">Ines</span>.</p>'
    assert marked(html) == {"_pr_p1": "Lead By Ines.", "_pc_1": "By ", "_pr_author_0_name": "Ines"}


def test_computed_words_beside_pieces_are_marked_as_such() -> None:
    html = '<p>By <span data-field="author.0.name">Ines</span>, <em data-block="q1.role">pilot</em></p>'
    assert marked(html) == {
        "_pc_1": "By ",
        "_pr_author_0_name": "Ines",
        "_pc_2": ", ",
        "_pr_q1_role": "pilot",
    }


def test_a_paragraph_that_is_computed_as_a_whole_needs_no_mark() -> None:
    assert marked("<p>For immediate release</p>") == {}


def test_a_call_of_a_note_is_not_marked_as_computed() -> None:
    call = '<sup class="call" data-computed><a href="#n1">1</a></sup>'
    note = '<div class="footnote" id="n1"><p data-block="p2">b</p></div>'
    assert marked(f'<p data-block="p1">a{call}</p>{note}') == {"_pr_p1": "a"}


def test_the_paragraphs_of_one_field_share_a_bookmark() -> None:
    assert marked('<div data-field="boilerplate"><p>One.</p><p>Two.</p></div>') == {"_pr_boilerplate": "One.Two."}


def test_what_a_link_leads_to_has_a_bookmark_of_its_own_around_its_first_piece() -> None:
    html = '<p><a href="#l1">List</a></p><ul id="l1"><li><p data-block="p1">a</p></li><li><p data-block="p2">b</p></li></ul>'
    assert marked(html) == {"_to_l1": "a", "_pr_p1": "a", "_pr_p2": "b"}


def test_a_rule_has_its_bookmark_too() -> None:
    file = made(page('<hr data-block="r1">'))
    assert [mark.get(W + "name") for mark in file.body.iter(W + "bookmarkStart")] == ["_pr_r1"]


def test_a_field_that_is_shown_twice_is_marked_once() -> None:
    file = made(page('<p data-field="title">a</p><p data-field="title">a</p>'))
    assert [mark.get(W + "name") for mark in file.body.iter(W + "bookmarkStart")] == ["_pr_title"]
