"""What the documentation says of the command is what the command does."""

from __future__ import annotations

import argparse
import datetime as dt
import re
import shlex
from pathlib import Path
from textwrap import indent

import pytest

from exporter.cli import make_parser
from exporter.composing.compose import context
from exporter.reading.content_file import read_release
from exporter.scaffold import slug, story
from exporter.terminal import draw
from tests import samples

DOCS = Path(__file__).parent.parent / "docs"
PAGE = (DOCS / "command-line.md").read_text(encoding="utf-8")


def commands() -> dict[str, argparse.ArgumentParser]:
    parser = make_parser()
    choices = next(action.choices for action in parser._actions if isinstance(action, argparse._SubParsersAction))
    return dict(choices or {})


@pytest.mark.parametrize("name", commands())
def test_every_command_has_its_chapter(name: str) -> None:
    assert f"## pressroom {name}" in PAGE


@pytest.mark.parametrize("name", commands())
def test_every_option_stands_in_its_commands_chapter(name: str) -> None:
    chapter = PAGE.split(f"## pressroom {name}", 1)[1].split("\n## ")[0]
    options = [option for action in commands()[name]._actions for option in action.option_strings if option.startswith("--")]
    assert [option for option in options if option not in chapter and option != "--help"] == []


def test_every_call_that_the_documentation_shows_is_one_that_the_command_takes() -> None:
    pages = [DOCS.parent / "README.md", *DOCS.glob("*.md")]
    calls = [
        call for page in pages for call in re.findall(r"^    pressroom ([a-z].*)$", page.read_text("utf-8"), re.MULTILINE)
    ]
    assert len(calls) > 10
    for call in calls:
        make_parser().parse_args(shlex.split(re.split("&&|>", call)[0], comments=True))


def test_the_page_on_templates_names_what_a_template_can_name() -> None:
    names = context(samples.everything(), samples.brand(), {}, {})
    page = (DOCS / "templates.md").read_text(encoding="utf-8").split("## What a template can name")[1].split("\n## ")[0]
    assert [name for name in names if not re.search(rf"`{name}\b", page)] == []


def test_the_tutorial_shows_what_a_mistake_looks_like(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    page = (DOCS / "tutorial.md").read_text(encoding="utf-8")
    headline = re.findall(r'pressroom new "(.+)"', page)[0]
    text = story(headline, "en", dt.date(2026, 5, 12)).replace("title:", "titel:")
    file = f"content/{slug(headline)}.md"
    told = [draw(one, colour=False) for one in read_release(file, text.encode(), tmp_path, samples.brand()).diagnostics]
    assert indent("\n".join(told), "    ") in page
