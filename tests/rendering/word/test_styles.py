"""The named styles: complete, without leftovers, in the brand's fonts and colours."""

from __future__ import annotations

import re

from msgspec.structs import replace

from exporter.brand import FontFamily
from exporter.rendering.word.numbering import CONTINUED, OF_STYLES, indent_of
from exporter.rendering.word.page import TEXT_WIDTH
from exporter.rendering.word.roles import ROLES
from exporter.rendering.word.theme import SLOTS
from tests import samples
from tests.rendering.word import releases
from tests.rendering.word.word_jobs import A, Docx, Element, W, composed, made


def everything() -> Docx:
    return made(composed(samples.everything()))


def test_every_role_has_its_style_and_every_style_its_role() -> None:
    styles = everything().styles().values()
    names = {name.get(W + "val", "") for style in styles for name in style.iterfind(W + "name")}
    defaults = {"Normal", "Default Paragraph Font", "Normal Table", "No List"}
    assert names == set(ROLES.values()) | defaults


def test_no_style_is_only_latent() -> None:
    latent = everything().parts["word/styles.xml"].find(W + "latentStyles")
    assert latent is not None
    assert len(latent) == 0


def slots(file: Docx) -> dict[str, str]:
    """The theme's colours by their slot."""
    return {name_of(slot): slot[0].get("val", "") for slot in next(file.parts["word/theme.xml"].iter(A + "clrScheme"))}


def name_of(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]


def test_the_theme_holds_the_brands_colours_and_fonts() -> None:
    file = everything()
    assert slots(file) == {
        "dk1": "1B1F24",
        "lt1": "FFFFFF",
        "dk2": "5B6470",
        "lt2": "EEF2F8",
        "accent1": "0B3D91",
        "accent2": "8A1C2B",
        "accent3": "C9D1DC",
        "accent4": "5B6470",
        "accent5": "0B3D91",
        "accent6": "FFFFFF",
        "hlink": "0B3D91",
        "folHlink": "0B3D91",
    }
    places = next(file.parts["word/theme.xml"].iter(A + "fontScheme"))
    assert {name_of(place): [font.get("typeface") for font in place] for place in places} == {
        "majorFont": ["Source Sans 3", "Yu Gothic", "Arial"],
        "minorFont": ["EB Garamond", "Yu Mincho", "Times New Roman"],
    }


def test_beside_every_reference_to_the_theme_stands_its_value() -> None:
    file = everything()
    colors, fonts, found = slots(file), {"majorHAnsi": "Source Sans 3", "minorHAnsi": "EB Garamond"}, 0
    for element in (*file.parts["word/styles.xml"].iter(), *file.parts["word/numbering.xml"].iter()):
        own = "val" if element.tag == W + "color" else "color"
        for reference, value in (("themeColor", own), ("themeFill", "fill")):
            if slot := element.get(W + reference):
                found += 1
                assert element.get(W + value) == colors[SLOTS.get(slot, slot)]
        if place := element.get(W + "asciiTheme"):
            assert element.get(W + "ascii") == element.get(W + "hAnsi") == fonts[place]
    assert found > 50


def test_no_colour_stands_in_the_base_by_its_value() -> None:
    for element in everything().parts["word/styles.xml"].iter():
        colors = [element.get(W + name) for name in ("color", "fill")]
        if any(color and color != "auto" for color in colors):
            assert element.get(W + "themeColor") or element.get(W + "themeFill"), dict(element.items())


def test_code_is_in_the_brands_monospaced_family() -> None:
    styles = everything().styles()
    for name in ("HTMLPreformatted", "HTMLCode"):
        fonts = styles[name].find(f"{W}rPr/{W}rFonts")
        assert fonts is not None
        assert {fonts.get(W + kind) for kind in ("ascii", "hAnsi", "cs")} == {"Ubuntu"}


def test_the_font_table_says_what_is_like_a_family_that_is_not_installed() -> None:
    fonts = {font.get(W + "name"): font for font in everything().parts["word/fontTable.xml"]}
    like = {name: alt.get(W + "val") for name, font in fonts.items() for alt in font.iterfind(W + "altName")}
    assert like == {"EB Garamond": "Georgia", "Source Sans 3": "Arial", "Ubuntu": "Consolas"}


