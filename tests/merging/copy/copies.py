"""Copies for tests: of a body written by hand, or of a release, with the record that an edited copy brings back."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from io import BytesIO
from itertools import count
from pathlib import Path
from zipfile import ZipFile

from exporter.diagnostics import Diagnostic
from exporter.merging.copy.reading import read_copy
from exporter.merging.copy.view import Copy, Paragraph, View
from exporter.merging.runs import text_of
from exporter.record import NAMESPACE
from tests import word_packages

BASE_STYLES = (Path(__file__).parents[3] / "templates/word/base/styles.xml").read_text(encoding="utf-8")
SOURCE = b"The content file.\n"
ITEM = "customXml/item1.xml"


def record(source: bytes = SOURCE, sha256: str = "") -> str:
    """The custom XML part of a copy that was made of `source`."""
    named = sha256 or hashlib.sha256(source).hexdigest()
    text = base64.b64encode(source).decode()
    attributes = f'file="content/story.md" sha256="{named}" composition="c0" version="1.0"'
    return f'<record xmlns="{NAMESPACE}" {attributes}>{text}</record>'


def hand_made(body: str, parts: Mapping[str, str] | None = None, *rows: tuple[str, str, str]) -> bytes:
    """A copy with this XML in its body; `parts` are others by name (`styles`), `rows` further relations."""
    more = dict(parts or {})
    entries = word_packages.parts(body)
    entries["[Content_Types].xml"] = word_packages.content_types(*more)
    relations = [(f"part{number}", name, f"{name}.xml") for number, name in enumerate(more)]
    entries["word/_rels/document.xml.rels"] = word_packages.relations(
        *relations, *rows, ("record", "customXml", f"../{ITEM}")
    )
    entries |= {f"word/{name}.xml": text for name, text in more.items()}
    return word_packages.zipped({**entries, ITEM: record()})


def with_record_of(data: bytes, other: bytes) -> bytes:
    """A copy that has lost its record, with that of another file."""
    parts = {name: content for name, content in _entries(other).items() if NAMESPACE.encode() in content}
    return word_packages.zipped({**_entries(data), **parts})


def _entries(data: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def read(data: bytes) -> Copy:
    """What is read of a copy that nothing is wrong with."""
    result = read_copy("edited.docx", data)
    assert result.value is not None, result.diagnostics
    return result.value


def refused(data: bytes) -> tuple[Diagnostic, ...]:
    result = read_copy("edited.docx", data)
    assert result.value is None
    return result.diagnostics


def words(paragraph: Paragraph) -> str:
    """All words of a paragraph."""
    return "".join(text_of(segment.runs) for segment in paragraph.segments)


def told(view: View) -> list[str]:
    """The paragraphs of a view, as `ids: words`."""
    return [f"{' '.join(paragraph.ids)}: {words(paragraph)}" for paragraph in view.body]


# --- XML, in few words ---------------------------------------------------------------------------------------------------

NUMBERS = count(100)


def r(text: str, properties: str = "") -> str:
    """A run with such a `w:rPr`."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def p(*content: str, style: str = "BodyText", properties: str = "", mark: str = "") -> str:
    """A paragraph; `mark` is what its own `w:rPr` says."""
    inner = f'<w:pStyle w:val="{style}"/>{properties}<w:rPr>{mark}</w:rPr>'
    return f"<w:p><w:pPr>{inner}</w:pPr>{''.join(content)}</w:p>"


def piece(name: str, *content: str) -> str:
    """Content in the bookmark of a piece, or of that name."""
    number, own = next(NUMBERS), name if name.startswith("_") else f"_pr_{name.replace('.', '_')}"
    return f'<w:bookmarkStart w:id="{number}" w:name="{own}"/>{"".join(content)}<w:bookmarkEnd w:id="{number}"/>'


def change(kind: str, *content: str, author: str = "Ada Munk") -> str:
    """A tracked change, such as `ins`."""
    return (
        f'<w:{kind} w:id="{next(NUMBERS)}" w:author="{author}" w:date="2026-05-12T09:00:00Z">{"".join(content)}</w:{kind}>'
    )


def body(*content: str, **parts: str) -> Copy:
    """A copy with this body and our own styles, read; `parts` are further parts, such as `numbering`."""
    return read(hand_made("".join(content), {"styles": BASE_STYLES, **parts}))
