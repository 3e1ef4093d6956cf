"""Where each character of an inline text comes from: the grammar's own rules, each noted as it takes its part."""

from __future__ import annotations

from collections.abc import Callable

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import EnvType
from msgspec import Struct

from exporter.reading.markdown.grammar import Grammar, InlineTexts
from exporter.reading.markdown.spans import Inlines

InlineRule = Callable[[StateInline, bool], bool]
ATOMS = {"note_call": "note", "inline_note": "note", "image": "picture"}
CONTAINERS = ("link", "span")


class Atom(Struct, frozen=True):
    """One character of the words, or a call or picture (`text` is ""), and the part of the source that stands for it."""

    text: str
    start: int
    end: int


class Taken(Struct):
    """What one rule took: `text[start:end]`, and the tokens that it made of it."""

    rule: str
    start: int
    end: int
    words: str
    tokens: list[Token]


class Recorder(InlineTexts):
    """The inline parser, which keeps what its rules took; `taken` leads from an inline text to these."""

    def __init__(self) -> None:
        super().__init__()
        self.taken: dict[str, list[Taken]] = {}
        self._open: list[list[Taken]] = []
        for rule in self.ruler.__rules__:
            rule.fn = self._noted(rule.name, rule.fn)
        self.ruler.push("anything", self._noted("anything", _anything))

    def _noted(self, name: str, rule: InlineRule) -> InlineRule:
        def noted(state: StateInline, silent: bool) -> bool:
            start, count, pending = state.pos, len(state.tokens), state.pending
            if not rule(state, silent):
                return False
            if not silent:
                tokens = state.tokens[count + bool(pending) :]
                words = "" if tokens else state.pending[len(pending) :]
                self._open[-1].append(Taken(name, start, state.pos, words, tokens))
            return True

        return noted

    def parse(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> list[Token]:
        state = Inlines(src, md, env, tokens)
        state.brackets = set()
        self._open.append([])
        self.tokenize(state)
        for name, ending in zip(("balance_pairs", "emphasis", "fragments_join"), self.ruler2.getRules(""), strict=True):
            if name == "fragments_join":
                self.taken[src] = [_settled(taken) for taken in self._open.pop()]
            ending(state)
        return state.tokens


def recording_grammar() -> tuple[Grammar, Recorder]:
    """A grammar of content files, and the recorder that it fills."""
    grammar, recorder = Grammar(), Recorder()
    grammar.inline = recorder
    return grammar, recorder


def _anything(state: StateInline, silent: bool) -> bool:
    """What no rule wants is a character of the text."""
    if not silent:
        state.pending += state.src[state.pos]
    state.pos += 1
    return True


def _settled(taken: Taken) -> Taken:
    """What was taken, with the words that it stands for now that emphasis is known."""
    if taken.rule in CONTAINERS or taken.rule in ATOMS:
        return taken
    for token in taken.tokens:
        if token.type in ("text", "text_special", "code_inline"):
            taken.words += token.content
        elif token.type == "hardbreak":
            taken.words += "\n"
        elif token.type == "softbreak":
            taken.words += "\r"  # its text is known when the lines around it are
    return taken


def atoms_of(taken: list[Taken]) -> list[Atom]:
    """The characters, calls and pictures of an inline text in order; white space is one atom, and a soft break "\\r"."""
    notes = [(one.start, one.end) for one in taken if one.rule in ATOMS]
    found: list[Atom] = []
    for one in sorted(taken, key=lambda one: (one.start, one.end)):
        if one.rule in CONTAINERS or any(start < one.start < end for start, end in notes):
            continue
        if one.rule in ATOMS:
            found.append(Atom("", one.start, one.end))
        elif len(one.words) == one.end - one.start:
            found += [Atom(sign, one.start + at, one.start + at + 1) for at, sign in enumerate(one.words)]
        else:
            found += [Atom(sign, one.start, one.end) for sign in one.words]
    return found
