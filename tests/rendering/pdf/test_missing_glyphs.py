from __future__ import annotations

from pathlib import Path

import pytest
import uharfbuzz
from msgspec.structs import replace

from exporter import model as m
from exporter.brand import FontFamily, FontFile
from exporter.diagnostics import Diagnostic
from exporter.pipeline import Options
from exporter.rendering.job import Job
from exporter.rendering.pdf.document import render
from exporter.rendering.pdf.fonts import faces_without
from tests import projects, samples
from tests.rendering.pdf.pdf_jobs import job, paragraph, release, with_html

LACKING = "has no glyph in EB Garamond and Source Sans 3, nor in a font that stands in"


def told(what: Job) -> tuple[Diagnostic, ...]:
    """What is said about a job, of which no PDF comes."""
    result = render(what)
    assert result.value is None
    return result.diagnostics


def fact(words: str) -> str:
    (diagnostic,) = told(job(release(paragraph(1, words))))
    return diagnostic.fact


def test_a_missing_glyph_names_character_place_and_fonts() -> None:
    text = "\n" * 10 + "A second queen\nwho is ♛ here."
    what = job(release(m.Paragraph("p1", m.Span(11, 12), (m.Text("A second queen who is ♛ here."),))))
    (diagnostic,) = told(replace(what, text=text))
    assert (diagnostic.code, str(diagnostic.place)) == ("pdf.missing-glyph", "content/story.md:12:8")
    assert diagnostic.fact == f"“♛” (U+265B BLACK CHESS QUEEN) {LACKING}"
    assert diagnostic.hint == "Give the brand a font that has it, or write it otherwise."
    assert diagnostic.source_line == "who is ♛ here."


def test_a_character_that_is_written_by_its_number_is_told_at_its_paragraph() -> None:
    (diagnostic,) = told(replace(job(release(paragraph(1, "A ♛."))), text="\n" * 10 + "A &#x265B;."))
    assert str(diagnostic.place) == "content/story.md:11:1"


def test_all_missing_characters_are_told_at_once_each_at_its_first_place() -> None:
    what = job(release(paragraph(1, "The lead ♜."), paragraph(2, "♛ and ♜"), title="A title ♞"))
    found = told(replace(what, release=replace(what.release, fields=(("title", m.Span(2, 2, 8)),))))
    assert [(one.fact[1], str(one.place)) for one in found] == [
        ("♞", "content/story.md:2:8"),
        ("♜", "content/story.md:11:1"),
        ("♛", "content/story.md:12:1"),
    ]


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("Well 😀", "“😀” (U+1F600 GRINNING FACE)"),
        ("A\u20e3", "“◌\u20e3” (U+20E3 COMBINING ENCLOSING KEYCAP)"),
        ("\ue000", "U+E000 (a private-use character)"),
        ("\u0378", "U+0378 (no character of Unicode)"),
        ("a\u2028b", "U+2028 (LINE SEPARATOR)"),
        ("ก", "“ก” (U+0E01 THAI CHARACTER KO KAI)"),
    ],
)
def test_a_character_is_named_so_that_it_can_be_found(words: str, named: str) -> None:
    assert fact(words) == f"{named} {LACKING}"


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        ("😀", "The PDF has no font of emoji; say it in words, or set it as a picture."),
        ("\ue000", "Only the font that it was made for can show it; write it otherwise, or set it as a picture."),
        ("\u0378", "Was the text damaged on its way here?"),
    ],
)
def test_the_hint_is_for_its_kind(words: str, hint: str) -> None:
    assert [one.hint for one in told(job(release(paragraph(1, words))))] == [hint]


@pytest.mark.parametrize(
    "words",
    [
        "a\u200bb\u2060c\u00add",
        "x\u0323\u0302",
        "e\u0361a",
        "❤\ufe0f ☎\ufe0e",
        "a\u2009b\u202fc\u3000d",
        "葛\U000e0100",
        "\u0600١٢",
    ],
)
def test_what_needs_no_glyph_of_its_own_is_not_missing(words: str) -> None:
    assert render(job(release(paragraph(1, words)))).diagnostics == ()


