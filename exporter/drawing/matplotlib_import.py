"""Matplotlib, imported without a look at the machine's fonts and with its own files among our caches."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib import import_module

from exporter.cache import cache_folder


def import_matplotlib() -> None:
    """Import what `pen.py` needs.

    Fonts are given as files, so that the machine's need not be listed. NumPy's threads stay away: workers are forked later,
    and what is drawn needs none.
    """
    ours = {
        "MPLCONFIGDIR": str(cache_folder() / "matplotlib"),
        "MPL_IGNORE_SYSTEM_FONTS": "1",
        "OPENBLAS_NUM_THREADS": "1",
    }
    with _environment(ours), _quietly():
        import_module("matplotlib.figure")
        import_module("matplotlib.font_manager")


@contextmanager
def _environment(variables: Mapping[str, str]) -> Iterator[None]:
    before = {name: os.environ.get(name) for name in variables}
    os.environ.update(variables)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


@contextmanager
def _quietly() -> Iterator[None]:
    """Where our caches can't be written, Matplotlib says so and takes a temporary folder."""
    logger = logging.getLogger("matplotlib")
    before = logger.level
    logger.setLevel(logging.ERROR)
    try:
        yield
    finally:
        logger.setLevel(before)
