"""The one table of the front matter: every key, its shape, and what is said about it in editors and in the documentation."""

from __future__ import annotations

from typing import get_args

from exporter.model import CallToAction, Contact, Direction, EmailFields, Kind, Person
from exporter.reading.yaml.shapes import LINE, WORDS, Key, choice, group, one_or_many
from exporter.reading.yaml.values import BOILERPLATE, DATE, EMAIL, LANGUAGE, MOMENT, OWN_BOILERPLATE, URL

CONTACT = (
    Key("name", WORDS, "A person, or an office such as “Press office”.", "Ines Calder", required=True),
    Key("role", LINE, "What the person does, or where.", "Press officer"),
    Key("email", EMAIL, "The email address.", "press@harbour.example"),
    Key("phone", LINE, "The telephone number, with its country code.", "+1 555 0100"),
)

PERSON = (
    Key("name", WORDS, "The name as it is spelled everywhere in the release.", "Ines Calder", required=True),
    Key("role", LINE, "The office or title.", "Director"),
    Key("organization", LINE, "Where the person belongs.", "Harbour Institute"),
)

LINK = (
    Key("label", WORDS, "The words of the link.", "Read the full report", required=True),
    Key("url", URL, "The whole web address.", "https://harbour.example/report", required=True),
)

EMAIL_KEYS = (
    Key("subject", LINE, "The subject; the title when absent.", "Small ports carry more"),
    Key("preheader", LINE, "What mail programs show behind the subject.", "Forty harbours, 12 million tonnes."),
)

KEYS = (
    Key("title", WORDS, "The headline.", "Small ports carry more than the tables show", required=True),
    Key("kind", choice(get_args(Kind)), "What is sent out; picks the template.", "press-release"),
    Key("subtitle", LINE, "The line below the headline.", "A survey of forty harbours"),
    Key("kicker", LINE, "The line above the headline.", "New report"),
    Key("author", one_or_many(WORDS), "Who wrote it: a name or a list of names.", "Ines Calder"),
    Key("lang", LANGUAGE, "The language (BCP 47): sets labels, dates, hyphenation, fonts and direction.", "en-US"),
    Key("dir", choice(get_args(Direction)), "The direction of writing; that of the language when absent.", "rtl"),
    Key("date", DATE, "The date of the release (ISO 8601).", "2025-03-12"),
    Key("dateline", LINE, "The place that the text begins with.", "New York"),
    Key(
        "embargo",
        MOMENT,
        "Until when it may not be published, with the offset from UTC; absent means for immediate release.",
        "2025-03-12T09:00-04:00",
    ),
    Key("description", LINE, "One or two sentences about it, for search engines and previews.", "A first count."),
    Key("keywords", one_or_many(WORDS), "Words to find it by.", "[ports, trade]"),
    Key(
        "contact",
        one_or_many(group(CONTACT, Contact)),
        "Whom journalists may ask: one or several.",
        "{name: Ines Calder, role: Press officer, email: press@harbour.example}",
        parts=CONTACT,
    ),
    Key(
        "people",
        one_or_many(group(PERSON, Person)),
        "Who is named in it: spelled once, checked everywhere.",
        "[{name: Ines Calder, role: Director, organization: Harbour Institute}]",
        parts=PERSON,
    ),
    Key(
        "link",
        group(LINK, CallToAction),
        "Where to read on.",
        "{label: Read the full report, url: https://harbour.example/report}",
        parts=LINK,
    ),
    Key(
        "boilerplate",
        BOILERPLATE,
        "The standing text about the institution: a name from the brand file, a text, or {title, text}.",
        "institute",
        parts=OWN_BOILERPLATE,
    ),
    Key(
        "email",
        group(EMAIL_KEYS, EmailFields),
        "For the email.",
        "{subject: Small ports carry more}",
        parts=EMAIL_KEYS,
    ),
)

# Of one release only, or with a place of its own in the brand file: no defaults of the front matter.
NO_DEFAULTS = ("title", "subtitle", "date", "embargo", "description", "link", "email")
DEFAULT_KEYS = tuple(key for key in KEYS if key.name not in NO_DEFAULTS)
