"""Which property holds: a run's or paragraph's own, its styles', its table's, the document's (ISO/IEC 29500-1, 17.7.2)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from exporter.accessibility.table_styles import TableStyles
from exporter.accessibility.vocabulary import CELL, PARAGRAPH, W, is_on, nearest, val
from exporter.opc import Element

Chain = tuple[Element, ...]
USUAL_SIZE = 20  # half points (17.3.2.38)


class Styles:
    """The styles of a file, also of one that has none. Chains go from a style to what it is based on."""

    def __init__(self, root: Element | None) -> None:
        styles = [] if root is None else [style for style in root.iterfind(W + "style") if style.get(W + "styleId")]
        self._by_id: Mapping[str, Element] = {style.get(W + "styleId", ""): style for style in styles}
        self._chains = {name: self._chain(name) for name in self._by_id}
        self._defaults = {
            style.get(W + "type", ""): style.get(W + "styleId", "")
            for style in styles
            if style.get(W + "default") in ("1", "true", "on")
        }
        self._document: Chain = () if root is None else tuple(root.iterfind(f"{W}docDefaults/*"))
        self._tables = TableStyles(lambda table: self._of(table, "tblPr/tblStyle", "table"))

    def _chain(self, name: str) -> Chain:
        found: list[Element] = []
        while (style := self._by_id.get(name)) is not None and style not in found:
            found.append(style)
            name = val(style.find(W + "basedOn"))
        return tuple(found)

    def _of(self, element: Element, path: str, kind: str) -> Chain:
        """The styles of an element that names one at that path, else those that are the default of their kind."""
        name = val(element.find(_path(path)))
        return self._chains.get(name) or self._chains.get(self._defaults.get(kind, ""), ())

    def run(self, run: Element, name: str) -> Iterator[Element]:
        """Every `w:name` that has a say in a run, the one that holds first."""
        path = _path(f"rPr/{name}")
        yield from run.iterfind(path)
        for group in self._groups(run):
            yield from _found(group, path)
        yield from _found(self._document, path)

    def paragraph(self, paragraph: Element, name: str) -> Iterator[Element]:
        """Every `w:name` that has a say in a paragraph, the one that holds first."""
        path = _path(f"pPr/{name}")
        yield from paragraph.iterfind(path)
        yield from _found(self._of(paragraph, "pPr/pStyle", "paragraph"), path)
        yield from _found(self._tables.formats(nearest(paragraph, CELL)), path)
        yield from _found(self._document, path)

    def cell(self, cell: Element, name: str) -> Iterator[Element]:
        """Every `w:name` that has a say in a cell: its own, then its table's style."""
        path = _path(f"tcPr/{name}")
        yield from cell.iterfind(path)
        yield from _found(self._tables.formats(cell), path)

    def table(self, table: Element, name: str) -> Iterator[Element]:
        path = _path(f"tblPr/{name}")
        yield from table.iterfind(path)
        yield from _found(self._of(table, "tblPr/tblStyle", "table"), path)

    def default_run(self, name: str) -> Iterator[Element]:
        """Every `w:name` that has a say in text without any style."""
        path = _path(f"rPr/{name}")
        yield from _found((*self._chains.get(self._defaults.get("paragraph", ""), ()), *self._document), path)

    def _groups(self, run: Element) -> tuple[Chain, Chain, Chain]:
        """The styles of a run's characters, its paragraph and its cell."""
        paragraph = nearest(run, PARAGRAPH)
        named = val(run.find(f"{W}rPr/{W}rStyle"))
        characters = self._chains.get(named, ())
        own = () if paragraph is None else self._of(paragraph, "pPr/pStyle", "paragraph")
        return characters, own, self._tables.formats(nearest(run, CELL))

    def is_bold(self, run: Element) -> bool:
        """Of two styles that make bold, the one undoes the other (17.7.3)."""
        name = "bCs" if self.is_complex(run) else "b"
        direct = run.find(f"{W}rPr/{W}{name}")
        if direct is not None:
            return is_on(direct)
        path = _path(f"rPr/{name}")
        toggled = sum(is_on(next(_found(group, path), None)) for group in self._groups(run))
        return toggled % 2 == 1 or is_on(next(_found(self._document, path), None))

    def size(self, run: Element) -> float:
        """The size in points."""
        found = next(self.run(run, "szCs" if self.is_complex(run) else "sz"), None)
        text = val(found, str(USUAL_SIZE))
        return float(text.removesuffix("pt")) if text.endswith("pt") else _number(text, USUAL_SIZE) / 2

    def is_complex(self, run: Element) -> bool:
        """Whether the properties for complex scripts hold for a run (17.3.2.7, 17.3.2.30)."""
        return any(is_on(run.find(f"{W}rPr/{W}{name}")) for name in ("rtl", "cs"))

    def level(self, paragraph: Element) -> int:
        """The outline level from 1, 0 for text."""
        found = next(self.paragraph(paragraph, "outlineLvl"), None)
        level = int(_number(val(found, "9"), 9)) + 1
        return level if 1 <= level <= 9 else 0

    def is_numbered(self, paragraph: Element) -> bool:
        """Whether Word itself writes a number or a bullet before a paragraph; list 0 is none (17.9.18)."""
        found = next(self.paragraph(paragraph, "numPr"), None)
        return found is not None and val(found.find(W + "numId"), "1") != "0"


def _path(path: str) -> str:
    return "/".join(W + name for name in path.split("/"))


def _found(elements: Chain, path: str) -> Iterator[Element]:
    for element in elements:
        yield from element.iterfind(path)


def _number(text: str, default: float) -> float:
    try:
        return float(text)
    except ValueError:
        return default
