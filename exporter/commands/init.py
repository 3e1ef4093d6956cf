"""`pressroom init`: a new project."""

from __future__ import annotations

import argparse
import datetime as dt

from exporter.scaffold import make_project


def run(options: argparse.Namespace) -> int:
    """Make the project and say what was made."""
    made = make_project(options.folder, dt.date.today())
    for path in made:
        print(path)
    print(f"The project stands in {options.folder}. Next: cd {options.folder} && pressroom build")
    return 0
