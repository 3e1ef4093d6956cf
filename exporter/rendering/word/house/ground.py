"""A template of the house, made ready for the body: its styles complete, its slots filled, the place of the text found."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from msgspec import Struct

from exporter.front_matter import WordTemplate
from exporter.record import NAMESPACE
from exporter.rendering.job import Job
from exporter.rendering.word.draft import Draft
from exporter.rendering.word.ground import Ground, Taken
from exporter.rendering.word.house.filling import fill_slots, slots_in
from exporter.rendering.word.house.lists import add_lists
from exporter.rendering.word.house.names import Adoption, Names, kind_of, plain_values
from exporter.rendering.word.house.notes import calls_notes, note_part
from exporter.rendering.word.house.opened import open_template, roots, xml_of
from exporter.rendering.word.house.places import find_place, forget_bookmarks, put, section_of
from exporter.rendering.word.house.problems import HouseProblems
from exporter.rendering.word.house.settings import raise_mode, set_languages
from exporter.rendering.word.house.slots import BODY, slot_name, slot_words
from exporter.rendering.word.languages import Languages
from exporter.rendering.word.markup import Element, W, declared, w
from exporter.rendering.word.own_ground import own_looks
from exporter.rendering.word.page import HEIGHT, MARGINS, WIDTH, TextArea, text_area
from exporter.rendering.word.parts import Parts
from exporter.rendering.word.problems import Problems
from exporter.rendering.word.styles import Styles
from exporter.rendering.word.theme import theme_of

DOC_PR = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
IMAGE_FILE = re.compile(r"/word/media/image(\d+)\.\w+")
SHOWN = (  # relations that stand for something in the text itself
    *(RELATIONSHIP_TYPE.IMAGE, RELATIONSHIP_TYPE.HYPERLINK, RELATIONSHIP_TYPE.CHART, RELATIONSHIP_TYPE.OLE_OBJECT),
    *(RELATIONSHIP_TYPE.PACKAGE, RELATIONSHIP_TYPE.A_F_CHUNK, RELATIONSHIP_TYPE.VIDEO, RELATIONSHIP_TYPE.AUDIO),
)
FURNITURE = (RELATIONSHIP_TYPE.HEADER, RELATIONSHIP_TYPE.FOOTER)


class Looks(Struct, frozen=True):
    """Roots of our styles and lists, in the brand's looks."""

    styles: Element
    numbering: Element


def house_ground(job: Job, template: WordTemplate, languages: Languages, notes: str, problems: Problems) -> Ground | None:
    """The template, ready to be written into; None when it can't be used, which is told."""
    tell = HouseProblems(template, job.release, problems)
    opened = open_template(template)
    problems.add(*opened.diagnostics)
    if opened.value is None:
        return None
    parts = Parts(job.folders, opened.value.package)
    body = parts.document.element.find(W + "body")
    _forget_copy(parts, body)
    ours = _looks(job, languages)
    adoption = Adoption(styles_of(parts, ours), ours.styles)
    names = adoption.adopt(dict(job.release.meta.word.styles))
    _check(parts, body, names, adoption, tell)
    if any(diagnostic.is_error for diagnostic in problems.diagnostics):
        return None
    numbering = add_lists(_numbering(parts), ours.numbering, adoption.theirs, names)
    roles, settings = Styles(adoption.theirs, names.names), _settings(parts)
    raise_mode(settings)
    set_languages(settings, adoption.theirs, roles, languages)
    words, rtl = slot_words(job), job.release.meta.dir == "rtl"
    for root in (body, *furniture(parts)):
        fill_slots(root, words, job.release.meta.lang, rtl=rtl)
    story, last = note_part(parts, notes or "footnote", settings, is_used=bool(notes))
    area = _area(body)
    target = body.makeelement(W + "body")
    own = {role for role, name in names.names.items() if role in names.added_roles and _is_own(ours.styles, name)}

    def finish(draft: Draft) -> None:
        put(body, next(iter(find_place(body).marks), None), target)
        _forget_parts(parts)
        tell.added([names.names[role] for role in names.added_roles if role in draft.styles.asked - own])

    return Ground(parts, roles, numbering, story, target, finish, area, _taken(parts, last))


