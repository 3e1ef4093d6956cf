"""The section `typography` of a brand file: which family sets what, and where its files are.

Fonts come as static TrueType files, which every output can use and which look the same on every machine. A family that can't
be had is told, and another stands in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from msgspec.structs import replace

from exporter.brand import FontFamily, FontFile, Typography
from exporter.reading.brand.font_families import Generic, generic_of, packaged_family, stand_in
from exporter.reading.brand.font_files import EmbeddingForbidden, NotUsable, read_font_file
from exporter.reading.brand.sections import text_of, warn_unknown
from exporter.reading.mistakes import Mistakes, suggestion
from exporter.reading.spot import Spot
from exporter.reading.yaml.tree import Node, Scalar, YamlList, YamlMap

KEYS = ("fonts", "base", "headings", "monospace", "monospace-inline", "monospace-block", "link")
ELEMENT_KEYS = ("family", "size", "weight", "style", "line-height", "color", "background-color", "decoration")
FONT_KEYS = ("family", "source", "files", "weight", "style", "display")
SOURCES = ("file", "google", "bunny", "system")
STYLES = ("normal", "italic", "oblique")
WEIGHTS = {
    "thin": 100,
    "extra-light": 200,
    "ultra-light": 200,
    "light": 300,
    "normal": 400,
    "regular": 400,
    "medium": 500,
    "semi-bold": 600,
    "demi-bold": 600,
    "bold": 700,
    "extra-bold": 800,
    "ultra-bold": 800,
    "black": 900,
}


def read_typography(section: YamlMap, project: Path, mistakes: Mistakes) -> Typography:
    """The families of the section; headings without one of their own take the base's."""
    warn_unknown(section, KEYS, "typography", mistakes)
    fonts = _Fonts(section, project, mistakes)
    base = fonts.of("base")
    typography = Typography(
        base=base or stand_in("serif"),
        headings=fonts.of("headings") or base or stand_in("sans"),
        monospace=fonts.of("monospace", "mono") or stand_in("mono"),
    )
    fonts.check_unused()
    return typography


