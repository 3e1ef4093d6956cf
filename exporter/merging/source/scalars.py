"""Values of the front matter, written over where they stand; keys, comments and everything else stay as they are."""

from __future__ import annotations

import re

from exporter.merging.source.sheet import Patch, Sheet
from exporter.model import Span

PLAIN = re.compile(r"[^\W\d_][^\n:#\[\]{},&*!|>%@`\"']*")  # what needs no quotes, wherever it stands (YAML 1.2.2, 7.3.3)
WORDS_OF_YAML = re.compile(r"(?i)(true|false|null|yes|no|on|off|y|n|~)")
WIDTH = 100
OPTIONAL = re.compile(
    r"subtitle|kicker|series|description|(author|contact)\.\d+\.(role|about|email|phone)|boilerplate\.title"
)


def can_be_empty(field: str) -> bool:
    return bool(OPTIONAL.fullmatch(field))


def scalar_patch(sheet: Sheet, span: Span, words: str) -> Patch | None:
    """The patch that gives the value at `span` these words ("" removes its key); None where its form does not allow it.

    "\\n\\n" stands between paragraphs, which only a folded or literal block has.
    """
    start = sheet.at(span.line, span.column)
    sign = sheet.text[start : start + 1]
    if not words:
        return _without_key(sheet, span)
    if sign in "|>":
        return _block(sheet, span, words, sign)
    if "\n" in words:
        return None
    end = _end_of_quoted(sheet.text, start) if sign in "\"'" else _end_of_plain(sheet, span, start)
    return Patch(start, end, _quoted(words, sign))


def _quoted(words: str, sign: str) -> str:
    """The words as a plain scalar where they were plain and still can be, else in quotes."""
    if sign not in "\"'" and PLAIN.fullmatch(words) and words == words.strip() and not WORDS_OF_YAML.fullmatch(words):
        return words
    if sign not in "\"'" and _is_plain_in_block(words):
        return words
    if sign == "'":
        return "'" + words.replace("'", "''") + "'"
    return '"' + words.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _is_plain_in_block(words: str) -> bool:
    """More that may stay plain: punctuation inside, as in “12.4 million (2025)”, but nothing that YAML reads."""
    return bool(
        re.fullmatch(r"[^\W\d_].*[\w.)?”’»]", words)
        and not re.search(r": |:$| #|[\[\]{},\n]", words)
        and not WORDS_OF_YAML.fullmatch(words)
    )


def _end_of_quoted(text: str, start: int) -> int:
    sign, at = text[start], start + 1
    while at < len(text):
        if sign == '"' and text[at] == "\\":
            at += 1
        elif text[at] == sign:
            if sign == "'" and text[at + 1 : at + 2] == "'":
                at += 1
            else:
                return at + 1
        at += 1
    return len(text)


def _end_of_plain(sheet: Sheet, span: Span, start: int) -> int:
    """Behind a plain scalar: of a flow collection at its comma or bracket, else at its last line's end or comment."""
    before = sheet.line(span.line)[: span.column - 1]
    in_flow = before.count("{") > before.count("}") or before.count("[") > before.count("]")
    last = span.line
    own = len(sheet.line(span.line)) - len(sheet.line(span.line).lstrip())
    while not in_flow and _goes_on(sheet, last + 1, own):
        last += 1
    text = sheet.text[start : sheet.end_of(last)]
    stop = re.search(r"\s+#|\s*[,\]}]" if in_flow else r"[ \t]+#[^\n]*", text)
    return start + len((text[: stop.start()] if stop else text).rstrip())


def _goes_on(sheet: Sheet, number: int, indent: int) -> bool:
    """Whether a line goes on with a plain scalar of several lines."""
    line = sheet.line(number)
    return (
        bool(line.strip()) and len(line) - len(line.lstrip()) > indent and not re.match(r"\s*(#|- |[\w.]+:(\s|$)|---)", line)
    )


def _block(sheet: Sheet, span: Span, words: str, sign: str) -> Patch:
    """A folded or literal block: its lines anew, in their indentation."""
    own = len(sheet.line(span.line)) - len(sheet.line(span.line).lstrip())
    last = first = span.line + 1
    while first < len(sheet.lines) and not sheet.line(first).strip():
        first += 1
    indent = sheet.line(first)[: len(sheet.line(first)) - len(sheet.line(first).lstrip())] or " " * (own + 2)
    last = span.line
    for number in range(span.line + 1, len(sheet.lines) + 1):
        line = sheet.line(number)
        if line.strip() and len(line) - len(line.lstrip()) <= own:
            break
        last = number if line.strip() else last
    width = max((len(sheet.line(number)) for number in range(first, last + 1)), default=WIDTH)
    paragraphs = [_lines(paragraph, width - len(indent), sign) for paragraph in words.split("\n\n")]
    text = "\n\n".join("\n".join(f"{indent}{line}" for line in lines) for lines in paragraphs)
    return Patch(sheet.at(span.line + 1), sheet.end_of(last), text)


def _lines(words: str, width: int, sign: str) -> list[str]:
    if sign == "|":
        return words.split("\n")
    lines = [""]
    for word in words.replace("\n", " ").split(" "):
        if lines[-1] and len(lines[-1]) + 1 + len(word) > width:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def _without_key(sheet: Sheet, span: Span) -> Patch | None:
    """The key's lines, where it stands on lines of its own."""
    line = sheet.line(span.line)
    if not re.match(r"\s*[\w.]+:\s*$", line[: span.column - 1]):
        return _without_flow_key(sheet, span)
    own, last = len(line) - len(line.lstrip()), span.line
    while last < len(sheet.lines):
        below = sheet.line(last + 1)
        if (below.strip() and len(below) - len(below.lstrip()) <= own) or not below.strip():
            break
        last += 1
    return Patch(sheet.at(span.line), sheet.at(last + 1), "")


def _without_flow_key(sheet: Sheet, span: Span) -> Patch | None:
    """`, role: …` inside of braces."""
    line = sheet.line(span.line)
    match = re.search(r",\s*[\w.]+:\s*$", line[: span.column - 1])
    if not match:
        return None
    start = sheet.at(span.line, span.column)
    sign = sheet.text[start : start + 1]
    end = _end_of_quoted(sheet.text, start) if sign in "\"'" else _end_of_plain(sheet, span, start)
    return Patch(sheet.at(span.line) + match.start(), end, "")
