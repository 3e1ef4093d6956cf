"""What a YAML parser stumbles over, said in the words of the person who wrote the file."""

from __future__ import annotations

import re
from collections.abc import Callable

from msgspec import Struct
from msgspec.structs import replace
from ruamel.yaml.error import MarkedYAMLError, YAMLError


class Mistake(Struct, frozen=True):
    """`start` and `end` are indexes of the text."""

    code: str
    fact: str
    hint: str
    start: int
    end: int


class _Trouble(Struct, frozen=True):
    """What the parser said: where it noticed, and where what it was reading began."""

    text: str
    problem: str
    at: int
    begin: int

    @property
    def character(self) -> str:
        return self.text[self.at : self.at + 1]

    @property
    def line_start(self) -> int:
        return self.text.rfind("\n", 0, self.at) + 1

    def line_end(self, index: int) -> int:
        end = self.text.find("\n", index)
        return len(self.text) if end < 0 else end


def explain(error: YAMLError, text: str) -> Mistake:
    """The mistake behind an exception of ruamel.yaml, by the first rule of the table that knows it."""
    problem, at, begin = str(error), 0, 0
    if isinstance(error, MarkedYAMLError):
        mark = error.problem_mark or error.context_mark
        at = mark.index if mark else 0
        begin = error.context_mark.index if error.context_mark else at
        problem = f"{error.context or ''} | {error.problem or ''}"
    trouble = _Trouble(text, problem, at, begin)
    for words, rule in RULES:
        if words in problem:
            return rule(trouble)
    return _syntax(trouble)


def _syntax(trouble: _Trouble) -> Mistake:
    said = " ".join(trouble.problem.rsplit("|")[-1].split())
    fact = f"this can't be read as YAML: {said}" if said else "this can't be read as YAML"
    return Mistake(
        "yaml.syntax", fact, "Text with signs such as “: # { } [ ] , & * ! | > @” is safe in quotes.", *_here(trouble)
    )


def _here(trouble: _Trouble) -> tuple[int, int]:
    return trouble.at, trouble.at + 1


def _bad_character(trouble: _Trouble) -> Mistake:
    if trouble.character == "\t":
        return Mistake("yaml.tab", "a tab stands here", "YAML takes only spaces; two of them indent.", *_here(trouble))
    fact = f"a value can't begin with “{trouble.character}”"
    return Mistake("yaml.quotes-needed", fact, "Put the value in quotes.", *_here(trouble))


def _colon(trouble: _Trouble) -> Mistake:
    """`title: A: B`; or a key that is indented too far, or follows a line without a colon, and so continues a value."""
    before = trouble.text[trouble.line_start : trouble.at]
    if re.fullmatch(r"""\s*["']?[\w-]+["']?\s*""", before):
        return _continued(trouble)
    key, _, rest = trouble.text[trouble.line_start : trouble.line_end(trouble.at)].partition(": ")
    value = rest.split(" #")[0].strip()
    hint = "Put the whole value in quotes."
    if len(value) < 60 and '"' not in value and "\\" not in value:
        hint = f'Put the whole value in quotes: {key.strip()}: "{value}"'
    return Mistake("yaml.colon", "a colon with a space after it stands inside a value", hint, *_here(trouble))


def _continued(trouble: _Trouble) -> Mistake:
    above = trouble.text[: max(0, trouble.line_start - 1)]
    start = above.rfind("\n") + 1
    line = above[start:]
    if not re.search(r":(\s|$)", line):
        return _no_colon(trouble, start + len(line) - len(line.lstrip()), start + len(line.rstrip()))
    indent = trouble.line_start + len(line) - len(line.lstrip())
    fact = "this key is indented further than the one above, which has its value already"
    column = trouble.text[trouble.line_start : trouble.at]
    first = trouble.line_start + len(column) - len(column.lstrip())
    hint = f"Begin it in column {indent - trouble.line_start + 1}, or put the value above in quotes."
    return Mistake("yaml.indentation", fact, hint, first, trouble.at)


def _no_colon(trouble: _Trouble, start: int, end: int) -> Mistake:
    code, fact = missing_colon(trouble.text[start:end])
    return Mistake(code, fact, "Write a key, a colon, a space and the value.", start, end)


def missing_colon(text: str) -> tuple[str, str]:
    """Code and fact about a line where a key was expected: `title A headline` or `title:A headline`."""
    if re.match(r"[\w-]+:\S", text):
        return "yaml.no-space", "no space follows the colon after the key"
    return "yaml.no-colon", "no colon follows the key"


def _unfinished_key(trouble: _Trouble) -> Mistake:
    return _no_colon(trouble, trouble.begin, len(trouble.text[: trouble.line_end(trouble.begin)].rstrip()))


def _open_quote(trouble: _Trouble) -> Mistake:
    quote = trouble.text[trouble.begin]
    fact = f"a quotation mark ({quote}) is opened here and not closed"
    hint = "Close it at the end of the value. A value that begins with an apostrophe needs double quotes."
    return Mistake("yaml.unclosed-quote", fact, hint, trouble.begin, trouble.line_end(trouble.begin))