class _Fonts:
    """The families that a brand file uses; each is looked for, and its absence told, once."""

    def __init__(self, section: YamlMap, project: Path, mistakes: Mistakes) -> None:
        self.section, self.project, self.mistakes = section, project, mistakes
        self.declared = dict(self._declared())
        self.found: dict[str, FontFamily] = {}
        for key, node in section.entries:
            if key.text != "fonts" and isinstance(node, YamlMap):
                warn_unknown(node, ELEMENT_KEYS, key.text, mistakes)

    def of(self, element: str, generic: Generic | None = None) -> FontFamily | None:
        """The family of `base`, `headings` or `monospace`, or None where it names none."""
        node = self.section.get(element)
        if isinstance(node, YamlMap):
            node = node.get("family")
        name = text_of(node, "the name of a font family", self.section.spot, self.mistakes) if node else None
        if node is None or name is None:
            return None
        if name not in self.found:
            self.found[name] = self._find(name, node.spot, generic or generic_of(name))
        return self.found[name]

    def check_unused(self) -> None:
        """Tell what is wrong with the files of families that nothing is set in."""
        for name in self.declared.keys() - self.found.keys():
            if files := self.declared[name].get("files"):
                list(self._files(files))

    def _declared(self) -> Iterator[tuple[str, YamlMap]]:
        """The entries of `fonts` that say more than a name."""
        fonts = self.section.get("fonts")
        if fonts is not None and not isinstance(fonts, YamlList):
            hint = "For example: fonts: [{family: EB Garamond, source: google}]"
            self.mistakes.error("brand.wrong-type", f"“fonts” is {fonts.what}, where a list is expected", fonts.spot, hint)
        for entry in fonts.items if isinstance(fonts, YamlList) else ():
            group = entry if isinstance(entry, YamlMap) else None
            name = text_of(group.get("family") if group else entry, "the name of a font family", entry.spot, self.mistakes)
            if group:
                self._check_entry(group)
            if group and name:
                yield name, group

    def _check_entry(self, entry: YamlMap) -> None:
        warn_unknown(entry, FONT_KEYS, "fonts", self.mistakes)
        source = entry.get("source")
        if source is None:
            return
        if not isinstance(source, Scalar) or source.text not in SOURCES:
            shown = source.text if isinstance(source, Scalar) else source.what
            self.mistakes.error(
                "brand.font-source", f"“{shown}” is no source of fonts", source.spot, _one_of(SOURCES, shown)
            )
        elif source.text == "file" and entry.get("files") is None:
            hint = "Name them: files: [fonts/Harbour-Regular.ttf, fonts/Harbour-Bold.ttf]"
            self.mistakes.error("brand.font-source", "the source is “file”, and no “files” are named", source.spot, hint)

    # --- finding -----------------------------------------------------------------------------------------------------------

    def _find(self, name: str, spot: Spot, generic: Generic) -> FontFamily:
        entry = self.declared.get(name)
        files = entry.get("files") if entry else None
        own = tuple(self._files(files)) if files else ()
        if found := own or packaged_family(name):
            return FontFamily(name, found, generic)
        other = stand_in(generic)
        fact = f"the font “{name}” can't be had here; in the PDF “{other.name}” stands in for it"
        hint = "Put its .ttf files into the project and name them under “fonts”, with “source: file”."
        self.mistakes.warning("brand.font-missing", fact, spot, hint)
        return FontFamily(name, other.files, generic)

    def _files(self, node: Node) -> Iterator[FontFile]:
        """The usable files of a family; what is wrong with the others is told."""
        for item in node.items if isinstance(node, YamlList) else (node,):
            group = item if isinstance(item, YamlMap) else None
            path = group.get("path") if group else item
            text = text_of(path, "the path of a font file", item.spot, self.mistakes)
            file = self._file(text, path.spot) if text and path else None
            if file:
                yield self._as_declared(file, group) if group else file

    def _file(self, path: str, spot: Spot) -> FontFile | None:
        if re.match(r"[A-Za-z][A-Za-z0-9+.-]*:|//", path):
            hint = "Download it into the project, for example into fonts/, and name it by its path there."
            self.mistakes.warning("brand.font-remote", "fonts are taken from the project only", spot, hint)
            return None
        target = (self.project / path).resolve()
        if not target.is_relative_to(self.project.resolve()):
            self.mistakes.error("brand.font-file", f"“{path}” leads out of the project", spot, "Copy it into the project.")
            return None
        try:
            return read_font_file(target)
        except NotUsable as what:
            hint = "The PDF needs static TrueType: a .ttf file of its own for each weight and style."
            self.mistakes.warning("brand.font-format", f"“{path}” is {what}, and is left out", spot, hint)
        except EmbeddingForbidden as what:
            hint = "Ask its maker for a licence and a file that allow it in PDFs, or take another font."
            fact = f"“{path}” can't be used: its maker does not {what} (fsType of its table OS/2)"
            self.mistakes.error("brand.font-license", fact, spot, hint)
        except (FileNotFoundError, NotADirectoryError):
            self.mistakes.error("brand.font-file", f"there is no file “{path}”", spot, _near(target))
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            self.mistakes.error("brand.font-file", f"“{path}” can't be read: {reason.lower()}", spot)
        return None

    def _as_declared(self, file: FontFile, entry: YamlMap) -> FontFile:
        """The face under the weight and style that the brand file gives it."""
        warn_unknown(entry, ("path", "weight", "style"), "files", self.mistakes)
        weight, style = entry.get("weight"), entry.get("style")
        if isinstance(weight, Scalar):
            if weight.text in WEIGHTS or re.fullmatch(r"[1-9]00", weight.text):
                file = replace(file, weight=WEIGHTS.get(weight.text) or int(weight.text))
            else:
                hint = _one_of((*WEIGHTS, "100 to 900"), weight.text)
                self.mistakes.error("brand.font-weight", f"“{weight.text}” is no weight", weight.spot, hint)
        if isinstance(style, Scalar):
            if style.text in STYLES:
                file = replace(file, style="normal" if style.text == "normal" else "italic")
            else:
                hint = _one_of(STYLES, style.text)
                self.mistakes.error("brand.font-style", f"“{style.text}” is no style", style.spot, hint)
        return file


def _one_of(known: tuple[str, ...], word: str) -> str:
    return suggestion(word, known) or f"It is one of {', '.join(known)}."


def _near(path: Path) -> str:
    """A font in the same folder that may be meant."""
    if not path.parent.is_dir():
        return f"There is no folder “{path.parent.name}” there."
    return suggestion(path.name, [entry.name for entry in path.parent.iterdir()])
