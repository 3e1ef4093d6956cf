"""The examples of the CommonMark specification as content files, and the words that each of them says."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image as Pillow

from tests.commonmark_data import DATA

# Where the specification's examples look for pictures, seen from the content file.
PICTURES = ("url", "/url", "/url2", "train.jpg", "/path/to/train.jpg", "moon.jpg", "uri3")
FRONT_MATTER = "---\ntitle: Example {number}\nlang: en\n---\n"


@dataclass(frozen=True, slots=True)
class Example:
    """One example: its number, Markdown and the HTML that the specification makes of it."""

    number: int
    section: str
    markdown: str
    html: str

    def content_file(self) -> str:
        """The example below a front matter."""
        return FRONT_MATTER.format(number=self.number) + self.markdown


def examples() -> Iterator[Example]:
    """All of them, in order. A test that needs them fails when they are not there."""
    if not DATA.is_file():
        pytest.fail(f"{DATA} is missing; run “python -m tests.commonmark_data” (make test does)", pytrace=False)
    for entry in json.loads(DATA.read_text(encoding="utf-8")):
        yield Example(entry["example"], entry["section"], entry["markdown"], entry["html"])


def write_pictures(project: Path) -> None:
    """Put a picture wherever an example looks for one, for content files in `project/content`."""
    out = BytesIO()
    Pillow.new("RGB", (8, 8), "#0b3d91").save(out, "PNG")
    for name in PICTURES:
        path = project / name[1:] if name.startswith("/") else project / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(out.getvalue())


def write_project(project: Path) -> list[Path]:
    """Write every example as a content file of a project, with its pictures; returns the files in order."""
    write_pictures(project)
    files = []
    for example in examples():
        files.append(project / "content" / f"{example.number:03}.md")
        files[-1].write_text(example.content_file(), encoding="utf-8")
    return files


def words_of_html(html: str) -> list[str]:
    """The words of the specification's HTML. A picture alone in a paragraph says its alternative text, our caption."""
    reader = _Words()
    reader.feed(COMMENT.sub("", html))
    reader.close()
    return "".join(reader.text).split()


COMMENT = re.compile(r"<!---?>|<!--.*?-->", re.DOTALL)  # html.parser knows nothing of the first two forms
BLOCKS = {"p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "blockquote", "pre", "hr", "br"}


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text: list[str] = []
        self.paragraph = 0
        self.alone: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._space(tag)
        if tag == "p":
            self.paragraph, self.alone = len(self.text), None
        elif tag == "img" and len(self.text) == self.paragraph and self.alone is None:
            self.alone = dict(attrs).get("alt") or ""
        else:
            self.alone = None

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag == "p" and self.alone is not None:
            self.text.append(self.alone)
        self.alone = None
        self._space(tag)

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.alone = None
        self.text.append(data)

    def _space(self, tag: str) -> None:
        if tag in BLOCKS:
            self.text.append(" ")
