"""What the readers of a brand file's sections share: groups, texts and unknown keys, by the public brand.yml schema.

The schema may grow, so an unknown key is a warning.
"""

from __future__ import annotations

from collections.abc import Sequence

from exporter.reading.mistakes import Mistakes, suggestion
from exporter.reading.spot import Spot
from exporter.reading.yaml.tree import Node, Scalar, YamlMap


def section(parent: YamlMap, name: str, mistakes: Mistakes) -> YamlMap:
    """A group of keys; an empty one where there is none, which is told unless the key is absent."""
    node = parent.get(name)
    if isinstance(node, YamlMap):
        return node
    if isinstance(node, Scalar) and node.is_nothing:
        mistakes.warning("brand.empty", f"“{name}” has no keys", node.spot, "Give it keys or delete it.")
    elif node is not None:
        hint = f"Write its keys in the lines below “{name}:”, each indented by two spaces."
        mistakes.error("brand.wrong-type", f"“{name}” is {node.what}, where a group of keys is expected", node.spot, hint)
    return YamlMap((), parent.spot)


def text_of(node: Node | None, what: str, spot: Spot, mistakes: Mistakes, hint: str = "") -> str | None:
    """A text that is not empty; `what` says what is expected there, at `spot` when there is no node at all."""
    if isinstance(node, Scalar) and not node.is_nothing and not node.is_boolean and node.text.strip():
        return " ".join(node.text.split())
    mistakes.error("brand.wrong-type", f"{what} is expected here", node.spot if node else spot, hint)
    return None


def warn_unknown(node: YamlMap, known: Sequence[str], where: str, mistakes: Mistakes) -> None:
    """Warn of every key that brand.yml does not have there."""
    for key, _ in node.entries:
        if key.text not in known:
            inside = f" in “{where}”" if where else ""
            hint = suggestion(key.text, known) or f"Known here: {', '.join(known)}."
            mistakes.warning("brand.unknown-key", f"there is no key “{key.text}”{inside}", key.spot, hint)
