"""Types and sizes of pictures, read from their structure; what is damaged or of another kind is refused."""

from __future__ import annotations

import pytest
from PIL import Image

from exporter.reading.pictures.formats import measure
from exporter.reading.pictures.refusal import Refusal
from tests.reading.pictures.pictures import picture, svg


def refusal(data: bytes) -> tuple[str, str, str]:
    with pytest.raises(Refusal) as caught:
        measure(data)
    problem = caught.value.problem
    return problem.code, problem.fact, problem.hint


@pytest.mark.parametrize(
    ("kind", "media_type", "options"),
    [
        ("PNG", "image/png", {}),
        ("PNG", "image/png", {"dpi": (300, 300)}),
        ("JPEG", "image/jpeg", {}),
        ("JPEG", "image/jpeg", {"progressive": True, "comment": b"hm"}),
        ("GIF", "image/gif", {}),
        ("GIF", "image/gif", {"save_all": True, "append_images": [Image.new("RGB", (32, 20), "red")], "loop": 0}),
    ],
)
def test_type_and_size_are_those_that_pillow_wrote(kind: str, media_type: str, options: dict[str, object]) -> None:
    assert measure(picture(kind, 320, 33, options=options)) == (media_type, 320, 33)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "I;16"])
def test_every_kind_of_png_is_read(mode: str) -> None:
    assert measure(picture("PNG", 7, 9, mode)) == ("image/png", 7, 9)


def test_svg_is_recognised_behind_declarations_and_comments() -> None:
    before = '\ufeff<?xml version="1.0"?>\n<!-- made by hand -->\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "a.dtd">\n'
    assert measure(svg(before=before)) == ("image/svg+xml", 32, 20)
    assert measure(svg(before='<?xml version="1.0" encoding="utf-16"?>').decode().encode("utf-16")) == (
        "image/svg+xml",
        32,
        20,
    )


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF"])
@pytest.mark.parametrize("share", [0.5, 0.9, 0.98])
def test_a_picture_that_was_cut_off_is_damaged(kind: str, share: float) -> None:
    data = picture(kind, 400, 300)
    assert refusal(data[: int(len(data) * share)]) == (
        "image.broken",
        f"this {kind} picture is damaged: its end is missing",
        "Save or download it again.",
    )


def test_a_changed_byte_of_a_png_is_noticed() -> None:
    data = bytearray(picture("PNG", 400, 300))
    data[len(data) // 2] ^= 1
    assert refusal(bytes(data))[1] == "this PNG picture is damaged: a part of it has changed"


def test_a_png_without_its_picture_is_damaged() -> None:
    data = picture("PNG")
    start, end = data.index(b"IDAT") - 4, data.index(b"IEND") - 4
    assert refusal(data[:start] + data[end:])[1] == "this PNG picture is damaged: the picture itself is missing"


def test_a_photo_on_its_side_is_refused() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    assert refusal(picture("JPEG", options={"exif": exif.tobytes()})) == (
        "image.turned",
        "this picture lies on its side, with a note to turn it that Word ignores",
        "Open it in a picture editor and save it upright.",
    )


def test_an_upright_photo_with_exif_is_fine() -> None:
    exif = Image.Exif()
    exif[0x0112], exif[0x010F] = 1, "Camera"
    assert measure(picture("JPEG", options={"exif": exif.tobytes()})) == ("image/jpeg", 32, 20)


@pytest.mark.parametrize(
    ("kind", "name"), [("WEBP", "a WebP picture"), ("BMP", "a BMP picture"), ("TIFF", "a TIFF picture"), ("ICO", "an icon")]
)
def test_other_kinds_are_refused_by_their_name(kind: str, name: str) -> None:
    assert refusal(picture(kind)) == (
        "image.type",
        f"this is {name}",
        "Save it as PNG or JPEG, which every output can show.",
    )


@pytest.mark.parametrize(
    ("data", "fact"),
    [
        (b"\0\0\0\x1cftypavif", "this is an AVIF picture"),
        (b"\0\0\0\x1cftypheic", "this is a HEIC picture"),
        (b"8BPS\0\1", "this is a Photoshop file"),
        (b"%PDF-1.7", "this is a PDF"),
        (b"\x1f\x8b\x08", "this is a compressed file"),
        (b"<!DOCTYPE html><title>404</title>", "this is a web page, not a picture"),
        (b"version https://git-lfs.github.com/spec/v1\n", "this only points to a picture in Git's large file storage"),
        (b"words", "this is not a picture"),
        (b"<note/>", "this is not a picture"),
    ],
)
def test_what_is_no_picture_is_called_what_it_is(data: bytes, fact: str) -> None:
    assert refusal(data)[:2] == ("image.type", fact)


def test_an_empty_file_is_no_picture() -> None:
    assert refusal(b"")[:2] == ("image.broken", "this file is empty")
