"""The brand file: every form of brand.yml and of Quarto, our own keys, and every mistake at its line."""

from __future__ import annotations

import shutil
from pathlib import Path, PurePosixPath

import pytest

from exporter import model as m
from exporter.brand import Brand, FontFamily, FontFile, Institution, Palette
from exporter.diagnostics import Result
from exporter.reading.brand_file import read_brand
from exporter.reading.colors import contrast
from exporter.terminal import draw
from tests.samples import FONTS, family, picture

LIGHT = picture("light.png", "#0b3d91", 480, 96).data
DARK = picture("dark.png", "#8fb4ff", 480, 96).data


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty project, in which the command is run."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def read(text: str) -> Result[Brand]:
    path = Path.cwd() / "_brand.yml"
    path.write_text(text, encoding="utf-8")
    return read_brand(path, Path.cwd())


def brand(text: str) -> Brand:
    result = read(text)
    assert result.value is not None, [draw(one, colour=False) for one in result.diagnostics]
    return result.value


def told(text: str) -> list[str]:
    return [draw(diagnostic, colour=False) for diagnostic in read(text).diagnostics]


def put(name: str, data: bytes) -> Path:
    path = Path.cwd() / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


# --- no file, and the whole of one -----------------------------------------------------------------------------------------


def test_without_a_brand_file_there_is_a_brand_all_the_same() -> None:
    result = read_brand(None, Path.cwd())
    assert result == Result(
        Brand(
            institution=Institution(),
            light=Palette(
                background="#ffffff",
                foreground="#1c2430",
                primary="#12436b",
                secondary="#9a3b26",
                link="#12436b",
                muted="#646971",
                tint="#eef2f5",
                rule="#d2d3d6",
                on_primary="#ffffff",
            ),
            dark=Palette(
                background="#14181e",
                foreground="#e9ecf0",
                primary="#4a9de1",
                secondary="#db806c",
                link="#4a9de1",
                muted="#898d92",
                tint="#18212c",
                rule="#3f4248",
                on_primary="#14181e",
            ),
            typography=brand("").typography,
        )
    )


def test_the_fonts_of_a_brand_without_any_come_with_pressroom() -> None:
    found = brand("").typography
    assert [(one.name, one.generic, len(one.files)) for one in (found.base, found.headings, found.monospace)] == [
        ("EB Garamond", "serif", 4),
        ("Source Sans 3", "sans", 4),
        ("IBM Plex Mono", "mono", 4),
    ]


def test_the_institution_is_made_of_meta_and_of_our_own_keys() -> None:
    text = (
        "meta:\n  name: {full: Harbour Institute, short: HI}\n"
        "  link: {home: https://harbour.example/, github: x}\n  founded: 1952\n"
        "defaults:\n  pressroom:\n    tagline: Research for open coasts\n    sender: press@harbour.example\n"
        "    address: [12 Quay Street, Port Alder 40123]\n"
    )
    assert (brand(text).institution, told(text)) == (
        Institution(
            "Harbour Institute",
            "Research for open coasts",
            "https://harbour.example/",
            ("12 Quay Street", "Port Alder 40123"),
            "press@harbour.example",
        ),
        [],
    )


@pytest.mark.parametrize(
    ("meta", "name", "website"),
    [
        ("{name: Harbour, link: https://harbour.example}", "Harbour", "https://harbour.example"),
        ("{name: {short: HI}}", "HI", ""),
        ("{link: {github: https://code.example}}", "", ""),
        ("{}", "", ""),
    ],
)
def test_a_name_and_a_link_may_be_texts_or_groups(meta: str, name: str, website: str) -> None:
    found = brand(f"meta: {meta}").institution
    assert (found.name, found.website) == (name, website)


def test_an_address_may_be_a_text_of_several_lines() -> None:
    assert brand('defaults: {pressroom: {address: "A\\n  B\\n\\nC"}}').institution.address == ("A", "B", "C")


