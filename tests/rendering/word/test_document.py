"""A page into a document: readable pairs of HTML and Word, and what is said of a page that Word can't carry."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from exporter import model as m
from exporter.diagnostics import Diagnostic, Place, Severity
from exporter.rendering.word.document import render
from tests import samples
from tests.conftest import Golden
from tests.rendering.word.word_jobs import W, composed, made, page, readable, said, texts

CASES = sorted((Path(__file__).parent / "golden").glob("*.html"))
HINT = "docs/templates.md lists what may stand in a template of the Word copy."


def test_there_are_cases() -> None:
    assert len(CASES) >= 5


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_html_becomes_the_word_of_its_pair(case: Path, golden: Golden) -> None:
    golden(case.with_suffix(".xml"), readable(made(page(case.read_text(encoding="utf-8")))))


def test_the_file_is_named_by_the_releases_slug() -> None:
    result = render(composed(samples.everything()))
    assert [artifact.name for artifact in result.value or ()] == ["everything.docx"]
    assert result.diagnostics == ()


def test_the_page_template_decides_the_order() -> None:
    file = made(page('<p class="action">First the link</p><h1>Then the headline</h1><p class="kicker">Then the kicker</p>'))
    assert texts(file.body) == ["First the link", "Then the headline", "Then the kicker"]


# --- what Word has no form for -------------------------------------------------------------------------------------------


def mistake(code: str, fact: str, hint: str = HINT) -> Diagnostic:
    return Diagnostic(Severity.ERROR, code, fact, Place("templates/word/page.html.j2"), hint)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<video></video>", mistake("word.unknown-element", "<video> has no form in Word")),
        ("<p>a <blink>b</blink></p>", mistake("word.unknown-element", "<blink> has no form in Word")),
        ('<p class="leed">a</p>', mistake("word.unknown-class", "the class “leed” of <p> has no form in Word")),
        (
            "<p><span>a<pre>b</pre></span></p>",
            mistake("word.misplaced-element", "<pre> is a block, and stands here among words"),
        ),
        (
            '<p><img src="other.png" alt="a"></p>',
            mistake(
                "word.unknown-picture",
                "the release has no picture “other.png”",
                "`src` is the name of a picture of the release, or of a logo of the brand.",
            ),
        ),
    ],
)
def test_what_word_has_no_form_for_is_named(body: str, expected: Diagnostic) -> None:
    assert said(page(body)) == [expected]


def test_a_mistake_is_told_at_the_line_of_the_template_that_makes_it(tmp_path: Path) -> None:
    (tmp_path / "word").mkdir()
    template = tmp_path / "word/page.html.j2"
    template.write_text('<html><body>\n  <p class="leed">{{ meta.title }}</p>\n</body></html>\n', encoding="utf-8")
    job = page('<p class="leed">a</p>')
    job = replace(job, folders=type(job.folders)((tmp_path, *job.folders.folders)))
    line = '  <p class="leed">{{ meta.title }}</p>'
    fact = "the class “leed” of <p> has no form in Word"
    place = Place(str(template), 2, 13, 4)
    assert said(job) == [Diagnostic(Severity.ERROR, "word.unknown-class", fact, place, HINT, line)]


def test_each_mistake_is_told_once() -> None:
    assert len(said(page("<video></video><video></video><audio></audio>"))) == 2


def test_a_link_that_leads_nowhere_becomes_text_with_a_warning() -> None:
    file = made(page('<p>See <a href="#h9">there</a>.</p>'))
    assert texts(file.body) == ["See there."]
    assert list(file.body.iter(W + "hyperlink")) == []
    assert [(d.severity, d.code) for d in file.diagnostics] == [(Severity.WARNING, "word.unknown-anchor")]


def test_a_link_to_a_block_that_holds_others_leads_to_a_bookmark_of_its_own() -> None:
    file = made(
        page(
            '<p><a href="#l1">List</a></p><ul id="l1" data-block="l1"><li data-block="i1"><p data-block="p1">a</p></li></ul>'
        )
    )
    assert [link.get(W + "anchor") for link in file.body.iter(W + "hyperlink")] == ["_to_l1"]


def test_a_control_character_is_told_at_its_piece() -> None:
    release = replace(
        samples.everything(), body=(m.Paragraph("p1", m.Span(12, 13, 3), samples.text("a\x0bb")),), footnotes=()
    )
    hint = "It is a control character that no reader sees: delete it."
    fact = "the character U+000B can't stand in a Word file"
    place = Place("content/everything.md", 12, 3)
    assert said(composed(release)) == [Diagnostic(Severity.ERROR, "word.forbidden-character", fact, place, hint)]


def test_a_control_character_in_what_only_the_properties_hold_is_told_too() -> None:
    assert [told.code for told in said(composed(samples.everything(description="a\x01b")))] == ["word.forbidden-character"]


def test_an_empty_body_gives_a_document_that_opens() -> None:
    assert texts(made(page("")).body) == [""]


# --- the page's own things ------------------------------------------------------------------------------------------------


def test_the_sections_first_page_has_its_own_head_and_the_feet_of_all() -> None:
    file = made(composed(samples.everything()))
    section = file.body.find(W + "sectPr")
    assert section is not None
    assert [str(child.tag).rpartition("}")[2] for child in section] == [
        *("headerReference", "headerReference", "footerReference", "footerReference"),
        *("pgSz", "pgMar", "cols", "titlePg"),
    ]
    heads = {name: texts(root) for name, root in file.stories().items() if name.startswith(("word/header", "word/footer"))}
    assert heads == {
        "word/header1.xml": [
            "Harbour Institute · Small ports carry more than they are given credit for · "
            "Embargoed until 12 May 2026, 09:00 (UTC+2)"
        ],
        "word/header2.xml": ["Press release"],
        "word/footer1.xml": ["harbour.examplePage 1 of 1"],
        "word/footer2.xml": ["harbour.examplePage 1 of 1"],
    }


def test_page_numbers_are_fields_with_a_result() -> None:
    file = made(composed(samples.everything()))
    foot = file.parts["word/footer1.xml"]
    assert [code.text for code in foot.iter(W + "instrText")] == [" PAGE ", " NUMPAGES "]
    kinds = [mark.get(W + "fldCharType") for mark in foot.iter(W + "fldChar")]
    assert kinds == ["begin", "separate", "end"] * 2


def test_a_page_without_heads_has_none() -> None:
    file = made(page("<p>a</p>"))
    assert [name for name in file.files if "header" in name or "footer" in name] == []


def test_the_core_properties_are_the_releases() -> None:
    file = made(composed(samples.everything(title="T" * 300, lang="de", dir="ltr")))
    properties = {str(found.tag).rpartition("}")[2]: found.text for found in file.parts["docProps/core.xml"]}
    assert properties == {
        "title": "T" * 300,
        "subject": "A survey of forty harbours finds 12 million tonnes that no table shows",
        "creator": "Ines Calder",
        "keywords": "ports, trade",
        "description": "Forty small harbours were counted for the first time.",
        "lastModifiedBy": "Ines Calder",
        "revision": "1",
        "category": "press-release",
        "language": "de",
        "created": "2026-05-12T12:00:00Z",
        "modified": "2026-05-12T12:00:00Z",
    }
