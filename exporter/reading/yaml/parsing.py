"""The events of ruamel.yaml's parser (YAML 1.2) into our tree.

Beyond what YAML forbids, this refuses what would surprise in a content file: a key given twice, a second document, and the
signs `!`, `&` and `*` before a value, which YAML takes for types and references and so for no part of the text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from types import SimpleNamespace
from typing import NoReturn

from msgspec.structs import replace
from ruamel.yaml.error import YAMLError
from ruamel.yaml.events import (
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)
from ruamel.yaml.parser import Parser
from ruamel.yaml.reader import Reader
from ruamel.yaml.scanner import Scanner

from exporter.diagnostics import Diagnostic, Result, Source
from exporter.reading.mistakes import Mistakes
from exporter.reading.spot import Spot
from exporter.reading.yaml.tree import Node, Scalar, YamlList, YamlMap

DEEPEST = 20  # levels of nesting
MOST = 5000  # keys and values of one text
UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")


class Malformed(Exception):
    """A text whose reading cannot go on; says why and where."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.fact)
        self.diagnostic = diagnostic


class TooMuch(Malformed):
    """A text that is larger than anything of its kind."""


def parse(source: Source, text: str, first_line: int) -> Result[YamlMap]:
    """The keys and values of a text that begins at a line of `source`; raises Malformed at a syntax error."""
    return _Builder(source, text, first_line).document()


class Events(Reader, Scanner, Parser):
    """ruamel's reader, scanner and parser put together as its own loaders do, without what comes after them."""

    processing_version = (1, 2)

    def __init__(self, text: str) -> None:
        self.comment_handling = None
        self.doc_infos = [SimpleNamespace()]
        self._resolver = self
        Reader.__init__(self, text, loader=self)
        Scanner.__init__(self, loader=self)
        Parser.__init__(self, loader=self)

    def check_printable(self, data: str) -> None:
        """Nothing: `_Builder` has looked already, with a pattern that takes a tenth of the time to compile."""


