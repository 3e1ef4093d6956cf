"""What starts quickly stays quick: the commands that build nothing import none of the heavy libraries."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

HEAVY = {
    "PIL",
    "matplotlib",
    "numpy",
    "asyncio",
    "babel",
    "css_inline",
    "docx",
    "fontTools",
    "importlib.metadata",
    "jinja2",
    "lxml",
    "markdown_it",
    "pypdfium2",
    "rich",
    "ruamel",
    "watchfiles",
    "weasyprint",
}

PROBE = """
import json, sys
from exporter.cli import main
try:
    main(sys.argv[1:])
except SystemExit:
    pass
print(json.dumps(sorted(sys.modules)))
"""


def modules_after(*arguments: str) -> set[str]:
    """The modules that a fresh process has imported once the command is done."""
    command = [sys.executable, "-c", PROBE, *arguments]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    return set(json.loads(run.stdout.splitlines()[-1]))


@pytest.mark.parametrize("arguments", [("--version",), ("--help",), ("build", "--help"), ()])
def test_a_command_that_builds_nothing_imports_no_heavy_library(arguments: tuple[str, ...]) -> None:
    assert modules_after(*arguments) & HEAVY == set()


def test_the_version_is_told_without_any_module_of_a_stage() -> None:
    ours = {name for name in modules_after("--version") if name.startswith("exporter")}
    assert ours == {
        "exporter",
        "exporter.cli",
        "exporter.errors",
        "exporter.diagnostics",
        "exporter.streams",
        "exporter.target",
    }
