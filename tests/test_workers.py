"""Workers do what they are handed, beside this process, and tell when they die."""

from __future__ import annotations

import os
import signal
import time

import pytest

from exporter.workers import Crew, WorkerLost


def nothing() -> None:
    """A warm-up that has nothing to warm."""


def double(number: int) -> int:
    return 2 * number


def own_process() -> int:
    return os.getpid()


def fail(words: str) -> None:
    raise ValueError(words)


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def large(size: int) -> bytes:
    return b"x" * size


def test_work_is_done_in_another_process() -> None:
    with Crew(1, nothing) as crew:
        assert crew.wait(crew.submit(own_process)) != os.getpid()


def test_without_workers_the_work_is_done_here() -> None:
    with Crew(0, nothing) as crew:
        assert crew.wait(crew.submit(own_process)) == os.getpid()


@pytest.mark.parametrize("size", [0, 1, 3])
def test_more_work_than_workers_comes_back_under_its_own_ticket(size: int) -> None:
    with Crew(size, nothing) as crew:
        tickets = [crew.submit(double, number) for number in range(20)]
        assert [crew.wait(ticket) for ticket in reversed(tickets)] == [2 * number for number in reversed(range(20))]


def test_what_the_work_raised_is_raised_where_it_is_waited_for() -> None:
    with Crew(1, nothing) as crew, pytest.raises(ValueError, match="no such port"):
        crew.wait(crew.submit(fail, "no such port"))


def test_a_worker_that_dies_is_told_and_the_rest_is_done_without_it() -> None:
    with Crew(1, nothing) as crew:
        lost, later = crew.submit(die), crew.submit(double, 4)
        with pytest.raises(WorkerLost, match="ended by signal 9"):
            crew.wait(lost)
        assert crew.wait(later) == 8


def test_answers_larger_than_a_pipe_arrive_whole() -> None:
    with Crew(2, nothing) as crew:
        tickets = [crew.submit(large, 3_000_000) for _ in range(4)]
        assert [len(crew.wait(ticket)) for ticket in tickets] == [3_000_000] * 4


def test_leaving_ends_a_worker_that_is_still_busy() -> None:
    with Crew(1, nothing) as crew:
        ticket = crew.submit(own_process)
        process = crew.wait(ticket)
        crew.submit(time.sleep, 60)
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)
