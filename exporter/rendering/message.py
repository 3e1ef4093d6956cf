"""The message: plain text first, HTML with its pictures beside it, one file that mail programs open as a draft.

RFC 5322 (message), 2045 to 2047 (MIME), 2046 5.1.4 (alternative), 2387 (related), 2392 (cid). Everything that is random in
other messages (boundaries, Message-ID) is derived from what is said, so that the same release gives the same bytes.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from binascii import b2a_base64, b2a_qp
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from email.headerregistry import Address
from email.message import EmailMessage, MIMEPart
from email.policy import SMTP
from email.utils import format_datetime

from exporter.rendering.pictures import Picture

MAILBOX = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@(?P<host>[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)")
NOWHERE = "pressroom.invalid"  # RFC 2606: a name that will never be anybody's
ID_PART, LONGEST_HOST = 24, 36  # an id's line stays below 78: a longer one gets encoded and so useless (cpython#85725)
BASE64_LINE = 57  # octets, which make 76 characters


@dataclass(frozen=True, slots=True)
class Letter:
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
    message = EmailMessage(policy=SMTP)
    message["X-Unsent"] = "1"
    message["Date"] = format_datetime(letter.moment)
    if MAILBOX.fullmatch(letter.sender):
        message["From"] = Address(_one_line(letter.name), addr_spec=letter.sender)
    message["Subject"] = _one_line(letter.subject)
    message["Message-ID"] = f"<{digest[:ID_PART]}@{_host(letter.sender)}>"
    message["Content-Language"] = letter.lang
    message["MIME-Version"] = "1.0"
    html = _text_part("html", letter.html)
    if letter.pictures:
        html = _multipart("related", digest, [html, *(_picture_part(one, letter.sender) for one in letter.pictures)])
        html.set_param("type", "text/html")
    message["Content-Type"] = _multipart_type("alternative", digest)
    message.set_payload([_text_part("plain", letter.text), html])
    return message.as_bytes()


def _digest(letter: Letter) -> str:
    """Names what is said: nothing that differs between two builds goes in."""
    said = (letter.subject, letter.sender, letter.name, letter.lang, letter.moment.isoformat(), letter.text, letter.html)
    return hashlib.sha256("\0".join(said).encode()).hexdigest()


def _one_line(words: str) -> str:
    """Words that cannot end a header: white space and control characters are single spaces."""
    return " ".join("".join(character if character.isprintable() else " " for character in words).split())


def _multipart_type(kind: str, digest: str) -> str:
    """`=_` stands in no quoted-printable or base64 line, so that no part can hold its own boundary."""
    return f'multipart/{kind}; boundary="=_{kind[:3]}_{digest[:ID_PART]}"'


def _multipart(kind: str, digest: str, parts: Iterable[MIMEPart]) -> MIMEPart:
    part = MIMEPart(policy=SMTP)
    part["Content-Type"] = _multipart_type(kind, digest)
    part.set_payload(list(parts))
    return part


def _text_part(kind: str, words: str) -> MIMEPart:
    """Quoted-printable, by the C function: the package's own works a character at a time."""
    part = MIMEPart(policy=SMTP)
    part["Content-Type"] = f'text/{kind}; charset="utf-8"'
    part["Content-Transfer-Encoding"] = "quoted-printable"
    part.set_payload(b2a_qp(words.encode()).decode("ascii"))
    return part


def _picture_part(picture: Picture, sender: str) -> MIMEPart:
    part = MIMEPart(policy=SMTP)
    part["Content-Type"] = f'{picture.media_type}; name="{picture.file}"'
    part["Content-Transfer-Encoding"] = "base64"
    part["Content-ID"] = f"<{cid(picture, sender)}>"
    part["Content-Disposition"] = f'inline; filename="{picture.file}"'
    lines = range(0, len(picture.data), BASE64_LINE)
    part.set_payload(b"".join(b2a_base64(picture.data[start : start + BASE64_LINE]) for start in lines).decode("ascii"))
    return part
