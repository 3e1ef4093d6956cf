"""What the documentation says of the command is what the command does."""

from __future__ import annotations

import argparse
from pathlib import Path

import pytest

from exporter.cli import make_parser

PAGE = (Path(__file__).parent.parent / "docs" / "command-line.md").read_text(encoding="utf-8")


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
