"""Slots are filled where they stand in a part, in the format of the run where they begin, however Word cut them."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy

from exporter.rendering.word.direction import stretches
from exporter.rendering.word.house.slots import SLOT, Words, slot_name
from exporter.rendering.word.languages import lang_attributes
from exporter.rendering.word.markup import XML_SPACE, Element, W, w_text

AFTER_RTL = [W + name for name in ("cs", "em", "lang", "eastAsianLayout", "specVanish", "oMath")]
AFTER_LANG = [W + name for name in ("eastAsianLayout", "specVanish", "oMath")]


def slots_in(root: Element) -> Iterator[str]:
    """Everything in braces in a part, as it is written, in order."""
    for paragraph in root.iter(W + "p"):
        yield from SLOT.findall("".join(text.text or "" for text in _texts(paragraph)))


def text_of_paragraph(paragraph: Element) -> str:
    """The words of a paragraph, without those of paragraphs inside it."""
    return "".join(text.text or "" for text in _texts(paragraph))


def fill_slots(root: Element, words: Words, lang: str, *, rtl: bool) -> None:
    """Put the words in the places of known slots; what is not known stays."""
    for paragraph in list(root.iter(W + "p")):
        texts = _texts(paragraph)
        found = list(SLOT.finditer("".join(text.text or "" for text in texts)))
        for slot in reversed(found):
            own = words(slot_name(slot[0]))
            if own is not None:
                _fill(texts, slot.start(), slot.end(), _Value(own, lang, rtl=rtl))


class _Value:
    def __init__(self, text: str, lang: str, *, rtl: bool) -> None:
        self.text, self.lang, self.rtl = text, lang, rtl


def _texts(paragraph: Element) -> list[Element]:
    """The `w:t` of a paragraph that stand in no paragraph inside it, such as one of a text box."""
    return [text for text in paragraph.iter(W + "t") if next(text.iterancestors(W + "p"), None) is paragraph]


def _fill(texts: list[Element], start: int, end: int, words: _Value) -> None:
    """Take the characters from `start` to `end` out of the texts, and put the words where they began."""
    place = 0
    first = True
    for text in texts:
        own = text.text or ""
        a, b = max(start - place, 0), min(end - place, len(own))
        place += len(own)
        if a >= b or (a >= len(own)):
            continue
        if first:
            _split(text, own[:a], words, own[b:])
            first = False
        else:
            _set(text, own[:a] + own[b:])


def _set(text: Element, words: str) -> None:
    text.text = words
    if words != words.strip():
        text.set(XML_SPACE, "preserve")


def _split(text: Element, before: str, words: _Value, after: str) -> None:
    """A run becomes up to three: what stood before the slot, the words, and what stood after it."""
    run = text.getparent()
    if run is None:
        return
    properties = run.find(W + "rPr")
    place = list(run).index(text)
    rest = list(run)[place + 1 :]
    _set(text, before)
    last = run
    for stretch, rtl in stretches(words.text, words.rtl) if words.text else ():
        made = _run(run, properties)
        _mark(made, words.lang, rtl=rtl)
        w_text(made, stretch)
        last.addnext(made)
        last = made
    if after or rest:
        made = _run(run, properties)
        if after:
            w_text(made, after)
        made.extend(rest)
        last.addnext(made)


def _run(run: Element, properties: Element | None) -> Element:
    made = run.makeelement(W + "r")
    if properties is not None:
        made.append(deepcopy(properties))
    return made


def _mark(run: Element, lang: str, *, rtl: bool) -> None:
    """Name the language and the direction of what a run will hold; its other properties stay."""
    properties = run.find(W + "rPr")
    if properties is None:
        properties = run.makeelement(W + "rPr")
        run.insert(0, properties)
    for name, after, wanted in (("rtl", AFTER_RTL, rtl), ("lang", AFTER_LANG, True)):
        for old in properties.findall(W + name):
            properties.remove(old)
        if wanted:
            made = properties.makeelement(W + name)
            place = next((child for child in properties if child.tag in after), None)
            properties.append(made) if place is None else place.addprevious(made)
            for key, value in (lang_attributes(lang) if name == "lang" else {}).items():
                made.set(W + key, value)
