"""Bytes into text: what is no UTF-8, or no text, is told at its place."""

from __future__ import annotations

import pytest

from exporter.reading.encoding import guess, read_text
from exporter.terminal import draw

JAPANESE = "港の荷役量は昨年、全国の統計に表れない１２４０万トンに達した。カタカナも使う。\n"


def told(data: bytes) -> list[str]:
    return [draw(one, colour=False) for one in read_text("a.md", data).diagnostics]


def test_text_is_told_by_its_first_wrong_byte_with_a_guess() -> None:
    assert told("First line.\nCafé au lait.\n".encode("cp1252")) == [
        "a.md:2:4: file.encoding: this file is not UTF-8\n  2 | Caf\ufffd au lait.\n    |    ^\n"
        "  hint: It looks like Windows-1252; save it as UTF-8."
    ]


def test_no_text_comes_of_a_wrong_encoding() -> None:
    assert read_text("a.md", b"\xff").value is None


@pytest.mark.parametrize(
    ("encoding", "name"),
    [
        ("utf-16", "UTF-16"),
        ("utf-16-be", "UTF-16"),
        ("utf-32", "UTF-32"),
        ("shift_jis", "Shift JIS"),
        ("euc_jp", "EUC-JP"),
    ],
)
def test_the_encoding_of_a_japanese_text_is_guessed(encoding: str, name: str) -> None:
    assert guess(("---\ntitle: A\nlang: ja\n---\n" + JAPANESE).encode(encoding)) == name


@pytest.mark.parametrize(
    ("text", "encoding", "name"),
    [
        ("항구의 물동량은 지난해에 늘었다.", "euc_kr", "EUC-KR"),
        ("港口的货运量去年有所增长，但统计表中没有。", "gb18030", "GB 18030"),
        ("Größe, Maße und Gewicht", "latin-1", "Windows-1252"),
    ],
)
def test_other_old_encodings_are_guessed(text: str, encoding: str, name: str) -> None:
    assert guess(text.encode(encoding)) == name


def test_bytes_with_a_few_zeros_are_called_no_text() -> None:
    assert guess(b"\x89PNG\r\n\x1a\n\0\0\xff" + b"abc" * 20) == "no text at all"


def test_control_characters_are_told_one_by_one_with_their_names() -> None:
    assert told("a\x00\nb\x1b\n\x85".encode()) == [
        "a.md:1:2: file.control-character: a NUL character stands here\n  1 | a\ufffd\n    |  ^\n"
        "  hint: Take it out; it shows nothing.",
        "a.md:2:2: file.control-character: an escape character stands here\n  2 | b\ufffd\n    |  ^\n"
        "  hint: Take it out; it shows nothing.",
        "a.md:3:1: file.control-character: the control character U+0085 stands here\n  hint: Take it out; it shows nothing.",
    ]


def test_what_is_no_character_is_told_too() -> None:
    found = read_text("a.md", "a\ufffeb\uffff".encode()).diagnostics
    assert [(one.place.column, one.fact) for one in found] == [
        (2, "the control character U+FFFE stands here"),
        (4, "the control character U+FFFF stands here"),
    ]
    assert told("a\ufffdb".encode()) == []


def test_of_many_control_characters_the_first_twenty_are_told_with_their_number() -> None:
    drawn = told(b"\x01" * 5000)
    assert len(drawn) == 20
    assert drawn[0].endswith("hint: There are 5000 of such characters in this file; is it a text?")


def test_tabs_line_ends_and_what_steers_direction_may_stay() -> None:
    text = "a\tb\r\nc\u200f\u202bd\u202c\u2028e\ufeff"
    assert read_text("a.md", ("\ufeff" + text).encode()).value == text.replace("\r\n", "\n")
    assert told(text.encode()) == []
