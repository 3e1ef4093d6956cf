"""What tests of reading can ask for."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture
def in_project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty project, in which the command is run."""
    monkeypatch.chdir(tmp_path)
    return tmp_path
