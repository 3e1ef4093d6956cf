"""What `settings.xml` and the font table learn from a release and its brand."""

from __future__ import annotations

from collections.abc import Mapping

from exporter.brand import Brand, FontFamily
from exporter.rendering.word.footnotes import SEPARATORS
from exporter.rendering.word.languages import Languages
from exporter.rendering.word.markup import Element, W, w
from exporter.rendering.word.theme import Theme

# What stands in where a family is not installed, and Word's class of it (17.8.3.9, 17.8.3.13).
GENERICS: Mapping[str, tuple[str, str, str]] = {
    "sans": ("Arial", "swiss", "variable"),
    "serif": ("Georgia", "roman", "variable"),
    "mono": ("Consolas", "modern", "fixed"),
}


def write_settings(root: Element, languages: Languages, notes: str) -> None:
    """Write the languages and the separators of the notes, which are "footnote" or "endnote", "" = there are none."""
    for element in root.iterfind(W + "themeFontLang"):
        for name, value in languages.attributes().items():
            element.set(W + name, value)
    compat = root.find(W + "compat")
    if notes and compat is not None:
        properties = root.makeelement(W + f"{notes}Pr")
        if notes == "endnote":  # which Word counts i, ii, iii
            w(properties, "numFmt", val="decimal")
        for number in SEPARATORS.values():
            w(properties, notes, id=number)
        compat.addprevious(properties)


def write_font_table(root: Element, brand: Brand, theme: Theme) -> None:
    """Name every family that the document uses, the brand's with what is like it."""
    typography = brand.typography
    own: dict[str, FontFamily] = {}
    for family in (typography.base, typography.headings, typography.monospace):
        own.setdefault(family.name, family)
    for family in own.values():
        like, kind, pitch = GENERICS[family.generic]
        font = w(root, "font", name=family.name)
        w(font, "altName", val=like)
        w(font, "family", val=kind)
        w(font, "pitch", val=pitch)
    for name in dict.fromkeys(theme.fonts.values()):
        if name not in own:
            w(w(root, "font", name=name), "family", val="auto")
