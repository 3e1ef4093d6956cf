"""Pictures are known by their file, and what is drawn but no picture is told."""

from __future__ import annotations

import hashlib
from io import BytesIO
from zipfile import ZipFile

import pytest

from exporter.merging.copy.view import Copy, Oddity
from exporter.merging.runs import Run
from tests import word_packages
from tests.merging.copy.copies import BASE_STYLES, hand_made, p, piece, r, read

DATA = b"the bytes of a picture"
SHA256 = hashlib.sha256(DATA).hexdigest()
BOX = f"<wps:txbx><w:txbxContent>{p(r('In a box'))}</w:txbxContent></wps:txbx>"
OLD_BOX = f"<w:txbxContent>{p(r('Old'))}</w:txbxContent>"
CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"


def drawing(inner: str, alt: str = "", kind: str = "picture") -> str:
    graphic = f'<a:graphic><a:graphicData uri="{kind}">{inner}</a:graphicData></a:graphic>'
    return f'<w:drawing><wp:inline><wp:docPr id="1" name="x" descr="{alt}"/>{graphic}</wp:inline></w:drawing>'


def picture(alt: str) -> str:
    return f'<w:r>{drawing("""<a:blip r:embed="image"/>""", alt)}</w:r>'


def copy_of(*content: str) -> Copy:
    """A copy with one picture in its package."""
    data = hand_made("".join(content), {"styles": BASE_STYLES}, ("image", "image", "media/image1.png"))
    with ZipFile(BytesIO(data)) as archive:
        entries: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    return read(word_packages.zipped({**entries, "word/media/image1.png": DATA}))


def test_a_picture_that_stands_alone_is_a_figure() -> None:
    (figure,) = copy_of(p(piece("f1", picture("A  quay")), style="Picture")).final.body
    assert (figure.ids, figure.role, figure.picture, figure.alt, figure.segments) == (
        ("f1",),
        "picture",
        SHA256,
        "A quay",
        (),
    )


def test_a_picture_among_words_or_in_a_cell_is_one_of_their_runs() -> None:
    line, cell = copy_of(
        p(r("See "), picture("a buoy"), r(".")), f"<w:tbl><w:tr><w:tc>{p(picture(''))}</w:tc></w:tr></w:tbl>"
    ).final.body
    assert line.segments[0].runs == (Run("See "), Run("", picture="a buoy"), Run("."))
    assert (cell.segments[0].runs, cell.picture) == ((Run("", picture=""),), "")


@pytest.mark.parametrize(
    ("inner", "fact"),
    [
        (drawing(BOX), "a text box: “In a box”"),
        (f"<w:pict><v:shape><v:textbox>{OLD_BOX}</v:textbox></v:shape></w:pict>", "a text box: “Old”"),
        ("<w:object><o:OLEObject/></w:object>", "an embedded object"),
        (drawing("", kind=CHART), "a chart of Word"),
        (drawing("", kind="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"), "a shape"),
    ],
)
def test_what_is_drawn_but_no_picture_is_odd(inner: str, fact: str) -> None:
    copy = copy_of(p(piece("p1", r("One"), f"<w:r>{inner}</w:r>", r("."))))
    assert copy.final.body[0].segments[0].runs == (Run("One."),)
    assert copy.oddities == (Oddity("p1", fact),)


def test_a_box_with_a_form_for_old_programs_is_read_once() -> None:
    choice, fallback = f"<mc:Choice Requires='wps'>{drawing(BOX)}</mc:Choice>", f"<mc:Fallback>{drawing(BOX)}</mc:Fallback>"
    copy = copy_of(p(piece("p1", r("One."), f"<w:r><mc:AlternateContent>{choice}{fallback}</mc:AlternateContent></w:r>")))
    assert copy.oddities == (Oddity("p1", "a text box: “In a box”"),)
