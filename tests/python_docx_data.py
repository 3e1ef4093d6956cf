"""Fetch the documents that python-docx is tested with: `python -m tests.python_docx_data`.

Most were made by Word, of many versions. python-docx's source distribution ships them. pip downloads it, in the version and
with the hashes that requirements-dev.txt pins; the documents are unpacked into .cache/python-docx/. With all in place it
does nothing.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tarfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / ".cache" / "python-docx"
PIN = re.compile(r"^python-docx==(?P<version>\S+)(?: \\\n +--hash=sha256:[0-9a-f]{64})+$", re.MULTILINE)
DOCUMENT = re.compile(r"python_docx-[^/]+/(?:features/steps/test_files|src/docx/templates)/([\w-]+\.docx)")


def fetch() -> Path:
    """The folder of the documents, fetched when they are not there in the pinned version."""
    pin = PIN.search((ROOT / "requirements-dev.txt").read_text(encoding="utf-8"))
    if not pin:
        raise SystemExit("requirements-dev.txt pins no python-docx")
    archive = FOLDER / f"python_docx-{pin['version']}.tar.gz"
    if archive.is_file() and any(FOLDER.glob("*.docx")):
        return FOLDER
    FOLDER.mkdir(parents=True, exist_ok=True)
    requirement = FOLDER / "requirement.txt"
    requirement.write_text(pin[0] + "\n", encoding="utf-8")
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps"]
    command += ["--no-binary", "python-docx", "--require-hashes", "-r", str(requirement), "-d", str(FOLDER)]
    subprocess.run(command, check=True)
    unpack(archive)
    return FOLDER


def unpack(archive: Path) -> None:
    """Write the documents of a source distribution into `FOLDER`, each whole or not at all."""
    with tarfile.open(archive) as distribution:
        for member in distribution.getmembers():
            found, data = DOCUMENT.fullmatch(member.name), distribution.extractfile(member) if member.isfile() else None
            if found and data:
                partial = FOLDER / f"{found[1]}.partial"
                partial.write_bytes(data.read())
                partial.replace(FOLDER / found[1])


if __name__ == "__main__":
    fetch()
