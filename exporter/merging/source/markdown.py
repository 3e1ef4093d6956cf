"""Runs as Markdown that reads back as these runs (CommonMark 0.31, with Pandoc's notes and attributes)."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from itertools import groupby

from msgspec import Struct, field

from exporter.merging.runs import Run, Runs

SPECIAL = re.compile(r"[\\`*\[\]<{}^|~]|_|&(?=#?\w+;)|!(?=\[)")
STARTS = re.compile(  # what would begin a block at the start of a line
    r"(?m)^(?P<number>\d{1,9})(?=[.)](?:\s|$))|^(?=[#>+=:-])(?P<mark>)|^(?P<table>Table)(?=:)"
)
WIDE = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef"
NO_SPACE = re.compile(f"(?<=[{WIDE}])(?=[{WIDE}])")


class Sources(Struct, frozen=True):
    """What runs name and only the content file knows: Markdown of notes by their id, of pictures by their description, names
    of blocks by id, language tags by Word's tag. `stress` is the mark of emphasis, "*" or "_"."""

    notes: Mapping[str, str] = field(default_factory=dict)
    pictures: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    languages: Mapping[str, str] = field(default_factory=dict)
    stress: str = "*"


def escaped(words: str) -> str:
    """Words in which nothing means anything to Markdown; a line break is a backslash at the end of a line."""
    marked = SPECIAL.sub(_backslash, words)
    return STARTS.sub(_not_a_block, marked).replace("\n", "\\\n")


def _backslash(match: re.Match[str]) -> str:
    text, at = match.string, match.start()
    inside = 0 < at < len(text) - 1 and text[at - 1].isalnum() and text[at + 1].isalnum()
    return match[0] if match[0] == "_" and inside else f"\\{match[0]}"


def _not_a_block(match: re.Match[str]) -> str:
    if match["number"]:
        return f"{match['number']}\\"
    return f"{match['table']}\\" if match["table"] else "\\"


def markdown(runs: Runs, sources: Sources) -> str:
    """The runs as one paragraph's Markdown, on one line but for its line breaks.

    Raises KeyError when they name a note or a picture that the sources lack.
    """
    if all(run.is_words and run.text == run.text.strip("\n") for run in runs) and not any(map(_is_formatted, runs)):
        return escaped("".join(run.text for run in runs))
    made = _nested(runs, LAYERS, sources)
    return STARTS.sub(_not_a_block, made) if runs and not _is_formatted(runs[0]) and runs[0].is_words else made


def _is_formatted(run: Run) -> bool:
    return bool(run.bold or run.italic or run.code or run.link or run.lang)


Layer = tuple[Callable[[Run], object], Callable[[str, Run, Sources], str]]


def _nested(runs: Runs, layers: tuple[Layer, ...], sources: Sources) -> str:
    """The runs, neighbours of one value of the outermost layer inside one mark."""
    if not layers:
        return "".join(_inner(run, sources) for run in runs)
    (value, write), inner = layers[0], layers[1:]
    groups = [(key, tuple(group)) for key, group in groupby(runs, key=value)]
    return "".join(
        write(_nested(group, inner, sources), group[0], sources) if key else _nested(group, inner, sources)
        for key, group in groups
    )


def _link(inner: str, run: Run, sources: Sources) -> str:
    address = run.link
    if address.startswith("#"):
        return f"[{inner}](#{sources.names.get(address[1:], address[1:])})"
    if address in (run.text, f"mailto:{run.text}") and not (run.bold or run.italic or run.code):
        return f"<{run.text}>"
    balanced = address.count("(") == address.count(")") and not re.search(r"\)[^(]*\(", address)
    return f"[{inner}]({address if balanced and ' ' not in address else f'<{address}>'})"


def _bold(inner: str, run: Run, sources: Sources) -> str:
    return f"**{inner}**"


def _italic(inner: str, run: Run, sources: Sources) -> str:
    return f"{sources.stress}{inner}{sources.stress}"


def _foreign(inner: str, run: Run, sources: Sources) -> str:
    tag = sources.languages.get(run.lang, "")
    return f"[{inner}]{{lang={tag}}}" if tag else inner


LAYERS: tuple[Layer, ...] = (
    (lambda run: run.link, _link),
    (lambda run: run.bold, _bold),
    (lambda run: run.italic, _italic),
    (lambda run: run.lang, _foreign),
)


def _inner(run: Run, sources: Sources) -> str:
    """One run without the marks around it."""
    if run.note:
        return sources.notes[run.note]
    if run.picture is not None:
        return sources.pictures[run.picture]
    return _code(run.text) if run.code else SPECIAL.sub(_backslash, run.text).replace("\n", "\\\n")


def _code(words: str) -> str:
    """Code between more backticks than it has in a row (CommonMark, 6.1)."""
    longest = max((len(found) for found in re.findall("`+", words)), default=0)
    fence = "`" * (longest + 1)
    pad = " " if words[:1] == "`" or words[-1:] == "`" else ""
    return f"{fence}{pad}{words}{pad}{fence}"


def wrapped(text: str, width: int) -> str:
    """A paragraph's Markdown in lines of at most `width` characters, where it has spaces; 0 = as it is.

    No line begins with what would begin a block.
    """
    if not width:
        return text
    lines: list[str] = []
    for piece in text.split("\n"):
        line = ""
        for word in piece.split(" "):
            if line and len(line) + 1 + len(word) > width and not STARTS.match(word) and word:
                lines.append(line)
                line = word
            else:
                line = f"{line} {word}" if line else word
        lines.append(line)
    return "\n".join(lines)
