"""A copy that nobody edited reads as the release that it was made of, also after LibreOffice has opened and saved it."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator, Mapping
from itertools import chain
from pathlib import Path

import pytest
from msgspec import Struct
from msgspec.structs import replace

from exporter import model as m
from exporter import walking
from exporter.merging.copy.view import Copy, Paragraph
from exporter.merging.fresh import Press
from exporter.merging.merge import merge
from exporter.merging.runs import Run, Runs, of_inlines, same, text_of
from exporter.model import Release
from exporter.pipeline import Options
from exporter.project import Project, find_project
from exporter.reading.brand.file import read_brand
from exporter.reading.content_file import read_release
from tests import projects
from tests.merging.copy import copies

ROOT = Path(__file__).parent.parent.parent.parent
SAMPLES = sorted(ROOT.glob("content/*.md"))
LANGUAGES = sorted(ROOT.glob("tests/golden/languages/*.md"))
DOCX = "docx:MS Word 2007 XML"
NAMES = [file.stem for file in (*SAMPLES, *LANGUAGES)]
OWN_FORMATS = (m.Heading, m.Paragraph)


class Built(Struct, frozen=True):
    """A content file, its release, its copy, and the copy as LibreOffice saved it (b"" where it is not installed)."""

    story: Path
    release: Release
    fresh: bytes
    saved: bytes = b""


def project_of(folder: Path) -> Project:
    """All samples in one project."""
    shutil.copytree(ROOT / "content", folder / "content")
    shutil.copy(ROOT / "_brand.yml", folder)
    for file in LANGUAGES:
        shutil.copy(file, folder / "content")
    return Project(folder)


def converted(files: list[Path], kind: str, folder: Path) -> list[Path]:
    """The files as LibreOffice saves them in the folder, as "docx:MS Word 2007 XML" or "odt"."""
    profile = f"-env:UserInstallation=file://{folder.parent}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", str(folder), *map(str, files)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return [folder / f"{file.stem}.{kind.partition(':')[0]}" for file in files]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Built]:
    """Every sample, read by LibreOffice all at once."""
    folder = tmp_path_factory.mktemp("samples")
    project = project_of(folder / "project")
    outcomes = projects.built(project, Options(channels=("word",)))
    assert [outcome.story for outcome in outcomes if not outcome.fine] == []
    brand = read_brand(project.root / "_brand.yml", project.root).value
    assert brand is not None
    fresh = [project.build / name / f"{name}.docx" for name in NAMES]
    saved = converted(fresh, DOCX, folder / "docx") if shutil.which("soffice") else []
    found: dict[str, Built] = {}
    for name, file in zip(NAMES, fresh, strict=True):
        story = project.root / "content" / f"{name}.md"
        release = read_release(str(story), story.read_bytes(), project.root, brand).value
        assert release is not None
        found[name] = Built(story, release, file.read_bytes())
    for name, file in zip(NAMES if saved else (), saved, strict=True):
        found[name] = replace(found[name], saved=file.read_bytes())
    return found


def paragraphs(copy: Copy) -> Iterator[Paragraph]:
    yield from copy.final.body
    for note in copy.final.notes:
        yield from note.paragraphs


def read_pieces(copy: Copy) -> dict[str, Runs]:
    """The runs of each piece, those of its paragraphs one after the other."""
    found: dict[str, Runs] = {}
    for paragraph in paragraphs(copy):
        for segment in paragraph.segments:
            if segment.id:
                found[segment.id] = (*found.get(segment.id, ()), *segment.runs)
    return found


def written_runs(release: Release) -> Iterator[tuple[str, Runs]]:
    """The pieces of a release that have formats of their own."""
    for block in walking.blocks(release):
        if isinstance(block, OWN_FORMATS):
            yield block.id, of_inlines(block.content)
        elif isinstance(block, m.Table):
            yield f"{block.id}.caption", of_inlines(block.caption)
            for cell in chain(block.head, *block.rows):
                yield cell.id, of_inlines(cell.content)
        elif isinstance(block, (m.Figure, m.Chart)):
            yield f"{block.id}.caption", of_inlines(block.caption)
        elif isinstance(block, m.CodeBlock):
            yield block.id, (Run(block.text),)


def words(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("name", NAMES)
def test_each_piece_has_the_words_of_the_source(name: str, built: Mapping[str, Built]) -> None:
    release = built[name].release
    read = {key: "".join(words(text_of(runs))) for key, runs in read_pieces(copies.read(built[name].fresh)).items()}
    written = {piece.id: words(piece.text) for piece in walking.pieces(release)}
    joined = {key: text.replace("\n\n", "") for key, text in written.items()}
    assert read == joined


@pytest.mark.parametrize("name", NAMES)
def test_each_piece_of_the_text_has_the_formats_links_and_calls_of_the_source(name: str, built: Mapping[str, Built]) -> None:
    read = read_pieces(copies.read(built[name].fresh))
    different = {
        key: (read.get(key, ()), runs)
        for key, runs in written_runs(built[name].release)
        if not same(read.get(key, ()), runs)
    }
    assert different == {}


@pytest.mark.parametrize("name", NAMES)
def test_a_fresh_copy_has_no_edits_and_nothing_odd(name: str, built: Mapping[str, Built]) -> None:
    copy = copies.read(built[name].fresh)
    revisions = {revision for paragraph in paragraphs(copy) for revision in paragraph.revisions}
    assert (copy.final == copy.original, revisions, copy.oddities, copy.remarks) == (True, set(), (), ())


@pytest.mark.parametrize("name", NAMES)
def test_what_libreoffice_saved_reads_as_before(name: str, built: Mapping[str, Built]) -> None:
    if not built[name].saved:
        pytest.skip("soffice is not installed")
    assert copies.read(built[name].saved) == copies.read(built[name].fresh)


@pytest.mark.parametrize("name", NAMES)
def test_a_copy_that_nobody_edited_leaves_the_content_file_to_the_byte(name: str, built: Mapping[str, Built]) -> None:
    if not built[name].saved:
        pytest.skip("soffice is not installed")
    story = built[name].story
    data, press = story.read_bytes(), Press(story, find_project(story))
    for copy in (built[name].fresh, built[name].saved):
        merged = merge(copies.read(copy), data, press).value
        assert merged is not None
        assert (merged.changes, merged.data == data) == ((), True)


def test_what_was_an_odt_in_between_reads_as_before_but_has_lost_its_record(
    built: Mapping[str, Built], tmp_path: Path
) -> None:
    if not shutil.which("soffice"):
        pytest.skip("soffice is not installed")
    names = ("everything", "ar", "ja")
    files = [tmp_path / f"{name}.docx" for name in names]
    for name, file in zip(names, files, strict=True):
        file.write_bytes(built[name].fresh)
    odt = converted(files, "odt", tmp_path / "odt")
    for name, file in zip(names, converted(odt, DOCX, tmp_path / "docx"), strict=True):
        after = file.read_bytes()
        assert [said.code for said in copies.refused(after)] == ["merge.no-record"]
        fresh = built[name].fresh
        assert copies.read(copies.with_record_of(after, fresh)) == copies.read(fresh)
