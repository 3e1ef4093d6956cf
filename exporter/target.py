"""What outputs are made for: the standards of a PDF, whether a printer gets it, and whose hands a Word copy goes into."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, get_args

from msgspec import Struct

PdfStandard = Literal["ua-1", "ua-2"]
PDF_STANDARDS: tuple[str, ...] = get_args(PdfStandard)
PROMISES: Mapping[PdfStandard, tuple[str, str]] = {  # the short names of validation/profiles.py
    "ua-1": ("ua1", "3a"),  # ISO 14289-1 and ISO 19005-3
    "ua-2": ("ua2", "4f"),  # ISO 14289-2 and ISO 19005-4
}
WordCopy = Literal["editing", "comments", "final"]


class Target(Struct, frozen=True):
    """`print` = with bleed and crop marks, for a printing house.

    `copy` is what the Word copy is for: "editing" = it carries what leads its edits back; "comments" = it has the notes of
    the content file as comments too; "final" = for outsiders, with nothing of the kind.
    """

    standard: PdfStandard = "ua-1"
    print: bool = False
    copy: WordCopy = "editing"
