"""Building briefings: run the notebook, make the editions, put them in place."""

from __future__ import annotations

import hashlib
import json
import os
import re
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from briefing.errors import BriefingError
from briefing.model.tables import MEETING
from briefing.publish import workers
from briefing.publish.edition import Edition
from briefing.publish.freshness import (
    MANIFEST,
    digest_file,
    digest_inputs,
    read_manifest,
    up_to_date,
)
from briefing.publish.locate import notebook_path
from briefing.publish.outcome import Outcome, Task
from briefing.publish.progress import meter
from briefing.publish.replace import clear_aside, replace_files

#: The editions that can be built.
FORMATS = ("pdf", "html", "xlsx")

#: Seconds after which a meeting that is not ready is given up.
TIMEOUT = 300.0


def build_briefings(
    store_path: str | os.PathLike[str],
    meetings: Sequence[str],
    *,
    reports: str | os.PathLike[str],
    formats: Sequence[str] = FORMATS,
    jobs: int | None = None,
    force: bool = False,
    progress: bool | None = None,
    edition: str = "",
    notebook: str | os.PathLike[str] | None = None,
    timeout: float = TIMEOUT,
    on_outcome: Callable[[Outcome], None] | None = None,
) -> list[Outcome]:
    """Build the briefings of meetings into ``reports/PANEL/DATE/``.

    Parameters
    ----------
    store_path
        The store of parsed meeting data.
    meetings
        Each as ``PANEL/YYYY-MM-DD``.
    reports
        The folder for what is built.
    formats
        Any of ``pdf``, ``html`` and ``xlsx``.
    jobs
        How many meetings at a time; by default as many as there are processors.
    force
        Build also what is up to date.
    progress
        Whether to show a bar on standard error; by default where that is a terminal.
    edition
        ``before`` or ``after`` the meeting; blank leaves the choice to the notebook.
    notebook
        The notebook to run; by default the briefing's.
    timeout
        Seconds that one meeting may take; its process is killed after them.
    on_outcome
        Called with each outcome as soon as it is known.

    Returns
    -------
    list of Outcome
        One a meeting, in the order of ``meetings``. A meeting that fails does not stop the
        others.

    Raises
    ------
    BriefingError
        For a meeting or a format that is none, and when there is no notebook.
    """
    tasks = _tasks(Path(store_path), meetings, Path(reports), formats, edition, notebook)
    outcomes: dict[int, Outcome] = {}

    def settle(number: int, outcome: Outcome) -> None:
        outcomes[number] = outcome
        if on_outcome is not None:
            on_outcome(outcome)

    for number, task in enumerate(tasks):
        if not force and (known := _up_to_date(task)) is not None:
            settle(number, known)
    left = [n for n in range(len(tasks)) if n not in outcomes]
    with meter(len(left), progress) as show:
        running = workers.run(
            build_one,
            [tasks[n] for n in left],
            jobs=max(1, min(jobs or os.cpu_count() or 1, len(left) or 1)),
            timeout=timeout,
            warm=warm_up,
        )
        for event in running:
            number = left[event.number]
            if event.kind == "stage":
                show(tasks[number].meeting, event.value)
            else:
                settle(number, _settled(tasks[number], event))
                show(tasks[number].meeting, "")
    return [outcomes[n] for n in range(len(tasks))]


def build_one(task: Task, report: workers.Report) -> Outcome:
    """Build one briefing in this process; a fault that a user can mend becomes its outcome."""
    begun = time.perf_counter()
    stages: dict[str, float] = {}

    @contextmanager
    def stage(name: str) -> Iterator[None]:
        report(name)
        start = time.perf_counter()
        yield
        stages[name] = time.perf_counter() - start

    try:
        with stage("notebook"):
            executed = _run_notebook(task)
        with stage("blocks"):
            whole = _whole_edition(executed, task)
        made: dict[str, bytes] = {}
        pages = 0
        for form, name in task.names.items():
            with stage(form):
                made[name], count, whole = _make(form, whole)
                pages = count or pages
        with stage("read back"):
            _read_back(task, whole, made)
        outcome = Outcome(
            task.meeting,
            ok=True,
            pages=pages,
            figures_printed=len(whole.traces()),
            figures_withheld=int((whole.complete or {}).get("counts", {}).get("withheld", 0)),
            paths=tuple(task.folder / name for name in made),
            warnings=whole.warnings,
        )
        with stage("files"):
            manifest = {MANIFEST: _manifest(task, made, outcome)}
            replace_files(task.folder, {**made, **manifest}, mark=task.mark)
    except BriefingError as error:
        outcome = Outcome(task.meeting, ok=False, error=str(error))
    return replace(outcome, seconds=time.perf_counter() - begun, stages=stages)


def warm_up() -> None:
    """Import in a new worker what every briefing needs."""
    os.environ["MPLBACKEND"] = "agg"
    from briefing.publish.execute import import_papermill

    import_papermill()
    import briefing.publish.engine
    import briefing.publish.from_notebook
    import briefing.publish.pdf
    import briefing.publish.read_back
    import briefing.publish.typesetting  # noqa: F401


