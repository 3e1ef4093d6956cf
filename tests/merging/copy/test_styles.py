"""A paragraph's role is told by its style's name, whatever its id is, and by the styles that it is based on."""

from __future__ import annotations

import pytest

from exporter.merging.copy.reading import read_copy
from tests.merging.copy import copies
from tests.merging.copy.copies import BASE_STYLES, body, p, r

LOCALISED = BASE_STYLES.replace('w:styleId="Heading2"', 'w:styleId="berschrift2"')


def style(name: str, based_on: str) -> str:
    """Our styles with one more, whose id is X1."""
    more = f'<w:style w:type="paragraph" w:styleId="X1"><w:name w:val="{name}"/><w:basedOn w:val="{based_on}"/></w:style>'
    return BASE_STYLES.replace("</w:styles>", f"{more}</w:styles>")


def role(named: str, styles: str) -> tuple[str, str]:
    (paragraph,) = body(p(r("a"), style=named), styles=styles).final.body
    return paragraph.role, paragraph.style


@pytest.mark.parametrize(
    ("named", "styles", "expected"),
    [
        ("Heading2", BASE_STYLES, ("heading_2", "")),
        ("berschrift2", LOCALISED, ("heading_2", "")),
        ("Heading2", BASE_STYLES.replace('"heading 2"', '"Heading 2"'), ("heading_2", "")),
        ("X1", style("My quote", "Quote"), ("quote", "")),
        ("X1", style("List Paragraph", "Normal"), ("plain", "")),
        ("X1", style("Legal Small Print", "Normal"), ("", "Legal Small Print")),
        ("Gone", BASE_STYLES, ("plain", "")),
    ],
)
def test_the_role_of_a_paragraph(named: str, styles: str, expected: tuple[str, str]) -> None:
    assert role(named, styles) == expected


def test_styles_that_are_based_on_each_other_end_somewhere() -> None:
    assert role("X1", style("Snake", "X1")) == ("", "Snake")


def test_a_house_template_has_its_own_names() -> None:
    data = copies.hand_made(p(r("a"), style="X1"), {"styles": style("Fließtext", "Normal")})
    copy = read_copy("edited.docx", data, {"body": "fließtext"}).value
    assert copy is not None
    assert [paragraph.role for paragraph in copy.final.body] == ["body"]


def test_a_file_without_styles_has_paragraphs_without_roles() -> None:
    (paragraph,) = copies.read(copies.hand_made(p(r("a")))).final.body
    assert (paragraph.role, paragraph.style) == ("", "")


def test_the_default_style_is_that_of_paragraphs() -> None:
    first = '<w:style w:type="character" w:default="1" w:styleId="A"><w:name w:val="Strong"/></w:style>'
    other = '<w:style w:type="paragraph" w:styleId="B"><w:name w:val="Quote"/></w:style>'
    sheet = BASE_STYLES.replace("<w:docDefaults>", f"{first}{other}<w:docDefaults>")
    assert role("Gone", sheet) == ("plain", "")
