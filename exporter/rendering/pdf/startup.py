"""WeasyPrint, imported quickly, and kept from the machine's fonts (docs/decisions/pdf-start-up.md)."""

from __future__ import annotations

import os
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path

from exporter.cache import cache_folder
from exporter.diagnostics import Diagnostic, Place, Severity
from exporter.errors import Refused
from exporter.rendering.pdf.deferred_imports import deferred
from exporter.rendering.pdf.pango_declarations import compiled_declarations

CONFIGURATION = Path(__file__).with_name("no_system_fonts.conf")
VARIABLE = "FONTCONFIG_FILE"
SELDOM_NEEDED = ("fontTools.subset", "fontTools.ttLib", "fontTools.varLib.instancer")


def import_weasyprint() -> None:
    """Import the module `weasyprint`, without waiting for what a PDF from us does not need.

    It warns on import when Fontconfig knows no fonts, which is what we want. Raises Refused when Pango can't be loaded.
    """
    with no_system_fonts(), deferred(*SELDOM_NEEDED), compiled_declarations(cache_folder()), warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="No fonts configured in FontConfig")
        try:
            import_module("weasyprint")
        except OSError as error:
            raise Refused(_without_pango(error)) from error


def _without_pango(error: OSError) -> Diagnostic:
    """What WeasyPrint's failure to load a library means to the person at the prompt."""
    fact = f"PDFs are set by Pango, which can't be loaded: {str(error).splitlines()[0]}"
    hint = (
        "Debian, Ubuntu: apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0; macOS: brew install pango. "
        "Without it there are Word and email: --to word,email"
    )
    return Diagnostic(Severity.ERROR, "pdf.no-pango", fact, Place("pdf"), hint)


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
