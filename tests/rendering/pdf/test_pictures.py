from __future__ import annotations

from io import BytesIO
from pathlib import PurePosixPath
from typing import Literal

import pikepdf
import pypdfium2
import pytest
from msgspec.structs import replace
from PIL import Image as Pillow
from PIL import ImageCms

from exporter import model as m
from exporter.target import Target
from tests import samples
from tests.rendering.pdf.pdf_jobs import Made, job, made, release

TYPES: dict[str, Literal["image/png", "image/jpeg"]] = {"PNG": "image/png", "JPEG": "image/jpeg"}
RED, BLUE = (200, 30, 30), (30, 30, 200)
SCREEN = Target()
KEPT: list[Made] = []  # pikepdf closes a file when nothing holds it, and with it its pictures


def file_of(picture: Pillow.Image, form: str = "PNG", **how: object) -> bytes:
    file = BytesIO()
    picture.save(file, form, **how)
    return file.getvalue()


def drawing(width: int = 1600, height: int = 800, mode: str = "RGB") -> Pillow.Image:
    """A few flat colours with a round edge between them."""
    disc = Pillow.radial_gradient("L").resize((width, height)).point(lambda level: 255 if level < 128 else 0)
    ground = Pillow.new(mode, (width, height), RED)
    ground.paste(Pillow.new(mode, (width, height), BLUE), mask=disc)
    return ground


def photograph(width: int = 1600, height: int = 800) -> Pillow.Image:
    """Soft, with the noise of a sensor."""
    soft = Pillow.merge("RGB", [Pillow.radial_gradient("L").rotate(turn) for turn in (0, 90, 45)]).resize((width, height))
    noise = Pillow.linear_gradient("L").resize((width, height)).convert("RGB")
    return Pillow.blend(soft, noise, 0.3)


def embedded(data: bytes, form: str = "PNG", target: Target = SCREEN) -> pikepdf.PdfImage:
    """The picture as the PDF has it, from a figure as wide as the text (482 pixels, 5.02 inches)."""
    with Pillow.open(BytesIO(data)) as opened:
        size = opened.size
    image = m.Image(f"figure.{form.lower()}", PurePosixPath("figure"), TYPES[form], data, *size)
    (found,) = pictures(m.Figure("f1", samples.span(12), image, "A figure", (), ""), target=target)
    return found


def pictures(*blocks: m.Block, target: Target = SCREEN) -> list[pikepdf.PdfImage]:
    """The pictures in the PDF of a release with these blocks and no logo."""
    document = made(replace(job(release(*blocks), replace(samples.brand(), logo=None)), target=target))
    KEPT.append(document)
    return [as_image(entry) for entry in document.file.pages[0]["/Resources"]["/XObject"].values()]


def as_image(entry: pikepdf.Object) -> pikepdf.PdfImage:
    assert isinstance(entry, pikepdf.Stream)
    return pikepdf.PdfImage(entry)


def mask_of(image: pikepdf.PdfImage) -> Pillow.Image:
    return as_image(image.obj["/SMask"]).as_pil_image()


def densities() -> list[int]:
    """The pixels an inch of what the last PDF shows, in order, as PDFium measures them."""
    document = pypdfium2.PdfDocument(KEPT[-1].data)
    shown = [one for one in document[0].get_objects() if isinstance(one, pypdfium2.PdfImage)]
    found = [round(one.get_px_size()[0] / (one.get_bounds()[2] - one.get_bounds()[0]) * 72) for one in shown]
    document.close()
    return found


def pixel(image: pikepdf.PdfImage, x: float = 0.5, y: float = 0.5) -> tuple[int, ...]:
    """The colour at a place given in fractions of width and height."""
    picture = image.as_pil_image().convert("RGB")
    found = picture.getpixel((int(x * (picture.width - 1)), int(y * (picture.height - 1))))
    assert isinstance(found, tuple)
    return found


def is_near(one: tuple[int, ...], other: tuple[int, ...], most: int = 6) -> bool:
    return all(abs(a - b) <= most for a, b in zip(one, other, strict=True))


def other_profile() -> bytes:
    """The profile of sRGB under another name and with red and blue exchanged (ICC.1, 7.3)."""
    data = (
        ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))
        .tobytes()
        .replace("sRGB".encode("utf-16-be"), b"\0o\0t\0h\0r")
    )
    return data.replace(b"rXYZ", b"?XYZ").replace(b"bXYZ", b"rXYZ").replace(b"?XYZ", b"bXYZ")


# --- how large -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("picture", "form"), [(drawing(), "PNG"), (photograph(), "PNG"), (photograph(), "JPEG")])
def test_a_picture_has_no_more_than_150_pixels_an_inch(picture: Pillow.Image, form: str) -> None:
    image = embedded(file_of(picture, form), form)
    assert (densities(), round(image.width / image.height, 1)) == ([150], 2)


def test_a_picture_that_has_fewer_keeps_them() -> None:
    image = embedded(file_of(photograph(300, 150)))
    assert (image.width, image.height) == (300, 150)


def test_a_picture_is_as_large_as_its_largest_showing_needs() -> None:
    source = file_of(drawing(1600, 800))
    image = m.Image("twice.png", PurePosixPath("twice"), "image/png", source, 1600, 800)
    line = m.Paragraph("p1", samples.span(11), (m.InlineImage(image, "A mark"),))
    found = pictures(line, m.Figure("f1", samples.span(12), image, "A figure", (), ""))
    assert (len(found), min(densities())) == (1, 150)


