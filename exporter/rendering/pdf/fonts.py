"""The fonts of a PDF: the brand's own, and companions for the characters that those lack.

WeasyPrint gets every face by `@font-face`, under a family name of our own, so that no font of the machine can slip in. A
stylesheet names what templates may use: `var(--base)`, `var(--headings)` and `var(--mono)` are lists of families, each with
the companions that the text needs; `var(--text)` is that of the two first which suits the companions of the language;
`var(--size)` is the size of the body in pixels, at which the letters of any base font look equally large.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Literal

from msgspec import Struct

from exporter.brand import FontFamily, FontFile, Typography
from exporter.language import language_of
from exporter.rendering.pdf.scripts import (
    EAST_ASIAN,
    EAST_ASIAN_ORDER,
    LAST,
    SANS,
    SQUARE_MARKS,
    Companion,
    companions_for,
)
from exporter.rendering.pdf.truetype import Face, NotAFont, codes_in, read_face

MARK = "Pressroom"  # at the end of every family's name
X_HEIGHT = 6.4  # pixels: what the letters of the body rise to
SIZES = range(13, 18)
SPACES = frozenset({0x20, 0xA0})  # a space takes its font from the character before it
SELECTORS = frozenset([*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)])  # of variants of the character before them
SIGNS = frozenset([*range(0x0600, 0x0606), 0x06DD, 0x070F, 0x0890, 0x0891, 0x08E2])  # format characters that are seen
STYLES: tuple[tuple[str, int, Literal["normal", "italic"]], ...] = (
    ("Regular", 400, "normal"),
    ("Italic", 400, "italic"),
    ("Bold", 700, "normal"),
    ("BoldItalic", 700, "italic"),
)

Texts = Mapping[str, frozenset[int]]  # language → the code points that are set in it


class FontSheet(Struct, frozen=True):
    """A stylesheet, and the font file behind each address in it: a path, or the bytes of a subset."""

    css: str
    files: Mapping[str, Path | bytes]


class _Helper(Struct, frozen=True):
    """A companion at work: the code points that it sets.

    `is_marks`: marks that Latin fonts have too, such as “ and ”, which only text in an East Asian language sets on squares.
    """

    companion: Companion
    codes: frozenset[int]
    is_marks: bool = False

    @property
    def family(self) -> str:
        return f"{self.companion.name} {'Marks ' if self.is_marks else ''}{MARK}"

    @property
    def is_square(self) -> bool:
        return self.companion.ranges is EAST_ASIAN


def font_sheet(typography: Typography, texts: Texts, lang: str) -> FontSheet:
    """The fonts for texts; `lang` is the document's language."""
    read = {family.name: _faces(family) for family in (typography.base, typography.headings)}
    faces = {name: _upright(of_family) for name, of_family in read.items()}
    helpers = _helpers(texts, lang, [face for of_family in read.values() for _, face in of_family])
    files: dict[str, Path | bytes] = {}
    rules = [*_brand_rules(typography, files), *_helper_rules(helpers, files)]
    text = _text_family(typography, lang)
    rules.append(f":root {{ {_variables(typography, faces, _in_order(helpers, language_of(lang)), text)} }}")
    rules += _foreign_rules(text, faces[text.name], helpers, texts, language_of(lang))
    return FontSheet("\n".join(rules), files)


def _text_family(typography: Typography, lang: str) -> FontFamily:
    """The brand's family that running text is set in: that of the headings beside companions without serifs."""
    suits = language_of(lang) in SANS and typography.headings.generic == "sans"
    return typography.headings if suits else typography.base


def faces_without(typography: Typography, code: int) -> list[str]:
    """The names of the brand's families for text and headings, or of single faces of theirs, that lack a character."""
    names: list[str] = []
    for family in {family.name: family for family in (typography.base, typography.headings)}.values():
        faces = _faces(family)
        lacking = [file for file, face in faces if face.lacks(frozenset((code,)))]
        names += [family.name] if len(lacking) == len(faces) else [f"{family.name} {_style_name(file)}" for file in lacking]
    return names


