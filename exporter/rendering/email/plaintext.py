"""The plain text of a release, as a careful person would set it: made from the model, 72 columns wide.

`PARTS` is the order of the letter (docs/decisions/plain-text.md says why no template decides it). Everything is lines of
runs that know their piece (`wrapping.py`), so that parity can hold the text against the release.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby

from exporter.composing.dates import format_date, format_moment
from exporter.composing.segments import Segment
from exporter.model import BlockQuote, Paragraph, PullQuote
from exporter.rendering.email.plaintext_blocks import Sheet, blocks, superscript
from exporter.rendering.email.plaintext_lines import comma_between, computed, hanging, heading, stacked
from exporter.rendering.email.wrapping import BLANK, Line, Run, width_of, wrap
from exporter.rendering.job import Job
from exporter.walking import heading_ranks


def text(job: Job) -> str:
    """The plain text file of a release."""
    return "".join(segment.text for segment in segments(job))


def segments(job: Job) -> tuple[Segment, ...]:
    """The plain text as segments; joined, their texts are the file."""
    sheet = Sheet(job.release, job.brand, job.composition.labels, {}, heading_ranks(job.release))
    parts = [lines for part in PARTS if (lines := part(sheet))]
    runs = (run for line in stacked(parts) for run in line)
    return tuple(Segment(name, "".join(run.text for run in group)) for name, group in groupby(runs, lambda run: run.id))


def _masthead(sheet: Sheet) -> list[Line]:
    """Who speaks at the left, what it is at the right, a line under both."""
    name, kind = sheet.brand.institution.name, sheet.labels[sheet.release.meta.kind]
    gap = sheet.width - width_of(name) - width_of(kind)
    if not name or gap < 2:
        return [*wrap([Run("", name)], sheet.width), *wrap([Run("", kind)], sheet.width), _rule(sheet)]
    return [computed(f"{name}{' ' * gap}{kind}"), _rule(sheet)]


def _rule(sheet: Sheet) -> Line:
    return computed("-" * sheet.width)


def _status(sheet: Sheet) -> list[Line]:
    meta, labels = sheet.release.meta, sheet.labels
    if meta.embargo:
        words = labels["embargoed_until"].replace("{moment}", format_moment(meta.embargo, meta.lang))
    elif meta.kind != "brief":
        words = labels["for_immediate_release"]
    else:
        return []
    return wrap([Run("", words)], sheet.width)


def _headline(sheet: Sheet) -> list[Line]:
    meta = sheet.release.meta
    series = wrap([Run("series", meta.series)], sheet.width)
    title = heading([Run("title", meta.title)], "=", sheet.width)
    subtitle = wrap([Run("subtitle", meta.subtitle)], sheet.width)
    date = wrap([Run("", format_date(meta.date, meta.lang))], sheet.width) if meta.date and not meta.dateline else []
    return [
        *series,
        *wrap([Run("kicker", meta.kicker)], sheet.width),
        *title,
        *_after_blank(subtitle),
        *_after_blank([*_byline(sheet), *date]),
        *_after_blank(_cover(sheet)),
    ]


def _byline(sheet: Sheet) -> list[Line]:
    """The authors in one line; a line each where they have roles."""
    parts = [
        [(f"author.{index}.name", author.name), (f"author.{index}.role", author.role)]
        for index, author in enumerate(sheet.release.meta.author)
    ]
    if not any(author.role for author in sheet.release.meta.author):
        parts = [[name for author in parts for name in author]] if parts else []
    comma = sheet.labels["comma"]
    return [
        line
        for index, names in enumerate(parts)
        for line in wrap([*([] if index else [Run("", sheet.labels["by"])]), *comma_between(names, comma)], sheet.width)
    ]


def _cover(sheet: Sheet) -> list[Line]:
    """What the picture of a brief's cover shows, and who made it."""
    cover = sheet.release.meta.cover
    picture = wrap([Run("", f"[{sheet.labels['picture']}{cover.alt}]")], sheet.width) if cover.alt else []
    credit = [Run("", sheet.labels["photo"]), Run("cover.credit", cover.credit)] if cover.credit else []
    return [*picture, *wrap(credit, sheet.width)]


def _after_blank(lines: Sequence[Line]) -> list[Line]:
    return [BLANK, *lines] if lines else []


def _advisory(sheet: Sheet) -> list[Line]:
    """Who, what, when, where and why, each behind its label."""
    advisory = sheet.release.meta.advisory
    if not advisory:
        return []
    rows = [(key, text) for key in advisory.__struct_fields__ if (text := getattr(advisory, key))]
    room = max(width_of(sheet.labels[key]) for key, _ in rows) + 2
    inner = sheet.narrower(room)
    return stacked(
        hanging(
            wrap([Run(f"advisory.{key}", text)], inner.width),
            f"{sheet.labels[key]}:" + " " * (room - width_of(sheet.labels[key]) - 1),
            " " * room,
        )
        for key, text in rows
    )


