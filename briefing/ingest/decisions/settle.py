"""Decisions applied to rows already in the store, as corrections beside what was read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from briefing.errors import BriefingError
from briefing.ingest.decisions.record import Decision, add_decisions
from briefing.ingest.measures.catalogue import plain
from briefing.ingest.measures.match import new_measure, type_in_words
from briefing.model import Period
from briefing.store import DataFolder, Given, Place, Row, add
from briefing.store.append import BLANK


@dataclass(frozen=True)
class Settlement:
    """What applying decisions did: rows corrected, and decisions that fit no row any more."""

    corrected: int = 0
    passed_over: tuple[str, ...] = ()


def decide(folder: DataFolder, panel: str, decision: Decision) -> int:
    """Apply a decision to the store and put it on record; how many rows it corrected.

    Raises
    ------
    BriefingError
        When it fits no row, or what it says cannot be; nothing was changed then.
    """
    corrected = _apply(folder, panel, decision)
    add_decisions(folder, panel, [decision])
    return corrected


def settle(folder: DataFolder, panel: str, decisions: Iterable[Decision]) -> Settlement:
    """Apply decisions on record, as after a paper was read again; each is applied or passed over.

    Applying them twice changes nothing.
    """
    corrected, passed_over = 0, []
    for decision in decisions:
        try:
            corrected += _apply(folder, panel, decision)
        except BriefingError as error:
            passed_over.append(str(error))
    return Settlement(corrected, tuple(passed_over))


def _apply(folder: DataFolder, panel: str, decision: Decision) -> int:
    made = {
        "same_measure": _same_measure,
        "new_measure": _new_measure,
        "not_a_measure": _not_a_measure,
        "placed": _placed,
        "comparator": _comparator,
    }[decision.kind]
    rows = _rows(folder, panel, decision)
    if not rows:
        raise _fault(decision, "no row on record has this name")
    given = [_changes(folder, part, decision) for part in made(folder, rows, decision)]
    return add(folder, [part for part in given if part.rows]).corrected


def _rows(folder: DataFolder, panel: str, decision: Decision) -> list[Row]:
    """The observations that a decision is about, in printed order."""
    name = plain(decision.name_as_printed)
    return [
        row
        for meeting in folder.meetings
        if meeting.rpartition("/")[0] == panel and decision.meeting in ("", meeting)
        for row in folder.rows("observations", Place(meeting=meeting))
        if plain(row["name_as_printed"]) == name
        and decision.table in ("", row["table"])
        and (not decision.unit or row["unit"] in ("", decision.unit))
    ]


def _same_measure(folder: DataFolder, rows: Sequence[Row], decision: Decision) -> Iterator[Given]:
    catalogue = {row["indicator"]: row for row in folder.rows("indicators", Place())}
    measure = catalogue.get(decision.value)
    if measure is None:
        raise _fault(decision, f"there is no measure {decision.value!r} in the catalogue")
    for row in rows:
        if row["unit"] not in ("", measure["unit"]):
            raise _fault(
                decision,
                f"its values are of the unit {row['unit']}, and {decision.value} of "
                f"{measure['unit']}: they are two measures",
            )
    _alone(folder, rows, decision)
    yield _measured(rows, decision.value, measure["unit"])


def _new_measure(folder: DataFolder, rows: Sequence[Row], decision: Decision) -> Iterator[Given]:
    known = {r["indicator"]: r["unit"] for r in folder.rows("indicators", Place())}
    units = {row["unit"] for row in rows} - {""} or {decision.unit} - {""}
    if len(units) != 1:
        raise _fault(decision, "the unit of its values is not known: name it in the decision")
    (unit,) = units
    if known.get(decision.value, unit) != unit:
        raise _fault(decision, f"{decision.value} is of {known[decision.value]}, not of {unit}")
    _alone(folder, rows, decision)
    if decision.value not in known:
        lengths = [Period(r["period"], r["period_kind"]).length for r in rows if r["period"]]
        kind = type_in_words(rows[0]["name_as_printed"], lengths)
        made = new_measure(decision.value, decision.name_as_printed, unit, kind)
        yield Given("indicators", [(1, made)], "the decision", by_hand=True)
    yield _measured(rows, decision.value, unit)


def _not_a_measure(folder: DataFolder, rows: Sequence[Row], decision: Decision) -> Iterator[Given]:
    cells = {"indicator": BLANK, "status": "withheld"}
    yield _observations({"observation": row["observation"], **cells} for row in rows)


def _placed(folder: DataFolder, rows: Sequence[Row], decision: Decision) -> Iterator[Given]:
    if len({_printed_row(row) for row in rows}) > 1:
        raise _fault(decision, "more than one row of the table has this name")
    periods = decision.value.split("|")
    read = folder.as_read("observations", Place(meeting=decision.meeting))
    unplaced = {row["observation"] for row in read if row["status"] == "ambiguous"}
    open_rows = [row for row in rows if row["observation"] in unplaced]
    if len(open_rows) != len(periods):
        raise _fault(
            decision,
            f"{len(periods)} periods are named, and {len(open_rows)} values of the row were "
            "printed without one",
        )
    chosen = dict(zip((row["observation"] for row in open_rows), periods, strict=True))
    order: list[Period] = []
    for row in rows:
        code = chosen.get(row["observation"], row["period"])
        candidates = row["period_candidates"].split("|")
        if row["observation"] in chosen and code not in candidates:
            raise _fault(decision, f"{row['raw']} may be of {', '.join(candidates)}, not of {code}")
        if code:
            order.append(Period(code, row["period_kind"]))
    if any(not one < other for one, other in pairwise(order)):
        raise _fault(decision, "the periods do not follow each other as the values are printed")
    yield _observations(
        {
            "observation": row["observation"],
            "status": "stated",
            "period": (period := Period(chosen[row["observation"]])).code,
            "period_kind": period.kind,
            "evidence": f"Placed by {decision.author}: {decision.reason}",
        }
        for row in open_rows
    )


def _comparator(folder: DataFolder, rows: Sequence[Row], decision: Decision) -> Iterator[Given]:
    position, comparator, period = decision.comparator
    measures = {row["indicator"] for row in rows}
    found = [
        row
        for row in folder.rows("benchmarks", Place(meeting=decision.meeting))
        if row["table"] == decision.table
        and row["indicator"] in measures
        and row["column_position"] == str(position)
    ]
    if len(found) != 1:
        raise _fault(decision, f"it has no one comparator in position {position}")
    key = {name: found[0][name] for name in ("meeting", "table", "indicator", "column_position")}
    yield Given(
        "benchmarks",
        [
            (
                1,
                {
                    **key,
                    "comparator": comparator,
                    "identification": "unknown" if comparator == "unknown" else "confirmed",
                    "period": period or BLANK,
                    "identification_evidence": f"Decided by {decision.author}: {decision.reason}",
                },
            )
        ],
        "the decision",
        by_hand=True,
    )


def _alone(folder: DataFolder, rows: Sequence[Row], decision: Decision) -> None:
    """Refuse a measure that another row of the same table has already."""
    mine = {_printed_row(row) for row in rows}
    groups = {(row["meeting"], row["table"], row["breakdown"]) for row in rows}
    if len(mine) > len(groups):
        raise _fault(decision, "more than one row of the table has this name")
    for meeting in {row["meeting"] for row in rows}:
        for row in folder.rows("observations", Place(meeting=meeting)):
            same = (meeting, row["table"], row["breakdown"]) in groups
            if same and row["indicator"] == decision.value and _printed_row(row) not in mine:
                raise _fault(
                    decision,
                    f"{row['name_as_printed']!r} of the same table is {decision.value} already",
                )


def _printed_row(row: Row) -> str:
    """What the observations of one printed row have in common."""
    return row["observation"].rpartition("-p")[0]


def _measured(rows: Sequence[Row], indicator: str, unit: str) -> Given:
    """The rows with their measure, and values without a unit with its unit."""
    return _observations(
        {"observation": row["observation"], "indicator": indicator}
        | ({"unit": unit} if row["value"] and not row["unit"] else {})
        for row in rows
    )


def _observations(made: Iterable[Row]) -> Given:
    return Given("observations", list(enumerate(made, start=1)), "the decision", by_hand=True)


def _changes(folder: DataFolder, given: Given, decision: Decision) -> Given:
    """The rows of a correction that change something, with its author and reason."""
    if given.table == "indicators":
        return given
    key = ("observation",) if given.table == "observations" else (
        "meeting", "table", "indicator", "column_position"
    )  # fmt: skip
    held = {tuple(row[name] for name in key): row for row in folder.every(given.table)}
    author = {"corrected_by": decision.author, "correction_reason": decision.reason}
    rows = [
        (number, {**row, **author})
        for number, row in given.rows
        if _differs(held[tuple(row[name] for name in key)], row)
    ]
    return Given(given.table, rows, given.file, given.by_hand)


def _differs(old: Row, new: Mapping[str, str]) -> bool:
    return any(old[name] != ("" if cell == BLANK else cell) for name, cell in new.items())


def _fault(decision: Decision, message: str) -> BriefingError:
    return BriefingError(f"{decision.name_as_printed!r} ({decision.kind}): {message}")
