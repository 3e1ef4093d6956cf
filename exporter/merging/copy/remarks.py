"""Comments (ISO/IEC 29500-1, 17.13.4), with the answers to them and whether they are done ([MS-DOCX] 2.5.1.1)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from exporter.merging.copy.anchors import Anchors
from exporter.merging.copy.stream import Element, Range, Stream
from exporter.merging.copy.view import Remark
from exporter.opc import Package
from exporter.rendering.word.markup import W, text_of

W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
ON = ("1", "true", "on")


class Thread(Struct, frozen=True):
    """What the extended part says of a comment: the paragraph id of the comment that it answers, and whether it is done."""

    parent: str = ""
    done: bool = False


class Story(Struct, frozen=True):
    """A story that comments can mark words of."""

    stream: Stream
    anchors: Anchors


def remarks(package: Package, stories: Sequence[Story]) -> tuple[Remark, ...]:
    """All comments in the order of the file's part, those that answer one before them under it."""
    root = package.xml(package.related(package.main, "comments"))
    comments = [] if root is None else root.findall(W + "comment")
    threads = _threads(package)
    marked = {mark.name: (story, mark) for story in stories for mark in story.stream.comments}
    keys = [_key(comment) for comment in comments]
    made = {key: _remark(comment, marked, threads.get(key)) for key, comment in zip(keys, comments, strict=True)}
    answers: dict[str, list[str]] = {}
    for place, key in enumerate(keys):
        parent = threads.get(key, Thread()).parent
        answers.setdefault(parent if parent in keys[:place] else "", []).append(key)
    return tuple(_with_answers(made, answers, key) for key in answers.get("", []))


def _with_answers(made: dict[str, Remark], answers: dict[str, list[str]], key: str) -> Remark:
    return replace(made[key], replies=tuple(_with_answers(made, answers, each) for each in answers.get(key, [])))


def _remark(comment: Element, marked: dict[str, tuple[Story, Range]], thread: Thread | None) -> Remark:
    story, mark = marked.get(comment.get(W + "id", ""), (None, None))
    return Remark(
        author=comment.get(W + "author", ""),
        date=_date(comment.get(W + "date", "")),
        text=_words(comment),
        id=story.anchors.near(mark.start) if story and mark else "",
        quoted=_quoted(story.stream, mark) if story and mark else "",
        done=bool(thread and thread.done),
    )


def _date(date: str) -> str:
    """A comment's date; LibreOffice writes one without a year where it knows none."""
    return "" if date.startswith("0-") else date


def _words(comment: Element) -> str:
    """The words of a comment, a line a paragraph."""
    lines = (" ".join("".join(_texts(paragraph)).split()) for paragraph in comment.iter(W + "p"))
    return "\n".join(lines).strip("\n")


def _texts(paragraph: Element) -> Iterator[str]:
    for element in paragraph.iter(W + "t", W + "tab", W + "br"):
        yield text_of(element) if element.tag == W + "t" else " "


def _quoted(stream: Stream, mark: Range) -> str:
    """The words that a comment marks, as they are in the final text."""
    words: list[str] = []
    for source in stream.sources:
        inside = range(max(mark.start - source.first, 0), min(mark.end - source.first, len(source.atoms)))
        text = "".join(source.atoms[place].text for place in inside if source.atoms[place].final)
        words += text.split()
    return " ".join(words)


def _key(comment: Element) -> str:
    """What a comment is known by in the extended part: the id of its last paragraph; else by its own."""
    paragraphs = list(comment.iter(W + "p"))
    own = paragraphs[-1].get(W14 + "paraId", "") if paragraphs else ""
    return own or f"id {comment.get(W + 'id', '')}"


def _threads(package: Package) -> dict[str, Thread]:
    root = package.xml(package.related(package.main, "commentsExtended"))
    found = () if root is None else root.iterfind(W15 + "commentEx")
    return {
        item.get(W15 + "paraId", ""): Thread(item.get(W15 + "paraIdParent", ""), item.get(W15 + "done", "0") in ON)
        for item in found
    }
