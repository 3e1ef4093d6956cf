"""A house's .docx or .dotx, opened: refused as what it is when it is none, else a package to write into.

The template's own bytes are never written to. What must not go along is left out: macros, the path of another template, a
protection against editing, comments, an old picture of the first page.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy
from io import BytesIO
from typing import cast
from zipfile import ZIP_STORED, ZipFile

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.part import XmlPart
from docx.package import Package
from lxml import etree
from msgspec import Struct

from exporter import opc
from exporter.diagnostics import Diagnostic, Place, Result, Severity
from exporter.front_matter import WordTemplate
from exporter.rendering.word.markup import Element, W

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
MICROSOFT = "http://schemas.microsoft.com/office/"
LEFT_OUT: Mapping[str, str] = {  # the end of a relation's type → what it leads to
    "vbaProject": "macros",
    "keyMapCustomizations": "keyboard shortcuts of macros",
    "attachedToolbars": "toolbars of macros",
    "attachedTemplate": "the path of another template",
    "comments": "comments",
    "commentsExtended": "comments",
    "commentsIds": "comments",
    "commentsExtensible": "comments",
    "people": "comments",
    "thumbnail": "a picture of its first page",
}
SETTINGS_LEFT_OUT: Mapping[str, str] = {
    "attachedTemplate": "the path of another template",
    "documentProtection": "a protection against editing",
    "writeProtection": "a protection against editing",
    "mailMerge": "a mail merge",
}
COMMENT_MARKS = [W + name for name in ("commentRangeStart", "commentRangeEnd", "commentReference")]
RELATIONSHIPS = "{http://schemas.openxmlformats.org/package/2006/relationships}"


class Opened(Struct, frozen=True):
    """`left_out` says in words what of the template does not go along."""

    package: Package
    left_out: tuple[str, ...]


def open_template(template: WordTemplate) -> Result[Opened]:
    """The template as a package; the diagnostics are those of `opc.open_package`."""
    found = opc.open_package(template.file, template.data)
    if found.value is None:
        return Result(None, found.diagnostics)
    body = found.value.roots[found.value.main].find(W + "body")
    if body is None:
        fact = "this template has no body, where a text could go"
        hint = "Open it in Word, and save it under another name."
        problem = Diagnostic(Severity.ERROR, "word.template-body", fact, Place(template.file), hint)
        return Result(None, (*found.diagnostics, problem))
    package = Package.open(BytesIO(_as_document(found.value)))
    left_out = dict.fromkeys((*_leave_out_parts(package), *_leave_out_settings(package), *_leave_out_comments(package)))
    return Result(Opened(package, tuple(left_out)), found.diagnostics)


def _as_document(package: opc.Package) -> bytes:
    """The file with a plain document as its main part, and without relations to parts that are not there."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_STORED) as archive:
        for name, data in package.contents.items():
            root = package.roots.get(name)
            if name == opc.TYPES:
                data = _types(package)
            elif root is not None:
                data = etree.tostring(_whole(package, name, root), encoding="UTF-8", standalone=True)
            archive.writestr(name, data)
    return out.getvalue()


def _types(package: opc.Package) -> bytes:
    """`[Content_Types].xml` with every part by its name."""
    namespace = "http://schemas.openxmlformats.org/package/2006/content-types"
    root = etree.Element(f"{{{namespace}}}Types", nsmap=cast("dict[str, str]", {None: namespace}))
    for suffix, kind in (("rels", CONTENT_TYPE.OPC_RELATIONSHIPS), ("xml", CONTENT_TYPE.XML)):
        etree.SubElement(root, f"{{{namespace}}}Default", {"Extension": suffix, "ContentType": kind})
    for name, kind in (dict(package.types) | {package.main: CONTENT_TYPE.WML_DOCUMENT_MAIN}).items():
        if kind and not name.endswith(".rels") and name != opc.TYPES:
            etree.SubElement(root, f"{{{namespace}}}Override", {"PartName": f"/{name}", "ContentType": kind})
    return etree.tostring(root, encoding="UTF-8", standalone=True)


def _whole(package: opc.Package, name: str, root: Element) -> Element:
    """The root of a part; of a part of relations, without those that lead nowhere."""
    if not name.endswith(".rels"):
        return root
    folder, _, own = name.rpartition("_rels/")
    source = folder + own.removesuffix(".rels")
    lost: set[str] = {
        number
        for kind in {relation.get("Type", "").rpartition("/")[2] for relation in root}
        for number, target in package.targets(source, kind).items()
        if target not in package.contents
    }
    kept = etree.Element(str(root.tag), nsmap=cast("dict[str, str]", root.nsmap))
    for relation in root:
        if relation.get("TargetMode") == "External" or relation.get("Id") not in lost:
            kept.append(deepcopy(relation))
    return kept


def _leave_out_parts(package: Package) -> Iterator[str]:
    for rels in (package.rels, *(part.rels for part in package.iter_parts())):
        for number, relation in list(rels.items()):
            if said := LEFT_OUT.get(relation.reltype.rpartition("/")[2]):
                del rels[number]
                yield said


def _leave_out_settings(package: Package) -> Iterator[str]:
    for root in xml_of(package, RELATIONSHIP_TYPE.SETTINGS):
        for name, said in SETTINGS_LEFT_OUT.items():
            for element in root.findall(W + name):
                root.remove(element)
                yield said


def _leave_out_comments(package: Package) -> Iterator[str]:
    """Take the marks of comments out of the text; their words went with their part."""
    for root in roots(package):
        for mark in list(root.iter(*COMMENT_MARKS)):
            parent = mark.getparent()
            if parent is not None:
                parent.remove(mark)
                yield "comments"


def roots(package: Package) -> Iterator[Element]:
    """The roots of all parts that are read as XML."""
    for part in package.iter_parts():
        if isinstance(part, XmlPart):
            yield part.element


def xml_of(package: Package, relation: str) -> Iterator[Element]:
    """The roots of the parts that the document is related to in that way."""
    for rel in package.main_document_part.rels.values():
        if rel.reltype == relation and not rel.is_external and isinstance(rel.target_part, XmlPart):
            yield rel.target_part.element
