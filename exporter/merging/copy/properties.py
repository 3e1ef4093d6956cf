"""Run properties (ISO/IEC 29500-1, 17.3.2) as names and values that can be compared, and in words for what has no form."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from exporter.merging.copy.stream import Element
from exporter.rendering.word.markup import W

OFF = ("0", "false", "off", "none")


def _switch(element: Element) -> str:
    return "0" if element.get(W + "val") in OFF else "1"


def _value(element: Element) -> str:
    return element.get(W + "val", "")


def _colour(element: Element) -> str:
    value = element.get(W + "val", "auto").upper()
    return "auto" if value == "AUTO" else value


def _highlight(element: Element) -> str:
    return element.get(W + "val", "none")


def _shading(element: Element) -> str:
    fill = element.get(W + "fill", "auto").upper()
    return "auto" if fill == "AUTO" else fill


def _border(element: Element) -> str:
    return "0" if element.get(W + "val") in ("none", "nil") else "1"


def _font(element: Element) -> str:
    theme = element.get(W + "asciiTheme", "")
    return f"theme {theme}" if theme else element.get(W + "ascii", "")


def _language(element: Element) -> str:
    return " ".join(element.get(W + name, "") for name in ("val", "eastAsia", "bidi"))


READERS: Mapping[str, Callable[[Element], str]] = {
    W + name: reader
    for names, reader in (
        ("b i bCs iCs strike dstrike smallCaps caps vanish outline shadow emboss imprint rtl cs", _switch),
        ("u vertAlign sz szCs spacing position w effect em", _value),
        ("color", _colour),
        ("highlight", _highlight),
        ("shd", _shading),
        ("bdr", _border),
        ("rFonts", _font),
        ("lang", _language),
        ("rStyle", _value),
    )
    for name in names.split()
}

NOTHING: Mapping[str, str] = {  # what holds where nobody says anything
    "u": "none",
    "vertAlign": "baseline",
    "sz": "20",
    "color": "auto",
    "highlight": "none",
    "shd": "auto",
    "effect": "none",
    "em": "none",
    "w": "100",
    "rFonts": "",
}
WORDS: Mapping[str, tuple[str, str]] = {  # property → in words when it is on, or has a value; when it is off
    "u": ("underlined", "not underlined"),
    "strike": ("struck through", "not struck through"),
    "dstrike": ("struck through twice", "not struck through twice"),
    "color": ("in the colour {}", "in the usual colour"),
    "highlight": ("highlighted {}", "not highlighted"),
    "shd": ("on the colour {}", "on no colour"),
    "bdr": ("framed", "not framed"),
    "vertAlign": ("{}", "on the line"),
    "sz": ("in the size {} pt", ""),
    "rFonts": ("in the font {}", ""),
    "smallCaps": ("in small capitals", "not in small capitals"),
    "caps": ("in capitals", "not in capitals"),
    "vanish": ("hidden", "not hidden"),
    "outline": ("outlined", "not outlined"),
    "shadow": ("with a shadow", "without a shadow"),
    "emboss": ("embossed", "not embossed"),
    "imprint": ("engraved", "not engraved"),
    "effect": ("animated", "not animated"),
    "em": ("with emphasis marks", "without emphasis marks"),
    "spacing": ("spaced", "not spaced"),
    "position": ("raised or lowered", "on the line"),
    "w": ("stretched to {} %", "not stretched"),
}


def properties(element: Element | None) -> dict[str, str]:
    """Name → value of the run properties that matter here."""
    if element is None:
        return {}
    return {str(child.tag)[len(W) :]: READERS[child.tag](child) for child in element if child.tag in READERS}


def in_words(name: str, value: str, expected: str) -> str:
    """How words look by one property, "" when that is what is expected of them."""
    neutral = NOTHING.get(name, "0")
    value, expected = value or neutral, expected or neutral
    if value == expected or name not in WORDS:
        return ""
    if name == "sz":
        return WORDS[name][0].format(f"{int(value) / 2:g}") if value.isdecimal() else ""
    return WORDS[name][value == neutral].format(value.lower() if name == "highlight" else value)
