"""A wheel built from the tree works where the tree is not: its templates and all that it needs are in it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parent.parent


def run(*command: str | Path, folder: Path) -> str:
    """Run a command as if there were no checkout; what it prints, or a failed test that shows it."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV"))}
    done = subprocess.run(command, cwd=folder, env=environment, text=True, capture_output=True)
    assert done.returncode == 0, f"{command} → {done.returncode}\n{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this tree."""
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", folder, folder=ROOT)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def programs(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of programs of a new environment that holds the wheel, the pinned requirements and nothing else."""
    environment = tmp_path_factory.mktemp("environment")
    run(sys.executable, "-m", "venv", "--without-pip", environment, folder=environment)
    pip = (sys.executable, "-m", "pip", "--python", environment / "bin/python", "install", "--quiet", "--no-compile")
    requirements = ROOT / "requirements.txt"
    run(*pip, "--require-hashes", "--only-binary", ":all:", "--requirement", requirements, folder=environment)
    run(*pip, "--no-deps", "--no-index", wheel, folder=environment)
    return environment / "bin"


def test_the_wheel_holds_every_template_of_the_tree(wheel: Path) -> None:
    packaged = {name for name in ZipFile(wheel).namelist() if name.startswith("exporter/templates/")}
    ours = {f"exporter/{path.relative_to(ROOT)}" for path in (ROOT / "templates").rglob("*") if path.is_file()}
    assert packaged == ours


def test_the_wheel_holds_the_package_and_its_templates_and_nothing_else(wheel: Path) -> None:
    tops = {name.split("/")[0] for name in ZipFile(wheel).namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"exporter"}


def test_an_installed_wheel_makes_a_project_and_builds_it(programs: Path, tmp_path: Path) -> None:
    run(programs / "pressroom", "init", "newsroom", folder=tmp_path)
    project = tmp_path / "newsroom"
    run(programs / "pressroom", "build", folder=project)
    made = {path.suffix for path in (project / "build").rglob("*") if path.is_file()}
    assert made >= {".pdf", ".docx", ".html", ".txt", ".eml", ".json"}


def test_an_installed_wheel_runs_from_its_own_environment(programs: Path, tmp_path: Path) -> None:
    where = run(programs / "python", "-c", "import exporter; print(exporter.__file__)", folder=tmp_path)
    assert Path(where.strip()).is_relative_to(programs.parent)
