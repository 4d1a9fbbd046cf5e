"""A function run in a fresh Python process, which ends when the one that started it ends."""

from __future__ import annotations

import contextlib
import os
import pickle
import subprocess
import sys
import tempfile
import threading
from importlib import import_module
from pathlib import Path
from types import TracebackType
from typing import Any, Literal, NamedTuple

from briefing.errors import BriefingError

_BOOT = (
    "import pickle, sys; sys.path[:] = pickle.load(sys.stdin.buffer); "
    "from briefing.ingest.read.child import work; work()"
)


class Answer(NamedTuple):
    """What came back: the value, or a text that says what went wrong.

    ``refused`` carries the message of a :class:`BriefingError`, ``failed`` that of another
    exception; ``memory`` and ``crashed`` say that the process ran out of memory or died.
    """

    outcome: Literal["done", "refused", "failed", "memory", "crashed", "time"]
    value: Any


class Child:
    """A call of ``module:function`` in a process of its own; arguments and value are pickled.

    Parameters
    ----------
    function
        The function, as ``package.module:name``.
    arguments
        Its arguments.
    megabytes
        The most memory that the process may ask for, where the system can limit it (POSIX);
        None for no limit.
    """

    def __init__(
        self, function: str, arguments: tuple[Any, ...] = (), *, megabytes: int | None = None
    ) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="briefing-")
        self._answer = Path(self._folder.name) / "answer"
        self._process = subprocess.Popen(
            [sys.executable, "-c", _BOOT],
            stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )  # fmt: skip
        assert self._process.stdin is not None
        with contextlib.suppress(OSError):
            pickle.dump(sys.path, self._process.stdin)
            pickle.dump((function, arguments, megabytes, str(self._answer)), self._process.stdin)
            self._process.stdin.flush()

    def __enter__(self) -> Child:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._process.kill()
        self._process.wait()
        if self._process.stdin:
            with contextlib.suppress(OSError):
                self._process.stdin.close()
        self._folder.cleanup()

    def answer(self, seconds: float | None = None) -> Answer:
        """What the function gave; ``time`` when it has not after so many seconds."""
        try:
            self._process.wait(seconds)
        except subprocess.TimeoutExpired:
            return Answer("time", None)
        try:
            with self._answer.open("rb") as file:
                outcome, value = pickle.load(file)
        except (OSError, EOFError, pickle.UnpicklingError):
            return Answer("crashed", self._process.returncode)
        return Answer(outcome, value)


def work() -> None:
    """Run the call that stands on standard input, and leave its answer in a file."""
    function, arguments, megabytes, place = pickle.load(sys.stdin.buffer)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _limit_memory(megabytes)
    answer = _answer_of(function, arguments)
    try:
        packed = pickle.dumps(tuple(answer), protocol=pickle.HIGHEST_PROTOCOL)
    except MemoryError:
        packed = pickle.dumps(("memory", ""))
    unfinished = Path(place + ".part")
    unfinished.write_bytes(packed)
    unfinished.replace(place)
    os._exit(0)


def _answer_of(function: str, arguments: tuple[Any, ...]) -> Answer:
    try:
        module, _, name = function.partition(":")
        return Answer("done", getattr(import_module(module), name)(*arguments))
    except BriefingError as refusal:
        return Answer("refused", str(refusal))
    except MemoryError:
        return Answer("memory", "")
    except Exception as fault:
        return Answer("failed", f"{type(fault).__name__}: {fault}")


def _end_with_parent() -> None:
    while sys.stdin.buffer.read(1):
        pass
    os._exit(1)


def _limit_memory(megabytes: int | None) -> None:
    if megabytes is None:
        return
    try:
        import resource
    except ImportError:
        return
    limit = megabytes * 1024 * 1024
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
