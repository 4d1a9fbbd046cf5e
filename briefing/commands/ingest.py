"""``briefing ingest``: published documents into the store."""

from __future__ import annotations

import os
import shutil
import sys
import traceback
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from briefing.commands.options import Settings, common
from briefing.errors import BriefingError

if TYPE_CHECKING:
    from briefing.ingest.filing.into_store import Ingested
    from briefing.store import DataFolder

#: The environment variable that shows where a fault of this program arose.
TRACEBACK = "BRIEFING_TRACEBACK"

#: What the closing line counts.
_CLOSING = {
    "pages": ("page", "pages"),
    "items": ("item", "items"),
    "resolutions": ("resolution", "resolutions"),
    "tables": ("table", "tables"),
    "stated": ("value stated", "values stated"),
    "ambiguous": ("ambiguous", "ambiguous"),
    "withheld": ("withheld", "withheld"),
    "issues": ("not understood", "not understood"),
}
_BOUND_IN = {name: _CLOSING[name] for name in ("items", "resolutions")}

#: What is counted before it, where a document has it.
_FURTHER = {
    "recommendation_updates": ("recommendation followed up", "recommendations followed up"),
    "statements": ("statement", "statements"),
    "findings": ("finding", "findings"),
    "glossary": ("term of a glossary", "terms of a glossary"),
    "votes": ("vote of a member", "votes of members"),
}

#: So many issues are printed for a document; the others are counted.
_SHOWN = 12


@click.command(short_help="Packs, minutes, trackers, web pages and slides, into the store.")
@click.argument(
    "sources",
    nargs=-1,
    required=True,
    metavar="SOURCE...",
    type=click.Path(path_type=Path),
)
@click.option("--panel", metavar="PANEL", help="The panel, where no paper names it.")
@click.option("--meeting", metavar="DATE", help="The meeting, where no paper dates it.")
@click.option(
    "--overrule",
    is_flag=True,
    help="Go by --panel and --meeting even where a paper says otherwise.",
)
@click.option(
    "--benchmarks",
    "benchmarks",
    type=click.Path(exists=True, path_type=Path),
    metavar="FOLDER",
    help="Published figures of all authorities, to hold unnamed comparator columns against.",
)
@click.option("--ocr", is_flag=True, help="Read scans too (needs tesseract); figures are marked.")
@common
def ingest(
    settings: Settings,
    sources: tuple[Path, ...],
    panel: str | None,
    meeting: str | None,
    overrule: bool,
    benchmarks: Path | None,
    ocr: bool,
) -> None:
    """Read each SOURCE (.pdf, .html, .md or .txt) into the store.

    Panel and date are found in the document; what it does not say, --panel and --meeting do. A
    file that is on record changes nothing. A republished paper is kept beside the first, and what
    it changes is listed. Whatever was not understood is listed too, and kept as issues.

    \b
    Example:
      briefing ingest pack.pdf minutes.pdf
      briefing ingest tracker.pdf --panel westmoor-children --meeting 2024-09-26
    """
    from briefing.ingest.published import read_published

    panel, day = _whose(panel, meeting)
    published = read_published([benchmarks]) if benchmarks else None
    options = {"panel": panel, "day": day, "overrule": overrule, "published": published}
    given = tuple(dict.fromkeys(sources))
    with _store(settings.data) as folder:
        failed = _read_all(settings, folder, given, ocr, options)
    if failed:
        raise SystemExit(2 if failed == len(given) else 1)


def _whose(panel: str | None, meeting: str | None) -> tuple[str, str]:
    """The panel and the day that the user names; blank for none."""
    from briefing.ingest.filing.whose import day_of

    for option, text, example in (
        ("--panel", panel, "westmoor-children"),
        ("--meeting", meeting, "2024-09-26"),
    ):
        if text is not None and not any(map(str.isalnum, text)):
            raise BriefingError(f"{option} is blank: write it as {example}, or leave it out")
    named = (meeting or "").rpartition("/")[0]
    if panel and named and panel != named:
        raise BriefingError(f"--panel says {panel} and --meeting says {named}: leave one out")
    return panel or named, day_of(meeting) if meeting else ""


def _read_all(
    settings: Settings,
    folder: DataFolder,
    sources: tuple[Path, ...],
    ocr: bool,
    options: dict[str, Any],
) -> int:
    """Read the documents; those that do not say whose they are again when all others are kept.

    How many failed; each is named.
    """
    from briefing.ingest.filing.into_store import keep, on_record, read
    from briefing.ingest.filing.whose import NotTold

    failed, waiting = 0, []
    for source in settings.progress(sources, "reading"):
        with _failing(settings, folder, source.name) as outcome:
            if told := on_record(folder, source):
                _say(settings, told)
                continue
            reading = read(source, ocr=ocr)
            try:
                _say(settings, keep(folder, reading, **options))
            except NotTold:
                waiting.append(reading)
        failed += outcome.failed
    for reading in waiting:
        with _failing(settings, folder, reading.name) as outcome:
            _say(settings, keep(folder, reading, **options))
        failed += outcome.failed
    return failed


