"""The package as a whole: relations, ids, order of children, the same bytes, and what others make of the file."""

from __future__ import annotations

import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest

from exporter import walking
from exporter.artifact import Artifact
from exporter.diagnostics import Source
from exporter.model import Release
from exporter.parity.check import check_channel
from tests import kinds, samples
from tests.rendering.word import releases
from tests.rendering.word.whole_package import faults, schema_faults
from tests.rendering.word.word_jobs import Docx, W, composed, made

RELEASES = {
    "everything": samples.everything,
    "nested": releases.nested,
    "arabic": releases.arabic,
    "brief": kinds.brief,
    "statement": kinds.statement,
    "advisory": kinds.advisory,
}
ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module", params=RELEASES)
def release(request: pytest.FixtureRequest) -> Release:
    return RELEASES[request.param]()


@pytest.fixture(scope="module")
def file(release: Release) -> Docx:
    return made(composed(release))


def test_the_package_is_whole_and_valid(file: Docx) -> None:
    assert (faults(file.data), schema_faults(file.data)) == ([], [])


def test_every_piece_of_the_source_has_its_bookmark(file: Docx, release: Release) -> None:
    names = {mark.get(W + "name") for root in file.stories().values() for mark in root.iter(W + "bookmarkStart")}
    pieces = {"_pr_" + piece.id.replace(".", "_") for piece in walking.pieces(release)}
    assert pieces - names == set()
    assert all(len(name or "") <= 40 for name in names)


def test_nothing_varies_that_word_would_make_vary(file: Docx) -> None:
    for root in file.parts.values():
        for element in root.iter():
            keys = [str(key).rpartition("}")[2] for key in element.attrib]
            assert not any(key.startswith("rsid") or key in ("paraId", "textId") for key in keys), element.tag


def test_parity_finds_every_word_again(file: Docx, release: Release) -> None:
    job = composed(release)
    source = Source(release.file, "\n" * 100)
    assert check_channel(job, source, (Artifact("x.docx", file.data),)).diagnostics == ()


def test_python_docx_opens_it_and_finds_the_styles_by_their_names(file: Docx) -> None:
    document = docx.Document(BytesIO(file.data))
    opening = ["Release Status", "Kicker", "Title", "Subtitle"]
    assert [p.style.name for p in document.paragraphs if p.style and p.style.name in opening] == opening


SCRIPT = """
import sys, time
time.time = lambda shift={shift}, real=time.time: real() + shift
from tests import kinds, samples
from tests.rendering.word.word_jobs import composed, made
sys.stdout.buffer.write(made(composed(samples.everything())).data)
"""


def test_two_processes_on_two_days_give_the_same_bytes() -> None:
    def run(shift: int, seed: str, zone: str) -> bytes:
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone}
        command = [sys.executable, "-c", SCRIPT.format(shift=shift)]
        return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=True).stdout

    one, other = run(0, "1", "UTC"), run(40_000_000, "2", "Asia/Tokyo")
    assert len(one) > 10_000
    assert one == other


def test_the_entries_of_the_zip_are_dated_by_the_job_and_named_in_a_fixed_order(file: Docx) -> None:
    with ZipFile(BytesIO(file.data)) as archive:
        entries = archive.infolist()
    assert {entry.date_time for entry in entries} == {(2026, 5, 12, 12, 0, 0)}
    assert [entry.filename for entry in entries][:3] == ["[Content_Types].xml", "_rels/.rels", "word/document.xml"]
    assert {(entry.create_system, entry.external_attr >> 16) for entry in entries} == {(3, 0o100644)}
