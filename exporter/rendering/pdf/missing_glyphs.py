"""Characters that no font could draw: each is an error that names the character, its place and the fonts, never a box.

The fonts of a document that was written know what was drawn as a box, whatever brought it there: the release, the brand, a
label, a stylesheet or a drawing. So nothing is told that no reader would see, and nothing is overlooked.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import weasyprint

from exporter import model, walking
from exporter.diagnostics import Diagnostic, Place, Severity, Source
from exporter.project import BRAND, shown_path
from exporter.rendering.job import Job
from exporter.rendering.pdf.fonts import faces_without

# Characters without a name of their own, by their general category (Unicode Standard, 4.5).
KINDS: Mapping[str, str] = {"Co": "a private-use character", "Cn": "no character of Unicode", "Cc": "a control character"}
HINTS: Mapping[str, str] = {
    "Co": "Only the font that it was made for can show it; write it otherwise, or set it as a picture.",
    "Cn": "Was the text damaged on its way here?",
    "Cc": "Take it out; it shows nothing.",
}
HINT = "Give the brand a font that has it, or write it otherwise."
EMOJI = range(0x1F000, 0x1FB00)
EMOJI_HINT = "The PDF has no font of emoji; say it in words, or set it as a picture."


def missing_glyphs(document: weasyprint.Document, job: Job) -> tuple[Diagnostic, ...]:
    """An error for each character that a written document shows as a box, once, at its first place, in the file's order."""
    codes = {code for font in document.fonts.values() for code in _boxes(font)}
    found = [_told(chr(code), job) for code in sorted(codes)]
    return tuple(sorted(found, key=lambda one: (one.place.file != job.release.file, one.place.line, one.place.column)))


def _boxes(font: Any) -> Iterator[int]:
    """The code points for which a font drew its glyph 0, “.notdef”."""
    yield from font.missing
    yield from map(ord, font.to_unicode.get(0, ""))


def _told(character: str, job: Job) -> Diagnostic:
    lacking = " and ".join(faces_without(job.brand.typography, ord(character))) or "its font"
    fact = f"{_named(character)} has no glyph in {lacking}, nor in a font that stands in"
    place = next((place for look in LOOKS if (place := look(character, job))), None)
    if place is None:
        place = Place(f"templates/{job.composition.template}")
    line = Source(job.release.file, job.text).line(place.line) if place.file == job.release.file else ""
    return Diagnostic(Severity.ERROR, "pdf.missing-glyph", fact, place, _hint(character), line)


def _named(character: str) -> str:
    """A character as a message shows it: itself, where that can be seen, its code point and its name."""
    category = unicodedata.category(character)
    name = unicodedata.name(character, "") or KINDS.get(category, "a character without a name")
    point = f"U+{ord(character):04X}"
    if category[0] in "CZ":
        return f"{point} ({name})"
    shown = f"◌{character}" if category[0] == "M" else character
    return f"“{shown}” ({point} {name})"


def _hint(character: str) -> str:
    return EMOJI_HINT if ord(character) in EMOJI else HINTS.get(unicodedata.category(character), HINT)


# --- where it comes from --------------------------------------------------------------------------------------------------


def _in_text(character: str, job: Job) -> Place | None:
    """The first piece of the release that has it: its own place there, or the piece's where it is written as `&#x…;`."""
    source = Source(job.release.file, job.text)
    for piece in walking.pieces(job.release):
        if character in piece.text:
            for number in range(piece.span.line, piece.span.end_line + 1):
                if (column := source.line(number).find(character)) >= 0:
                    return Place(job.release.file, number, column + 1)
            return Place(job.release.file, piece.span.line, piece.span.column)
    return None


def _in_drawing(character: str, job: Job) -> Place | None:
    """The first figure whose drawing writes it."""
    for block in walking.blocks(job.release):
        if isinstance(block, model.Figure) and character in _drawn_words(block.image):
            return Place(job.release.file, block.span.line, block.span.column)
    return None


def _drawn_words(image: model.Image) -> str:
    return image.data.decode("utf-8", "replace") if image.media_type == "image/svg+xml" else ""


def _in_brand(character: str, job: Job) -> Place | None:
    own = job.brand.institution
    words = [own.name, own.tagline, own.website, *own.address]
    words += [text for _, boilerplate in job.brand.boilerplates for text in (boilerplate.title, boilerplate.text)]
    return Place(BRAND) if any(character in text for text in words) else None


def _in_labels(character: str, job: Job) -> Place | None:
    """The file of labels for the release's language."""
    if not any(character in label for label in job.composition.labels.values()):
        return None
    parts = job.release.meta.lang.split("-")
    names = ["-".join(parts[:count]) for count in range(len(parts), 0, -1)]
    found = (job.folders.find(f"labels/{name}.yml") for name in [*names, "en"])
    return next((Place(shown_path(path)) for path in found if path and character in path.read_text("utf-8")), None)


LOOKS: tuple[Callable[[str, Job], Place | None], ...] = (_in_text, _in_drawing, _in_brand, _in_labels)