class _Builder:
    def __init__(self, source: Source, text: str, first_line: int) -> None:
        self.text, self.first_line = text, first_line
        self.breaks = [match.start() for match in re.finditer("\n", text)]
        self.count = 0
        self.mistakes = Mistakes(source)

    # --- documents and nodes -------------------------------------------------------------------------------------------

    def document(self) -> Result[YamlMap]:
        if found := UNPRINTABLE.search(self.text):
            fact = f"a control character (U+{ord(found.group()):04X}) stands here"
            self._refuse(
                "yaml.control-character", fact, self.spot(found.start()), "Delete it; it was probably pasted along."
            )
        self.events = Events(self.text)
        try:
            root = self._first_document()
        except YAMLError as error:
            from exporter.reading.yaml.mistakes import explain

            mistake = explain(error, self.text)
            self._refuse(mistake.code, mistake.fact, self.spot(mistake.start, mistake.end), mistake.hint)
        except (ValueError, ArithmeticError, LookupError, AttributeError, AssertionError):
            self._refuse("yaml.syntax", "this can't be read as YAML", self.spot(self.events.index))
        if not isinstance(root, YamlMap):
            self._refuse_root(root)
        return Result(root, tuple(self.mistakes.found))

    def _refuse_root(self, root: Scalar | YamlList) -> NoReturn:
        from exporter.reading.yaml.mistakes import missing_colon

        if isinstance(root, Scalar):
            self._refuse(*missing_colon(root.text), root.spot, "Write a key, a colon, a space and the value.")
        self._refuse("yaml.no-keys", f"this is {root.what}, not lines of a key, a colon and a value", root.spot)

    def _first_document(self) -> Node:
        """The root of the first document; an empty one has no keys. A second document is refused."""
        root: Node | None = None
        while self.events.check_event():
            event = self.events.get_event()
            if isinstance(event, DocumentStartEvent) and root is not None:
                hint = "Everything belongs into one document; delete this line."
                self._refuse("yaml.documents", "a second YAML document begins here", self._spot(event), hint)
            elif isinstance(event, NodeEvent):
                root = self._node(event, 0)
        if root is None or (isinstance(root, Scalar) and root.is_nothing):
            return YamlMap((), Spot(self.first_line))
        return root

    def _node(self, event: NodeEvent, depth: int) -> Node:
        self.count += 1
        if self.count > MOST:
            fact = f"there are more than {MOST} keys and values up to here"
            raise TooMuch(self.mistakes.error("yaml.too-large", fact, self._spot(event)))
        if depth > DEEPEST:
            self._refuse("yaml.too-deep", f"this is nested more than {DEEPEST} levels deep", self._spot(event))
        if event.anchor or getattr(event, "tag", None):
            self._say_sign(event)
        if isinstance(event, ScalarEvent):
            return self._scalar(event)
        if isinstance(event, SequenceStartEvent):
            return self._list(event, depth)
        if isinstance(event, MappingStartEvent):
            return self._map(event, depth)
        return Scalar(f"*{event.anchor}", False, self._spot(event))

    def _list(self, start: Event, depth: int) -> YamlList:
        items: list[Node] = []
        while not isinstance(event := self.events.get_event(), SequenceEndEvent):
            items.append(self._node(event, depth + 1))
        return YamlList(tuple(items), self._collection_spot(start, event))

    def _map(self, start: Event, depth: int) -> YamlMap:
        entries: dict[str, tuple[Scalar, Node]] = {}
        while not isinstance(event := self.events.get_event(), MappingEndEvent):
            key = self._node(event, depth + 1)
            value = self._node(self.events.get_event(), depth + 1)
            if not isinstance(key, Scalar):
                hint = "A key is a single word. A value that begins with “{” or “[” needs quotes."
                self.mistakes.error("yaml.key", f"this is {key.what}, where a key is expected", key.spot, hint)
            elif key.text in entries:
                first = entries[key.text][0].spot.line
                hint = f"Keep one of the two; the first stands in line {first}."
                self.mistakes.error("yaml.duplicate-key", f"the key “{key.text}” is given twice", key.spot, hint)
            else:
                entries[key.text] = (key, self._at_key(value, key))
        return YamlMap(tuple(entries.values()), self._collection_spot(start, event))

    def _at_key(self, value: Node, key: Scalar) -> Node:
        """A value that is not written has the place of its key."""
        return replace(value, spot=key.spot) if isinstance(value, Scalar) and value.plain and not value.text else value

    def _scalar(self, event: ScalarEvent) -> Scalar:
        plain = event.style is None
        if plain and (cut := re.compile(r"[ \t]+(#[^\s#]\S*)").match(self.text, event.end_mark.index)):
            fact = f"“{cut[1]}” is left out: what follows a space and “#” is a comment"
            hint = "Put the whole value in quotes to keep it; a comment has a space after its “#”."
            self.mistakes.warning("yaml.comment", fact, self.spot(cut.start(1), cut.end(1)), hint)
        return Scalar(event.value, plain, self._spot(event))

    def _say_sign(self, event: NodeEvent) -> None:
        """A value that begins with `!`, `&` or `*`."""
        start = event.start_mark.index
        sign = self.text[start]
        meaning = "a type" if sign == "!" else "a reference"
        word = re.compile(r"\S+").match(self.text, start)
        spot = self.spot(start, word.end() if word else start)
        fact = f"a value can't begin with “{sign}”, which makes it {meaning} in YAML"
        self.mistakes.error("yaml.quotes-needed", fact, spot, "Put the value in quotes.")

    # --- places --------------------------------------------------------------------------------------------------------

    def spot(self, start: int, end: int = 0) -> Spot:
        """The spot of the characters from `start` to `end`, cut at the end of their first line."""
        row = self._row(start)
        begin = self.breaks[row - 1] + 1 if row else 0
        line_end = self.breaks[row] if row < len(self.breaks) else len(self.text)
        length = len(self.text[start : min(end, line_end)].rstrip())
        last = self._row(start + len(self.text[start:end].rstrip()) - 1)
        return Spot(self.first_line + row, start - begin + 1, max(1, length), self.first_line + last)

    def _row(self, index: int) -> int:
        """The 0-based line of a character."""
        return bisect_right(self.breaks, index - 1)

    def _spot(self, event: Event) -> Spot:
        return self.spot(event.start_mark.index, event.end_mark.index)

    def _collection_spot(self, start: Event, end: Event) -> Spot:
        return self.spot(start.start_mark.index, end.end_mark.index)

    def _refuse(self, code: str, fact: str, spot: Spot, hint: str = "") -> NoReturn:
        raise Malformed(self.mistakes.error(code, fact, spot, hint))
