"""What is wrong with a Word file as a whole: what a schema of single parts can't see, and what the schema sees.

ISO/IEC 29500-2 for parts, relations and types; 29500-1, 17 for what ids and names refer to.
"""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

from lxml import etree

from tests.rendering.word.schema_order import out_of_order

Element = etree._Element
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
TYPES = "[Content_Types].xml"
STORY = re.compile(r"word/(document|comments|footnotes|endnotes|header\d*|footer\d*)\.xml")
BOOKMARK_FIELDS = frozenset(("NOTEREF", "PAGEREF", "REF"))  # 17.16.5: a bookmark is their first argument
STYLES = {"pStyle": "paragraph", "rStyle": "character", "tblStyle": "table"}
LONGEST_NAME = 40  # of a bookmark, in Word


def faults(data: bytes) -> list[str]:
    """Each thing that is wrong with the package, in words; [] when all is well."""
    package = _Package(data)
    return [fault for check in CHECKS for fault in check(package)]


def schema_faults(data: bytes) -> list[str]:
    """What the schemas and the rules of the Open XML SDK refuse (ISO/IEC 29500 transitional with Microsoft's extensions)."""
    from openxml_audit import FileFormat, OpenXmlValidator

    with TemporaryDirectory() as folder:
        file = Path(folder) / "copy.docx"
        file.write_bytes(data)
        result = OpenXmlValidator(file_format=FileFormat.MICROSOFT_365, max_errors=0).validate(file)
    return [f"{error.part_uri} {error.path}: {error.description}" for error in result.errors]


class _Package:
    def __init__(self, data: bytes) -> None:
        with ZipFile(BytesIO(data)) as archive:
            self.entries = archive.namelist()
            self.files = {name: archive.read(name) for name in self.entries}
        parsed = (name for name in self.files if name.endswith((".xml", ".rels")))
        self.roots = {name: etree.fromstring(self.files[name]) for name in parsed}

    @cached_property
    def stories(self) -> dict[str, Element]:
        return {name: root for name, root in self.roots.items() if STORY.fullmatch(name)}

    def all(self, *names: str) -> Iterator[Element]:
        """The elements of WordprocessingML with these names in all parts."""
        for root in self.roots.values():
            yield from root.iter(*(W + name for name in names))

    def values(self, name: str, attribute: str = "val") -> list[str]:
        return [element.get(W + attribute, "") for element in self.all(name)]

    def relations(self, part: str) -> list[Element]:
        folder, name = posixpath.split(part)
        return list(self.roots.get(posixpath.join(folder, "_rels", f"{name}.rels"), ()))

    def target(self, part: str, relation: Element) -> str:
        path = posixpath.join("/", posixpath.dirname(part), relation.get("Target", ""))
        return posixpath.normpath(path).lstrip("/")


# --- the package -------------------------------------------------------------------------------------------------------


def _entries(package: _Package) -> Iterator[str]:
    yield from (f"two entries are called {name}" for name in _twice(package.entries))


def _types(package: _Package) -> Iterator[str]:
    named = {entry.get("PartName", "").lstrip("/") for entry in package.roots[TYPES] if entry.get("PartName")}
    suffixes = {entry.get("Extension", "").lower() for entry in package.roots[TYPES] if entry.get("Extension")}
    for name in package.files:
        if name != TYPES and name not in named and name.rpartition(".")[2].lower() not in suffixes:
            yield f"{name} has no content type"
    yield from (f"a content type is given for {name}, which is not there" for name in sorted(named - set(package.files)))


def _relations(package: _Package) -> Iterator[str]:
    """Every relation leads to a part, every part is led to, every id that is used is there and the other way round."""
    reached, todo = {TYPES, "_rels/.rels"}, [""]
    while todo:
        part = todo.pop()
        for relation in package.relations(part):
            if relation.get("TargetMode") == "External":
                continue
            target = package.target(part, relation)
            if target not in package.files:
                yield f"{part or 'the package'} is related to {target}, which is not there"
            elif target not in reached:
                folder, name = posixpath.split(target)
                reached |= {target, posixpath.join(folder, "_rels", f"{name}.rels")}
                todo.append(target)
    yield from (f"nothing leads to {name}" for name in package.files if name not in reached)


def _relation_ids(package: _Package) -> Iterator[str]:
    for part, root in package.roots.items():
        ids = [relation.get("Id", "") for relation in package.relations(part)]
        yield from (f"two relations of {part} have the id {one}" for one in _twice(ids))
        used = {str(value) for element in root.iter() for key, value in element.attrib.items() if str(key).startswith(R)}
        yield from (f"{part} has no relation {one}" for one in sorted(used - set(ids)))


def _order(package: _Package) -> Iterator[str]:
    for name, root in package.roots.items():
        yield from (f"{name}: out of order: {fault}" for fault in out_of_order(root))


# --- ids and what refers to them -----------------------------------------------------------------------------------------


