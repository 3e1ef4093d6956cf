"""The record in a Word copy: the content file that it was made of, so that its edits find their way back."""

from __future__ import annotations

import base64
import hashlib
import uuid
from collections.abc import Mapping
from typing import cast

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from lxml import etree

from exporter import __version__
from exporter.record import FILE_PROPERTY, NAMESPACE, SOURCE_PROPERTY, Origin, Record
from exporter.rendering.word.parts import Parts

DATA_STORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
USERS = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"  # the set of properties that users define (ISO/IEC 29500-1, 22.3)
LINE = 76  # characters of base64 (RFC 2045, 6.8)


def record_of(origin: Origin, composition: str, drawn: Mapping[str, str]) -> Record:
    """The record of a copy that is made of a content file and its composed page; `drawn` are the hashes of its drawings."""
    page = hashlib.sha256(composition.encode()).hexdigest()
    return Record(origin.file, hashlib.sha256(origin.data).hexdigest(), page, __version__, origin.data, tuple(drawn.items()))


def write_record(parts: Parts, record: Record) -> None:
    """Add the record as a custom XML part, and what it is of as custom properties, which file managers show."""
    parts.add_custom_xml(_item(record), _item_properties(record))
    relation = RELATIONSHIP_TYPE.CUSTOM_PROPERTIES
    values = {SOURCE_PROPERTY: record.sha256, FILE_PROPERTY: record.file}
    xml = _custom_properties(values, parts.take_from_package(relation))
    parts.add_to_package("/docProps/custom.xml", xml, CONTENT_TYPE.OFC_CUSTOM_PROPERTIES, relation)


def _item(record: Record) -> bytes:
    attributes = {name: getattr(record, name) for name in ("file", "sha256", "composition", "version")}
    root = etree.Element(f"{{{NAMESPACE}}}record", attributes, nsmap=cast("dict[str, str]", {None: NAMESPACE}))
    text = base64.b64encode(record.source).decode()
    root.text = "\n".join(text[start : start + LINE] for start in range(0, len(text), LINE))
    for name, sha256 in record.drawn:
        etree.SubElement(root, f"{{{NAMESPACE}}}drawing", {"name": name, "sha256": sha256})
    return etree.tostring(root, encoding="UTF-8", standalone=True)


def _item_properties(record: Record) -> bytes:
    """An id that is the same for the same content file."""
    own = f"{{{DATA_STORE}}}"
    name = str(uuid.uuid5(uuid.NAMESPACE_URL, f"{NAMESPACE}:{record.sha256}")).upper()
    root = etree.Element(own + "datastoreItem", {own + "itemID": f"{{{name}}}"}, nsmap={"ds": DATA_STORE})
    etree.SubElement(etree.SubElement(root, own + "schemaRefs"), own + "schemaRef", {own + "uri": NAMESPACE})
    return etree.tostring(root, encoding="UTF-8", standalone=True)


def _custom_properties(values: dict[str, str], there: bytes) -> bytes:
    """The properties in place of those of the same names `there`, beside the others."""
    plain = cast("dict[str, str]", {None: PROPERTIES, "vt": TYPES})
    root = etree.fromstring(there) if there else etree.Element(f"{{{PROPERTIES}}}Properties", nsmap=plain)
    for item in list(root):
        if item.get("name") in values:
            root.remove(item)
    first = max((int(item.get("pid", "1")) for item in root), default=1) + 1  # 0 and 1 are reserved
    for number, (name, value) in enumerate(values.items(), start=first):
        attributes = {"fmtid": USERS, "pid": str(number), "name": name}
        item = etree.SubElement(root, f"{{{PROPERTIES}}}property", attributes)
        etree.SubElement(item, f"{{{TYPES}}}lpwstr").text = value
    return etree.tostring(root, encoding="UTF-8", standalone=True)
