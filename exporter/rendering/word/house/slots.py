"""The slots of a house's template: `{{ release.title }}` in its text, headers and footers, and what they are filled with.

This module knows no XML, so that parity can hold a template's own words against what was written of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Union

from msgspec import Struct

from exporter.composing.dates import format_date, format_moment
from exporter.front_matter import Contact
from exporter.model import FrontMatter
from exporter.rendering.job import Job

SLOT = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}")
NAME = re.compile(r"\{\{-?\s*([\w.]+)\s*-?\}\}")
BODY = "body"
IMMEDIATE = ("press-release", "statement", "media-advisory")  # kinds that say so when there is no embargo
Words = Callable[[str], Union[str, None]]
ALIASES = (("meta.", "release."), ("brand.institution.", "institution."))  # how a page template names the same


class Slot(Struct, frozen=True):
    """What a slot says to those who edit templates, and how its words are found."""

    about: str
    words: Callable[[Job], str]


def _of_meta(words: Callable[[FrontMatter], str]) -> Callable[[Job], str]:
    return lambda job: words(job.release.meta)


def _of_contact(words: Callable[[Contact], str]) -> Callable[[Job], str]:
    return lambda job: words(job.release.meta.contact[0]) if job.release.meta.contact else ""


def _date(job: Job) -> str:
    meta = job.release.meta
    return format_date(meta.date, meta.lang) if meta.date else ""


def _embargo(job: Job) -> str:
    meta = job.release.meta
    if not meta.embargo:
        return ""
    return job.composition.labels["embargoed_until"].replace("{moment}", format_moment(meta.embargo, meta.lang))


def _status(job: Job) -> str:
    held = _embargo(job)
    return held or (job.composition.labels["for_immediate_release"] if job.release.meta.kind in IMMEDIATE else "")


SLOTS: Mapping[str, Slot] = {
    "release.title": Slot("The headline.", _of_meta(lambda meta: meta.title)),
    "release.subtitle": Slot("The line below it.", _of_meta(lambda meta: meta.subtitle)),
    "release.kicker": Slot("The line above it.", _of_meta(lambda meta: meta.kicker)),
    "release.series": Slot("The series of a brief.", _of_meta(lambda meta: meta.series)),
    "release.kind": Slot(
        "“Press release” and so on, in its language.", lambda job: job.composition.labels[job.release.meta.kind]
    ),
    "release.author": Slot(
        "Who wrote it, with commas.",
        lambda job: job.composition.labels["comma"].join(a.name for a in job.release.meta.author),
    ),
    "release.date": Slot("The date, as its language writes it.", _date),
    "release.dateline": Slot("The place.", _of_meta(lambda meta: meta.dateline)),
    "release.embargo": Slot("“Embargoed until …”, or nothing.", _embargo),
    "release.status": Slot("“Embargoed until …”, or “For immediate release”.", _status),
    "release.description": Slot("The description.", _of_meta(lambda meta: meta.description)),
    "release.lang": Slot("The language's tag.", _of_meta(lambda meta: meta.lang)),
    "contact.name": Slot("The first contact's name.", _of_contact(lambda contact: contact.name)),
    "contact.role": Slot("The first contact's role.", _of_contact(lambda contact: contact.role)),
    "contact.email": Slot("The first contact's email address.", _of_contact(lambda contact: contact.email)),
    "contact.phone": Slot("The first contact's phone number.", _of_contact(lambda contact: contact.phone)),
    "institution.name": Slot("Who speaks.", lambda job: job.brand.institution.name),
    "institution.tagline": Slot("One line about it.", lambda job: job.brand.institution.tagline),
    "institution.website": Slot("Its web address.", lambda job: job.brand.institution.website),
    "institution.address": Slot("Its postal address, with commas.", lambda job: ", ".join(job.brand.institution.address)),
}


def slot_words(job: Job) -> Words:
    """The words of a slot by its name, on one line; None when there is no such slot."""

    def words(name: str) -> str | None:
        slot = SLOTS.get(name)
        return None if slot is None else " ".join(slot.words(job).split())

    return words


def slot_name(text: str) -> str:
    """The name in `{{ name }}`, as the table has it; "" for what is no slot, such as a loop."""
    found = NAME.fullmatch(text)
    if not found:
        return ""
    name = found[1]
    for alias, own in ALIASES:
        if name.startswith(alias):
            return own + name.removeprefix(alias)
    return name


def filled(text: str, words: Words) -> str:
    """A text with its slots filled; what is no known slot stays."""

    def fill(found: re.Match[str]) -> str:
        own = words(slot_name(found[0]))
        return found[0] if own is None else own

    return SLOT.sub(fill, text)
