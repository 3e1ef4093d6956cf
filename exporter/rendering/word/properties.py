"""Core properties (ISO/IEC 29500-2, 11): what a file manager and a screen reader tell of the document."""

from __future__ import annotations

import datetime as dt

from lxml import etree

from exporter.brand import Brand
from exporter.model import FrontMatter

CP = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}"
DC = "{http://purl.org/dc/elements/1.1/}"
DCTERMS = "{http://purl.org/dc/terms/}"
XSI = "{http://www.w3.org/2001/XMLSchema-instance}"
PREFIXES = {"cp": CP[1:-1], "dc": DC[1:-1], "dcterms": DCTERMS[1:-1], "xsi": XSI[1:-1]}


def core_properties(meta: FrontMatter, brand: Brand, moment: dt.datetime) -> bytes:
    """`docProps/core.xml`. `moment` is when it was made and last changed."""
    author = "; ".join(author.name for author in meta.author) or brand.institution.name
    root = etree.Element(CP + "coreProperties", nsmap=PREFIXES)
    values = {
        DC + "title": meta.title,
        DC + "subject": meta.subtitle,
        DC + "creator": author,
        CP + "keywords": ", ".join(meta.keywords),
        DC + "description": meta.description,
        CP + "lastModifiedBy": author,
        CP + "revision": "1",
        CP + "category": meta.kind,
        DC + "language": meta.lang,
    }
    for name, value in values.items():
        if value:
            etree.SubElement(root, name).text = value
    for name in ("created", "modified"):
        time = etree.SubElement(root, DCTERMS + name, {XSI + "type": "dcterms:W3CDTF"})
        time.text = moment.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return etree.tostring(root, encoding="UTF-8", standalone=True)
