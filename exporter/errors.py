"""The exceptions that Pressroom raises from one stage to another; others stay inside of their folder.

    PressroomError
    ├── UsageError           the command line makes no sense (exit status 2)
    ├── Refused              something can't be had; carries the diagnostics that say why (exit status 1)
    └── WorkerLost           a worker ended before it answered; the pipeline makes a diagnostic of it

Stages return diagnostics beside their value (`diagnostics.Result`); `Refused` is for code that is deep inside one and
cannot go on. The stage's entry point catches it. A user never sees a traceback.
"""

from __future__ import annotations

from exporter.diagnostics import Diagnostic


class PressroomError(Exception):
    """The root of the tree."""


class UsageError(PressroomError):
    """The call is wrong, not a file."""


class WorkerLost(PressroomError):
    """A worker ended before it answered; the message says how."""


class Refused(PressroomError):
    """Work that cannot go on, with the reasons."""

    def __init__(self, *diagnostics: Diagnostic) -> None:
        super().__init__(*diagnostics)
        self.diagnostics = diagnostics

    def __str__(self) -> str:
        return "; ".join(diagnostic.fact for diagnostic in self.diagnostics)
