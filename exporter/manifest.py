"""The record of a build: what was read, what was made, that it agrees, and with which versions."""

from __future__ import annotations

import datetime as dt
import platform
import re
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from exporter import __version__
from exporter.model import Release
from exporter.parity.verdict import Parity

RECORDED = ("weasyprint", "python-docx", "css-inline", "jinja2", "markdown-it-py", "lxml", "babel", "rendercv-fonts")
DISTRIBUTION = re.compile(r"(?P<name>.+?)-(?P<version>[^-]+)\.dist-info$")


def record(
    release: Release, moment: dt.datetime, parity: Sequence[Parity], versions: Mapping[str, str]
) -> Mapping[str, object]:
    """The manifest without its list of files; the same for the same input and versions."""
    return {
        "pressroom": __version__,
        "source": {"file": Path(release.file).name, "sha256": release.source_hash},
        "moment": moment.isoformat(),
        "parity": {one.channel: {"agrees": not one.diagnostics, "pieces": one.pieces, "words": one.words} for one in parity},
        "versions": versions,
    }


def versions() -> Mapping[str, str]:
    """The versions of Python and of the libraries that decide what is in the files."""
    return {"python": platform.python_version(), **installed(RECORDED, sys.path)}


def installed(names: Sequence[str], folders: Sequence[str]) -> dict[str, str]:
    """The versions of installed distributions, by name, from the names of their `.dist-info` folders.

    `importlib.metadata` gives the same and takes 36 ms to import, a fifth of a build's time.
    """
    wanted = {name.replace("-", "_").replace(".", "_"): name for name in names}
    found: dict[str, str] = {}
    for folder in folders:
        for entry in Path(folder).glob("*.dist-info") if folder else ():
            if (match := DISTRIBUTION.match(entry.name)) and (
                name := wanted.get(re.sub(r"[-.]", "_", match["name"]).lower())
            ):
                found.setdefault(name, match["version"])
    return {name: found[name] for name in names if name in found}
