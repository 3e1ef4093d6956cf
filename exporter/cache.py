"""Where this user's caches are. Whatever is in one can be made again, and is when it is missing or wrong."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def cache_folder() -> Path:
    """The folder of Pressroom's caches, by the platform's custom (XDG Base Directory Specification on Linux)."""
    home = Path.home()
    if sys.platform == "darwin":
        return home / "Library" / "Caches" / "pressroom"
    own = os.environ.get("LOCALAPPDATA" if sys.platform == "win32" else "XDG_CACHE_HOME")
    return (Path(own) if own and Path(own).is_absolute() else home / ".cache") / "pressroom"


def is_mine(path: Path) -> bool:
    """Whether a file is there and nobody but this user can write it: what a cache holds is run."""
    try:
        status = path.stat()
    except OSError:
        return False
    return not hasattr(os, "getuid") or (status.st_uid == os.getuid() and not status.st_mode & 0o022)