def test_boilerplates_are_texts_by_name_and_defaults_may_name_them() -> None:
    text = (
        "defaults:\n  pressroom:\n    front-matter: {boilerplate: two, lang: fr, contact: {name: Bureau}}\n"
        "    boilerplates:\n      one: We study ports.\n      two:\n        title: About us\n        text: |\n"
        "          Ports\n          and towns.\n\n          And people.\n"
    )
    found = brand(text)
    assert found.boilerplates == (
        ("one", m.Boilerplate("We study ports.", "", "one")),
        ("two", m.Boilerplate("Ports and towns.\n\nAnd people.", "About us", "two")),
    )
    assert dict(found.defaults) == {
        "boilerplate": found.boilerplate("two"),
        "lang": "fr",
        "contact": (m.Contact("Bureau"),),
    }


def test_a_house_template_for_word_can_be_named() -> None:
    assert brand("defaults: {pressroom: {word: {template: templates/house.dotx}}}").word_template == "templates/house.dotx"


def test_what_other_tools_keep_under_defaults_is_left_alone() -> None:
    assert told("defaults:\n  bootstrap: {anything: [1, {a: b}]}\n  quarto: {format: {html: {}}}\n  shiny: x\n") == []


# --- colours ---------------------------------------------------------------------------------------------------------------


def colors(text: str) -> Palette:
    return brand("color:\n" + text).light


def test_colours_are_named_in_the_palette_and_by_each_other() -> None:
    found = colors(
        "  palette: {ink: '#123', blue: harbour, harbour: 'rgb(0 0 128)'}\n"
        "  foreground: ink\n  primary: blue\n  link: primary\n"
    )
    assert (found.foreground, found.primary, found.link) == ("#112233", "#000080", "#000080")


def test_a_colour_of_the_palette_goes_before_one_of_css_and_a_role_before_both() -> None:
    found = colors("  palette: {navy: '#101010', danger: '#202020'}\n  danger: '#303030'\n  primary: navy\n  link: danger\n")
    assert (found.primary, found.link) == ("#101010", "#303030")


def test_a_role_may_be_named_like_the_colour_that_it_takes() -> None:
    assert (
        colors("  palette: {primary: '#101010', black: black}\n  primary: primary\n  foreground: black\n").primary
        == "#101010"
    )


def test_a_colour_that_is_derived_from_a_faint_one_is_legible() -> None:
    found = colors("  primary: '#ffcc00'\n")
    assert (found.primary, found.secondary, found.link, found.on_primary) == ("#ffcc00", "#8c7000", "#8c7000", "#000000")


def test_what_is_translucent_is_taken_on_the_background() -> None:
    found = colors("  background: '#eeeeee'\n  foreground: '#000000cc'\n")
    assert (found.background, found.foreground) == ("#eeeeee", "#303030")


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("color: {primary: '#000080'}", "#000080"),
        ("color: {primary: '#000080', palette: {sea: '#004040'}}\ntypography: {link: {color: sea}}", "#004040"),
        ("color: {link: '#400040'}\ntypography: {link: {color: '#004040'}}", "#400040"),
    ],
)
def test_the_colour_of_links_is_looked_for_in_both_places(text: str, link: str) -> None:
    assert brand(text).light.link == link


def test_light_and_dark_forms_fill_their_schemes_and_the_rest_is_derived() -> None:
    found = brand(
        "color:\n  palette: {sea: {light: '#004060', dark: '#60c0ff'}}\n  primary: sea\n"
        "  background: {light: '#ffffff', dark: '#101020'}\n  foreground: {dark: '#f0f0f0'}\n  link: '#004060'\n"
    )
    assert (found.light.primary, found.light.background, found.light.foreground) == ("#004060", "#ffffff", "#1c2430")
    assert (found.dark.primary, found.dark.background, found.dark.foreground) == ("#60c0ff", "#101020", "#f0f0f0")
    assert found.dark.link == "#009ae7"


