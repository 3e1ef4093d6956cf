"""The Word copy of a release: its composed page, written as a native .docx."""

from __future__ import annotations

import re

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE

from exporter import walking
from exporter.artifact import Artifact
from exporter.diagnostics import Result
from exporter.rendering.job import Job
from exporter.rendering.word.comments import write_comments
from exporter.rendering.word.context import Context
from exporter.rendering.word.draft import Draft
from exporter.rendering.word.footnotes import KINDS, Notes
from exporter.rendering.word.languages import Languages, languages_of
from exporter.rendering.word.markup import Element, declared, w
from exporter.rendering.word.numbering import Numbering
from exporter.rendering.word.outsiders import neutralise
from exporter.rendering.word.package import package_bytes
from exporter.rendering.word.parts import Parts, read_html
from exporter.rendering.word.pictures import Pictures
from exporter.rendering.word.problems import Problems
from exporter.rendering.word.properties import core_properties
from exporter.rendering.word.record import record_of, write_record
from exporter.rendering.word.sections import write_section
from exporter.rendering.word.settings import write_font_table, write_settings
from exporter.rendering.word.story import Story
from exporter.rendering.word.styles import Styles, set_language, turn_around
from exporter.rendering.word.theme import fill_theme, theme_of, write_values
from exporter.rendering.word.vocabulary import VOCABULARY

NOTE_PARTS = {
    "footnote": (CONTENT_TYPE.WML_FOOTNOTES, RELATIONSHIP_TYPE.FOOTNOTES),
    "endnote": (CONTENT_TYPE.WML_ENDNOTES, RELATIONSHIP_TYPE.ENDNOTES),
}
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")  # XML 1.0, 2.2


def render(job: Job) -> Result[tuple[Artifact, ...]]:
    """`<slug>.docx`. What the page holds and Word has no form for is an error that names it."""
    problems = Problems(job.release, job.folders, job.composition.template)
    _check_characters(job, problems)
    if problems.diagnostics:
        return Result(None, problems.diagnostics)
    parts = Parts(job.folders)
    draft = _draft(job, parts, problems)
    body = w(parts.document.element, "body")
    story = Story(draft, parts.document, body)
    for page in draft.composed.iterchildren("body"):
        story.block(page, draft.base)
    draft.end_with_paragraph(story)
    write_section(parts, draft, body)
    draft.finish()
    if job.target.copy == "comments":
        write_comments(job, parts, draft)
    if job.target.copy == "final":
        neutralise(parts.stories)
    if any(diagnostic.is_error for diagnostic in problems.diagnostics):
        return Result(None, problems.diagnostics)
    data = package_bytes(parts.package, job.moment)
    return Result((Artifact(f"{job.release.slug}.docx", data),), problems.diagnostics)


def _draft(job: Job, parts: Parts, problems: Problems) -> Draft:
    """An empty document in the brand's looks and the release's language."""
    meta, composed = job.release.meta, read_html(job.composition.html)
    rtl = meta.dir == "rtl"
    languages = languages_of(meta.lang, [str(element.get("lang")) for element in composed.iter() if element.get("lang")])
    kind, notes = _notes(composed)
    styles, numbering = _looks(job, parts, languages)
    settings = parts.from_base("settings", CONTENT_TYPE.WML_SETTINGS, RELATIONSHIP_TYPE.SETTINGS)
    write_settings(settings, languages, kind if notes else "")
    parts.add_properties(core_properties(meta, job.brand, job.moment))
    if job.origin and job.target.copy != "final":
        write_record(parts, record_of(job.origin, job.composition.html))
    content_type, relation = NOTE_PARTS[kind]
    note_part = parts.story(f"{kind}s", f"{kind}s", content_type)
    if notes:
        parts.document.relate_to(note_part, relation)
    return Draft(
        composed=composed,
        vocabulary=VOCABULARY,
        base=Context(lang=meta.lang, rtl=rtl),
        styles=styles,
        numbering=numbering,
        pictures=Pictures(job.composition.images),
        notes=Notes(note_part, notes, kind),
        problems=problems,
    )


def _notes(composed: Element) -> tuple[str, dict[str, Element]]:
    """Of which kind the notes of a page are, that of the first, and their elements by id."""
    found = [(kind, div) for div in composed.iter("div") for kind in KINDS if kind in div.get("class", "").split()]
    return found[0][0] if found else KINDS[0], {str(div.get("id")): div for _, div in found}


def _looks(job: Job, parts: Parts, languages: Languages) -> tuple[Styles, Numbering]:
    """Add styles, lists, theme and fonts in the brand's colours and families."""
    theme = theme_of(job.brand, languages)
    styles = parts.from_base("styles", CONTENT_TYPE.WML_STYLES, RELATIONSHIP_TYPE.STYLES)
    numbering = parts.from_base("numbering", CONTENT_TYPE.WML_NUMBERING, RELATIONSHIP_TYPE.NUMBERING)
    for root in (styles, numbering):
        write_values(root, theme)
    set_language(styles, languages)
    if job.release.meta.dir == "rtl":
        turn_around(styles)
    fill_theme(parts.from_base("theme", CONTENT_TYPE.OFC_THEME, RELATIONSHIP_TYPE.THEME), theme)
    fonts = parts.add("/word/fontTable.xml", declared("fonts"), CONTENT_TYPE.WML_FONT_TABLE, RELATIONSHIP_TYPE.FONT_TABLE)
    write_font_table(fonts, job.brand, theme)
    return Styles(styles), Numbering(numbering)


def _check_characters(job: Job, problems: Problems) -> None:
    """Name every control character at the field or block that brings it, else as a whole."""
    meta = job.release.meta
    properties = {"description": meta.description, "keywords": " ".join(meta.keywords)}
    comments = job.release.comments if job.target.copy == "comments" else ()
    whole = job.composition.html + "".join(comment.text for comment in comments)
    if not FORBIDDEN.search(whole + "".join(properties.values())):
        return
    texts = {piece.id: piece.text for piece in walking.pieces(job.release)} | properties | {"": whole}
    for name, text in texts.items():
        for character in sorted(set(FORBIDDEN.findall(text))):
            if name or not problems.diagnostics:
                problems.forbidden_character(character, name)
