"""Bytes into text: UTF-8, with each byte or character that can't stay told at its place."""

from __future__ import annotations

import re

from exporter.diagnostics import Diagnostic, Result, Source
from exporter.reading.mistakes import Mistakes
from exporter.reading.spot import Spot

BOM = "\ufeff"
LINE_ENDS = re.compile("\r\n?")
# What XML 1.0 can't hold (2.2), and the C1 controls, which only appear where an encoding was mistaken.
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
NAMES = {"\x00": "a NUL character", "\x0b": "a vertical tab", "\x0c": "a form feed", "\x1b": "an escape character"}
MOST = 20  # forbidden characters told one by one


def read_text(file: str, data: bytes) -> Result[str]:
    """The text of a file, its line ends made `\\n`.

    The value is None when the bytes are no UTF-8. Of characters that no output can hold, each is an error at its place.
    """
    try:
        text = LINE_ENDS.sub("\n", data.decode("utf-8").removeprefix(BOM))
    except UnicodeDecodeError as error:
        return Result(None, (_not_utf8(file, data, error.start),))
    return Result(text, _forbidden(file, text)) if FORBIDDEN.search(text) else Result(text)


def _forbidden(file: str, text: str) -> tuple[Diagnostic, ...]:
    mistakes = Mistakes(Source(file, text))
    found = list(FORBIDDEN.finditer(text))
    for match in found[:MOST]:
        line, column = text.count("\n", 0, match.start()) + 1, match.start() - text.rfind("\n", 0, match.start())
        name = NAMES.get(match[0], f"the control character U+{ord(match[0]):04X}")
        hint = "Take it out; it shows nothing."
        if len(found) > MOST:
            hint = f"There are {len(found)} of such characters in this file; is it a text?"
        mistakes.error("file.control-character", f"{name} stands here", Spot(line, column), hint)
    return mistakes.in_order()


def _not_utf8(file: str, data: bytes, at: int) -> Diagnostic:
    before = LINE_ENDS.sub("\n", data[:at].decode("utf-8").removeprefix(BOM))
    rest = data[at : at + 200].split(b"\n")[0].decode("utf-8", "replace")
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    source = Source(file, before + rest)
    hint = f"It looks like {guess(data)}; save it as UTF-8."
    return source.error("file.encoding", "this file is not UTF-8", line=line, column=column, hint=hint)


def guess(data: bytes) -> str:
    """What the encoding of bytes that are no UTF-8 looks like, for a hint."""
    if data.startswith((b"\xff\xfe\0\0", b"\0\0\xfe\xff")):
        return "UTF-32"
    fewer, more = sorted((data[::2].count(0), data[1::2].count(0)))
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or more > max(10 * fewer, len(data) // 20):
        return "UTF-16"
    if more:
        return "no text at all"
    for encoding, name, script, share in TELLTALE:
        if _share(data, encoding, script) > share:
            return name
    runs = re.findall(rb"[\x80-\xff]+", data)
    if 2 * sum(len(run) <= 2 for run in runs) > len(runs):
        return "Windows-1252"
    return next((name for encoding, name in CHINESE if _share(data, encoding, "[\u4e00-\u9fff]") > 0.5), "an older encoding")


# Encodings, characters that give them away, and how many of the other than ASCII ones these must be.
TELLTALE = (
    ("shift_jis", "Shift JIS", "[\u3041-\u3093]", 0.2),
    ("euc_jp", "EUC-JP", "[\u3041-\u3093]", 0.2),
    ("euc_kr", "EUC-KR", "[\uac00-\ud7a3]", 0.8),
)
CHINESE = (("gb18030", "GB 18030"), ("big5", "Big5"))


def _share(data: bytes, encoding: str, script: str) -> float:
    """How many of the characters that are not ASCII belong to a script, from 0 to 1; 0 when the bytes can't be read so."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return 0.0
    return len(re.findall(script, text)) / max(1, sum(character > "\x7f" for character in text))