def only(codes: set[int], weight: int, folder: Path) -> FontFile:
    """A face of EB Garamond with some characters alone."""
    name = {400: "Regular", 700: "Bold"}[weight]
    blob = uharfbuzz.Blob.from_file_path(str(samples.FONTS / "EB Garamond" / f"EBGaramond-{name}.ttf"))
    wanted = uharfbuzz.SubsetInput()
    wanted.unicode_set.update(codes)
    path = folder / f"{name}.ttf"
    path.write_bytes(uharfbuzz.subset(uharfbuzz.Face(blob), wanted).blob.data)
    return FontFile(path, weight)


def test_a_character_that_bold_alone_lacks_is_drawn_in_a_font_that_stands_in(tmp_path: Path) -> None:
    letters = set(range(0x20, 0x17F))
    family = FontFamily("Thin", (only({*letters, 0x3B1}, 400, tmp_path), only(letters, 700, tmp_path)))
    brand = replace(samples.brand(), typography=replace(samples.brand().typography, base=family))
    bold = m.Paragraph("p1", samples.span(11), (m.Text("α and "), m.Strong((m.Text("α"),))))
    assert render(job(release(bold), brand)).diagnostics == ()


def test_the_face_that_lacks_a_character_is_named(tmp_path: Path) -> None:
    letters = set(range(0x20, 0x17F))
    family = FontFamily("Thin", (only({*letters, 0x1E9E}, 400, tmp_path), only(letters, 700, tmp_path)))
    typography = replace(samples.brand().typography, base=family, headings=family)
    assert faces_without(typography, 0x1E9E) == ["Thin Bold"]
    assert faces_without(typography, 0x265B) == ["Thin"]


def test_a_character_of_the_brand_is_told_at_the_brand_file() -> None:
    brand = replace(samples.brand(), logo=None, institution=replace(samples.brand().institution, name="Institute ♛"))
    (diagnostic,) = told(job(release(paragraph(1, "The lead.")), brand))
    assert (str(diagnostic.place), diagnostic.fact) == ("_brand.yml", f"“♛” (U+265B BLACK CHESS QUEEN) {LACKING}")


def test_a_character_of_a_template_is_told_at_the_template() -> None:
    (diagnostic,) = told(with_html(job(release(paragraph(1, "The lead."))), "Media contacts", "♛ contacts"))
    assert str(diagnostic.place) == "templates/pdf/page.html.j2"
    (diagnostic,) = told(
        with_html(job(release(paragraph(1, "The lead."))), "</style>", 'main::before { content: "♛" } </style>')
    )
    assert str(diagnostic.place) == "templates/pdf/page.html.j2"


def test_a_character_in_a_drawing_is_told_at_its_figure() -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="80" height="20"><text y="15">♛</text></svg>'.encode()
    picture = replace(samples.picture("q.svg", "#7aa6c2"), media_type="image/svg+xml", data=svg)
    (diagnostic,) = told(job(release(m.Figure("f1", samples.span(17), picture, "A queen"))))
    assert str(diagnostic.place) == "content/story.md:17:1"


def test_a_build_tells_labels_and_text_and_writes_nothing_but_other_channels_bear_it(tmp_path: Path) -> None:
    files = {
        "content/story.md": projects.STORY.replace("A second paragraph", "A ♛ paragraph"),
        "templates/labels/en.yml": 'by: "♞ "\n',
    }
    files["content/story.md"] = files["content/story.md"].replace("lang: en", "lang: en\nauthor: Ada Munk")
    project = projects.make(tmp_path, files)
    (outcome,) = projects.built(project, Options(channels=("pdf",)))
    assert [str(one.place).removeprefix(f"{tmp_path}/") for one in outcome.diagnostics] == [
        "content/story.md:11:3",
        "templates/labels/en.yml",
    ]
    assert not outcome.fine
    (outcome,) = projects.built(project, Options(channels=("word", "email")))
    assert (outcome.fine, outcome.diagnostics) == (True, ())
