"""What a client makes of an email's HTML: its tree, and the colours that its text is shown in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from xml.etree.ElementTree import Element

import cssselect2
import tinycss2
from tinyhtml5.parser import HTMLParser

STYLE = re.compile(r"<style.*?</style>", re.DOTALL)
MSO = re.compile(r"<!--\[if mso\]>(.*?)<!\[endif\]-->", re.DOTALL)
NOT_MSO = re.compile(r"<!--\[if !mso\]><!-->(.*?)<!--<!\[endif\]-->", re.DOTALL)
OFFICE = re.compile(r"<noscript><xml>.*?</xml></noscript>", re.DOTALL)


def for_outlook(html: str) -> str:
    """The page as Outlook takes it: what is meant for it in place, what is not gone. Office's own settings are left out."""
    return OFFICE.sub("", MSO.sub(r"\1", NOT_MSO.sub("", html)))


def without_styles(html: str) -> str:
    """The page as Gmail shows it to accounts that are not Google's."""
    return STYLE.sub("", html)


def parse(html: str) -> tuple[Element, list[object]]:
    """The tree that a browser builds, and what it had to mend."""
    parser = HTMLParser(namespace_html_elements=False)
    root: Element = parser.parse(html)
    return root, list(parser.errors)


def elements(html: str, *tags: str) -> list[Element]:
    """The elements of these tags in document order."""
    return [element for element in parse(html)[0].iter() if element.tag in tags]


def properties(style: str) -> dict[str, str]:
    """The declarations of a style attribute."""
    pairs = (declaration.partition(":") for declaration in style.split(";"))
    return {name.strip(): value.strip() for name, _, value in pairs if name.strip()}


@dataclass(frozen=True, slots=True)
class Shown:
    """A text and how it is shown."""

    text: str
    color: str = ""
    ground: str = ""
    font: str = ""
    size: str = ""


def shown_texts(root: Element, rules: Mapping[Element, Mapping[str, str]] | None = None) -> Iterator[Shown]:
    """The texts of a page with their colours; `rules` are declarations that win over an element's own."""
    body = root.find("body")
    assert body is not None
    yield from _shown(body, Shown(""), rules or {})


def _shown(element: Element, around: Shown, rules: Mapping[Element, Mapping[str, str]]) -> Iterator[Shown]:
    style = {**properties(element.get("style", "")), **rules.get(element, {})}
    if style.get("display") == "none":
        return
    here = replace(
        around,
        color=style.get("color", around.color),
        ground=style.get("background-color", around.ground),
        font=style.get("font-family", around.font),
        size=style.get("font-size", around.size),
    )
    if isinstance(element.tag, str):
        yield from _text(element.text, here)
        for child in element:
            yield from _shown(child, here, rules)
            yield from _text(child.tail, here)


def _text(text: str | None, here: Shown) -> Iterator[Shown]:
    if text and text.strip():
        yield replace(here, text=" ".join(text.split()))


def dark_rules(root: Element) -> dict[Element, dict[str, str]]:
    """What the `prefers-color-scheme: dark` rules of a page's head declare for each element."""
    matcher = cssselect2.Matcher()
    for style in root.iter("style"):
        for rule in tinycss2.parse_stylesheet(style.text or "", skip_comments=True, skip_whitespace=True):
            if rule.type == "at-rule" and "dark" in tinycss2.serialize(rule.prelude):
                _add(matcher, tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True))
    found: dict[Element, dict[str, str]] = {}
    for wrapper in cssselect2.ElementWrapper.from_html_root(root).iter_subtree():
        for *_, declared in sorted(matcher.match(wrapper), key=lambda match: match[:2]):
            found.setdefault(wrapper.etree_element, {}).update(declared)
    return found


def _add(matcher: cssselect2.Matcher, rules: Sequence[Any]) -> None:
    for rule in rules:
        declared = properties(tinycss2.serialize(rule.content).replace("!important", ""))
        for selector in cssselect2.compile_selector_list(rule.prelude):
            matcher.add_selector(selector, declared)


def contrast(one: str, other: str) -> float:
    """The contrast of two six-digit colours, 1 to 21 (WCAG 2.2, 1.4.3)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
