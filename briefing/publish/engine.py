"""An engine for papermill that runs a notebook in this very process: no kernel and no port.

The outputs equal those of a kernel. A cell cannot be stopped from within: put the process under
a limit of time, as :mod:`briefing.publish.workers` does.
"""

from __future__ import annotations

import atexit
import io
import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from IPython.core.displayhook import DisplayHook
from IPython.core.displaypub import DisplayPublisher
from IPython.core.interactiveshell import InteractiveShell
from nbformat import NotebookNode
from nbformat.v4 import new_output
from papermill.engines import Engine, papermill_engines
from traitlets import Type
from traitlets.config import Config

NAME = "briefing"


class InProcessEngine(Engine):  # type: ignore[misc]
    """Runs each code cell in one fresh IPython shell and stops at the first that fails."""

    @classmethod
    def execute_managed_notebook(cls, nb_man: Any, kernel_name: str, **kwargs: Any) -> None:
        """Run the cells of ``nb_man.nb`` in order, writing their outputs into it."""
        with _fresh_shell() as shell:
            for index, cell in enumerate(nb_man.nb.cells):
                nb_man.cell_start(cell, index)
                failed = cell.cell_type == "code" and not shell.run(cell)
                if failed:
                    nb_man.cell_exception(cell, cell_index=index)
                nb_man.cell_complete(cell, cell_index=index)
                if failed:
                    break


def _output(kind: str, **content: Any) -> NotebookNode:
    made: NotebookNode = new_output(kind, **content)  # type: ignore[no-untyped-call]
    return made


def register() -> str:
    """Make the engine known to papermill and return its name."""
    papermill_engines.register(NAME, InProcessEngine)
    return NAME


class _Publisher(DisplayPublisher):
    """Keeps what ``display()`` publishes with the cell that is running."""

    shell: _Shell

    def publish(
        self,
        data: Any,
        metadata: Any = None,
        source: Any = None,
        *,
        transient: Any = None,
        update: bool = False,
        **kwargs: Any,
    ) -> None:
        name = str((transient or {}).get("display_id") or "")
        if update:
            for output in self.shell.displayed.get(name, ()):
                output["data"], output["metadata"] = data, metadata or {}
            return
        output = _output("display_data", data=data, metadata=metadata or {})
        if name:
            self.shell.displayed.setdefault(name, []).append(output)
        self.shell.add(output)

    def clear_output(self, wait: bool = False) -> None:
        self.shell.outputs.clear()


class _Hook(DisplayHook):
    """Keeps the value of a cell's last line."""

    shell: _Shell

    def write_output_prompt(self) -> None:
        """Nothing is printed before a value."""

    def write_format_data(self, format_dict: Any, md_dict: Any = None) -> None:
        self.shell.add(
            _output(
                "execute_result",
                data=format_dict,
                metadata=md_dict or {},
                execution_count=self.shell.running,
            )
        )

    def finish_displayhook(self) -> None:
        """Nothing is printed behind a value."""
        self._is_active = False


class _Shell(InteractiveShell):
    """A shell that writes outputs into the cell that it runs."""

    display_pub_class = Type(_Publisher)
    displayhook_class = Type(_Hook)

    def __init__(self, **kwargs: Any) -> None:
        self.outputs: list[NotebookNode] = []
        self.displayed: dict[str, list[NotebookNode]] = {}
        self.running: int | None = None
        super().__init__(**kwargs)  # type: ignore[no-untyped-call]

    def add(self, output: NotebookNode) -> None:
        """Keep an output, what was printed before it first."""
        sys.stdout.flush()
        sys.stderr.flush()
        self.outputs.append(output)

    def run(self, cell: NotebookNode) -> bool:
        """Run a code cell, fill in its outputs and count, and say whether it ended well."""
        self.outputs = []
        if not cell.source.strip():
            cell.outputs, cell.execution_count = [], None
            return True
        cell.execution_count = self.running = self.execution_count
        with _streams(self):
            result = self.run_cell(cell.source, store_history=True)  # type: ignore[no-untyped-call]
        cell.outputs = self.outputs
        error = result.error_before_exec or result.error_in_exec
        if isinstance(error, KeyboardInterrupt):
            raise error
        return bool(result.success)

    def _showtraceback(self, etype: Any, evalue: Any, stb: Any) -> None:
        name = getattr(etype, "__name__", str(etype))
        self.add(_output("error", ename=name, evalue=str(evalue), traceback=list(stb)))

    def enable_gui(self, gui: Any = None) -> None:
        """There is no screen."""


class _Stream(io.TextIOBase):
    """Text that a cell prints, as pieces of one output until another comes between."""

    def __init__(self, shell: _Shell, name: str) -> None:
        self.shell = shell
        self.name = name

    def writable(self) -> bool:
        return True

    def write(self, text: str) -> int:
        outputs = self.shell.outputs
        if outputs and outputs[-1].get("name") == self.name:
            outputs[-1]["text"] += text
        elif text:
            outputs.append(_output("stream", name=self.name, text=text))
        return len(text)


@contextmanager
def _streams(shell: _Shell) -> Iterator[None]:
    kept = sys.stdout, sys.stderr
    sys.stdout, sys.stderr = _Stream(shell, "stdout"), _Stream(shell, "stderr")
    try:
        yield
    finally:
        sys.stdout, sys.stderr = kept


@contextmanager
def _fresh_shell() -> Iterator[_Shell]:
    """A shell with an empty namespace and no history file, in the place of any that runs."""
    kept = InteractiveShell._instance
    main, path = sys.modules.get("__main__"), list(sys.path)
    hooks = sys.displayhook, sys.excepthook
    InteractiveShell._instance = None
    settings = Config()
    settings.HistoryManager.enabled = False
    settings.InteractiveShell.colors = "nocolor"
    shell = _Shell(config=settings)
    for held in _Shell._walk_mro():
        held._instance = shell  # type: ignore[assignment]
    try:
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", message="To exit: use")
            yield shell
    finally:
        shell.restore_sys_module_state()  # type: ignore[no-untyped-call]
        shell.atexit_operations()  # type: ignore[no-untyped-call]
        atexit.unregister(shell.atexit_operations)
        for held in _Shell._walk_mro():
            held._instance = None
        InteractiveShell._instance = kept
        sys.displayhook, sys.excepthook = hooks
        sys.path[:] = path
        if main is not None:
            sys.modules["__main__"] = main
