from __future__ import annotations

from xml.etree import ElementTree

import pytest

from exporter.brand import FontFamily
from exporter.rendering.pdf.typography.spacing import NO_BREAK
from exporter.rendering.pdf.typography.typesetting import typeset
from tests import samples

BASE = samples.brand().typography.base


def set_page(body: str, lang: str = "en") -> tuple[str, set[str]]:
    """A body after typesetting, `_` for a no-break space, and the words that must stay whole."""
    root = ElementTree.fromstring(f'<html lang="{lang}"><body>{body}</body></html>')
    whole = set(typeset(root, BASE))
    text = ElementTree.tostring(root.find("body") or root, encoding="unicode")
    return text.replace(NO_BREAK, "_").removeprefix("<body>").removesuffix("</body>"), whole


def test_the_last_short_words_of_a_paragraph_stay_together() -> None:
    page, whole = set_page("<p>It is told here what became of it.</p>")
    assert page == "<p>It is told here what became_of_it.</p>"
    assert whole == {"became", "of", "it"}


def test_a_last_word_that_fills_a_line_well_enough_stands_for_itself() -> None:
    page, whole = set_page("<p>It is told here what became of everything.</p>")
    assert (page, whole) == ("<p>It is told here what became of everything.</p>", {"everything"})


def test_words_that_would_leave_a_hole_are_not_joined() -> None:
    page, _ = set_page("<p>It is told what became of the superintendents too.</p>")
    assert page == "<p>It is told what became of the superintendents too.</p>"


def test_a_short_text_and_the_text_before_a_note_are_left_and_found() -> None:
    note = '<span class="footnote">The method of the count is told in annex B.</span>'
    page, _ = set_page(f"<p>Four short words here.</p><p>Forty small harbours moved it all by sea.{note}</p>")
    assert page == (
        "<p>Four short words here.</p><p>Forty small harbours moved it all_by_sea."
        '<span class="footnote">The method of the count is told in annex B.</span></p>'
    )


def test_the_language_is_that_of_the_passage() -> None:
    assert set_page('<p>Why not ? <span lang="fr">Quoi ?</span> Everything else ?</p>')[0] == (
        '<p>Why not ? <span lang="fr">Quoi\u202f?</span> Everything else_?</p>'
    )


def test_code_is_left_as_it_is() -> None:
    assert set_page("<pre>5 km</pre><p>5 km <code>5 km</code> 5 km</p>")[0] == (
        "<pre>5 km</pre><p>5_km <code>5 km</code> 5_km</p>"
    )


@pytest.mark.parametrize(("opening", "em"), [("“", "0.39"), ("„", "0.39"), ("«", "0.50"), ("「", "0.40")])
def test_the_opening_mark_of_a_pull_quote_hangs_by_its_own_width(opening: str, em: str) -> None:
    page, _ = set_page(f'<blockquote class="pull"><p>{opening}So it is</p><p>It is not</p></blockquote>')
    assert page == (
        f'<blockquote class="pull"><p style="text-indent: -{em}em">{opening}So it is</p><p>It is not</p></blockquote>'
    )


def test_a_mark_hangs_where_the_font_can_not_be_read() -> None:
    root = ElementTree.fromstring('<body><blockquote class="pull"><p>“So it is</p></blockquote></body>')
    typeset(root, FontFamily("Nowhere"))
    assert root[0][0].get("style") == "text-indent: -0.40em"
