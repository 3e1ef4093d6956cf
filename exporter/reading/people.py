"""Names of people: what the front matter spells in one way, the rest of the release must not spell in another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from exporter.model import Release
from exporter.reading.mistakes import Mistakes
from exporter.reading.spot import Spot
from exporter.walking import pieces

WORD = re.compile(r"\w+(?:[-.]\w+)*")
ALIKE = 0.7  # the likeness (difflib) from which on two words may be one, misspelled


def check_people(release: Release, mistakes: Mistakes) -> None:
    """Warn of every text that holds a name of `people` with one of its words spelled otherwise.

    A name of a single word is left alone: too much is like it.
    """
    names = [tuple(WORD.findall(person.name)) for person in release.meta.people]
    known = {folded(name) for name in names}
    for piece in pieces(release) if names else ():
        for name in names:
            for found in nearly(name, WORD.findall(piece.text)):
                if folded(found) not in known:
                    known.add(folded(found))  # told once
                    fact = f"“{' '.join(found)}” is nearly “{' '.join(name)}”, one of the people in the front matter"
                    hint = "Is this the same person? Then one of the two is misspelled."
                    mistakes.warning("front-matter.misspelled", fact, Spot(piece.span.line, piece.span.column), hint)


def nearly(name: Sequence[str], words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """The words in a row that are a name but for one of its words, which is like the name's own."""
    wanted = folded(name)
    for start in range(len(words) - len(name) + 1) if len(name) > 1 else ():
        found = tuple(words[start : start + len(name)])
        pairs = [(one, other) for one, other in zip(wanted, folded(found), strict=True) if one != other]
        if len(pairs) == 1 and found[0][0].isupper() and _alike(*pairs[0]):
            yield found


def folded(words: Sequence[str]) -> tuple[str, ...]:
    return tuple(word.casefold() for word in words)


def _alike(one: str, other: str) -> bool:
    from difflib import SequenceMatcher

    return SequenceMatcher(None, one, other).ratio() >= ALIKE
