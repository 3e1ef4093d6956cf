"""Language tags: what one names, whether it is well formed, and which way its script runs (BCP 47, RFC 5646)."""

from __future__ import annotations

import re

from exporter.model import Direction

# RFC 5646 §2.1 without its grandfathered tags and without languages of four letters and more, of which none is registered.
_EXTENDED = r"(?:-[A-Za-z]{3}){0,3}"
_SCRIPT = r"(?:-[A-Za-z]{4})?"
_REGION = r"(?:-(?:[A-Za-z]{2}|[0-9]{3}))?"
_VARIANTS = r"(?:-(?:[A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}))*"
_EXTENSIONS = r"(?:-[A-WYZa-wyz0-9](?:-[A-Za-z0-9]{2,8})+)*"
_PRIVATE = r"(?:-[Xx](?:-[A-Za-z0-9]{1,8})+)?"
TAG_PATTERN = f"^[A-Za-z]{{2,3}}{_EXTENDED}{_SCRIPT}{_REGION}{_VARIANTS}{_EXTENSIONS}{_PRIVATE}$"

# Scripts that run from right to left, and languages that are written in one of them when the tag names no script.
RIGHT_TO_LEFT_SCRIPTS = frozenset(["Adlm", "Arab", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa", "Yezi"])
RIGHT_TO_LEFT_LANGUAGES = frozenset(
    ["ar", "arc", "ckb", "dv", "fa", "he", "ks", "nqo", "prs", "ps", "sd", "syr", "ug", "ur", "yi"]
)


def canonical_tag(tag: str) -> str | None:
    """The tag in the case that RFC 5646 §2.1.1 recommends (`zh-hans-cn` → `zh-Hans-CN`), or None where it is malformed."""
    if not re.match(TAG_PATTERN, tag) or tag.endswith("\n"):
        return None
    first, *rest = tag.lower().split("-")
    parts = [first]
    for part in rest:
        if any(len(before) == 1 for before in parts):
            parts.append(part)
        elif len(part) == 2:
            parts.append(part.upper())
        elif len(part) == 4 and part.isalpha():
            parts.append(part.title())
        else:
            parts.append(part)
    return "-".join(parts)


def language_of(tag: str) -> str:
    """The first subtag in lower case: `zh` of `zh-Hant-TW`."""
    return tag.split("-")[0].lower()


def direction_of(tag: str) -> Direction:
    """Which way a language runs: by the tag's script where it names one, else by its language."""
    for part in tag.split("-")[1:]:
        if len(part) == 1:
            break
        if len(part) == 4 and part.isalpha():
            return "rtl" if part.title() in RIGHT_TO_LEFT_SCRIPTS else "ltr"
    return "rtl" if language_of(tag) in RIGHT_TO_LEFT_LANGUAGES else "ltr"
