"""Pictures: described, by no file name, and in the line."""

from __future__ import annotations

import pytest

from tests.accessibility.documents import FINE, header, paragraph, told

DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><d:decorative '
    'xmlns:d="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)
BOX = f"<w:txbxContent>{paragraph('Boxed')}</w:txbxContent>"


def picture(description: str = "", inside: str = "", place: str = "inline") -> str:
    about = f'<wp:docPr id="1" name="Picture 1" descr="{description}">{inside}</wp:docPr>'
    return f"<w:p><w:r><w:drawing><wp:{place}>{about}</wp:{place}></w:drawing></w:r></w:p>"


def vml(shape: str) -> str:
    return f"<w:p><w:r><w:pict>{shape}</w:pict></w:r></w:p>"


def test_a_picture_with_a_description_or_a_decorative_one_is_fine() -> None:
    assert told(FINE + picture("Two cranes, and a coaster beside them.") + picture(inside=DECORATIVE)) == []


@pytest.mark.parametrize("description", ["", " "])
def test_a_picture_without_a_description_is_told(description: str) -> None:
    assert told(FINE + picture(description)) == ["no-description: after “Tides”: the picture “Picture 1” has no description"]


@pytest.mark.parametrize("name", ["IMG_0123.JPG", "image1.png", "harbour-e4df.jpeg", "IMG_0123", "DSC01234", "a/b.svg"])
def test_a_description_that_is_the_name_of_a_file_is_told(name: str) -> None:
    fact = f"the picture “Picture 1” is described by the name of a file, “{name}”"
    assert told(picture(name)) == [f"file-name: at the beginning: {fact}"]


def test_a_picture_in_a_header_is_told_with_its_header() -> None:
    section = '<w:sectPr><w:headerReference w:type="first" r:id="rheader1"/></w:sectPr>'
    assert told(FINE + section, header1=header(picture())) == [
        "no-description: in the header of first pages, at the beginning: the picture “Picture 1” has no description"
    ]


def test_a_header_that_two_sections_share_is_looked_at_once() -> None:
    section = '<w:sectPr><w:headerReference w:type="default" r:id="rheader1"/></w:sectPr>'
    body = f"<w:p><w:pPr>{section}</w:pPr></w:p>{FINE}{section}"
    assert told(body, header1=header(picture())) == [
        "no-description: in the header, at the beginning: the picture “Picture 1” has no description"
    ]


def test_pictures_of_the_older_kind_are_held_to_the_same() -> None:
    shape = '<v:shape alt="{}"><v:imagedata r:id="a"/></v:shape>'
    assert told(vml(shape.format("Two cranes"))) == []
    assert told(vml(shape.format(""))) == ["no-description: at the beginning: a picture has no description"]
    assert told(FINE + vml('<v:rect o:hr="t"/>')) == []


def test_a_picture_that_floats_is_told() -> None:
    assert told(FINE + picture("Two cranes", place="anchor")) == [
        "floating: after “Tides”: a picture is not in line with the text"
    ]
    assert told(vml('<v:shape alt="Cranes" style="position: absolute; left:0"/>')) == [
        "floating: at the beginning: a picture is not in line with the text"
    ]


def test_a_box_with_text_is_told_once_and_its_text_is_its_description() -> None:
    shape = f"<a:graphic><wps:wsp><wps:txbx>{BOX}</wps:txbx></wps:wsp></a:graphic>"
    drawn = f'<w:drawing><wp:anchor><wp:docPr id="1" name="Box 1"/>{shape}</wp:anchor></w:drawing>'
    older = f"<w:pict><v:shape><v:textbox>{BOX}</v:textbox></v:shape></w:pict>"
    choice = f'<mc:Choice Requires="wps">{drawn}</mc:Choice><mc:Fallback>{older}</mc:Fallback>'
    both = f"<mc:AlternateContent>{choice}</mc:AlternateContent>"
    for run in (drawn, older, both):
        assert told(f"<w:p><w:r>{run}<w:t>Tides</w:t></w:r></w:p>") == [
            "floating: at “Tides”: a text box is not in line with the text"
        ]


def test_a_picture_that_was_deleted_with_changes_tracked_is_none() -> None:
    assert told(FINE + picture("").replace("<w:r>", "<w:del><w:r>").replace("</w:r>", "</w:r></w:del>") + FINE) == [
        "empty-paragraph: after “Tides”: an empty paragraph makes space"
    ]