def test_a_brand_that_is_dark_by_day_stays_so_by_night() -> None:
    found = brand("color: {background: '#101418', foreground: '#f0f0f0', primary: '#80c0ff'}")
    assert found.dark == found.light
    assert brand("color: {background: black}").light.foreground == "#e9ecf0"


def test_our_own_colours_can_be_given() -> None:
    found = brand(
        "color: {palette: {mist: '#e0e8f0'}}\n"
        "defaults: {pressroom: {colors: {muted: '#505050', tint: mist,"
        " rule: {light: '#808080', dark: '#707070'}, on-primary: '#fefefe'}}}"
    )
    assert (found.light.muted, found.light.tint, found.light.rule, found.light.on_primary) == (
        "#505050",
        "#e0e8f0",
        "#808080",
        "#fefefe",
    )
    assert found.dark.rule == "#707070"


@pytest.mark.parametrize("primary", ["#12436b", "#ffcc00", "#ff0000", "#ffffff", "#000000", "#808080"])
@pytest.mark.parametrize("background", ["#ffffff", "#fdf6e3", "#000000", "#123456"])
def test_every_derived_colour_is_legible(primary: str, background: str) -> None:
    found = brand(f"color: {{primary: '{primary}', background: '{background}'}}")
    for scheme in (found.light, found.dark):
        inks = ((scheme.foreground, scheme.background), (scheme.link, scheme.background), (scheme.muted, scheme.background))
        grounds = ((scheme.foreground, scheme.tint), (scheme.link, scheme.tint), (scheme.on_primary, scheme.primary))
        assert [pair for pair in (*inks, *grounds, (scheme.muted, scheme.tint)) if contrast(*pair) < 4.5] == []


# --- fonts -----------------------------------------------------------------------------------------------------------------


def fonts(text: str) -> list[tuple[str, str, list[str]]]:
    found = brand("typography:\n" + text).typography
    return [(one.name, one.generic, [file.path.name for file in one.files]) for one in (found.base, found.headings)]


def names(stem: str) -> list[str]:
    return [f"{stem}-{face}.ttf" for face in ("Regular", "Italic", "Bold", "BoldItalic")]


@pytest.mark.parametrize(
    "text",
    [
        "  base: Lato\n  headings: EB Garamond\n",
        "  base: {family: Lato, size: 11pt, line-height: 1.4}\n  headings: {family: EB  Garamond, color: '#333'}\n",
        "  fonts: [Lato, {family: EB Garamond, source: google, weight: [400, 700], display: swap}]\n"
        "  base: Lato\n  headings: EB Garamond\n",
        "  fonts:\n    - {family: Lato, source: bunny}\n    - {family: EB Garamond, source: system}\n"
        "  base: Lato\n  headings: EB Garamond\n",
    ],
)
def test_families_are_named_as_texts_or_in_groups_and_found_in_packages(text: str) -> None:
    assert fonts(text) == [("Lato", "sans", names("Lato")), ("EB Garamond", "serif", names("EBGaramond"))]
    assert told("typography:\n" + text) == []


def test_headings_without_a_family_take_that_of_the_base() -> None:
    assert fonts("  base: Lato\n") == [("Lato", "sans", names("Lato"))] * 2


def test_files_of_the_project_are_used_with_their_own_weight_and_style_or_with_those_given() -> None:
    for face in ("Regular", "BoldItalic"):
        put(f"fonts/Harbour-{face}.ttf", (FONTS / "Lato" / f"Lato-{face}.ttf").read_bytes())
    found = brand(
        "typography:\n  base: Harbour\n  fonts:\n    - family: Harbour\n      source: file\n      files:\n"
        "        - fonts/Harbour-Regular.ttf\n        - fonts/Harbour-BoldItalic.ttf\n"
        "        - {path: fonts/Harbour-Regular.ttf, weight: semi-bold, style: oblique}\n"
        "        - {path: fonts/Harbour-Regular.ttf, weight: 900}\n"
    )
    regular, slanted = Path.cwd() / "fonts/Harbour-Regular.ttf", Path.cwd() / "fonts/Harbour-BoldItalic.ttf"
    assert found.typography.base == FontFamily(
        "Harbour",
        (
            FontFile(regular, 400, "normal"),
            FontFile(slanted, 700, "italic"),
            FontFile(regular, 600, "italic"),
            FontFile(regular, 900, "normal"),
        ),
        "sans",
    )


