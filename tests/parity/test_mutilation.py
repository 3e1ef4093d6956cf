"""Damage to any finished file is seen, and told with the block that it hit."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from exporter.artifact import Artifact
from exporter.composing.compose import compose
from exporter.composing.folders import TemplateFolders
from exporter.diagnostics import Source
from exporter.parity.check import check_channel
from exporter.rendering.job import Job
from exporter.rendering.renderers import CHANNELS, render
from tests import samples
from tests.parity import mutilations
from tests.parity.mutilations import Damage

QUOTED, SEE = "A quotation from an old harbour book.", "Tous les ports comptent."
DAMAGES = {
    "a dropped paragraph": (Damage("drop", QUOTED), {"p11"}),
    "two swapped paragraphs": (Damage("swap", "Third comes first.", "Its second paragraph."), {"p7", "p8"}),
    "a changed digit": (Damage("write", "410,000", "440,000"), {"t1.r1.c1"}),
}
FILES: dict[str, tuple[str, Callable[[bytes, Damage], bytes]]] = {
    "PDF": ("pdf", mutilations.pdf),
    "Word": ("word", mutilations.word),
    "HTML": ("email", mutilations.html),
    "plain text": ("email", mutilations.plain),
    "the message's HTML": ("email", mutilations.message("text/html")),
    "the message's plain text": ("email", mutilations.message("text/plain")),
}
SUFFIX = {"PDF": ".pdf", "Word": ".docx", "HTML": ".html", "plain text": ".txt"}
SOURCE = Source("content/everything.md", "\n" * 70)


@pytest.fixture(scope="module")
def rendered() -> dict[str, tuple[Job, tuple[Artifact, ...]]]:
    """Every channel's job and artifacts for the release that uses everything."""
    release, brand, made = samples.everything(), samples.brand(), {}
    for channel in CHANNELS:
        composition = compose(release, brand, channel, TemplateFolders.of_project(None)).value
        assert composition is not None
        job = Job(release, brand, composition, samples.MOMENT)
        made[channel] = (job, render(channel, job).value or ())
    return made


@pytest.mark.parametrize("channel", CHANNELS)
def test_undamaged_files_agree(channel: str, rendered: dict[str, tuple[Job, tuple[Artifact, ...]]]) -> None:
    assert check_channel(rendered[channel][0], SOURCE, rendered[channel][1]).diagnostics == ()


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("file", FILES)
def test_damage_is_told_with_its_block(
    file: str, damage: str, rendered: dict[str, tuple[Job, tuple[Artifact, ...]]]
) -> None:
    channel, mutilate = FILES[file]
    what, blocks = DAMAGES[damage]
    job, artifacts = rendered[channel]
    whole = next(artifact for artifact in artifacts if Path(artifact.name).suffix == SUFFIX.get(file, ".eml"))
    damaged = Artifact(whole.name, mutilate(whole.data, what))
    assert damaged.data != whole.data
    told = check_channel(job, SOURCE, (damaged,)).diagnostics
    assert {diagnostic.code for diagnostic in told} == {f"parity.{channel}"}
    assert any(f"at block {block}:" in diagnostic.fact for diagnostic in told for block in blocks)
    assert all(diagnostic.place.line for diagnostic in told)
