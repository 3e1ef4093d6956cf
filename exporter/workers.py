"""A few forked processes that work beside this one.

A channel's library takes longer to import than a release takes to read, so a worker is forked before anything heavy is
loaded, imports what it will need, and then waits for work. `multiprocessing` and `concurrent.futures` would do the same
and cost a tenth of a whole build to import (docs/decisions/workers.md).
"""

from __future__ import annotations

import os
import pickle
import select
import signal
import struct
import sys
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from types import TracebackType
from typing import Any, BinaryIO, Generic, TypeVar, cast

from exporter.errors import PressroomError

T = TypeVar("T")
LENGTH = struct.Struct("!Q")


class WorkerLost(PressroomError):
    """A worker ended before it answered; the message says how."""


class Ticket(Generic[T]):
    """Work that was handed in. `result` is there once `Crew.wait` has returned it."""

    def __init__(self, function: Callable[..., T], arguments: tuple[object, ...]) -> None:
        self.work = (function, arguments)
        self.answer: tuple[bool, object] | None = None

    def result(self) -> T:
        """What the function returned; raises what it raised."""
        if self.answer is None:
            raise RuntimeError("this work is not done yet")
        fine, value = self.answer
        if not fine:
            raise cast(BaseException, value)
        return cast(T, value)


class Crew:
    """`size` workers, each of which first calls `warm_up`; with `size` 0 the work is done here, when it is waited for."""

    def __init__(self, size: int, warm_up: Callable[[], object]) -> None:
        self._idle = [_Worker(warm_up) for _ in range(size if hasattr(os, "fork") else 0)]
        self._busy: dict[int, tuple[_Worker, Ticket[Any]]] = {}
        self._waiting: deque[Ticket[Any]] = deque()
        self._alone = not self._idle

    def __enter__(self) -> Crew:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        for worker in (*self._idle, *(worker for worker, _ in self._busy.values())):
            worker.stop()

    def submit(self, function: Callable[..., T], *arguments: object) -> Ticket[T]:
        """Hand in a call of a module's function with arguments that pickle."""
        ticket = Ticket(function, arguments)
        self._waiting.append(ticket)
        self._hand_out()
        return ticket

    def wait(self, ticket: Ticket[T]) -> T:
        """The result of that work, as soon as it is there. Raises `WorkerLost` when its worker died."""
        while ticket.answer is None:
            if self._alone:
                next_ticket = self._waiting.popleft()
                next_ticket.answer = _call(*next_ticket.work)
                continue
            ready, _, _ = select.select(list(self._busy), [], [])
            for descriptor in ready:
                worker, done = self._busy.pop(descriptor)
                done.answer = worker.receive()
                if worker.lost:
                    worker.stop()
                    self._alone = not self._idle and not self._busy
                else:
                    self._idle.append(worker)
            self._hand_out()
        return ticket.result()

    def _hand_out(self) -> None:
        while self._idle and self._waiting:
            worker, ticket = self._idle.pop(), self._waiting.popleft()
            worker.send(ticket.work)
            self._busy[worker.descriptor] = (worker, ticket)


class _Worker:
    """One forked process and the two pipes to it."""

    def __init__(self, warm_up: Callable[[], object]) -> None:
        work_read, work_write = os.pipe()
        answer_read, answer_write = os.pipe()
        sys.stdout.flush()
        sys.stderr.flush()
        self.pid = os.fork()
        if not self.pid:
            os.close(work_write)
            os.close(answer_read)
            _serve(os.fdopen(work_read, "rb"), os.fdopen(answer_write, "wb"), warm_up)
        os.close(work_read)
        os.close(answer_write)
        self._work, self._answers = os.fdopen(work_write, "wb"), os.fdopen(answer_read, "rb")
        self.descriptor = self._answers.fileno()
        self.lost = False

    def send(self, work: tuple[Callable[..., object], tuple[object, ...]]) -> None:
        with suppress(BrokenPipeError):  # the worker has died: `receive` tells how
            _write(self._work, work)

    def receive(self) -> tuple[bool, object]:
        try:
            return cast("tuple[bool, object]", _read(self._answers))
        except EOFError:
            self.lost = True
            return False, WorkerLost(_how_it_ended(self._reap()))

    def stop(self) -> None:
        """End the process: at once when it is idle, by SIGTERM when it is still at work."""
        with suppress(BrokenPipeError):
            self._work.close()
        if not self.lost:
            with suppress(ProcessLookupError):
                os.kill(self.pid, signal.SIGTERM)
            self._reap()
        self._answers.close()

    def _reap(self) -> int:
        return os.waitpid(self.pid, 0)[1]


def _serve(work: BinaryIO, answers: BinaryIO, warm_up: Callable[[], object]) -> None:
    """A worker's whole life. It never returns into the code that forked it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to handle
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    status = 0
    with suppress(Exception):  # whatever is missing is missing again when there is work, and is told then
        warm_up()
    try:
        while True:
            _write(answers, _call(*cast("tuple[Callable[..., object], tuple[object, ...]]", _read(work))))
    except EOFError:
        pass
    except BaseException:
        status = 1
    finally:
        os._exit(status)


def _call(function: Callable[..., object], arguments: tuple[object, ...]) -> tuple[bool, object]:
    try:
        return True, function(*arguments)
    except Exception as error:
        return False, error


def _write(stream: BinaryIO, value: object) -> None:
    data = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
    stream.write(LENGTH.pack(len(data)))
    stream.write(data)
    stream.flush()


def _read(stream: BinaryIO) -> object:
    head = stream.read(LENGTH.size)
    if len(head) < LENGTH.size:
        raise EOFError
    (length,) = LENGTH.unpack(head)
    data = stream.read(length)
    if len(data) < length:
        raise EOFError
    return pickle.loads(data)


def _how_it_ended(status: int) -> str:
    if os.WIFSIGNALED(status):
        return f"its process was ended by signal {os.WTERMSIG(status)}"
    return f"its process ended with status {os.WEXITSTATUS(status)}"
