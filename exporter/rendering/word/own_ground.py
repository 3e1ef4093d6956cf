"""The document that we give: our base in the brand's looks and the release's language."""

from __future__ import annotations

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE

from exporter.rendering.job import Job
from exporter.rendering.word.draft import Draft
from exporter.rendering.word.ground import Ground
from exporter.rendering.word.languages import Languages
from exporter.rendering.word.markup import Element, declared, w
from exporter.rendering.word.numbering import Numbering
from exporter.rendering.word.parts import NOTE_PARTS, Parts
from exporter.rendering.word.sections import write_section
from exporter.rendering.word.settings import write_font_table, write_settings
from exporter.rendering.word.styles import Styles, set_language, turn_around
from exporter.rendering.word.theme import Theme, fill_theme, theme_of, write_values


def own_ground(job: Job, languages: Languages, notes: str) -> Ground:
    """An empty document. `notes` is the kind of its notes, "" = there are none."""
    parts = Parts(job.folders)
    theme = theme_of(job.brand, languages)
    styles, numbering = own_looks(parts, theme, languages, rtl=job.release.meta.dir == "rtl")
    fill_theme(parts.from_base("theme", CONTENT_TYPE.OFC_THEME, RELATIONSHIP_TYPE.THEME), theme)
    fonts = parts.add("/word/fontTable.xml", declared("fonts"), CONTENT_TYPE.WML_FONT_TABLE, RELATIONSHIP_TYPE.FONT_TABLE)
    write_font_table(fonts, job.brand, theme)
    settings = parts.from_base("settings", CONTENT_TYPE.WML_SETTINGS, RELATIONSHIP_TYPE.SETTINGS)
    write_settings(settings, languages, notes)
    kind = notes or "footnote"
    content_type, relation = NOTE_PARTS[kind]
    note_part = parts.story(f"{kind}s", f"{kind}s", content_type)
    if notes:
        parts.document.relate_to(note_part, relation)
    body = w(parts.document.element, "body")

    def finish(draft: Draft) -> None:
        write_section(parts, draft, body)

    return Ground(parts, Styles(styles), Numbering(numbering), note_part, body, finish)


def own_looks(parts: Parts, theme: Theme, languages: Languages, *, rtl: bool) -> tuple[Element, Element]:
    """Our styles and lists in the brand's colours and families, as parts of the document."""
    styles = parts.from_base("styles", CONTENT_TYPE.WML_STYLES, RELATIONSHIP_TYPE.STYLES)
    numbering = parts.from_base("numbering", CONTENT_TYPE.WML_NUMBERING, RELATIONSHIP_TYPE.NUMBERING)
    for root in (styles, numbering):
        write_values(root, theme)
    set_language(styles, languages)
    if rtl:
        turn_around(styles)
    return styles, numbering
