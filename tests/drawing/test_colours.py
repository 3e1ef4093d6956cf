"""Colours of series differ in grey, for the colour-blind, and from their ground."""

from __future__ import annotations

from itertools import combinations
from math import dist

import pytest

from exporter.drawing.colours import FAR, NEAR, Lab, contrast_of, hex_of, lab_of, series_colours
from exporter.drawing.vision import BLINDNESS, colours_for_all, seen

GROUNDS = {"light": "#ffffff", "cream": "#fff8e7", "dark": "#14171c"}
BRANDS = {
    "blue and red": ("#0b3d91", "#8a1c2b"),
    "red and green": ("#b3261e", "#1e7a34"),
    "black and yellow": ("#000000", "#ffd400"),
    "two greys": ("#444444", "#777777"),
    "one colour twice": ("#0b7d6b", "#0b7d6b"),
    "pale": ("#ffd9e0", "#e0f0ff"),
}


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("brand", BRANDS)
@pytest.mark.parametrize("contrast", [FAR, NEAR])
@pytest.mark.parametrize("count", [2, 3, 4, 6])
def test_series_are_told_apart_in_grey_and_by_the_colour_blind(brand: str, ground: str, count: int, contrast: float) -> None:
    colours = colours_for_all(*BRANDS[brand], GROUNDS[ground], count, contrast)
    assert len(set(colours)) == count
    assert min(abs(lab_of(a).lightness - lab_of(b).lightness) for a, b in combinations(colours, 2)) > 7.5
    for blindness in BLINDNESS:
        assert min(dist(seen(a, blindness), seen(b, blindness)) for a, b in combinations(colours, 2)) > 7.5


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("brand", BRANDS)
def test_lines_stand_out_from_their_ground_by_three_to_one(brand: str, ground: str) -> None:
    colours = series_colours(*BRANDS[brand], GROUNDS[ground], 6, NEAR)
    assert min(contrast_of(colour, GROUNDS[ground]) for colour in colours) > 2.95


def test_the_first_series_has_the_brands_own_colour() -> None:
    assert [series_colours("#0b3d91", "#8a1c2b", "#ffffff", count)[0] for count in (1, 2, 6)] == ["#0b3d91"] * 3


def test_colours_get_nearer_to_the_ground_one_by_one() -> None:
    light = [lab_of(colour).lightness for colour in series_colours("#0b3d91", "#8a1c2b", "#ffffff", 6)]
    dark = [lab_of(colour).lightness for colour in series_colours("#8fb4ff", "#f2a0ab", "#14171c", 6)]
    assert (light, dark) == (sorted(light), sorted(dark, reverse=True))


def test_red_looks_darker_to_who_sees_no_red_and_like_green_to_who_sees_no_green() -> None:
    assert seen("#ff0000", "protanopia").lightness < lab_of("#ff0000").lightness - 10
    assert dist(seen("#a66f00", "deuteranopia"), seen("#7a8000", "deuteranopia")) < 7


def test_grey_looks_the_same_to_everybody() -> None:
    assert [dist(seen("#808080", blindness), lab_of("#808080")) < 1 for blindness in BLINDNESS] == [True, True]


def test_cielab_is_that_of_the_standard() -> None:
    assert [round(value, 1) for value in lab_of("#ff0000")] == [53.2, 80.1, 67.2]
    assert (hex_of(lab_of("#12436b")), hex_of(Lab(50, 120, 120))) == ("#12436b", None)
