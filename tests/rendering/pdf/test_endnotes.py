from __future__ import annotations

from xml.etree.ElementTree import fromstring, tostring

from exporter.rendering.pdf.endnotes import move_notes_to_the_end


def moved(page: str) -> str:
    root = fromstring(page)
    move_notes_to_the_end(root)
    return tostring(root, encoding="unicode")


NOTE = '<span class="footnote" id="n1" data-number="1">A note.</span>'


def test_a_note_leaves_its_call_and_goes_into_the_templates_section() -> None:
    page = f'<html><body><p>Before{NOTE} after.</p><section class="endnotes" /></body></html>'
    assert moved(page) == (
        '<html class="endnotes"><body><p>Before<sup class="call"><a href="#n1">1</a></sup> after.</p>'
        '<section class="endnotes"><span class="footnote" id="n1" data-number="1">'
        '<span class="number">1</span>A note.</span></section></body></html>'
    )


def test_a_template_without_a_section_gets_one_at_the_end() -> None:
    assert moved(f"<html><body><p>{NOTE}</p><p>End.</p></body></html>").endswith(
        '<p>End.</p><section class="endnotes"><span class="footnote" id="n1" data-number="1"><span class="number">1</span>'
        "A note.</span></section></body></html>"
    )