def test_another_family_stands_in_for_one_that_cannot_be_had() -> None:
    text = "typography:\n  base: Times New Roman\n  headings: Times New Roman\n"
    assert brand(text).typography.base == FontFamily(
        "Times New Roman", family("", "EB Garamond", "EBGaramond").files, "serif"
    )
    assert told(text) == [
        "_brand.yml:2:9: warning: brand.font-missing: the font “Times New Roman” can't be had here;"
        " in the PDF “EB Garamond” stands in for it\n"
        "  2 |   base: Times New Roman\n"
        "    |         ^^^^^^^^^^^^^^^\n"
        "  hint: Put its .ttf files into the project and name them under “fonts”, with “source: file”."
    ]


def test_a_family_whose_files_cannot_be_used_is_taken_from_a_package_where_there_is_one() -> None:
    shutil.copy(FONTS / "XCharter" / "XCharter-Regular.otf", "Lato.otf")
    text = "typography:\n  fonts: [{family: Lato, source: file, files: [Lato.otf]}]\n  base: Lato\n"
    assert [one.code for one in read(text).diagnostics] == ["brand.font-format"]
    assert brand(text).typography.base.files == family("", "Lato", "Lato").files


# --- the logo --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("logo", "paths", "alt"),
    [
        ("light.png", ("light.png", None), "Harbour"),
        ("{path: light.png, alt: An anchor}", ("light.png", None), "An anchor"),
        ("{small: dark.png, medium: light.png}", ("light.png", None), "Harbour"),
        ("{large: light.png}", ("light.png", None), "Harbour"),
        ("{medium: {light: light.png, dark: dark.png}}", ("light.png", "dark.png"), "Harbour"),
        ("{light: light.png, dark: dark.png}", ("light.png", "dark.png"), "Harbour"),
        ("{medium: {dark: dark.png}}", ("dark.png", None), "Harbour"),
        (
            "{images: {mark: {path: light.png, alt: An anchor}, other: dark.png}, medium: {light: mark, dark: other}}",
            ("light.png", "dark.png"),
            "An anchor",
        ),
    ],
)
def test_the_logo_in_all_its_forms(logo: str, paths: tuple[str, str | None], alt: str) -> None:
    put("light.png", LIGHT)
    put("dark.png", DARK)
    found = brand(f"meta: {{name: Harbour}}\nlogo: {logo}").logo
    assert found is not None
    assert (found.light.path, found.dark and found.dark.path, found.alt) == (
        PurePosixPath(paths[0]),
        PurePosixPath(paths[1]) if paths[1] else None,
        alt,
    )
    assert found.light.data == (LIGHT if paths[0] == "light.png" else DARK)


# --- mistakes --------------------------------------------------------------------------------------------------------------

