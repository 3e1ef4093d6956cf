"""The page about the content file: its table is the one of the keys, and each of its examples is read without a word."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from exporter.reading.content_file import LARGEST
from exporter.reading.schema import front_matter_table
from tests.conftest import Golden
from tests.reading.markdown.bodies import told
from tests.reading.pictures.pictures import picture

PAGE = Path(__file__).parent.parent.parent / "docs" / "content-format.md"
KEYS = re.compile(r"(?<=<!-- keys -->\n).*?(?=<!-- /keys -->)", re.DOTALL)
EXAMPLE = re.compile(r"^(`{3,})markdown\n(.*?)^\1$", re.DOTALL | re.MULTILINE)


def test_the_table_of_the_front_matter_is_made_of_its_keys(golden: Golden) -> None:
    golden(PAGE, KEYS.sub(front_matter_table().replace("\\", r"\\"), PAGE.read_text(encoding="utf-8")))


def examples() -> list[str]:
    found = [text for _, text in EXAMPLE.findall(PAGE.read_text(encoding="utf-8"))]
    assert len(found) > 10
    return found


@pytest.mark.parametrize("example", examples(), ids=lambda text: " ".join(text.split())[:30])
def test_an_example_of_the_page_has_no_mistake(example: str, tmp_path: Path) -> None:
    (tmp_path / "images").mkdir()
    for name in ("quay.png", "buoy.png"):
        (tmp_path / "images" / name).write_bytes(picture())
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "cargo.csv").write_text("Year,Stone,Timber\n2005,3.1,3.4\n2025,6.2,2.8\n", encoding="utf-8")
    assert told(example, tmp_path) == []


def test_the_limit_of_the_page_is_the_one_that_holds() -> None:
    assert LARGEST == 1_000_000
    assert "at most one megabyte" in PAGE.read_text(encoding="utf-8")
