"""Contrast: of the colour that holds, on the ground that holds."""

from __future__ import annotations

import pytest

from exporter.accessibility.colours import automatic, contrast, parsed
from exporter.accessibility.contrast import weak_contrast
from exporter.accessibility.document import Finding, read_document
from exporter.accessibility.vocabulary import words
from exporter.opc import open_package
from tests.accessibility.documents import DEFAULTS, FINE, HEADINGS, MODERN, paragraph, table, told, word_file
from tests.word_packages import NAMESPACES

GREY = '<w:color w:val="999999"/>'
GREY_ON_WHITE = "contrast: at “Tides”: the text hardly stands out: #999999 on #FFFFFF is 2.84:1, and 4.5:1 is needed"
THEME = (
    f"<a:theme {NAMESPACES}><a:themeElements><a:clrScheme><a:dk1><a:sysClr val='windowText' lastClr='000000'/></a:dk1>"
    "<a:lt1><a:srgbClr val='FFFFFF'/></a:lt1>"
    "<a:dk2><a:srgbClr val='1F497D'/></a:dk2><a:lt2><a:srgbClr val='EEECE1'/></a:lt2>"
    "<a:accent1><a:srgbClr val='4F81BD'/></a:accent1></a:clrScheme></a:themeElements></a:theme>"
)


def pair(said: list[str]) -> list[str]:
    """The two colours of each finding, `999999 FFFFFF`."""
    return [one.split("stands out: #")[1].split(" is ")[0].replace(" on #", " ") for one in said]


def shaded(fill: str, kind: str = "clear", ink: str = "auto") -> str:
    return f'<w:shd w:val="{kind}" w:color="{ink}" w:fill="{fill}"/>'


def style(name: str, run: str, kind: str = "paragraph", more: str = "", own: str = "") -> str:
    return f'<w:style w:type="{kind}" w:styleId="{name}"{more}>{own}<w:rPr>{run}</w:rPr></w:style>'


def test_the_ratio_is_that_of_wcag() -> None:
    black, white, grey = parsed("000000"), parsed("FFFFFF"), parsed("767676")
    assert black is not None
    assert white is not None
    assert grey is not None
    assert contrast(black, white) == 21
    assert round(contrast(grey, white), 2) == 4.54


def test_text_that_hardly_stands_out_is_told_with_its_colours() -> None:
    assert told(paragraph("Tides", GREY)) == [GREY_ON_WHITE]
    assert told(paragraph("Tides", '<w:color w:val="767676"/>')) == []


@pytest.mark.parametrize(
    ("size", "is_fine"),
    [
        ('<w:sz w:val="36"/>', True),
        ('<w:sz w:val="35"/>', False),
        ('<w:b/><w:sz w:val="28"/>', True),
        ('<w:b/><w:sz w:val="27"/>', False),
        ('<w:sz w:val="28"/>', False),
        ('<w:rtl/><w:sz w:val="20"/><w:szCs w:val="36"/>', True),
    ],
)
def test_large_text_may_be_weaker(size: str, is_fine: bool) -> None:
    assert (told(paragraph("Tides", '<w:color w:val="888888"/>' + size)) == []) is is_fine
    assert told(paragraph("Tides", '<w:color w:val="999999"/>' + size)) != []


def test_text_that_is_not_seen_does_not_count() -> None:
    assert told(paragraph("Tides", GREY + "<w:vanish/>")) == []
    assert told(FINE.replace("</w:p>", f"<w:r><w:rPr>{GREY}</w:rPr><w:t> </w:t></w:r></w:p>")) == []


def test_a_runs_own_colour_beats_its_character_style_and_that_its_paragraph_style_and_that_the_documents() -> None:
    defaults = DEFAULTS.replace("<w:lang", GREY.replace("9", "A") + "<w:lang")
    styles = style("P", GREY.replace("9", "B")) + style("C", GREY.replace("9", "C"), "character")
    based = '<w:style w:type="paragraph" w:styleId="Q"><w:basedOn w:val="P"/></w:style>'
    in_p, in_c = '<w:pStyle w:val="P"/>', '<w:rStyle w:val="C"/>'
    bodies = [
        paragraph("Tides"),
        paragraph("Tides", own=in_p),
        paragraph("Tides", own='<w:pStyle w:val="Q"/>'),
        paragraph("Tides", in_c, in_p),
        paragraph("Tides", in_c + GREY, in_p),
    ]
    found = [pair(told(body, defaults=defaults, styles=HEADINGS + styles + based)) for body in bodies]
    assert [ink.split()[0] for (ink,) in found] == ["AAAAAA", "BBBBBB", "BBBBBB", "CCCCCC", "999999"]


