"""Laying a page out again collects the garbage of the pages before, which must not walk over what other tests left."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest


@pytest.fixture(scope="module", autouse=True)
def _set_aside() -> Iterator[None]:
    """Let the collector pass over everything that was there before the tests of a module."""
    gc.collect()
    gc.freeze()
    yield
    gc.unfreeze()
