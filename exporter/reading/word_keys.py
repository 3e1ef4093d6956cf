"""The keys `word` of the front matter and of the brand: the house's own Word template, and what its styles are called."""

from __future__ import annotations

from pathlib import Path

from exporter.front_matter import WordFields, WordTemplate
from exporter.project import shown_path
from exporter.reading.mistakes import suggestion
from exporter.reading.yaml.shapes import WORDS, At, Key, Shape, group, read_words
from exporter.reading.yaml.tree import Node
from exporter.rendering.word.roles import ROLES

SUFFIXES = (".dotx", ".docx", ".dotm", ".docm")
LARGEST = 50_000_000  # bytes


def _read_template(node: Node, at: At) -> WordTemplate | None:
    """The file at a path, which begins at the folder of the file that names it, or with / at the project's."""
    text = read_words(node, at)
    pictures = at.reading.pictures
    if text is None or pictures is None:
        return None
    start = pictures.project if text.startswith("/") else pictures.folder
    problem = _problem(text, start / text.lstrip("/"), pictures.project)
    if problem:
        at.error("word-template", problem[0], node.spot, problem[1])
        return None
    path = (start / text.lstrip("/")).resolve()
    try:
        return WordTemplate(shown_path(path), path.read_bytes())
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        at.error("word-template", f"“{text}” can't be read: {reason}", node.spot, "May you read it?")
        return None


def _problem(text: str, path: Path, project: Path) -> tuple[str, str] | None:
    """What is wrong with the path of a template, and what to do."""
    try:
        if not path.resolve().is_relative_to(project.resolve()):
            return f"“{text}” leads out of the project", "Copy it into the project."
        if not path.is_file():
            return f"there is no file “{text}”", _near(path)
        if path.suffix.lower() not in SUFFIXES:
            return f"“{text}” is no Word file by its name", f"It ends with {', '.join(SUFFIXES[:-1])} or {SUFFIXES[-1]}."
        if path.stat().st_size > LARGEST:
            return f"“{text}” has more than {LARGEST // 1_000_000} MB", "Does it hold pictures that nobody needs?"
    except (OSError, ValueError, RuntimeError):
        return f"“{text}” is no path", "A path begins at the folder of the file that names it."
    return None


def _near(path: Path) -> str:
    if not path.parent.is_dir():
        return f"There is no folder “{path.parent.name}” there."
    near = suggestion(path.name, [entry.name for entry in path.parent.iterdir()])
    return near or "A path begins at the folder of the file that names it, or with / at the project's."


def _by_role(**names: str) -> tuple[tuple[str, str], ...]:
    return tuple(names.items())


TEMPLATE = Shape(WORDS.schema, _read_template)
STYLE_KEYS = tuple(Key(role, WORDS, f"In place of “{name}”.", name) for role, name in ROLES.items())
WORD_KEYS = (
    Key("template", TEMPLATE, "A .docx or .dotx of the house, by its path; the Word copy is written into it.", "house.dotx"),
    Key(
        "styles",
        group(STYLE_KEYS, _by_role),
        "What that template calls the styles of our [roles](templates.md#the-roles-of-styles).",
        "{pull_quote: Large quote}",
    ),
)
WORD = group(WORD_KEYS, WordFields)


def merged(brand: WordFields, own: WordFields | None) -> WordFields:
    """What holds for a release: its own template and names, else the brand's; the brand's names are of its own template."""
    if own is None:
        return brand
    if own.template:
        return own
    return WordFields(brand.template, tuple((dict(brand.styles) | dict(own.styles)).items()))
