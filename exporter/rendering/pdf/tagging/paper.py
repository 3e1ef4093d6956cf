"""The pages of a PDF that is being written: where boxes are on them, in the units of PDF, and the annotations on them."""

from __future__ import annotations

import pydyf
import weasyprint
from weasyprint.formatting_structure.boxes import Box

from exporter.rendering.pdf.tagging.content import Seen

POINTS = 0.75  # of a CSS pixel


class Paper:
    """The pages of a document and its PDF."""

    def __init__(self, pdf: pydyf.PDF, document: weasyprint.Document) -> None:
        self.pdf, self.document = pdf, document

    def page(self, number: int) -> bytes:
        """The reference to a page, 0-based."""
        reference: bytes = self.pdf.page_references[number]
        return reference

    def rectangle(self, seen: Seen, box: Box | None = None) -> pydyf.Array:
        """Where a box is: left, bottom, right, top in points from the page's lower left corner."""
        box = box or seen.box
        left, top = box.border_box_x(), box.border_box_y()
        right, bottom = left + box.border_width(), top + box.border_height()
        height = self.document.pages[seen.page].height
        return pydyf.Array(_short(POINTS * value) for value in (left, height - bottom, right, height - top))

    def top_left(self, seen: Seen) -> pydyf.Array:
        """A destination on the page: the upper left corner of a box."""
        left, _, _, top = self.rectangle(seen)
        return pydyf.Array([self.page(seen.page), "/XYZ", left, top, 0])

    def annotate(self, seen: Seen, **entries: object) -> pydyf.Dictionary:
        """A new link annotation over a box."""
        annotation = pydyf.Dictionary(
            {"Type": "/Annot", "Subtype": "/Link", "Rect": self.rectangle(seen), "BS": pydyf.Dictionary({"W": 0}), **entries}
        )
        self.pdf.add_object(annotation)
        page = self._dictionary(seen.page)
        page.setdefault("Annots", pydyf.Array()).append(annotation.reference)
        return annotation

    def remove(self, seen: Seen, annotation: pydyf.Dictionary) -> None:
        """Take an annotation off a box's page."""
        page = self._dictionary(seen.page)
        page["Annots"].remove(annotation.reference)
        if not page["Annots"]:
            del page["Annots"]
        annotation.clear()  # the object stays: pydyf miscounts when one of a compressed file is free

    def _dictionary(self, number: int) -> pydyf.Dictionary:
        return self.pdf.objects[int(self.page(number).split()[0])]


def _short(number: float) -> float:
    return round(number, 2)
