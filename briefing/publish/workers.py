"""Warm worker processes, each of which can be killed when its task takes too long.

Workers are spawned, on every system alike, and talk over pipes: no port is opened.
"""

from __future__ import annotations

import multiprocessing
import signal
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from typing import Any, Protocol

#: How often to look for what workers report while none does, in seconds.
_PATIENCE = 0.2

Report = Callable[[str], None]


class Work(Protocol):
    """A function of an importable module: a task and a way to say which stage it is at."""

    def __call__(self, task: Any, report: Report) -> Any: ...


@dataclass(frozen=True)
class Event:
    """What a worker says of the task with that number.

    ``kind`` is ``stage`` (``value`` names it), ``done`` (``value`` is the result) or ``failed``
    (``value`` says why: an error that the work did not expect, a death, or the limit of time).
    """

    kind: str
    number: int
    value: Any


def run(
    work: Work,
    tasks: Sequence[Any],
    *,
    jobs: int,
    timeout: float,
    warm: Callable[[], None] | None = None,
) -> Iterator[Event]:
    """Run the work on every task, so many at a time, and give what happens as it happens.

    ``warm`` is called once in each worker before its first task. A worker that takes longer than
    ``timeout`` seconds over a task is killed and another one takes its place. However the
    caller leaves the loop, no worker outlives it.
    """
    waiting = list(enumerate(tasks))[::-1]
    workers: list[_Worker] = []
    try:
        while waiting or any(w.busy for w in workers):
            while waiting and len([w for w in workers if w.busy]) < jobs:
                idle = next((w for w in workers if not w.busy), None)
                if idle is None:
                    idle = _Worker(work, warm)
                    workers.append(idle)
                idle.give(*waiting.pop(), timeout)
            busy = [w for w in workers if w.busy]
            ready = wait([w.connection for w in busy], timeout=_PATIENCE)
            for worker in busy:
                event = worker.heard() if worker.connection in ready else worker.overdue(timeout)
                if event is not None:
                    yield event
                if not worker.alive:
                    workers.remove(worker)
    finally:
        for worker in workers:
            worker.stop()


class _Worker:
    def __init__(self, work: Work, warm: Callable[[], None] | None) -> None:
        context = multiprocessing.get_context("spawn")
        self.connection, theirs = context.Pipe()
        self.process: SpawnProcess = context.Process(
            target=_serve, args=(theirs, work, warm), daemon=True
        )
        self.process.start()
        theirs.close()
        self.number: int | None = None
        self.deadline = 0.0
        self.alive = True

    @property
    def busy(self) -> bool:
        return self.number is not None

    def give(self, number: int, task: Any, timeout: float) -> None:
        self.number = number
        self.deadline = time.monotonic() + timeout
        self.connection.send(task)

    def heard(self) -> Event | None:
        """The next thing that the worker said, or that it died."""
        assert self.number is not None
        number = self.number
        try:
            kind, value = self.connection.recv()
        except (EOFError, ConnectionError):
            self.stop()
            code = self.process.exitcode
            return Event("failed", number, f"its process ended before its time (status {code})")
        if kind != "stage":
            self.number = None
        return Event(kind, number, value)

    def overdue(self, timeout: float) -> Event | None:
        """That the task took too long, where it did; the process is dead then."""
        if self.number is None or time.monotonic() < self.deadline:
            return None
        number = self.number
        self.stop()
        return Event("failed", number, f"stopped: not ready after {timeout:g} seconds")

    def stop(self) -> None:
        """End the process, gently where it waits for work, at once where it is busy."""
        self.alive = False
        self.connection.close()
        if not self.busy:
            self.process.join(2)
        if self.process.is_alive():
            self.process.kill()
        self.process.join()
        self.number = None


def _serve(connection: Connection, work: Work, warm: Callable[[], None] | None) -> None:
    """A worker's life: warm up, then one task after another until the pipe closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if warm is not None:
        warm()
    while True:
        try:
            task = connection.recv()
        except (EOFError, OSError):
            return
        try:
            answer = ("done", work(task, lambda stage: connection.send(("stage", stage))))
        except Exception as error:
            answer = ("failed", f"{type(error).__name__}: {error}")
        try:
            connection.send(answer)
        except OSError:
            return
