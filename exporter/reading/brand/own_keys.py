"""Our own keys of a brand file, `defaults.pressroom`: one table for the reader and for docs/brand.md."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from msgspec import Struct
from msgspec.structs import replace

from exporter.model import Boilerplate, WordFields
from exporter.reading.brand.inks import PRINT_KEYS, PrintKeys
from exporter.reading.front_matter_keys import DEFAULT_KEYS
from exporter.reading.mistakes import Mistakes
from exporter.reading.pictures.assets import Pictures
from exporter.reading.word_keys import WORD, WORD_KEYS
from exporter.reading.yaml.shapes import (
    LINE,
    TEXT_TYPES,
    WORDS,
    At,
    Key,
    Reading,
    Shape,
    group,
    lines_of,
    list_of,
    read_keys,
    read_text,
    unknown_key,
)
from exporter.reading.yaml.tree import Node, Scalar, YamlMap
from exporter.reading.yaml.values import EMAIL, PARAGRAPHS, TITLED_TEXT, URL


class OwnKeys(Struct, frozen=True):
    """What `defaults.pressroom` says. `colors` are values yet to be resolved, `front_matter` checked ones by their key."""

    tagline: str = ""
    website: str = ""
    address: tuple[str, ...] = ()
    sender: str = ""
    boilerplates: Mapping[str, Boilerplate] = {}
    colors: Mapping[str, Node] = {}
    front_matter: Mapping[str, object] = {}
    print: PrintKeys | None = None
    word: WordFields = WordFields()


def read_own_keys(node: YamlMap, mistakes: Mistakes, pictures: Pictures) -> OwnKeys:
    """The keys of the group `pressroom`; `pictures` knows the folders.

    Defaults of the front matter come last, since they may name a boilerplate.
    """
    entries = sorted(node.entries, key=lambda entry: entry[0].text == "front-matter")
    at = At(Reading(mistakes, "brand", pictures=pictures), "", Scalar("pressroom", True, node.spot))
    values = read_keys(replace(node, entries=tuple(entries)), OWN_KEYS, at)
    build: Callable[..., OwnKeys] = OwnKeys
    return build(**{name.replace("-", "_"): value for name, value in values.items()})


def _read_address(node: Node, at: At) -> tuple[str, ...] | None:
    if not isinstance(node, Scalar):
        return LINES.read(node, at)
    text = read_text(node, at)
    return None if text is None else tuple(line for line in lines_of(text) if line)


def _read_boilerplates(node: Node, at: At) -> Mapping[str, Boilerplate] | None:
    if not isinstance(node, YamlMap):
        at.wrong_type(node, "a group of named texts")
        return None
    found: dict[str, Boilerplate] = {}
    for name, value in node.entries:
        inside = At(at.reading, f"{at.path}.{name.text}", name)
        read = TITLED_TEXT.read(value, inside) if isinstance(value, YamlMap) else PARAGRAPHS.read(value, inside)
        if read is not None:
            text, title = (read.text, read.title) if isinstance(read, Boilerplate) else (read, "")
            found[name.text] = Boilerplate(text, title, name.text)
    at.reading.boilerplates = found
    return found


def _read_colors(node: Node, at: At) -> Mapping[str, Node] | None:
    """The values as they are: what they mean depends on the colours of the brand."""
    if not isinstance(node, YamlMap):
        at.wrong_type(node, "a group of colours")
        return None
    for key, _ in node.entries:
        if key.text not in COLORS:
            at.error(*unknown_key(key, COLORS, at.name))
    return {key.text.replace("-", "_"): value for key, value in node.entries if key.text in COLORS}


COLORS = ("muted", "tint", "rule", "on-primary")
LINES = list_of(WORDS)
ADDRESS = Shape({"anyOf": [{"type": TEXT_TYPES}, LINES.schema]}, _read_address)
BOILERPLATES = Shape({"type": "object"}, _read_boilerplates)
COLOR_VALUES = Shape({"type": "object"}, _read_colors)

OWN_KEYS = (
    Key("tagline", LINE, "One line about the institution.", "Research for open coasts"),
    Key("website", URL, "Its web address; “meta.link” when absent.", "https://harbour.example/"),
    Key("address", ADDRESS, "The lines of its postal address.", "[12 Quay Street, Port Alder 40123]"),
    Key("sender", EMAIL, "The address that emails come from.", "press@harbour.example"),
    Key(
        "boilerplates",
        BOILERPLATES,
        "Standing texts by name; each a text, or {title, text}.",
        "{institute: The institute studies ports.}",
    ),
    Key(
        "colors",
        COLOR_VALUES,
        "Colours that brand.yml does not have: muted (small labels), tint (ground of boxes), rule (lines), on-primary"
        " (text on primary). Derived when absent.",
        '{muted: "#5b6470"}',
    ),
    Key(
        "print",
        group(PRINT_KEYS, PrintKeys),
        "What `--print` needs for PDF/X-4; see [Print](#print).",
        "{cmyk: {primary: [100, 60, 0, 10]}, profile: print/coated.icc}",
    ),
    Key("word", WORD, "For the Word copies of all releases; see [Word](#word).", "{template: house.dotx}", parts=WORD_KEYS),
    Key(
        "front-matter",
        group(DEFAULT_KEYS, dict),
        f"Front matter of releases that don't give it themselves: {', '.join(key.name for key in DEFAULT_KEYS)}.",
        "{lang: en-GB, boilerplate: institute}",
    ),
)
