"""A release of each kind that has a template of its own, made by hand."""

from __future__ import annotations

from msgspec.structs import replace

from exporter import model as m
from tests import samples


def brief() -> m.Release:
    """A brief with everything: cover, series, authors, contents, a sidebar, notes at the end."""
    authors = (
        m.Author("Tomas Reyl"),
        m.Author("Ines Calder", "Director, Harbour Institute", "Ines Calder has led the Harbour Institute since 2019."),
    )
    cover = m.Cover(samples.picture("cover.png", "#7aa6c2", 800, 380), "A quay at low tide", "J. Orme")
    what = samples.everything(
        kind="brief", author=authors, cover=cover, series="Harbour Briefs, no. 7", notes="end", contents=True
    )
    box = m.Sidebar("s1", samples.span(70), (_paragraph(50, "Forty could be reached within a morning."),), "Why forty")
    return replace(what, slug="brief", body=(*what.body, box, _paragraph(51, "The last words stand beside it.")))


def statement() -> m.Release:
    """A statement that a quotation opens."""
    quote = m.PullQuote("q1", samples.span(10), (_paragraph(1, "“We counted every crane.”"),))
    speaker = (m.Author("Ines Calder", "Director of the Harbour Institute"),)
    what = samples.everything(kind="statement", author=speaker, embargo=None)
    return replace(what, slug="statement", body=(quote, _paragraph(2, "The tables are wrong.")), footnotes=())


def advisory() -> m.Release:
    """A media advisory with all of its facts, some longer than a line."""
    facts = m.Advisory(
        who="Ines Calder, director of the Harbour Institute, and the harbour masters of Alder, Brank & Sons and Ø-Havn",
        what="A press conference on the first count of small harbours",
        when="Tuesday, 12 May 2026, 9:00 to 9:45",
        where="12 Quay Street, Port Alder",
        why="Nobody has counted them before",
    )
    what = samples.everything(kind="media-advisory", advisory=facts, author=(), embargo=None)
    return replace(what, slug="advisory", body=(_paragraph(1, "Please register by Friday."),), footnotes=())


def _paragraph(number: int, words: str) -> m.Paragraph:
    return m.Paragraph(f"p{number}", samples.span(10 + number), samples.text(words))
