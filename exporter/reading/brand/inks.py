"""How a brand is printed, `defaults.pressroom.print`: its colours in inks, and what the printing house prints on.

Source: ICC.1 (the head of a profile, 7.2); ISO 15930-7, 6.2.2 (what PDF/X-4 needs of one).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from exporter.brand import Ink, Inks
from exporter.reading.brand.palette import ROLES
from exporter.reading.mistakes import Mistakes, suggestion
from exporter.reading.spot import Spot
from exporter.reading.yaml.shapes import WORDS, At, Key, Shape, group, read_words
from exporter.reading.yaml.tree import Node, Scalar, YamlList

PERCENT = re.compile(r"(\d{1,3})(\.\d+)?")
MOST = 300  # percent of all four inks together; coated paper takes 300 to 330, uncoated less
HEAD = 128  # bytes
PRINTER, CMYK, SIGNATURE = b"prtr", b"CMYK", b"acsp"


class NamedFile(Struct, frozen=True):
    """A path as it is written, and where."""

    path: str
    spot: Spot


class PrintKeys(Struct, frozen=True):
    """What the group `print` says; the profile is yet to be found."""

    cmyk: Mapping[str, Ink] = {}
    profile: NamedFile | None = None
    condition: str = ""


def read_inks(keys: PrintKeys, folder: Path, project: Path, mistakes: Mistakes) -> Inks:
    """The inks and the profile; a profile that can't be used is told. Paths begin at `folder` and stay inside `project`."""
    profile = _find_profile(keys.profile, folder, project, mistakes) if keys.profile else None
    return Inks(tuple(keys.cmyk.items()), profile, keys.condition)


# --- inks ------------------------------------------------------------------------------------------------------------------


def _read_ink(node: Node, at: At) -> Ink | None:
    """Four percentages as shares of one."""
    if not isinstance(node, YamlList):
        at.wrong_type(node, "a list of percentages")
        return None
    if len(node.items) != 4:
        hint = f"Cyan, magenta, yellow and black, for example {at.example}"
        at.error("ink", f"“{at.name}” has {len(node.items)} of four percentages", node.spot, hint)
        return None
    shares = tuple(share for item in node.items if (share := _read_percent(item, at)) is not None)
    if len(shares) != 4:
        return None
    if sum(shares) * 100 > MOST:
        hint = "Paper takes no more; ask the printing house for its limit."
        at.error("ink", f"these inks are {sum(shares) * 100:.0f} % together, more than {MOST} %", node.spot, hint)
        return None
    cyan, magenta, yellow, black = shares
    return (cyan, magenta, yellow, black)


def _read_percent(node: Node, at: At) -> float | None:
    if isinstance(node, Scalar) and PERCENT.fullmatch(node.text) and float(node.text) <= 100:
        return float(node.text) / 100
    shown = f"“{node.text}”" if isinstance(node, Scalar) else node.what
    at.error("ink", f"{shown} is no percentage", node.spot, "Write a number from 0 to 100, without the sign %.")
    return None


def _read_file(node: Node, at: At) -> NamedFile | None:
    text = read_words(node, at)
    return None if text is None else NamedFile(text, node.spot)


def _by_role(**inks: Ink) -> Mapping[str, Ink]:
    return {name.replace("-", "_"): ink for name, ink in inks.items()}


PERCENTAGES = {"type": "array", "items": {"type": "number", "minimum": 0, "maximum": 100}, "minItems": 4, "maxItems": 4}
INK = Shape(PERCENTAGES, _read_ink)
CMYK_KEYS = tuple(Key(role.replace("_", "-"), INK, f"The inks of “{role}”.", "[100, 60, 0, 10]") for role in ROLES)
PRINT_KEYS = (
    Key(
        "cmyk",
        group(CMYK_KEYS, _by_role),
        "The inks of a colour, by its role: percentages of cyan, magenta, yellow and black.",
        "{primary: [100, 60, 0, 10]}",
    ),
    Key(
        "profile",
        Shape(WORDS.schema, _read_file),
        "The ICC profile of the printing condition, a file of the project; the printing house names it.",
        "print/coated.icc",
    ),
    Key("condition", WORDS, "The name that the ICC registered for the condition, where it has one.", "FOGRA51"),
)


# --- the profile -----------------------------------------------------------------------------------------------------------


def _find_profile(file: NamedFile, folder: Path, project: Path, mistakes: Mistakes) -> Path | None:
    path = (folder / file.path).resolve()
    if not path.is_relative_to(project.resolve()):
        fact = f"“{file.path}” leads out of the project"
        mistakes.error("brand.print-profile", fact, file.spot, "Copy it into the project.")
        return None
    try:
        with path.open("rb") as stream:
            head = stream.read(HEAD)
    except (OSError, ValueError) as error:
        reason = (getattr(error, "strerror", None) or str(error)).lower()
        fact = f"there is no file “{file.path}”" if not path.exists() else f"“{file.path}” can't be read: {reason}"
        mistakes.error("brand.print-profile", fact, file.spot, _near(path))
        return None
    if head[36:40] != SIGNATURE or head[12:16] != PRINTER or head[16:20] != CMYK:
        fact = f"“{file.path}” is no ICC profile of a printing condition in CMYK"
        hint = "Ask the printing house which one it prints by, such as PSO Coated v3, and where to get it."
        mistakes.error("brand.print-profile", fact, file.spot, hint)
        return None
    return path


def _near(path: Path) -> str:
    """A file in the same folder that may be meant."""
    if not path.parent.is_dir():
        return f"There is no folder “{path.parent.name}” there."
    return suggestion(path.name, [entry.name for entry in path.parent.iterdir()])
