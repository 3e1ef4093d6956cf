"""New projects and new content files, from the texts in `templates/project/`."""

from __future__ import annotations

import datetime as dt
import json
import re
import unicodedata
from pathlib import Path
from string import Template

from exporter.composing.folders import packaged_templates
from exporter.diagnostics import Diagnostic, Place, Severity
from exporter.errors import Refused
from exporter.project import BRAND, SUFFIX, Project, shown_path

FIRST_STORY = "Our first release"
FILES = {BRAND: "brand.yml", "templates/README.md": "templates.md"}
IGNORED = "build/\n"
LONGEST = 60  # characters of a file's name that come from the headline


def make_project(folder: Path, today: dt.date) -> tuple[Path, ...]:
    """Make a project in `folder` and return the paths made; what is there already stays as it is.

    Raises Refused when the folder is a file.
    """
    if folder.exists() and not folder.is_dir():
        raise Refused(_error("project.not-a-folder", "this is a file, not a folder", folder))
    project = Project(folder)
    for inside in (project.content, project.templates, project.build):
        inside.mkdir(parents=True, exist_ok=True)
    texts = {folder / name: _text(source) for name, source in FILES.items()}
    texts[folder / ".gitignore"] = IGNORED
    if not any(project.content.iterdir()):
        texts[project.content / f"{slug(FIRST_STORY)}{SUFFIX}"] = story(FIRST_STORY, "en", today)
    made = [path for path in texts if not path.exists()]
    for path in made:
        _create(path, texts[path])
    return tuple(made)


def make_story(project: Project, headline: str, lang: str, today: dt.date) -> Path:
    """Make a content file for a headline in `content/` and return its path.

    Raises Refused when there is a file of that name, or when the headline gives no name.
    """
    name = slug(headline)
    path = project.content / f"{name}{SUFFIX}"
    if not name:
        raise Refused(_error("story.no-name", f"“{headline}” has no letter or digit to name a file by", project.content))
    project.content.mkdir(parents=True, exist_ok=True)
    try:
        _create(path, story(headline, lang, today))
    except FileExistsError:
        hint = "Choose another headline, or edit that file."
        raise Refused(_error("story.exists", "there is a content file of this name already", path, hint)) from None
    return path


def _create(path: Path, text: str) -> None:
    """Write a new file, whole or not at all. Raises FileExistsError where there is one, OSError when the disk refuses."""
    try:
        with path.open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
    except FileExistsError:
        raise
    except OSError as error:
        path.unlink(missing_ok=True)
        raise OSError(error.errno, error.strerror, str(path)) from error


def story(headline: str, lang: str, today: dt.date) -> str:
    """The text of a new content file."""
    line = " ".join("".join(sign for sign in headline if sign.isspace() or unicodedata.category(sign) != "Cc").split())
    return Template(_text("story.md")).substitute(title=_yaml(line), lang=lang, date=today.isoformat())


def slug(headline: str) -> str:
    """A file's name for a headline: its letters and digits in lower case, with hyphens.

    Accents on Latin letters go; marks of other scripts are part of how a word is spelled, and stay.
    """
    plain = re.sub("([\u0000-\u024f])[\u0300-\u036f]+", r"\1", unicodedata.normalize("NFKD", headline))
    spelled = unicodedata.normalize("NFC", plain).lower()
    words = re.sub("-+", "-", "".join(sign if _is_spelling(sign) else "-" for sign in spelled)).strip("-")
    return words if len(words) <= LONGEST else words[:LONGEST].rsplit("-", 1)[0]


def _is_spelling(sign: str) -> bool:
    return sign.isalnum() or unicodedata.category(sign).startswith("M")


def _yaml(text: str) -> str:
    """A scalar that YAML reads as this text: plain where that is safe, else in JSON's quotes, which YAML takes too."""
    safe = re.fullmatch(r"[A-Za-z][\w .,’“”–—-]*", text) and text.lower() not in {
        "true",
        "false",
        "yes",
        "no",
        "null",
        "on",
        "off",
    }
    return text if safe else json.dumps(text, ensure_ascii=False)


def _text(name: str) -> str:
    return (packaged_templates() / "project" / name).read_text(encoding="utf-8")


def _error(code: str, fact: str, path: Path, hint: str = "") -> Diagnostic:
    return Diagnostic(Severity.ERROR, code, fact, Place(shown_path(path)), hint)
