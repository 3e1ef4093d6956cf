"""The words of one paragraph, run by run, with HTML's white space made Word's."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from exporter.rendering.word.bookmarks import is_computed, piece_id
from exporter.rendering.word.direction import stretches
from exporter.rendering.word.languages import is_east_asian, lang_attributes, language_and_direction
from exporter.rendering.word.markup import XML_SPACE, Element, W, w, w_text

if TYPE_CHECKING:
    from exporter.rendering.word.story import Node, Story

SPACES = re.compile(r"[ \t\n\r\f]+")


class Format(Struct, frozen=True):
    """How words look. `style` is the role of the one character style that a run can have; the rest comes beside it."""

    lang: str
    rtl: bool
    style: str = ""
    bold: bool = False
    italic: bool = False
    underline: bool = False

    def styled(self, role: str) -> Format:
        """This format with a character style; what an earlier style said is kept beside it."""
        kept = replace(
            self,
            bold=self.bold or self.style == "strong",
            italic=self.italic or self.style == "emphasis",
            underline=self.underline or self.style == "link",
        )
        return replace(kept, style=role)

    def in_language_of(self, element: Element) -> Format:
        """This format with the element's own `lang` and `dir`."""
        lang, rtl = language_and_direction(element.get("lang"), element.get("dir"), (self.lang, self.rtl))
        return self if (lang, rtl) == (self.lang, self.rtl) else replace(self, lang=lang, rtl=rtl)


class Flow:
    """Writes words at the end of `parent`, a paragraph or a hyperlink in it. `role` is the paragraph's.

    `mixed` tells that pieces stand beside computed text in it, which is then marked as such.
    """

    def __init__(self, story: Story, paragraph: Element, role: str, *, mixed: bool = False) -> None:
        self.story, self.draft, self.parent, self.role = story, story.draft, paragraph, role
        self._mixed = mixed
        self._begun = False  # is there anything on this line that a space could stand after?
        self._space: Element | Format | None = None  # a space that comes when more does: in this w:t, or in a new run

    def nodes(self, nodes: Iterable[Node], format_: Format) -> None:
        """Text and inline elements, in order."""
        for node in nodes:
            if isinstance(node, str):
                mark = self._start_computed(self._mixed and bool(node.strip()))
                self.text(node, format_)
                self.draft.bookmarks.end(self.parent, mark)
            else:
                self.element(node, format_)

    def element(self, element: Element, format_: Format) -> None:
        """One inline element, in a bookmark when it is a piece of the source."""
        write = self.draft.inline(element)
        if write is None:
            return
        bookmarks, mixed = self.draft.bookmarks, self._mixed
        piece = "" if is_computed(element) else piece_id(element)
        mark = bookmarks.start(self.parent, piece) if piece else self._start_computed(is_computed(element))
        self._mixed = mixed and mark is None
        write(self, element, format_.in_language_of(element))
        self._mixed = mixed
        bookmarks.end(self.parent, mark)

    def _start_computed(self, is_computed: bool) -> str | None:
        return self.draft.bookmarks.start_computed(self.parent) if is_computed else None

    def within(self, parent: Element, nodes: Iterable[Node], format_: Format) -> None:
        """Nodes written into an element of the paragraph, as into a hyperlink."""
        outer, self.parent = self.parent, parent
        self.nodes(nodes, format_)
        self.parent = outer

    def text(self, text: str, format_: Format) -> None:
        """Some text: each stretch of white space is one space, and none at the ends of a line."""
        words = SPACES.sub(" ", text)
        before = " " if words.startswith(" ") and self._begun and self._space is None else ""
        if inner := words.strip(" "):
            self.words(before + inner, format_)
            self._space = self.parent[-1][-1] if words.endswith(" ") else None
        elif before:
            self._space = format_

    def words(self, words: str, format_: Format) -> None:
        """Some text as it is."""
        for stretch, rtl in stretches(words, format_.rtl):
            w_text(self.run(format_, rtl, stretch.isascii()), stretch)

    def line_break(self, format_: Format) -> None:
        self._gap("br", format_)

    def tab(self, format_: Format) -> None:
        self._gap("tab", format_)

    def _gap(self, name: str, format_: Format) -> None:
        """An element of a run that takes the place of the spaces before and after it."""
        self._space = None
        w(self.run(format_), name)
        self._begun = False

    def run(self, format_: Format, rtl: bool = False, ascii_only: bool = True) -> Element:
        """A new run, after the space that waits. `rtl` and `ascii_only` tell of the text that it will hold."""
        self._give_space()
        self._begun = True
        run = w(self.parent, "r")
        self._properties(run, format_, rtl, ascii_only)
        return run

    def _give_space(self) -> None:
        space, self._space = self._space, None
        if isinstance(space, Format):
            run = self.run(space)
            w_text(run, " ")
            if self.parent.tag == W + "hyperlink" and self.parent[0] is run:
                self.parent.addprevious(run)  # it stands before the link; in it, LibreOffice loses the link's words
        elif space is not None:
            space.text = f"{space.text} "
            space.set(XML_SPACE, "preserve")

    def _properties(self, run: Element, format_: Format, rtl: bool, ascii_only: bool) -> None:
        """`w:rPr` in the schema's order; none when there is nothing to say."""
        draft, style = self.draft, format_.style
        bold = format_.bold or (style == "strong" and draft.styles.is_bold(self.role))
        foreign = format_.lang != draft.lang
        hint = not ascii_only and is_east_asian(format_.lang)
        if not (style or bold or format_.italic or format_.underline or foreign or hint or rtl):
            return
        properties = w(run, "rPr")
        if style:
            w(properties, "rStyle", val=draft.styles.id(style))
        if hint:
            w(properties, "rFonts", hint="eastAsia")
        for wanted, names in ((bold, ("b", "bCs")), (format_.italic, ("i", "iCs"))):
            for name in names if wanted else ():
                w(properties, name)
        if format_.underline:
            w(properties, "u", val="single")
        if rtl:
            w(properties, "rtl")
        if foreign:
            w(properties, "lang", **lang_attributes(format_.lang))
