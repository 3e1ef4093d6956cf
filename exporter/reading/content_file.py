"""One content file into a release: the text, its front matter and its Markdown, with all mistakes of all three."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from exporter.brand import Brand
from exporter.diagnostics import Diagnostic, Place, Result, Severity, Source
from exporter.model import Release
from exporter.project import SUFFIX
from exporter.reading.encoding import read_text
from exporter.reading.front_matter import read_front_matter
from exporter.reading.markdown.body import Body, read_markdown
from exporter.reading.mistakes import Mistakes
from exporter.reading.pictures.assets import Pictures
from exporter.reading.spot import Spot

LARGEST = 1_000_000  # bytes; a release of two pages has six thousand
OPENING = re.compile(r"---[ \t]*")
CLOSING = re.compile(r"(?:---|\.\.\.)[ \t]*")
BEGIN = "Begin the file with a line “---”, then “title: …” and what else is known, then “---”; “pressroom new” writes one."


def read_release(file: str, data: bytes, project: Path, brand: Brand) -> Result[Release]:
    """A content file's release. `file` is its path as the user gave it; pictures are looked for from its folder.

    The value is None when there is an error; the diagnostics are then all that one reading can find, in the file's order.
    """
    if problem := _unfit(file, data):
        return Result(None, (problem,))
    text = read_text(file, data)
    if text.value is None:
        return Result(None, text.diagnostics)
    mistakes = Mistakes(Source(file, text.value))
    mistakes.found += text.diagnostics
    release = _read(mistakes, file, data, project, brand)
    return Result(None if mistakes.has_errors else release, mistakes.in_order())


def _unfit(file: str, data: bytes) -> Diagnostic | None:
    """Why a file is not read at all."""
    if not data.strip(b"\xef\xbb\xbf \t\r\n"):
        return Diagnostic(Severity.ERROR, "file.empty", "this file is empty", Place(file), BEGIN)
    if len(data) > LARGEST:
        fact = f"this file has {len(data) / 1_000_000:.1f} MB, and a release has at most {LARGEST // 1_000_000} MB"
        hint = "That is a book. Are pictures or data pasted into the text?"
        return Diagnostic(Severity.ERROR, "file.too-large", fact, Place(file), hint)
    return None


def _read(mistakes: Mistakes, file: str, data: bytes, project: Path, brand: Brand) -> Release | None:
    source = mistakes.source
    last = _front_matter_end(mistakes)
    front = None
    path = Path(file)
    pictures = Pictures(project, path.parent)
    if last:
        found = read_front_matter(source, "\n".join(source.lines[1 : last - 1]), 2, brand, pictures)
        mistakes.found += found.diagnostics
        front = found.value
    lang = front.meta.lang if front else "en"
    body = Body(()) if last is None else read_markdown(mistakes, last + 1, pictures, lang)
    if front is None:
        return None
    if not body.blocks and not mistakes.has_errors:
        mistakes.warning("file.no-text", "there is no text below the front matter", Spot(last or 1, 1, 3))
    release = Release(
        file=file,
        slug=path.name.removesuffix(SUFFIX),
        source_hash=hashlib.sha256(data).hexdigest(),
        meta=front.meta,
        body=body.blocks,
        footnotes=body.footnotes,
        comments=body.comments,
        fields=front.fields,
    )
    if front.meta.people:
        from exporter.reading.people import check_people

        check_people(release, mistakes)
    return release


def _front_matter_end(mistakes: Mistakes) -> int | None:
    """The 1-based line that closes the front matter; 0 when there is none, None when it is never closed (both are told)."""
    lines = mistakes.source.lines
    if not OPENING.fullmatch(lines[0]):
        mistakes.error("front-matter.missing", "the front matter is missing", Spot(1, 1, max(1, len(lines[0]))), BEGIN)
        return 0
    for number, line in enumerate(lines[1:], start=2):
        if CLOSING.fullmatch(line):
            return number
    hint = "Put a line “---” below its last key; the text begins after it."
    mistakes.error("front-matter.unclosed", "the front matter is never closed", Spot(1, 1, 3), hint)
    return None
