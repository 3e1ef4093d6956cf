"""`pressroom new`: a new content file."""

from __future__ import annotations

import argparse
import datetime as dt
from pathlib import Path

from exporter.project import find_project, shown_path
from exporter.scaffold import make_story


def run(options: argparse.Namespace) -> int:
    """Make the content file and print its path."""
    print(shown_path(make_story(find_project(Path()), options.headline, options.lang, dt.date.today())))
    return 0
