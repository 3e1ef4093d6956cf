from __future__ import annotations

import pytest

from exporter.brand import Inks
from tests.icc import cmyk_profile
from tests.reading.brand.brands import brand, put, told

pytestmark = pytest.mark.usefixtures("in_project")

TEXT = """defaults:
  pressroom:
    print:
      cmyk: {primary: [100, 62.5, 0, 10], on-primary: [0, 0, 0, 0]}
      profile: print/coated.icc
      condition: FOGRA51
"""


def test_inks_profile_and_condition_are_read() -> None:
    path = put("print/coated.icc", cmyk_profile())
    colors = (("primary", (1, 0.625, 0, 0.1)), ("on_primary", (0, 0, 0, 0)))
    assert brand(TEXT).inks == Inks(colors, path, "FOGRA51")


def test_a_brand_that_says_nothing_of_print_has_no_inks() -> None:
    assert brand("meta: {name: A}").inks is None


def test_the_profile_of_a_screen_is_none_of_print() -> None:
    put("print/coated.icc", cmyk_profile().replace(b"prtrCMYK", b"mntrRGB ", 1))
    (first, *_) = told(TEXT)
    fact = "brand.print-profile: “print/coated.icc” is no ICC profile of a printing condition in CMYK"
    assert first.splitlines()[0] == f"_brand.yml:5:16: {fact}"
