"""The parts of the package: those that the base gives, and those that stories are written into."""

from __future__ import annotations

from typing import cast

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part, XmlPart
from docx.oxml.parser import parse_xml
from docx.package import Package
from docx.parts.story import StoryPart
from lxml import etree

from exporter.composing.folders import TemplateFolders
from exporter.rendering.word.markup import Element, declared

NOTE_PARTS = {
    "footnote": (CONTENT_TYPE.WML_FOOTNOTES, RELATIONSHIP_TYPE.FOOTNOTES),
    "endnote": (CONTENT_TYPE.WML_ENDNOTES, RELATIONSHIP_TYPE.ENDNOTES),
}
BASE = "word/base"  # the folder of the base's parts among the templates


class Parts:
    """A package, and the parts that its document is related to; an empty one, or that of a template of the house.

    A part gets the name that it asks for, or the next that is free.
    """

    def __init__(self, folders: TemplateFolders, package: Package | None = None) -> None:
        self.folders = folders
        self.package = package or Package()
        if package:
            self.document: StoryPart = package.main_document_part
            return
        self.document = self.story("document", "document", CONTENT_TYPE.WML_DOCUMENT_MAIN)
        self.package.relate_to(self.document, RELATIONSHIP_TYPE.OFFICE_DOCUMENT)

    @property
    def stories(self) -> list[Element]:
        """The roots of all parts that words are written into."""
        return [cast(Element, part.element) for part in self.package.iter_parts() if isinstance(part, StoryPart)]

    def from_base(self, name: str, content_type: str, relation: str) -> Element:
        """Add a part of the base, such as `styles.xml`; returns its root, without the comments for those who edit it."""
        file = self.folders.find(f"{BASE}/{name}.xml")
        if file is None:
            raise FileNotFoundError(f"{BASE}/{name}.xml is missing from the packaged templates")
        root = self.add(f"/word/{name}.xml", file.read_bytes(), content_type, relation)
        for comment in list(root.iter(etree.Comment)):
            parent = comment.getparent()
            if parent is not None:
                parent.remove(comment)
        return root

    def add(self, name: str, xml: bytes, content_type: str, relation: str) -> Element:
        """Add a part that the document names; returns its root."""
        part = XmlPart(self._free(name), content_type, parse_xml(xml), self.package)
        self.document.relate_to(part, relation)
        return cast(Element, part.element)

    def add_properties(self, xml: bytes) -> None:
        """Add the core properties, which belong to the package, in place of those that are there."""
        self.take_from_package(RELATIONSHIP_TYPE.CORE_PROPERTIES)
        self.add_to_package("/docProps/core.xml", xml, CONTENT_TYPE.OPC_CORE_PROPERTIES, RELATIONSHIP_TYPE.CORE_PROPERTIES)

    def add_to_package(self, name: str, xml: bytes, content_type: str, relation: str) -> None:
        """Add a part that the package as a whole names."""
        self.package.relate_to(XmlPart(self._free(name), content_type, parse_xml(xml), self.package), relation)

    def take_from_package(self, relation: str) -> bytes:
        """Take out the part that the package is related to in that way; returns its content, b"" where there is none."""
        for number, rel in list(self.package.rels.items()):
            if rel.reltype == relation and not rel.is_external:
                del self.package.rels[number]
                return bytes(rel.target_part.blob)
        return b""

    def add_custom_xml(self, item: bytes, properties: bytes) -> None:
        """Add a custom XML part of the document, and the part that gives it an id (ISO/IEC 29500-1, 15.2.5 and 15.2.6)."""
        part = Part(self._free("/customXml/item1.xml"), CONTENT_TYPE.XML, item, self.package)
        kind, relation = CONTENT_TYPE.OFC_CUSTOM_XML_PROPERTIES, RELATIONSHIP_TYPE.CUSTOM_XML_PROPS
        part.relate_to(Part(self._free("/customXml/itemProps1.xml"), kind, properties, self.package), relation)
        self.document.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_XML)

    def story(self, name: str, root: str, content_type: str) -> StoryPart:
        """An empty part for a story, which nothing is related to yet."""
        return StoryPart(self._free(f"/word/{name}.xml"), content_type, parse_xml(declared(root)), self.package)

    def _free(self, name: str) -> PackURI:
        """A name that no part has yet: `item1.xml`, else `item2.xml`."""
        taken = {str(part.partname).casefold() for part in self.package.iter_parts()} if self.package.rels else set()
        stem = name.removesuffix(".xml").rstrip("0123456789")
        numbers = (f"{stem}{number}.xml" for number in range(1, len(taken) + 2))
        return PackURI(next(free for free in (name, *numbers) if free.casefold() not in taken))


def read_html(html: str) -> Element:
    """The root of a composed page."""
    return cast(Element, etree.fromstring(html, etree.HTMLParser(huge_tree=True)))
