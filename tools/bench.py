"""Speed of whole processes, side by side in one run: `make bench`.

Each comparison runs its two sides in turn (A B A B …) after one warm-up of each, and shows the medians of wall time and of
peak memory. A side may be several commands one after another (pandoc makes one format a call): their times are added, and
the largest peak counts. Cold: every run is a new process that writes into a new folder. The figures depend on the machine;
their ratios say more. A process starts as a copy of this one, so no peak below this one's own (some 23 MB) is seen. A missed
target is printed and fails nothing.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

SAMPLE = Path("content/japan-us-alliance.md")
BIN = Path(sys.executable).parent
MEGABYTE = 1024 * (1024 if sys.platform == "darwin" else 1)  # ru_maxrss counts kilobytes on Linux, bytes on macOS

Command = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """A name and the commands that do the work; `{out}` in them stands for a new, empty folder."""

    name: str
    commands: tuple[Command, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Ours against theirs, and the ratio of wall times that we want to stay below (None: only shown)."""

    ours: Side
    theirs: Side
    target: float | None = None


@dataclass(frozen=True, slots=True)
class Cost:
    """What a run took."""

    seconds: float
    megabytes: float


def comparisons(sample: Path) -> tuple[Comparison, ...]:
    """What is compared, and the targets."""
    pressroom, python = str(BIN / "pressroom"), sys.executable
    build = (pressroom, "build", str(sample), "--out", "{out}")
    bare = Side("python -c pass", ((python, "-c", "pass"),))
    docx, web, pdf = (
        pandoc(sample, "docx"),
        pandoc(sample, "html", "--standalone"),
        pandoc(sample, "pdf", f"--pdf-engine={BIN / 'weasyprint'}"),
    )
    word_and_email = Side("pressroom build --to word,email", ((*build, "--to", "word,email"),))
    everything = Side("pressroom build", (build,))
    return (
        Comparison(Side("pressroom --version", ((pressroom, "--version"),)), bare, 10),
        Comparison(Side("pressroom --help", ((pressroom, "--help"),)), bare, 10),
        Comparison(word_and_email, Side("pandoc: docx, html", (docx, web)), 2),
        Comparison(everything, Side("pandoc: docx, html, pdf (WeasyPrint)", (docx, web, pdf)), 0.75),
        Comparison(everything, Side("pandoc: docx, html, typst; typst: pdf", (docx, web, *through_typst(sample)))),
    )


def pandoc(sample: Path, form: str, *options: str) -> Command:
    """The call that makes one format of a sample, with its pictures."""
    import pypandoc  # only `make bench` installs it

    paths = ("--resource-path", str(sample.parent), str(sample), "--output", f"{{out}}/story.{form}")
    return (pypandoc.get_pandoc_path(), *options, *paths)


def through_typst(sample: Path) -> tuple[Command, Command]:
    """pandoc's typst output, and typst's PDF of it. Pictures are unpacked beside it, where typst looks for them.

    Without `--standalone`: the template of pandoc 3.9 leaves keywords unquoted, and typst refuses one of two words.
    """
    compile_it = "import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2])"
    return (
        pandoc(sample, "typ", "--to=typst", "--extract-media={out}"),
        (sys.executable, "-c", compile_it, "{out}/story.typ", "{out}/story.pdf"),
    )


def run(side: Side) -> Cost:
    """One cold run. Raises RuntimeError when a command fails."""
    out = Path(tempfile.mkdtemp())
    try:
        costs = [run_command([argument.replace("{out}", str(out)) for argument in command]) for command in side.commands]
    finally:
        shutil.rmtree(out)
    return Cost(sum(cost.seconds for cost in costs), max(cost.megabytes for cost in costs))


def run_command(command: list[str]) -> Cost:
    """Wall time and peak memory of a process; the peak is that of the largest among it and its children."""
    with tempfile.TemporaryFile() as said:
        quiet = [(os.POSIX_SPAWN_DUP2, said.fileno(), 1), (os.POSIX_SPAWN_DUP2, said.fileno(), 2)]
        begin = time.perf_counter()
        child = os.posix_spawn(command[0], command, os.environ, file_actions=quiet)
        _, status, usage = os.wait4(child, 0)
        seconds = time.perf_counter() - begin
        if os.waitstatus_to_exitcode(status):
            said.seek(0)
            raise RuntimeError(f"{' '.join(command)} failed:\n{said.read().decode(errors='replace')}")
    return Cost(seconds, usage.ru_maxrss / MEGABYTE)


def compare(comparison: Comparison, runs: int) -> tuple[Cost, Cost]:
    """The medians of both sides, run in turn after a warm-up."""
    sides = (comparison.ours, comparison.theirs)
    for side in sides:
        run(side)
    pairs = [tuple(run(side) for side in sides) for _ in range(runs)]
    ours, theirs = zip(*pairs, strict=True)
    return median(ours), median(theirs)


def median(costs: Iterable[Cost]) -> Cost:
    """The median of each figure by itself."""
    known = list(costs)
    return Cost(statistics.median(cost.seconds for cost in known), statistics.median(cost.megabytes for cost in known))


def report(comparison: Comparison, ours: Cost, theirs: Cost) -> str:
    """Three lines: a side each, then the ratio and its target."""
    ratio = ours.seconds / theirs.seconds
    verdict = ""
    if comparison.target is not None:
        verdict = f"   target ≤ {comparison.target:g}: {'reached' if ratio <= comparison.target else 'missed'}"
    return "\n".join((line(comparison.ours, ours), line(comparison.theirs, theirs), f"  ratio {ratio:.2f}{verdict}\n"))


def line(side: Side, cost: Cost) -> str:
    return f"{side.name:40} {cost.seconds * 1000:8.0f} ms {cost.megabytes:8.0f} MB"


def main(arguments: Sequence[str] | None = None) -> int:
    """Print every comparison."""
    parser = argparse.ArgumentParser(prog="python -m tools.bench", description=__doc__)
    parser.add_argument("--runs", type=int, default=7, help="runs of each side (default: 7)")
    options = parser.parse_args(arguments)
    versions = ", ".join(f"{name} {version(name)}" for name in ("pypandoc_binary", "typst", "weasyprint"))
    print(f"{SAMPLE}, medians of {options.runs} runs; {versions}")
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} (above 0.5, other work takes part in the figures)\n")
    for comparison in comparisons(SAMPLE):
        print(report(comparison, *compare(comparison, options.runs)), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
