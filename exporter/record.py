"""The record that a Word copy carries, so that its edits find their way back: which content file it was made of, and how.

It stands as base64 in a custom XML part (ISO/IEC 29500-1, 15.2.5), its hash in a custom property too.
"""

from __future__ import annotations

from msgspec import Struct

NAMESPACE = "urn:pressroom:record:1"
SOURCE_PROPERTY, FILE_PROPERTY = "PressroomSource", "PressroomFile"


class Origin(Struct, frozen=True):
    """A content file as it was read: its path from the project's root, with "/", and its bytes."""

    file: str
    data: bytes


class Record(Struct, frozen=True):
    """`file` is the content file's path from the project's root, with "/"; `source` its bytes, `sha256` their hash in hex.

    `composition` is the SHA-256 of the composed page, by which a change of the brand, labels or templates is seen;
    `version` is Pressroom's; `drawn` are the names of drawings (SVG) with the SHA-256 of what they became in the copy.
    """

    file: str
    sha256: str
    composition: str
    version: str
    source: bytes
    drawn: tuple[tuple[str, str], ...] = ()
