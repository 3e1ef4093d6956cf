"""What the emails of the kinds have of their own."""

from __future__ import annotations

from tests import kinds
from tests.rendering.email.letters import composed, mailed
from tests.rendering.email.pages import elements


def words(*parts: str | None) -> str:
    return " ".join("".join(part or "" for part in parts).split())


def test_the_facts_of_an_advisory_are_a_table_whose_rows_have_heads() -> None:
    page = mailed(composed(kinds.advisory()))
    (table,) = [table for table in elements(page, "table") if table.get("role") != "presentation"]
    rows = [(row[0].tag, row[0].get("scope"), words(*row[0].itertext())) for row in table.iter("tr")]
    assert rows == [("th", "row", label) for label in ("Who", "What", "When", "Where", "Why")]


def test_the_name_of_who_speaks_stands_by_itself_in_a_statement() -> None:
    page = mailed(composed(kinds.statement()))
    strong = [element for element in elements(page, "strong") if words(*element.itertext()) == "Ines Calder"]
    assert "font-size: 22px" in (strong[0].get("style") or "")


def test_the_picture_of_a_briefs_cover_stands_above_its_headline_with_its_credit() -> None:
    page = mailed(composed(kinds.brief()))
    shown = [words(element.get("alt"), *element.itertext()) for element in elements(page, "img", "p", "h1")]
    start = shown.index("A quay at low tide")
    assert shown[start : start + 4] == [
        "A quay at low tide",
        "Photo: J. Orme",
        "New report",
        "Small ports carry more than they are given credit for",
    ]


def test_what_is_told_about_authors_stands_below_the_text_under_their_names() -> None:
    page = mailed(composed(kinds.brief()))
    shown = [words(*element.itertext()) for element in elements(page, "p", "h2")]
    start = shown.index("About the authors")
    assert shown[start + 1] == "Ines Calder Ines Calder has led the Harbour Institute since 2019."
