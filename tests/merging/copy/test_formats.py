"""Words are bold, italic or code beyond what their paragraph's style makes them; what has no form in Markdown is named."""

from __future__ import annotations

import pytest

from exporter.merging.runs import Run
from tests.merging.copy.copies import BASE_STYLES, body, p, piece, r

RED = '<w:color w:val="FF0000"/>'
BOLD, NOT_BOLD, ITALIC = "<w:b/><w:bCs/>", '<w:b w:val="0"/>', "<w:i/><w:iCs/>"
QUIET = (
    '<w:style w:type="paragraph" w:styleId="Quiet"><w:name w:val="Quiet"/><w:basedOn w:val="BodyText"/>'
    "<w:rPr>{}</w:rPr></w:style>"
)
STYLE = '<w:style w:type="character" w:styleId="Own"><w:name w:val="Own"/><w:rPr>{}</w:rPr></w:style>'


def runs(*content: str, style: str = "BodyText", styles: str = BASE_STYLES) -> tuple[Run, ...]:
    (paragraph,) = body(p(*content, style=style), styles=styles).final.body
    return tuple(run for segment in paragraph.segments for run in segment.runs)


def run(properties: str, style: str = "BodyText") -> Run:
    (found,) = runs(r("words", properties), style=style)
    return found


def styled(name: str) -> str:
    return f'<w:rStyle w:val="{name}"/>'


@pytest.mark.parametrize(
    ("properties", "expected"),
    [
        ("", Run("words")),
        (BOLD, Run("words", bold=True)),
        (ITALIC, Run("words", italic=True)),
        ('<w:b w:val="false"/>', Run("words")),
        (styled("Strong"), Run("words", bold=True)),
        (styled("Emphasis"), Run("words", italic=True)),
        (styled("Strong") + ITALIC, Run("words", bold=True, italic=True)),
        (styled("HTMLCode"), Run("words", code=True)),
        (styled("HTMLCode") + BOLD, Run("words", bold=True, code=True)),
        ('<w:rFonts w:ascii="Courier New" w:hAnsi="Courier New"/>', Run("words", extra=("in the font Courier New",))),
        ('<w:rFonts w:hint="eastAsia"/>', Run("words")),
        ('<w:u w:val="single"/>', Run("words", extra=("underlined",))),
        (RED, Run("words", extra=("in the colour FF0000",))),
        ('<w:highlight w:val="yellow"/>', Run("words", extra=("highlighted yellow",))),
        ('<w:strike/><w:vertAlign w:val="superscript"/>', Run("words", extra=("struck through", "superscript"))),
        ('<w:sz w:val="40"/>', Run("words", extra=("in the size 20 pt",))),
        ("<w:smallCaps/>", Run("words", extra=("in small capitals",))),
        ("<w:vanish/>", Run("words", extra=("hidden",))),
        ('<w:shd w:val="clear" w:color="auto" w:fill="auto"/><w:kern w:val="2"/>', Run("words")),
        ('<w:lang w:val="fr-FR"/>', Run("words", lang="fr-FR")),
        ('<w:lang w:val="en-US"/>', Run("words")),
    ],
)
def test_the_format_of_words_in_a_plain_paragraph(properties: str, expected: Run) -> None:
    assert run(properties) == expected


@pytest.mark.parametrize(
    ("properties", "expected"),
    [
        ("", Run("words")),
        (BOLD, Run("words")),
        (styled("Strong") + BOLD, Run("words", bold=True)),
        (styled("Strong"), Run("words", bold=True)),
        (NOT_BOLD, Run("words", extra=("not bold",))),
    ],
)
def test_the_format_of_words_in_a_paragraph_that_is_bold_by_its_style(properties: str, expected: Run) -> None:
    assert run(properties, "TableHeading") == expected


def test_bold_of_words_from_right_to_left_is_that_of_complex_scripts() -> None:
    assert run("<w:bCs/><w:rtl/>").bold
    assert not run('<w:b/><w:bCs w:val="0"/><w:rtl/>').bold
    assert run('<w:b/><w:bCs w:val="0"/>').bold
    assert not run('<w:b/><w:bCs w:val="0"/><w:cs/>').bold


