"""The real veraPDF for tests: `failures(data, "ua1")` is [] when a PDF conforms.

It runs in a process beside each test process: builds fork workers, and a process with a Java machine can't be forked.
"""

from __future__ import annotations

import multiprocessing
from concurrent.futures import ProcessPoolExecutor
from functools import cache

from exporter.validation.verapdf import Failure, VeraPdf


def failures(data: bytes, standard: str) -> list[str]:
    """The rules of a standard (`ua1`, `ua2`, `3a`, `4f`, …) that a PDF breaks, a line each."""
    return [
        f"{failure.clause}-{failure.test} ×{failure.count}: {failure.said} @ {failure.where}"
        for failure in broken_rules(data, standard)
    ]


def broken_rules(data: bytes, standard: str) -> tuple[Failure, ...]:
    """The same as values."""
    return _beside().submit(_failures, data, standard).result(timeout=120)


def promises(data: bytes) -> tuple[str, ...]:
    """The standards that a PDF says to conform to."""
    return _beside().submit(_promises, data).result(timeout=120)


@cache
def _beside() -> ProcessPoolExecutor:
    """The process beside this one; it ends with it."""
    return ProcessPoolExecutor(1, multiprocessing.get_context("spawn"))


# --- what runs there ------------------------------------------------------------------------------------------------------


@cache
def _verapdf() -> VeraPdf:
    return VeraPdf()


def _failures(data: bytes, standard: str) -> tuple[Failure, ...]:
    return _verapdf().failures(data, standard)


def _promises(data: bytes) -> tuple[str, ...]:
    return _verapdf().promises(data)
