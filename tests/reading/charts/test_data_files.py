"""Data are found inside the project only, read once, and told where they can't be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from exporter.reading.charts.data_files import LARGEST, DataFile, DataFiles
from exporter.reading.problem import Problem

TEXT = "Harbour,Tonnes\nØ-Havn,12\n"


def files(tmp_path: Path, **named: bytes) -> DataFiles:
    """The data of a content file in `content/` of a project."""
    (tmp_path / "p" / "content").mkdir(parents=True)
    for name, data in named.items():
        (tmp_path / "p" / "content" / f"{name}.csv").write_bytes(data)
    return DataFiles(tmp_path / "p", tmp_path / "p" / "content")


def loaded(found: DataFile | Problem) -> list[list[str]]:
    assert isinstance(found, DataFile)
    assert found.sheet is not None
    return [[cell.text for cell in row] for row in found.sheet.rows]


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_utf_8_is_read_with_and_without_its_mark_and_whatever_ends_the_lines(tmp_path: Path, mark: bytes, end: str) -> None:
    data = files(tmp_path, a=mark + TEXT.replace("\n", end).encode())
    assert loaded(data.load("a.csv")) == [["Ø-Havn", "12"]]


@pytest.mark.parametrize("reference", ["a%20b.csv", "a b.csv", "/content/a%20b.csv", "../content/a b.csv"])
def test_paths_begin_at_the_content_file_or_at_the_project(tmp_path: Path, reference: str) -> None:
    data = files(tmp_path, **{"a b": TEXT.encode()})
    assert loaded(data.load(reference)) == [["Ø-Havn", "12"]]


def test_a_file_is_read_once(tmp_path: Path) -> None:
    data = files(tmp_path, a=TEXT.encode())
    assert data.load("a.csv") is data.load("/content/a.csv")


def test_another_encoding_is_told_with_its_name(tmp_path: Path) -> None:
    data = files(tmp_path, a=TEXT.encode("cp1252"))
    assert isinstance(data.load("a.csv"), DataFile)
    (told,) = data.diagnostics()
    assert (told.code, told.place.line, told.place.column) == ("file.encoding", 2, 1)
    assert told.hint == "It looks like Windows-1252; save it as UTF-8."


def problem(found: DataFile | Problem) -> tuple[str, str, str]:
    assert isinstance(found, Problem)
    return found.code, found.fact, found.hint


def test_a_missing_file_is_told_with_the_one_that_is_nearly_named_so(tmp_path: Path) -> None:
    data = files(tmp_path, cargo=b"")
    assert problem(data.load("carg.csv")) == (
        "chart.missing-file",
        "there is no file “carg.csv”",
        "Did you mean “cargo.csv”?",
    )
    assert problem(data.load("else/where.csv"))[0] == "chart.missing-file"
    assert problem(data.load("\0"))[0] == "chart.missing-file"


def test_a_file_outside_of_the_project_is_refused(tmp_path: Path) -> None:
    (tmp_path / "secret.csv").write_text(TEXT, encoding="utf-8")
    data = files(tmp_path)
    (tmp_path / "p" / "content" / "link.csv").symlink_to(tmp_path / "secret.csv")
    for reference in ("../../secret.csv", "link.csv", "https://harbour.example/a.csv", "file:a.csv"):
        assert problem(data.load(reference))[0] == "chart.outside"


def test_a_file_that_is_too_large_is_told(tmp_path: Path) -> None:
    data = files(tmp_path, a=b"a,b\n" + b"1,2\n" * (LARGEST // 4))
    assert problem(data.load("a.csv")) == (
        "chart.too-large",
        "this file has 1.0 MB",
        "A chart shows a few hundred numbers; sum them up first.",
    )


def test_a_file_that_can_not_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    data = files(tmp_path, a=TEXT.encode())
    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert problem(data.load("a.csv")) == ("chart.unreadable", "this file can't be read: permission denied", "")
