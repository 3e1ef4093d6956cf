"""The notes of a content file, `<!-- … -->`, as Word's comments (ISO/IEC 29500-1, 17.13.4)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import cast

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from msgspec import Struct

from exporter import model, walking
from exporter.model import Comment, Release, Span
from exporter.rendering.job import Job
from exporter.rendering.word.bookmarks import PREFIX, bookmark_name
from exporter.rendering.word.context import Context
from exporter.rendering.word.draft import Draft
from exporter.rendering.word.footnotes import bookmark_of
from exporter.rendering.word.markup import Element, W, w
from exporter.rendering.word.parts import Parts
from exporter.rendering.word.story import Story

NOBODY = "Pressroom"  # who comments where the brand names no institution
LONGEST_INITIALS = 3
BLANK_LINES = re.compile(r"\n\s*\n")


class Place(Struct, frozen=True):
    """A block or cell of the source that a comment can mark, by its bookmark; of one in a note, that of the note's call."""

    span: Span
    bookmark: str
    in_note: bool

    @property
    def begin(self) -> tuple[int, int]:
        return self.span.line, self.span.column


def write_comments(job: Job, parts: Parts, draft: Draft) -> None:
    """Write the comments of the release, and mark what each is about: the block that it stands in, else the next one."""
    places = _places(job.release, draft)
    comments = [comment for comment in job.release.comments if comment.text]
    if not comments or not places:
        return
    part = parts.story("comments", "comments", CONTENT_TYPE.WML_COMMENTS)
    author = " ".join(job.brand.institution.name.split()) or NOBODY
    for number, comment in enumerate(comments):
        attributes = {"id": str(number), "author": author, "initials": _initials(author), "date": _date(job.moment)}
        target = w(cast(Element, part.element), "comment", **attributes)
        _write(Story(draft, part, target), comment.text)
        _mark(draft, _place(places, comment).bookmark, str(number))
    parts.document.relate_to(part, RELATIONSHIP_TYPE.COMMENTS)


def _initials(author: str) -> str:
    return "".join(word[0] for word in author.split()).upper()[:LONGEST_INITIALS]


def _date(moment: dt.datetime) -> str:
    return moment.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _write(story: Story, text: str) -> None:
    """A paragraph for each that blank lines part; the first begins with the mark that leads back."""
    draft = story.draft
    context = Context(role="comment", lang=draft.lang, rtl=draft.rtl)
    for number, words in enumerate(BLANK_LINES.split(text)):
        paragraph = story.words([words], "", context)
        if not number:
            run = paragraph.makeelement(W + "r")
            w(w(run, "rPr"), "rStyle", val=draft.styles.id("comment_mark"))
            w(run, "annotationRef")
            paragraph.insert(1, run)  # after w:pPr


def _mark(draft: Draft, bookmark: str, number: str) -> None:
    """Put the range of a comment around a bookmark, and behind it the mark that shows the comment."""
    start, end = draft.bookmarks.range(bookmark)
    start.addprevious(start.makeelement(W + "commentRangeStart", {W + "id": number}))
    run = end.makeelement(W + "r")
    w(w(run, "rPr"), "rStyle", val=draft.styles.id("comment_mark"))
    w(run, "commentReference", id=number)
    end.addnext(run)
    end.addnext(end.makeelement(W + "commentRangeEnd", {W + "id": number}))


# --- where a comment belongs -------------------------------------------------------------------------------------------


def _place(places: list[Place], comment: Comment) -> Place:
    """The innermost place around a comment, else the next one, else the last."""
    line, begin = comment.span.line, (comment.span.line, comment.span.column)
    around = [place for place in places if place.begin <= begin and line <= place.span.end_line]
    if around:
        return max(around, key=lambda place: (not place.in_note, place.begin))
    return next((place for place in places if place.begin > begin), places[-1])


def _places(release: Release, draft: Draft) -> list[Place]:
    """Every block and cell that has a bookmark, in the order of the source."""
    firsts: dict[str, str] = {}  # the first bookmark of each block, or of a part of it
    for name in draft.bookmarks.names:
        if name.startswith(PREFIX):
            firsts.setdefault(name.removeprefix(PREFIX).split("_")[0], name)
    bodies = ((block, "") for block in release.body)
    notes = ((block, note.id) for note in release.footnotes for block in note.blocks)
    found = (place for block, note in (*bodies, *notes) for place in _places_of(block, note, draft, firsts))
    return sorted(found, key=lambda place: place.begin)


def _places_of(block: model.Block | model.ListItem, note: str, draft: Draft, firsts: dict[str, str]) -> Iterator[Place]:
    inner = walking.children(block)
    for child in inner:
        yield from _places_of(child, note, draft, firsts)
    spans = {} if inner else {firsts.get(block.id, ""): block.span}
    if isinstance(block, model.Table):
        cells = (*block.head, *(cell for row in block.rows for cell in row))
        spans |= {bookmark_name(cell.id): cell.span for cell in cells}
    for name, span in spans.items():
        bookmark = bookmark_of(note) if note else name
        if bookmark in draft.bookmarks.names:
            yield Place(span, bookmark, bool(note))
