"""WeasyPrint, imported, and kept from the machine's fonts."""

from __future__ import annotations

import os
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType

CONFIGURATION = Path(__file__).with_name("no_system_fonts.conf")
VARIABLE = "FONTCONFIG_FILE"


def import_weasyprint() -> ModuleType:
    """The module `weasyprint`. It warns on import when Fontconfig knows no fonts, which is what we want."""
    with no_system_fonts(), warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="No fonts configured in FontConfig")
        import weasyprint
    module: ModuleType = weasyprint
    return module


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
