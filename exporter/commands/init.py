"""`pressroom init`: a new project."""

from __future__ import annotations

import argparse
import datetime as dt
import shlex
from pathlib import Path

from exporter.scaffold import make_project


def run(options: argparse.Namespace) -> int:
    """Make the project and say what was made."""
    made = make_project(options.folder, dt.date.today())
    for path in made:
        print(path)
    enter = "" if options.folder.resolve() == Path.cwd() else f"cd {shlex.quote(str(options.folder))} && "
    print(f"The project is ready. Next: {enter}pressroom build")
    return 0