def _check(parts: Parts, body: Element, names: Names, adoption: Adoption, tell: HouseProblems) -> None:
    """Tell what of the template or of the names for its styles is wrong."""
    place, found = find_place(body), list(slots_in(body))
    tell.places(place)
    among_words = sum(slot_name(text) == BODY for text in found) > len(place.marks)
    tell.slots(found, 0 if among_words else len(place.marks))
    for root in furniture(parts):
        tell.slots(slots_in(root), 0)
    if place.marks and calls_notes(body):
        tell.notes()
    tell.styles(names, {role: adoption.known(kind_of(role)) for role, _ in names.lacking})


def furniture(parts: Parts) -> Iterator[Element]:
    """The roots of all headers and footers."""
    for relation in FURNITURE:
        yield from xml_of(parts.package, relation)


def _looks(job: Job, languages: Languages) -> Looks:
    theme, rtl = theme_of(job.brand, languages), job.release.meta.dir == "rtl"
    styles, numbering = own_looks(Parts(job.folders), theme, languages, rtl=rtl)
    plain_values(numbering)
    return Looks(styles, numbering)


def _is_own(styles: Element, name: str) -> bool:
    """Whether a style is one that Word does not have of itself."""
    for style in styles.iterfind(f"{W}style[@{W}customStyle]"):
        element = style.find(W + "name")
        if element is not None and element.get(W + "val") == name:
            return True
    return False


def styles_of(parts: Parts, ours: Looks) -> Element:
    """The template's styles; where it has none, our defaults and no style yet."""
    found = next(xml_of(parts.package, RELATIONSHIP_TYPE.STYLES), None)
    if found is not None:
        return found
    root = parts.add("/word/styles.xml", declared("styles"), CONTENT_TYPE.WML_STYLES, RELATIONSHIP_TYPE.STYLES)
    for element in ours.styles.iterfind(W + "docDefaults"):
        defaults = deepcopy(element)
        plain_values(defaults)
        root.append(defaults)
    return root


def _numbering(parts: Parts) -> Element:
    found = next(xml_of(parts.package, RELATIONSHIP_TYPE.NUMBERING), None)
    if found is not None:
        return found
    return parts.add("/word/numbering.xml", declared("numbering"), CONTENT_TYPE.WML_NUMBERING, RELATIONSHIP_TYPE.NUMBERING)


def _settings(parts: Parts) -> Element:
    found = next(xml_of(parts.package, RELATIONSHIP_TYPE.SETTINGS), None)
    return parts.from_base("settings", CONTENT_TYPE.WML_SETTINGS, RELATIONSHIP_TYPE.SETTINGS) if found is None else found


def _area(body: Element) -> TextArea:
    """The text area where the text will stand; a template without any section gets our page."""
    section = section_of(body, next(iter(find_place(body).marks), None))
    if section is None:
        section = w(body, "sectPr")
        w(section, "pgSz", w=str(WIDTH), h=str(HEIGHT))
        w(section, "pgMar", **{side: str(length) for side, length in MARGINS.items()})
    return text_area(section)


def _forget_copy(parts: Parts, body: Element) -> None:
    """Take out what a template has that was made of a copy of ours: its record, and bookmarks that name other texts."""
    forget_bookmarks(body)
    for number, rel in list(parts.document.rels.items()):
        if (
            rel.reltype == RELATIONSHIP_TYPE.CUSTOM_XML
            and not rel.is_external
            and NAMESPACE.encode() in rel.target_part.blob
        ):
            del parts.document.rels[number]


def _forget_parts(parts: Parts) -> None:
    """Let go what only the template's own text showed, such as pictures: nobody would see that it goes along."""
    named = {value for element in parts.document.element.iter() for value in element.attrib.values()}
    for number, rel in list(parts.document.rels.items()):
        if rel.reltype in SHOWN and number not in named:
            del parts.document.rels[number]


def _taken(parts: Parts, notes: int) -> Taken:
    """The numbers that the template has given out."""
    bookmarks, pictures = [-1], [0]
    for root in roots(parts.package):
        bookmarks += [int(found) for mark in root.iter(W + "bookmarkStart") if (found := mark.get(W + "id", "")).isdecimal()]
        pictures += [int(found) for shown in root.iter(DOC_PR) if (found := shown.get("id", "")).isdecimal()]
    names = [IMAGE_FILE.fullmatch(str(part.partname)) for part in parts.package.iter_parts()]
    return Taken(notes, max(bookmarks), max(pictures), max((int(name[1]) for name in names if name), default=0))
