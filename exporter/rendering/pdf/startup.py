"""WeasyPrint, imported quickly, and kept from the machine's fonts (docs/decisions/pdf-start-up.md)."""

from __future__ import annotations

import os
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from exporter.cache import cache_folder
from exporter.rendering.pdf.deferred_imports import deferred
from exporter.rendering.pdf.pango_declarations import compiled_declarations

CONFIGURATION = Path(__file__).with_name("no_system_fonts.conf")
VARIABLE = "FONTCONFIG_FILE"
SELDOM_NEEDED = ("fontTools.subset", "fontTools.ttLib", "fontTools.varLib.instancer")


def import_weasyprint() -> None:
    """Import the module `weasyprint`, without waiting for what a PDF from us does not need.

    It warns on import when Fontconfig knows no fonts, which is what we want.
    """
    with no_system_fonts(), deferred(*SELDOM_NEEDED), compiled_declarations(cache_folder()), warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="No fonts configured in FontConfig")
        import weasyprint  # noqa: F401


@contextmanager
def no_system_fonts() -> Iterator[None]:
    """While this is open, a new Fontconfig configuration has no font of the machine.

    Fontconfig reads the file that FONTCONFIG_FILE names; the variable is put back at the end.
    """
    before = os.environ.get(VARIABLE)
    os.environ[VARIABLE] = str(CONFIGURATION)
    try:
        yield
    finally:
        del os.environ[VARIABLE]
        if before is not None:
            os.environ[VARIABLE] = before
