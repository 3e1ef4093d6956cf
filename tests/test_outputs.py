"""A release's folder holds whole files, and nobody's edits are lost."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from exporter.artifact import Artifact
from exporter.outputs import sha256, write_outputs
from exporter.terminal import draw

FIRST = (Artifact("story.pdf", b"one"), Artifact("story.docx", b"two"))


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_the_manifest_holds_each_files_hash_and_size(tmp_path: Path) -> None:
    write_outputs(tmp_path, FIRST, {"source": "abc"})
    assert json.loads((tmp_path / "manifest.json").read_text()) == {
        "source": "abc",
        "files": {
            "story.pdf": {"sha256": sha256(b"one"), "bytes": 3},
            "story.docx": {"sha256": sha256(b"two"), "bytes": 3},
        },
    }


def test_the_paths_come_back_in_order_with_the_manifest_last(tmp_path: Path) -> None:
    written = write_outputs(tmp_path / "new" / "folder", FIRST, {})
    assert [path.name for path in written.paths] == ["story.pdf", "story.docx", "manifest.json"]


def test_an_edited_file_is_kept_beside_the_new_one_and_told(tmp_path: Path) -> None:
    write_outputs(tmp_path, FIRST, {})
    (tmp_path / "story.docx").write_bytes(b"edited by a colleague")
    written = write_outputs(tmp_path, (FIRST[0], Artifact("story.docx", b"three")), {})
    assert (tmp_path / "story.docx").read_bytes() == b"three"
    assert (tmp_path / "story.edited-1.docx").read_bytes() == b"edited by a colleague"
    assert [draw(diagnostic, colour=False) for diagnostic in written.diagnostics] == [
        f"{tmp_path}/story.docx: warning: output.edited: this file was changed after it was built,"
        " so it was kept as story.edited-1.docx\n"
        "  hint: Take what you need from it; a build makes the file anew from the content file."
    ]


def test_a_second_edited_file_does_not_write_over_the_first(tmp_path: Path) -> None:
    for edit in (b"first edit", b"second edit"):
        write_outputs(tmp_path, FIRST, {})
        (tmp_path / "story.docx").write_bytes(edit)
    write_outputs(tmp_path, FIRST, {})
    kept = [(tmp_path / f"story.edited-{number}.docx").read_bytes() for number in (1, 2)]
    assert kept == [b"first edit", b"second edit"]


def test_a_file_of_somebody_else_under_our_name_is_kept_too(tmp_path: Path) -> None:
    (tmp_path / "story.pdf").write_bytes(b"a letter")
    write_outputs(tmp_path, FIRST, {})
    assert (tmp_path / "story.edited-1.pdf").read_bytes() == b"a letter"


def test_what_this_build_did_not_make_is_removed_and_told_since_it_might_say_something_else(tmp_path: Path) -> None:
    write_outputs(tmp_path, FIRST, {})
    (tmp_path / "notes.txt").write_bytes(b"mine")
    (told,) = write_outputs(tmp_path, FIRST[:1], {}).diagnostics
    assert names(tmp_path) == ["manifest.json", "notes.txt", "story.pdf"]
    assert draw(told, colour=False).split("\n") == [
        f"{tmp_path / 'story.docx'}: warning: output.removed: "
        "this file of an earlier build was removed, since this build did not make it",
        "  hint: Files of two builds might disagree. Without --to, a build makes all of them.",
    ]


def test_a_stale_file_that_was_edited_stays(tmp_path: Path) -> None:
    write_outputs(tmp_path, FIRST, {})
    (tmp_path / "story.docx").write_bytes(b"edited")
    write_outputs(tmp_path, FIRST[:1], {})
    assert names(tmp_path) == ["manifest.json", "story.docx", "story.pdf"]


def test_when_a_file_cannot_be_written_the_earlier_ones_stay_and_no_part_is_left(tmp_path: Path) -> None:
    write_outputs(tmp_path, FIRST, {})
    before = {name: (tmp_path / name).read_bytes() for name in names(tmp_path)}
    impossible = Artifact("story" * 80 + ".docx", b"")
    with pytest.raises(OSError, match="name too long"):
        write_outputs(tmp_path, (Artifact("story.pdf", b"new"), impossible), {})
    assert {name: (tmp_path / name).read_bytes() for name in names(tmp_path)} == before


@pytest.mark.parametrize("manifest", [b"", b"[]", b"{}", b'{"files": {"story.pdf": 1}}', b"\xff"])
def test_a_broken_manifest_does_not_stop_a_build(tmp_path: Path, manifest: bytes) -> None:
    (tmp_path / "manifest.json").write_bytes(manifest)
    write_outputs(tmp_path, FIRST, {})
    assert "story.pdf" in names(tmp_path)
