"""Pictures in the line (20.4.2.8), each with its alternative text; what is larger than the page is made smaller."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml.shape import CT_Inline
from docx.parts.image import ImagePart
from docx.shared import Emu

from exporter.model import Image
from exporter.rendering.word.bookmarks import piece_id
from exporter.rendering.word.context import Context
from exporter.rendering.word.flow import Flow, Format
from exporter.rendering.word.markup import A, Element, w
from exporter.rendering.word.page import TextArea
from exporter.rendering.word.story import Story, nodes, set_space

if TYPE_CHECKING:
    from docx.parts.story import StoryPart

EMU_PER_PIXEL = 9525  # 914,400 an inch, 96 pixels an inch
EMU_PER_TWIP = 635
DENSITY = 3  # pixels that an SVG is drawn with for each that it shows: 288 an inch
AFTER_A_FIGURE = 280  # twentieths of a point
LINE = 12 * 12700  # a line's height, 12 points
LOGO = (6 * 360000, 360000)  # 6 cm by 1 cm
SUFFIXES = {"image/png": "png", "image/jpeg": "jpg", "image/gif": "gif"}
DECORATIVE = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"
DECORATIVE_NAMESPACE = "http://schemas.microsoft.com/office/drawing/2017/decorative"


class Pictures:
    """The pictures of a document; each file is one part, however often it is shown."""

    def __init__(self, images: Iterable[Image], shown: int = 0, files: int = 0, *, sketched: bool = False) -> None:
        """`shown` and `files` are the highest numbers of pictures that are there already: as shown, and as parts.

        `sketched` = drawings are not drawn, since nobody will look at them. `drawn` are the hashes of those that were.
        """
        self._images: Mapping[str, Image] = {image.name: image for image in images}
        self._parts: dict[str, ImagePart] = {}
        self._shown, self._files, self._sketched = shown, files, sketched
        self.drawn: dict[str, str] = {}

    def find(self, name: str) -> Image | None:
        return self._images.get(name)

    def next_id(self) -> int:
        """An id for `wp:docPr`, unique in the document."""
        self._shown += 1
        return self._shown

    def relate(self, part: StoryPart, image: Image, width: int) -> str:
        """The relation of a part to a picture's file, which is drawn here if it is SVG, for a width in EMU."""
        if image.name not in self._parts:
            media_type, data = image.media_type, image.data
            if media_type == "image/svg+xml":
                media_type, data = "image/png", self._drawing(image, width)
            name = PackURI(f"/word/media/image{self._files + len(self._parts) + 1}.{SUFFIXES[media_type]}")
            self._parts[image.name] = ImagePart(name, media_type, data)
        return part.relate_to(self._parts[image.name], RELATIONSHIP_TYPE.IMAGE)

    def _drawing(self, image: Image, width: int) -> bytes:
        """A drawing as PNG; of one that is only sketched, a text that stands for it."""
        if self._sketched:
            return sketch(image.name)
        from exporter.rendering.rasterise import rasterise

        data = rasterise(image.data, DENSITY * width // EMU_PER_PIXEL)
        self.drawn[image.name] = hashlib.sha256(data).hexdigest()
        return data


def sketch(name: str) -> bytes:
    """What stands for a drawing in a copy that is only read."""
    return f"drawing {name}".encode()


def figure(story: Story, element: Element, context: Context, role: str) -> None:
    """`figure`: its picture in a paragraph that stays with the caption below."""
    caption = element.find("figcaption")
    paragraph = story.words(element.iterchildren("img"), piece_id(element), context, role, keep_next=caption is not None)
    if caption is not None:
        paragraph = story.words(nodes(caption), piece_id(caption), context.after_number(), "caption")
    set_space(paragraph, after=AFTER_A_FIGURE)


def place(flow: Flow, element: Element, format_: Format) -> None:
    """`img` in a flow of words. A picture without an alternative text is marked as decorative."""
    pictures, problems = flow.draft.pictures, flow.draft.problems
    image = pictures.find(element.get("src", ""))
    if image is None:
        problems.unknown_picture(element.get("src", ""))
        return
    most = _most(element, flow.draft.area)
    width, height = fitted(image.width * EMU_PER_PIXEL, image.height * EMU_PER_PIXEL, *most)
    number = pictures.next_id()
    try:
        relation = pictures.relate(flow.story.part, image, width)
    except ValueError as error:
        problems.broken_picture(image.name, str(error))
        return
    inline = CT_Inline.new_pic_inline(number, relation, image.name, Emu(width), Emu(height))
    for side in ("distT", "distB", "distL", "distR"):
        inline.set(side, "0")
    properties = inline.docPr
    properties.set("name", f"Picture {number}")
    if alt := " ".join((element.get("alt") or "").split()):
        properties.set("descr", alt)
    else:
        _mark_decorative(properties)
    w(flow.run(format_), "drawing").append(inline)


def _most(element: Element, area: TextArea) -> tuple[int, int]:
    """Width and height that a picture can have, by its class."""
    classes, width = (element.get("class") or "").split(), area.width * EMU_PER_TWIP
    if "logo" in classes:
        return LOGO
    return width, LINE if "inline" in classes else area.height * 2 // 3 * EMU_PER_TWIP


def fitted(width: int, height: int, widest: int, tallest: int) -> tuple[int, int]:
    """A size in the same proportion that is no wider and no taller, and never larger than it was."""
    scale = min(1.0, widest / max(width, 1), tallest / max(height, 1))
    return max(round(width * scale), 1), max(round(height * scale), 1)


def _mark_decorative(properties: Element) -> None:
    extensions = properties.makeelement(A + "extLst", nsmap={"a": A[1:-1]})
    extension = extensions.makeelement(A + "ext", {"uri": DECORATIVE})
    mark = extension.makeelement(f"{{{DECORATIVE_NAMESPACE}}}decorative", {"val": "1"}, nsmap={"adec": DECORATIVE_NAMESPACE})
    extension.append(mark)
    extensions.append(extension)
    properties.append(extensions)
