"""A Word file as the rules see it: its stories without deleted text, its styles, its colours."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy

from msgspec import Struct

from exporter.accessibility.colours import Theme, read_theme
from exporter.accessibility.styles import Styles
from exporter.accessibility.vocabulary import MC, PARAGRAPH, ROW, TABLE, R, W
from exporter.opc import Element, Package

DROPPED = [
    *(W + name for name in ("del", "moveFrom", "rPrChange", "pPrChange", "tblPrChange", "trPrChange", "tcPrChange")),
    *(W + name for name in ("sectPrChange", "tblPrExChange", "tblGridChange", "numberingChange")),
]
PAGES = {"first": " of first pages", "even": " of left pages", "default": ""}


class Story(Struct, frozen=True):
    """One text of the file. `name` is "" for the body, else where it stands, in words: `in the header`."""

    name: str
    part: str
    root: Element

    def paragraphs(self) -> Iterator[Element]:
        """All paragraphs, those in tables and text boxes too, in order."""
        yield from self.root.iter(PARAGRAPH)

    def tables(self) -> Iterator[Element]:
        yield from self.root.iter(TABLE)


class Document(Struct, frozen=True):
    """What the rules are asked about. `body` is the first of the stories."""

    package: Package
    stories: tuple[Story, ...]
    styles: Styles
    theme: Theme
    settings: Element | None
    title: str

    @property
    def body(self) -> Story:
        return self.stories[0]


class Finding(Struct, frozen=True):
    """What breaks a rule: one fact and what to do in Word about it; where it stands, unless it is the whole file."""

    code: str
    fact: str
    hint: str
    story: Story | None = None
    element: Element | None = None


def read_document(package: Package) -> Document:
    """Make the rules' view of a package; its own trees stay as they are."""
    main = package.main
    settings = package.xml(package.related(main, "settings"))
    styles = Styles(package.xml(package.related(main, "styles")))
    theme = read_theme(package.xml(package.related(main, "theme")), settings)
    return Document(package, tuple(_stories(package)), styles, theme, settings, _title(package))


def _title(package: Package) -> str:
    properties = package.xml(package.related("", "core-properties"))
    return "" if properties is None else (properties.findtext("{http://purl.org/dc/elements/1.1/}title") or "").strip()


def _stories(package: Package) -> Iterator[Story]:
    body = _final(package.roots[package.main])
    yield Story("", package.main, body)
    yield from _heads_and_feet(package, body)
    for kind in ("footnote", "endnote"):
        part = package.related(package.main, f"{kind}s")
        root = package.xml(part)
        if root is not None:
            yield from _notes(kind, part, _final(root), body)


def _heads_and_feet(package: Package, body: Element) -> Iterator[Story]:
    """Each header and footer that a section names, once."""
    seen: set[str] = set()
    for kind in ("header", "footer"):
        targets = package.targets(package.main, kind)
        for reference in body.iter(f"{W}{kind}Reference"):
            part = targets.get(reference.get(R + "id", ""), "")
            root = package.xml(part)
            if root is not None and part not in seen:
                seen.add(part)
                yield Story(f"in the {kind}{PAGES.get(reference.get(W + 'type', ''), '')}", part, _final(root))


def _notes(kind: str, part: str, root: Element, body: Element) -> Iterator[Story]:
    """The notes that the body calls, numbered in the order of their calls; the separators are none."""
    found = {note.get(W + "id", ""): note for note in root.iterfind(W + kind)}
    called = dict.fromkeys(call.get(W + "id", "") for call in body.iter(f"{W}{kind}Reference"))
    for number, name in enumerate(called, 1):
        if name in found:
            yield Story(f"in {kind} {number}", part, found[name])


def _final(root: Element) -> Element:
    """A copy with all tracked changes accepted, and each thing that is drawn in two ways drawn in the newer one."""
    copy = deepcopy(root)
    unwanted = [found for found in copy.iter(*DROPPED) if next(found.iterancestors()).tag != W + "rPr"]
    unwanted += [found for found in copy.iter(MC + "Fallback") if found.getprevious() is not None]
    unwanted += [row for row in copy.iter(ROW) if row.find(f"{W}trPr/{W}del") is not None]
    for element in unwanted:
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)
    return copy
