"""A package as bytes (ISO/IEC 29500-2), the same for the same parts: fixed order, dates and attributes of the entries."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from io import BytesIO
from typing import cast
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx.opc.constants import CONTENT_TYPE, NAMESPACE
from docx.opc.package import OpcPackage
from docx.opc.part import Part
from lxml import etree

DEFAULTS = {"rels": CONTENT_TYPE.OPC_RELATIONSHIPS, "xml": CONTENT_TYPE.XML}
PICTURES = {"png": "image/png", "jpg": "image/jpeg", "gif": "image/gif"}
TYPES = f"{{{NAMESPACE.OPC_CONTENT_TYPES}}}"
EARLIEST = dt.datetime(1980, 1, 1, tzinfo=dt.UTC)  # what a zip entry can say
LATEST = dt.datetime(2107, 12, 31, tzinfo=dt.UTC)
ON_UNIX, PLAIN_FILE = 3, 0o100644


def package_bytes(package: OpcPackage, moment: dt.datetime) -> bytes:
    """The file. `moment` dates its entries, in UTC."""
    stamp = min(max(moment.astimezone(dt.UTC), EARLIEST), LATEST).timetuple()[:6]
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, data in _entries(package):
            entry = ZipInfo(name, (stamp[0], stamp[1], stamp[2], stamp[3], stamp[4], stamp[5]))
            entry.compress_type, entry.create_system, entry.external_attr = ZIP_DEFLATED, ON_UNIX, PLAIN_FILE << 16
            archive.writestr(entry, data)
    return out.getvalue()


def _entries(package: OpcPackage) -> Iterator[tuple[str, bytes]]:
    """Names and contents: the types, the relations of the package, then each part with its own."""
    parts = list(package.iter_parts())
    yield "[Content_Types].xml", _content_types(parts)
    yield "_rels/.rels", package.rels.xml
    for part in parts:
        yield part.partname.membername, part.blob
        if part.rels:
            yield part.partname.rels_uri.membername, part.rels.xml


def _content_types(parts: list[Part]) -> bytes:
    """`[Content_Types].xml`: by suffix for relations and pictures, by name for the rest."""
    suffixes = {part.partname.ext for part in parts}
    defaults = DEFAULTS | {suffix: kind for suffix, kind in PICTURES.items() if suffix in suffixes}
    types = etree.Element(TYPES + "Types", nsmap=cast("dict[str, str]", {None: NAMESPACE.OPC_CONTENT_TYPES}))
    for suffix, kind in defaults.items():
        etree.SubElement(types, TYPES + "Default", {"Extension": suffix, "ContentType": kind})
    for part in parts:
        if part.partname.ext not in PICTURES:
            etree.SubElement(types, TYPES + "Override", {"PartName": part.partname, "ContentType": part.content_type})
    return etree.tostring(types, encoding="UTF-8", standalone=True)