MISTAKES = {
    "colour: {}": (
        "_brand.yml:1:1: warning: brand.unknown-key: there is no key “colour”",
        "  1 | colour: {}",
        "    | ^^^^^^",
        "  hint: Did you mean “color”?",
    ),
    "color: blue": (
        "_brand.yml:1:8: brand.wrong-type: “color” is text, where a group of keys is expected",
        "  1 | color: blue",
        "    |        ^^^^",
    ),
    "typography:": (
        "_brand.yml:1:1: warning: brand.empty: “typography” has no keys",
        "  1 | typography:",
        "    | ^^^^^^^^^^",
        "  hint: Give it keys or delete it.",
    ),
    "color:\n  primay: '#123456'": (
        "_brand.yml:2:3: warning: brand.unknown-key: there is no key “primay” in “color”",
        "  2 |   primay: '#123456'",
        "    |   ^^^^^^",
        "  hint: Did you mean “primary”?",
    ),
    "color:\n  primary: nocolour": (
        "_brand.yml:2:12: brand.color: “nocolour” is no colour, and no colour of that name is given",
        "  2 |   primary: nocolour",
        "    |            ^^^^^^^^",
        "  hint: Write #12436b, rgb(18 67 107), hsl(207 71% 25%), a CSS name, or a name from color.palette.",
    ),
    "color: {palette: {harbour: '#123456'}, primary: habour}": (
        "_brand.yml:1:49: brand.color: “habour” is no colour, and no colour of that name is given",
        "  1 | color: {palette: {harbour: '#123456'}, primary: habour}",
        "    |                                                 ^^^^^^",
        "  hint: Did you mean “harbour”?",
    ),
    "color:\n  primary: #12436b": (
        "_brand.yml:2:3: brand.color: a colour is expected here",
        "  2 |   primary: #12436b",
        "    |   ^^^^^^^",
        "  hint: Put the colour in quotes: after a space, “#” begins a comment.",
    ),
    "color: {palette: {a: b, b: c, c: a}, primary: a}": (
        "_brand.yml:1:34: brand.color-cycle: these colours name each other in a circle: a → b → c → a",
        "  1 | color: {palette: {a: b, b: c, c: a}, primary: a}",
        "    |                                  ^",
    ),
    "color: {primary: {light: '#123456', night: red}}": (
        "_brand.yml:1:37: brand.color: a colour has “light” and “dark”, and no “night”",
        "  1 | color: {primary: {light: '#123456', night: red}}",
        "    |                                     ^^^^^",
    ),
    "color: {success: [1]}": (
        "_brand.yml:1:18: brand.color: a colour is expected here",
        "  1 | color: {success: [1]}",
        "    |                  ^^^",
        "  hint: Write #12436b, rgb(18 67 107), hsl(207 71% 25%), a CSS name, or a name from color.palette.",
    ),
    "color:\n  background: '#fafafa'\n  foreground: '#999999'": (
        "_brand.yml:3:15: warning: brand.contrast: “foreground” #999999 on “background” #fafafa has a contrast of 2.72:1,"
        " and text needs 4.5:1",
        "  3 |   foreground: '#999999'",
        "    |               ^^^^^^^^^",
        "  hint: #737373 would be enough. “background” stands in line 2.",
    ),
    "color: {primary: '#12436b'}\ndefaults: {pressroom: {colors: {on-primary: '#777777'}}}": (
        "_brand.yml:2:45: warning: brand.contrast: “on-primary” #777777 on “primary” #12436b has a contrast of 2.29:1,"
        " and text needs 4.5:1",
        "  2 | defaults: {pressroom: {colors: {on-primary: '#777777'}}}",
        "    |                                             ^^^^^^^^^",
        "  hint: #adadad would be enough. “primary” stands in line 1.",
    ),
    "color: {foreground: {dark: '#333333'}}": (
        "_brand.yml:1:28: warning: brand.contrast: “foreground” #333333 on “background” #14181e has a contrast of 1.4:1"
        " in the dark scheme, and text needs 4.5:1",
        "  1 | color: {foreground: {dark: '#333333'}}",
        "    |                            ^^^^^^^^^",
        "  hint: #808080 would be enough.",
    ),
    "typography: {base: [Lato]}": (
        "_brand.yml:1:20: brand.wrong-type: the name of a font family is expected here",
        "  1 | typography: {base: [Lato]}",
        "    |                    ^^^^^^",
    ),
    "typography: {fonts: Lato}": (
        "_brand.yml:1:21: brand.wrong-type: “fonts” is text, where a list is expected",
        "  1 | typography: {fonts: Lato}",
        "    |                     ^^^^",
    ),
    "typography: {fonts: [{family: Lato, source: goggle}]}": (
        "_brand.yml:1:45: brand.font-source: “goggle” is no source of fonts",
        "  1 | typography: {fonts: [{family: Lato, source: goggle}]}",
        "    |                                             ^^^^^^",
        "  hint: Did you mean “google”?",
    ),
    "typography: {fonts: [{family: Lato, source: file}]}": (
        "_brand.yml:1:45: brand.font-source: the source is “file”, and no “files” are named",
        "  1 | typography: {fonts: [{family: Lato, source: file}]}",
        "    |                                             ^^^^",
        "  hint: Name them: files: [fonts/Harbour-Regular.ttf, fonts/Harbour-Bold.ttf]",
    ),
    "typography: {fonts: [{family: Lato, files: [a.ttf]}], base: Lato}": (
        "_brand.yml:1:45: brand.font-file: there is no file “a.ttf”",
        "  1 | typography: {fonts: [{family: Lato, files: [a.ttf]}], base: Lato}",
        "    |                                             ^^^^^",
    ),
    "typography: {fonts: [{family: Lato, files: [../a.ttf]}], base: Lato}": (
        "_brand.yml:1:45: brand.font-file: “../a.ttf” leads out of the project",
        "  1 | typography: {fonts: [{family: Lato, files: [../a.ttf]}], base: Lato}",
        "    |                                             ^^^^^^^^",
        "  hint: Copy it into the project.",
    ),
    "typography: {fonts: [{family: Lato, files: ['https://f.example/a.ttf']}], base: Lato}": (
        "_brand.yml:1:45: warning: brand.font-remote: fonts are taken from the project only",
        "  1 | typography: {fonts: [{family: Lato, files: ['https://f.example/a.ttf']}], base: Lato}",
        "    |                                             ^^^^^^^^^^^^^^^^^^^^^^^^^",
        "  hint: Download it into the project, for example into fonts/, and name it by its path there.",
    ),
    "typography: {base: {famly: Lato}}": (
        "_brand.yml:1:21: warning: brand.unknown-key: there is no key “famly” in “base”",
        "  1 | typography: {base: {famly: Lato}}",
        "    |                     ^^^^^",
        "  hint: Did you mean “family”?",
    ),
    "meta: {name: [A]}": (
        "_brand.yml:1:14: brand.wrong-type: the name of the brand is expected here",
        "  1 | meta: {name: [A]}",
        "    |              ^^^",
    ),
    "meta: {link: harbour.example}": (
        "_brand.yml:1:14: brand.url: “harbour.example” is no web address",
        "  1 | meta: {link: harbour.example}",
        "    |              ^^^^^^^^^^^^^^^",
        "  hint: Write a whole address that begins with https:// or http://.",
    ),
    "logo: images/logo.png": (
        "_brand.yml:1:7: image.missing: there is no file “images/logo.png”",
        "  1 | logo: images/logo.png",
        "    |       ^^^^^^^^^^^^^^^",
        "  hint: There is no folder “images” there.",
    ),
    "logo: {medium: https://harbour.example/logo.png}": (
        "_brand.yml:1:16: warning: image.remote: pictures are taken from the project only",
        "  1 | logo: {medium: https://harbour.example/logo.png}",
        "    |                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        "  hint: Download it into the project, for example into content/images/, and name it by its path there.",
    ),
    "logo: {images: {mark: a.png}}": (
        "_brand.yml:1:7: warning: brand.logo: the logo has no size “medium”, “large” or “small”",
        "  1 | logo: {images: {mark: a.png}}",
        "    |       ^^^^^^^^^^^^^^^^^^^^^^^",
        "  hint: Write which one is the logo: medium: …",
    ),
    "defaults: {pressroom: {boilerplate: x}}": (
        "_brand.yml:1:24: brand.unknown-key: there is no key “boilerplate” in “pressroom”",
        "  1 | defaults: {pressroom: {boilerplate: x}}",
        "    |                        ^^^^^^^^^^^",
        "  hint: Did you mean “boilerplates”?",
    ),
    "defaults: {pressroom: {boilerplates: {a: {titel: x, text: y}}}}": (
        "_brand.yml:1:43: brand.unknown-key: there is no key “titel” in “a”",
        "  1 | defaults: {pressroom: {boilerplates: {a: {titel: x, text: y}}}}",
        "    |                                           ^^^^^",
        "  hint: Did you mean “title”?",
    ),
    "defaults: {pressroom: {sender: Press}}": (
        "_brand.yml:1:32: brand.email: “Press” is no email address",
        "  1 | defaults: {pressroom: {sender: Press}}",
        "    |                                ^^^^^",
        "  hint: Write it as name@example.org, without a name before it.",
    ),
    "defaults: {pressroom: {front-matter: {lang: english}}}": (
        "_brand.yml:1:45: brand.language: “english” is no language tag",
        "  1 | defaults: {pressroom: {front-matter: {lang: english}}}",
        "    |                                             ^^^^^^^",
        "  hint: Did you mean “en”?",
    ),
    "defaults: {pressroom: {front-matter: {title: A}}}": (
        "_brand.yml:1:39: brand.unknown-key: there is no key “title” in “front-matter”",
        "  1 | defaults: {pressroom: {front-matter: {title: A}}}",
        "    |                                       ^^^^^",
        "  hint: Known here: kind, kicker, author, lang, dir, dateline, keywords, contact, people, boilerplate.",
    ),
    "defaults: {pressroom: {front-matter: {boilerplate: institute}}}": (
        "_brand.yml:1:52: brand.unknown-boilerplate: the brand has no boilerplate “institute”",
        "  1 | defaults: {pressroom: {front-matter: {boilerplate: institute}}}",
        "    |                                                    ^^^^^^^^^",
        "  hint: The brand file has none: defaults.pressroom.boilerplates",
    ),
    "defaults: {pressroom: {colors: {primary: red}}}": (
        "_brand.yml:1:33: brand.unknown-key: there is no key “primary” in “colors”",
        "  1 | defaults: {pressroom: {colors: {primary: red}}}",
        "    |                                 ^^^^^^^",
        "  hint: Did you mean “on-primary”?",
    ),
}


