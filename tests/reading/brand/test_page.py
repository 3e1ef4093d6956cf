"""The page about the brand: its table is the one of our keys, its whole example and its warning are true."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from exporter.reading.brand.file import read_brand
from exporter.reading.brand.font_families import STAND_INS, packaged_family
from exporter.reading.schema import brand_table
from exporter.terminal import draw
from tests.conftest import Golden
from tests.samples import FONTS, picture

PAGE = Path(__file__).parents[3] / "docs" / "brand.md"
KEYS = re.compile(r"(?<=<!-- keys -->\n).*?(?=<!-- /keys -->)", re.DOTALL)


def test_the_table_of_our_keys_is_made_of_them(golden: Golden) -> None:
    golden(PAGE, KEYS.sub(brand_table().replace("\\", r"\\"), PAGE.read_text(encoding="utf-8")))


def test_the_whole_example_has_no_mistake(tmp_path: Path) -> None:
    (example,) = re.findall(r"^```yaml\n(.*?)^```$", PAGE.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)
    path = tmp_path / "_brand.yml"
    path.write_text(example, encoding="utf-8")
    for folder in ("images", "fonts"):
        (tmp_path / folder).mkdir()
    for name in ("mark.png", "mark-dark.png"):
        (tmp_path / "images" / name).write_bytes(picture(name, "#12436b").data)
    for name, source in (("Regular", "Regular"), ("Heavy", "Bold")):
        shutil.copy(FONTS / "Lato" / f"Lato-{source}.ttf", tmp_path / "fonts" / f"HarbourSans-{name}.ttf")
    assert [draw(one, colour=False) for one in read_brand(path, tmp_path).diagnostics] == []


def test_the_warning_of_the_page_is_the_one_that_is_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "_brand.yml").write_text('color:\n  background: white\n  primary: "#ffcc00"\n', encoding="utf-8")
    (warning,) = read_brand(tmp_path / "_brand.yml", tmp_path).diagnostics
    shown = "".join(f"    {line}\n" for line in draw(warning, colour=False).split("\n"))
    assert shown in PAGE.read_text(encoding="utf-8")


def test_every_family_that_the_page_names_is_there() -> None:
    text = PAGE.read_text(encoding="utf-8").split("whatever its `source`: ")[1].split(";")[0]
    named = [" ".join(name.split()) for name in text.split(",")]
    assert [name for name in named if not packaged_family(name)] == []
    assert set(STAND_INS.values()) - set(named) == {"IBM Plex Mono"}
