"""Colours as numbers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exporter.reading.brand.colors import contrast, flatten, is_dark, luminance, mix, parse_color, readable

HEX = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


@pytest.mark.parametrize(
    ("text", "color", "alpha"),
    [
        ("#FFF", "#ffffff", 1.0),
        ("#123c", "#112233", 0.8),
        ("#0B3D91", "#0b3d91", 1.0),
        ("#0b3d9180", "#0b3d91", 128 / 255),
        ("rgb(11, 61, 145)", "#0b3d91", 1.0),
        ("rgb(11 61 145 / 50%)", "#0b3d91", 0.5),
        ("rgba(11, 61, 145, 0.25)", "#0b3d91", 0.25),
        ("hsl(120, 100%, 25%)", "#008000", 1.0),
        ("hsl(120deg 100% 25%)", "#008000", 1.0),
        ("rebeccapurple", "#663399", 1.0),
        ("White", "#ffffff", 1.0),
        ("black", "#000000", 1.0),
        ("transparent", "#000000", 0.0),
    ],
)
def test_a_css_colour_is_read(text: str, color: str, alpha: float) -> None:
    found = parse_color(text)
    assert found is not None
    assert (found.hex(), found.alpha) == (color, alpha)


@pytest.mark.parametrize(
    "text", ["", "nocolour", "#12", "#12345", "#gggggg", "currentcolor", "12", "rgb(1)", "oklch(0.5 0.1 200)"]
)
def test_what_is_no_colour_by_itself_is_none(text: str) -> None:
    assert parse_color(text) is None


def test_contrast_is_that_of_the_guidelines() -> None:
    assert [
        round(contrast(*pair), 2) for pair in (("#000000", "#ffffff"), ("#777777", "#ffffff"), ("#abcdef", "#abcdef"))
    ] == [
        21.0,
        4.48,
        1.0,
    ]
    assert (luminance("#000000"), round(luminance("#ffffff"), 6)) == (0.0, 1.0)


def test_colours_mix_by_shares() -> None:
    assert [mix("#000000", "#ffffff", share) for share in (0, 0.5, 1)] == ["#000000", "#808080", "#ffffff"]


def test_what_is_translucent_is_taken_as_it_looks_on_its_ground() -> None:
    color = parse_color("#00000080")
    assert color is not None
    assert flatten(color, "#ffffff") == "#7f7f7f"


def test_a_legible_colour_stays_and_another_changes_its_lightness_only() -> None:
    assert readable("#12436b", "#ffffff") == "#12436b"
    assert readable("#ffcc00", "#ffffff") == "#8c7000"


@given(HEX, HEX)
def test_a_readable_colour_is_legible_on_any_ground(color: str, ground: str) -> None:
    found = readable(color, ground)
    assert contrast(found, ground) >= 4.5
    assert found == color or contrast(color, ground) < 4.5


@given(HEX)
def test_a_ground_is_dark_where_white_stands_out_more(ground: str) -> None:
    assert is_dark(ground) == (contrast("#ffffff", ground) > contrast("#000000", ground))
