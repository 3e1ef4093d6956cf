"""What a reader with a screen reader, or without Word, relies on. `docs/decisions/` says which rules and why."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

import pytest

from exporter.model import Release
from tests import kinds, samples
from tests.rendering.word import releases
from tests.rendering.word.word_jobs import WP, A, Docx, Element, R, W, composed, made, style_of, texts

DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
RELEASES = {
    "everything": samples.everything,
    "nested": releases.nested,
    "arabic": releases.arabic,
    "brief": kinds.brief,
}


@pytest.fixture(scope="module", params=RELEASES)
def file(request: pytest.FixtureRequest) -> Docx:
    release: Release = RELEASES[request.param]()
    return made(composed(release))


def test_every_picture_has_an_alternative_text_that_is_no_file_name_or_is_decorative(file: Docx) -> None:
    pictures = [found for root in file.stories().values() for found in root.iter(WP + "docPr")]
    assert pictures
    for picture in pictures:
        described = picture.get("descr", "")
        assert described or any(mark.get("val") == "1" for mark in picture.iter(DECORATIVE))
        assert not re.search(r"\.(png|jpe?g|gif|svg)$", described)


def test_pictures_stand_in_the_line(file: Docx) -> None:
    for root in file.stories().values():
        assert [drawing[0].tag for drawing in root.iter(W + "drawing")] == [WP + "inline"] * len(
            list(root.iter(W + "drawing"))
        )
        assert list(root.iter(WP + "anchor", W + "pict", W + "txbxContent")) == []


def test_every_table_names_its_header_row_and_has_no_merged_or_nested_cells(file: Docx) -> None:
    tables = list(file.body.iter(W + "tbl"))
    assert tables
    for table in tables:
        look = table.find(f"{W}tblPr/{W}tblLook")
        rows = list(table.iter(W + "tr"))
        assert look is not None
        assert look.get(W + "firstRow") == "1"
        assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [True] + [False] * (len(rows) - 1)
        assert list(table.iter(W + "gridSpan", W + "vMerge", W + "hMerge")) == []
        assert all(len(list(cell.iter(W + "tbl"))) == 0 for cell in table.iter(W + "tc"))


def test_the_facts_of_an_advisory_are_no_table_since_word_knows_no_rows_with_headers() -> None:
    body = made(composed(kinds.advisory())).body
    facts = [texts(paragraph)[0] for paragraph in body.iter(W + "p") if style_of(paragraph) == "Fact"]
    assert facts[1:] == [
        "WhatA press conference on the first count of small harbours",
        "WhenTuesday, 12 May 2026, 9:00 to 9:45",
        "Where12 Quay Street, Port Alder",
        "WhyNobody has counted them before",
    ]
    assert list(body.iter(W + "tbl")) == []


def levels(file: Docx) -> Iterator[int]:
    """The outline levels of the body's paragraphs, from 1, by their style or by the one that it is based on."""
    styles = file.styles()
    for paragraph in file.body.iter(W + "p"):
        style: Element | None = styles.get(style_of(paragraph))
        while style is not None:
            level = style.find(f"{W}pPr/{W}outlineLvl")
            if level is not None:
                yield int(level.get(W + "val", "9")) + 1
                break
            based = style.find(W + "basedOn")
            style = None if based is None else styles.get(based.get(W + "val", ""))


def test_headings_begin_with_the_headline_and_skip_no_level(file: Docx) -> None:
    found = list(levels(file))
    assert found[0] == 1
    assert found.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(found))


def test_the_document_has_a_title_and_a_language(file: Docx) -> None:
    properties = {str(found.tag).rpartition("}")[2]: found.text for found in file.parts["docProps/core.xml"]}
    assert properties["title"]
    language = file.parts["word/styles.xml"].find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
    assert language is not None
    assert language.get(W + "val") == {"en-GB": "en-GB", "ar": "ar-SA"}[properties["language"] or ""]
    theme = file.parts["word/settings.xml"].find(W + "themeFontLang")
    assert theme is not None
    assert theme.get(W + "val") == language.get(W + "val")


def test_words_of_another_language_are_tagged() -> None:
    file = made(composed(samples.everything()))
    tagged = {}
    for run in file.body.iter(W + "r"):
        lang = run.find(f"{W}rPr/{W}lang")
        if lang is not None:
            tagged["".join(str(t.text) for t in run.iter(W + "t"))] = {str(k).rpartition("}")[2]: v for k, v in lang.items()}
    assert tagged == {
        "ありがとう": {"val": "ja-JP", "eastAsia": "ja-JP"},
        "Tous les ports comptent.": {"val": "fr-FR"},
    }


def test_no_link_is_empty_or_a_bare_address(file: Docx) -> None:
    for root in file.stories().values():
        for link in root.iter(W + "hyperlink"):
            words = "".join(str(t.text) for t in link.iter(W + "t")).strip()
            assert words
            assert not words.startswith(("http://", "https://", "www."))
            assert words.lower() not in ("here", "click here")


def test_no_paragraph_is_empty_but_for_a_border_a_mark_or_a_cell(file: Docx) -> None:
    for paragraph in file.body.iter(W + "p"):
        if paragraph.find(f".//{W}t") is not None or paragraph.find(f".//{W}drawing") is not None:
            continue
        around, before = paragraph.getparent(), paragraph.getprevious()
        in_cell = around is not None and around.tag == W + "tc"
        numbered = paragraph.find(f"{W}pPr/{W}numPr") is not None or style_of(paragraph).startswith("ListBullet")
        after_table = before is not None and before.tag == W + "tbl"
        assert in_cell or numbered or after_table or style_of(paragraph) == "ThematicBreak"


def test_lists_are_native_and_no_paragraph_types_its_own_mark(file: Docx) -> None:
    for paragraph in file.body.iter(W + "p"):
        words = "".join(str(t.text) for t in paragraph.iter(W + "t"))
        assert not re.match(r"[•–▪*] |\d+\. ", words)


def test_word_opens_it_in_its_own_mode(file: Docx) -> None:
    modes = [
        found.get(W + "val")
        for found in file.parts["word/settings.xml"].iter(W + "compatSetting")
        if found.get(W + "name") == "compatibilityMode"
    ]
    assert modes == ["15"]


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours (WCAG 2.2, 1.4.3)."""

    def luminance(color: str) -> float:
        parts = [int(color[place : place + 2], 16) / 255 for place in (0, 2, 4)]
        red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_the_colours_of_text_stand_out_from_every_ground(file: Docx) -> None:
    grounds = {shade.get(W + "fill", "") for shade in file.parts["word/styles.xml"].iter(W + "shd")} | {"FFFFFF"}
    inks = {ink.get(W + "val", "") for ink in file.parts["word/styles.xml"].iter(W + "color")}
    assert len(inks) >= 4
    assert {(ink, ground) for ink in inks for ground in grounds if contrast(ink, ground) < 4.5} == set()


def test_running_text_has_a_relation_for_each_link(file: Docx) -> None:
    own = file.relations()
    links = [link.get(R + "id", "") for link in file.body.iter(W + "hyperlink") if link.get(R + "id")]
    assert links
    assert all(own[link].get("TargetMode") == "External" for link in links)
    assert all(blip.get(R + "embed") in own for blip in file.body.iter(A + "blip"))
