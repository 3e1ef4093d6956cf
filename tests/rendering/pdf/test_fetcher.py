from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from msgspec.structs import replace
from PIL import Image as Pillow

from exporter.rendering.pdf.fetcher import BASE, Fetcher, Refusal
from tests import samples

QUAY = samples.picture("quay at low tide.png", "#7aa6c2")


def test_a_picture_of_the_release_is_answered_with_its_bytes_and_type() -> None:
    response = Fetcher((QUAY,), {})(f"{BASE}quay%20at%20low%20tide.png")
    assert (response.read(), response.content_type) == (QUAY.data, "image/png")


def test_a_grey_picture_of_16_bits_is_handed_on_with_8() -> None:
    data = BytesIO()
    Pillow.new("I;16", (2, 1), 0x4321).save(data, "png")
    fetcher = Fetcher((replace(QUAY, name="grey.png", data=data.getvalue()),), {})
    with Pillow.open(BytesIO(fetcher(f"{BASE}grey.png").read())) as picture:
        assert (picture.mode, picture.getpixel((0, 0))) == ("L", 0x43)


def test_a_font_is_answered_from_its_path_or_from_memory(tmp_path: Path) -> None:
    (tmp_path / "a.ttf").write_bytes(b"on disk")
    fetcher = Fetcher((), {"fonts/0.ttf": tmp_path / "a.ttf", "fonts/1.ttf": b"in memory"})
    assert [fetcher(f"{BASE}fonts/{number}.ttf").read() for number in (0, 1)] == [b"on disk", b"in memory"]


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/quay.png",
        "file:///etc/hostname",
        "data:image/png;base64,AAAA",
        f"{BASE}other.png",
        f"{BASE}../quay.png",
        f"http{BASE.removeprefix('https')}quay.png",
        "ftp://example.org/quay.png",
    ],
)
def test_every_other_address_is_refused(url: str) -> None:
    with pytest.raises(Refusal, match="it is not one of the release's pictures"):
        Fetcher((QUAY,), {})(url)
