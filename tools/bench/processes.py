"""What a command costs: wall time, CPU time and memory."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import BinaryIO

Command = tuple[str, ...]

MEGABYTE = 1024 * (1024 if sys.platform == "darwin" else 1)  # ru_maxrss counts kilobytes on Linux, bytes on macOS
PROCESSES = Path("/proc")
GLANCE = 0.01  # seconds between two looks at the memory


@dataclass(frozen=True, slots=True)
class Side:
    """A name and the commands that do the work; `{out}` in them stands for a new, empty folder."""

    name: str
    commands: tuple[Command, ...]


@dataclass(frozen=True, slots=True)
class Cost:
    """What a side took. `megabytes` is the peak; CPU time that no parent waits for, as Chromium's helpers', is not seen."""

    wall: float
    cpu: float
    megabytes: float


def run(side: Side) -> Cost:
    """One cold run: times are added, the largest peak counts. Raises RuntimeError when a command fails."""
    return _in_turn(side, _run_command)


def watch(side: Side) -> Cost:
    """One cold run under a watch, which tells its memory honestly and its times not.

    Linux tells how much memory each process has, shared pages divided among those that share them (PSS): a side's peak is
    that of all its processes together. Elsewhere it is the peak of the largest of them.
    """
    return _in_turn(side, _watch_command if PROCESSES.is_dir() else _run_command)


def medians(costs: Iterable[Cost]) -> Cost:
    """The median of each figure by itself."""
    known = list(costs)
    return Cost(*(median(getattr(cost, figure) for cost in known) for figure in ("wall", "cpu", "megabytes")))


def _in_turn(side: Side, how: Callable[[list[str]], Cost]) -> Cost:
    out = Path(tempfile.mkdtemp())
    try:
        costs = [how([argument.replace("{out}", str(out)) for argument in command]) for command in side.commands]
    finally:
        shutil.rmtree(out)
    return Cost(sum(cost.wall for cost in costs), sum(cost.cpu for cost in costs), max(cost.megabytes for cost in costs))


def _run_command(command: list[str]) -> Cost:
    with _started(command) as (child, said):
        begin = time.perf_counter()
        _, status, usage = os.wait4(child, 0)
        wall = time.perf_counter() - begin
        _check(command, status, said)
    return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / MEGABYTE)


def _watch_command(command: list[str]) -> Cost:
    with _started(command) as (child, said):
        begin, peak = time.perf_counter(), 0.0
        while not (ended := os.wait4(child, os.WNOHANG))[0]:
            peak = max(peak, sum(map(_megabytes, _session(child))))
            time.sleep(GLANCE)
        _, status, usage = ended
        _check(command, status, said)
    return Cost(time.perf_counter() - begin, usage.ru_utime + usage.ru_stime, peak)


@contextmanager
def _started(command: list[str]) -> Iterator[tuple[int, BinaryIO]]:
    """A command under way, in a session of its own, and what it says."""
    with tempfile.TemporaryFile() as said:
        quiet = [(os.POSIX_SPAWN_DUP2, said.fileno(), 1), (os.POSIX_SPAWN_DUP2, said.fileno(), 2)]
        yield os.posix_spawn(command[0], command, os.environ, file_actions=quiet, setsid=True), said


def _check(command: list[str], status: int, said: BinaryIO) -> None:
    if os.waitstatus_to_exitcode(status):
        said.seek(0)
        raise RuntimeError(f"{' '.join(command)} failed:\n{said.read().decode(errors='replace')}")


def _session(leader: int) -> Iterator[int]:
    """The processes of a session (proc(5): the sixth field of `stat`; the second, a name in brackets, may hold spaces)."""
    for entry in PROCESSES.iterdir():
        if entry.name.isdigit():
            try:
                fields = (entry / "stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue
            if int(fields[3]) == leader:
                yield int(entry.name)


def _megabytes(process: int) -> float:
    try:
        lines = (PROCESSES / str(process) / "smaps_rollup").read_text().splitlines()
    except OSError:  # it has just ended
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("Pss:")), 0.0)