def test_a_style_that_is_based_on_itself_ends_somewhere() -> None:
    circle = '<w:style w:type="paragraph" w:styleId="P"><w:basedOn w:val="P"/></w:style>'
    assert told(paragraph("Tides", GREY, '<w:pStyle w:val="P"/>'), styles=circle) == [GREY_ON_WHITE]


def test_two_styles_that_make_bold_undo_each_other() -> None:
    styles = HEADINGS + style("P", "<w:b/>") + style("C", "<w:b/>", "character")
    large = '<w:color w:val="888888"/><w:sz w:val="28"/>'
    assert told(paragraph("Tides", large, '<w:pStyle w:val="P"/>'), styles=styles) == []
    assert pair(told(paragraph("Tides", '<w:rStyle w:val="C"/>' + large, '<w:pStyle w:val="P"/>'), styles=styles)) == [
        "888888 FFFFFF"
    ]


@pytest.mark.parametrize(
    ("color", "ink"),
    [
        ('w:val="000000" w:themeColor="accent1"', "4F81BD"),
        ('w:val="000000" w:themeColor="accent1" w:themeTint="99"', "95B3D7"),
        ('w:val="000000" w:themeColor="background1" w:themeShade="A6"', "A6A6A6"),
        ('w:val="000000" w:themeColor="background2"', "EEECE1"),
    ],
)
def test_colours_of_the_theme_are_taken_with_their_tint_and_shade(color: str, ink: str) -> None:
    assert pair(told(paragraph("Tides", f"<w:color {color}/>"), theme1=THEME)) == [f"{ink} FFFFFF"]


def test_a_theme_whose_places_are_exchanged_is_read_by_the_settings() -> None:
    mapping = '<w:clrSchemeMapping w:bg1="dark1" w:t1="light1" w:bg2="dark2" w:t2="light2"/>'
    said = told(
        paragraph("Tides", '<w:color w:val="000000" w:themeColor="text1"/>'), theme1=THEME, settings=MODERN + mapping
    )
    assert pair(said) == ["FFFFFF FFFFFF"]


@pytest.mark.parametrize(
    ("ground", "ink"),
    [("FFFFFF", "000000"), ("808080", "000000"), ("404040", "000000"), ("3E3E3E", "FFFFFF"), ("000080", "FFFFFF")],
)
def test_automatic_text_is_black_and_white_on_a_dark_ground(ground: str, ink: str) -> None:
    dark = parsed(ground)
    assert dark is not None
    assert automatic(dark) == parsed(ink)


def test_automatic_text_on_a_dark_ground_is_fine_and_on_a_middling_one_is_told() -> None:
    assert told(paragraph("Tides", own=shaded("000080"))) == []
    assert pair(told(paragraph("Tides", own=shaded("505050")))) == ["000000 505050"]


def test_the_ground_of_a_run_beats_that_of_its_paragraph() -> None:
    white, dark = '<w:color w:val="FFFFFF"/>', shaded("202020")
    assert told(paragraph("Tides", white, dark)) == []
    assert pair(told(paragraph("Tides", white + shaded("EEEEEE"), dark))) == ["FFFFFF EEEEEE"]
    assert pair(told(paragraph("Tides", white + '<w:highlight w:val="yellow"/>' + shaded("000000"), dark))) == [
        "FFFFFF FFFF00"
    ]
    assert told(paragraph("Tides", white + shaded("auto"), dark)) == []


def test_a_pattern_is_the_mixture_of_its_colours() -> None:
    assert pair(told(paragraph("Tides", GREY, shaded("FFFFFF", "pct50", "000000")))) == ["999999 808080"]
    assert pair(told(paragraph("Tides", GREY, shaded("FFFFFF", "pct50")))) == ["999999 808080"]
    assert pair(told(paragraph("Tides", GREY, shaded("auto", "pct50", "000000")))) == ["999999 808080"]
    assert told(paragraph("Tides", GREY, shaded("FFFFFF", "solid", "000000"))) == []


