"""A Word file of anybody, opened safely: a zip of parts and relations (ISO/IEC 29500-2), within bounds and without DTDs."""

from __future__ import annotations

import posixpath
import re
import zlib
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import NoReturn
from urllib.parse import unquote
from zipfile import BadZipFile, ZipFile, ZipInfo, is_zipfile

from lxml import etree
from msgspec import Struct

from exporter.diagnostics import Diagnostic, Place, Result, Severity
from exporter.errors import Refused

Element = etree._Element

MOST_PARTS = 10_000
MOST_BYTES = 512 * 2**20  # of all parts, uncompressed
MOST_XML_BYTES = 64 * 2**20  # of one part that is parsed, which then takes ten times as much memory
CAREFREE_BYTES = 4 * 2**20  # XML below this is read however well it is packed
MOST_PACKED = 250  # so many times smaller is XML when a person wrote it; deflate can do 1032

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # [MS-CFB] 2.2: what Word wrote until 2003, and what holds encrypted files
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")  # [MS-OFFCRYPTO] 2.3.4.4
ZIP_ENCRYPTED = 0x1  # APPNOTE 4.4.4
TYPES = "[Content_Types].xml"
PARSED_TYPES = ("application/vnd.openxmlformats", "application/vnd.ms-", "application/xml", "text/xml")
WORD = ("wordprocessingml.", "ms-word.")  # in the content type of a main document, its macros enabled or not
STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/(\w+)/")
TRANSITIONAL = rb"http://schemas.openxmlformats.org/\1/2006/"

SAVE_AS_DOCX = "Open it in Word, and save it as a Word document (.docx)."
SEND_AGAIN = "Ask for the file again, or open it in Word and save it under another name."
OTHER_BEGINNINGS: Mapping[bytes, str] = {
    b"": "this file is empty",
    b"{\\rtf": "this is an RTF file and no .docx",
    b"%PDF": "this is a PDF and no .docx",
    b"<": "this is an XML or HTML file and no .docx",
}


class Package(Struct, frozen=True):
    """The parts of a Word file. Names of parts are those in the zip: `word/document.xml`, no slash before it.

    `main` is the document's part, `contents` has all parts' bytes, `roots` the parsed ones of those that are XML. The trees
    are without comments and processing instructions, strict namespaces changed to transitional ones; who wants to change
    one copies it first.
    """

    file: str
    main: str
    is_template: bool
    contents: Mapping[str, bytes]
    types: Mapping[str, str]
    roots: Mapping[str, Element]

    def xml(self, part: str) -> Element | None:
        """The root of a part; None when there is no such part, or it is no XML."""
        return self.roots.get(part)

    def related(self, part: str, kind: str) -> str:
        """The first part that `part` ("" = the package) is related to in that way (such as `styles`), or ""."""
        return next((target for target in self.targets(part, kind).values() if target in self.contents), "")

    def targets(self, part: str, kind: str) -> dict[str, str]:
        """Id → target of the relations of that kind: the name of a part or, of an external one, its address."""
        return {name: target for name, found, target, _ in _relations(self.roots, part) if found == kind}


def open_package(file: str, data: bytes) -> Result[Package]:
    """Open the bytes of a .docx, .docm, .dotx or .dotm that the user calls `file`.

    Errors are `docx.not-a-zip`, `docx.doc`, `docx.encrypted`, `docx.odt`, `docx.bomb`, `docx.entities`, `docx.broken` and
    `docx.other` (a workbook, say); a relation to a part that is not there is the warning `docx.missing-part`.
    """
    try:
        return _open(file, data)
    except Refused as refused:
        return Result(None, refused.diagnostics)


def _open(file: str, data: bytes) -> Result[Package]:
    _refuse_other_formats(file, data)
    contents = _contents(file, data)
    if contents.get("mimetype", b"").startswith(b"application/vnd.oasis.opendocument"):
        _refuse(file, "docx.odt", "this is an OpenDocument file (.odt) and no .docx", SAVE_AS_DOCX)
    if TYPES not in contents:
        _refuse(file, "docx.broken", f"this is a zip, but no Word file: it has no {TYPES}", SEND_AGAIN)
    types = _content_types(_parse(file, TYPES, contents[TYPES]), contents)
    parsed = (name for name in contents if name.endswith(".rels") or _is_parsed(types.get(name, "")))
    roots = {name: _parse(file, name, contents[name]) for name in parsed}
    main = _main(file, roots, types)
    package = Package(file, main, ".template." in types[main], contents, types, roots)
    return Result(package, tuple(_missing_parts(package)))


def _refuse(file: str, code: str, fact: str, hint: str) -> NoReturn:
    raise Refused(Diagnostic(Severity.ERROR, code, fact, Place(file), hint))


def _refuse_other_formats(file: str, data: bytes) -> None:
    """Refuse what is no zip, as what it is."""
    if posixpath.basename(file).startswith("~$"):
        hint = "Close the document in Word, and leave this file out."
        _refuse(file, "docx.not-a-zip", "this is no document, but Word's mark that one is open", hint)
    if data.startswith(OLE):
        if ENCRYPTED in data:
            _refuse_encrypted(file)
        _refuse(file, "docx.doc", "this is a file of Word 97–2003 (.doc) and no .docx", SAVE_AS_DOCX)
    if not data.startswith(b"PK"):
        fact = next(
            (fact for start, fact in OTHER_BEGINNINGS.items() if (data.startswith(start) if start else not data)), ""
        )
        _refuse(file, "docx.not-a-zip", fact or "this is no .docx: it is not even a zip", SAVE_AS_DOCX)


