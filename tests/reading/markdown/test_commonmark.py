"""The examples of the CommonMark specification: each is read with all its words, or refused because it holds HTML."""

from __future__ import annotations

import pytest

from exporter import walking
from exporter.diagnostics import Result
from exporter.model import Release
from exporter.reading.content_file import read_release
from tests import samples
from tests.commonmark import Example, examples, words_of_html, write_pictures

COUNT, REFUSED = 652, 66
# A picture inside the caption of a picture keeps its own alternative text, which is no word of the caption.
OTHER_WORDS = {574: ["foo"]}


Readings = list[tuple[Example, Result[Release]]]


@pytest.fixture(scope="module")
def readings(tmp_path_factory: pytest.TempPathFactory) -> Readings:
    """Every example and what it is read into, in a project with the pictures that the examples name."""
    project = tmp_path_factory.mktemp("commonmark")
    write_pictures(project)
    brand = samples.brand()

    def read(example: Example) -> Result[Release]:
        file = str(project / "content" / f"{example.number}.md")
        return read_release(file, example.content_file().encode(), project, brand)

    return [(example, read(example)) for example in examples()]


def test_all_examples_are_there(readings: Readings) -> None:
    assert len(readings) == COUNT


def test_no_example_loses_a_word(readings: Readings) -> None:
    lost = []
    for example, result in readings:
        if result.value is not None:
            said = " ".join(piece.text for piece in walking.pieces(result.value) if piece.flow != "field").split()
            if said != OTHER_WORDS.get(example.number, words_of_html(example.html)):
                lost.append((example.number, example.markdown, said))
    assert lost == []


def test_what_is_refused_is_html_and_told_at_its_place(readings: Readings) -> None:
    refused = [(example, result.diagnostics) for example, result in readings if result.value is None]
    errors = [one for _, diagnostics in refused for one in diagnostics if one.is_error]
    assert {error.code for error in errors} == {"markdown.raw-html"}
    assert [error for error in errors if not error.place.line or not error.source_line] == []
    assert [example.number for example, _ in refused if "<" not in example.markdown] == []
    assert len(refused) == REFUSED
