"""Five hundred small pages full of notes: every note is in the made PDF, on the page that calls it, in order.

The pages are small and their stylesheet is light, so that this takes seconds; WeasyPrint loses notes there as it does on
large ones.
"""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from exporter import model as m
from exporter.artifact import Artifact
from exporter.composing.composition import Composition
from exporter.diagnostics import Source
from exporter.parity.check import check_channel
from exporter.rendering.job import Job
from exporter.rendering.pdf import document as pdf
from exporter.rendering.pdf.document import render
from tests import samples
from tests.rendering.pdf.pdf_jobs import note, release
from tests.rendering.pdf.test_notes import sentence

CHUNKS, RELEASES, PAGES = 10, 11, 50  # a chunk has so many releases, on at least so many pages
STYLE = """
@page { size: 320px 320px; margin: 12px; @footnote { margin-top: 8px; padding-top: 4px; border-top: 1px solid #999999 } }
body { margin: 0; font: 14px/20px var(--base); orphans: 2; widows: 2 }
h1 { margin: 0; font-size: 14px }
p { margin: 0 0 10px }
.footnote { float: footnote; font: 12px/15px var(--base); margin-bottom: 3px; padding-left: 16px }
::footnote-call { content: "\\2060" attr(data-number); font-size: 10px; line-height: 0; vertical-align: 5px }
::footnote-marker, .footnote > .number { content: attr(data-number); display: inline-block; width: 16px; margin-left: -16px }
.endnotes .footnote { float: none; display: block }
"""
BARE: dict[str, Any] = {
    "kicker": "",
    "subtitle": "",
    "author": (),
    "dateline": "",
    "contact": (),
    "link": None,
    "boilerplate": None,
}


def tight(seed: int) -> Job:
    """A release of invented words, many with a note. Before a call stands `call7.`, a note begins with `note7:`."""
    dice = random.Random(seed)
    notes: list[m.Footnote] = []
    body: list[m.Block] = []
    for number in range(1, 9):
        content: list[m.Inline] = []
        for _ in range(dice.randint(1, 4)):
            content.append(m.Text(sentence(dice, dice.randint(4, 16))))
            if dice.random() < 0.8:
                count = len(notes) + 1
                notes.append(note(count, f"note{count}: {sentence(dice, dice.randint(2, 16)).strip()}"))
                content += [m.Text(f"So call{count}."), m.FootnoteReference(f"n{count}", count), m.Text(" ")]
        body.append(m.Paragraph(f"p{number}", samples.span(10 + number), tuple(content)))
    what = release(*body, notes=tuple(notes), title="Small ports", **BARE)
    html = f"<html lang='en'><head><style>{STYLE}</style></head><body><h1 data-field='title'>Small ports</h1>"
    page = html + "".join(map(_paragraph, what.body, [notes] * len(body))) + "</body></html>"
    return Job(what, samples.brand(), Composition("pdf", page), samples.MOMENT)


def _paragraph(block: m.Block, notes: list[m.Footnote]) -> str:
    """A paragraph as the packaged template composes it; each note stands at its call."""
    assert isinstance(block, m.Paragraph)
    words = ""
    for one in block.content:
        if isinstance(one, m.FootnoteReference):
            words += _note(notes[one.number - 1])
        else:
            words += m.plain((one,))
    return f"<p id='{block.id}' data-block='{block.id}'>{words}</p>"


def _note(what: m.Footnote) -> str:
    words = f"<span class='paragraph' data-block='{what.blocks[0].id}'>{_words(what)}</span>"
    return f"<span class='footnote' id='{what.id}' data-number='{what.number}'>{words}</span>"


def _words(what: m.Footnote) -> str:
    (block,) = what.blocks
    assert isinstance(block, m.Paragraph)
    return m.plain(block.content)


def page_texts(data: bytes) -> list[str]:
    """The letters of each page, without any space."""
    document = pypdfium2.PdfDocument(data)
    texts = ["".join(page.get_textpage().get_text_bounded().split()) for page in document]
    document.close()
    return texts


def faults(what: Job, pages: list[str], at_foot: bool) -> list[str]:
    """The notes that are lost or cut, and, where notes are to be at the foot, those of another page; and a wrong order."""
    found: list[str] = []
    order: list[tuple[int, int]] = []
    for one in what.release.footnotes:
        words = "".join(_words(one).split())
        on = [number for number, text in enumerate(pages) if words in text]
        calls = [number for number, text in enumerate(pages) if f"call{one.number}." in text]
        if len(on) != 1 or len(calls) != 1 or (at_foot and on != calls):
            found.append(f"note {one.number} is on {on}, its call on {calls}")
        order += [(number, pages[number].index(words)) for number in on]
    return found if order == sorted(order) else [*found, "the order is wrong"]


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_no_note_of_fifty_tight_pages_is_lost_late_or_out_of_order(chunk: int) -> None:
    found: list[str] = []
    count = 0
    for seed in range(chunk * RELEASES, (chunk + 1) * RELEASES):
        what = tight(seed)
        result = render(what)
        assert result.value is not None, (seed, result.diagnostics)
        codes = {said.code for said in result.diagnostics}
        pages = page_texts(result.value[0].data)
        count += len(pages)
        found += [f"release {seed}: {fault}" for fault in faults(what, pages, at_foot="pdf.endnotes" not in codes)]
        found += [f"release {seed}: {fact}" for fact in differences(what, result.value)]
    assert found == []
    assert count >= PAGES


def differences(what: Job, made: tuple[Artifact, ...]) -> list[str]:
    return [said.fact for said in check_channel(what, Source("content/story.md", ""), made).diagnostics]


def test_the_danger_is_real(tmp_path: Path) -> None:
    """Laid out once, some of these releases lose a note; when this fails, WeasyPrint may have mended it."""
    lost = 0
    for seed in range(20):
        what = tight(seed)
        document = pdf._lay_out(what, str(tmp_path))
        pages = page_texts(document.write_pdf())
        lost += any("its call" in fault and " is on []" in fault for fault in faults(what, pages, at_foot=False))
    assert lost > 0
