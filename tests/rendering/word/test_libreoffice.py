"""LibreOffice opens the file, and its pages hold the words that our reader finds."""

from __future__ import annotations

import re
import shutil
import subprocess
import unicodedata
from collections import Counter
from pathlib import Path

import pytest

from exporter.parity.docx_reader import read
from tests import samples
from tests.rendering.word import releases
from tests.rendering.word.word_jobs import Docx, W, composed, made

RELEASES = {"everything": samples.everything, "nested": releases.nested}


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """The words on the pages of each release as LibreOffice sets them; it is started once."""
    if not shutil.which("soffice") or not shutil.which("pdftotext"):
        pytest.skip("soffice and pdftotext are not installed")
    folder = tmp_path_factory.mktemp("libreoffice")
    files = [folder / f"{name}.docx" for name in RELEASES]
    for file in files:
        file.write_bytes(made(composed(RELEASES[file.stem]())).data)
    command = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf"]
    subprocess.run([*command, "--outdir", str(folder), *map(str, files)], check=True, capture_output=True, timeout=120)
    return {name: _words(folder / f"{name}.pdf") for name in RELEASES}


def _words(pdf: Path) -> list[str]:
    run = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], check=True, capture_output=True, text=True)
    return words(run.stdout)


def words(text: str) -> list[str]:
    """Letters and digits alone: LibreOffice sets capitals and ligatures, and pdftotext moves brackets of Arabic."""
    return re.findall(r"\w+", unicodedata.normalize("NFKC", text).casefold())


def furniture(file: Docx) -> set[str]:
    """The words of heads and feet, of marks of lists and notes: what the reader leaves out."""
    parts = [root for name, root in file.stories().items() if "header" in name or "footer" in name]
    marks = {str(number) for number in range(10)} | set("abc")
    return {word for root in parts for run in root.iter(W + "t") for word in words(run.text or "")} | marks


@pytest.mark.parametrize("name", RELEASES)
def test_libreoffice_shows_every_word_that_the_reader_finds_and_no_other(name: str, pages: dict[str, list[str]]) -> None:
    file = made(composed(RELEASES[name]()))
    back = read(file.data)
    ours, theirs = Counter(words(f"{back.flow} {back.notes}")), Counter(pages[name])
    assert sorted((ours - theirs).elements()) == []
    assert {word for word in theirs - ours if word not in furniture(file)} == set()
