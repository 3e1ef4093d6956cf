"""Compiled templates, kept from one run to the next: compiling takes longer than all the rest of composing."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from jinja2 import FileSystemBytecodeCache
from jinja2.bccache import Bucket

import exporter
from exporter.cache import is_mine


class CompiledTemplates(FileSystemBytecodeCache):
    """Jinja2's own cache of bytecode, in a folder of this user's; where it can't be read or written, templates are compiled.

    An entry is found by the template's path and text, and by the versions of Jinja2 and Python (Jinja2 sees to that) and of
    Pressroom, whose options decide what is compiled.
    """

    def __init__(self, folder: Path) -> None:
        super().__init__(str(folder / f"templates-{exporter.__version__}"))

    def load_bytecode(self, bucket: Bucket) -> None:
        if is_mine(Path(self._get_cache_filename(bucket))):
            try:
                super().load_bytecode(bucket)
            except Exception:  # whatever is wrong with it, it is only a cache
                bucket.reset()

    def dump_bytecode(self, bucket: Bucket) -> None:
        with suppress(OSError):  # no room, no right to write: the next run compiles again
            Path(self.directory).mkdir(mode=0o700, parents=True, exist_ok=True)
            super().dump_bytecode(bucket)
