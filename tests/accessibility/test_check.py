"""The check as a whole: every rule is in its table, our own files keep all, and no file of anybody breaks the check."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
import subprocess
import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import docx
import pytest

from exporter import accessibility
from exporter.accessibility.check import RULES, check_word
from exporter.model import Release
from tests import kinds, samples
from tests.accessibility.documents import paragraph, told
from tests.rendering.word import releases
from tests.rendering.word.word_jobs import composed, made
from tests.word_packages import document, parts, relations, zipped

ROOT = Path(__file__).parent.parent.parent
CONTENT = [*sorted((ROOT / "content").glob("*.md")), *sorted((ROOT / "tests/golden/languages").glob("*.md"))]
MADE: dict[str, Callable[[], Release]] = {
    "everything": samples.everything,
    "nested": releases.nested,
    "arabic": releases.arabic,
    "brief": kinds.brief,
    "statement": kinds.statement,
    "advisory": kinds.advisory,
}


def test_every_rule_is_in_the_table_once() -> None:
    names = [found.name for found in pkgutil.iter_modules(accessibility.__path__, f"{accessibility.__name__}.")]
    rules = {
        function
        for name in names
        for _, function in inspect.getmembers(importlib.import_module(name), inspect.isfunction)
        if inspect.signature(function).return_annotation == "Iterator[Finding]"
    }
    assert (set(RULES), len(RULES)) == (rules, len(rules))


@pytest.mark.parametrize("name", MADE)
def test_what_we_make_keeps_every_rule(name: str) -> None:
    assert check_word("a.docx", made(composed(MADE[name]())).data) == ()


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Word copies of all samples, built as everybody builds them."""
    folder = tmp_path_factory.mktemp("built")
    command = [sys.executable, "-m", "exporter", "build", *map(str, CONTENT), "--to", "word", "--out", str(folder)]
    subprocess.run(command, check=True, capture_output=True, cwd=ROOT)
    return folder


def test_our_samples_keep_every_rule_in_each_language(built: Path) -> None:
    files = {path.stem: path for path in built.glob("*/*.docx")}
    assert sorted(files) == sorted(path.stem for path in CONTENT)
    assert {name: check_word(name, path.read_bytes()) for name, path in files.items()} == dict.fromkeys(files, ())


def test_what_can_not_be_opened_is_told_as_what_it_is() -> None:
    assert [one.code for one in check_word("a.docx", b"Tides")] == ["docx.not-a-zip"]


def test_a_part_that_is_missing_is_told_beside_what_else_is_found() -> None:
    data = zipped(parts("<w:p/>") | {"word/_rels/document.xml.rels": relations(("a", "styles", "styles.xml"))})
    assert [one.code for one in check_word("a.docx", data)] == [
        "docx.missing-part",
        "accessibility.no-title",
        "accessibility.no-language",
        "accessibility.compatibility",
    ]


def test_the_empty_document_of_another_program_is_told_what_it_lacks() -> None:
    out = BytesIO()
    docx.Document().save(out)
    assert [one.fact for one in check_word("a.docx", out.getvalue())] == [
        "the document has no title",
        "Word opens this document in compatibility mode (14)",
    ]


def test_long_words_are_cut_where_a_place_is_named() -> None:
    text = "The first count of forty small harbours finds twelve million tonnes"
    assert told(paragraph(text, '<w:effect w:val="lights"/>')) == [
        "moving-text: at “The first count of forty small harbours finds…”: the text blinks"
    ]
    assert told(paragraph("港" * 60, '<w:effect w:val="lights"/>')) == [f"moving-text: at “{'港' * 48}…”: the text blinks"]


@pytest.mark.parametrize("nonsense", ["", "x", "-1", "999999999999", "auto", "1"])
def test_attributes_that_make_no_sense_are_no_reason_to_stop(nonsense: str) -> None:
    sense = re.compile(r'(w:(?:val|type|fill|color|id|themeColor|themeTint)=")[^"]*"')
    files = made(composed(samples.everything())).files
    stories = [name for name in files if name.startswith("word/") and name.endswith(".xml")]
    changed = {name: sense.sub(rf'\g<1>{nonsense}"', files[name].decode()).encode() for name in stories}
    assert all(one.fact for one in check_word("a.docx", zipped(files | changed)))


def test_elements_in_places_where_none_expects_them_are_no_reason_to_stop() -> None:
    odd = "<w:r><w:t>a</w:t></w:r><w:tc><w:p/></w:tc><w:tbl/><w:tr/><w:hyperlink/><w:drawing><wp:docPr id='1'/></w:drawing>"
    files = made(composed(samples.everything())).files | {"word/document.xml": document(odd).encode()}
    assert check_word("a.docx", zipped(files)) != ()
