"""Running a notebook with checked parameters, and leaving nothing of this machine in it."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefing.errors import BriefingError
from briefing.publish.parameters import Value, checked, declared
from briefing.store.lean import without

if TYPE_CHECKING:
    from nbformat import NotebookNode

_INJECTED = "injected-parameters"


def execute(
    notebook: Path, parameters: Mapping[str, Value], *, data: Path | None = None
) -> NotebookNode:
    """The notebook after a run of all its cells in this process.

    Parameters
    ----------
    notebook
        The notebook's file; it is not written to.
    parameters
        Name to value; checked against the notebook's parameters cell before anything runs.
    data
        The store. The notebook finds it by the environment variable ``BRIEFING_DATA``, and by
        its parameter ``data`` where that has a default of its own.

    Raises
    ------
    BriefingError
        For parameters that do not fit, and for a cell that fails; the cell and its error are
        named.
    """
    import_papermill()
    import nbformat
    import papermill
    from papermill.exceptions import PapermillExecutionError

    from briefing.publish import engine

    source = nbformat.read(notebook, as_version=4)  # type: ignore[no-untyped-call]
    passed = checked(source, parameters)
    place = str(data.resolve()) if data is not None else ""
    if place and declared(source).get("data") and "data" not in passed:
        passed["data"] = place
    with _environment(BRIEFING_DATA=place):
        try:
            done = papermill.execute_notebook(
                str(notebook).replace("{", "{{").replace("}", "}}"),
                None,
                parameters=passed,
                engine_name=engine.register(),
                progress_bar=False,
            )
        except PapermillExecutionError as error:
            raise BriefingError(_failure(notebook, error)) from None
    return without_traces(done, place, str(notebook.resolve().parent))


def import_papermill() -> None:
    """Import papermill without one library that takes most of its time.

    ``rfc3987_syntax`` compiles a grammar when imported, for a check of addresses in JSON schemas
    that no notebook needs; jsonschema does without it where it is absent.
    """
    if "papermill" not in sys.modules:
        with without("rfc3987_syntax"):
            import papermill  # noqa: F401


def without_traces(notebook: NotebookNode, *folders: str) -> NotebookNode:
    """The notebook without this machine's paths, its user's name and the times of the run.

    ``folders`` go besides the working and the home folder.
    """
    known = {*folders, os.getcwd(), str(Path.home())}
    places = sorted((p for p in known if len(p) > 1), key=len)
    hidden = re.compile("|".join(re.escape(p) for p in reversed(places)))
    notebook.metadata.pop("papermill", None)
    notebook.metadata.get("kernelspec", {}).pop("path", None)
    for cell in notebook.cells:
        cell.metadata.pop("papermill", None)
        cell.metadata.pop("execution", None)
        if _INJECTED in cell.metadata.get("tags", ()):
            cell.source = hidden.sub(".", cell.source)
        for output in cell.get("outputs", ()):
            _hide(output, hidden)
    return notebook


def _hide(output: NotebookNode, hidden: re.Pattern[str]) -> None:
    """Take places out of what a cell printed; blocks and pictures hold none."""
    if output.output_type == "stream":
        output.text = hidden.sub(".", output.text)
    elif output.output_type in ("display_data", "execute_result"):
        for media in ("text/plain", "text/html"):
            if isinstance(output.data.get(media), str):
                output.data[media] = hidden.sub(".", output.data[media])


def _failure(notebook: Path, error: Any) -> str:
    """What went wrong; a fault that the user can mend says so in its own words."""
    if error.ename == BriefingError.__name__:
        return str(error.evalue)
    said = f"{error.ename}: {error.evalue}".rstrip(": ")
    return f"{notebook.name}, cell {error.cell_index + 1}: {said}"


@contextmanager
def _environment(**values: str) -> Iterator[None]:
    """Environment variables for a while; a blank value leaves the variable as it is."""
    kept = {name: os.environ.get(name) for name in values}
    os.environ.update({name: value for name, value in values.items() if value})
    try:
        yield
    finally:
        for name, before in kept.items():
            if before is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = before
