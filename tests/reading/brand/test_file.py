"""The brand file: who speaks, our own keys, and every mistake at its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from exporter import model as m
from exporter.brand import Brand, Institution, Palette
from exporter.diagnostics import Result
from exporter.reading.brand.file import read_brand
from exporter.terminal import draw
from tests.conftest import Golden
from tests.reading.brand.brands import brand, put, read, told
from tests.reading.mistake_cases import FOLDER, as_cases, written

pytestmark = pytest.mark.usefixtures("in_project")


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


def test_what_other_tools_keep_under_defaults_is_left_alone() -> None:
    assert told("defaults:\n  bootstrap: {anything: [1, {a: b}]}\n  quarto: {format: {html: {}}}\n  shiny: x\n") == []


def test_mistakes_are_told_at_their_lines(golden: Golden) -> None:
    golden(FOLDER / "brand.txt", as_cases(written("brand"), told))


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
        "_brand.yml: brand.unreadable: the brand file can't be read: is a directory\n"
        "  hint: Is it a file, does a link lead to one, and may you read it?"
    ]


def test_the_samples_of_this_repository_have_a_brand_without_a_mistake() -> None:
    root = Path(__file__).parents[3]
    result = read_brand(root / "_brand.yml", root)
    assert result.diagnostics == ()
    assert result.value is not None
    assert result.value.logo is not None
