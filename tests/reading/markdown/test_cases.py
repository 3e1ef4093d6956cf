"""Golden cases: `cases/NAME.md` is read into `cases/NAME.txt`, its outline and then what is told about it.

`pytest tests/reading --update-golden` writes the outlines anew.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from exporter.terminal import draw
from tests.conftest import Golden
from tests.reading.markdown.bodies import read_body
from tests.reading.markdown.outline import outline

FOLDER = Path(__file__).parent / "cases"
CASES = sorted(FOLDER.glob("*.md"))


def test_there_are_cases() -> None:
    assert len(CASES) > 5


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_a_text_is_read_into_its_outline(case: Path, golden: Golden) -> None:
    body, mistakes = read_body(case.read_text(encoding="utf-8"), FOLDER)
    told = "".join(f"\n{draw(one, colour=False)}\n" for one in mistakes.in_order())
    golden(case.with_suffix(".txt"), outline(body) + told)
