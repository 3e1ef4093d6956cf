"""The runs of a paragraph in a Word file, found, broken and made; for the editor of the tests."""

from __future__ import annotations

import re
import zipfile
from copy import deepcopy
from io import BytesIO

from lxml import etree

Element = etree._Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
DOCUMENT = "word/document.xml"
EDITABLE = re.compile(r"_pr_[ph]\d+")  # paragraphs and headings of the body
GONE = (W + "del", W + "moveFrom")


def words(paragraph: Element) -> str:
    """The words of a paragraph that are there when all changes are accepted."""
    return "".join(words_of(run) for run in runs(paragraph))


def final_texts(data: bytes) -> list[str]:
    """What the paragraphs of the body say when all changes are accepted, white space as one space; empty ones left out."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        root = etree.fromstring(archive.read(DOCUMENT))
    texts, open_ = [], ""
    for paragraph in root.iter(W + "p"):
        open_ += words(paragraph)
        ends = paragraph.find(f"{W}pPr/{W}rPr")
        if ends is None or not any(ends.find(name) is not None for name in GONE):
            texts.append(" ".join(open_.split()))
            open_ = ""
    return [text for text in texts if text]


def is_editable(paragraph: Element) -> bool:
    return any(EDITABLE.fullmatch(mark.get(W + "name", "")) for mark in paragraph.iter(W + "bookmarkStart"))


def runs(paragraph: Element) -> list[Element]:
    """The runs that are not deleted."""
    return [run for run in paragraph.iter(W + "r") if not any(around.tag in GONE for around in run.iterancestors())]


def words_of(run: Element) -> str:
    return "".join(_said(child) for child in run)


def _said(child: Element) -> str:
    if child.tag == W + "t":
        return child.text or ""
    return {"br": "\n", "tab": "\t"}.get(local(child), "")


def new_run(like: Element, text: str) -> Element:
    """A new run in the format of another."""
    run = etree.Element(W + "r")
    if (properties := like.find(W + "rPr")) is not None and like.find(W + "footnoteReference") is None:
        run.append(deepcopy(properties))
    put_text(run, text)
    return run


def put_text(run: Element, text: str) -> None:
    etree.SubElement(run, W + "t", {SPACE: "preserve"}).text = text


def broken(run: Element, place: int) -> Element:
    """The second half of a run that is broken at a character."""
    second = etree.Element(W + "r")
    if (properties := run.find(W + "rPr")) is not None:
        second.append(deepcopy(properties))
    for child in list(run):
        if child.tag == W + "rPr":
            continue
        length = len(_said(child))
        if place <= 0:
            second.append(child)
        elif place < length:
            text = child.text or ""
            child.text = text[:place]
            child.set(SPACE, "preserve")
            put_text(second, text[place:])
        place -= length
    run.addnext(second)
    return second


def struck(run: Element) -> None:
    for text in run.iter(W + "t"):
        text.tag = W + "delText"
        text.set(SPACE, "preserve")


def properties_of(run: Element) -> Element:
    found = run.find(W + "rPr")
    if found is None:
        found = etree.Element(W + "rPr")
        run.insert(0, found)
    return found


def outside(run: Element) -> Element:
    """The tracked change around a run, or the run."""
    parent = run.getparent()
    return parent if parent is not None and parent.tag in (W + "ins", W + "moveTo") else run


def top(run: Element, paragraph: Element) -> Element:
    """What holds a run directly inside its paragraph; a link is not cut."""
    above = [run, *run.iterancestors()]
    return above[above.index(paragraph) - 1]


def local(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]


def drop(element: Element) -> None:
    parent = element.getparent()
    assert parent is not None
    parent.remove(element)
