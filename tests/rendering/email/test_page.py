"""The HTML holds to what is known of email clients; the numbers are the rules of an email-ready message."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from exporter import model as m
from tests import samples
from tests.rendering.email.letters import CASES, arabic, composed, mailed, with_body
from tests.rendering.email.pages import (
    contrast,
    dark_rules,
    elements,
    for_outlook,
    parse,
    properties,
    shown_texts,
    without_styles,
)


@pytest.fixture(scope="module", params=CASES)
def page(request: pytest.FixtureRequest) -> str:
    """The HTML of each sample's message."""
    return mailed(composed(CASES[request.param]()))


@pytest.fixture(scope="module")
def everything() -> str:
    return mailed(composed(samples.everything()))


# --- document (rules 1 to 8) ---------------------------------------------------------------------------------------------


def test_the_document_says_what_it_is(page: str) -> None:
    assert page.lower().startswith("<!doctype html>")
    root, _ = parse(page)
    wrapper = next(element for element in root.iter() if element.get("role") == "article")
    assert (root.get("lang"), root.get("dir")) == (wrapper.get("lang"), wrapper.get("dir"))
    assert root.get("dir") in ("ltr", "rtl")
    metas = {element.get("name", "charset"): element.get("content", "utf-8") for element in elements(page, "meta")}
    assert metas["charset"] == "utf-8"
    assert metas["viewport"] == "width=device-width, initial-scale=1"
    assert metas["color-scheme"] == metas["supported-color-schemes"] == "light dark"
    assert "<o:PixelsPerInch>96</o:PixelsPerInch>" in page


@pytest.mark.parametrize("name", CASES)
def test_the_title_is_the_subject(name: str) -> None:
    job = composed(CASES[name]())
    assert elements(mailed(job), "title")[0].text == job.release.meta.email.subject


# --- structure (rules 9 to 15) -------------------------------------------------------------------------------------------


def test_tables_that_lay_out_say_so_and_have_no_gaps_of_their_own(page: str) -> None:
    for html in (page, for_outlook(page)):
        for found in elements(html, "table"):
            assert [found.get(name) for name in ("cellpadding", "cellspacing", "border")] == ["0", "0", "0"]
            own = [cell for row in found if row.tag in ("tbody", "thead") for line in row for cell in line]
            assert (found.get("role") == "presentation") == all(cell.tag == "td" for cell in own)


