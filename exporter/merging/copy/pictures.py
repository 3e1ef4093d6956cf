"""What a drawing, an old picture or an object in a line of words is (ISO/IEC 29500-1, 20.4, 17.3.3)."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from msgspec import Struct

from exporter.merging.copy.stream import Element
from exporter.opc import Package
from exporter.rendering.word.markup import A, R, W, text_of

WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
V = "{urn:schemas-microsoft-com:vml}"
KINDS: Mapping[str, str] = {"chart": "a chart of Word", "diagram": "a diagram of SmartArt"}


class Drawn(Struct, frozen=True):
    """A picture by its file's SHA-256 and its alternative text; or `fact`, what else it is, in words."""

    picture: str = ""
    alt: str = ""
    fact: str = ""


class Pictures:
    """The pictures of one part."""

    def __init__(self, package: Package, part: str) -> None:
        self.package = package
        self._targets = package.targets(part, "image")
        self._hashes: dict[str, str] = {}

    def read(self, element: Element) -> Drawn:
        """`w:drawing`, `w:pict` or `w:object`."""
        box = next(element.iter(W + "txbxContent"), None)
        if box is not None:
            return Drawn(fact=f"a text box: “{_words(box)}”")
        if element.tag == W + "object":
            return Drawn(fact="an embedded object")
        blip = next(element.iter(A + "blip", V + "imagedata"), None)
        if blip is None:
            return Drawn(fact=_kind(element))
        relation = blip.get(R + "embed") or blip.get(R + "id") or ""
        properties = next(element.iter(WP + "docPr"), None)
        alt = "" if properties is None else properties.get("descr", "")
        return Drawn(self._hash(relation), " ".join(alt.split()))

    def _hash(self, relation: str) -> str:
        if relation not in self._hashes:
            data = self.package.contents.get(self._targets.get(relation, ""), b"")
            self._hashes[relation] = hashlib.sha256(data).hexdigest()
        return self._hashes[relation]


def _words(box: Element) -> str:
    return " ".join(" ".join(text_of(text) for text in box.iter(W + "t")).split())


def _kind(element: Element) -> str:
    """What a drawing without a picture is, by the namespace of what it holds."""
    data = next(element.iter(A + "graphicData"), None)
    kind = "" if data is None else data.get("uri", "").rpartition("/")[2]
    return KINDS.get(kind, "a shape")