def _body(sheet: Sheet) -> list[Line]:
    body, meta = sheet.release.body, sheet.release.meta
    date = sheet.labels["comma"] + format_date(meta.date, meta.lang) if meta.date else ""
    lead = [Run("dateline", meta.dateline), Run("", date)] if meta.dateline else []
    led = int(bool(body) and isinstance(body[0], (PullQuote, BlockQuote)))
    opening, text = blocks(body[:led], sheet), body[led:]
    if text and isinstance(text[0], Paragraph):
        return stacked(filter(None, (opening, blocks(text, sheet, [*lead, Run("", " — ")] if lead else ()))))
    return stacked(filter(None, (opening, wrap(lead, sheet.width), blocks(text, sheet))))


def _action(sheet: Sheet) -> list[Line]:
    link = sheet.release.meta.link
    if not link:
        return []
    return [
        *wrap([Run("link.label", link.label), Run("", ":", "solid")], sheet.width),
        *wrap([Run("", link.url)], sheet.width),
    ]


def _authors(sheet: Sheet) -> list[Line]:
    """What is told about the authors."""
    authors = sheet.release.meta.author
    told = [(f"author.{index}.about", author) for index, author in enumerate(authors) if author.about]
    if not told:
        return []
    label = sheet.labels["about_authors" if len(authors) > 1 else "about_author"]
    groups = [
        [*wrap([Run("", author.name)], sheet.width), *wrap([Run(name, author.about)], sheet.width)] for name, author in told
    ]
    return stacked([heading([Run("", label)], "-", sheet.width), *groups])


def _contacts(sheet: Sheet) -> list[Line]:
    contacts = sheet.release.meta.contact
    if not contacts:
        return []
    label = sheet.labels["media_contacts" if len(contacts) > 1 else "media_contact"]
    return stacked(
        [heading([Run("", label)], "-", sheet.width), *(_contact(sheet, index) for index in range(len(contacts)))]
    )


def _contact(sheet: Sheet, index: int) -> list[Line]:
    contact, name = sheet.release.meta.contact[index], f"contact.{index}"
    who = comma_between([(f"{name}.name", contact.name), (f"{name}.role", contact.role)], sheet.labels["comma"])
    lines = wrap(who, sheet.width)
    for key, value in (("email", contact.email), ("phone", contact.phone)):
        if value:
            lines += wrap([Run("", sheet.labels[key]), Run(f"{name}.{key}", value)], sheet.width)
    return lines


def _boilerplate(sheet: Sheet) -> list[Line]:
    boilerplate, name = sheet.release.meta.boilerplate, sheet.brand.institution.name
    if not boilerplate:
        return []
    title = boilerplate.title or (sheet.labels["about"].replace("{name}", name) if name else "")
    field = "" if boilerplate.name else "boilerplate"
    headline = heading([Run(f"{field}.title" if field and boilerplate.title else "", title)], "-", sheet.width)
    words: list[Line] = []
    for paragraph in boilerplate.text.split("\n\n"):
        words += [(Run(field, "\n"),)] if words else []
        words += wrap([Run(field, paragraph)], sheet.width)
    return stacked(filter(None, (headline, words)))


def _notes(sheet: Sheet) -> list[Line]:
    notes = sheet.release.footnotes
    if not notes:
        return []
    room = len(str(notes[-1].number)) + 1
    groups = [
        hanging(blocks(note.blocks, sheet.narrower(room)), superscript(note.number).ljust(room), " " * room)
        for note in notes
    ]
    return stacked([heading([Run("", sheet.labels["notes"])], "-", sheet.width), *groups])


def _links(sheet: Sheet) -> list[Line]:
    """The list of addresses; it comes after everything that has links."""
    if not sheet.links:
        return []
    addresses = [hanging(wrap([Run("", url)], sheet.width), f"[{number}] ", "") for url, number in sheet.links.items()]
    return stacked(
        [heading([Run("", sheet.labels["links"])], "-", sheet.width), [line for group in addresses for line in group]]
    )


def _footer(sheet: Sheet) -> list[Line]:
    speaker = sheet.brand.institution
    address = [line for line in speaker.address if line != speaker.name]
    lines = [wrap([Run("", words)], sheet.width) for words in (speaker.name, speaker.tagline, *address, speaker.website)]
    return [_rule(sheet), *(line for group in lines for line in group)]


PARTS: tuple[Callable[[Sheet], list[Line]], ...] = (
    _masthead,
    _status,
    _headline,
    _advisory,
    _body,
    _action,
    _authors,
    _contacts,
    _boilerplate,
    _notes,
    _links,
    _footer,
)
