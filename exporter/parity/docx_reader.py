"""The words of a .docx, as a person meets them in Word: the body in order, then the notes in the order of their calls.

Written from ISO/IEC 29500-1 with zipfile and lxml alone, and not from our writer, so that the two can check each other.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

from exporter.parity.readback import ReadBack

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

TEXTS = frozenset((W + "t", M + "t"))
SPACES = frozenset(W + name for name in ("tab", "br", "cr", "ptab"))
CHARACTERS: Mapping[str, str] = {W + "noBreakHyphen": "\u2011", W + "softHyphen": "\u00ad"}
CALLS: Mapping[str, str] = {W + f"{kind}Reference": W + kind for kind in ("footnote", "endnote")}
BLOCKS = frozenset(W + name for name in ("p", "tr", "tc"))
PROPERTIES = ("pPr", "rPr", "tblPr", "tblGrid", "trPr", "tcPr", "sectPr", "sdtPr")
DELETED = ("del", "moveFrom")
UNREAD = frozenset((*(W + name for name in (*PROPERTIES, *DELETED)), MC + "Fallback"))


def read(data: bytes) -> ReadBack:
    """The text of a .docx. Calls of footnotes stand in it as their numbers, results of fields once.

    Heads and feet of pages, list numbers, hidden and deleted text are left out; inserted text is read. Raises
    `zipfile.BadZipFile`, `KeyError` or `lxml.etree.XMLSyntaxError` when the bytes are no such file.
    """
    with ZipFile(BytesIO(data)) as archive:
        main = _related(archive, "", "officeDocument")
        body = _Story()
        flow = "".join(body.words(_root(archive, main)))
        parts = [part for kind in ("footnotes", "endnotes") if (part := _related(archive, main, kind))]
        found = {_name(note): note for part in parts for note in _root(archive, part)} if body.calls else {}
    called = (found[number] for number in body.calls if number in found)
    return ReadBack(flow, "\n".join("".join(_Story().words(note)) for note in called))


class _Story:
    """Reads one story. `calls` are the notes that it has called, by element and id, each once, in order."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, str]] = []
        self._fields: list[bool] = []  # of each field that is open: are we in its result?

    def words(self, element: etree._Element) -> Iterator[str]:
        """The text of an element, piece by piece; a line end after each paragraph, cell and row."""
        tag = element.tag
        if tag in UNREAD or (tag == W + "r" and _is_hidden(element)):
            return
        if tag == W + "fldChar":
            self._turn(element.get(W + "fldCharType", ""))
        elif all(self._fields):
            yield from self._leaf(element)
        for child in element:
            yield from self.words(child)
        if tag in BLOCKS:
            yield "\n"

    def _leaf(self, element: etree._Element) -> Iterator[str]:
        """What an element says by itself."""
        tag = str(element.tag)
        if tag in TEXTS:
            yield element.text or ""
        elif tag in SPACES:
            yield " "
        elif tag in CHARACTERS:
            yield CHARACTERS[tag]
        elif tag == W + "sym":
            yield chr(int(element.get(W + "char", "20"), 16))
        elif tag in CALLS:
            called = CALLS[tag], element.get(W + "id", "")
            if called not in self.calls:
                self.calls.append(called)
            yield str(self.calls.index(called) + 1)

    def _turn(self, kind: str) -> None:
        """Go on in a complex field: instruction, result, end (17.16.18)."""
        if kind == "begin":
            self._fields.append(False)
        elif kind == "separate" and self._fields:
            self._fields[-1] = True
        elif kind == "end" and self._fields:
            self._fields.pop()


def _name(note: etree._Element) -> tuple[str, str]:
    return str(note.tag), note.get(W + "id", "")


def _is_hidden(run: etree._Element) -> bool:
    vanish = run.find(f"{W}rPr/{W}vanish")
    return vanish is not None and vanish.get(W + "val") not in ("0", "false", "off")


def _root(archive: ZipFile, name: str) -> etree._Element:
    return etree.fromstring(archive.read(name), etree.XMLParser(resolve_entities=False, huge_tree=True))


def _related(archive: ZipFile, source: str, kind: str) -> str:
    """The part that a part ("" = the package) is related to in that way, "" when there is none."""
    folder, name = posixpath.split(source)
    relations = posixpath.join(folder, "_rels", f"{name}.rels")
    for relation in _root(archive, relations) if relations in archive.namelist() else ():
        if relation.get("Type", "").endswith(f"/{kind}"):
            return posixpath.normpath(posixpath.join(folder, relation.get("Target", ""))).lstrip("/")
    return ""
