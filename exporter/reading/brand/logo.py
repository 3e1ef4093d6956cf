"""The section `logo` of a brand file: one picture, or several by size, by name, for a light and for a dark ground."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from exporter.brand import Logo
from exporter.model import Image
from exporter.reading.brand.sections import text_of, warn_unknown
from exporter.reading.mistakes import Mistakes
from exporter.reading.problem import Problem
from exporter.reading.yaml.tree import Node, Scalar, YamlMap

LoadImage = Callable[[str], Image | Problem]

SIZES = ("medium", "large", "small")  # in the order in which a masthead likes them


class _Picture(Struct, frozen=True):
    image: Image
    alt: str


class LogoReader:
    """Reads one brand file's logo. Pictures come through `load`; a picture without a description is called by `name`."""

    def __init__(self, load: LoadImage, name: str, mistakes: Mistakes) -> None:
        self.load, self.name, self.mistakes = load, name, mistakes
        self.images: YamlMap | None = None

    def read(self, node: Node) -> Logo | None:
        """The logo for mastheads, or None where the file names none that can be had."""
        if not isinstance(node, YamlMap) or node.get("path"):
            return self._logo(node)
        if node.get("light") or node.get("dark"):
            return self._logo(node)
        warn_unknown(node, ("images", *SIZES), "logo", self.mistakes)
        images = node.get("images")
        self.images = images if isinstance(images, YamlMap) else None
        chosen = next((size for size in SIZES if node.get(size)), None)
        if chosen is None:
            hint = "Write which one is the logo: medium: …"
            self.mistakes.warning("brand.logo", "the logo has no size “medium”, “large” or “small”", node.spot, hint)
            return None
        value = node.get(chosen)
        return self._logo(value) if value else None

    def _logo(self, node: Node) -> Logo | None:
        """From a picture, or from `{light: …, dark: …}` of pictures."""
        light, dark = node, None
        if isinstance(node, YamlMap) and not node.get("path"):
            warn_unknown(node, ("light", "dark"), "logo", self.mistakes)
            light, dark = node.get("light") or node.get("dark") or node, node.get("dark")
        picture = self._picture(light)
        other = self._picture(dark) if dark and dark is not light else None
        if picture is None:
            return None
        return Logo(picture.image, other.image if other else None, picture.alt)

    def _picture(self, node: Node) -> _Picture | None:
        """From a path, from the name of one of `images`, or from `{path: …, alt: …}`."""
        if isinstance(node, Scalar) and self.images and (named := self.images.get(node.text)):
            return self._resource(named)
        return self._resource(node)

    def _resource(self, node: Node) -> _Picture | None:
        group = node if isinstance(node, YamlMap) else None
        if group:
            warn_unknown(group, ("path", "alt"), "logo", self.mistakes)
        path = group.get("path") if group else node
        text = text_of(path, "the path of a picture", node.spot, self.mistakes)
        alt = group.get("alt") if group else None
        if text is None or path is None:
            return None
        found = self.load(text)
        if isinstance(found, Problem):
            tell = self.mistakes.warning if found.code == "image.remote" else self.mistakes.error
            tell(found.code, found.fact, path.spot, found.hint)
            return None
        words = text_of(alt, "a description of the picture", node.spot, self.mistakes) if alt else None
        return _Picture(found, words or self.name)