def _unexpected(trouble: _Trouble) -> Mistake:
    """Something where a block should have ended: after a closing sign, or at an indentation of its own."""
    before = trouble.text[trouble.line_start : trouble.at].rstrip()
    end = trouble.line_end(trouble.at)
    if before and before[-1] in "\"'":
        hint = "Put the whole value in quotes of the other kind, or write a quotation mark that stands inside twice."
        return Mistake("yaml.after-quote", "text goes on after the closing quotation mark", hint, trouble.at, end)
    if before and re.match(r"[\s\w-]*:\s+[\[{*]|\s*-\s+[\[{*]", before):
        first = re.search(r"[\[{*]", before)
        sign = first.group() if first else ""
        fact = f"a value that begins with “{sign}” ends here, and text goes on"
        return Mistake("yaml.quotes-needed", fact, "Put the whole value in quotes.", trouble.at, end)
    if before.strip(" -"):
        return _syntax(trouble)
    fact = "this line is indented otherwise than the lines that it belongs to"
    hint = "Keys of one group begin in the same column, and so do the “-” of one list."
    return Mistake("yaml.indentation", fact, hint, trouble.at, end)


def _bracket(trouble: _Trouble) -> Mistake:
    """In `{…}` or `[…]`: a colon inside a value, or a bracket that is never closed."""
    opened = trouble.text[trouble.begin]
    closing = {"{": "}", "[": "]"}.get(opened, "")
    inside = trouble.text[trouble.begin : trouble.line_end(trouble.begin)]
    if trouble.character == ":" and trouble.at < trouble.begin + len(inside):
        hint = 'Put the value in quotes: {label: "A: B"}'
        return Mistake("yaml.colon", "a colon with a space after it stands inside a value", hint, *_here(trouble))
    if closing and closing not in inside:
        fact = f"“{opened}” is opened here and not closed"
        hint = f"Close it with “{closing}”. A value that only begins with “{opened}” needs quotes."
        return Mistake("yaml.unclosed-bracket", fact, hint, trouble.begin, trouble.line_end(trouble.begin))
    fact = f"a comma or “{closing}” is missing before this"
    return Mistake(
        "yaml.bracket", fact, "Values that hold commas, brackets or quotation marks need quotes.", *_here(trouble)
    )


def _reference(trouble: _Trouble) -> Mistake:
    fact = f"a value can't begin with “{trouble.text[trouble.begin]}”"
    return Mistake("yaml.quotes-needed", fact, "Put the value in quotes.", trouble.begin, trouble.begin + 1)


def _question(trouble: _Trouble) -> Mistake:
    return Mistake("yaml.quotes-needed", "a value can't begin with “? ”", "Put the value in quotes.", *_here(trouble))


def _escape(trouble: _Trouble) -> Mistake:
    fact = "a backslash in double quotes begins an escape, and this is none"
    return Mistake("yaml.escape", fact, "Use single quotes, or write the backslash twice.", trouble.at - 1, trouble.at + 1)


def _list_on_line(trouble: _Trouble) -> Mistake:
    hint = "Begin the list on the next line. A value that only begins with “- ” needs quotes."
    return Mistake("yaml.list", "a list begins on the line of its key", hint, *_here(trouble))


def _block_text(trouble: _Trouble) -> Mistake:
    sign = trouble.text[trouble.begin]
    fact = f"text follows “{sign}” on the same line"
    hint = f"Begin the text on the next line, indented. A value that only begins with “{sign}” needs quotes."
    return Mistake("yaml.block-text", fact, hint, trouble.at, trouble.line_end(trouble.at))


def _empty_place(trouble: _Trouble) -> Mistake:
    if not trouble.text[trouble.at :].strip():
        opened = max(trouble.text.rfind("[", 0, trouble.at), trouble.text.rfind("{", 0, trouble.at), 0)
        return _bracket(replace(trouble, begin=opened))
    fact = f"“{trouble.character}” stands where a value is expected"
    return Mistake("yaml.syntax", fact, "A value that begins with a bracket or a comma needs quotes.", *_here(trouble))


RULES: tuple[tuple[str, Callable[[_Trouble], Mistake]], ...] = (
    ("cannot start any token", _bad_character),
    ("mapping values are not allowed", _colon),
    ("could not find expected ':'", _unfinished_key),
    ("scanning a quoted scalar", _open_quote),
    ("scanning a double-quoted scalar", _escape),
    ("scanning a block scalar", _block_text),
    ("scanning an alias", _reference),
    ("scanning an anchor", _reference),
    ("scanning a tag", _reference),
    ("parsing a tag", _reference),
    ("sequence entries are not allowed", _list_on_line),
    ("mapping keys are not allowed", _question),
    ("while parsing a flow mapping", _bracket),
    ("while parsing a flow sequence", _bracket),
    ("expected the node content", _empty_place),
    ("expected <block end>", _unexpected),
)
