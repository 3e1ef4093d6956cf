"""The shapes of single values: dates and moments, languages, addresses of mail and web, paths, boilerplates."""

from __future__ import annotations

import datetime as dt
import re

from exporter.language import TAG_PATTERN, canonical_tag
from exporter.model import Boilerplate
from exporter.reading.mistakes import suggestion
from exporter.reading.yaml.shapes import LINE, TEXT_TYPES, At, Key, Shape, group, read_paragraphs, read_words
from exporter.reading.yaml.tree import Node, Scalar, YamlMap

# ISO 8601-1, calendar dates in the extended format; a moment with its offset from UTC as in RFC 3339, seconds may be absent.
# Every output can say the years of these two centuries, and another is a slip of the finger.
_DAY = r"(19|20)[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
DATE_PATTERN = f"^{_DAY}$"
_TIME = r"([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?"
_OFFSET = r"(Z|[+-](0[0-9]|1[0-4]):[0-5][0-9])"
MOMENT_PATTERN = f"^{_DAY}[T ]{_TIME}{_OFFSET}$"

# No check of what RFC 5321 allows: enough to find what is no address at all, or would break a header or a link.
EMAIL_PATTERN = r'^[^\s@<>()\[\]\\,;:"]+@([^\s@<>()\[\]\\,;:".]+\.)+[^\s@<>()\[\]\\,;:".]{2,}$'
URL_PATTERN = r'^https?://([^\s/?#@<>"\\^`{|}.]+\.)+[^\s/?#@<>"\\^`{|}.]+([/?#][^\s<>"\\^`{|}]*)?$'

LANGUAGES = {
    "arabic": "ar",
    "chinese": "zh",
    "cn": "zh",
    "cz": "cs",
    "dk": "da",
    "english": "en",
    "french": "fr",
    "german": "de",
    "gr": "el",
    "hindi": "hi",
    "japanese": "ja",
    "jp": "ja",
    "korean": "ko",
    "spanish": "es",
    "ua": "uk",
}


def _read_date(node: Node, at: At) -> dt.date | None:
    text = read_words(node, at)
    if text is None:
        return None
    hint = "Write year, month and day: 2025-03-12"
    if re.match(MOMENT_PATTERN, text):
        hint = f"The time of day belongs to “embargo”. Write {text[:10]}"
    if not re.match(DATE_PATTERN, text):
        at.error("date", f"“{text}” is no date", node.spot, hint)
        return None
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        at.error("date", f"“{text}” is not in the calendar", node.spot, hint)
        return None


def _read_moment(node: Node, at: At) -> dt.datetime | None:
    text = read_words(node, at)
    if text is None:
        return None
    example = "2025-03-12T09:00-04:00"
    if re.match(DATE_PATTERN, text):
        hint = f"Write the time and its offset from UTC behind it: {text}T09:00-04:00"
        at.error("moment", f"“{text}” has no time of day", node.spot, hint)
        return None
    if re.match(f"^{_DAY}[T ]{_TIME}$", text):
        hint = f"Write the offset of that place and day behind it, {text}-04:00 for New York in summer, or {text}Z for UTC."
        at.error("no-offset", f"“{text}” has no offset from UTC, so each place has its own", node.spot, hint)
        return None
    if not re.match(MOMENT_PATTERN, text):
        hint = f"Write date, time and offset from UTC: {example}"
        at.error("moment", f"“{text}” is no date with a time and an offset", node.spot, hint)
        return None
    try:
        return dt.datetime.fromisoformat(text)
    except ValueError:
        at.error("moment", f"“{text}” is not in the calendar", node.spot, f"For example: {example}")
        return None


def _read_language(node: Node, at: At) -> str | None:
    text = read_words(node, at)
    if text is None:
        return None
    tag = canonical_tag(text)
    meant = LANGUAGES.get(text.lower()) or canonical_tag(text.replace("_", "-"))
    if tag and text.lower() not in LANGUAGES:
        return tag
    hint = f"Did you mean “{meant}”?" if meant else "Write a language tag such as “en-US”, “ja” or “zh-Hant”."
    at.error("language", f"“{text}” is no language tag", node.spot, hint)
    return None


def _read_email(node: Node, at: At) -> str | None:
    text = read_words(node, at)
    if text is None or re.match(EMAIL_PATTERN, text):
        return text
    hint = "Write it as name@example.org, without a name before it."
    at.error("email", f"“{text}” is no email address", node.spot, hint)
    return None


def _read_url(node: Node, at: At) -> str | None:
    text = read_words(node, at)
    if text is None or re.match(URL_PATTERN, text):
        return text
    bare = re.match(r"^[\w.-]+\.[a-z]{2,}(/\S*)?$", text)
    hint = f"Write https://{text}" if bare else "Write a whole address that begins with https:// or http://."
    at.error("url", f"“{text}” is no web address", node.spot, hint)
    return None


def _read_paragraphs(node: Node, at: At) -> str | None:
    text = read_paragraphs(node, at)
    if text == "":
        at.error("empty", f"“{at.name}” is empty", node.spot, "Give it a value.")
        return None
    return text


def _read_boilerplate(node: Node, at: At) -> Boilerplate | None:
    """The brand's text of that name, or the text itself; "" is none, and so stands against a default of the brand."""
    if isinstance(node, YamlMap):
        if isinstance(words := node.get("text"), Scalar):
            at.reading.fields.append((at.path, words.spot.span()))
        return TITLED_TEXT.read(node, at)
    text = read_paragraphs(node, at)
    if text is None:
        return None
    known = at.reading.boilerplates
    if text in known:
        return known[text]
    near = suggestion(text, known)
    if not near and not re.match(r"^[A-Za-z0-9][\w.-]*$", text):
        return Boilerplate(text)
    listed = ", ".join(f"“{name}”" for name in known)
    hint = near or (f"The brand file has {listed}." if known else "The brand file has none: defaults.pressroom.boilerplates")
    at.error("unknown-boilerplate", f"the brand has no boilerplate “{text}”", node.spot, hint)
    return None


DATE = Shape({"type": "string", "format": "date", "pattern": DATE_PATTERN}, _read_date)
MOMENT = Shape({"type": "string", "pattern": MOMENT_PATTERN}, _read_moment)
LANGUAGE = Shape({"type": "string", "pattern": TAG_PATTERN}, _read_language)
EMAIL = Shape({"type": "string", "format": "email", "pattern": EMAIL_PATTERN}, _read_email)
URL = Shape({"type": "string", "format": "uri", "pattern": URL_PATTERN}, _read_url)
PARAGRAPHS = Shape({"type": TEXT_TYPES, "pattern": r"\S"}, _read_paragraphs)

OWN_BOILERPLATE = (
    Key("title", LINE, "What stands above the text, instead of the label “About …”.", "About the institute"),
    Key("text", PARAGRAPHS, "The text; an empty line begins a paragraph.", "The institute studies …", required=True),
)
TITLED_TEXT = group(OWN_BOILERPLATE, Boilerplate)
BOILERPLATE = Shape({"anyOf": [{"type": TEXT_TYPES}, TITLED_TEXT.schema]}, _read_boilerplate)
