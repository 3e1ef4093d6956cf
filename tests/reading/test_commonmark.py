"""The examples of the CommonMark specification: each is read with all its words, or refused because it holds HTML."""

from __future__ import annotations

from pathlib import Path

import pytest

from exporter import walking
from exporter.diagnostics import Result
from exporter.model import Release
from exporter.reading.content_file import read_release
from tests import samples
from tests.commonmark import Example, examples, words_of_html, write_pictures

COUNT = 652
HTML = "Raw HTML"
# A picture inside the caption of a picture keeps its own alternative text, which is no word of the caption.
OTHER_WORDS = {574: ["foo"]}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with the pictures that the examples name."""
    folder = tmp_path_factory.mktemp("commonmark")
    write_pictures(folder)
    return folder


def read(example: Example, project: Path) -> Result[Release]:
    file = str(project / "content" / f"{example.number}.md")
    return read_release(file, example.content_file().encode(), project, samples.brand())


def test_all_examples_are_there() -> None:
    assert len(list(examples())) == COUNT


def test_no_example_loses_a_word(project: Path) -> None:
    lost = []
    for example in examples():
        release = read(example, project).value
        if release is not None:
            said = " ".join(piece.text for piece in walking.pieces(release) if piece.flow != "field").split()
            if said != OTHER_WORDS.get(example.number, words_of_html(example.html)):
                lost.append((example.number, example.markdown, said))
    assert lost == []


def test_what_is_refused_is_html_and_told_at_its_place(project: Path) -> None:
    refused = {example: read(example, project) for example in examples()}
    refused = {example: result for example, result in refused.items() if result.value is None}
    errors = [one for result in refused.values() for one in result.diagnostics if one.is_error]
    assert {error.code for error in errors} == {"markdown.raw-html"}
    assert [error for error in errors if not error.place.line or not error.source_line] == []
    assert 60 < len(refused) < 70
    assert [example.number for example in refused if "<" not in example.markdown] == []
