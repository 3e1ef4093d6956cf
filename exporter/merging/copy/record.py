"""The record in a copy: the custom XML part of our namespace, whatever programs have called it since."""

from __future__ import annotations

import base64
import binascii
import hashlib
from collections.abc import Callable
from typing import NoReturn

from exporter.diagnostics import Diagnostic, Place, Severity
from exporter.errors import Refused
from exporter.opc import Package
from exporter.record import FILE_PROPERTY, NAMESPACE, SOURCE_PROPERTY, Record
from exporter.rendering.word.markup import W
from exporter.rendering.word.roles import ROLES

PROPERTIES = "{http://schemas.openxmlformats.org/officeDocument/2006/custom-properties}"
APPLICATION = "{http://schemas.openxmlformats.org/officeDocument/2006/extended-properties}Application"
OWN_STYLES = {ROLES[role].lower() for role in ("status", "takeaways", "callout")}  # which no other program has
FINAL = "It was made with --final, or its record was taken out. Ask for the edits in a copy that has one."
STRIPPED = "A program took it out, and the content file is another one by now. Ask for the file as it was saved in Word."
OTHERS = "Pressroom makes such copies with `pressroom build --to word`."
BROKEN = "Ask for the file again. If it comes the same, build a new copy and make the edits in that."


Known = Callable[[str, str], bytes | None]  # the content file of that path, where it has that SHA-256


def record_of(package: Package, known: Known | None = None) -> Record:
    """The record of a copy. Raises Refused with `merge.no-record` or `merge.broken-record`.

    A program may leave the record out and keep the properties (LibreOffice, on the way through .odt): then `known` is asked
    for the content file that they name.
    """
    roots = [root for root in package.roots.values() if root.tag == f"{{{NAMESPACE}}}record"]
    properties = _properties(package)
    if not roots:
        file, sha256 = properties.get(FILE_PROPERTY, ""), properties.get(SOURCE_PROPERTY, "")
        if known and file and sha256 and (source := known(file, sha256)) is not None:
            return Record(file, sha256, "", "", source)
        _refuse_without(package, properties)
    root = roots[0]
    try:
        source = base64.b64decode("".join((root.text or "").split()), validate=True)
    except (binascii.Error, ValueError):
        _refuse_broken(package, "its text is no base64")
    sha256 = root.get("sha256", "")
    if hashlib.sha256(source).hexdigest() != sha256:
        _refuse_broken(package, "its content file does not have the hash that it names")
    if properties.get(SOURCE_PROPERTY, sha256) != sha256:
        _refuse_broken(package, "the copy's properties name another content file than its record holds")
    drawn = tuple((item.get("name", ""), item.get("sha256", "")) for item in root.iterfind(f"{{{NAMESPACE}}}drawing"))
    return Record(root.get("file", ""), sha256, root.get("composition", ""), root.get("version", ""), source, drawn)


def _properties(package: Package) -> dict[str, str]:
    """The custom properties, by name (ISO/IEC 29500-1, 22.3)."""
    root = package.xml(package.related("", "custom-properties"))
    found = () if root is None else root.iterfind(PROPERTIES + "property")
    return {item.get("name", ""): "".join(map(str, item.itertext())).strip() for item in found}


def _refuse_without(package: Package, properties: dict[str, str]) -> NoReturn:
    """Refuse a file without a record, and say what it is likely to be."""
    if {SOURCE_PROPERTY, FILE_PROPERTY} & properties.keys():
        made_of = properties.get(FILE_PROPERTY, "a content file")
        _refuse(package, "merge.no-record", f"the record of this copy of {made_of} is gone", STRIPPED)
    application = _application(package)
    if _has_our_styles(package):
        _refuse(package, "merge.no-record", "this copy carries no record of the content file that it was made of", FINAL)
    by = f" (it was written by {application})" if application else ""
    _refuse(package, "merge.no-record", f"this is no copy that Pressroom made{by}", OTHERS)


def _has_our_styles(package: Package) -> bool:
    root = package.xml(package.related(package.main, "styles"))
    names = () if root is None else root.iterfind(f"{W}style/{W}name")
    return {name.get(W + "val", "").lower() for name in names} >= OWN_STYLES


def _application(package: Package) -> str:
    root = package.xml(package.related("", "extended-properties"))
    return "" if root is None else root.findtext(APPLICATION, "").strip()


def _refuse_broken(package: Package, fact: str) -> NoReturn:
    _refuse(package, "merge.broken-record", f"the record of this copy is damaged: {fact}", BROKEN)


def _refuse(package: Package, code: str, fact: str, hint: str) -> NoReturn:
    raise Refused(Diagnostic(Severity.ERROR, code, fact, Place(package.file), hint))