def _style_name(file: FontFile) -> str:
    """`Bold Italic` and the like; a weight without such a name is a number."""
    weight = {400: "", 700: "Bold"}.get(file.weight, str(file.weight))
    return " ".join(filter(None, (weight, file.style.title() if file.style != "normal" else ""))) or "Regular"


def _upright(faces: Sequence[tuple[FontFile, Face]]) -> Face:
    """The upright regular face of a family, or what is nearest."""
    return min(faces, key=lambda one: (one[0].style != "normal", abs(one[0].weight - 400)))[1]


def _faces(family: FontFamily) -> list[tuple[FontFile, Face]]:
    """The family's files and what they have."""
    return [(file, _face(file.path)) for file in _files(family)]


def _face(path: Path) -> Face:
    """What a font file has: nothing when it can't be read."""
    try:
        return read_face(path)
    except (NotAFont, OSError):  # WeasyPrint will not load it either, and says so
        return Face((), 0.0)


def _files(family: FontFamily) -> tuple[FontFile, ...]:
    """The family's faces; those of Noto Sans where the brand names none."""
    return family.files or tuple(FontFile(LAST.path(name), weight, style) for name, weight, style in STYLES)


# --- which companions are needed ------------------------------------------------------------------------------------------


def _helpers(texts: Texts, lang: str, faces: Sequence[Face]) -> dict[_Helper, set[str]]:
    """The companions that are needed, and the languages that asked for them."""
    wanted: dict[tuple[Companion, bool], dict[str, frozenset[int]]] = {}
    for language, text in texts.items():
        missing = frozenset().union(*(face.lacks(_visible(text)) for face in faces))
        if missing & codes_in(EAST_ASIAN, missing):
            missing |= text & SQUARE_MARKS.get(language, frozenset())
        for companion in companions_for(language if language in EAST_ASIAN_ORDER else language_of(lang), missing):
            if not missing:
                break
            asked = codes_in(companion.ranges, missing) | (missing & _square_marks(companion, language))
            if asked and (found := asked - read_face(companion.path("Regular")).lacks(asked)):
                marks = found & _square_marks(companion, language)
                for is_marks, codes in ((True, marks), (False, found - marks)):
                    if codes:
                        wanted.setdefault((companion, is_marks), {})[language] = codes | (text & SELECTORS)
                missing -= found
    return {
        _Helper(companion, frozenset().union(*codes.values()), is_marks): set(codes)
        for (companion, is_marks), codes in wanted.items()
    }


def _in_order(helpers: Mapping[_Helper, set[str]], language: str) -> list[_Helper]:
    """The companions in the order in which text in a language asks them: its own first, and no squares of another."""
    own = [helper for helper, languages in helpers.items() if language in languages]
    return [*own, *(helper for helper in helpers if helper not in own and not helper.is_marks)]


def _square_marks(companion: Companion, language: str) -> frozenset[int]:
    return SQUARE_MARKS.get(language, frozenset()) if companion.ranges is EAST_ASIAN else frozenset()


def _visible(codes: frozenset[int]) -> frozenset[int]:
    """Code points that need a glyph: no controls, spaces, joiners or variation selectors."""
    return frozenset(code for code in codes if 0x21 <= code <= 0x7E or (code > 0x7E and not _needs_none(code)))


def _needs_none(code: int) -> bool:
    return code in SELECTORS or (unicodedata.category(chr(code)) in ("Cc", "Cf", "Zs", "Zl", "Zp") and code not in SIGNS)


# --- the stylesheet -------------------------------------------------------------------------------------------------------


def _brand_rules(typography: Typography, files: dict[str, Path | bytes]) -> Iterator[str]:
    families = {family.name: family for family in (typography.base, typography.headings, typography.monospace)}
    for family in families.values():
        for file in _files(family):
            yield _rule(_name(family), file.weight, file.style, _address(files, file.path))


