"""The message: plain text first, HTML with its pictures beside it, one file that mail programs open as a draft.

RFC 5322 (message), 2045 to 2047 (MIME), 2046 5.1.4 (alternative), 2387 (related), 2392 (cid). Everything that is random in
other messages (boundaries, Message-ID) is derived from what is said, so that the same release gives the same bytes.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from binascii import b2a_base64, b2a_qp
from collections.abc import Sequence
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from typing import NamedTuple

from exporter.rendering.email.pictures import Picture

MAILBOX = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@(?P<host>[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)")
NOWHERE = "pressroom.invalid"  # RFC 2606: a name that will never be anybody's
ID_PART, LONGEST_HOST = 24, 36  # an id's line stays below 78: a longer one gets encoded and so useless (cpython#85725)
BASE64_LINE = 76  # characters (RFC 2045, 6.8)


class Letter(NamedTuple):
    """What is to be sent. `sender` is a mailbox or "", `name` whose it is; the HTML's pictures are `cid:` + `cid(…)`."""

    subject: str
    sender: str
    name: str
    lang: str
    moment: dt.datetime
    text: str
    html: str
    pictures: Sequence[Picture] = ()


def cid(picture: Picture, sender: str) -> str:
    """A picture's Content-ID without its brackets."""
    name = picture.file if len(picture.file) <= ID_PART else hashlib.sha256(picture.file.encode()).hexdigest()[:ID_PART]
    return f"{name}@{_host(sender)}"


def _host(sender: str) -> str:
    """The host for ids: the sender's, or one that is nobody's where there is none or it is too long."""
    match = MAILBOX.fullmatch(sender)
    return match["host"].lower() if match and len(match["host"]) <= LONGEST_HOST else NOWHERE


def message_bytes(letter: Letter) -> bytes:
    """The `.eml`, its lines ended by CR LF. `X-Unsent` makes mail programs open it as a draft; it has no recipient yet."""
    digest = _digest(letter)
    text, html = _text_entity("plain", letter.text), _text_entity("html", letter.html)
    if letter.pictures:
        pictures = [_picture_entity(picture, letter.sender) for picture in letter.pictures]
        html = _multipart("related", digest, [html, *pictures], ';\r\n type="text/html"')
    return _headers(letter, digest) + _multipart("alternative", digest, [text, html])


def _headers(letter: Letter, digest: str) -> bytes:
    """What the whole message has before its content's own headers, encoded and folded by the standard library."""
    message = EmailMessage(policy=SMTP)
    message["X-Unsent"] = "1"
    message["Date"] = format_datetime(letter.moment)
    if MAILBOX.fullmatch(letter.sender):
        message["From"] = Address(_one_line(letter.name), addr_spec=letter.sender)
    message["Subject"] = _one_line(letter.subject)
    message["Message-ID"] = f"<{digest[:ID_PART]}@{_host(letter.sender)}>"
    message["Content-Language"] = letter.lang
    message["MIME-Version"] = "1.0"
    return b"".join(SMTP.fold_binary(name, value) for name, value in message.items())


def _digest(letter: Letter) -> str:
    """Names what is said: nothing that differs between two builds goes in."""
    said = (letter.subject, letter.sender, letter.name, letter.lang, letter.moment.isoformat(), letter.text, letter.html)
    return hashlib.sha256("\0".join(said).encode()).hexdigest()


def _one_line(words: str) -> str:
    """Words that cannot end a header: white space and control characters are single spaces."""
    return " ".join("".join(character if character.isprintable() else " " for character in words).split())


# --- entities: headers of ours (ASCII, short), a blank line, content -------------------------------------------------------
# Written by hand, since the standard library's generator takes ten times as long (quoted-printable a character at a time).


def _entity(headers: Sequence[str], content: bytes) -> bytes:
    return "".join(f"{header}\r\n" for header in (*headers, "")).encode("ascii") + content


def _multipart(kind: str, digest: str, entities: Sequence[bytes], parameters: str = "") -> bytes:
    """`=_` stands in no quoted-printable or base64 line, so that no part can hold its own boundary."""
    boundary = f"=_{kind[:3]}_{digest[:ID_PART]}"
    opening, closing = f"--{boundary}\r\n".encode(), f"--{boundary}--\r\n".encode()
    content = b"".join(opening + entity + b"\r\n" for entity in entities) + closing
    return _entity([f'Content-Type: multipart/{kind}; boundary="{boundary}"{parameters}'], content)


def _text_entity(kind: str, words: str) -> bytes:
    headers = [f'Content-Type: text/{kind}; charset="utf-8"', "Content-Transfer-Encoding: quoted-printable"]
    return _entity(headers, b2a_qp(words.encode()).replace(b"\n", b"\r\n"))


def _picture_entity(picture: Picture, sender: str) -> bytes:
    headers = [
        f'Content-Type: {picture.media_type}; name="{picture.file}"',
        "Content-Transfer-Encoding: base64",
        f"Content-ID: <{cid(picture, sender)}>",
        f'Content-Disposition: inline; filename="{picture.file}"',
    ]
    encoded = b2a_base64(picture.data, newline=False)
    lines = (encoded[start : start + BASE64_LINE] for start in range(0, len(encoded), BASE64_LINE))
    return _entity(headers, b"".join(line + b"\r\n" for line in lines))
