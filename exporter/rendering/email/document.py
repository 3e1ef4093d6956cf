"""The email channel: the composed page with its styles written into the elements, its plain text, and both as a message."""

from __future__ import annotations

import re
from collections.abc import Iterator

import css_inline

from exporter.artifact import Artifact
from exporter.diagnostics import Diagnostic, Place, Result, Severity
from exporter.model import Release
from exporter.rendering.email import plaintext
from exporter.rendering.email.message import Letter, cid, message_bytes
from exporter.rendering.email.pictures import shown_pictures, with_sources
from exporter.rendering.job import Job

TAG = re.compile(r'<[a-zA-Z][^\s/>]*(?:\s+[^\s=>/]+(?:="[^"]*")?)+\s*/?>')
OURS = re.compile(r'\s+data-[a-z-]+(?:="[^"]*")?(?=(?:[^"]*"[^"]*")*[^"]*$)')
LINK = re.compile(r"<link\b", re.IGNORECASE)
PREHEADER = 140  # characters that clients show at most


def render(job: Job) -> Result[tuple[Artifact, ...]]:
    """`SLUG.html` (pictures inside it), `SLUG.txt` and `SLUG.eml` (pictures as parts, by CID).

    A picture that the composition lacks, and styles that can't be written into the page, are errors at the template.
    """
    if LINK.search(job.composition.html):
        hint = "Put the styles in the page, as `{% include %}` in a `<style>`."
        return Result(None, (_template_error(job, "template.link", "the page links to a file, which an email can't", hint),))
    try:
        page = _finished(job.composition.html)
    except css_inline.InlineError as error:
        return Result(None, (_template_error(job, "template.style", f"a style can't be written into the page: {error}"),))
    pictures, missing = shown_pictures(page, job.composition.images)
    if missing:
        return Result(None, tuple(_picture_missing(job, name) for name in missing))
    text, slug, sender = plaintext.text(job), job.release.slug, job.brand.institution.sender
    meta = job.release.meta
    letter = Letter(
        subject=meta.email.subject or meta.title,
        sender=sender,
        name=job.brand.institution.name,
        lang=meta.lang,
        moment=job.moment,
        text=text,
        html=with_sources(page, {picture.name: f"cid:{cid(picture, sender)}" for picture in pictures}),
        pictures=pictures,
    )
    alone = with_sources(page, {picture.name: picture.data_uri() for picture in pictures})
    artifacts = (
        Artifact(f"{slug}.html", alone.encode()),
        Artifact(f"{slug}.txt", text.encode()),
        Artifact(f"{slug}.eml", message_bytes(letter)),
    )
    return Result(artifacts, tuple(_long_preheader(job.release)))


def _finished(html: str) -> str:
    """The page with its styles in its elements and without the attributes that are ours (`data-…`).

    css-inline writes every style sheet into the elements and drops it; those marked `data-css-inline="keep"` stay too, whole
    (measured: its option `keep_at_rules` would lose the rules for Outlook.com's dark mode).
    """
    inlined = css_inline.inline(html, load_remote_stylesheets=False)
    return TAG.sub(lambda tag: OURS.sub("", tag[0]) if " data-" in tag[0] else tag[0], inlined)


def _long_preheader(release: Release) -> Iterator[Diagnostic]:
    length = len(release.meta.email.preheader)
    if length > PREHEADER:
        span = dict(release.fields).get("email.preheader")
        place = Place(release.file, span.line, span.column) if span else Place(release.file)
        fact = f"the preheader has {length} characters; what is beyond {PREHEADER} is left out"
        yield Diagnostic(Severity.WARNING, "email.preheader-long", fact, place, "Inboxes show about 90.")


def _picture_missing(job: Job, name: str) -> Diagnostic:
    hint = "A template names pictures of the release or the brand's logo: `block.image.name`, `brand.logo.light.name`."
    return _template_error(job, "template.picture", f"there is no picture “{name}”", hint)


def _template_error(job: Job, code: str, fact: str, hint: str = "") -> Diagnostic:
    return Diagnostic(Severity.ERROR, code, fact, Place(job.composition.template), hint)
