"""What each command does with its parsed options. A command returns the exit status."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from importlib import import_module


def _load(module: str) -> Callable[[argparse.Namespace], int]:
    def run(options: argparse.Namespace) -> int:
        status: int = import_module(f"exporter.commands.{module}").run(options)
        return status

    return run


COMMANDS: Mapping[str, Callable[[argparse.Namespace], int]] = {
    name: _load(name) for name in ("init", "new", "build", "check", "template", "merge", "validate", "schema")
}
