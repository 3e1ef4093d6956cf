"""The front matter of a release, as `model.Release.meta` holds it."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from msgspec import Struct

from exporter.image import Image


class Author(Struct, frozen=True):
    """Who wrote it; in a statement, who speaks. `about` is a paragraph for the part “About the authors”."""

    name: str
    role: str = ""
    about: str = ""


class Contact(Struct, frozen=True):
    name: str
    role: str = ""
    email: str = ""
    phone: str = ""


class Person(Struct, frozen=True):
    """Somebody who is named in the release: spelled once here, checked everywhere."""

    name: str
    role: str = ""
    organization: str = ""


class CallToAction(Struct, frozen=True):
    label: str
    url: str


class Advisory(Struct, frozen=True):
    """What a media advisory tells: its table, a row for each of these that is not ""."""

    who: str
    what: str
    when: str
    where: str
    why: str = ""


class Cover(Struct, frozen=True):
    """The cover of a brief. `shown` is False when the writer wants none; `alt` is "" when the picture only decorates."""

    image: Image | None = None
    alt: str = ""
    credit: str = ""
    shown: bool = True


class EmailFields(Struct, frozen=True):
    """Of the email alone: the subject ("" = the title) and the preheader ("" = the description, or the lead's beginning)."""

    subject: str = ""
    preheader: str = ""


class WordTemplate(Struct, frozen=True):
    """A Word file of the house: its path as a person would write it, and its bytes."""

    file: str
    data: bytes


class WordFields(Struct, frozen=True):
    """Of the Word copy alone: the house's template, and what that calls the styles of `rendering/word/roles.py`."""

    template: WordTemplate | None = None
    styles: tuple[tuple[str, str], ...] = ()


class Boilerplate(Struct, frozen=True):
    """`name` is the brand file's key when the text stands there (its words are computed), "" when the release gives them."""

    text: str
    title: str = ""
    name: str = ""


Kind = Literal["press-release", "brief", "statement", "media-advisory"]
Direction = Literal["ltr", "rtl"]
NotesPlace = Literal["foot", "end"]


class FrontMatter(Struct, frozen=True):
    """The front matter after validation, defaults of the brand filled in. Absent text is "". `embargo` has an offset.

    `contents` is None where the template decides, `notes` where those of the PDF and the Word copy stand.
    """

    title: str
    kind: Kind = "press-release"
    subtitle: str = ""
    kicker: str = ""
    series: str = ""
    author: tuple[Author, ...] = ()
    lang: str = "en"
    dir: Direction = "ltr"
    date: dt.date | None = None
    dateline: str = ""
    embargo: dt.datetime | None = None
    description: str = ""
    keywords: tuple[str, ...] = ()
    contact: tuple[Contact, ...] = ()
    people: tuple[Person, ...] = ()
    advisory: Advisory | None = None
    cover: Cover = Cover()
    contents: bool | None = None
    notes: NotesPlace = "foot"
    link: CallToAction | None = None
    boilerplate: Boilerplate | None = None
    email: EmailFields = EmailFields()
    word: WordFields = WordFields()
