"""``briefing ingest``: published documents into the store."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefing.commands.options import Settings, common
from briefing.errors import BriefingError

if TYPE_CHECKING:
    from briefing.ingest.into_store import Ingested
    from briefing.store import DataFolder

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
@click.option("--panel", default="", metavar="PANEL", help="The panel, where no paper names it.")
@click.option("--meeting", default="", metavar="DATE", help="The meeting, where no paper dates it.")
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
    panel: str,
    meeting: str,
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
      briefing ingest tracker.pdf --panel southampton-children-and-families --meeting 2024-09-26
    """
    from briefing.ingest.into_store import ingest as read_in
    from briefing.ingest.published import read_published
    from briefing.ingest.whose import day_of

    published = read_published([benchmarks]) if benchmarks else None
    day = day_of(meeting) if meeting else ""
    panel = panel or meeting.rpartition("/")[0]
    failed = 0
    with _store(settings.data) as folder:
        for source in settings.progress(dict.fromkeys(sources), "reading"):
            try:
                told = read_in(folder, source, panel=panel, day=day, ocr=ocr, published=published)
            except BriefingError as error:
                failed += 1
                click.echo(str(error), err=True)
                continue
            for line in _lines(told):
                settings.say(line)
    if failed:
        raise SystemExit(2 if failed == len(set(sources)) else 1)


@contextmanager
def _store(root: Path) -> Iterator[DataFolder]:
    """The store; a folder that does not exist is made, and goes again if nothing came into it."""
    from briefing.store import DataFolder

    new = not root.exists()
    if new:
        try:
            (root / "panels").mkdir(parents=True)
        except OSError as error:
            raise BriefingError(f"cannot make {root}: {error.strerror}") from None
    try:
        yield DataFolder(root)
    finally:
        if new and not any((root / "panels").iterdir()):
            shutil.rmtree(root)


def _lines(told: Ingested) -> list[str]:
    if told.unchanged:
        return [f"{told.name}: on record as {told.document}; nothing changed."]
    whose = told.meeting or "no meeting"
    lines = [f"{told.name}: {told.kind} for {whose}, kept as {told.document}."]
    lines += [f"  a decision on record fits no more: {why}" for why in told.passed_over]
    if told.supersedes:
        number = len(told.changes)
        lines.append(f"  It replaces {told.supersedes}: {number} changes.")
        lines += [f"    {change}" for change in told.changes[:_SHOWN]]
    others = [row for row in told.issues if row["kind"] != "republished"]
    lines += [f"  {_place(row)}{row['message']}" for row in others[:_SHOWN]]
    if len(others) > _SHOWN:
        lines.append(f"  ... and {len(others) - _SHOWN} more in the table issues.")
    counts = told.counts
    names = (
        ("pages", "pages"),
        ("items", "items"),
        ("resolutions", "resolutions"),
        ("tables", "tables"),
        ("stated", "values stated"),
        ("ambiguous", "ambiguous"),
        ("withheld", "withheld"),
        ("issues", "not understood"),
    )
    lines.append("  " + ", ".join(f"{counts.get(key, 0):,} {word}" for key, word in names) + ".")
    return lines


def _place(row: dict[str, str]) -> str:
    if row.get("printed_page"):
        return f"page {row['printed_page']}: "
    if row.get("page"):
        return f"page {row['page']} of the file: "
    return f"line {row['line']}: " if row.get("line") else ""