def _refuse_encrypted(file: str) -> NoReturn:
    hint = "In Word: File, Info, Protect Document, Encrypt with Password; empty the password, and save."
    _refuse(file, "docx.encrypted", "this file is encrypted with a password", hint)


def _contents(file: str, data: bytes) -> dict[str, bytes]:
    """All parts' bytes. What the zip says of their sizes is judged first; no more than it says is ever unpacked."""
    if not is_zipfile(BytesIO(data)):
        _refuse(file, "docx.broken", "this file is damaged: its end is missing", SEND_AGAIN)
    try:
        with ZipFile(BytesIO(data)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            _refuse_bombs(file, entries)
            if any(entry.flag_bits & ZIP_ENCRYPTED for entry in entries):
                _refuse_encrypted(file)
            return {entry.filename.replace("\\", "/"): archive.read(entry) for entry in entries}
    except (BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError) as error:
        _refuse(file, "docx.broken", f"this file is damaged: {_lower(error)}", SEND_AGAIN)


def _lower(error: Exception) -> str:
    """The message of a library, as it goes on in one of our sentences."""
    said = str(error).rstrip(".")
    return said[:1].lower() + said[1:]


def _refuse_bombs(file: str, entries: list[ZipInfo]) -> None:
    """Refuse what would fill the memory: too many parts, too large, or packed as no person's text is."""
    hint = "Do not trust this file. If you know where it comes from, ask for it again."
    if len(entries) > MOST_PARTS:
        _refuse(file, "docx.bomb", f"this file has {len(entries)} parts, more than any document needs", hint)
    total = sum(entry.file_size for entry in entries)
    if total > MOST_BYTES:
        _refuse(file, "docx.bomb", f"this file would unpack to {total // 2**20} MiB", hint)
    for entry in entries:
        is_xml = entry.filename.endswith((".xml", ".rels"))
        is_packed = entry.file_size > CAREFREE_BYTES and entry.file_size > MOST_PACKED * entry.compress_size
        if is_xml and (is_packed or entry.file_size > MOST_XML_BYTES):
            size = f"{entry.compress_size // 2**10} KiB unpack to {entry.file_size // 2**20} MiB"
            _refuse(file, "docx.bomb", f"{entry.filename} is no text of a person: {size}", hint)


def _parse(file: str, name: str, data: bytes) -> Element:
    """The root of a part. The parser keeps its own bounds (depth, length of a text), asks no network, expands nothing."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(STRICT.sub(TRANSITIONAL, data), parser)
    except etree.XMLSyntaxError as error:
        if b"<!DOCTYPE" in data:  # what it defines may be what the parser stumbled over
            _refuse_entities(file, name)
        _refuse(file, "docx.broken", f"{name} is damaged: {_lower(error)}", SEND_AGAIN)
    if root.getroottree().docinfo.internalDTD is not None:
        _refuse_entities(file, name)
    return root


def _refuse_entities(file: str, name: str) -> NoReturn:
    hint = "No program that writes documents does that. Do not trust this file."
    _refuse(file, "docx.entities", f"{name} has a document type declaration, which may define entities", hint)


def _content_types(root: Element, contents: Mapping[str, bytes]) -> dict[str, str]:
    """Part → its content type (29500-2, 10.1.2.2)."""
    defaults = {item.get("Extension", "").lower(): item.get("ContentType", "") for item in root.iterfind("{*}Default")}
    overrides = {item.get("PartName", "").lower(): item.get("ContentType", "") for item in root.iterfind("{*}Override")}
    return {
        name: overrides.get(f"/{name}".lower()) or defaults.get(name.rpartition(".")[2].lower(), "") for name in contents
    }


def _is_parsed(content_type: str) -> bool:
    return content_type.startswith(PARSED_TYPES) and content_type.endswith("xml")


def _main(file: str, roots: Mapping[str, Element], types: Mapping[str, str]) -> str:
    """The part of the document itself."""
    targets = [target for _, kind, target, _ in _relations(roots, "") if kind == "officeDocument"]
    main = next((target for target in targets if target in types), "")
    if main and not any(word in types[main] for word in WORD):
        _refuse(file, "docx.other", f"this is no Word document: its main part is {types[main]}", SAVE_AS_DOCX)
    if main not in roots:
        _refuse(file, "docx.broken", "this file has no document in it: its main part is missing", SEND_AGAIN)
    return main


def _relations(roots: Mapping[str, Element], part: str) -> Iterator[tuple[str, str, str, bool]]:
    """Id, kind, target and "inside the package" of each relation of a part ("" = the package), in order (29500-2, 9.3)."""
    folder, name = posixpath.split(part)
    root = roots.get(posixpath.join(folder, "_rels", f"{name}.rels"))
    for relation in () if root is None else root:
        target, is_inside = relation.get("Target", ""), relation.get("TargetMode") != "External"
        if is_inside:
            target = posixpath.normpath(posixpath.join("/", folder, unquote(target))).lstrip("/")
        yield relation.get("Id", ""), relation.get("Type", "").rpartition("/")[2], target, is_inside


def _missing_parts(package: Package) -> Iterator[Diagnostic]:
    """Tell of relations to parts that are not there; the rest can be read all the same."""
    for part in ("", *package.contents):
        for _, kind, target, is_inside in _relations(package.roots, part):
            if is_inside and kind != "hyperlink" and target not in package.contents:
                fact = f"{target} is missing, which {part or 'the file'} names as its {kind}"
                yield Diagnostic(Severity.WARNING, "docx.missing-part", fact, Place(package.file), SEND_AGAIN)
