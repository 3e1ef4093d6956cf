"""Pandoc's attributes: `{#name .class key="value" key=value}`.

https://pandoc.org/MANUAL.html#extension-header_attributes
"""

from __future__ import annotations

import re
from collections.abc import Collection

from msgspec import Struct
from msgspec.structs import replace

from exporter.language import canonical_tag
from exporter.reading.markdown.places import Places
from exporter.reading.mistakes import Mistakes, suggestion
from exporter.reading.spot import Spot

ENTRY = re.compile(
    r"""[ \t\n]*(?P<entry>
        \#(?P<name>[\w:.-]+)
      | \.(?P<class>[\w:-]+)
      | (?P<key>[A-Za-z_:][\w:.-]*)=(?:"(?P<double>(?:[^"\\]|\\.)*)"|'(?P<single>(?:[^'\\]|\\.)*)'|(?P<bare>[^\s{}"'“”„]+))
    )""",
    re.VERBOSE | re.DOTALL,
)
CLOSE = re.compile(r"[ \t\n]*\}")
ESCAPE = re.compile(r"\\(.)", re.DOTALL)
DIRECTIONS = ("ltr", "rtl")


class Attribute(Struct, frozen=True):
    """One entry, `text[start:end]`. `key` is "#" for a name, "." for a class."""

    key: str
    value: str
    start: int
    end: int


class Attributes(Struct, frozen=True):
    """The entries between two braces; `end` is the offset after the closing one."""

    entries: tuple[Attribute, ...] = ()
    end: int = 0

    def get(self, key: str) -> str | None:
        """The last value of a key, or None."""
        return next((entry.value for entry in reversed(self.entries) if entry.key == key), None)

    def moved(self, by: int) -> Attributes:
        """The same with other offsets."""
        moved = (replace(entry, start=entry.start + by, end=entry.end + by) for entry in self.entries)
        return Attributes(tuple(moved), self.end + by)

    @property
    def name(self) -> str:
        return self.get("#") or ""

    @property
    def classes(self) -> tuple[Attribute, ...]:
        return tuple(entry for entry in self.entries if entry.key == ".")


NONE = Attributes()


def read_attributes(text: str, start: int, stop: int) -> Attributes | None:
    """The attributes that begin with the brace at `start` and end before `stop`, or None when there are none."""
    if not text.startswith("{", start):
        return None
    entries: list[Attribute] = []
    at = start + 1
    while match := ENTRY.match(text, at, stop):
        entries.append(_entry(match))
        at = match.end()
    close = CLOSE.match(text, at, stop)
    return Attributes(tuple(entries), close.end()) if close and entries else None


def _entry(match: re.Match[str]) -> Attribute:
    start, end = match.span("entry")
    if match["name"]:
        return Attribute("#", match["name"], start, end)
    if match["class"]:
        return Attribute(".", match["class"], start, end)
    quoted = match["double"] if match["double"] is not None else match["single"]
    value = match["bare"] if quoted is None else " ".join(ESCAPE.sub(r"\1", quoted).split())
    return Attribute(match["key"], value, start, end)


def trailing_attributes(text: str) -> tuple[str, Attributes]:
    """A heading's or caption's text without the attributes that end it, and these."""
    start = text.rfind("{")
    if start < 0 or text.endswith("\\{", 0, start + 1):
        return text, NONE
    attributes = read_attributes(text, start, len(text))
    if attributes is None or attributes.end != len(text):
        return text, NONE
    return text[:start].rstrip(), attributes


def check_known(attributes: Attributes, known: Collection[str], places: Places, mistakes: Mistakes, where: str) -> None:
    """Warn of every entry that means nothing on this element (`where`, "a picture"); names may stand everywhere."""
    for entry in attributes.entries:
        if entry.key in known or entry.key == "#":
            continue
        shown = f".{entry.value}" if entry.key == "." else entry.key
        hint = suggestion(entry.key, known) or _known(where, known)
        fact = f"“{shown}” means nothing on {where}"
        mistakes.warning("markdown.unknown-attribute", fact, places.spot(entry.start, entry.end), hint)


def _known(where: str, known: Collection[str]) -> str:
    keys = ", ".join(f"“{key}”" for key in known if key != ".")
    return f"Known on {where}: {keys}." if keys else ""


def language(attributes: Attributes, places: Places, mistakes: Mistakes) -> tuple[str, str]:
    """The values of `lang` and `dir`, each "" when absent or wrong, which is told."""
    lang, direction = attributes.get("lang") or "", attributes.get("dir") or ""
    if lang and not canonical_tag(lang):
        hint = "Write a language tag such as “ja”, “pt-BR” or “zh-Hant”."
        mistakes.error("markdown.wrong-language", f"“{lang}” is no language", _spot(attributes, "lang", places), hint)
    if direction and direction not in DIRECTIONS:
        hint = "It is “ltr” (left to right) or “rtl” (right to left)."
        mistakes.error("markdown.wrong-direction", f"“{direction}” is no direction", _spot(attributes, "dir", places), hint)
    return canonical_tag(lang) or "", direction if direction in DIRECTIONS else ""


def _spot(attributes: Attributes, key: str, places: Places) -> Spot:
    entry = next(entry for entry in reversed(attributes.entries) if entry.key == key)
    return places.spot(entry.start, entry.end)
