"""Workers make what is ordered, beside this process, and tell when they die."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from exporter.errors import WorkerLost
from exporter.workers import Crew


def double(number: int) -> int:
    return 2 * number


def process(order: str) -> int:
    return os.getpid()


def fail(words: str) -> None:
    raise ValueError(words)


def die(order: str) -> str:
    if order == "die":
        os.kill(os.getpid(), signal.SIGKILL)
    return f"{order} done"


def in_a_folder(parent: str) -> None:
    with tempfile.TemporaryDirectory(dir=parent):
        (Path(parent) / "begun").touch()
        time.sleep(60)


def large(size: int) -> bytes:
    return b"x" * size


def numbered(number: int) -> Callable[[str], int]:
    """Equipment that makes a worker's own number of any order."""
    return lambda order: number


def missing(number: int) -> Callable[[str], int]:
    raise OSError("Pango is not here")


def test_an_order_is_made_in_another_process() -> None:
    with Crew(1, lambda number: process) as crew:
        assert crew.wait(crew.submit("")) != os.getpid()


def test_without_workers_it_is_made_here() -> None:
    with Crew(0, lambda number: process) as crew:
        assert crew.wait(crew.submit("")) == os.getpid()


@pytest.mark.parametrize("size", [0, 1, 3])
def test_of_more_orders_than_workers_each_comes_back_under_its_own_ticket(size: int) -> None:
    with Crew(size, lambda number: double) as crew:
        tickets = [crew.submit(number) for number in range(20)]
        assert [crew.wait(ticket) for ticket in reversed(tickets)] == [2 * number for number in reversed(range(20))]


def test_an_order_goes_to_the_worker_that_is_equipped_for_it() -> None:
    with Crew(3, numbered) as crew:
        tickets = [crew.submit("", number) for number in (2, 0, 1)]
        assert [crew.wait(ticket) for ticket in tickets] == [2, 0, 1]


def test_what_making_it_raised_is_raised_where_it_is_waited_for() -> None:
    with Crew(1, lambda number: fail) as crew, pytest.raises(ValueError, match="no such port"):
        crew.wait(crew.submit("no such port"))


@pytest.mark.parametrize("size", [0, 1])
def test_what_a_worker_lacks_is_told_when_it_gets_an_order(size: int) -> None:
    with Crew(size, missing) as crew, pytest.raises(OSError, match="Pango is not here"):
        crew.wait(crew.submit(""))


def test_a_worker_that_dies_is_told_and_the_rest_is_made_without_it() -> None:
    with Crew(1, lambda number: die) as crew:
        lost, later = crew.submit("die"), crew.submit("work")
        with pytest.raises(WorkerLost, match="ended by signal 9"):
            crew.wait(lost)
        assert crew.wait(later) == "work done"


def test_answers_larger_than_a_pipe_arrive_whole() -> None:
    with Crew(2, lambda number: large) as crew:
        tickets = [crew.submit(3_000_000) for _ in range(4)]
        assert [len(crew.wait(ticket)) for ticket in tickets] == [3_000_000] * 4


def test_leaving_ends_a_worker_that_is_still_busy() -> None:
    def slow(order: str) -> int:
        if order == "sleep":
            time.sleep(60)
        return os.getpid()

    with Crew(1, lambda number: slow) as crew:
        worker = crew.wait(crew.submit(""))
        crew.submit("sleep")
    with pytest.raises(ProcessLookupError):
        os.kill(worker, 0)


def test_a_worker_that_is_told_to_end_first_removes_its_temporary_files(tmp_path: Path) -> None:
    with Crew(1, lambda number: in_a_folder) as crew:
        crew.submit(str(tmp_path))
        while not (tmp_path / "begun").exists():
            time.sleep(0.01)
    assert [path.name for path in tmp_path.iterdir()] == ["begun"]


def test_a_worker_that_misses_the_signal_ends_with_its_orders(tmp_path: Path) -> None:
    """Where Python can't raise, as in a callback of C, the handler's exception is lost: its orders end all the same."""

    def deaf(number: int) -> Callable[[str], int]:
        (tmp_path / str(number)).touch()
        with suppress(BaseException):
            time.sleep(60)
        return numbered(number)

    with Crew(2, deaf):
        while len(list(tmp_path.iterdir())) < 2:
            time.sleep(0.01)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["0", "1"]


STOPPED_AT_ONCE = """
import os, signal, sys
from exporter.workers import Crew

parent = os.getpid()
signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(128 + number))
try:
    for _ in range(100):
        with Crew(2, lambda number: lambda order: order):
            pass
finally:
    print("parent" if os.getpid() == parent else "worker")
"""


def test_a_worker_that_is_stopped_at_once_does_not_go_on_with_its_parents_work() -> None:
    run = subprocess.run([sys.executable, "-c", STOPPED_AT_ONCE], capture_output=True, text=True, check=False, timeout=60)
    assert (run.stdout, run.stderr) == ("parent\n", "")
