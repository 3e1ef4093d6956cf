"""Fetch the examples of the CommonMark specification: `python -m tests.commonmark_data`.

markdown-it-py's source distribution ships them. pip downloads it, in the version and with the hashes that
requirements-dev.txt pins, and the examples are unpacked into .cache/commonmark/. With both in place it does nothing.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tarfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / ".cache" / "commonmark"
DATA = FOLDER / "commonmark.json"
MEMBER = "tests/test_cmark_spec/commonmark.json"
PIN = re.compile(r"^markdown-it-py==(?P<version>\S+)(?: \\\n +--hash=sha256:[0-9a-f]{64})+$", re.MULTILINE)


def fetch() -> Path:
    """The examples' file, fetched when it is not there in the pinned version."""
    pin = PIN.search((ROOT / "requirements-dev.txt").read_text(encoding="utf-8"))
    if not pin:
        raise SystemExit("requirements-dev.txt pins no markdown-it-py")
    archive = FOLDER / f"markdown_it_py-{pin['version']}.tar.gz"
    if DATA.is_file() and archive.is_file():
        return DATA
    FOLDER.mkdir(parents=True, exist_ok=True)
    requirement = FOLDER / "requirement.txt"
    requirement.write_text(pin[0] + "\n", encoding="utf-8")
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps"]
    command += ["--no-binary", "markdown-it-py", "--require-hashes", "-r", str(requirement), "-d", str(FOLDER)]
    subprocess.run(command, check=True)
    unpack(archive)
    return DATA


def unpack(archive: Path) -> None:
    """Write the examples of a source distribution to `DATA`, whole or not at all."""
    with tarfile.open(archive) as distribution:
        member = distribution.extractfile(f"{archive.name.removesuffix('.tar.gz')}/{MEMBER}")
        if member is None:
            raise SystemExit(f"{archive.name} holds no {MEMBER}")
        partial = DATA.with_suffix(".partial")
        partial.write_bytes(member.read())
        partial.replace(DATA)


if __name__ == "__main__":
    fetch()
