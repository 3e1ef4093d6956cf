"""What a PDF is made for: the standards that it conforms to, and whether a printer gets it."""

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


class Target(Struct, frozen=True):
    """`print` = with bleed and crop marks, for a printing house."""

    standard: PdfStandard = "ua-1"
    print: bool = False
