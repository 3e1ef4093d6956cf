"""`_brand.yml` into a brand, by the public brand.yml schema (posit-dev.github.io/brand-yml) and the forms that Quarto adds.

Only what outputs need is read. What other tools keep under `defaults` is left alone; our own keys are under
`defaults.pressroom`. The schema may grow, so a key that is not known is a warning.
"""

from __future__ import annotations

import re
from pathlib import Path

from exporter.brand import Brand, Institution
from exporter.diagnostics import Diagnostic, Place, Result, Severity, Source
from exporter.project import shown_path
from exporter.reading.brand.fonts import read_typography
from exporter.reading.brand.inks import read_inks
from exporter.reading.brand.logo import LogoReader
from exporter.reading.brand.named_colors import BrandColors
from exporter.reading.brand.own_keys import OwnKeys, read_own_keys
from exporter.reading.brand.palette import palettes
from exporter.reading.brand.sections import section, text_of, warn_unknown
from exporter.reading.encoding import read_text
from exporter.reading.mistakes import Mistakes
from exporter.reading.pictures.assets import Pictures
from exporter.reading.yaml.reader import read_yaml
from exporter.reading.yaml.tree import Node, YamlMap
from exporter.reading.yaml.values import URL_PATTERN

UNREADABLE = "Is it a file, does a link lead to one, and may you read it?"
SECTIONS = ("meta", "logo", "color", "typography", "defaults")


def read_brand(path: Path | None, project: Path) -> Result[Brand]:
    """The brand in a file, or the one that stands in where there is none.

    Paths in it begin at its own folder and lead to files of `project`. The value is None when the file has an error.
    """
    if path is None:
        return _read(Source("", ""), project, project)
    file = shown_path(path)
    try:
        text = read_text(file, path.read_bytes())
    except OSError as error:
        fact = f"the brand file can't be read: {(error.strerror or str(error)).lower()}"
        return Result(None, (Diagnostic(Severity.ERROR, "brand.unreadable", fact, Place(file), UNREADABLE),))
    if text.value is None:
        return Result(None, text.diagnostics)
    found = _read(Source(file, text.value), path.parent, project)
    return Result(found.value, (*text.diagnostics, *found.diagnostics))


def _read(source: Source, folder: Path, project: Path) -> Result[Brand]:
    tree = read_yaml(source, source.text)
    mistakes = Mistakes(source)
    mistakes.found += tree.diagnostics
    brand = _brand(tree.value, mistakes, folder, project) if tree.value else None
    return Result(None if mistakes.has_errors else brand, mistakes.in_order())


def _brand(root: YamlMap, mistakes: Mistakes, folder: Path, project: Path) -> Brand:
    warn_unknown(root, SECTIONS, "", mistakes)
    meta, typography = section(root, "meta", mistakes), section(root, "typography", mistakes)
    pictures = Pictures(project, folder)
    own = read_own_keys(section(section(root, "defaults", mistakes), "pressroom", mistakes), mistakes, pictures)
    institution = _institution(meta, own, mistakes)
    colors = BrandColors(section(root, "color", mistakes), mistakes)
    colors.check()
    light, dark = palettes(colors, dict(own.colors) | _link_color(typography), mistakes)
    logo = root.get("logo")
    return Brand(
        institution=institution,
        light=light,
        dark=dark,
        typography=read_typography(typography, folder, mistakes),
        logo=LogoReader(pictures.load, institution.name, mistakes).read(logo) if logo else None,
        inks=read_inks(own.print, folder, project, mistakes) if own.print else None,
        boilerplates=tuple(own.boilerplates.items()),
        defaults=tuple(own.front_matter.items()),
        word=own.word,
    )


def _institution(meta: YamlMap, own: OwnKeys, mistakes: Mistakes) -> Institution:
    name, link = meta.get("name"), meta.get("link")
    if isinstance(name, YamlMap):
        warn_unknown(name, ("full", "short"), "name", mistakes)
        name = name.get("full") or name.get("short") or name
    shown = text_of(name, "the name of the brand", meta.spot, mistakes) if name else None
    home = link.get("home") if isinstance(link, YamlMap) else link
    return Institution(
        name=shown or "",
        tagline=own.tagline,
        website=own.website or (_address(home, mistakes) if home else ""),
        address=own.address,
        sender=own.sender,
    )


def _address(node: Node, mistakes: Mistakes) -> str:
    text = text_of(node, "a web address", node.spot, mistakes) or ""
    if text and not re.match(URL_PATTERN, text):
        hint = "Write a whole address that begins with https:// or http://."
        mistakes.error("brand.url", f"“{text}” is no web address", node.spot, hint)
    return text


def _link_color(typography: YamlMap) -> dict[str, Node]:
    """The colour of links where `color` has none: `typography.link.color`."""
    link = typography.get("link")
    color = link.get("color") if isinstance(link, YamlMap) else None
    return {"link": color} if color else {}
