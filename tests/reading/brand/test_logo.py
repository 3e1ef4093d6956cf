"""The logo in all its forms."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest

from tests.reading.brand.brands import brand, put
from tests.samples import picture

pytestmark = pytest.mark.usefixtures("in_project")

LIGHT = picture("light.png", "#0b3d91", 480, 96).data
DARK = picture("dark.png", "#8fb4ff", 480, 96).data


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
