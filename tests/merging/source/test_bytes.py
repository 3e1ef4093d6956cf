"""What is not edited keeps its bytes."""

from __future__ import annotations

from pathlib import Path

import pytest

from exporter.merging.source.edits import Replace
from tests.merging.source.sources import FILES, edited, words


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_no_edit_changes_no_byte(file: Path) -> None:
    assert edited(file.read_bytes(), [], file=file).data == file.read_bytes()


def test_line_ends_a_byte_order_mark_and_a_missing_last_line_end_stay() -> None:
    data = b"\xef\xbb\xbf---\r\ntitle: A  # why\r\nkicker:   B   # mind\r\n---\r\n\r\nOne\r\ntwo.\r\n\r\nThree."
    new = edited(data, [Replace("p1", words("One too.")), Replace("kicker", words("No: 5"))]).data
    assert new == data.replace(b"two.", b"too.").replace(b"B   #", b'"No: 5"   #')


def test_a_byte_order_mark_and_one_space_between_the_words_of_one_line() -> None:
    assert edited(b"\xef\xbb\xbf---\ntitle: A\n---\nOld  words", [Replace("p1", words("New words"))]).data.endswith(
        b"New  words"
    )