def test_there_is_one_headline_and_no_level_is_left_out(everything: str) -> None:
    levels = [int(str(element.tag)[1]) for element in elements(everything, "h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_the_document_parses_with_outlooks_comments_opened_and_closed(page: str) -> None:
    assert parse(page)[1] == []
    assert parse(for_outlook(page))[1] == []
    assert page.count("[if ") == page.count("[endif]")
    assert "<![if" not in page


def test_nothing_is_in_it_that_clients_refuse(page: str) -> None:
    assert elements(page, "script", "form", "iframe", "object", "video", "svg", "link", "base") == []
    assert "<v:" not in page


def test_no_attribute_of_ours_leaves_the_house(page: str) -> None:
    assert [name for element in parse(page)[0].iter() for name in element.attrib if name.startswith("data-")] == []


# --- looks (rules 16 to 22) ----------------------------------------------------------------------------------------------


def test_without_any_style_sheet_every_text_has_its_looks(page: str) -> None:
    texts = list(shown_texts(parse(without_styles(page))[0]))
    assert len(texts) > 20
    assert [text for text in texts if not (text.color and text.ground and text.font and text.size)] == []


def test_every_text_stands_out_from_its_ground_in_light_and_dark(page: str) -> None:
    root, _ = parse(page)
    rules = dark_rules(root)
    assert len(rules) > 20
    light, dark = list(shown_texts(root)), list(shown_texts(root, rules))
    assert [text for text in (*light, *dark) if contrast(text.color, text.ground) < 4.5] == []
    kept = [text.text for text in dark if text.ground in {text.ground for text in light}]
    series = ["Harbour Briefs, no. 7"] * ("Harbour Briefs, no. 7" in page)
    assert kept[1:] == series, "only the masthead keeps its ground, for a logo without a dark form"


def test_style_sheets_are_short_and_flat(page: str) -> None:
    styles = re.findall(r"<style.*?>(.*?)</style>", page, re.DOTALL)
    assert sum(map(len, styles)) < 16_000
    assert "url(" not in "".join(styles)
    assert [style for style in styles if re.search(r"@[^{]*\{[^}]*@", style)] == []


def test_outlook_com_is_given_the_dark_scheme_too(everything: str) -> None:
    assert "[data-ogsc] .sheet { background-color: #14171c !important; }" in everything


def test_padding_is_for_cells_alone(page: str) -> None:
    for element in parse(page)[0].iter():
        padded = {name: value for name, value in properties(element.get("style", "")).items() if name.startswith("padding")}
        assert element.tag in ("td", "th") or set(padded.values()) <= {"0"}


def test_a_widest_width_goes_with_a_fixed_one_for_outlook(everything: str) -> None:
    columns = [found for found in elements(everything, "table") if "max-width" in found.get("style", "")]
    assert [properties(found.get("style", ""))["max-width"] for found in columns] == ["600px", "600px"]
    assert '<!--[if mso]><table role="presentation" width="600"' in everything


def test_colours_have_six_digits_and_grounds_are_said_twice(page: str) -> None:
    assert re.findall(r"#(?![0-9a-f]{6}\b)[0-9a-fA-F]+;", page) == []
    for element in parse(page)[0].iter():
        style = properties(element.get("style", ""))
        if element.tag in ("body", "table", "td"):
            assert element.get("bgcolor", "") == style.get("background-color", "")


# --- content (rules 23 to 30) --------------------------------------------------------------------------------------------


def test_pictures_say_what_they_show_and_how_wide_they_are(page: str) -> None:
    for image in elements(page, "img"):
        assert image.get("alt", "").strip()
        assert image.get("width", "").isdigit()
        assert image.get("src", "").startswith("cid:")


def test_links_lead_somewhere_and_are_underlined(page: str) -> None:
    ids = {element.get("id") for element in parse(page)[0].iter()}
    links = elements(page, "a")
    assert links
    for link in links:
        target = link.get("href", "")
        assert target.startswith(("https://", "mailto:", "tel:")) or target.removeprefix("#") in ids
        assert properties(link.get("style", ""))["text-decoration"] == "underline"
        assert "".join(link.itertext()).strip() != "↑" or link.get("aria-label")


def test_notes_lead_there_and_back(everything: str) -> None:
    links = {link.get("href"): link.get("id") for link in elements(everything, "a") if link.get("href", "").startswith("#")}
    assert links["#n1"] != ""
    assert {"#n1", "#n2", "#call-n1", "#call-n2", "#h1"} == set(links)
    assert [link.get("id") for link in elements(everything, "a") if link.get("id")] == ["call-n1", "call-n2"]


@pytest.mark.parametrize(
    ("fields", "description", "expected"),
    [
        (m.EmailFields("", "Forty harbours."), "Not this", "Forty harbours."),
        (m.EmailFields(), "Forty harbours were counted.", "Forty harbours were counted."),
        (
            m.EmailFields(),
            "",
            "The lead has stress, weight and both, a link to the survey and a note; the symbol <&> stays.",
        ),
        (m.EmailFields(), "port " * 40, "port " * 26 + "port…"),
        (m.EmailFields(), "港" * 200, "港" * 139 + "…"),
    ],
)
def test_the_preheader_is_the_writers_or_the_beginning(fields: m.EmailFields, description: str, expected: str) -> None:
    html = mailed(composed(samples.everything(email=fields, description=description)))
    hidden = next(element for element in elements(html, "div") if "display: none" in element.get("style", ""))
    assert (hidden.text or "").strip() == expected
    assert len(expected) <= 140
    assert "mso-hide: all" in hidden.get("style", "")


def test_gmail_does_not_clip_it_and_nothing_is_left_unfilled(page: str) -> None:
    assert len(page.encode()) < 80_000
    assert [word for word in ("{{", "{%", "None", "Undefined", "localhost") if word in page] == []


def test_right_to_left_turns_the_page_and_a_division_turns_back() -> None:
    html = mailed(composed(arabic()))
    assert parse(html)[0].get("dir") == "rtl"
    assert [properties(found.get("style", ""))["margin"] for found in elements(html, "ul", "ol")] == [
        "0 24px 18px 0",
        "0 0 18px 24px",
    ]


def test_a_table_of_many_columns_is_set_small() -> None:
    def sizes(columns: int) -> set[str]:
        cells = tuple(m.Cell(f"t1.r0.c{column}", samples.span(20), samples.text("1,234")) for column in range(columns))
        table = m.Table("t1", samples.span(20), cells, ())
        page = mailed(composed(with_body(table)))
        return set(re.findall(r"<th[^>]*font-size: (\d+px)", page))

    assert (sizes(6), sizes(10)) == ({"15px"}, {"11px"})
