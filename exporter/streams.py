"""Standard output and error as they may come: closed, full, broken, or in an encoding that lacks half the letters."""

from __future__ import annotations

import os
import sys


def open_streams() -> None:
    """Make both streams such that any text can be written: where one is closed it goes nowhere.

    What an encoding lacks is written as an escape, which JSON has too; a file's name that is no text is written like that.
    """
    if None in (sys.stdin, sys.stdout, sys.stderr):
        while os.open(os.devnull, os.O_RDWR) < 2:  # so that no pipe or file gets the number of a standard stream
            pass
        sys.stdout = sys.stdout or os.fdopen(1, "w", encoding="utf-8")
        sys.stderr = sys.stderr or os.fdopen(2, "w", encoding="utf-8")
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def has_every_letter() -> bool:
    """Whether standard output can carry any text as it is."""
    return sys.stdout.encoding.lower().replace("-", "") == "utf8"


def give_up_output() -> None:
    """Let what could not be written to standard output go, so that Python does not try again when it ends."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
