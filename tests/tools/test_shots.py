"""Messages are shown as a client shows them: at a pane's width, in full height, in light and dark."""

from __future__ import annotations

import shutil
from email.message import EmailMessage
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from tools.shots import BROWSERS, html_of, message_shots

PAGE = """<!doctype html><meta name="color-scheme" content="light dark">
<style>body {{ margin: 0; background: #ffffff; }} @media (prefers-color-scheme: dark) {{ body {{ background: #101010; }} }}
div {{ height: 300px; }} @media (max-width: 400px) {{ div {{ height: 700px; }} }}</style><div>{content}</div>"""


@pytest.fixture
def message(tmp_path: Path) -> Path:
    """An `.eml` with a picture in it."""
    picture = BytesIO()
    Image.new("RGB", (4, 4), "#ff0000").save(picture, "PNG")
    text = EmailMessage()
    text.set_content("Plain")
    text.add_alternative(PAGE.format(content='<img src="cid:logo@harbour.test" alt="">'), subtype="html")
    _, page = text.iter_parts()
    page.add_related(picture.getvalue(), "image", "png", cid="<logo@harbour.test>")
    path = tmp_path / "story.eml"
    path.write_bytes(bytes(text))
    return path


def test_pictures_by_content_id_are_put_into_the_html(message: Path) -> None:
    assert 'src="data:image/png;base64,' in html_of(message)


@pytest.mark.skipif(not any(map(shutil.which, BROWSERS)), reason="no Chromium is installed")
@pytest.mark.parametrize(("dark", "background"), [(False, (255, 255, 255)), (True, (16, 16, 16))])
def test_a_message_is_shown_at_each_width_in_its_full_height(
    message: Path, dark: bool, background: tuple[int, int, int]
) -> None:
    shots = message_shots(message, (320, 600), dark=dark)
    assert [shot.size for shot in shots] == [(320, 700), (600, 300)]
    assert [shot.getpixel((200, 200)) for shot in shots] == [background, background]
