"""The tests of a module run against a mutant: in a fork, in memory, on a copy.

The parent imports what the tests need from other people (pytest, hypothesis, pandas) once, and
never the kit. Each mutant is a fork that imports the kit afresh with the one module mutated, so
constants, properties and defaults are mutated like all else. No mutant is written to any file.
"""

from __future__ import annotations

import importlib
import os
import resource
import shutil
import signal
import sys
import time
import warnings
from collections.abc import Callable, Sequence
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import spec_from_file_location
from pathlib import Path
from types import CodeType

import pytest
from hypothesis import HealthCheck, Phase, settings

KILLED, SURVIVED, TIMED_OUT = "killed", "survived", "timed out"

#: A mutant may take so many times the processor seconds of the sound module, and so many more.
PATIENCE, GRACE = 5, 5

ARGUMENTS = (
    "-x",
    "-q",
    "--assert=plain",
    "-p", "no:cacheprovider",
    "-m", "not shared and not browser",
    "-W", "ignore::pytest.PytestAssertRewriteWarning",
    "-p", "hypothesispytest",
    "--hypothesis-profile=mutation",
)  # fmt: skip

# Hypothesis says whether a mutant fails; the smallest case that makes it fail is not asked for.
settings.register_profile(
    "mutation",
    derandomize=True,
    database=None,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)


def copy_of(root: Path, folder: Path) -> Path:
    """What the tests need of a checkout, in a folder of its own."""
    for name in ("briefing", "tests", "notebooks", "data"):
        shutil.copytree(root / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "CONTRIBUTING.md"):
        shutil.copy2(root / name, folder / name)
    return folder


class Tests:
    """The tests of one module of a copy; they must pass while it is sound.

    Raises
    ------
    RuntimeError
        When a test fails, or none is found, before anything is mutated.
    """

    def __init__(self, copy: Path, module: str, tests: Sequence[str]) -> None:
        self.copy = copy
        self.file = copy / module
        self.name = module.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
        self.tests = tests
        self.seconds = 0.0
        others = copy / "imported.txt"
        status, self.seconds = self._run(None, None, lambda: others.write_text(_imported(copy)))
        if status != 0:
            raise RuntimeError(f"{module}: its tests do not pass as it stands ({status})")
        _warm(others.read_text().split())
        _, self.seconds = self._run(None, None)

    def hold(self, mutant: CodeType) -> str:
        """Whether the tests notice a mutant: killed, survived or timed out."""
        status, _ = self._run(mutant, self.seconds * PATIENCE + GRACE)
        if status in (-signal.SIGXCPU, -signal.SIGKILL):
            return TIMED_OUT
        return SURVIVED if status == 0 else KILLED

    def _run(
        self,
        mutant: CodeType | None,
        limit: float | None,
        after: Callable[[], object] | None = None,
    ) -> tuple[int, float]:
        """The exit status of the tests in a fork, negative for a signal, and processor seconds."""
        child = os.fork()
        if child == 0:
            status = 99
            try:
                os.setsid()
                status = self._in_child(mutant, limit)
                if after is not None:
                    after()
            finally:
                os._exit(status)
        _, raw, usage = _wait(child, limit)
        return os.waitstatus_to_exitcode(raw), usage.ru_utime + usage.ru_stime

    def _in_child(self, mutant: CodeType | None, limit: float | None) -> int:
        silent = os.open(os.devnull, os.O_WRONLY)
        os.dup2(silent, 1)
        os.dup2(silent, 2)
        if limit is not None:
            resource.setrlimit(resource.RLIMIT_CPU, (int(limit) + 1, int(limit) + 2))
        sys.dont_write_bytecode = False
        os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
        os.chdir(self.copy)
        sys.path.insert(0, str(self.copy))
        if mutant is not None:
            sys.meta_path.insert(0, _Finder(self.name, self.file, mutant))
        return int(pytest.main([*ARGUMENTS, *self.tests]))


def _wait(child: int, limit: float | None) -> tuple[int, int, resource.struct_rusage]:
    """Wait for a child; one that waits for ever is ended, with all that it started."""
    last = time.monotonic() + 60 + 20 * limit if limit is not None else None
    while last is not None and time.monotonic() < last:
        done = os.wait4(child, os.WNOHANG)
        if done[0]:
            return done
        time.sleep(0.01)
    if last is not None:
        os.killpg(child, signal.SIGKILL)
    return os.wait4(child, 0)


class _Finder:
    """Finds the one module that is mutated, before any other finder does."""

    def __init__(self, name: str, file: Path, code: CodeType) -> None:
        self.name, self.file, self.code = name, file, code

    def find_spec(self, name: str, path: object = None, target: object = None) -> ModuleSpec | None:
        if name != self.name:
            return None
        return spec_from_file_location(
            name, self.file, loader=_Loader(name, str(self.file), self.code)
        )


class _Loader(SourceFileLoader):
    def __init__(self, name: str, path: str, code: CodeType) -> None:
        super().__init__(name, path)
        self.mutated = code

    def get_code(self, fullname: str) -> CodeType:
        return self.mutated


def _imported(copy: Path) -> str:
    """The modules that the tests imported from outside the copy."""
    return "\n".join(
        name
        for name, module in list(sys.modules.items())
        if (file := getattr(module, "__file__", None)) and not file.startswith(str(copy))
    )


def _warm(names: Sequence[str]) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for name in names:
            if name not in sys.modules and not name.startswith(("briefing", "_pytest", "tests")):
                try:
                    importlib.import_module(name)
                except Exception:
                    continue
