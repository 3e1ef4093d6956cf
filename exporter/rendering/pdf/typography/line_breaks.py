"""Where lines may break, and where a gap stands, in languages that WeasyPrint breaks otherwise than their printers do.

Pango follows UAX #14 and so keeps most of kinsoku: nothing that closes stands at a line's start, nothing that opens at its
end. What it lacks is put into a composed page as characters without a glyph, which `replacement_text.py` leaves out of the
PDF's text:

- Korean breaks between words, not between syllables (CSS Text 3, `word-break: keep-all`);
- Japanese and Chinese keep a number with its unit, and have a quarter of an em between Latin and East Asian letters (JIS X
  4051, 4.7; CSS Text 4, `text-autospace`), which `east_asian.py` makes of a gap;
- a Japanese headline breaks before a phrase, which begins where kanji or katakana follow hiragana, and a Chinese one after
  a mark; no paragraph ends with a line of one or two characters;
- in a text from right to left a sign stays before its number and a percent sign behind it, as CLDR has them, and a passage
  of the other direction keeps its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from itertools import pairwise
from xml.etree.ElementTree import Element

from exporter.language import direction_of, language_of

JOINER, OPENING, LEFT_TO_RIGHT = "\u2060", "\u200b", "\u200e"
GAP, FIRM_GAP = JOINER + OPENING, JOINER + JOINER  # a line may break after the first
UNSEEN = re.compile(f"{JOINER}{LEFT_TO_RIGHT}?|{OPENING}")  # what this module adds

INLINE = frozenset(["a", "b", "em", "i", "span", "strong"])
HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
# What breaks by phrases, by element or class, and how many full-width characters a line of it surely holds.
PHRASED: Mapping[str, int] = {**dict.fromkeys(HEADINGS, 13), "standfirst": 17, "pull": 17}
LEFT_ALONE = frozenset(["code", "pre", "style", "svg", "title"])
LAST = 5  # characters that the last line of a paragraph has at least, its full stop included

_HAN = "\u2e80-\u2fdf\u3005-\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_KANA = "\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff"
_LATIN = "0-9A-Za-z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af\u0370-\u052f\u1e00-\u1fff"
_SYLLABLE = "[\uac00-\ud7a3\u4e00-\u9fff]"
_IN_WORD = r"[^\s\-/\u2010-\u2015\u2026\u0300-\u036f\u1100-\u11ff\u200b-\u200f\u2060-\u2064]"

KOREAN = re.compile(f"(?<={_SYLLABLE})(?={_IN_WORD})|(?<={_IN_WORD})(?={_SYLLABLE})")
NEVER_FIRST = frozenset("ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ々〻ゝゞヽヾ")  # on a line (UAX #14, class NS)
BESIDE_LATIN = re.compile(f"(?<=[{_LATIN}])(?=[{_HAN}{_KANA}])|(?<=[{_HAN}{_KANA}])(?=[{_LATIN}])")
NUMBER = re.compile(
    r"第?[0-9０-９]+(?:[.,．，][0-9０-９]+)*(?:[十百千万亿億兆][0-9０-９.,]*)*(?:[ァ-ヺー]{1,6}(?![ァ-ヺー])|"
    + f"[{_HAN}か])?"
)
JAPANESE_PHRASE = re.compile("(?<=[\u3041-\u3096、。])(?=[\u30a1-\u30fa\u3400-\u9fff0-9A-Za-z「『（])|(?<=[」』）])")
CHINESE_PHRASE = re.compile("(?<=[，。；：！？、])(?![」』”’）])")
SIGN = re.compile(r"(?<![\w.,])[+\-\u2212\u00b1]+(?=[0-9])|(?<=[0-9])[%‰]")  # before a number, or after it


def set_line_breaks(root: Element) -> None:
    """Change a composed page: put what is needed into the texts of its body."""
    body = root.find("body")
    if body is not None:
        _Texts().element(body, root.get("lang", ""), root.get("dir", "ltr"), phrased=0)


def without_marks(text: str) -> str:
    """A text as it was before `set_line_breaks`; joiners of no width that its writer set go too."""
    return UNSEEN.sub("", text)


class _Texts:
    """Walks through a page in order; `before` is the character that the next text follows on its line, or ""."""

    def __init__(self) -> None:
        self.before = ""
        self.last: tuple[Element, str] | None = None  # whose `text` or `tail` ends with that character

    def element(self, element: Element, lang: str, direction: str, phrased: int) -> None:
        if element.tag in LEFT_ALONE:
            self.before = ""
            return
        lang = element.get("lang", lang)
        direction = _direction(element, direction)
        is_inline = element.tag in INLINE and "footnote" not in element.get("class", "").split()
        if not is_inline:
            self.before = ""
        names = [element.tag, *element.get("class", "").split()]
        phrased = next((PHRASED[name] for name in names if name in PHRASED), phrased)
        label = "".join(element.itertext()) if element.tag in HEADINGS and "data-label" not in element.attrib else ""
        self.text(element, "text", lang, direction, phrased, ends=not is_inline and not len(element))
        for number, child in enumerate(element, start=1):
            self.element(child, lang, direction, phrased)
            self.text(child, "tail", lang, direction, phrased, ends=not is_inline and number == len(element))
        if label and label != "".join(element.itertext()):
            element.set("data-label", " ".join(label.split()))
        if not is_inline:
            self.before = ""

    def text(self, element: Element, part: str, lang: str, direction: str, phrased: int, ends: bool) -> None:
        """Change a text of an element; `ends` when it ends a block."""
        text = getattr(element, part)
        if not text:
            return
        language = language_of(lang)
        if language in ("ja", "zh") and self.before and self.last and BESIDE_LATIN.search(self.before + text[0]):
            owner, where = self.last
            setattr(owner, where, getattr(owner, where) + (FIRM_GAP if text[0] in NEVER_FIRST else GAP))
        begins = self.before
        self.before, self.last = text[-1], (element, part)
        if language in RULES:
            text = RULES[language](text, phrased, ends)
            if begins and text[0] in "「『（〈《【〔“‘":
                text = JOINER + text  # not at a line's start, where such a mark loses its space
        if direction == "rtl":
            text = SIGN.sub(f"{JOINER}{LEFT_TO_RIGHT}\\g<0>{JOINER}{LEFT_TO_RIGHT}", text)
        setattr(element, part, text)


def _direction(element: Element, around: str) -> str:
    """The direction of an element; a passage in a language of the other one is told so."""
    if own := element.get("dir"):
        return own
    if (lang := element.get("lang")) and direction_of(lang) != around:
        element.set("dir", direction_of(lang))
        return direction_of(lang)
    return around


# --- what each language asks for ------------------------------------------------------------------------------------------


def _korean(text: str, phrased: int, ends: bool) -> str:
    return KOREAN.sub(JOINER, text)


def _chinese(text: str, phrased: int, ends: bool) -> str:
    return _with_gaps(text, _joined(text, CHINESE_PHRASE, phrased, ends))


def _japanese(text: str, phrased: int, ends: bool) -> str:
    return _with_gaps(text, _joined(text, JAPANESE_PHRASE, phrased, ends))


def _joined(text: str, phrase: re.Pattern[str], phrased: int, ends: bool) -> set[int]:
    """The places where no line may break, though Pango would let it."""
    places = _inside_numbers(text)
    if ends:
        places |= _inside_end(text)
    if phrased:
        places |= _inside_phrases(text, phrase, phrased)
    return places


def _inside_numbers(text: str) -> set[int]:
    """The places inside of numbers and their units."""
    return {place for found in NUMBER.finditer(text) for place in range(found.start() + 1, found.end())}


def _inside_end(text: str) -> set[int]:
    """The places inside of the last characters of a paragraph, one or two of which would look lost on a line."""
    length = len(text.rstrip())
    return set(range(length - LAST + 1, length)) if length > 2 * LAST else set()


def _inside_phrases(text: str, phrase: re.Pattern[str], longest: int) -> set[int]:
    """The places inside of phrases that are not too long for a line; two characters of ASCII are as wide as one other."""
    ends = [0, *(found.start() for found in phrase.finditer(text)), len(text)]
    return {
        place
        for start, end in pairwise(ends)
        if sum(1 if character > "\x7f" else 0.5 for character in text[start:end]) <= longest
        for place in range(start + 1, end)
        if not text[place].isspace() and not text[place - 1].isspace()
    }


def _with_gaps(text: str, joined: set[int]) -> str:
    """The text with a joiner at each place that must hold, and a gap wherever Latin letters meet others.

    Between two letters of ASCII no line breaks anyhow.
    """
    joined = {place for place in joined if not text[place - 1 : place + 1].isascii()}
    gaps = {found.start() for found in BESIDE_LATIN.finditer(text)}
    joined |= {place for place in gaps if text[place] in NEVER_FIRST}
    places = sorted(gaps | joined)
    parts: list[str] = []
    for start, end in zip([0, *places], [*places, len(text)], strict=True):
        if start:
            parts.append(JOINER if start not in gaps else FIRM_GAP if start in joined else GAP)
        parts.append(text[start:end])
    return "".join(parts)


RULES: Mapping[str, Callable[[str, int, bool], str]] = {"ko": _korean, "ja": _japanese, "zh": _chinese}
