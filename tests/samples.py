"""A release and a brand made by hand, so that a stage is tested without the stages before it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from io import BytesIO
from pathlib import Path, PurePosixPath

import rendercv_fonts
from PIL import Image as Pillow

from exporter import model as m
from exporter.brand import Brand, FontFamily, FontFile, Institution, Logo, Palette, Typography
from exporter.reading.brand.font_families import FACES, Generic

FONTS = Path(rendercv_fonts.__file__).parent
MOMENT = dt.datetime(2026, 5, 12, 12, 0, tzinfo=dt.UTC)


def picture(name: str, color: str, width: int = 640, height: int = 360) -> m.Image:
    """A PNG of one colour."""
    out = BytesIO()
    Pillow.new("RGB", (width, height), color).save(out, "PNG")
    return m.Image(name, PurePosixPath("images") / name, "image/png", out.getvalue(), width, height)


def family(name: str, folder: str, stem: str, generic: Generic = "sans") -> FontFamily:
    """A family from rendercv-fonts, with its four faces."""
    files = tuple(FontFile(FONTS / folder / f"{stem}-{face}.ttf", weight, style) for face, weight, style in FACES)
    return FontFamily(name, files, generic)


def brand() -> Brand:
    light = Palette(
        background="#ffffff",
        foreground="#1b1f24",
        primary="#0b3d91",
        secondary="#8a1c2b",
        link="#0b3d91",
        muted="#5b6470",
        tint="#eef2f8",
        rule="#c9d1dc",
        on_primary="#ffffff",
    )
    dark = Palette(
        background="#14171c",
        foreground="#e8ebef",
        primary="#8fb4ff",
        secondary="#f2a0ab",
        link="#8fb4ff",
        muted="#a3adba",
        tint="#20262e",
        rule="#3a434f",
        on_primary="#14171c",
    )
    serif = family("EB Garamond", "EB Garamond", "EBGaramond", "serif")
    sans = family("Source Sans 3", "Source Sans 3", "SourceSans3")
    return Brand(
        institution=Institution(
            "Harbour Institute",
            "Research for open coasts",
            "https://harbour.example/",
            ("12 Quay Street", "Port Alder 40123"),
            "press@harbour.example",
        ),
        light=light,
        dark=dark,
        typography=Typography(serif, sans, family("Ubuntu", "Ubuntu", "Ubuntu", "mono")),
        logo=Logo(picture("logo.png", "#0b3d91", 480, 96), None, "Harbour Institute"),
        boilerplates=(
            ("institute", m.Boilerplate("The Harbour Institute studies ports and the towns behind them.", "", "institute")),
        ),
    )


def text(words: str) -> tuple[m.Inline, ...]:
    return (m.Text(words),)


def span(line: int) -> m.Span:
    return m.Span(line, line)


def meta(**changes: object) -> m.FrontMatter:
    """Front matter with every key."""
    values: dict[str, object] = {
        "title": "Small ports carry more than they are given credit for",
        "kind": "press-release",
        "subtitle": "A survey of forty harbours finds 12 million tonnes that no table shows",
        "kicker": "New report",
        "author": (m.Author("Ines Calder"),),
        "lang": "en-GB",
        "dir": "ltr",
        "date": dt.date(2026, 5, 12),
        "dateline": "Port Alder",
        "embargo": dt.datetime(2026, 5, 12, 9, 0, tzinfo=dt.timezone(dt.timedelta(hours=2))),
        "description": "Forty small harbours were counted for the first time.",
        "keywords": ("ports", "trade"),
        "contact": (
            m.Contact("Tomas Reyl", "Press officer", "press@harbour.example", "+1 555 0100"),
            m.Contact("Ada Munk", "Communications", "ada@harbour.example"),
        ),
        "people": (m.Person("Ines Calder", "Director", "Harbour Institute"),),
        "link": m.CallToAction("Read the full report", "https://harbour.example/small-ports"),
        "boilerplate": m.Boilerplate("The Harbour Institute studies ports and the towns behind them.", "", "institute"),
        "email": m.EmailFields("Small ports carry more than the tables show", "Forty harbours, 12 million tonnes."),
    }
    build: Callable[..., m.FrontMatter] = m.FrontMatter
    return build(**(values | changes))


def _text() -> tuple[m.Block, ...]:
    """Running text: headings, every inline, takeaways, a quotation."""
    return (
        m.Paragraph(
            "p1",
            span(10),
            (
                m.Text("The lead has "),
                m.Emphasis(text("stress")),
                m.Text(", "),
                m.Strong((m.Text("weight and "), m.Emphasis(text("both")))),
                m.Text(", a "),
                m.Link(text("link to the survey"), "https://harbour.example/survey?a=1&b=2", "The survey"),
                m.SoftBreak(),
                m.Text("and a note"),
                m.FootnoteReference("n1", 1),
                m.Text("; the symbol <&> stays."),
            ),
        ),
        m.Heading("h1", span(12), 1, text("What was counted")),
        m.Paragraph(
            "p2",
            span(14),
            (
                m.Text("One line"),
                m.LineBreak(),
                m.Text("and another, with "),
                m.Code("a == b"),
                m.Text(", "),
                m.LanguageSpan(text("ありがとう"), "ja"),
                m.Text(" and the same note"),
                m.FootnoteReference("n1", 1, first=False),
                m.Text(" and a second"),
                m.FootnoteReference("n2", 2),
                m.Text("."),
            ),
        ),
    )


def _boxes() -> tuple[m.Block, ...]:
    """What is set apart from the text."""
    return (
        m.Takeaways(
            "k1",
            span(16),
            (
                m.List(
                    "l1",
                    span(17),
                    ordered=False,
                    start=1,
                    tight=True,
                    items=tuple(
                        m.ListItem(f"i{n}", span(16 + n), (m.Paragraph(f"p{2 + n}", span(16 + n), text(words)),))
                        for n, words in enumerate(("Harbours grew by 4.5%.", "Tables miss them.", "Towns gain."), start=1)
                    ),
                ),
            ),
        ),
        m.PullQuote(
            "q1", span(22), (m.Paragraph("p6", span(23), text("“We counted every crane.”")),), "Ines Calder", "Director"
        ),
    )


def _lists() -> tuple[m.Block, ...]:
    """Lists in lists, and an item of two paragraphs."""
    return (
        m.Heading("h2", span(26), 2, text("How it was counted")),
        m.List(
            "l2",
            span(28),
            ordered=True,
            start=3,
            tight=False,
            items=(
                m.ListItem(
                    "i4",
                    span(28),
                    (
                        m.Paragraph("p7", span(28), text("Third comes first.")),
                        m.Paragraph("p8", span(29), text("Its second paragraph.")),
                        m.List(
                            "l3",
                            span(30),
                            ordered=False,
                            start=1,
                            tight=True,
                            items=(m.ListItem("i5", span(30), (m.Paragraph("p9", span(30), text("A nested item.")),)),),
                        ),
                    ),
                ),
                m.ListItem("i6", span(32), (m.Paragraph("p10", span(32), text("Fourth.")),)),
            ),
        ),
        m.BlockQuote("b1", span(34), (m.Paragraph("p11", span(34), text("A quotation from an old harbour book.")),)),
        m.Callout("c1", span(36), (m.Paragraph("p12", span(37), text("A box beside the argument.")),), "In brief"),
    )


def _displays() -> tuple[m.Block, ...]:
    """A table, a figure, an inline picture, code."""
    row = (("Harbour", "Tonnes", "Year"), ("Alder", "410,000", "2024"), ("Brank & Sons", "88,500", "2025"))
    cells = [
        tuple(m.Cell(f"t1.r{r}.c{c}", span(40 + r), text(words), "right" if c else "left") for c, words in enumerate(line))
        for r, line in enumerate(row)
    ]
    return (
        m.Table("t1", span(40), cells[0], tuple(cells[1:]), text("Table 1. Tonnes by harbour")),
        m.Figure(
            "f1",
            span(46),
            picture("quay.png", "#7aa6c2"),
            "A quay at low tide",
            (m.Text("The quay at "), m.Emphasis(text("Alder"))),
            "J. Orme",
        ),
        m.Paragraph(
            "p13",
            span(48),
            (m.Text("A mark "), m.InlineImage(picture("mark.png", "#8a1c2b", 24, 24), "red mark"), m.Text(" inline.")),
        ),
        m.CodeBlock("x1", span(50), "for quay in harbour:\n    count(quay)", "python"),
        m.ThematicBreak("r1", span(54)),
        m.Division("d1", span(56), (m.Paragraph("p14", span(57), text("Tous les ports comptent.")),), "fr"),
        m.Paragraph("p15", span(60), (m.Text("See "), m.Link(text("the first part"), "#h1"), m.Text("."))),
    )


def _notes() -> tuple[m.Footnote, ...]:
    """A note with a link and one of two paragraphs."""
    return (
        m.Footnote(
            "n1",
            span(62),
            1,
            "a",
            (
                m.Paragraph(
                    "p16",
                    span(62),
                    (
                        m.Text("Counted in 2025, see "),
                        m.Link(text("the method"), "https://harbour.example/method"),
                        m.Text("."),
                    ),
                ),
            ),
        ),
        m.Footnote(
            "n2",
            span(63),
            2,
            "b",
            (m.Paragraph("p17", span(63), text("Without ferries.")), m.Paragraph("p18", span(64), text("Nor yachts."))),
        ),
    )


def everything(**changes: object) -> m.Release:
    """A release that uses every block and every inline."""
    return m.Release(
        file="content/everything.md",
        slug="everything",
        source_hash="0" * 64,
        meta=meta(**changes),
        body=(*_text(), *_boxes(), *_lists(), *_displays()),
        footnotes=_notes(),
    )