def test_a_style_gives_a_ground_too() -> None:
    own = f"<w:pPr>{shaded('777777')}</w:pPr>"
    styles = HEADINGS + style("P", "", own=own) + style("C", shaded("888888"), "character")
    assert pair(told(paragraph("Tides", GREY, '<w:pStyle w:val="P"/>'), styles=styles)) == ["999999 777777"]
    assert pair(told(paragraph("Tides", '<w:rStyle w:val="C"/>' + GREY), styles=styles)) == ["999999 888888"]


def test_a_cell_gives_a_ground_and_a_table_around_it() -> None:
    white = paragraph("Tides", '<w:color w:val="FFFFFF"/>')
    cell = f"<w:tcPr>{shaded('202020')}</w:tcPr>{white}"
    assert told(table(("Harbour",), (cell,))) == []
    assert told(table((white,), own=shaded("202020"))) == []
    assert pair(told(table(("Harbour",), (white,)))) == ["FFFFFF FFFFFF"]


def tabled(kind: str, fill: str, ink: str) -> str:
    run = f'<w:rPr><w:color w:val="{ink}"/></w:rPr>'
    return f'<w:tblStylePr w:type="{kind}">{run}<w:tcPr>{shaded(fill)}</w:tcPr></w:tblStylePr>'


@pytest.mark.parametrize(
    ("kind", "look", "cells"),
    [
        ("firstRow", 'w:firstRow="1"', "ABC"),
        ("lastRow", 'w:firstRow="1" w:lastRow="1"', "GHI"),
        ("firstCol", 'w:firstRow="1" w:firstColumn="1"', "ADG"),
        ("lastCol", 'w:firstRow="1" w:lastColumn="1"', "CFI"),
        ("nwCell", 'w:firstRow="1" w:firstColumn="1"', "A"),
        ("band1Horz", 'w:firstRow="1"', "DEF"),
        ("band2Vert", 'w:firstRow="1"', "BEH"),
        ("band1Horz", 'w:firstRow="1" w:noHBand="1"', ""),
        ("lastRow", 'w:firstRow="1"', ""),
    ],
)
def test_a_tables_style_tells_apart_rows_columns_bands_and_corners(kind: str, look: str, cells: str) -> None:
    styles = f'<w:style w:type="table" w:styleId="T">{tabled(kind, "777777", "999999")}</w:style>'
    grid = table(tuple("ABC"), tuple("DEF"), tuple("GHI"), own='<w:tblStyle w:val="T"/>', look=look)
    found = check_document(word_file(grid, styles=HEADINGS + styles))
    assert "".join(words(finding.element) for finding in found if finding.element is not None) == cells


def check_document(data: bytes) -> list[Finding]:
    package = open_package("a.docx", data).value
    assert package is not None
    return list(weak_contrast(read_document(package)))


def test_the_page_has_a_ground_where_the_settings_show_it() -> None:
    page, body = '<w:background w:color="202020"/>', paragraph("Tides", GREY)
    assert told(body, before=page, settings=MODERN + "<w:displayBackgroundShape/>") == []
    assert told(body, before=page) == [GREY_ON_WHITE]


@pytest.mark.parametrize(
    ("fill", "pairs"),
    [
        ('<a:solidFill><a:srgbClr val="202020"/></a:solidFill>', []),
        ('<a:solidFill><a:schemeClr val="tx2"/></a:solidFill>', ["999999 1F497D"]),
        ("<a:noFill/>", ["999999 FFFFFF"]),
    ],
)
def test_the_filling_of_a_text_box_is_the_ground_of_its_text(fill: str, pairs: list[str]) -> None:
    box = f"<wps:txbx><w:txbxContent>{paragraph('Tides', GREY)}</w:txbxContent></wps:txbx>"
    body = f"<w:p><w:r><w:drawing><wps:wsp><wps:spPr>{fill}</wps:spPr>{box}</wps:wsp></w:drawing></w:r></w:p>"
    assert pair([one for one in told(body, theme1=THEME) if one.startswith("contrast")]) == pairs


@pytest.mark.parametrize(("fill", "count"), [('fillcolor="#202020 [3]"', 0), ("", 1)])
def test_the_filling_of_an_older_text_box_is_so_too(fill: str, count: int) -> None:
    box = f"<v:textbox><w:txbxContent>{paragraph('Tides', GREY)}</w:txbxContent></v:textbox>"
    said = told(f"<w:p><w:r><w:pict><v:shape {fill}>{box}</v:shape></w:pict></w:r></w:p>")
    assert len([one for one in said if one.startswith("contrast")]) == count
