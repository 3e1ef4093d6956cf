"""The words of a plain text file: all of them, as they stand."""

from __future__ import annotations

from exporter.parity.readback import ReadBack


def read(data: bytes) -> ReadBack:
    """The text of a UTF-8 file; its notes stand in the text, where they are printed."""
    return ReadBack(data.decode("utf-8"))
