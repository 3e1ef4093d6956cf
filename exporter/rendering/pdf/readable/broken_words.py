"""Words and numbers that a line breaks in the middle, without a hyphen, because their column is too narrow for them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from exporter.rendering.pdf.readable.laid_out import Thing

COMPARED = 20  # characters on either side of a line's end
WITHOUT_SPACES = ((0x0E00, 0x0EFF), (0x1000, 0x109F), (0x1780, 0x17FF))  # Thai, Lao, Burmese, Khmer
ADDRESS = ("/", "@", "www.")  # an address breaks anywhere: a hyphen would be taken for a part of it
IN_NUMBERS = ",.’'"
CODE = "x"  # the letter of a code block's ids


def broken_words(things: Sequence[Thing], texts: Mapping[str, str]) -> Iterator[tuple[Thing, str]]:
    """Each line that ends inside of a word, and the word; `texts` are the words of the source by id."""
    lines = [thing for thing in things if thing.kind == "text"]
    for above, below in pairwise(lines):
        if above.owner == below.owner and below.line > above.line and _may_break(above.text[-1], below.text[0]):
            text = "" if above.owner.startswith(CODE) else texts.get(above.owner, "")
            if word := _word(text, above.text[-COMPARED:], below.text[:COMPARED]):
                yield above, word


def _may_break(end: str, beginning: str) -> bool:
    """Whether a word or number may go on from one character to another, in a script that has spaces between words."""
    return all((one.isalnum() or one in IN_NUMBERS) and not _stands_alone(one) for one in (end, beginning))


def _stands_alone(character: str) -> bool:
    code = ord(character)
    return code > 0x0E00 and (
        unicodedata.east_asian_width(character) in "WF" or any(first <= code <= last for first, last in WITHOUT_SPACES)
    )


def _word(text: str, end: str, beginning: str) -> str:
    """The word of a text in which a line breaks; "" when there is none, or it is an address."""
    place = text.find(end + beginning)
    if place < 0:
        return ""
    at = place + len(end)
    word = text[:at].split()[-1] + text[at:].split()[0]
    return "" if any(sign in word for sign in ADDRESS) else word
