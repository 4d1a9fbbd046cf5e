"""A document beside what the store has on record: its measures, its earlier figures, decisions."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from briefing.ingest.decisions.record import for_meeting, read_decisions
from briefing.ingest.filing.whose import Belongs
from briefing.ingest.measures.match import Match, match, new_indicator
from briefing.ingest.parts import PrintedTable
from briefing.ingest.pipeline import Reading
from briefing.ingest.placing.place import Earlier, place
from briefing.ingest.published import Proposal, PublishedRows, on_record, propose, unnamed
from briefing.ingest.records import Context
from briefing.ingest.records.context import At, Called
from briefing.ingest.records.rows import Row
from briefing.ingest.words.letters import letters
from briefing.model.published import Published
from briefing.store import DataFolder

#: The number of a printed row in the identifier of a value.
_ROW = re.compile(r"/r(\d+)-p\d+$")

#: Indicator -> period -> value.
Series = Mapping[str, Mapping[str, Decimal]]


def context_of(
    folder: DataFolder,
    reading: Reading,
    whose: Belongs,
    document: Row,
    replaced: Sequence[str],
    published: PublishedRows | None = None,
) -> Context:
    """All that the rows of a document need to know beside its parts.

    Values whose row does not say which period they are of are placed where earlier papers state
    the same series; printed rows are matched to measures; comparators without a name are held
    against published figures: those given, else those that the store holds. What people decided
    wins.
    """
    catalogue = [dict(row) for row in folder.every("indicators")]
    series = _series(folder, whose.panel, replaced)
    tables = [part for part in reading.parts if isinstance(part, PrintedTable)]
    placed = place(tables, (), _earlier(catalogue, series))
    others = [part for part in reading.parts if not isinstance(part, PrintedTable)]
    decisions = for_meeting(read_decisions(folder, whose.panel), whose.meeting)
    matches = dict(match(placed, catalogue, series, decisions))
    new = _new(placed, matches, {row["indicator"] for row in catalogue})
    return Context(
        document=document,
        panel=whose.panel,
        council=whose.council,
        panel_title=whose.title,
        meeting=whose.meeting,
        parts=(*placed, *others),
        matches=matches,
        new_measures=new,
        benchmarks=_benchmarks(folder, placed, matches, whose, document, published),
        polarities={row["indicator"]: row["polarity"] for row in (*catalogue, *new)},
        resolved=[dict(row) for row in folder.every("recommendations")],
        taken_tables=frozenset(
            row["table"]
            for row in folder.every("tables")
            if row["meeting"] == whose.meeting and row["document"] not in replaced
        ),
        stem=replaced[0] if replaced else document["document"],
        notes=_notes(reading, document["document"]),
        names=(*whose.names, reading.identity.panel_title),
        printed_day=reading.identity.meeting_day,
        items=[
            dict(row)
            for row in folder.every("agenda_items")
            if row["meeting"].rpartition("/")[0] == whose.panel and row["document"] not in replaced
        ],
        row_numbers=_row_numbers(folder, whose.meeting, replaced),
        statement_names={
            row["text"]: row["statement"]
            for row in folder.every("statements")
            if row["document"] in replaced
        },
        noted_names={
            (row["meeting"], letters(row["text"])): row["statement"]
            for row in folder.every("statements")
            if row["kind"] == "context" and row["section"].startswith("Minute")
        },
        overruled=whose.overruled,
    )


def _row_numbers(
    folder: DataFolder, meeting: str, replaced: Sequence[str]
) -> dict[str, dict[Called, int]]:
    """The numbers of the printed rows of the papers that are replaced, by table."""
    found: dict[str, dict[Called, int]] = {}
    seen: dict[tuple[str, str, str], list[int]] = {}
    for row in folder.every("observations"):
        number = _ROW.search(row["observation"])
        if row["meeting"] != meeting or row["document"] not in replaced or not number:
            continue
        table, label, group = row["table"], row["name_as_printed"], row["breakdown"]
        numbers = seen.setdefault((table, label, group), [])
        if (at := int(number[1])) not in numbers:
            numbers.append(at)
            found.setdefault(table, {})[label, group, len(numbers)] = at
    return found


def _series(folder: DataFolder, panel: str, replaced: Sequence[str]) -> Series:
    """What the panel's papers on record state of measures as a whole; the newest paper's."""
    found: dict[str, dict[str, Decimal]] = {}
    for row in folder.every("observations"):
        mine = row["meeting"].rpartition("/")[0] == panel and row["document"] not in replaced
        whole = row["status"] == "stated" and row["indicator"] and not row["breakdown"]
        if mine and whole and row["period"]:
            found.setdefault(row["indicator"], {})[row["period"]] = Decimal(row["value"])
    return found


def _earlier(catalogue: Sequence[Row], series: Series) -> list[Earlier]:
    units = {row["indicator"]: row["unit"] for row in catalogue}
    names = {
        row["indicator"]: (row["name"], *filter(None, row["aliases"].split("|")))
        for row in catalogue
    }
    return [
        Earlier(name, units[indicator], values)
        for indicator, values in series.items()
        if indicator in units
        for name in names[indicator]
    ]


def _new(tables: Sequence[PrintedTable], matches: Mapping[At, Match], known: set[str]) -> list[Row]:
    """Rows of the catalogue for measures that it lacks, each once."""
    made: dict[str, Row] = {}
    for (at, number), found in matches.items():
        if found.how == "new" and found.indicator and found.indicator not in known:
            table = tables[at]
            made.setdefault(found.indicator, new_indicator(table.rows[number], table, found))
    return list(made.values())


def _benchmarks(
    folder: DataFolder,
    tables: Sequence[PrintedTable],
    matches: Mapping[At, Match],
    whose: Belongs,
    document: Row,
    published: PublishedRows | None,
) -> Mapping[tuple[int, int, int], Proposal]:
    """What comparators without a name may be, as far as was public when the paper was."""
    day = document["published"] or whose.meeting[-10:]
    cells = unnamed(tables, matches)
    if not cells or not day:
        return {}
    rows = published or on_record(folder)
    figures = Published.of(whose.council, rows.values, rows.sets)
    return propose(cells, figures, date.fromisoformat(day)) if figures.council else {}


def _notes(reading: Reading, document: str) -> list[Row]:
    """What reading the pages left out or doubted, as rows of the issues."""
    return [
        {
            "document": document,
            "page": "" if note.page is None else str(note.page),
            "line": "" if note.line is None else str(note.line),
            "kind": note.kind.replace("_", "-"),
            "message": note.message,
        }
        for note in reading.notes
    ]