def _bookmarks(package: _Package) -> Iterator[str]:
    starts, names = package.values("bookmarkStart", "id"), package.values("bookmarkStart", "name")
    yield from (f"two bookmarks have the id {one}" for one in _twice(starts))
    yield from (f"two bookmarks are called {one}" for one in _twice(names))
    yield from (f"the bookmark {one} has a name that Word refuses" for one in names if not _is_name(one))
    for part, root in package.stories.items():
        begun: set[str] = set()
        for mark in root.iter(W + "bookmarkStart", W + "bookmarkEnd"):
            number = mark.get(W + "id", "")
            if mark.tag == W + "bookmarkStart":
                begun.add(number)
            elif number in begun:
                begun.remove(number)
            else:
                yield f"{part}: a bookmark {number} ends that has not begun"
        yield from (f"{part}: the bookmark {number} has no end" for number in sorted(begun))


def _is_name(name: str) -> bool:
    return 0 < len(name) <= LONGEST_NAME and bool(re.fullmatch(r"[^\W\d]\w*", name))


def _links(package: _Package) -> Iterator[str]:
    names = set(package.values("bookmarkStart", "name"))
    anchors = {link.get(W + "anchor", "") for link in package.all("hyperlink")} - {""}
    yield from (f"a link leads to {one}, which is not there" for one in sorted(anchors - names))
    for instruction in package.all("instrText"):
        words = (instruction.text or "").split()
        if len(words) > 1 and words[0] in BOOKMARK_FIELDS and words[1] not in names:
            yield f"a field {words[0]} names {words[1]}, which is not there"
    for link in package.all("hyperlink"):
        if not link.get(W + "anchor") and not link.get(R + "id"):
            yield f"a link leads nowhere: {''.join(map(str, link.itertext()))}"


def _fields(package: _Package) -> Iterator[str]:
    """Begin, separate, end: fields are closed, each inside its story (17.16.18)."""
    for part, root in package.stories.items():
        states: list[str] = []
        for mark in root.iter(W + "fldChar"):
            kind = mark.get(W + "fldCharType", "")
            if kind == "begin":
                states.append(kind)
            elif not states or (kind == "separate" and states[-1] != "begin"):
                yield f"{part}: a field goes on with “{kind}” that has not begun"
            elif kind == "end":
                states.pop()
            else:
                states[-1] = kind
        yield from (f"{part}: a field has no end" for _ in states)


def _notes(package: _Package) -> Iterator[str]:
    for kind in ("footnote", "endnote"):
        notes = [note.get(W + "id", "") for note in package.all(kind) if note.getparent() is not None and len(note)]
        yield from (f"two {kind}s have the id {one}" for one in _twice(notes))
        called = package.values(f"{kind}Reference", "id")
        yield from (f"a {kind} {one} is called that is not there" for one in sorted(set(called) - set(notes)))
        own = {note.get(W + "id", "") for note in package.all(kind) if len(note) and not note.get(W + "type")}
        yield from (f"the {kind} {one} is called nowhere" for one in sorted(own - set(called)))


def _comments(package: _Package) -> Iterator[str]:
    comments = package.values("comment", "id")
    yield from (f"two comments have the id {one}" for one in _twice(comments))
    for name in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        used = package.values(name, "id")
        yield from (f"two {name} have the id {one}" for one in _twice(used))
        yield from (f"{name} {one} has no comment" for one in sorted(set(used) - set(comments)))
        yield from (f"the comment {one} has no {name}" for one in sorted(set(comments) - set(used)))


def _pictures(package: _Package) -> Iterator[str]:
    ids = [element.get("id", "") for root in package.stories.values() for element in root.iter(WP + "docPr")]
    yield from (f"two pictures have the id {one}" for one in _twice(ids))


def _styles(package: _Package) -> Iterator[str]:
    styles = {style.get(W + "styleId", ""): style.get(W + "type", "") for style in package.all("style")}
    yield from (f"two styles have the id {one}" for one in _twice(package.values("style", "styleId")))
    names = [name.get(W + "val", "").lower() for style in package.all("style") for name in style.iterchildren(W + "name")]
    yield from (f"two styles are called {one}" for one in _twice(names))
    for tag in (*STYLES, "basedOn", "next", "link"):
        for name in sorted(set(package.values(tag))):
            if name not in styles:
                yield f"{tag} names the style {name}, which is not there"
            elif styles[name] != STYLES.get(tag, styles[name]):
                yield f"{tag} names {name}, which is a style of the kind {styles[name]}"


def _numbering(package: _Package) -> Iterator[str]:
    nums, lists = package.values("num", "numId"), package.values("abstractNum", "abstractNumId")
    yield from (f"two lists have the id {one}" for one in _twice(nums))
    yield from (f"two kinds of list have the id {one}" for one in _twice(lists))
    used = set(package.values("numId")) - {"0"}  # 0 = no list
    yield from (f"the list {one} is not there" for one in sorted(used - set(nums)))
    yield from (f"the kind of list {one} is not there" for one in sorted(set(package.values("abstractNumId")) - set(lists)))


def _twice(values: Iterable[str]) -> list[str]:
    return [one for one, times in Counter(values).items() if times > 1]


CHECKS: tuple[Callable[[_Package], Iterator[str]], ...] = (
    _entries,
    _types,
    _relations,
    _relation_ids,
    _order,
    _bookmarks,
    _links,
    _fields,
    _notes,
    _comments,
    _pictures,
    _styles,
    _numbering,
)
