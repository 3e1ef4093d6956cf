"""A few forked processes that work beside this one.

A channel's library takes longer to import than a release takes to read, so workers are forked before anything heavy is
loaded, import what they will need, and then wait for work. `multiprocessing` and `concurrent.futures` would do the same
and cost a tenth of a whole build to import (docs/decisions/workers.md).
"""

from __future__ import annotations

import os
import pickle
import select
import signal
import struct
import sys
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from types import TracebackType
from typing import BinaryIO, Generic, TypeVar, cast

from exporter.errors import WorkerLost

Order = TypeVar("Order")
Product = TypeVar("Product")
LENGTH = struct.Struct("!Q")
ENDING = (signal.SIGTERM, *((signal.SIGHUP,) if hasattr(signal, "SIGHUP") else ()))
Answer = tuple[bool, object]  # whether it went well, and what came of it


class Ticket(Generic[Order]):
    """An order that was handed in, and its answer once there is one."""

    def __init__(self, order: Order, worker: int) -> None:
        self.order, self.worker = order, worker
        self.answer: Answer | None = None


class Crew(Generic[Order, Product]):
    """`size` workers, numbered from 0. Each first calls `equip` with its number; what that gives makes its products.

    With `size` 0, or where there is no `fork`, orders are worked off here, when they are waited for.
    """

    def __init__(self, size: int, equip: Callable[[int], Callable[[Order], Product]]) -> None:
        self._equip = equip
        self._idle: list[_Worker] = []
        for number in range(size if hasattr(os, "fork") else 0):
            self._idle.append(_Worker(number, equip, self._idle))
        self._busy: dict[int, tuple[_Worker, Ticket[Order]]] = {}
        self._waiting: list[Ticket[Order]] = []
        self._make: Callable[[Order], Product] | None = None

    def __enter__(self) -> Crew[Order, Product]:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        for worker in (*self._idle, *(worker for worker, _ in self._busy.values())):
            worker.stop()

    def submit(self, order: Order, worker: int = -1) -> Ticket[Order]:
        """Hand in an order that pickles: for the worker of that number when it is idle, else for any."""
        ticket = Ticket(order, worker)
        self._waiting.append(ticket)
        self._hand_out()
        return ticket

    def wait(self, ticket: Ticket[Order]) -> Product:
        """What an order gave, as soon as it is there. Raises `WorkerLost` when its worker died, or what making it raised."""
        while ticket.answer is None:
            if self._busy:
                self._collect()
                self._hand_out()
            else:
                self._make_here(self._waiting.pop(0))
        fine, product = ticket.answer
        if not fine:
            raise cast(BaseException, product)
        return cast(Product, product)

    def _collect(self) -> None:
        """Take in at least one answer."""
        ready, _, _ = select.select(list(self._busy), [], [])
        for descriptor in ready:
            worker, ticket = self._busy.pop(descriptor)
            ticket.answer = worker.receive()
            if worker.lost:
                worker.stop()
            else:
                self._idle.append(worker)

    def _hand_out(self) -> None:
        while self._idle and self._waiting:
            ticket = self._waiting.pop(0)
            worker = next((worker for worker in self._idle if worker.number == ticket.worker), self._idle[0])
            self._idle.remove(worker)
            worker.send(ticket.order)
            self._busy[worker.descriptor] = (worker, ticket)

    def _make_here(self, ticket: Ticket[Order]) -> None:
        if self._make is None:
            self._make = self._equip(0)
        ticket.answer = _answer(self._make, ticket.order)


class _Worker:
    """One forked process and the two pipes to it."""

    def __init__(self, number: int, equip: Callable[[int], Callable[..., object]], others: Sequence[_Worker] = ()) -> None:
        orders_read, orders_write = os.pipe()
        answers_read, answers_write = os.pipe()
        sys.stdout.flush()
        sys.stderr.flush()
        self.number = number
        # A worker that a signal reached before it can end in its own way would go on with its parent's work.
        mask = signal.pthread_sigmask(signal.SIG_BLOCK, (signal.SIGINT, *ENDING))
        self.pid = os.fork()
        if not self.pid:
            os.close(orders_write)
            os.close(answers_read)
            for other in others:  # else they would never see the end of their orders while this one lives
                os.close(other._orders.fileno())
            _serve(os.fdopen(orders_read, "rb"), os.fdopen(answers_write, "wb"), lambda: equip(number), mask)
        signal.pthread_sigmask(signal.SIG_SETMASK, mask)
        os.close(orders_read)
        os.close(answers_write)
        self._orders: BinaryIO = os.fdopen(orders_write, "wb")
        self._answers: BinaryIO = os.fdopen(answers_read, "rb")
        self.descriptor = self._answers.fileno()
        self.lost = False

    def send(self, order: object) -> None:
        with suppress(BrokenPipeError):  # the worker has died: `receive` tells how
            _write(self._orders, order)

    def receive(self) -> Answer:
        try:
            return cast(Answer, _read(self._answers))
        except EOFError:
            self.lost = True
            return False, WorkerLost(_how_it_ended(self._reap()))

    def stop(self) -> None:
        """End the process, at work or not, and close the pipes."""
        with suppress(BrokenPipeError):
            self._orders.close()
        if not self.lost:
            with suppress(ProcessLookupError):
                os.kill(self.pid, signal.SIGTERM)
            self._reap()
        self._answers.close()

    def _reap(self) -> int:
        return os.waitpid(self.pid, 0)[1]


def _serve(
    orders: BinaryIO, answers: BinaryIO, equip: Callable[[], Callable[..., object]], mask: Iterable[int | signal.Signals]
) -> None:
    """A worker's whole life. It never returns into the code that forked it. `mask` are the signals that stay blocked."""
    status = 0
    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to handle
        for number in ENDING:
            signal.signal(number, _end)
        signal.pthread_sigmask(signal.SIG_SETMASK, mask)
        make = _equipped(equip)
        while True:
            _write(answers, _answer(make, _read(orders)))
    except EOFError:
        pass
    except _Ended as ended:
        signal.signal(ended.number, signal.SIG_DFL)
        os.kill(os.getpid(), ended.number)
    except BaseException:
        status = 1
    finally:
        os._exit(status)


class _Ended(BaseException):
    """A worker was told to end; it first leaves what it is at, so that no temporary file stays."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


def _end(number: int, frame: object) -> None:
    signal.signal(number, signal.SIG_IGN)
    raise _Ended(number)


def _equipped(equip: Callable[[], Callable[..., object]]) -> Callable[..., object]:
    """What `equip` gives; when it fails, every order is answered with its error."""
    try:
        return equip()
    except Exception as error:
        reason = error

    def refuse(order: object) -> object:
        raise reason

    return refuse


def _answer(make: Callable[..., object], order: object) -> Answer:
    try:
        return True, make(order)
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
