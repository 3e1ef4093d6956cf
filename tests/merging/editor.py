"""An editor of our own, for edits without end: it changes the XML of a Word copy in the ways that Word does.

It types, deletes, splits, joins, moves, formats and adds paragraphs, tracked by an author or not, lets bookmarks drift as
Word does, and breaks runs into pieces as every program does. ISO/IEC 29500-1, 17.13 tells of tracked changes.
"""

from __future__ import annotations

import zipfile
from copy import deepcopy
from io import BytesIO

from lxml import etree

from tests.merging.word_runs import (
    DOCUMENT,
    Element,
    W,
    broken,
    drop,
    is_editable,
    local,
    new_run,
    outside,
    properties_of,
    put_text,
    runs,
    struck,
    top,
    words,
    words_of,
)

WHEN = "2026-05-13T10:00:00Z"


class Editor:
    """An open copy. Edits are tracked under `author`; "" = untracked."""

    def __init__(self, data: bytes, author: str = "") -> None:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}
        self.root = etree.fromstring(self.parts[DOCUMENT])
        self.author = author
        self._number = 90_000

    def save(self) -> bytes:
        self.parts[DOCUMENT] = etree.tostring(self.root, encoding="UTF-8", standalone=True)
        out = BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in self.parts.items():
                archive.writestr(name, data)
        return out.getvalue()

    # --- what there is -------------------------------------------------------------------------------------------------

    def paragraphs(self) -> list[Element]:
        """The paragraphs of the body that stand in an anchor of theirs and are still there."""
        found = self.root.iterfind(f"{W}body/{W}p")
        return [paragraph for paragraph in found if is_editable(paragraph) and words(paragraph)]

    # --- edits of words ------------------------------------------------------------------------------------------------

    def type(self, paragraph: Element, place: int, text: str) -> None:
        """Words at a place, in the format of what stands before it."""
        before, after = self._cut(paragraph, place)
        near = before if before is not None else after
        assert near is not None
        run = new_run(near, text)
        inserted = self._mark("ins", run) if self.author else run
        if before is not None:
            outside(before).addnext(inserted)
        else:
            outside(near).addprevious(inserted)

    def delete(self, paragraph: Element, start: int, end: int) -> None:
        for run in self._between(paragraph, start, end):
            self._strike(run)

    def retype(self, paragraph: Element, text: str) -> None:
        self.type(paragraph, len(words(paragraph)), text)
        self.delete(paragraph, 0, len(words(paragraph)) - len(text))

    def bold(self, paragraph: Element, start: int, end: int) -> None:
        """On where it is off, off where it is on, as for the first of these words."""
        runs = self._between(paragraph, start, end)
        on = "0" if runs and runs[0].find(f"{W}rPr/{W}b") is not None else "1"
        for run in runs:
            properties = properties_of(run)
            old = deepcopy(properties)
            for name in ("bCs", "b"):
                for earlier in properties.findall(W + name):
                    properties.remove(earlier)
                properties.insert(len(properties.findall(W + "rStyle")), etree.Element(W + name, {W + "val": on}))
            if self.author and properties.find(W + "rPrChange") is None:
                self._mark("rPrChange", old, properties)

    # --- edits of paragraphs -------------------------------------------------------------------------------------------

    def split(self, paragraph: Element, place: int) -> None:
        """The return key: what follows goes into a paragraph of the same style."""
        before, _ = self._cut(paragraph, place)
        second = etree.Element(W + "p")
        if (properties := paragraph.find(W + "pPr")) is not None:
            second.append(deepcopy(properties))
        first = top(before, paragraph) if before is not None else paragraph.find(W + "pPr")
        following = list(first.itersiblings()) if first is not None else list(paragraph)
        for element in following:
            second.append(element)
        paragraph.addnext(second)
        self._mark_end(paragraph, "ins")

    def join(self, paragraph: Element) -> None:
        """The delete key at its end. Only with a paragraph right behind it."""
        second = paragraph.getnext()
        if second is None or second.tag != W + "p" or not is_editable(second):
            return
        if self.author:
            self._mark_end(paragraph, "del")
            return
        for element in list(second):
            if element.tag != W + "pPr":
                paragraph.append(element)
        drop(second)

    def remove(self, paragraph: Element) -> None:
        """All of a paragraph. Untracked, its bookmarks stay behind as points on the next one, as in Word."""
        following = paragraph.getnext()
        if self.author:
            self.delete(paragraph, 0, len(words(paragraph)))
            self._mark_end(paragraph, "del")
            return
        if following is not None and following.tag == W + "p":
            own = following.find(W + "pPr")
            place = 0 if own is None else following.index(own) + 1
            for mark in [element for element in paragraph.iter() if local(element).startswith("bookmark")]:
                following.insert(place, mark)
                place += 1
        drop(paragraph)

    def move(self, paragraph: Element, before: Element) -> None:
        """Cut and paste. Tracked, the bookmarks stay with the words that were cut."""
        if paragraph is before:
            return
        if not self.author:
            before.addprevious(paragraph)
            return
        pasted = deepcopy(paragraph)
        for mark in [element for element in pasted.iter() if local(element).startswith("bookmark")]:
            drop(mark)
        before.addprevious(pasted)
        for run in runs(pasted):
            if run.find(f"{W}footnoteReference") is None:
                self._wrap(run, "moveTo")
        self._mark_end(pasted, "moveTo")
        for run in runs(paragraph):
            struck(run)
            self._wrap(run, "moveFrom")
        self._mark_end(paragraph, "moveFrom")

    def add(self, paragraph: Element, text: str) -> None:
        """A paragraph behind another, in the same style."""
        new = etree.Element(W + "p")
        if (properties := paragraph.find(W + "pPr")) is not None:
            new.append(deepcopy(properties))
        run = etree.SubElement(new, W + "r")
        put_text(run, text)
        paragraph.addnext(new)
        if self.author:
            self._wrap(run, "ins")
            self._mark_end(new, "ins")

    # --- what programs do to a file besides ----------------------------------------------------------------------------

    def crumble(self, every: int) -> None:
        """Break runs into pieces of so many characters, with marks of the spelling checker between them."""
        for run in [run for paragraph in self.paragraphs() for run in runs(paragraph)]:
            text = run.find(W + "t")
            while text is not None and len(text.text or "") > every:
                run = broken(run, every)
                run.addprevious(etree.Element(W + "proofErr", {W + "type": "spellStart"}))
                text = run.find(W + "t")

    def drift(self) -> None:
        """Let the bookmarks that end with a paragraph end at the start of the next, as where Word selected its end."""
        for paragraph in self.paragraphs():
            following = paragraph.getnext()
            last = paragraph[-1]
            if last.tag == W + "bookmarkEnd" and following is not None and following.tag == W + "p":
                properties = following.find(W + "pPr")
                following.insert(0 if properties is None else 1, last)

    # --- tools ---------------------------------------------------------------------------------------------------------

    def _cut(self, paragraph: Element, place: int) -> tuple[Element | None, Element | None]:
        """The runs on both sides of a place, one broken in two where it stands inside of it."""
        before: Element | None = None
        for run in runs(paragraph):
            length = len(words_of(run))
            if place <= 0:
                return before, run
            if place < length:
                return run, broken(run, place)
            place -= length
            before = run
        return before, None

    def _between(self, paragraph: Element, start: int, end: int) -> list[Element]:
        """The runs that hold these characters and no others."""
        self._cut(paragraph, start)
        self._cut(paragraph, end)
        found, place = [], 0
        for run in runs(paragraph):
            length = len(words_of(run))
            if start <= place and place + length <= end and length:
                found.append(run)
            place += length
        return found

    def _strike(self, run: Element) -> None:
        parent = run.getparent()
        assert parent is not None
        if not self.author or parent.tag == W + "ins":
            drop(run)
            return
        struck(run)
        self._wrap(run, "del")

    def _wrap(self, run: Element, name: str) -> None:
        place = etree.Element(W + "place")
        run.addprevious(place)
        parent = place.getparent()
        assert parent is not None
        parent.replace(place, self._mark(name, run))

    def _mark(self, name: str, content: Element, parent: Element | None = None) -> Element:
        """A tracked change around something."""
        self._number += 1
        who = {W + "id": str(self._number), W + "author": self.author, W + "date": WHEN}
        mark = etree.Element(W + name, who)
        mark.append(content)
        if parent is not None:
            parent.append(mark)
        return mark

    def _mark_end(self, paragraph: Element, name: str) -> None:
        """That the end of a paragraph is a tracked change (17.13.5.4, .15, .20, .24)."""
        if not self.author:
            return
        properties = paragraph.find(W + "pPr")
        if properties is None:
            properties = etree.Element(W + "pPr")
            paragraph.insert(0, properties)
        of_mark = properties.find(W + "rPr")
        if of_mark is None:
            of_mark = etree.SubElement(properties, W + "rPr")
        self._number += 1
        who = {W + "id": str(self._number), W + "author": self.author, W + "date": WHEN}
        of_mark.insert(0, etree.Element(W + name, who))
