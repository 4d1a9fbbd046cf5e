"""Targets and comparators of a table that moved or went since the last pack."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from briefing.analysis.comparators import NAMES
from briefing.analysis.disagreements.goals import moved
from briefing.analysis.disagreements.issues import Both, Change, in_both
from briefing.model.figure import derive
from briefing.model.sentence import Sentence, compose
from briefing.model.series import Series
from briefing.questions.severity import weigh
from briefing.questions.signals.making import make, name_inside
from briefing.questions.signals.record import Signal
from briefing.questions.signals.said import NEW_TARGET, TARGET, TARGET_GONE, is_said
from briefing.questions.templates import phrases
from briefing.questions.view import Row, View

_KINDS = {"target_moved": "target-moved", "target_dropped": "target-dropped"}


def target_changes(view: View, then: Iterable[Series], now: Iterable[Series]) -> Iterator[Signal]:
    """Targets that moved or went while the papers say nothing of it, one signal a table."""
    found: dict[tuple[str, str], list[tuple[Both, Change]]] = {}
    for both in in_both(then, now):
        for change in moved(both):
            if change.kind in _KINDS and not _is_told(view, both, change):
                found.setdefault((change.kind, both.now.table), []).append((both, change))
    for (kind, table), group in found.items():
        yield _target(_KINDS[kind], table, group)


def _is_told(view: View, both: Both, change: Change) -> bool:
    """Whether the papers say that a target is another now, or is none; ambitions are no targets."""
    if change.column not in ("target", "floor"):
        return True
    item = both.now.item_number
    if change.kind == "target_moved":
        return is_said(view, item, TARGET, change.left, change.right) or is_said(
            view, item, NEW_TARGET, change.right
        )
    return is_said(view, item, TARGET_GONE)


def _target(kind: str, table: str, group: Sequence[tuple[Both, Change]]) -> Signal:
    both, change = group[0]
    others = [c.left for _, c in group[1:]]
    further = Sentence("")
    if others:
        count = derive(len(others), "further rows of the table of which the same holds", *others)
        further = compose(phrases()["further_rows"], rows=count)
    fields = {
        "measure": name_inside(both.now),
        "was": change.left,
        "now": change.right,
        "further": further,
    }
    return make(
        kind,
        f"{table}-{both.now.indicator.indicator}",
        both.now.item_number,
        weigh(kind),
        fields,
        indicators=(both.now.indicator.indicator,),
    )


def comparator_columns(view: View, last: str, tables: set[str]) -> Iterator[Signal]:
    """Tables that printed comparators in the latest earlier pack, and now print none, or lack a
    column that was known by name.
    """
    now = [r for r in view.rows("benchmarks") if r["value"]]
    titles = {r["table"]: r for r in view.rows("tables")}
    then = [
        r
        for r in view.earlier("benchmarks")
        if r["meeting"] == last and r["value"] and r["table"] in tables & titles.keys()
    ]
    still = {r["table"] for r in now}
    owners = {(r["table"], r["comparator"]) for r in now}
    unknown = {table for table, owner in owners if owner == "unknown"}
    gone: dict[str, Row] = {r["table"]: r for r in then if r["table"] not in still}
    for table, row in gone.items():
        yield make(
            "comparator-dropped",
            table,
            titles[table]["item_number"],
            weigh("comparator-dropped"),
            {"table": titles[table]["title"]},
            citations=(view.cite(row), view.cite(titles[table])),
        )
    columns = {
        (r["table"], r["comparator"]): r
        for r in then
        if r["table"] in still - unknown
        and r["comparator"] != "unknown"
        and (r["table"], r["comparator"]) not in owners
    }
    for (table, owner), row in columns.items():
        yield make(
            "comparator-column-dropped",
            f"{table}-{owner.replace('_', '-')}",
            titles[table]["item_number"],
            weigh("comparator-column-dropped"),
            {"table": titles[table]["title"], "whose": NAMES[owner]},
            citations=(view.cite(row), view.cite(titles[table])),
        )
