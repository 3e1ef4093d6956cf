"""What a file says of itself as a whole."""

from __future__ import annotations

from collections.abc import Iterator

from exporter.accessibility.document import Document, Finding
from exporter.accessibility.vocabulary import W, val

WORD = "http://schemas.microsoft.com/office/word"
MODE_OF_WORD_2013 = 15  # [MS-DOCX] 2.3.1


def title(document: Document) -> Iterator[Finding]:
    """A file without a title: its name is read out instead."""
    if not document.title:
        hint = "File, Info, Properties, Title."
        yield Finding("accessibility.no-title", "the document has no title", hint)


def compatibility(document: Document) -> Iterator[Finding]:
    """A file that Word opens as one of an earlier version, in which its checker and its newer marks are missing."""
    path = f"{W}compat/{W}compatSetting"
    found = () if document.settings is None else document.settings.iterfind(path)
    modes = [val(one) for one in found if (one.get(W + "name"), one.get(W + "uri")) == ("compatibilityMode", WORD)]
    mode = modes[0] if modes else "12"
    if not mode.isdecimal() or int(mode) < MODE_OF_WORD_2013:
        fact = f"Word opens this document in compatibility mode ({mode})"
        yield Finding("accessibility.compatibility", fact, "File, Info, Convert; then save it.")


def moving_text(document: Document) -> Iterator[Finding]:
    """Text that blinks or sparkles (17.3.2.11)."""
    for story in document.stories:
        for element in story.root.iter(W + "effect"):
            if val(element) != "none":
                hint = "Select it; Clear All Formatting."
                yield Finding("accessibility.moving-text", "the text blinks", hint, story, element)
