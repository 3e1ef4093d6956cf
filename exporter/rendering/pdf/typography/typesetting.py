"""What a compositor does to a composed page before it is laid out: words kept together, no short last line, hanging marks.

Changes the tree that WeasyPrint reads and nothing else: the composition, the release and the source stay as they are.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from msgspec import Struct

from exporter.brand import FontFamily
from exporter.rendering.pdf.typography.spacing import NO_BREAK, kept_together

AS_IT_IS = frozenset(("head", "style", "script", "code", "pre"))
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
PARAGRAPHS = HEADINGS | {"p", "figcaption", "caption", "li"}
INLINE = frozenset(("a", "b", "br", "code", "em", "i", "img", "span", "strong", "sub", "sup"))
LONG_ENOUGH = 9  # letters of a last line
MOST_JOINED = 16  # letters that are kept together for it: more would leave a hole in the line before
FEWEST_WORDS = 6  # a shorter text may well be one line
OPENING = "“„«‹‘‚\"'「『"
HANG_AT_MOST = 0.5  # em: the left half of a full-width mark is white
HANG = 0.4  # em, where the font can't be asked


class Chunk(Struct):
    """A stretch of text in a tree: an element's text, or what follows the element."""

    element: Element
    is_tail: bool

    @property
    def text(self) -> str:
        return (self.element.tail if self.is_tail else self.element.text) or ""

    @text.setter
    def text(self, words: str) -> None:
        if self.is_tail:
            self.element.tail = words
        else:
            self.element.text = words


def typeset(root: Element, base: FontFamily) -> frozenset[str]:
    """Prepare a page whose text is set in `base`; returns words that must not be broken, since they end a paragraph."""
    for heading in root.iter():
        if heading.tag in HEADINGS and not heading.get("data-label"):
            heading.set("data-label", "".join(heading.itertext()))  # a bookmark has the words as they were written
    _space(root, "")
    whole: set[str] = set()
    for element in root.iter():
        if element.tag in PARAGRAPHS:
            whole.update(_fill_last_line(element))
        if element.tag == "blockquote" and "pull" in element.get("class", "").split():
            _hang_marks(element, base)
    return frozenset(whole)


def _space(element: Element, lang: str) -> None:
    """Keep words together in an element, by the language that each stretch of text is in."""
    lang = element.get("lang", lang)
    if element.tag not in AS_IT_IS:
        if element.text:
            element.text = kept_together(element.text, lang)
        for child in element:
            _space(child, lang)
    for child in element:
        if child.tail:
            child.tail = kept_together(child.tail, lang)


# --- the last line --------------------------------------------------------------------------------------------------------


def _fill_last_line(paragraph: Element) -> Iterator[str]:
    """Join the last short words of a paragraph; yields them, for they must not be broken either."""
    chunks = [chunk for chunk in _chunks(paragraph) if chunk.text.strip()]
    if sum(len(chunk.text.split(" ")) for chunk in chunks) < FEWEST_WORDS:
        return
    last = chunks[-1]
    words = last.text.rstrip().split(" ")
    ending = last.text[len(last.text.rstrip()) :]
    joined = words.pop()
    while words and len(joined) < LONG_ENOUGH and len(joined) + len(words[-1]) < MOST_JOINED and words[-1]:
        joined = f"{words.pop()}{NO_BREAK}{joined}"
    last.text = " ".join((*words, joined)) + ending
    yield from (word.strip(".,;:!?()[]«»“”‘’…").casefold() for word in joined.split(NO_BREAK))


def _chunks(element: Element) -> Iterator[Chunk]:
    """The text of an element itself: not that of blocks, code or notes inside it."""
    yield Chunk(element, False)
    for child in element:
        if child.tag in INLINE and child.tag != "code" and not _is_note(child):
            yield from _chunks(child)
        yield Chunk(child, True)


def _is_note(element: Element) -> bool:
    return bool({"footnote", "call"} & set(element.get("class", "").split()))


# --- hanging marks --------------------------------------------------------------------------------------------------------


def _hang_marks(quote: Element, base: FontFamily) -> None:
    """Set the opening marks of a pull quote's paragraphs before the edge of its text."""
    for paragraph in quote.iter("p"):
        first = next((chunk.text.lstrip()[:1] for chunk in _chunks(paragraph) if chunk.text.strip()), "")
        if first and first in OPENING:
            paragraph.set("style", f"text-indent: -{min(_advance(base, first), HANG_AT_MOST):.2f}em")


def _advance(family: FontFamily, mark: str) -> float:
    """How wide a mark is in a family's slanted face, in em."""
    import uharfbuzz

    files = sorted(family.files, key=lambda file: (file.style == "normal", abs(file.weight - 400)))
    try:
        font = uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(files[0].path))))
        glyph = font.get_nominal_glyph(ord(mark))
    except (IndexError, OSError, uharfbuzz.HarfBuzzError):
        return HANG
    return HANG if glyph is None else font.get_glyph_h_advance(glyph) / font.face.upem
