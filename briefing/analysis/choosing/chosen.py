"""Every true statement of which the tables have more to tell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.analysis.choosing.compared import compared
from briefing.analysis.choosing.context import Context
from briefing.analysis.choosing.month import flattering_month
from briefing.analysis.choosing.since import other_way_since, turning
from briefing.analysis.choosing.target import another_target
from briefing.analysis.choosing.told import told_otherwise
from briefing.analysis.claims.material import Record
from briefing.model.claim import Verdict


def chosen(verdicts: Sequence[Verdict], record: Record) -> tuple[Context, ...]:
    """What the tables add to claims that they do not contradict, in the order of the papers.

    The same tests hold for words that say more progress than the months show and for words that
    say less. Nothing is made of ordinary variation, of changes of fewer than ten people, nor of
    what the papers tell themselves a sentence on. Each measure is named once for each kind.

    Parameters
    ----------
    verdicts
        The claims of the papers as held against their tables.
    record
        What the tables print, as the verdicts were found by.
    """
    found: dict[tuple[str, str], Context] = {}
    for verdict in verdicts:
        for context in _of(verdict, verdicts, record):
            found.setdefault((context.indicator, context.kind), context)
    return tuple(found.values())


def _of(verdict: Verdict, verdicts: Sequence[Verdict], record: Record) -> Iterator[Context]:
    target = another_target(verdict, record)
    if target is not None:
        yield target
    change = compared(verdict, record)
    if change is None:
        return
    since = other_way_since(change)
    if since is not None and not told_otherwise(change, verdicts, turning(since)):
        yield since
    month = flattering_month(change)
    if month is not None and not told_otherwise(change, verdicts):
        yield month
