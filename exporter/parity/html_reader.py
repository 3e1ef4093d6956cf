"""The words of an HTML document, in the order in which a person meets them.

`segments` flattens what a channel's templates composed, with the ids of its pieces; `read` gives the text of a finished
file, which has no ids any more.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import unescape
from typing import NamedTuple

from exporter.composing.segments import Flow, Segment
from exporter.parity.readback import ReadBack

VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr")
)
BLOCKS = frozenset(
    re.findall(
        r"\w+",
        """address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form
        h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol p pre section summary table tbody td tfoot th thead tr
        ul""",
    )
)
UNREAD = frozenset(("head", "script", "style", "template", "title"))
TOKEN = re.compile(
    r"""<!--.*?-->|<[!?][^>]*>
    |<(?P<tag>[a-zA-Z][^\s/>]*)(?P<attributes>(?:[^"'>]|"[^"]*"|'[^']*')*)>
    |</(?P<end>[a-zA-Z][^\s/>]*)[^>]*>
    |(?P<text>[^<]+|<)""",
    re.DOTALL | re.VERBOSE,
)
# Elements that hold text up to their end tag, and that tag.
RAW = {tag: re.compile(rf"</{tag}\b", re.IGNORECASE) for tag in ("script", "style", "title")}
ATTRIBUTE = re.compile(r"""([^\s=/"'>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?""")
OF_INTEREST = re.compile(r"data-|class|hidden|style", re.IGNORECASE)
NOT_SHOWN = re.compile(r"display\s*:\s*none")
CELL_ENDS = frozenset(("td", "th", "tr", "tbody", "tfoot"))
ENDS_WITH: Mapping[str, frozenset[str]] = {  # an open element and the start tags that end it (HTML, "optional tags")
    "p": BLOCKS - {"body", "caption", "html", "legend", "li", "tbody", "td", "tfoot", "th", "thead", "tr"},
    "li": frozenset(("li",)),
    "dt": frozenset(("dt", "dd")),
    "dd": frozenset(("dt", "dd")),
    "td": CELL_ENDS,
    "th": CELL_ENDS,
    "tr": frozenset(("tr", "tbody", "tfoot")),
    "thead": frozenset(("tbody", "tfoot")),
    "tbody": frozenset(("tbody", "tfoot")),
}
NOTES = frozenset(("footnote", "endnote"))
NOTES_APART = frozenset(("pdf", "word"))
FURNITURE = frozenset(("furniture",))
NUMBERS = frozenset(
    ("contents", "number")
)  # a PDF's list of its sections, whose pages the renderer finds; a note's own number


def segments(html: str, channel: str) -> tuple[Segment, ...]:
    """A channel's composed HTML as segments in document order, neighbours under one id joined.

    The innermost `data-block`, `data-field` or `data-computed` names the text. Left out: the head, scripts, what is `hidden`
    or `display: none`, and elements of class `furniture`. Blocks are set apart by a space. In "pdf" and "word", elements of
    class `footnote` are the flow "note"; in "pdf", which has them at their call, their `data-number` stands in the text.
    """
    flattener = _Flattener(channel)
    flattener.feed(html)
    return flattener.segments()


def read(data: bytes) -> ReadBack:
    """The text of a finished HTML email; its notes stand in the text, where they are printed."""
    return ReadBack("".join(segment.text for segment in segments(data.decode("utf-8"), "email")))


class _Open(NamedTuple):
    """An element that is open: whose text it holds, in which flow, and whether it is read at all."""

    tag: str
    id: str = ""
    flow: Flow = "flow"
    unread: bool = False


class _Flattener:
    """Goes through the tags of a document, which each build does three times: `html.parser` takes twice as long."""

    def __init__(self, channel: str) -> None:
        self.channel = channel
        self.unread = FURNITURE | NUMBERS if channel == "pdf" else FURNITURE
        self.open = [_Open("")]
        self.found: list[Segment] = []
        self.key: tuple[str, Flow] = ("", "flow")
        self.texts: list[str] = []

    def segments(self) -> tuple[Segment, ...]:
        self._finish_segment()
        return tuple(self.found)

    def feed(self, html: str) -> None:
        position = 0
        while token := TOKEN.match(html, position):
            position = token.end()
            if text := token["text"]:
                self._say(unescape(text) if "&" in text else text, self.open[-1])
            elif tag := token["tag"]:
                self._start(tag.lower(), token["attributes"])
                if raw := RAW.get(tag.lower()):
                    end = raw.search(html, position)
                    position = end.start() if end else len(html)
            elif end_tag := token["end"]:
                self._end(end_tag.lower())

    def _start(self, tag: str, attributes: str) -> None:
        self._end_implied(tag)
        around = self.open[-1]
        if tag == "br" or tag in BLOCKS:
            self._say(" ", around)
        if tag in VOID:
            return
        if tag in UNREAD or OF_INTEREST.search(attributes):
            self.open.append(self._entered(tag, _attributes(attributes), around))
        else:
            self.open.append(around._replace(tag=tag))

    def _end(self, tag: str) -> None:
        if self.open[-1].tag == tag or any(element.tag == tag for element in self.open):
            while self._close() != tag:
                pass

    def _entered(self, tag: str, attributes: Mapping[str, str], around: _Open) -> _Open:
        """The element as its attributes make it. A footnote begins with a space that parts it from the one before it."""
        classes = attributes.get("class", "").split()
        unread = tag in UNREAD or "hidden" in attributes or not self.unread.isdisjoint(classes)
        unread = unread or bool(NOT_SHOWN.search(attributes.get("style", "")))
        entered = _Open(tag, _id(attributes, around.id), around.flow, around.unread or unread)
        if NOTES.isdisjoint(classes) or self.channel not in NOTES_APART or entered.unread:
            return entered
        if self.channel == "pdf":
            self._say(attributes.get("data-number", ""), _Open("", "", around.flow))
        entered = entered._replace(flow="note")
        self._say(" ", entered)
        return entered

    def _end_implied(self, tag: str) -> None:
        """End the elements whose end tags may be left out before this start tag."""
        while tag in ENDS_WITH.get(self.open[-1].tag, ()):
            self._close()

    def _close(self) -> str:
        """End the innermost element; a space follows a block. Returns its tag."""
        element = self.open.pop()
        if element.tag in BLOCKS:
            self._say(" ", self.open[-1])
        return element.tag

    def _say(self, text: str, where: _Open) -> None:
        if where.unread or not text:
            return
        if self.key != (where.id, where.flow):
            self._finish_segment()
            self.key = (where.id, where.flow)
        self.texts.append(text)

    def _finish_segment(self) -> None:
        if self.texts:
            self.found.append(Segment(self.key[0], "".join(self.texts), self.key[1]))
            self.texts.clear()


def _attributes(text: str) -> dict[str, str]:
    """The attributes of a tag by their names in lower case; one without a value has an empty one."""
    return {name.lower(): unescape(a or b or c) for name, a, b, c in ATTRIBUTE.findall(text)}


def _id(attributes: Mapping[str, str], around: str) -> str:
    if "data-computed" in attributes:
        return ""
    return attributes.get("data-block") or attributes.get("data-field") or around
