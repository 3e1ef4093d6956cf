"""The package as a whole: relations, ids, order of children, the same bytes, and what others make of the file."""

from __future__ import annotations

import os
import posixpath
import subprocess
import sys
from collections import Counter
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
from tests.rendering.word.schema_order import out_of_order
from tests.rendering.word.word_jobs import WP, Docx, R, W, composed, made

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


def test_the_children_of_every_element_stand_in_the_schemas_order(file: Docx) -> None:
    assert [fault for root in file.parts.values() for fault in out_of_order(root)] == []


def test_every_relation_leads_to_a_part_and_every_part_has_one(file: Docx) -> None:
    targets = {"[Content_Types].xml", "_rels/.rels"}
    for name, root in file.parts.items():
        if not name.endswith(".rels"):
            continue
        folder = posixpath.dirname(posixpath.dirname(name))
        inside = [rel for rel in root if rel.get("TargetMode") != "External"]
        targets |= {posixpath.normpath(posixpath.join(folder, rel.get("Target", ""))) for rel in inside} | {name}
    assert set(file.files) == targets


def test_every_reference_to_a_relation_is_in_its_parts_relations_and_the_other_way_round(file: Docx) -> None:
    for name, root in file.stories().items():
        used = {value for element in root.iter() for key, value in element.attrib.items() if str(key).startswith(R)}
        own = file.relations(name)
        by_name = {key for key, rel in own.items() if rel.get("Type", "").rpartition("/")[2] not in _IMPLIED}
        assert used == by_name, name


_IMPLIED = {"styles", "numbering", "settings", "theme", "fontTable", "footnotes", "endnotes"}


def test_every_part_has_a_content_type(file: Docx) -> None:
    types = file.parts["[Content_Types].xml"]
    by_name = {entry.get("PartName") for entry in types if entry.get("PartName")}
    by_suffix = {entry.get("Extension") for entry in types if entry.get("Extension")}
    others = [name for name in file.files if f"/{name}" not in by_name and name.rpartition(".")[2] not in by_suffix]
    assert others == []
    assert all(f"/{name}" in by_name for name in file.files if name.startswith("word/") and name.count("/") == 1)


def test_every_style_and_list_that_is_named_exists(file: Docx) -> None:
    styles = file.styles()
    for tag in ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link"):
        named = {found.get(W + "val") for root in file.parts.values() for found in root.iter(W + tag)}
        assert named <= set(styles), tag
    numbers = {num.get(W + "numId") for num in file.parts["word/numbering.xml"].iter(W + "num")}
    used = {found.get(W + "val") for root in file.parts.values() for found in root.iter(W + "numId")}
    assert used <= numbers


def test_ids_of_bookmarks_pictures_and_notes_are_unique_and_bookmarks_are_closed(file: Docx) -> None:
    stories = file.stories().values()
    starts = [mark.get(W + "id") for root in stories for mark in root.iter(W + "bookmarkStart")]
    ends = [mark.get(W + "id") for root in stories for mark in root.iter(W + "bookmarkEnd")]
    assert sorted(map(str, starts)) == sorted(map(str, ends))
    names = [mark.get(W + "name") for root in stories for mark in root.iter(W + "bookmarkStart")]
    pictures = [found.get("id") for root in stories for found in root.iter(WP + "docPr")]
    notes = [note.get(W + "id") for name in ("footnotes", "endnotes") for note in file.parts.get(f"word/{name}.xml", ())]
    for ids in (starts, names, pictures, notes):
        assert [one for one, times in Counter(ids).items() if times > 1] == []


def test_every_piece_of_the_source_has_its_bookmark(file: Docx, release: Release) -> None:
    names = {mark.get(W + "name") for root in file.stories().values() for mark in root.iter(W + "bookmarkStart")}
    pieces = {"_pr_" + piece.id.replace(".", "_") for piece in walking.pieces(release)}
    assert pieces - names == set()
    assert all(len(name or "") <= 40 for name in names)


def test_every_link_inside_the_document_leads_to_a_bookmark(file: Docx) -> None:
    names = {mark.get(W + "name") for root in file.stories().values() for mark in root.iter(W + "bookmarkStart")}
    anchors = {link.get(W + "anchor") for root in file.stories().values() for link in root.iter(W + "hyperlink")} - {None}
    assert anchors <= names


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
