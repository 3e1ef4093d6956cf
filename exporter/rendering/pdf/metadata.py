"""The XMP metadata of a PDF: what it says of itself, and the standards that it keeps.

PDF/A-3 takes PDF/UA's identifier only with a description of its schema. Prefixes are prescribed, so the packet is written
here rather than by a library that chooses its own.

Source: ISO 16684-1 (XMP), ISO 19005-3, 6.6 and ISO 19005-4, 6.7 (PDF/A), ISO 14289-1 and -2, 5 (PDF/UA).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from xml.sax.saxutils import escape

import pydyf
import weasyprint
from msgspec import Struct

from exporter.target import PdfStandard


class Identity(Struct, frozen=True):
    """What a PDF says of the standards that it keeps: properties by their name, and descriptions of schemas."""

    properties: Mapping[str, str]
    schemas: str = ""


NAMESPACES: Mapping[str, str] = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaExtension": "http://www.aiim.org/pdfa/ns/extension/",
    "pdfaProperty": "http://www.aiim.org/pdfa/ns/property#",
    "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "pdfxid": "http://www.npes.org/pdfx/ns/id/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "xmpMM": "http://ns.adobe.com/xap/1.0/mm/",
}
IDENTIFIERS: Mapping[PdfStandard, Mapping[str, str]] = {
    "ua-1": {"pdfaid:part": "3", "pdfaid:conformance": "A", "pdfuaid:part": "1"},
    "ua-2": {
        "pdfaid:part": "4",
        "pdfaid:rev": "2020",
        "pdfaid:conformance": "F",
        "pdfuaid:part": "2",
        "pdfuaid:rev": "2024",
    },
}
UA_SCHEMA = """<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>The part of ISO 14289 that the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>"""


def identity_of(standard: PdfStandard) -> Identity:
    """How a PDF says which pair of standards it keeps."""
    return Identity(IDENTIFIERS[standard], UA_SCHEMA if standard == "ua-1" else "")


def add_metadata(pdf: pydyf.PDF, document: weasyprint.Document, identity: Identity) -> None:
    """Put the packet into a PDF, uncompressed, so that programs that know nothing of PDF find it."""
    packet = xmp_packet(document.metadata, f"WeasyPrint {weasyprint.__version__}", identity)
    metadata = pydyf.Stream([packet], {"Type": "/Metadata", "Subtype": "/XML"})
    pdf.add_object(metadata)
    pdf.catalog["Metadata"] = metadata.reference


def xmp_packet(metadata: weasyprint.DocumentMetadata, producer: str, identity: Identity) -> bytes:
    """The metadata stream's content, UTF-8."""
    spaces = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items() if prefix != "rdf")
    lines = (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>',
        f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="{NAMESPACES["rdf"]}">',
        f'<rdf:Description rdf:about="" {spaces}>',
        *_properties(metadata, producer, identity),
        "</rdf:Description></rdf:RDF></x:xmpmeta>",
        '<?xpacket end="r"?>',
    )
    return "\n".join(lines).encode()


def _properties(metadata: weasyprint.DocumentMetadata, producer: str, identity: Identity) -> Iterator[str]:
    for name, value in identity.properties.items():
        yield _simple(name, value)
    if identity.schemas:
        yield identity.schemas
    yield _in_one_language("dc:title", metadata.title or "")
    if metadata.authors:
        yield _listed("dc:creator", "Seq", metadata.authors)
    if metadata.description:
        yield _in_one_language("dc:description", metadata.description)
    if metadata.keywords:
        yield _listed("dc:subject", "Bag", metadata.keywords)
        yield _simple("pdf:Keywords", ", ".join(metadata.keywords))
    if metadata.lang:
        yield _listed("dc:language", "Bag", [metadata.lang])
    if metadata.generator:
        yield _simple("xmp:CreatorTool", metadata.generator)
    yield _simple("pdf:Producer", producer)
    yield _simple("xmp:CreateDate", metadata.created)
    yield _simple("xmp:ModifyDate", metadata.modified)


def _simple(name: str, value: str) -> str:
    return f"<{name}>{escape(value)}</{name}>"


def _in_one_language(name: str, value: str) -> str:
    return f'<{name}><rdf:Alt><rdf:li xml:lang="x-default">{escape(value)}</rdf:li></rdf:Alt></{name}>'


def _listed(name: str, kind: str, values: Iterable[str]) -> str:
    items = "".join(f"<rdf:li>{escape(value)}</rdf:li>" for value in values)
    return f"<{name}><rdf:{kind}>{items}</rdf:{kind}></{name}>"
