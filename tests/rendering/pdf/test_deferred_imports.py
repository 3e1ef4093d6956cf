from __future__ import annotations

import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from exporter.rendering.pdf.deferred_imports import deferred


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A package that says when it is loaded: `slow`, with the modules `slow.part` and `slow.other`."""
    folder = tmp_path / "slow"
    folder.mkdir()
    (folder / "__init__.py").write_text("LOADED = True\n")
    (folder / "part.py").write_text(
        "class PartError(ValueError): pass\n"
        "class Thing:\n    def __init__(self, name): self.name = name\n"
        "def fail(): raise PartError('no')\n"
    )
    (folder / "other.py").write_text("VALUE = 7\n")
    monkeypatch.syspath_prepend(tmp_path)
    for name in ("slow", "slow.part", "slow.other"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    return "slow"


def loaded() -> list[str]:
    return sorted(name for name in sys.modules if name.split(".")[0] == "slow")


def test_a_deferred_module_is_loaded_when_it_is_used(package: str) -> None:
    with deferred("slow.part"):
        from slow.part import Thing  # type: ignore[import-not-found]  # it is made by `package`
    assert loaded() == []
    assert Thing("quay").name == "quay"
    assert loaded() == ["slow", "slow.part"]


def test_a_module_taken_from_a_deferred_package_works_too(package: str) -> None:
    with deferred("slow.part", "slow.other"):
        from slow import other  # type: ignore[import-not-found]  # it is made by `package`
    assert loaded() == []
    assert other.VALUE == 7


def test_an_error_of_a_deferred_module_can_be_caught(package: str) -> None:
    with deferred("slow.part"):
        from slow.part import PartError, fail
    with pytest.raises(PartError, match="no"):
        fail()


def test_a_module_that_is_loaded_already_stays_what_it_is(package: str) -> None:
    import_module("slow.other")
    with deferred("slow.other"):
        assert import_module("slow.other").VALUE == 7


def test_no_stand_in_is_left_behind_after_an_error(package: str) -> None:
    with pytest.raises(ZeroDivisionError), deferred("slow.part"):
        raise ZeroDivisionError
    assert loaded() == []


def test_a_pdf_of_static_fonts_loads_neither_fonttools_nor_a_c_parser() -> None:
    code = """
import sys
from importlib import import_module
from tests import samples
from tests.rendering.pdf.pdf_jobs import job, made, paragraph, release
made(job(release(paragraph(1, "The lead."))))
print(sorted({name.split(".")[0] for name in sys.modules} & {"fontTools", "pycparser", "lxml"}))
"""
    root = Path(__file__).parents[3]
    for _ in range(2):  # the first process may have to fill the cache
        run = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True)
    assert run.stdout == "[]\n"


def test_a_variable_font_of_the_brand_is_made_static_by_the_deferred_library(tmp_path: Path) -> None:
    """WeasyPrint calls fontTools for it, through our stand-ins."""
    from msgspec.structs import replace

    from exporter.brand import FontFamily, FontFile
    from exporter.parity.pdf_reader import read
    from tests import samples
    from tests.rendering.pdf.pdf_jobs import job, made, paragraph, release

    path = variable_font(tmp_path / "variable.ttf")
    brand = samples.brand()
    typography = replace(brand.typography, base=FontFamily("Variable", (FontFile(path),)))
    result = made(job(release(paragraph(1, "AAA")), replace(brand, typography=typography)))
    assert "Variable-Pressroom" in {name.split("@")[0].rstrip(",-") for name in result.font_names()}
    assert "AAA" in read(result.data).flow


def variable_font(path: Path) -> Path:
    """A font with the letter A and the space, whose weight varies."""
    from fontTools.fontBuilder import FontBuilder
    from fontTools.pens.ttGlyphPen import TTGlyphPen
    from fontTools.ttLib.tables.TupleVariation import TupleVariation

    pen = TTGlyphPen(None)
    for move, point in ((pen.moveTo, (100, 0)), (pen.lineTo, (300, 700)), (pen.lineTo, (500, 0))):
        move(point)
    pen.closePath()
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder([".notdef", "space", "A"])
    builder.setupCharacterMap({0x20: "space", 0x41: "A"})
    builder.setupGlyf({".notdef": TTGlyphPen(None).glyph(), "space": TTGlyphPen(None).glyph(), "A": pen.glyph()})
    builder.setupHorizontalMetrics({".notdef": (500, 0), "space": (300, 0), "A": (600, 100)})
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": "Variable", "styleName": "Regular"})
    builder.setupFvar([("wght", 400, 400, 700, "Weight")], [])
    deltas = [(-50, 0), (0, 0), (50, 0), (0, 0), (0, 0), (0, 0), (0, 0)]
    builder.setupGvar({"A": [TupleVariation({"wght": (0.0, 1.0, 1.0)}, deltas)]})
    builder.setupOS2(sTypoAscender=800, sxHeight=500)
    builder.setupPost()
    builder.save(path)
    return path
