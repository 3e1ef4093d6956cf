"""`pressroom new`: a new content file."""

from __future__ import annotations

import argparse
import datetime as dt
from pathlib import Path

from exporter.errors import UsageError
from exporter.language import canonical_tag
from exporter.project import find_project, shown_path
from exporter.scaffold import make_story


def run(options: argparse.Namespace) -> int:
    """Make the content file and print its path. Raises UsageError of a language or a headline that no file could have."""
    if canonical_tag(options.lang) is None:
        raise UsageError(f"“{options.lang}” is no language tag; write one such as en-US, ja or zh-Hant")
    if any("\ud800" <= letter <= "\udfff" for letter in options.headline):
        raise UsageError("the headline can't be read, since the terminal is set to another encoding; LANG=C.UTF-8 helps")
    print(shown_path(make_story(find_project(Path()), options.headline, options.lang, dt.date.today())))
    return 0
