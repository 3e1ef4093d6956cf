"""Every PDF that leaves the house is valid, by the real veraPDF: each sample, each language, by both pairs of standards."""

from __future__ import annotations

from pathlib import Path

import pytest

from exporter.pipeline import Options, build
from exporter.project import find_project
from exporter.target import PROMISES, PdfStandard, Target
from tests import projects
from tests.test_languages import STORY, WORDS
from tests.verapdf import failures, promises

ROOT = Path(__file__).parent.parent
SAMPLES = sorted((ROOT / "content").glob("*.md"))
assert SAMPLES


def broken_rules(data: bytes, standard: PdfStandard) -> dict[str, list[str]]:
    """The rules of both standards of a pair that a PDF breaks."""
    return {name: found for name in PROMISES[standard] if (found := failures(data, name))}


@pytest.mark.parametrize("standard", PROMISES)
@pytest.mark.parametrize("sample", SAMPLES, ids=[sample.name for sample in SAMPLES])
def test_every_sample_conforms(sample: Path, standard: PdfStandard, tmp_path: Path) -> None:
    options = Options(channels=("pdf",), out=tmp_path, target=Target(standard))
    (outcome,) = [
        one for one in build(find_project(sample), [sample], options, projects.world()) if one.story == str(sample)
    ]
    (path,) = [path for path in outcome.paths if path.suffix == ".pdf"]
    data = path.read_bytes()
    assert broken_rules(data, standard) == {}
    assert sorted(promises(data)) == sorted(PROMISES[standard])


@pytest.mark.parametrize("lang", WORDS)
def test_a_release_in_every_language_conforms(lang: str, tmp_path: Path) -> None:
    project = projects.make(tmp_path, {"content/story.md": STORY.format(lang=lang)})
    (outcome,) = projects.built(project, Options(channels=("pdf",)))
    assert outcome.fine, outcome.diagnostics
    assert broken_rules((project.build / "story" / "story.pdf").read_bytes(), "ua-1") == {}
