"""SVG pictures: their size, and that nothing comes in with them."""

from __future__ import annotations

import pytest

from exporter.reading.pictures.refusal import Refusal
from exporter.reading.pictures.svg import svg_size
from tests.reading.pictures.pictures import svg


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ('width="32" height="20"', (32, 20)),
        ('width="32.4px" height="2e1"', (32, 20)),
        ('width="1in" height="72pt"', (96, 96)),
        ('width="25.4mm" height="2.54cm"', (96, 96)),
        ('viewBox="0 0 640 360"', (640, 360)),
        ('viewBox="0,0,640,360" width="100%" height="100%"', (640, 360)),
        ('viewBox="0 0 640 360" width="320"', (320, 180)),
        ('viewBox="-5 -5 640 360" height="180"', (320, 180)),
        ('width="0.2" height="0.2"', (1, 1)),
    ],
)
def test_the_size_is_in_pixels(attributes: str, size: tuple[int, int]) -> None:
    assert svg_size(svg(attributes)) == size


@pytest.mark.parametrize(
    "attributes", ["", 'width="10"', 'width="5em" height="5em"', 'width="-1" height="2"', 'viewBox="0 0 0 0"']
)
def test_a_picture_without_a_size_is_refused(attributes: str) -> None:
    assert refusal(svg(attributes)) == ("image.broken", "this SVG picture has no size")


@pytest.mark.parametrize(
    ("content", "fact"),
    [
        ("<script>alert(1)</script>", "this SVG picture holds a <script> element"),
        ("<g><foreignObject/></g>", "this SVG picture holds a <foreignObject> element"),
        ('<rect onclick="alert(1)"/>', "this SVG picture holds a script, in “onclick”"),
        ('<a href="javascript:alert(1)"/>', "this SVG picture refers to something outside of it"),
        ('<image href="https://a.example/x.png"/>', "this SVG picture refers to something outside of it"),
        ('<image href="../x.png"/>', "this SVG picture refers to something outside of it"),
        ('<use xlink:href="x.svg#a" xmlns:xlink="x"/>', "this SVG picture refers to something outside of it"),
        ('<image href="data:image/svg+xml;base64,AAAA"/>', "this SVG picture refers to something outside of it"),
        ('<rect style="fill:url(https://a.example/#x)"/>', "this SVG picture refers to something outside of it"),
        ("<style>@import 'a.css';</style>", "this SVG picture refers to something outside of it"),
        ("<style>rect{fill:url( 'a.svg#b')}</style>", "this SVG picture refers to something outside of it"),
        ("<?xml-stylesheet href='a.css'?>", "this SVG picture refers to something outside of it"),
    ],
)
def test_scripts_and_references_are_refused(content: str, fact: str) -> None:
    assert refusal(svg(content=content)) == ("image.unsafe", fact)


def test_entities_are_refused_before_they_grow() -> None:
    before = '<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'
    assert refusal(svg(content="<text>&b;</text>", before=before)) == (
        "image.unsafe",
        "this SVG picture declares an entity, “a”",
    )


def test_references_inside_of_the_picture_are_fine() -> None:
    content = (
        '<style>a{fill:url(#g)}</style><use href="#g"/><rect fill="url(#g)"/><image href="data:image/png;base64,AAAA"/>'
    )
    assert svg_size(svg(content=content)) == (32, 20)


def test_broken_xml_is_told_with_its_line() -> None:
    assert refusal(svg(content="\n<g>")) == ("image.broken", "this SVG picture is damaged: mismatched tag in its line 2")


def refusal(data: bytes) -> tuple[str, str]:
    with pytest.raises(Refusal) as caught:
        svg_size(data)
    return caught.value.problem.code, caught.value.problem.fact
