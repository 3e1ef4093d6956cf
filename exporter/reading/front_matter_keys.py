"""The one table of the front matter: every key, its shape, and what is said about it in editors and in the documentation."""

from __future__ import annotations

from typing import get_args

from exporter.model import CallToAction, Contact, Direction, EmailFields, Kind, NotesPlace, Person
from exporter.reading.kind_keys import ADVISORY, ADVISORY_KEYS, AUTHOR, AUTHOR_KEYS, COVER, COVER_KEYS, FLAG
from exporter.reading.word_keys import WORD, WORD_KEYS
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
    Key("series", LINE, "The series that a brief belongs to, with its number.", "Harbour Briefs, no. 7"),
    Key(
        "author",
        one_or_many(AUTHOR),
        "Who wrote it, in a statement who speaks: a name, or {name, role, about}; one or several.",
        "Ines Calder",
        parts=AUTHOR_KEYS,
    ),
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
        "advisory",
        ADVISORY,
        "What a media advisory announces, shown at a glance. Required for that kind, and only there.",
        '{who: Ines Calder, what: A press conference, when: "12 May 2026, 9:00", where: Port Alder}',
        parts=ADVISORY_KEYS,
    ),
    Key(
        "cover",
        COVER,
        "The cover of a brief: its picture, or `false` for none.",
        "{image: images/harbour.png, alt: Two cranes, credit: J. Orme}",
        parts=COVER_KEYS,
    ),
    Key("contents", FLAG, "Whether a brief lists its sections; when absent, one of three or more does.", "false"),
    Key("notes", choice(get_args(NotesPlace)), "Where the notes of the PDF and the Word copy stand.", "end"),
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
    Key(
        "word", WORD, "For the Word copy; see [Word](brand.md#word).", "{styles: {pull_quote: Large quote}}", parts=WORD_KEYS
    ),
)

# Of one release only, or with a place of its own in the brand file: no defaults of the front matter.
NO_DEFAULTS = (
    *("title", "subtitle", "series", "date", "embargo", "description", "advisory", "cover", "link"),
    *("email", "word"),
)
DEFAULT_KEYS = tuple(key for key in KEYS if key.name not in NO_DEFAULTS)
