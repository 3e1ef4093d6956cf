"""The Word copy of a release: its composed page, written as a native .docx."""

from __future__ import annotations

import re

from exporter import walking
from exporter.artifact import Artifact
from exporter.diagnostics import Result
from exporter.rendering.job import Job
from exporter.rendering.word.bookmarks import Bookmarks
from exporter.rendering.word.comments import write_comments
from exporter.rendering.word.context import Context
from exporter.rendering.word.draft import Draft
from exporter.rendering.word.footnotes import KINDS, Notes
from exporter.rendering.word.ground import Ground
from exporter.rendering.word.languages import Languages, languages_of
from exporter.rendering.word.markup import Element
from exporter.rendering.word.outsiders import neutralise
from exporter.rendering.word.own_ground import own_ground
from exporter.rendering.word.package import package_bytes
from exporter.rendering.word.parts import read_html
from exporter.rendering.word.pictures import Pictures
from exporter.rendering.word.problems import Problems
from exporter.rendering.word.properties import core_properties
from exporter.rendering.word.record import record_of, write_record
from exporter.rendering.word.story import Story
from exporter.rendering.word.vocabulary import VOCABULARY

FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")  # XML 1.0, 2.2


def render(job: Job) -> Result[tuple[Artifact, ...]]:
    """`<slug>.docx`. What the page holds and Word has no form for is an error that names it."""
    problems = Problems(job.release, job.folders, job.composition.template)
    _check_characters(job, problems)
    if problems.diagnostics:
        return Result(None, problems.diagnostics)
    draft, ground = _begin(job, problems)
    if draft is None or ground is None:
        return Result(None, problems.diagnostics)
    story = Story(draft, ground.parts.document, ground.target)
    for page in draft.composed.iterchildren("body"):
        story.block(page, draft.base)
    draft.end_with_paragraph(story)
    ground.finish(draft)
    draft.finish()
    if job.origin and job.target.copy != "final":
        write_record(ground.parts, record_of(job.origin, job.composition.html, draft.pictures.drawn))
    if job.target.copy == "comments":
        write_comments(job, ground.parts, draft)
    if job.target.copy == "final":
        neutralise(ground.parts.stories)
    if any(diagnostic.is_error for diagnostic in problems.diagnostics):
        return Result(None, problems.diagnostics)
    data = package_bytes(ground.parts.package, job.moment)
    return Result((Artifact(f"{job.release.slug}.docx", data),), problems.diagnostics)


def _begin(job: Job, problems: Problems) -> tuple[Draft | None, Ground | None]:
    """An empty document in the brand's looks, or the house's template; in the release's language."""
    meta, composed = job.release.meta, read_html(job.composition.html)
    languages = languages_of(meta.lang, [str(element.get("lang")) for element in composed.iter() if element.get("lang")])
    kind, notes = _notes(composed)
    ground = _ground(job, languages, kind if notes else "", problems)
    if ground is None:
        return None, None
    ground.parts.add_properties(core_properties(meta, job.brand, job.moment))
    taken = ground.taken
    draft = Draft(
        composed=composed,
        vocabulary=VOCABULARY,
        base=Context(lang=meta.lang, rtl=meta.dir == "rtl"),
        styles=ground.styles,
        numbering=ground.numbering,
        pictures=Pictures(job.composition.images, taken.pictures, taken.files, sketched=job.sketched),
        notes=Notes(ground.notes, notes, kind, taken.notes),
        problems=problems,
        area=ground.area,
        bookmarks=Bookmarks(taken.bookmarks + 1),
    )
    return draft, ground


def _ground(job: Job, languages: Languages, notes: str, problems: Problems) -> Ground | None:
    """What the copy is written on; None when the house's template can't be used."""
    template = job.release.meta.word.template
    if template is None:
        return own_ground(job, languages, notes)
    from exporter.rendering.word.house.ground import house_ground

    return house_ground(job, template, languages, notes, problems)


def _notes(composed: Element) -> tuple[str, dict[str, Element]]:
    """Of which kind the notes of a page are, that of the first, and their elements by id."""
    found = [(kind, div) for div in composed.iter("div") for kind in KINDS if kind in div.get("class", "").split()]
    return found[0][0] if found else KINDS[0], {str(div.get("id")): div for _, div in found}


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