# --- how it is written -----------------------------------------------------------------------------------------------------


def test_a_jpeg_of_the_right_size_goes_in_as_it_is() -> None:
    data = file_of(photograph(300, 150), "JPEG", quality=71)
    assert embedded(data, "JPEG").obj.read_raw_bytes() == data


def test_a_jpeg_that_is_cut_down_stays_one() -> None:
    image = embedded(file_of(photograph(), "JPEG"), "JPEG")
    assert image.filters == ["/DCTDecode"]


def test_a_drawing_keeps_its_colours_and_gets_a_palette() -> None:
    image = embedded(file_of(drawing()))
    assert (image.indexed, pixel(image), pixel(image, 0, 0)) == (True, BLUE, RED)


def test_a_drawing_of_the_right_size_is_kept_pixel_by_pixel() -> None:
    source = drawing(300, 150)
    assert embedded(file_of(source)).as_pil_image().convert("RGB").tobytes() == source.tobytes()


def test_a_drawing_with_a_palette_is_a_drawing() -> None:
    image = embedded(file_of(drawing().quantize(4)))
    assert (image.indexed, is_near(pixel(image), BLUE)) == (True, True)


def test_a_photograph_that_was_saved_without_loss_becomes_a_jpeg_for_the_screen() -> None:
    assert embedded(file_of(photograph())).filters == ["/DCTDecode"]


def test_transparency_stays_beside_the_colours() -> None:
    source = drawing()
    source.putalpha(Pillow.linear_gradient("L").resize(source.size))
    image = embedded(file_of(source))
    mask = mask_of(image)
    levels = mask.resize((1, 3)).tobytes()
    assert (mask.size, [round(level / 64) for level in levels]) == ((image.width, image.height), [1, 2, 3])


def test_an_alpha_channel_that_hides_nothing_is_left_out() -> None:
    source = drawing()
    source.putalpha(255)
    assert "/SMask" not in embedded(file_of(source)).obj


def test_a_grey_picture_stays_grey() -> None:
    image = embedded(file_of(drawing(mode="RGB").convert("L")))
    assert (image.colorspace, densities()) == ("/DeviceGray", [150])


def test_no_picture_is_interpolated() -> None:
    image = embedded(file_of(drawing(300, 150)))
    assert image.obj.get("/Interpolate", False) is False


def test_two_builds_write_the_same_bytes() -> None:
    first, second = (embedded(file_of(photograph(), "JPEG"), "JPEG").obj.read_raw_bytes() for _ in range(2))
    assert first == second


# --- colours ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", ["PNG", "JPEG"])
def test_colours_of_another_profile_look_as_they_are_meant(form: str) -> None:
    image = embedded(file_of(Pillow.new("RGB", (400, 200), RED), form, icc_profile=other_profile()), form)
    assert is_near(pixel(image), BLUE, 12)


def test_a_jpeg_in_srgb_is_not_made_anew() -> None:
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    data = file_of(photograph(300, 150), "JPEG", icc_profile=srgb)
    assert embedded(data, "JPEG").obj.read_raw_bytes() == data


@pytest.mark.parametrize("profile", [b"not a profile", other_profile()[:200]])
def test_a_broken_profile_is_as_good_as_none(profile: bytes) -> None:
    image = embedded(file_of(Pillow.new("RGB", (400, 200), RED), "JPEG", icc_profile=profile), "JPEG")
    assert is_near(pixel(image), RED)


def test_a_profile_for_other_colours_is_as_good_as_none() -> None:
    image = embedded(file_of(Pillow.new("L", (400, 200), 120), "JPEG", icc_profile=other_profile()), "JPEG")
    assert is_near(pixel(image), (120, 120, 120))


def test_transparency_outlives_a_change_of_colours() -> None:
    image = embedded(file_of(Pillow.new("RGBA", (400, 200), (*RED, 90)), icc_profile=other_profile()))
    mask = mask_of(image)
    assert (is_near(pixel(image), BLUE, 12), mask.getpixel((5, 5))) == (True, 90)


def cmyk(data: bytes, *, by_adobe: bool) -> bytes:
    """A JPEG of four inks, without the part of Adobe when another program wrote it."""
    if by_adobe:
        return data
    start = data.index(b"\xff\xee")
    return data[:start] + data[start + 2 + int.from_bytes(data[start + 2 : start + 4], "big") :]


@pytest.mark.parametrize(("by_adobe", "color"), [(True, (0, 0, 0)), (False, (255, 0, 0))])
def test_inks_of_a_jpeg_become_colours(by_adobe: bool, color: tuple[int, ...]) -> None:
    """Adobe's programs write inks upside down and say so; without that, full cyan and black are none."""
    data = cmyk(file_of(Pillow.new("CMYK", (400, 200), (255, 0, 0, 255)), "JPEG"), by_adobe=by_adobe)
    image = embedded(data, "JPEG")
    assert (image.colorspace, is_near(pixel(image), color)) == ("/DeviceRGB", True)


# --- on paper --------------------------------------------------------------------------------------------------------------


def test_what_is_for_paper_has_300_pixels_an_inch_and_loses_nothing() -> None:
    image = embedded(file_of(photograph(2000, 1000)), target=Target(print=True))
    assert (densities(), image.filters) == ([300], ["/FlateDecode"])
