"""What a content file calls the things that runs name: addresses, notes, pictures, languages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import unquote

from exporter.merging.runs import address
from exporter.merging.source.edits import NewNote
from exporter.merging.source.escaping import quoted
from exporter.merging.source.markdown import NoForm, Vocabulary, Way, target, write_lines
from exporter.merging.source.outline import Outline
from exporter.reading.markdown.links import normal
from exporter.reading.markdown.nodes import Node


def vocabulary(outline: Outline) -> Vocabulary:
    """The words of a content file."""
    links = {f"#{block}": f"#{name}" for block, name in outline.names.items()}
    calls: dict[str, str] = {}
    pictures: dict[str, str] = {}
    languages: dict[str, str] = {}
    for node, text in _inlines(outline):
        if node.kind == "link":
            links |= _link(node, outline)
        elif node.kind in ("note_call", "inline_note") and node.id:
            calls[node.id] = _raw(node, text)
        elif node.kind == "image":
            alt = node.attributes.get("alt")
            pictures[" ".join((plain(node) if alt is None else alt).split())] = _raw(node, text)
        elif node.kind == "span" and (lang := node.attributes.get("lang")):
            entries = node.attributes.entries
            languages[lang.lower()] = text[entries[0].start - 1 : node.token.meta["end"]].replace("\n", " ")
    return Vocabulary(links, calls, pictures, languages)


def _inlines(outline: Outline) -> Iterator[tuple[Node, str]]:
    for top in outline.tree:
        for node in top.descendants():
            if node.kind == "inline":
                for inner in node.descendants():
                    yield inner, node.token.content


def _raw(node: Node, text: str) -> str:
    return text[node.token.meta["start"] : node.token.meta["end"]].replace("\n", " ")


def _link(node: Node, outline: Outline) -> Mapping[str, str]:
    href, title = str(node.token.attrs.get("href", "")), str(node.token.attrs.get("title", ""))
    shown = (href if href.startswith("#") else target(href)) + (f" {quoted(title)}" if title else "")
    if href.startswith("#"):
        return {f"#{outline.ids.get(unquote(href[1:]), '')}": shown}
    return {address(normal(href)): shown}


def plain(node: Node) -> str:
    return "".join(inner.token.content for inner in node.descendants() if inner.kind in ("text", "code_inline", "softbreak"))


def with_notes(words: Vocabulary, notes: Sequence[NewNote], outline: Outline) -> tuple[Vocabulary, dict[str, str]]:
    """The words with the calls of new notes, and the definitions of those that can't stand in their calls, by id."""
    calls, definitions = dict(words.calls), dict[str, str]()
    taken = outline.labels()
    for note in notes:
        if len(note.paragraphs) == 1 and not any("\n" in run.text for run in note.paragraphs[0]):
            calls[note.id] = f"^[{write_lines(note.paragraphs[0], words, 'note', Way(False), 0)[0]}]"
            continue
        label = next(label for number in range(1, 10_000) if (label := f"note-{number}") not in taken)
        taken.add(label)
        calls[note.id] = f"[^{label}]"
        parts = ["\n    ".join(write_lines(runs, words, "paragraph", Way(False), 0)) for runs in note.paragraphs if runs]
        if not parts:
            raise NoForm("The new note has no text.")
        definitions[note.id] = f"[^{label}]: " + "\n\n    ".join(parts)
    return Vocabulary(words.links, calls, words.pictures, words.languages), definitions
