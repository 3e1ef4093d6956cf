"""Releases in templates that others made, with Word, LibreOffice and pandoc: none loses what it has."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from copy import deepcopy
from functools import cache
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree
from msgspec.structs import replace

from exporter.composing.compose import compose
from exporter.diagnostics import Source
from exporter.front_matter import WordFields, WordTemplate
from exporter.parity.check import check_channel
from exporter.parity.docx_reader import read
from exporter.reading.brand.file import read_brand
from exporter.reading.content_file import read_release
from exporter.rendering.job import Job
from exporter.rendering.word.document import render
from tests import samples
from tests.python_docx_data import FOLDER
from tests.rendering.word.test_libreoffice import words
from tests.rendering.word.whole_package import faults
from tests.rendering.word.word_jobs import FOLDERS, Docx, Element, W

ROOT = Path(__file__).parents[4]
STORIES = ("content/everything.md", "tests/golden/languages/ar.md")
BY_WORD = (  # of python-docx's tests: what each has is in its name
    *("hdr-header-footer", "doc-odd-even-hdrs", "sct-first-page-hdrftr", "blk-paras-and-tables", "doc-add-section"),
    *("num-having-numbering-part", "sty-having-no-styles-part", "set-no-settings-part", "comments-rich-para", "default"),
)
LIBREOFFICE = Path("/usr/lib/libreoffice/share/template/common")
BY_LIBREOFFICE = ("officorr/Modern_business_letter_serif", "wizard/report/cnt-05", "wizard/report/stl-08")
KEPT = re.compile(r"word/(header|footer|theme/theme|glossary/\w+|webSettings|fontTable)\d*\.xml|customXml/item\d+\.xml")


@pytest.fixture(scope="module")
def templates(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """All templates by name."""
    if not FOLDER.is_dir():
        pytest.fail(f"{FOLDER} is missing; run “python -m tests.python_docx_data” (make test does)")
    found = {name: (FOLDER / f"{name}.docx").read_bytes() for name in BY_WORD}
    return found | dict(_of_libreoffice(tmp_path_factory.mktemp("ott"))) | dict(_of_pandoc())


def _of_libreoffice(folder: Path) -> Iterator[tuple[str, bytes]]:
    files = [LIBREOFFICE / f"{name}.ott" for name in BY_LIBREOFFICE]
    if shutil.which("soffice") and all(file.is_file() for file in files):
        _convert("docx", folder, files)
        yield from ((file.stem, (folder / f"{file.stem}.docx").read_bytes()) for file in files)


def _of_pandoc() -> Iterator[tuple[str, bytes]]:
    try:
        import pypandoc
    except ImportError:  # it is one of the programs to compare with, and not of the tests
        return
    command = [pypandoc.get_pandoc_path(), "--print-default-data-file", "reference.docx"]
    yield "pandoc", subprocess.run(command, check=True, capture_output=True).stdout


def _convert(kind: str, folder: Path, files: list[Path]) -> None:
    command = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", kind]
    subprocess.run([*command, "--outdir", str(folder), *map(str, files)], check=True, capture_output=True, timeout=240)


@cache
def job(story: str) -> Job:
    """A story of the repository, composed for Word."""
    brand = read_brand(ROOT / "_brand.yml", ROOT).value
    assert brand is not None
    found = read_release(str(ROOT / story), (ROOT / story).read_bytes(), ROOT, brand).value
    assert found is not None
    page = compose(found, brand, "word", FOLDERS).value
    assert page is not None
    return Job(found, brand, page, samples.MOMENT, FOLDERS)


@pytest.fixture(scope="module")
def copies(templates: dict[str, bytes]) -> dict[tuple[str, str], Docx]:
    """Each story in each template; each agrees with its source."""
    made: dict[tuple[str, str], Docx] = {}
    for name, data in templates.items():
        for story in STORIES:
            own = job(story)
            meta = replace(own.release.meta, word=WordFields(WordTemplate(f"{name}.docx", data)))
            own = replace(own, release=replace(own.release, meta=meta))
            result = render(own)
            assert result.value is not None, (name, result.diagnostics)
            said = check_channel(own, Source(own.release.file, ""), result.value).diagnostics
            assert [one.fact for one in said] == [], (name, story)
            made[name, story] = Docx(result.value[0].data)
    return made


def parts(data: bytes) -> dict[str, Element]:
    with ZipFile(BytesIO(data)) as archive:
        return {name: etree.fromstring(archive.read(name)) for name in archive.namelist() if name.endswith(".xml")}


def same(element: Element) -> bytes:
    """The element as it is compared: without the white space that a program indents with."""
    copy = deepcopy(element)
    for inner in copy.iter():
        inner.tail = None
        if len(inner) and not (inner.text or "").strip():
            inner.text = None
    return etree.tostring(copy, method="c14n", exclusive=True)


def test_there_are_templates_of_three_makers(templates: dict[str, bytes]) -> None:
    assert len(templates) >= len(BY_WORD)
    if shutil.which("soffice"):
        assert {Path(name).name for name in BY_LIBREOFFICE} <= set(templates)


def test_heads_feet_theme_and_other_parts_are_as_they_were(
    templates: dict[str, bytes], copies: dict[tuple[str, str], Docx]
) -> None:
    compared = 0
    for (name, _), copy in copies.items():
        before = {part: root for part, root in parts(templates[name]).items() if KEPT.fullmatch(part)}
        after = parts(copy.data)
        assert {part for part in before if part not in after or same(after[part]) != same(before[part])} == set(), name
        compared += len(before)
    assert compared > 50


def test_no_list_and_no_style_of_theirs_is_lost_or_changed_but_for_its_language(
    templates: dict[str, bytes], copies: dict[tuple[str, str], Docx]
) -> None:
    def of(data: bytes, part: str, tags: tuple[str, ...]) -> set[bytes]:
        root = parts(data).get(f"word/{part}.xml")
        found = [] if root is None else [element for tag in tags for element in root.iterfind(W + tag)]
        for language in [one for element in found for one in element.iter(W + "lang")]:
            language.attrib.clear()
        return {same(element) for element in found}

    for (name, _), copy in copies.items():
        for part, tags in (("numbering", ("abstractNum", "num")), ("styles", ("style",))):
            assert of(templates[name], part, tags) - of(copy.data, part, tags) == set(), (name, part)


def test_the_last_section_keeps_its_page_and_names_the_heads_that_it_showed(
    templates: dict[str, bytes], copies: dict[tuple[str, str], Docx]
) -> None:
    for (name, _), copy in copies.items():
        sections = list(parts(templates[name])["word/document.xml"].iter(W + "sectPr"))
        kinds = {(one.tag, one.get(W + "type")) for section in sections for one in section if "Reference" in str(one.tag)}
        (own,) = copy.body.iterfind(W + "sectPr")
        assert {(one.tag, one.get(W + "type")) for one in own if "Reference" in str(one.tag)} == kinds, name
        for tag in ("pgSz", "pgMar"):
            before = [dict(one.attrib) for one in sections[-1].iterfind(W + tag)] if sections else []
            assert [dict(one.attrib) for one in own.iterfind(W + tag)][: len(before)] == before, name


def test_every_style_relation_and_list_that_is_named_is_there(copies: dict[tuple[str, str], Docx]) -> None:
    for name, copy in copies.items():
        styles = set(copy.styles())
        for part in ("document", "footnotes", "styles"):
            root = copy.parts[f"word/{part}.xml"]
            tags = [W + tag for tag in ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link")]
            # Word's own templates name styles that they do not have; ours must all be there
            named = {one.get(W + "val", "") for one in root.iter(*tags)} if part != "styles" else set()
            assert named - styles == set(), (name, part)
        nums = {one.get(W + "numId") for one in copy.parts["word/numbering.xml"].iterfind(W + "num")}
        assert {one.get(W + "val") for one in copy.body.iter(W + "numId")} - nums - {"0"} == set(), name
        ids = [one.get(W + "id") for one in copy.body.iter(W + "bookmarkStart")]
        assert len(set(ids)) == len(ids), name


def test_a_copy_has_no_fault_that_its_template_does_not_have(
    templates: dict[str, bytes], copies: dict[tuple[str, str], Docx]
) -> None:
    for (name, _), copy in copies.items():
        found = set(faults(copy.data)) - set(faults(templates[name]))
        # elements of Microsoft's own, and heads among feet, which a section may have in any order
        own = {fault for fault in found if not re.search("out of order: (settings|sectPr)", fault)}
        assert own == set(), name


def test_libreoffice_shows_every_word(copies: dict[tuple[str, str], Docx], tmp_path: Path) -> None:
    if not shutil.which("soffice") or not shutil.which("pdftotext"):
        pytest.skip("soffice and pdftotext are not installed")
    files = {f"{name}.{Path(story).stem}": copy for (name, story), copy in copies.items()}
    for name, copy in files.items():
        (tmp_path / f"{name}.docx").write_bytes(copy.data)
    _convert("pdf", tmp_path, [tmp_path / f"{name}.docx" for name in files])
    for name, copy in files.items():
        command = ["pdftotext", "-layout", str(tmp_path / f"{name}.pdf"), "-"]
        run = subprocess.run(command, check=True, capture_output=True, text=True)
        back = read(copy.data)
        written = set(words(f"{back.flow} {back.notes}"))
        latin = {word for word in written if word.isascii()} if name.endswith(".ar") else written  # pdftotext cuts Arabic
        assert latin
        shown = set(words(run.stdout))
        lost = {word for word in latin if not {word, word.rstrip("0123456789")} & shown}  # a note's call may stand apart
        assert lost == set(), name
