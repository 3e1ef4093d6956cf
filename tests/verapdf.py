"""The real veraPDF for tests, one for a process: `failures(data, "ua1")` is [] when a PDF conforms."""

from __future__ import annotations

from functools import cache

from exporter.validation.verapdf import VeraPdf


@cache
def verapdf() -> VeraPdf:
    """veraPDF with its Java machine running; it stays for the tests that follow in this process."""
    return VeraPdf()


def failures(data: bytes, standard: str) -> list[str]:
    """The rules of a standard (`ua1`, `ua2`, `3a`, `4f`, …) that a PDF breaks, a line each."""
    return [
        f"{failure.clause}-{failure.test} ×{failure.count}: {failure.said} @ {failure.where}"
        for failure in verapdf().failures(data, standard)
    ]