@pytest.mark.parametrize("text", MISTAKES)
def test_a_mistake_is_told_at_its_line(text: str) -> None:
    assert told(text) == ["\n".join(MISTAKES[text])]


def test_all_mistakes_are_told_in_one_run_in_the_order_of_the_file() -> None:
    text = (
        "meta: {name: [A]}\ncolor: {primary: nope, link: 'no colour'}\nlogo: a.png\n"
        "typography: {fonts: x}\ndefaults: {pressroom: {a: b}}\n"
    )
    assert [(one.code, one.place.line) for one in read(text).diagnostics] == [
        ("brand.wrong-type", 1),
        ("brand.color", 2),
        ("brand.color", 2),
        ("image.missing", 3),
        ("brand.wrong-type", 4),
        ("brand.unknown-key", 5),
    ]


def test_a_brand_with_warnings_only_is_there_and_one_with_an_error_is_not() -> None:
    assert read("color: {primay: red}").value is not None
    assert read("color: {primary: nope}").value is None


def test_a_file_that_is_no_utf_8_is_told() -> None:
    path = put("_brand.yml", "meta: {name: Hafen für alle}\n".encode("latin-1"))
    assert [(one.code, str(one.place)) for one in read_brand(path, Path.cwd()).diagnostics] == [
        ("file.encoding", "_brand.yml:1:21")
    ]


def test_a_file_that_cannot_be_read_is_told() -> None:
    (Path.cwd() / "_brand.yml").mkdir()
    assert [draw(one, colour=False) for one in read_brand(Path.cwd() / "_brand.yml", Path.cwd()).diagnostics] == [
        "_brand.yml: brand.unreadable: the brand file can't be read: is a directory"
    ]


def test_the_samples_of_this_repository_have_a_brand_without_a_mistake() -> None:
    root = Path(__file__).parents[2]
    result = read_brand(root / "_brand.yml", root)
    assert result.diagnostics == ()
    assert result.value is not None
    assert result.value.logo is not None
