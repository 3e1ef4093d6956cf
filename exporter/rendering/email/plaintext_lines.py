"""Lines of plain text put together: stacked, hung behind a mark, underlined."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from exporter.rendering.email.wrapping import BLANK, END, Line, Run, width_of, wrap


def stacked(groups: Iterable[Sequence[Line]]) -> list[Line]:
    """Groups of lines with a blank line between them."""
    lines: list[Line] = []
    for group in groups:
        lines += [BLANK, *group] if lines else group
    return lines


def hanging(lines: Sequence[Line], first: str, rest: str) -> list[Line]:
    """Lines behind a mark: `first` before the first line, `rest` before the others that are not blank."""
    if not lines:
        return [(Run("", first.rstrip()), END)]
    marks = [first, *[rest] * (len(lines) - 1)]
    return [line if line[0].text == "\n" else (Run("", mark), *line) for mark, line in zip(marks, lines, strict=True)]


def indented(lines: Sequence[Line], columns: int) -> list[Line]:
    """Lines moved to the right."""
    return hanging(lines, " " * columns, " " * columns) if lines else []


def computed(words: str) -> Line:
    """A line that is in no source."""
    return (Run("", words), END)


def heading(runs: Sequence[Run], mark: str, width: int) -> list[Line]:
    """A heading and a line of marks under it, as wide as its widest line."""
    lines = wrap(runs, width)
    widest = max((sum(width_of(run.text) for run in line if run.text != "\n") for line in lines), default=0)
    return [*lines, computed(mark * widest)] if widest else lines


def comma_between(fields: Iterable[tuple[str, str]], comma: str) -> list[Run]:
    """Pieces as (id, words) in one line; those without words are left out."""
    runs: list[Run] = []
    for name, words in fields:
        if words:
            runs += [Run("", comma), Run(name, words)] if runs else [Run(name, words)]
    return runs