def _helper_rules(helpers: Iterable[_Helper], files: dict[str, Path | bytes]) -> Iterator[str]:
    for helper in helpers:
        for name, weight, style in STYLES:
            if name not in helper.companion.styles:
                continue
            path = helper.companion.path(name)
            is_large = helper.is_square or helper.companion.is_variable
            content = _subset(path, helper.codes, weight if helper.companion.is_variable else 0) if is_large else path
            yield _rule(helper.family, weight, style, _address(files, content))


def _subset(path: Path, codes: frozenset[int], weight: int = 0) -> bytes:
    """A font file with the glyphs of some code points only, and what shapes them; of a variable font, one weight."""
    import uharfbuzz

    face = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(path)))
    wanted = uharfbuzz.SubsetInput()
    wanted.unicode_set.update(codes | SPACES)
    if weight:
        wanted.pin_axis_location(face, "wght", weight)
    subset: bytes = uharfbuzz.subset(face, wanted).blob.data
    return subset


def _address(files: dict[str, Path | bytes], content: Path | bytes) -> str:
    """An address for a font file. It is relative: the fetcher answers it."""
    address = f"fonts/{len(files)}.ttf"
    files[address] = content
    return address


def _rule(family: str, weight: int, style: str, address: str) -> str:
    return f'@font-face {{ font-family: "{family}"; src: url("{address}"); font-weight: {weight}; font-style: {style} }}'


def _name(family: FontFamily) -> str:
    """A family name that no font of the machine has, and that is safe inside a CSS string."""
    return "".join(character for character in family.name if character.isalnum() or character in " -_") + f" {MARK}"


def _variables(typography: Typography, faces: Mapping[str, Face], helpers: list[_Helper], text: FontFamily) -> str:
    base, headings, mono = typography.base, typography.headings, typography.monospace
    stacks = {
        "--base": _stack(base, faces[base.name], helpers),
        "--headings": _stack(headings, faces[headings.name], helpers),
        "--text": _stack(text, faces[text.name], helpers),
        "--mono": f'"{_name(mono)}", {_stack(base, faces[base.name], helpers)}',
        "--size": f"{_size(faces[base.name])}px",
        "--small-caps": "small-caps" if faces[base.name].has_small_capitals else "normal",
        "--small-caps-spacing": "1px" if faces[base.name].has_small_capitals else "0",
    }
    hyphen = '"\\2010"' if not faces[base.name].lacks(frozenset({0x2010})) else '"-"'
    return "; ".join(f"{name}: {value}" for name, value in stacks.items()) + f"; hyphenate-character: {hyphen}"


def _stack(family: FontFamily, face: Face, helpers: Iterable[_Helper]) -> str:
    """A list of families; an East Asian companion, which holds nothing else, goes before one without such characters."""
    before = [helper for helper in helpers if helper.is_square and (helper.is_marks or _is_foreign(helper, face))]
    after = [helper for helper in helpers if helper not in before]
    names = [*(helper.family for helper in before), _name(family), *(helper.family for helper in after)]
    return ", ".join(f'"{name}"' for name in names)


def _is_foreign(helper: _Helper, face: Face) -> bool:
    """Whether a face lacks most of the East Asian characters that a companion sets."""
    own = codes_in(EAST_ASIAN, helper.codes)
    return len(face.lacks(own)) * 2 > len(own)


def _size(face: Face) -> int:
    if not face.x_height:
        return SIZES[1]
    return min(max(round(X_HEIGHT / face.x_height), SIZES[0]), SIZES[-1])


def _foreign_rules(
    text: FontFamily, face: Face, helpers: Mapping[_Helper, set[str]], texts: Texts, language: str
) -> Iterator[str]:
    """Passages that need another order of families than the language of the document.

    An East Asian language may draw a character otherwise, and sets quotation marks on squares, which others don't.
    """
    usual = _stack(text, face, _in_order(helpers, language))
    for foreign in sorted(set(texts) - {language, ""}):
        if (families := _stack(text, face, _in_order(helpers, foreign))) != usual:
            yield f":lang({foreign}) {{ font-family: {families} }}"
