"""Every example of the CommonMark specification is built in every channel, and all agree, or is refused at its place."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from exporter.pipeline import Options, build
from exporter.project import Project
from tests import projects
from tests.commonmark import write_project
from tests.verapdf import failures

COUNT = 652
REFUSED = {"markdown.raw-html": 66, "pdf.missing-glyph": 2}  # mathematical signs, and letters of Kannada and Malayalam
LAYOUT = {"pdf.no-room", "pdf.off-paper", "pdf.covered", "pdf.overflow", "pdf.broken-word"}


def test_the_examples_of_commonmark_build_in_every_channel_or_are_refused_at_their_place(tmp_path: Path) -> None:
    files = write_project(tmp_path)
    outcomes = list(build(Project(tmp_path), files, Options(), projects.world()))
    refused = [outcome for outcome in outcomes if not outcome.fine]
    errors = [one for outcome in refused for one in outcome.diagnostics if one.is_error]
    reasons = Counter(code for outcome in refused for code in {one.code for one in outcome.diagnostics if one.is_error})
    assert (len(outcomes), len(refused), reasons) == (COUNT, sum(REFUSED.values()), REFUSED)
    assert [error for error in errors if not error.place.line] == []
    assert [one for outcome in outcomes for one in outcome.diagnostics if one.code in LAYOUT] == []
    made = {len(outcome.paths) for outcome in outcomes if outcome.fine}
    assert made == {6}
    pdfs = [path.read_bytes() for outcome in outcomes for path in outcome.paths if path.suffix == ".pdf"]
    assert {rule for data in pdfs for standard in ("ua1", "3a") for rule in failures(data, standard)} == set()
