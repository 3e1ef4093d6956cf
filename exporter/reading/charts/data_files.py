"""The CSV files that one content file names: found inside the project only, as pictures are, and each read once."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote

from exporter.diagnostics import Diagnostic, Source
from exporter.project import shown_path
from exporter.reading.charts.csv_text import Sheet, read_sheet
from exporter.reading.encoding import read_text
from exporter.reading.mistakes import Mistakes, suggestion
from exporter.reading.pictures.assets import BEGINS, REMOTE, path_of, shown
from exporter.reading.problem import Problem

LARGEST = 1_000_000  # bytes


class DataFile:
    """One CSV file: its rows, and where its mistakes are collected. `sheet` is None when it can't be read."""

    def __init__(self, mistakes: Mistakes, sheet: Sheet | None) -> None:
        self.mistakes, self.sheet = mistakes, sheet


class DataFiles:
    """Loads CSV files; `folder` is where the content file stands, `project` what no path may leave."""

    def __init__(self, project: Path, folder: Path) -> None:
        self.project, self.folder = project, folder
        self._loaded: dict[Path, DataFile] = {}

    def load(self, reference: str) -> DataFile | Problem:
        """The file at a path relative to the content file, or to the project when it begins with `/`."""
        path = self._find(reference)
        if isinstance(path, Problem):
            return path
        if path not in self._loaded:
            try:
                size = path.stat().st_size
                if size > LARGEST:
                    hint = "A chart shows a few hundred numbers; sum them up first."
                    return Problem("chart.too-large", f"this file has {size / 1_000_000:.1f} MB", hint)
                self._loaded[path] = _read(path)
            except OSError as error:
                return Problem("chart.unreadable", f"this file can't be read: {(error.strerror or str(error)).lower()}")
        return self._loaded[path]

    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What is wrong in the files, each in its own order and once, however many charts show it."""
        return tuple(dict.fromkeys(found for file in self._loaded.values() for found in file.mistakes.in_order()))

    def _find(self, reference: str) -> Path | Problem:
        if REMOTE.match(reference):
            return Problem("chart.outside", "data are taken from the project only", "Download the file into the project.")
        for candidate in dict.fromkeys((reference, unquote(reference))):
            try:
                path = path_of(candidate, self.folder, self.project).resolve()
                if not path.is_relative_to(self.project.resolve()):
                    fact = f"“{shown(reference)}” leads out of the project"
                    return Problem("chart.outside", fact, "Copy it into the project.")
                if path.is_file():
                    return path
            except (OSError, ValueError, RuntimeError):
                continue
        folder = path_of(reference, self.folder, self.project).parent
        names = [entry.name for entry in folder.iterdir() if entry.is_file()] if folder.is_dir() else []
        hint = suggestion(Path(reference).name, names) or BEGINS
        return Problem("chart.missing-file", f"there is no file “{shown(reference)}”", hint)


def _read(path: Path) -> DataFile:
    name = shown_path(path)
    text = read_text(name, path.read_bytes())
    mistakes = Mistakes(Source(name, text.value or ""))
    mistakes.found += text.diagnostics
    return DataFile(mistakes, None if mistakes.has_errors else read_sheet(mistakes))
