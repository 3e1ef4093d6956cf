"""A release as it reached us, with its faults, becomes a content file and builds in every channel."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from exporter.pipeline import Options
from tests import projects

SEED = Path(__file__).parent.parent.parent / "shared" / "seeds" / "press-release.txt"


def as_content_file(text: str) -> str:
    """The text of a web page as a content file: its first line is kicker and headline, its run-together list is split."""
    first, _, *paragraphs = text.strip().split("\n")
    kicker, title = (part.strip() for part in first.split("|"))
    blocks: list[str] = []
    for paragraph in paragraphs:
        if blocks and blocks[-1].endswith("roundtables:"):
            items = re.sub(r"(?<=[a-z])\.(?=[A-Z])", ".\n- ", paragraph)
            blocks.append(f"::: takeaways\n- {items}\n:::")
        else:
            blocks.append(paragraph.replace("[email protected]", "media@aspi.example"))
    head = f'---\ntitle: "{title}"\nkicker: {kicker}\nlang: en-US\ndate: 2025-03-12\n---\n\n'
    return head + "\n\n".join(blocks) + "\n"


@pytest.mark.skipif(not SEED.is_file(), reason=f"the seed text is not there: {SEED.name}")
def test_the_seed_builds_in_every_channel_and_all_agree(tmp_path: Path) -> None:
    text = SEED.read_text(encoding="utf-8")
    story = as_content_file(text)
    assert story.count("\n- ") == 3
    (outcome,) = projects.built(projects.make(tmp_path, {"content/seed.md": story}), Options())
    told = [said.partition("content/")[2] for said in projects.told([outcome])]
    assert (outcome.fine, told) == (True, ["seed.md:15:115: warning: quotation.apostrophe: ' stands for an apostrophe"])
    plain = (tmp_path / "build" / "seed" / "seed.txt").read_text(encoding="utf-8")
    assert "Chatham House Rule, explored the U.S.-Japan alliance" in " ".join(plain.split())