def test_another_script_chooses_its_own_families() -> None:
    brand = samples.brand()
    sans = replace(brand, typography=replace(brand.typography, base=FontFamily("Lato")))
    file = made(composed(samples.everything(lang="ko"), sans))
    fonts = file.parts["word/styles.xml"].find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}rFonts")
    assert fonts is not None
    assert (fonts.get(W + "ascii"), fonts.get(W + "eastAsia")) == ("Lato", "Malgun Gothic")


def test_a_document_from_right_to_left_is_so_by_its_styles() -> None:
    file = made(composed(releases.arabic()))
    normal = file.styles()["Normal"].find(f"{W}pPr/{W}bidi")
    assert normal is not None
    assert [name_of(border) for border in next(file.styles()["Quote"].iter(W + "pBdr"))] == ["right"]
    assert list(file.parts["word/styles.xml"].findall(f".//{W}rPr/{W}spacing")) == []
    section = file.body.find(f"{W}sectPr/{W}bidi")
    assert section is not None
    assert all(table.find(f"{W}tblPr/{W}bidiVisual") is not None for table in file.body.iter(W + "tbl"))


def test_an_island_of_the_other_direction_says_so_itself() -> None:
    file = made(composed(releases.arabic()))
    (french,) = [p for p in file.body.iter(W + "p") if "Tous les ports" in "".join(map(str, p.itertext()))]
    bidi = french.find(f"{W}pPr/{W}bidi")
    assert bidi is not None
    assert bidi.get(W + "val") == "0"


def test_the_lists_indents_are_what_the_writer_reckons_with() -> None:
    numbering = everything().parts["word/numbering.xml"]
    abstract = {num.get(W + "numId"): num[0].get(W + "val") for num in numbering.iter(W + "num")}
    for (_, boxed), number in (*OF_STYLES.items(), ((True, True), CONTINUED)):
        (found,) = (
            one for one in numbering.iter(W + "abstractNum") if one.get(W + "abstractNumId") == abstract[str(number)]
        )
        for level in found.iter(W + "lvl"):
            indent = level.find(f"{W}pPr/{W}ind")
            assert indent is not None
            expected = indent_of(int(level.get(W + "ilvl", "0")), boxed=boxed)
            assert (int(indent.get(W + "left", "0")), int(indent.get(W + "hanging", "0"))) == expected


def test_the_tab_stops_at_the_right_stand_at_the_texts_edge() -> None:
    stops = {tab.get(W + "pos") for tab in everything().parts["word/styles.xml"].iter(W + "tab")}
    assert stops == {str(TEXT_WIDTH)}


def test_every_style_has_a_name_that_word_or_we_have_given_it() -> None:
    for style in everything().styles().values():
        name = style.find(W + "name")
        assert name is not None
        assert re.fullmatch(r"[A-Za-z][A-Za-z 0-9]+", name.get(W + "val", ""))


def test_what_stands_in_a_box_takes_the_boxes_ground_and_leaves_the_style_its_own() -> None:
    file = made(composed(releases.nested()))
    grounded = [p for p in file.body.iter(W + "p") if p.find(f"{W}pPr/{W}shd") is not None]
    assert ["".join(map(str, p.itertext())) for p in grounded] == ["A heading in a box", "code in a box"]
    assert file.styles()["TakeawaysText"].find(f"{W}pPr/{W}shd") is not None
    assert file.styles()["CalloutText"].find(f"{W}pPr/{W}pBdr") is not None


def test_a_phone_number_keeps_its_order_on_a_page_from_right_to_left() -> None:
    file = made(composed(releases.arabic()))
    (number,) = [run for run in file.body.iter(W + "r") if "+1 555 0100" in "".join(map(str, run.itertext()))]
    assert number.find(f"{W}rPr/{W}rtl") is None
    assert "\u200e" in "".join(map(str, file.body.itertext())).partition("+1 555 0100")[0][-1:]
