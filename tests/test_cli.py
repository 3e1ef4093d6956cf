"""How the command ends when something comes between."""

from __future__ import annotations

import argparse
from collections.abc import Callable

import pytest

from exporter import commands
from exporter.cli import main

RunCommand = Callable[[BaseException], None]


@pytest.fixture
def schema_raises(monkeypatch: pytest.MonkeyPatch) -> RunCommand:
    """Lets `pressroom schema` raise an exception."""

    def use(error: BaseException) -> None:
        def run(options: argparse.Namespace) -> int:
            raise error

        monkeypatch.setattr(commands, "COMMANDS", {"schema": run})

    return use


def test_a_mistake_of_pressroom_itself_is_told_without_a_traceback(
    schema_raises: RunCommand, capsys: pytest.CaptureFixture[str]
) -> None:
    schema_raises(KeyError("title"))
    assert main(["schema"]) == 1
    assert capsys.readouterr().err == (
        "pressroom: this is a mistake of Pressroom itself: KeyError: 'title'\n"
        "  hint: Please report it; PRESSROOM_TRACEBACK=1 shows where it happened.\n"
    )


def test_whoever_asks_for_the_traceback_gets_it(schema_raises: RunCommand, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PRESSROOM_TRACEBACK", "1")
    schema_raises(KeyError("title"))
    with pytest.raises(KeyError):
        main(["schema"])


def test_ctrl_c_ends_the_command_with_one_line(schema_raises: RunCommand, capsys: pytest.CaptureFixture[str]) -> None:
    schema_raises(KeyboardInterrupt())
    assert main(["schema"]) == 130
    assert capsys.readouterr().err == "pressroom: stopped\n"


def test_without_a_command_the_help_is_shown_and_the_call_is_wrong(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    assert capsys.readouterr().out.startswith("usage: pressroom ")