@dataclass
class _Outcome:
    """Whether reading a document failed."""

    failed: bool = False


@contextmanager
def _failing(settings: Settings, folder: DataFolder, name: str) -> Iterator[_Outcome]:
    """A document that fails is named in one line, and the others go on."""
    outcome = _Outcome()
    try:
        yield outcome
    except BriefingError as error:
        outcome.failed = True
        _complain(str(error))
    except Exception as error:
        outcome.failed = True
        _complain(_unforeseen(folder, name, error))
        if os.environ.get(TRACEBACK):
            traceback.print_exception(error)


def _complain(message: str) -> None:
    from tqdm import tqdm

    with tqdm.external_write_mode(file=sys.stderr):
        click.echo(message, err=True)


def _unforeseen(folder: DataFolder, name: str, error: Exception) -> str:
    """What to say of a fault that nobody foresaw: one of the store's files, or one of ours."""
    from briefing.store import validate

    folder.forget()
    try:
        faults = [str(p) for p in validate(folder) if p.row or p.column]
    except BriefingError as fault:
        faults = [str(fault)]
    if faults:
        more = f" (and {len(faults) - 1} faults more)" if len(faults) > 1 else ""
        return f"{name}: not taken in, as the store has a fault: {faults[0]}{more}"
    what = " ".join(f"{type(error).__name__}: {error}".split())[:200]
    return (
        f"{name}: not taken in, by a fault of this program ({what}); the store is as it was. "
        f"Set {TRACEBACK}=1 to see where, and please report it"
    )


@contextmanager
def _store(root: Path) -> Iterator[DataFolder]:
    """The store; a folder that does not exist is made, and goes again if nothing came into it."""
    from briefing.store import DataFolder

    made = [folder for folder in (root, *root.parents) if not folder.exists()]
    if made:
        try:
            (root / "panels").mkdir(parents=True)
        except OSError as error:
            raise BriefingError(f"cannot make {root}: {error.strerror}") from None
    try:
        yield DataFolder(root)
    finally:
        panels = root / "panels"
        if made and not (panels.is_dir() and any(panels.iterdir())):
            shutil.rmtree(made[0], ignore_errors=True)
            for folder in made[1:]:
                with suppress(OSError):
                    folder.rmdir()


def _say(settings: Settings, told: Ingested) -> None:
    from tqdm import tqdm

    with tqdm.external_write_mode(file=sys.stderr):
        for line in _lines(told):
            settings.say(line)


def _lines(told: Ingested) -> list[str]:
    whose = told.meeting or f"{told.panel}, no meeting"
    if told.unchanged:
        return [f"{told.name}: on record as {told.document} ({whose}); nothing changed."]
    lines = [f"{told.name}: {told.kind} for {whose}, kept as {told.document}."]
    if told.new_panel:
        lines.append(f"  A new panel: {told.panel} ({told.panel_title}).")
    lines += [f"  a decision on record fits no more: {why}" for why in told.passed_over]
    if told.supersedes:
        number = len(told.changes)
        counted = "1 change" if number == 1 else f"{number:,} changes"
        lines.append(f"  It replaces {told.supersedes}: {counted if number else 'no changes'}.")
        lines += [f"    {change}" for change in told.changes[:_SHOWN]]
        if number > _SHOWN:
            lines.append(f"    ... and {number - _SHOWN:,} more in the table issues.")
    lines += [f"  {_place(row)}{row['message']}" for row in told.issues[:_SHOWN]]
    if len(told.issues) > _SHOWN:
        kept = " in the table issues" if told.meeting else ""
        lines.append(f"  ... and {len(told.issues) - _SHOWN:,} more{kept}.")
    for meeting, found in told.bound_in.items():
        lines.append(f"  With minutes of {meeting[-10:]}: {_counted(found, _BOUND_IN)}.")
    if further := _counted({k: v for k, v in told.counts.items() if v}, _FURTHER, skip=True):
        lines.append(f"  Further: {further}.")
    lines.append(f"  {_counted(told.counts, _CLOSING)}.")
    return lines


def _counted(
    counts: Mapping[str, int], names: Mapping[str, tuple[str, str]], *, skip: bool = False
) -> str:
    """Numbers with what they count; with ``skip``, only of what there is."""
    told = []
    for key, (one, many) in names.items():
        number = counts.get(key, 0)
        if number or not skip:
            told.append(f"{number:,} {one if number == 1 else many}")
    return ", ".join(told)


def _place(row: dict[str, str]) -> str:
    if row.get("printed_page"):
        return f"page {row['printed_page']}: "
    if row.get("page"):
        return f"page {row['page']} of the file: "
    return f"line {row['line']}: " if row.get("line") else ""
