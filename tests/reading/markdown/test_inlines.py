"""Pictures in lines of text, and mistakes inside of their descriptions."""

from __future__ import annotations

from pathlib import Path

import pytest

from exporter import model as m
from tests.reading.markdown.bodies import body, read_body
from tests.reading.pictures.pictures import picture


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with one picture."""
    (tmp_path / "a.png").write_bytes(picture())
    return tmp_path


def images(text: str, project: Path) -> list[m.InlineImage]:
    block = body(text, project).blocks[0]
    assert isinstance(block, m.Paragraph)
    return [inline for inline in block.content if isinstance(inline, m.InlineImage)]


@pytest.mark.parametrize(
    ("written", "alt"),
    [
        ("![a *red* `buoy`](a.png)", "a red buoy"),
        ('![a](a.png){alt="a  buoy"}', "a buoy"),
        ('![a](a.png){alt=""}', ""),
        ("![a\nbuoy](a.png)", "a buoy"),
    ],
)
def test_the_description_is_the_alternative_text_unless_one_is_given(written: str, alt: str, project: Path) -> None:
    assert [image.alt for image in images(f"x {written}", project)] == [alt]


@pytest.mark.parametrize("text", ["x ![b [c](rel)](a.png)", "![b [c](rel)](a.png)", "x ![![b [c](rel)](a.png)](a.png)"])
def test_a_mistake_inside_of_a_description_is_told_at_its_place(text: str, project: Path) -> None:
    places = [one.place for one in read_body(text, project)[1].found if one.code == "markdown.relative-link"]
    assert [(place.column, place.length) for place in places] == [(text.index("[c]") + 1, len("[c](rel)"))]


def test_attributes_inside_of_a_description_are_told_at_their_place(project: Path) -> None:
    text = "x ![b [c]{.d}](a.png)"
    assert [one.place.column for one in read_body(text, project)[1].found] == [text.index(".d") + 1]


def test_control_characters_that_entities_bring_in_become_spaces() -> None:
    block = body("a&#12;b&#9;c&#10;d&#13;e").blocks[0]
    assert isinstance(block, m.Paragraph)
    assert block.content == (m.Text("a b c d e"),)
