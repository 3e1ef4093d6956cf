"""The words of a message: of its HTML and of its plain text."""

from __future__ import annotations

from collections.abc import Mapping
from email import message_from_bytes

from exporter.parity import html_reader, text_reader
from exporter.parity.readback import ReadBack, Reader

READERS: Mapping[str, tuple[str, Reader]] = {
    "text/html": (".html", html_reader.read),
    "text/plain": (".txt", text_reader.read),
}


def read(data: bytes) -> Mapping[str, ReadBack]:
    """The texts in an `.eml`, by the suffix (`.html`, `.txt`) of the file that says the same; a missing one is empty."""
    found = {suffix: ReadBack("") for suffix, _ in READERS.values()}
    for part in message_from_bytes(data).walk():
        if part.get_content_type() in READERS and part.get_content_disposition() != "attachment":
            suffix, reader = READERS[part.get_content_type()]
            if not found[suffix].flow:
                body = part.get_payload(decode=True)
                found[suffix] = reader(body if isinstance(body, bytes) else b"")
    return found
