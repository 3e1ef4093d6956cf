"""Words in one format each: what the source and the Word copy are compared by."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from exporter import model
from exporter.addresses import as_uri
from exporter.model import Inline

SPACES = re.compile(r"[ \t\r\f\v]+")
BREAKS = re.compile(r" *\n[ \n]*")


class Run(Struct, frozen=True):
    """Words of one format; `text` has "\\n" for a line break and is "" for a call or a picture.

    `link` is an address, or `#id`. `note` is the id of the note that is called here. `picture` is the alternative text of a
    picture in the line ("" when it only decorates), None when the run is none. `extra` names formats that Markdown has no
    form for ("underlined", "red"), and counts in a comparison; `lang` is Word's tag where it is not the document's own, and
    does not.
    """

    text: str
    bold: bool = False
    italic: bool = False
    code: bool = False
    link: str = ""
    note: str = ""
    picture: str | None = None
    extra: tuple[str, ...] = ()
    lang: str = ""

    @property
    def is_words(self) -> bool:
        return not self.note and self.picture is None


Runs = tuple[Run, ...]


def text_of(runs: Iterable[Run]) -> str:
    """The words of some runs; a line break is "\\n"."""
    return "".join(run.text for run in runs)


def same(one: Iterable[Run], other: Iterable[Run]) -> bool:
    """Whether two normal texts have the same words, formats, links, calls and pictures; language aside."""
    return _without_language(one) == _without_language(other)


def _without_language(runs: Iterable[Run]) -> Runs:
    return tuple(fused(replace(run, lang="") for run in runs))


def normal(runs: Iterable[Run]) -> Runs:
    """The same words in the fewest runs: white space is one space, none stands at the ends of a line, and a space has only
    the formats that both its neighbours have, since Markdown can't say more."""
    pieces = [piece for run in runs for piece in _cut(run)]
    kept = list(_spaced(pieces))
    return tuple(fused(_plainer(kept)))


def _cut(run: Run) -> Iterator[Run]:
    """A run as its words and the white space at either end; white space between its own words is normal here already."""
    if not run.is_words:
        yield replace(run, text="")
        return
    text = SPACES.sub(" ", run.text)
    words = text.strip(" \n")
    if not words:
        parts: tuple[str, ...] = (text,)
    else:
        before = len(text) - len(text.lstrip(" \n"))
        parts = text[:before], BREAKS.sub(_breaks_only, words), text[before + len(words) :]
    for part in parts:
        if part:
            yield run if part == run.text else replace(run, text=part)


def _breaks_only(space: re.Match[str]) -> str:
    return "\n" * space.group().count("\n")


def _spaced(pieces: list[Run]) -> Iterator[Run]:
    """The pieces with stretches of white space made one space, or the line breaks that they hold."""
    waiting: Run | None = None
    begun = False
    for piece in pieces:
        if piece.is_words and not piece.text.strip(" \n"):
            breaks = (waiting.text.count("\n") if waiting else 0) + piece.text.count("\n")
            waiting = replace(piece, text="\n" * breaks or " ")
            continue
        if waiting and (begun or "\n" in waiting.text):
            yield waiting
        waiting, begun = None, True
        yield piece


def _plainer(pieces: list[Run]) -> Iterator[Run]:
    """The pieces, each space with what its neighbours share; a line break with nothing."""
    for place, piece in enumerate(pieces):
        if not piece.is_words or piece.text.strip(" \n"):
            yield piece
            continue
        before = pieces[place - 1] if place else Run("")
        after = pieces[place + 1] if place + 1 < len(pieces) else Run("")
        yield Run(
            piece.text,
            before.bold and after.bold,
            before.italic and after.italic,
            before.code and after.code,
            before.link if before.link == after.link else "",
            extra=before.extra if before.extra == after.extra else (),
            lang=before.lang if before.lang == after.lang else "",
        )


def fused(runs: Iterable[Run]) -> Iterator[Run]:
    """Neighbours of one format as one run."""
    waiting: Run | None = None
    for run in runs:
        if waiting and waiting.is_words and run.is_words and replace(waiting, text="") == replace(run, text=""):
            waiting = replace(waiting, text=waiting.text + run.text)
            continue
        if waiting:
            yield waiting
        waiting = run
    if waiting:
        yield waiting


# --- of a release --------------------------------------------------------------------------------------------------------


def of_inlines(content: Iterable[Inline]) -> Runs:
    """The normal runs of a release's inlines, as a Word copy of them reads."""
    return normal(run for inline in content for run in _of(inline, Run("")))


def _of(inline: Inline, around: Run) -> Iterator[Run]:
    if isinstance(inline, (model.Text, model.SoftBreak)):
        yield replace(around, text=inline.text.replace("\n", " "))
    elif isinstance(inline, model.Code):
        yield replace(around, text=inline.text, code=True)
    elif isinstance(inline, model.LineBreak):
        yield replace(around, text="\n")
    elif isinstance(inline, model.FootnoteReference):
        yield Run("", note=inline.note)
    elif isinstance(inline, model.InlineImage):
        yield Run("", picture=" ".join(inline.alt.split()))
    else:
        inner = replace(around, **_format(inline))
        for child in inline.content:
            yield from _of(child, inner)


def _format(inline: model.Emphasis | model.Strong | model.Link | model.LanguageSpan) -> dict[str, object]:
    """What an inline adds to the format of the words inside it."""
    if isinstance(inline, model.Emphasis):
        return {"italic": True}
    if isinstance(inline, model.Strong):
        return {"bold": True}
    if isinstance(inline, model.Link):
        return {"link": address(inline.url)}
    return {"lang": inline.lang}


def address(url: str) -> str:
    """An address as a Word file holds it (RFC 3986, 2.1); `#id` as it is."""
    return url if url.startswith("#") else as_uri(url)