def _tasks(
    store: Path,
    meetings: Sequence[str],
    reports: Path,
    formats: Sequence[str],
    edition: str,
    notebook: str | os.PathLike[str] | None,
) -> list[Task]:
    unknown = [f for f in formats if f not in FORMATS]
    if unknown or not formats:
        raise BriefingError(f"no format {unknown[0]!r}" if unknown else "no format is named")
    if edition and not re.fullmatch(r"[a-z]+", edition):
        raise BriefingError(f"no edition {edition!r}: it is before or after")
    source = Path(notebook) if notebook is not None else notebook_path()
    if not source.is_file():
        raise BriefingError(f"there is no notebook {source}")
    editorial = store.resolve().parent / "private"
    tasks = []
    for number, meeting in enumerate(meetings):
        if not re.fullmatch(MEETING, meeting):
            raise BriefingError(f"not a meeting: {meeting!r}; one looks like PANEL/2024-09-26")
        panel, _, day = meeting.partition("/")
        others = [source, editorial / panel / f"{day}.toml"]
        inputs = digest_inputs(store, panel, others, {"meeting": meeting, "edition": edition})
        tasks.append(
            Task(
                meeting=meeting,
                store=store,
                folder=reports / panel / day,
                notebook=source,
                formats=tuple(f for f in FORMATS if f in formats),
                edition=edition,
                inputs=inputs,
                mark=f"-{day}-{os.getpid()}-{number}",
            )
        )
    return tasks


def _run_notebook(task: Task) -> Any:
    from briefing.publish.execute import execute
    from briefing.publish.parameters import Value

    parameters: dict[str, Value] = {"meeting": task.meeting}
    if task.edition:
        parameters["edition"] = task.edition
    return execute(task.notebook, parameters, data=task.store)


def _whole_edition(notebook: Any, task: Task) -> Edition:
    """The edition of an executed notebook that ran to its end, for the meeting asked for."""
    from briefing.publish.from_notebook import edition_from_notebook

    edition = edition_from_notebook(notebook, require_alt_text=True)
    if edition.complete is None:
        raise BriefingError(
            f"{task.notebook.name} stopped before its end: its last cell did not mark it complete"
        )
    if edition.complete["meeting"] != task.meeting:
        raise BriefingError(
            f"{task.notebook.name} made the briefing of {edition.complete['meeting']}"
        )
    return edition


def _make(form: str, edition: Edition) -> tuple[bytes, int, Edition]:
    """One edition's bytes, its pages where it has any, and the edition with what was to be said."""
    if form == "pdf":
        from briefing.publish.pdf import to_pdf

        pdf = to_pdf(edition)
        return pdf.content, pdf.pages, edition.warned(*pdf.warnings)
    if form == "html":
        from briefing.publish.html import to_html_page

        return to_html_page(edition).encode("utf-8"), 0, edition
    from briefing.publish.xlsx import to_xlsx

    return to_xlsx(edition), 0, edition


def _read_back(task: Task, edition: Edition, made: dict[str, bytes]) -> None:
    """Trace every number of the briefing, and find each again in the files made of it."""
    from briefing.publish.read_back import open_record, read_back_file, trace_numbers

    trace_numbers(edition, open_record(task.store, task.meeting, task.edition))
    for form, name in task.names.items():
        read_back_file(form, made[name], edition)


def _manifest(task: Task, made: dict[str, bytes], outcome: Outcome) -> bytes:
    """What was made from what; the entries of editions that were not built now stay."""
    editions = read_manifest(task.folder).get("editions", {})
    kept = {n: e for n, e in editions.items() if digest_file(task.folder / n) == e.get("sha256")}
    for name, content in made.items():
        kept[name] = {
            "inputs": task.inputs,
            "sha256": hashlib.sha256(content).hexdigest(),
            "pages": outcome.pages,
            "figures_printed": outcome.figures_printed,
            "figures_withheld": outcome.figures_withheld,
        }
    record = {"meeting": task.meeting, "editions": dict(sorted(kept.items()))}
    return (json.dumps(record, indent=2, ensure_ascii=False) + "\n").encode()


def _up_to_date(task: Task) -> Outcome | None:
    found = up_to_date(task.folder, task.inputs, task.names.values())
    if not found:
        return None

    def most(key: str) -> int:
        return max(int(entry.get(key, 0)) for entry in found.values())

    return Outcome(
        task.meeting,
        ok=True,
        skipped=True,
        pages=most("pages"),
        figures_printed=most("figures_printed"),
        figures_withheld=most("figures_withheld"),
        paths=tuple(task.folder / name for name in task.names.values()),
    )


def _settled(task: Task, event: workers.Event) -> Outcome:
    if event.kind == "done":
        outcome: Outcome = event.value
        return outcome
    clear_aside(task.folder, task.mark)
    return Outcome(task.meeting, ok=False, error=str(event.value))
