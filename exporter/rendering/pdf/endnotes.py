"""Footnotes moved to the end of the text, for a page that can't hold them at its foot."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement

CLASS = "endnotes"


def move_notes_to_the_end(root: Element) -> None:
    """Change a composed page: each `.footnote` leaves a call where it stood and goes into the `.endnotes` section.

    The section is the template's, or a new one at the end of the body.
    """
    section = _section(root)
    root.set("class", f"{root.get('class', '')} {CLASS}".strip())
    parents = {child: parent for parent in root.iter() for child in parent}
    for note in [element for element in root.iter() if "footnote" in element.get("class", "").split()]:
        parent = parents[note]
        call = _call(note)
        call.tail, note.tail = note.tail, None
        parent[list(parent).index(note)] = call
        section.append(note)
        _number(note)


def _section(root: Element) -> Element:
    for element in root.iter():
        if CLASS in element.get("class", "").split():
            return element
    body = root.find("body")
    return SubElement(root if body is None else body, "section", {"class": CLASS})


def _call(note: Element) -> Element:
    call = Element("sup", {"class": "call"})
    link = SubElement(call, "a", {"href": f"#{note.get('id', '')}"})
    link.text = note.get("data-number", "")
    return call


def _number(note: Element) -> None:
    """The number before a note, which a float gets from the stylesheet."""
    number = Element("span", {"class": "number"})
    number.text = note.get("data-number", "")
    number.tail, note.text = note.text, None
    note.insert(0, number)
