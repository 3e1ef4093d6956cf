"""Word files made by hand, part by part, for tests that must know each byte."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
OUTSIDE = ' TargetMode="External"'
NAMESPACES = " ".join(
    f'xmlns:{prefix}="{address}"'
    for prefix, address in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": OFFICE,
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "v": "urn:schemas-microsoft-com:vml",
        "o": "urn:schemas-microsoft-com:office:office",
    }.items()
)


def document(body: str) -> str:
    """The main part around the XML of its blocks."""
    return f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"


def relations(*rows: tuple[str, str, str]) -> str:
    """A part of relations; each row has an id, a kind such as `styles`, and a target, external when it is an address."""
    made = (
        f'<Relationship Id="{name}" Type="{OFFICE}/{kind}" Target="{target}"{OUTSIDE if ":" in target else ""}/>'
        for name, kind, target in rows
    )
    return f'<Relationships xmlns="{RELATIONS}">{"".join(made)}</Relationships>'


def content_types(*names: str, main: str = f"{TYPE}.document.main+xml") -> str:
    """The types of the document and of the parts named so: `styles` is `word/styles.xml`."""
    overrides = [("document", main), *((name, f"{TYPE}.{name.rstrip('0123456789')}+xml") for name in names)]
    made = (f'<Override PartName="/word/{name}.xml" ContentType="{kind}"/>' for name, kind in overrides)
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{"".join(made)}</Types>'
    )


def parts(body: str = "") -> dict[str, str]:
    """The least that is a Word file."""
    return {
        "[Content_Types].xml": content_types(),
        "_rels/.rels": relations(("rId1", "officeDocument", "word/document.xml")),
        "word/document.xml": document(body),
    }


def zipped(entries: Mapping[str, str | bytes]) -> bytes:
    """A zip of these entries."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, data in entries.items():
            archive.writestr(name, data)
    return out.getvalue()
