"""Inline nodes into the model's inlines."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from urllib.parse import unquote

from msgspec import Struct

from exporter import model
from exporter.model import Image, Inline
from exporter.reading.charts.data_files import DataFiles
from exporter.reading.markdown.attributes import check_known, language
from exporter.reading.markdown.links import is_unsafe, judge, normal, shown
from exporter.reading.markdown.nodes import Node
from exporter.reading.markdown.places import Places
from exporter.reading.mistakes import Mistakes, suggestion
from exporter.reading.pictures.assets import Pictures
from exporter.reading.problem import Problem
from exporter.reading.spot import Spot

LANGUAGE_KEYS = ("lang", "dir")
BLANKS = re.compile(r"[\t\n\v\f\r]")  # an entity can bring them in; no Word file can hold all of them


class Desk(Struct, frozen=True):
    """What building shares: where problems go, where links inside the file lead, where pictures and data come from, and
    the release's language, in which numbers are written."""

    mistakes: Mistakes
    names: Mapping[str, str]
    pictures: Pictures
    data: DataFiles
    lang: str


class Passage(Struct, frozen=True):
    """One inline text under construction: the desk, and where its characters stand in the file."""

    desk: Desk
    places: Places

    def spot(self, node: Node) -> Spot:
        return self.places.spot(node.token.meta["start"], node.token.meta["end"])


def build_inlines(passage: Passage, nodes: Iterable[Node]) -> tuple[Inline, ...]:
    """The inlines of some nodes, neighbouring texts joined."""
    return tuple(_joined(inline for node in nodes for inline in BUILDERS[node.kind](passage, node)))


def _joined(inlines: Iterable[Inline]) -> Iterator[Inline]:
    words = ""
    for inline in inlines:
        if isinstance(inline, model.Text):
            words += inline.text
            continue
        if words:
            yield model.Text(words)
            words = ""
        yield inline
    if words:
        yield model.Text(words)


def in_language(content: tuple[Inline, ...], lang: str, direction: str) -> tuple[Inline, ...]:
    """The content, in a span when it has a language or direction of its own."""
    return (model.LanguageSpan(content, lang, direction),) if content and (lang or direction) else content


# --- one function a kind -------------------------------------------------------------------------------------------------


def _text(passage: Passage, node: Node) -> tuple[Inline, ...]:
    return (model.Text(BLANKS.sub(" ", node.token.content)),)


def _code(passage: Passage, node: Node) -> tuple[Inline, ...]:
    return (model.Code(node.token.content),)


def _soft_break(passage: Passage, node: Node) -> tuple[Inline, ...]:
    return (model.SoftBreak(node.token.content),)


def _line_break(passage: Passage, node: Node) -> tuple[Inline, ...]:
    return (model.LineBreak(),)


def _emphasis(passage: Passage, node: Node) -> tuple[Inline, ...]:
    return (model.Emphasis(build_inlines(passage, node.children)),)


def _strong(passage: Passage, node: Node) -> tuple[Inline, ...]:
    return (model.Strong(build_inlines(passage, node.children)),)


def _span(passage: Passage, node: Node) -> tuple[Inline, ...]:
    check_known(node.attributes, LANGUAGE_KEYS, passage.places, passage.desk.mistakes, "a span")
    lang, direction = language(node.attributes, passage.places, passage.desk.mistakes)
    return in_language(build_inlines(passage, node.children), lang, direction)


def _link(passage: Passage, node: Node) -> tuple[Inline, ...]:
    mistakes = passage.desk.mistakes
    check_known(node.attributes, LANGUAGE_KEYS, passage.places, mistakes, "a link")
    lang, direction = language(node.attributes, passage.places, mistakes)
    content = in_language(build_inlines(passage, node.children), lang, direction)
    if not content:
        mistakes.warning("markdown.empty-link", "this link has no words, so it is left out", passage.spot(node))
        return ()
    url = _address(passage, node)
    title = BLANKS.sub(" ", str(node.token.attrs.get("title", "")))
    return (model.Link(content, url, title),) if url else content


def _address(passage: Passage, node: Node) -> str:
    """Where a link leads, "" when its words alone are kept, which is told."""
    mistakes, url = passage.desk.mistakes, str(node.token.attrs.get("href", ""))
    if url.startswith("#"):
        return _inside(passage, node, unquote(url[1:]))
    problem = judge(url)
    if problem is None:
        return normal(url)
    tell = mistakes.error if is_unsafe(problem) else mistakes.warning
    tell(problem.code, problem.fact, passage.spot(node), problem.hint)
    return ""


def _inside(passage: Passage, node: Node, name: str) -> str:
    if block := passage.desk.names.get(name):
        return f"#{block}"
    hint = suggestion(name, passage.desk.names) or "Name a heading by its words, or anything by {#name}."
    fact = f"nothing here is named “#{shown(name)}”, so only the link's words are kept"
    passage.desk.mistakes.warning("markdown.unknown-name", fact, passage.spot(node), hint)
    return ""


def _image(passage: Passage, node: Node) -> tuple[Inline, ...]:
    check_known(node.attributes, ("alt",), passage.places, passage.desk.mistakes, "a picture in a line")
    image = load(passage, node)
    tell_title(passage, node)
    if image is None:
        return ()
    words = model.plain(build_inlines(passage, node.children))
    return (model.InlineImage(image, alternative(passage, node, words)),)


def _note_call(passage: Passage, node: Node) -> tuple[Inline, ...]:
    return (model.FootnoteReference(node.id, int(node.id[1:]), node.first),) if node.id else ()


def _note_missing(passage: Passage, node: Node) -> tuple[Inline, ...]:
    label = node.token.info
    hint = f"Define it below with “[^{label}]: …”, or write \\[ for the sign itself."
    passage.desk.mistakes.warning("markdown.unknown-note", f"there is no note “{label}”", passage.spot(node), hint)
    return (model.Text(node.token.content),)


BUILDERS: Mapping[str, Callable[[Passage, Node], tuple[Inline, ...]]] = {
    "text": _text,
    "code_inline": _code,
    "softbreak": _soft_break,
    "hardbreak": _line_break,
    "em": _emphasis,
    "strong": _strong,
    "span": _span,
    "link": _link,
    "image": _image,
    "note_call": _note_call,
    "inline_note": _note_call,
    "note_missing": _note_missing,
}

# --- what pictures in a line and figures share ---------------------------------------------------------------------------


def load(passage: Passage, node: Node) -> Image | None:
    """A node's picture; None when it can't be had, which is told."""
    found = passage.desk.pictures.load(str(node.token.attrs.get("src", "")))
    if isinstance(found, Problem):
        passage.desk.mistakes.error(found.code, found.fact, passage.spot(node), found.hint)
        return None
    return found


def alternative(passage: Passage, node: Node, words: str) -> str:
    """The words for those who don't see the picture: its attribute `alt`, else `words`. None at all is told."""
    given = node.attributes.get("alt")
    alt = words if given is None else given
    if given is None and not alt.strip():
        hint = 'Say what it shows: ![…](…){alt="…"}, with alt="" when it only decorates.'
        passage.desk.mistakes.warning("image.no-alt", "this picture has no alternative text", passage.spot(node), hint)
    return " ".join(alt.split())


def tell_title(passage: Passage, node: Node) -> None:
    """A picture's title would be a tooltip, which paper doesn't have."""
    if title := str(node.token.attrs.get("title", "")):
        hint = 'Between the brackets stands the caption; alternative text is {alt="…"}.'
        passage.desk.mistakes.warning("image.title", f"the title “{shown(title)}” is in no output", passage.spot(node), hint)
