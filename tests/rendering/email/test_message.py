from __future__ import annotations

import datetime as dt
import re
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exporter.rendering.email.message import Letter, cid, message_bytes
from exporter.rendering.email.pictures import Picture

PICTURE = Picture("quay.png", "quay.png", "image/png", bytes(range(256)) * 3)
LETTER = Letter(
    subject="Small ports carry more",
    sender="press@harbour.example",
    name="Harbour Institute",
    lang="en-GB",
    moment=dt.datetime(2026, 5, 12, 12, 0, tzinfo=dt.UTC),
    text="Ports grow.\n.\nFrom Alder\n",
    html="<p>Ports grow.</p>\n",
    pictures=(PICTURE,),
)


def parsed(letter: Letter) -> EmailMessage:
    message = message_from_bytes(message_bytes(letter), policy=default)
    for part in message.walk():
        assert part.defects == []
        assert [defect for header in part.values() for defect in header.defects] == []
    return message


def changed(**changes: Any) -> Letter:
    return LETTER._replace(**changes)


def test_the_text_comes_first_and_the_html_stands_with_its_pictures() -> None:
    assert [part.get_content_type() for part in parsed(LETTER).walk()] == [
        "multipart/alternative",
        "text/plain",
        "multipart/related",
        "text/html",
        "image/png",
    ]


def test_without_pictures_the_html_stands_alone() -> None:
    types = [part.get_content_type() for part in parsed(changed(pictures=())).walk()]
    assert types == ["multipart/alternative", "text/plain", "text/html"]


def test_the_headers_say_who_what_and_when_once_each_and_to_nobody() -> None:
    headers = parsed(LETTER).items()
    assert [(name, value) for name, value in headers if name != "Message-ID"] == [
        ("X-Unsent", "1"),
        ("Date", "Tue, 12 May 2026 12:00:00 +0000"),
        ("From", "Harbour Institute <press@harbour.example>"),
        ("Subject", "Small ports carry more"),
        ("Content-Language", "en-GB"),
        ("MIME-Version", "1.0"),
        ("Content-Type", dict(headers)["Content-Type"]),
    ]
    assert re.fullmatch(r"<[0-9a-f]{24}@harbour\.example>", dict(headers)["Message-ID"])


@pytest.mark.parametrize("sender", ["", "press", "press@harbour", "a@b.example\nBcc: c@d.example", "prässe@harbour.example"])
def test_without_a_sender_it_is_a_draft_without_from(sender: str) -> None:
    message = parsed(changed(sender=sender))
    assert "From" not in message
    assert "Bcc" not in message
    assert message["Message-ID"].endswith("@pressroom.invalid>")


def test_the_texts_come_back_as_they_were() -> None:
    html = "<p>Häfen &amp; 港 " + "x" * 2000 + " trailing \t\n</p>"
    message = parsed(changed(html=html))
    bodies = {part.get_content_type(): part.get_content() for part in message.walk() if not part.is_multipart()}
    assert bodies["text/plain"].replace("\r\n", "\n") == LETTER.text
    assert bodies["text/html"].replace("\r\n", "\n") == html
    assert bodies["image/png"] == PICTURE.data


def test_a_picture_is_found_by_its_content_id() -> None:
    (part,) = [part for part in parsed(LETTER).walk() if part.get_content_type() == "image/png"]
    assert part["Content-ID"] == f"<{cid(PICTURE, LETTER.sender)}>" == "<quay.png@harbour.example>"
    assert (part.get_content_disposition(), part.get_filename()) == ("inline", "quay.png")


def test_every_line_is_short_plain_ascii_and_ends_in_cr_lf() -> None:
    data = message_bytes(changed(subject="港" * 90, name="Häfen " * 20, text="港" * 500, html="x" * 3000))
    lines = data.split(b"\r\n")
    assert b"\n" not in b"".join(lines)
    assert max(map(len, lines)) <= 78
    assert data.isascii()


def test_the_same_letter_is_the_same_bytes_and_another_has_another_id() -> None:
    assert message_bytes(LETTER) == message_bytes(changed())
    assert parsed(LETTER)["Message-ID"] != parsed(changed(text="Ports shrink.\n"))["Message-ID"]


@pytest.mark.parametrize("field", ["subject", "name"])
def test_a_line_break_can_start_no_header(field: str) -> None:
    message = parsed(changed(**{field: "Ports\r\nBcc: someone@paper.test\n\n<p>\x00 grow"}))
    assert "Bcc" not in message
    expected = "Ports Bcc: someone@paper.test <p> grow"
    assert (message["Subject"] if field == "subject" else message["From"].addresses[0].display_name) == expected


@given(st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"], include_characters=" "), max_size=200))
def test_any_subject_comes_back(subject: str) -> None:
    assert " ".join(parsed(changed(subject=subject))["Subject"].split()) == " ".join(subject.split())


def test_no_id_is_so_long_that_it_gets_encoded() -> None:
    host = "a" * 60 + ".example"
    picture = PICTURE._replace(file="a" * 36 + ".png")
    message = parsed(changed(sender=f"press@{host}", pictures=(picture,)))
    assert b"=?" not in message.as_bytes()
    assert message["From"].addresses[0].domain == host
    assert message["Message-ID"].endswith("@pressroom.invalid>")
