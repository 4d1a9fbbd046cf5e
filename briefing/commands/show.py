"""``briefing show``: one whole parsed meeting."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

import click

from briefing.commands.options import Settings, as_json, common, print_json
from briefing.model.tables import CORRECTION, SOURCE, TABLES
from briefing.store import STORED, Row

#: The tables that a meeting has rows of, its own row apart.
_TABLES = tuple(t for t in STORED if TABLES[t].place == "meeting" and t != "meetings")

#: Columns that say nothing new inside one meeting, or that are shown another way.
_UNSHOWN = {"meeting", "meeting_raised", "panel", "council", "text_kind", "sha256"}
_UNSHOWN |= {f.name for f in (*SOURCE, *CORRECTION)}


@click.command(short_help="One whole parsed meeting.")
@click.argument("meeting")
@as_json
@common
def show(settings: Settings, meeting: str, as_json: bool) -> None:
    """One whole parsed MEETING: all that is on record of it, whenever it came out.

    \b
    Example:
      briefing show 2024-09-26
      briefing show westmoor-children/2024-09-26 --json
    """
    from briefing.face import EVERYTHING

    found = settings.store().meeting(meeting, as_of=EVERYTHING)
    tables = {table: found.rows(table) for table in _TABLES}
    if as_json:
        print_json({"meeting": found.row, **{t: list(rows) for t, rows in tables.items()}})
        return
    for line in _page(found.row, tables):
        click.echo(line)


def _page(meeting: Row, tables: Mapping[str, Sequence[Row]]) -> Iterator[str]:
    yield meeting["title"] or meeting["panel"]
    yield _line(meeting, ("meeting", "status", "start_time", "venue"))
    if meeting["agenda_published"]:
        yield f"agenda published {meeting['agenda_published']}"
    for table, rows in tables.items():
        if not rows:
            continue
        yield ""
        yield f"{table.replace('_', ' ').capitalize()} ({len(rows)})"
        if table == "observations":
            yield from _observations(rows)
            continue
        columns = [c for c in TABLES[table].columns if c not in _UNSHOWN]
        for row in rows:
            yield f"  {_line(row, columns)}"


def _observations(rows: Sequence[Row]) -> Iterator[str]:
    """A line for each printed row: its label, then each value with its period."""
    for (table, name, group), cells in groupby(
        rows, key=lambda r: (r["table"], r["name_as_printed"] or r["indicator"], r["breakdown"])
    ):
        values = ", ".join(_value(cell) for cell in cells)
        yield f"  {' / '.join(filter(None, (table, name, group)))}: {values}"


def _value(cell: Row) -> str:
    said = cell["raw"] or cell["value"] or cell["status"]
    if cell["corrected_by"]:
        said = cell["value"] or cell["status"]
    when = cell["period"] or cell["period_candidates"].replace("|", " or ") or "no period"
    return f"{when} {said}{_correction(cell)}"


def _line(row: Row, columns: Sequence[str]) -> str:
    cells = (" ".join(row[c].replace("|", " | ").split()) for c in columns)
    return " · ".join(filter(None, cells)) + _correction(row)


def _correction(row: Row) -> str:
    if not row["corrected_by"]:
        return ""
    return f" (corrected by {row['corrected_by']}: {row['correction_reason']})"
