"""Why a picture can't be used."""

from __future__ import annotations

from exporter.reading.problem import Problem


class Refusal(Exception):
    """A picture that can't be used, and why."""

    def __init__(self, code: str, fact: str, hint: str = "") -> None:
        super().__init__(fact)
        self.problem = Problem(code, fact, hint)
