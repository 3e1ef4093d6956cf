from __future__ import annotations

from msgspec.structs import replace

from exporter.brand import Brand, Ink, Inks
from exporter.rendering.pdf.printing.plates import inks_of
from tests import samples

PRIMARY: Ink = (1.0, 0.5, 0.0, 0.2)


def brand(**inks: Ink) -> Brand:
    return replace(samples.brand(), inks=Inks(tuple(inks.items())))


def test_a_colour_has_the_inks_that_the_brand_gives_it() -> None:
    assert inks_of(brand(primary=PRIMARY))[0x0B, 0x3D, 0x91] == PRIMARY


def test_text_is_black_ink_unless_the_brand_says_otherwise() -> None:
    dark: Ink = (0.3, 0.0, 0.0, 1.0)
    foreground = (0x1B, 0x1F, 0x24)
    assert (inks_of(brand())[foreground], inks_of(brand(foreground=dark))[foreground]) == ((0, 0, 0, 1), dark)


def test_small_labels_and_lines_are_shares_of_black() -> None:
    known = inks_of(brand(primary=PRIMARY))
    assert (known[0x5B, 0x64, 0x70], known[0xC9, 0xD1, 0xDC]) == ((0, 0, 0, 0.613), (0, 0, 0, 0.185))


def test_the_ground_of_boxes_is_a_tint_of_the_first_colour() -> None:
    cyan, magenta, yellow, black = inks_of(brand(primary=PRIMARY))[0xEE, 0xF2, 0xF8]
    assert 0.05 < cyan < 0.09
    assert [round(part / cyan, 1) for part in (magenta, yellow, black)] == [0.5, 0, 0.2]
