"""A problem on its way to the place where it is told."""

from __future__ import annotations

from msgspec import Struct


class Problem(Struct, frozen=True):
    """A problem whose place only the caller knows."""

    code: str
    fact: str
    hint: str = ""
