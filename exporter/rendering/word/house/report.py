"""What `pressroom template check` finds out: how a template is, and what becomes of a release in it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

from docx.opc.constants import RELATIONSHIP_TYPE
from msgspec import Struct
from msgspec.structs import replace

from exporter.accessibility.check import check_word
from exporter.brand import Brand
from exporter.composing.compose import compose
from exporter.composing.folders import TemplateFolders
from exporter.diagnostics import Diagnostic, Place, Severity
from exporter.front_matter import WordFields, WordTemplate
from exporter.reading.content_file import read_release
from exporter.rendering.job import Job
from exporter.rendering.word.document import render
from exporter.rendering.word.house.filling import slots_in
from exporter.rendering.word.house.ground import furniture
from exporter.rendering.word.house.names import Adoption, Names, value
from exporter.rendering.word.house.opened import Opened, open_template, xml_of
from exporter.rendering.word.house.places import find_place, section_of
from exporter.rendering.word.house.settings import NEWEST, mode_of
from exporter.rendering.word.house.slots import BODY, slot_name
from exporter.rendering.word.house.specimen import SPECIMEN
from exporter.rendering.word.markup import Element, W
from exporter.rendering.word.page import text_area
from exporter.rendering.word.parts import Parts
from exporter.rendering.word.roles import ROLES

MOMENT = dt.datetime(2026, 1, 2, tzinfo=dt.UTC)  # of the specimen, which nobody sees


class RoleStyle(Struct, frozen=True):
    """The style that plays a role, and whether it must be added."""

    role: str
    name: str
    added: bool


class Report(Struct, frozen=True):
    """`width` is that of the text in twentieths of a point; `language` and `mode` are as the template has them, "" = not."""

    file: str
    fine: bool
    diagnostics: tuple[Diagnostic, ...]
    has_mark: bool = False
    width: int = 0
    heads_and_feet: int = 0
    slots: tuple[str, ...] = ()
    styles: tuple[RoleStyle, ...] = ()
    language: str = ""
    mode: str = ""
    left_out: tuple[str, ...] = ()


def report_on(template: WordTemplate, fields: WordFields, brand: Brand, folders: TemplateFolders) -> Report:
    """Examine a template; `fields` has names of styles, `brand` gives the looks of those that are added."""
    opened = open_template(template)
    if opened.value is None:
        return Report(template.file, False, opened.diagnostics)
    found = _examined(opened.value, template, fields, folders)
    said = (*opened.diagnostics, *found.diagnostics, *_tried(template, fields, brand, folders))
    told = tuple(dict.fromkeys(one for one in said if one.code != "word.template-styles"))  # the report has them all
    return replace(found, fine=not any(one.is_error for one in told), diagnostics=told)


def _examined(opened: Opened, template: WordTemplate, fields: WordFields, folders: TemplateFolders) -> Report:
    parts = Parts(folders, opened.package)
    body = parts.document.element.find(W + "body")
    place = find_place(body)
    settings = next(xml_of(parts.package, RELATIONSHIP_TYPE.SETTINGS), None)
    styles = next(xml_of(parts.package, RELATIONSHIP_TYPE.STYLES), None)
    language = None if styles is None else styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
    own = [*slots_in(body), *(slot for root in furniture(parts) for slot in slots_in(root))]
    names, diagnostics = _names(styles, fields, parts, template)
    return Report(
        file=template.file,
        fine=True,
        diagnostics=diagnostics,
        has_mark=bool(place.marks),
        width=text_area(section_of(body, next(iter(place.marks), None))).width,
        heads_and_feet=len(list(furniture(parts))),
        slots=tuple(dict.fromkeys(slot for slot in own if slot_name(slot) != BODY)),
        styles=tuple(RoleStyle(role, names.names[role], role in names.added_roles) for role in ROLES),
        language="" if language is None else language.get(W + "val", ""),
        mode="" if settings is None else mode_of(settings),
        left_out=opened.left_out,
    )


def _names(
    styles: Element | None, fields: WordFields, parts: Parts, template: WordTemplate
) -> tuple[Names, tuple[Diagnostic, ...]]:
    """The styles of all roles, and whether a table style of the template's own sets header rows apart."""
    base = Parts(parts.folders).from_base("styles", "", RELATIONSHIP_TYPE.STYLES)
    adoption = Adoption(base.makeelement(W + "styles") if styles is None else styles, base)
    names = adoption.adopt(dict(fields.styles))
    return names, tuple(_plain_header_rows(adoption, names, template))


def _plain_header_rows(adoption: Adoption, names: Names, template: WordTemplate) -> Iterator[Diagnostic]:
    style = adoption.by_name[names.names["table"].casefold()]
    if "table" not in names.added_roles and not [
        one for one in style.iterfind(W + "tblStylePr") if one.get(W + "type") == "firstRow"
    ]:
        fact = f"the table style “{value(style, 'name')}” does not set header rows apart"
        hint = "In Word: Table Design, Modify Table Style, Apply formatting to: Header row."
        yield Diagnostic(Severity.WARNING, "word.template-table", fact, Place(template.file), hint)


def _tried(template: WordTemplate, fields: WordFields, brand: Brand, folders: TemplateFolders) -> Iterator[Diagnostic]:
    """What is said when a release with everything in it is written into the template, and of the accessibility of that."""
    read = read_release("specimen.md", SPECIMEN.encode(), Path(), brand)
    if read.value is None:
        yield from read.diagnostics
        return
    release = replace(read.value, meta=replace(read.value.meta, word=WordFields(template, fields.styles)))
    composed = compose(release, brand, "word", folders)
    if composed.value is None:
        yield from composed.diagnostics
        return
    made = render(Job(release, brand, composed.value, MOMENT, folders))
    yield from (_at(template, one) for one in made.diagnostics)
    for artifact in made.value or ():
        yield from check_word(template.file, artifact.data)


def _at(template: WordTemplate, diagnostic: Diagnostic) -> Diagnostic:
    """A diagnostic at the template, since nobody knows the specimen."""
    return diagnostic if diagnostic.place.file == template.file else replace(diagnostic, place=Place(template.file))


def sentences(report: Report) -> Iterator[str]:
    """What will happen, in words."""
    own = [style for style in report.styles if not style.added]
    if not report.styles:
        return
    where = (
        "in the place of {{ body }}" if report.has_mark else "in the place of all that stands there, for want of {{ body }}"
    )
    yield f"text: {where}, {report.width / 567:.1f} cm wide"
    yield f"heads and feet: {report.heads_and_feet}, which stay; none are added"
    yield f"slots: {', '.join(report.slots) or 'none'}"
    yield f"language: {report.language or 'none'}; becomes that of each release"
    if report.mode != NEWEST:
        yield f"compatibility mode: {report.mode or 'none'}; becomes {NEWEST}, which may move lines"
    for name in report.left_out:
        yield f"left out: {name}"
    yield "styles of the template: " + (", ".join(f"{one.role} = {one.name}" for one in own) or "none")
    yield "styles that are added: " + ", ".join(f"{one.role} = {one.name}" for one in report.styles if one.added)
