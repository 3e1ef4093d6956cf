"""Colours of a brand: named, light and dark, and legible where they are derived."""

from __future__ import annotations

import pytest

from exporter.brand import Palette
from exporter.reading.brand.colors import contrast
from tests.reading.brand.brands import brand

pytestmark = pytest.mark.usefixtures("in_project")


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
