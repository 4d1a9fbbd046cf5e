"""What a meeting computes, as rows of the tables of that name: mappings of strings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from briefing.analysis.choosing import Context
from briefing.analysis.disagreements import Disagreement
from briefing.analysis.published import ComparatorCheck
from briefing.model import TABLES
from briefing.model.claim import Verdict
from briefing.model.trend import Trend
from briefing.questions import Question, Signal
from briefing.store import Row

if TYPE_CHECKING:
    from briefing.face.meeting import Meeting

#: Decimal places of a mean and of process limits.
PLACES = 4


def trend_rows(meeting: str, trends: Iterable[Trend]) -> list[Row]:
    """The table ``trends``: one row a series, limits those of its last group of points."""
    made: list[Row] = []
    for trend in trends:
        limits = trend.limits[-1] if trend.limits else None
        last = trend.last
        made.append(
            _row(
                "trends",
                {
                    "meeting": meeting,
                    "indicator": trend.series.indicator.indicator,
                    "table": trend.series.table,
                    "breakdown": trend.series.breakdown,
                    "points": len(trend.points),
                    "mean": limits and round(limits.mean, PLACES),
                    "lower_limit": limits and round(limits.lower, PLACES),
                    "upper_limit": limits and round(limits.upper, PLACES),
                    "rule": "|".join(last.rules) if last else "",
                    "variation": trend.variation,
                    "assurance": trend.assurance,
                    "withheld_reason": trend.withheld_reason,
                },
            )
        )
    return made


def signal_rows(meeting: str, signals: Iterable[Signal]) -> list[Row]:
    """The table ``signals``."""
    return [
        _row(
            "signals",
            {
                "meeting": meeting,
                "signal": signal.signal,
                "kind": signal.kind,
                "item_number": signal.item_number,
                "indicator": "|".join(signal.indicators),
                "severity": signal.severity,
                "evidence": "|".join(signal.rows),
            },
        )
        for signal in signals
    ]


def question_rows(meeting: str, questions: Iterable[Question]) -> list[Row]:
    """The table ``questions``."""
    return [
        _row(
            "questions",
            {
                "meeting": meeting,
                "rank": question.rank,
                "item_number": question.item_number,
                "theme": question.theme,
                "addressed_to": question.addressed_to,
                "question": question.question,
                "why_it_matters": question.why_it_matters,
                "follow_up": question.follow_up,
                "good_answer": question.good_answer,
                "evidence": "|".join(question.rows),
            },
        )
        for question in questions
    ]


def claim_rows(meeting: str, verdicts: Iterable[Verdict]) -> list[Row]:
    """The table ``claims``: what sentences state, with the verdict and its working."""
    return [
        _row(
            "claims",
            {
                "claim": one.claim.id,
                "meeting": meeting,
                "text": one.claim.text,
                "indicator": one.claim.indicators[0] if one.claim.indicators else "",
                "kind": one.claim.kind,
                "period": one.claim.period,
                "baseline_period": one.claim.baseline,
                "claimed": one.claim.quantity.raw if one.claim.quantity else "",
                "found": "; ".join(figure.text for figure in one.found),
                "found_in": "|".join(row for figure in one.found for row in figure.rows),
                "verdict": one.verdict,
                "certainty": f"{one.certainty:.2f}",
                "working": one.working.text,
            },
        )
        for one in verdicts
    ]


def context_rows(meeting: str, contexts: Iterable[Context]) -> list[Row]:
    """The table ``claim_contexts``: what the tables add to statements that are true."""
    return [
        _row(
            "claim_contexts",
            {
                "meeting": meeting,
                "claim": one.claim.id,
                "kind": one.kind,
                "indicator": one.indicator,
                "working": one.working.text,
                "evidence": "|".join(dict.fromkeys(r for f in one.figures for r in f.rows)),
            },
        )
        for one in contexts
    ]


def disagreement_rows(meeting: str, found: Iterable[Disagreement]) -> list[Row]:
    """The table ``disagreements``: the rows of the store on either side, and the working."""
    return [
        _row(
            "disagreements",
            {
                "meeting": meeting,
                "kind": one.kind,
                "left": "|".join(one.left.rows),
                "right": "|".join(one.right.rows),
                "working": one.working.text,
            },
        )
        for one in found
    ]


def comparator_rows(meeting: str, checks: Iterable[ComparatorCheck]) -> list[Row]:
    """The table ``comparator_checks``: comparator columns held against published values."""
    return [
        _row(
            "comparator_checks",
            {
                "meeting": meeting,
                "table": one.row["table"],
                "indicator": one.row["indicator"],
                "column_position": one.row["column_position"],
                "comparator": one.comparator,
                "value": one.printed.value,
                "year": one.year,
                "period": one.period,
                "published_value": one.found and one.found.value,
                "release": one.release,
                "newer": one.is_newer_out,
                "newer_value": one.newer and one.newer.figure.value,
                "newer_period": one.newer and one.newer.period,
                "newer_release": one.newer and one.newer.release,
                "newer_published": one.newer and one.newer.published,
                "neighbour_set": one.neighbour_set,
                "later_set": one.later_set,
                "later_set_name": one.sets and one.sets.later,
                "average": one.sets and one.sets.average.value,
                "later_average": one.sets and one.sets.later_average.value,
                "working": one.working.text,
                "evidence": "|".join(one.rows),
            },
        )
        for one in checks
    ]


#: Table -> its rows for a meeting.
ROWS_OF: dict[str, Callable[[Meeting], list[Row]]] = {
    "trends": lambda meeting: trend_rows(meeting.id, meeting.trends),
    "signals": lambda meeting: signal_rows(meeting.id, meeting.signals()),
    "questions": lambda meeting: question_rows(meeting.id, meeting.questions()),
    "claims": lambda meeting: claim_rows(meeting.id, meeting.verdicts),
    "claim_contexts": lambda meeting: context_rows(meeting.id, meeting.contexts),
    "disagreements": lambda meeting: disagreement_rows(meeting.id, meeting.disagreements),
    "comparator_checks": lambda meeting: comparator_rows(meeting.id, meeting.comparator_checks),
}


def _row(table: str, cells: Mapping[str, Any]) -> dict[str, str]:
    return {column: _text(cells.get(column)) for column in TABLES[table].columns}


def _text(cell: object) -> str:
    if cell is None:
        return ""
    return f"{cell:f}" if isinstance(cell, Decimal) else str(cell)
