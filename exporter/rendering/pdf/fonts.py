"""The fonts of a PDF: the brand's own, and companions for the characters that those lack.

WeasyPrint gets every face by `@font-face`, under a family name of our own, so that no font of the machine can slip in. A
stylesheet names what templates may use: `var(--base)`, `var(--headings)` and `var(--mono)` are lists of families, each with
the companions that the text needs; `var(--size)` is the size of the body in pixels, at which the letters of any base font
look equally large.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Literal

from msgspec import Struct

from exporter.brand import FontFamily, FontFile, Typography
from exporter.language import language_of
from exporter.rendering.pdf.scripts import EAST_ASIAN, EAST_ASIAN_ORDER, LAST, SQUARE_MARKS, Companion, companions_for
from exporter.rendering.pdf.truetype import Face, NotAFont, codes_in, read_face

MARK = "Pressroom"  # at the end of every family's name
X_HEIGHT = 6.4  # pixels: what the letters of the body rise to
SIZES = range(13, 18)
SPACES = frozenset({0x20, 0xA0})  # a space takes its font from the character before it
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
    """A companion at work: the code points that it sets."""

    companion: Companion
    codes: frozenset[int]

    @property
    def family(self) -> str:
        return f"{self.companion.name} {MARK}"

    @property
    def is_square(self) -> bool:
        return self.companion.ranges is EAST_ASIAN


def font_sheet(typography: Typography, texts: Texts, lang: str) -> FontSheet:
    """The fonts for texts; `lang` is the document's language."""
    faces = {family.name: _face(family) for family in (typography.base, typography.headings)}
    helpers = _helpers(texts, lang, faces.values())
    files: dict[str, Path | bytes] = {}
    rules = [*_brand_rules(typography, files), *_helper_rules(helpers, files)]
    own = [helper for helper, languages in helpers.items() if language_of(lang) in languages]
    rest = [helper for helper in helpers if helper not in own]
    rules.append(f":root {{ {_variables(typography, faces, [*own, *rest])} }}")
    rules += _foreign_rules(typography, helpers, lang)
    return FontSheet("\n".join(rules), files)


def _face(family: FontFamily) -> Face:
    """What the family's upright regular face has; nothing when it has no file that can be read."""
    try:
        return read_face(min(_files(family), key=lambda file: (file.style != "normal", abs(file.weight - 400))).path)
    except (NotAFont, OSError):  # WeasyPrint will not load it either, and says so
        return Face((), 0.0)


def _files(family: FontFamily) -> tuple[FontFile, ...]:
    """The family's faces; those of Noto Sans where the brand names none."""
    return family.files or tuple(FontFile(LAST.path(name), weight, style) for name, weight, style in STYLES)


# --- which companions are needed ------------------------------------------------------------------------------------------


def _helpers(texts: Texts, lang: str, faces: Iterable[Face]) -> dict[_Helper, set[str]]:
    """The companions that are needed, and the languages that asked for them."""
    wanted: dict[Companion, dict[str, frozenset[int]]] = {}
    for language, text in texts.items():
        missing = frozenset().union(*(face.lacks(_visible(text)) for face in faces))
        if missing & codes_in(EAST_ASIAN, missing):
            missing |= text & SQUARE_MARKS.get(language, frozenset())
        for companion in companions_for(language if language in EAST_ASIAN_ORDER else language_of(lang), missing):
            if not missing:
                break
            asked = codes_in(companion.ranges, missing) | (missing & _square_marks(companion, language))
            if asked and (found := asked - read_face(companion.path("Regular")).lacks(asked)):
                wanted.setdefault(companion, {})[language] = found
                missing -= found
    return {_Helper(companion, frozenset().union(*codes.values())): set(codes) for companion, codes in wanted.items()}


def _square_marks(companion: Companion, language: str) -> frozenset[int]:
    return SQUARE_MARKS.get(language, frozenset()) if companion.ranges is EAST_ASIAN else frozenset()


def _visible(codes: frozenset[int]) -> frozenset[int]:
    """Code points that need a glyph: no controls, spaces, joiners or variation selectors."""
    return frozenset(code for code in codes if code > 0x7E and not _needs_none(code)) | {
        code for code in codes if 0x21 <= code <= 0x7E
    }


def _needs_none(code: int) -> bool:
    return unicodedata.category(chr(code)) in ("Cc", "Cf", "Zs", "Zl", "Zp") or 0xFE00 <= code <= 0xFE0F


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
            content = _subset(path, helper.codes) if helper.is_square else path
            yield _rule(helper.family, weight, style, _address(files, content))


def _subset(path: Path, codes: frozenset[int]) -> bytes:
    """A font file with the glyphs of some code points only, and what shapes them: East Asian fonts are large."""
    import uharfbuzz

    wanted = uharfbuzz.SubsetInput()
    wanted.unicode_set.update(codes | SPACES)
    subset: bytes = uharfbuzz.subset(uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(path))), wanted).blob.data
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


def _variables(typography: Typography, faces: Mapping[str, Face], helpers: list[_Helper]) -> str:
    base, headings, mono = typography.base, typography.headings, typography.monospace
    stacks = {
        "--base": _stack(base, faces[base.name], helpers),
        "--headings": _stack(headings, faces[headings.name], helpers),
        "--mono": f'"{_name(mono)}", {_stack(base, faces[base.name], helpers)}',
        "--size": f"{_size(faces[base.name])}px",
    }
    hyphen = '"\\2010"' if not faces[base.name].lacks(frozenset({0x2010})) else '"-"'
    return "; ".join(f"{name}: {value}" for name, value in stacks.items()) + f"; hyphenate-character: {hyphen}"


def _stack(family: FontFamily, face: Face, helpers: Iterable[_Helper]) -> str:
    """A list of families; an East Asian companion, which holds nothing else, goes before one without such characters."""
    before = [helper for helper in helpers if helper.is_square and _is_foreign(helper, face)]
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


def _foreign_rules(typography: Typography, helpers: Mapping[_Helper, set[str]], lang: str) -> Iterator[str]:
    """Passages in an East Asian language that draws a character otherwise than the document's own language does."""
    squares = [helper for helper in helpers if helper.is_square]
    if len(squares) < 2:
        return
    for language in sorted({language for helper in squares for language in helpers[helper]} - {language_of(lang)}):
        first = sorted(squares, key=lambda helper: language not in helpers[helper])
        names = [helper.family for helper in first] + [_name(typography.base)]
        families = ", ".join(f'"{name}"' for name in names)
        yield f":lang({language}) {{ font-family: {families} }}"