@pytest.mark.parametrize(
    ("name", "on", "off"),
    [
        ("strike", "struck through", "not struck through"),
        ("dstrike", "struck through twice", "not struck through twice"),
        ("caps", "in capitals", "not in capitals"),
        ("emboss", "embossed", "not embossed"),
        ("outline", "outlined", "not outlined"),
        ("vanish", "hidden", "not hidden"),
    ],
)
def test_what_a_style_gives_is_named_when_words_lack_it(name: str, on: str, off: str) -> None:
    sheet = BASE_STYLES.replace("</w:styles>", f"{QUIET.format(f'<w:{name}/>')}</w:styles>")
    assert run(f"<w:{name}/>").extra == (on,)
    found = runs(r("a", f'<w:{name} w:val="0"/>'), r("b", f"<w:{name}/>"), r("c"), style="Quiet", styles=sheet)
    assert [(each.text, each.extra) for each in found] == [("a", (off,)), ("bc", ())]


@pytest.mark.parametrize(
    ("properties", "extra"),
    [
        ('<w:bdr w:val="single"/>', ("framed",)),
        ('<w:bdr w:val="nil"/>', ()),
        ('<w:w w:val="150"/>', ("stretched to 150 %",)),
        ('<w:w w:val="100"/>', ()),
        ('<w:spacing w:val="40"/>', ("spaced",)),
        ('<w:position w:val="6"/>', ("raised or lowered",)),
        ('<w:shd w:val="clear" w:fill="ffff00"/>', ("on the colour FFFF00",)),
        ('<w:em w:val="dot"/>', ("with emphasis marks",)),
        ('<w:u w:val="none"/>', ()),
    ],
)
def test_other_looks_are_named(properties: str, extra: tuple[str, ...]) -> None:
    assert run(properties).extra == extra


def test_the_language_of_words_is_that_of_their_script() -> None:
    tags = '<w:lang w:val="fr-FR" w:eastAsia="ko-KR" w:bidi="he-IL"/>'
    found = runs(r("mot ", tags), r("항구 ", tags), r("נמל", f"<w:rtl/>{tags}"))
    assert [each.lang for each in found if each.text.strip()] == ["fr-FR", "ko-KR", "he-IL"]
    assert run('<w:rtl/><w:lang w:val="fr-FR"/>').lang == "fr-FR"


def test_our_own_character_styles_say_nothing_of_their_words() -> None:
    assert run(styled("Dateline")) == Run("words")


def test_a_character_style_of_somebody_else_is_what_it_looks_like() -> None:
    sheet = BASE_STYLES.replace("</w:styles>", STYLE.format("<w:i/><w:caps/>") + "</w:styles>")
    assert runs(r("words", styled("Own")), styles=sheet) == (Run("words", italic=True, extra=("in capitals",)),)


def test_a_link_is_underlined_and_coloured_without_saying_so() -> None:
    looks = f'{styled("Hyperlink")}<w:u w:val="single"/>{RED}'
    link = f'<w:hyperlink w:anchor="_pr_h2">{r("above", looks)}</w:hyperlink>'
    assert runs(r("See "), link) == (Run("See "), Run("above", link="#h2"))


def test_what_a_table_style_makes_bold_is_not_bold_by_itself() -> None:
    sheet = BASE_STYLES.replace(
        '<w:tblStylePr w:type="firstRow">',
        '<w:tblStylePr w:type="firstCol"><w:rPr><w:b/></w:rPr></w:tblStylePr><w:tblStylePr w:type="firstRow">',
    )
    look = '<w:tblPr><w:tblStyle w:val="ReleaseTable"/><w:tblLook w:firstColumn="1" w:firstRow="1"/></w:tblPr>'
    cells = "".join(f"<w:tc>{p(r(text, BOLD), style='TableText')}</w:tc>" for text in "ab")
    copy = body(f"<w:tbl>{look}<w:tr>{cells}</w:tr></w:tbl>", styles=sheet)
    assert [paragraph.segments[0].runs[0].bold for paragraph in copy.final.body] == [False, True]


def test_white_space_is_normal_and_has_the_formats_of_both_sides() -> None:
    found = runs(piece("p1", r("One  "), r(" two ", BOLD), r(" three", BOLD), "<w:r><w:tab/></w:r>", r("four")))
    assert found == (Run("One "), Run("two three", bold=True), Run(" four"))


def test_white_space_in_code_is_as_it_is() -> None:
    code = r("if  x:"), "<w:r><w:br/></w:r>", "<w:r><w:tab/></w:r>", r("y ")
    assert runs(piece("x1", *code), style="HTMLPreformatted") == (Run("if  x:\n\ty "),)
