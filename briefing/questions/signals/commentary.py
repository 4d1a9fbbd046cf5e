"""What the commentary says of a measure, and its tables put otherwise or have more to tell of."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from briefing.analysis.choosing import Context
from briefing.analysis.difference import is_small
from briefing.model.claim import Verdict
from briefing.model.figure import Figure
from briefing.model.sentence import compose
from briefing.model.series import Series
from briefing.questions.severity import weigh
from briefing.questions.signals import movement
from briefing.questions.signals.making import make, name_inside
from briefing.questions.signals.record import Signal
from briefing.questions.templates import fill, phrases, theme_of
from briefing.questions.view import View

#: How sure a contradiction has to be before anybody is asked about it: as sure as the briefing's
#: points to clarify are.
CERTAIN = 0.8
#: Words and table differ in substance from this share of the printed value, or of the value that
#: a change starts from; below it there is a slip to clarify and nothing to ask.
SUBSTANCE = Decimal("0.05")


def signals(view: View) -> Iterator[Signal]:
    """The gravest statement that its table puts otherwise, and the gravest with more to see.

    One of each at most: a meeting is about what is done for people, and not about how reports are
    written. The points to clarify name every difference; these ask what it means.
    """
    for found in (_differing(view), _seen_longer(view)):
        yield from sorted(found, key=lambda s: (-s.severity, s.signal))[:1]


def _differing(view: View) -> Iterator[Signal]:
    """Statements that the tables contradict for certain, and by so much that plans may turn on it.

    That a movement is not steady is left out: what a measure does from month to month is asked
    about with the measure.
    """
    for one in view.verdicts:
        if one.verdict != "contradicts" or one.certainty < CERTAIN or one.claim.steady:
            continue
        making = _DIFFERING.get(one.claim.kind)
        printed = list(one.printed)
        series = _series_of(view, printed)
        found = making(one, printed) if making is not None and series is not None else None
        if found is None or series is None:
            continue
        gap, fields = found
        yield make(
            "commentary-differs",
            one.claim.id,
            one.claim.item_number,
            weigh("commentary-differs", gap=gap),
            {"measure": name_inside(series), **fields},
            indicators=(series.indicator.indicator,),
            citations=(one.claim.citation,) if one.claim.citation else (),
            rows=(one.claim.passage,),
        )


_Found = tuple[Decimal, Mapping[str, Any]]


def _change(one: Verdict, printed: list[Figure]) -> _Found | None:
    """A change of another size than the table's."""
    said, pair = _said(one), _pair(printed)
    if said is None or pair is None or one.claim.direction not in ("up", "down"):
        return None
    before, after = pair["before"], pair["after"]
    moved = after.value - before.value
    size = said.value if one.claim.direction == "up" else -said.value
    if not before.value or is_small(before.unit, moved):
        return None
    start = abs(before.value)
    of_share = one.claim.kind == "percent_change"
    gap = abs(size / 100 - moved / start) if of_share else abs(size - moved) / start
    words = fill(phrases()[f"change_{one.claim.direction}"], {"size": said})
    return _in_substance(gap, {**pair, "said_change": words, "worded": words})


def _level(one: Verdict, printed: list[Figure]) -> _Found | None:
    """A level other than the table's."""
    said = _said(one)
    if said is None or not printed or not printed[0].value:
        return None
    level = printed[0]
    if is_small(level.unit, said.value - level.value):
        return None
    value = compose(phrases()["value"], figure=level, period=level.period)
    fields = {
        "after": level,
        "period": level.period,
        "printed": value,
        "said_level": said,
        "worded": compose("{said}", said=said),
    }
    return _in_substance(abs(said.value - level.value) / abs(level.value), fields)


def _direction(one: Verdict, printed: list[Figure]) -> _Found | None:
    """A movement the other way."""
    pair = _pair(printed)
    if pair is None or not pair["before"].value or one.claim.direction not in ("up", "down"):
        return None
    before, after = pair["before"], pair["after"]
    if is_small(before.unit, after.value - before.value):
        return None
    gap = abs(after.value - before.value) / abs(before.value)
    return _in_substance(gap, {**pair, "worded": one.claim.direction})


_DIFFERING: dict[str, Callable[[Verdict, list[Figure]], _Found | None]] = {
    "change": _change,
    "percent_change": _change,
    "level": _level,
    "direction": _direction,
}


def _in_substance(gap: Decimal, fields: Mapping[str, Any]) -> _Found | None:
    return (gap, fields) if gap >= SUBSTANCE else None


def _said(one: Verdict) -> Figure | None:
    """The figure of the words, as the working prints it."""
    return next((f for f in one.found if f.row == one.claim.passage), None)


def _pair(printed: list[Figure]) -> dict[str, Any] | None:
    """The two values of a change, with their periods and in words."""
    if len(printed) < 2:
        return None
    before, after = printed[:2]
    words = compose(
        "{b} in {bp} and {a} in {ap}", b=before, bp=before.period, a=after, ap=after.period
    )
    return {
        "before": before,
        "base": before.period,
        "after": after,
        "period": after.period,
        "printed": words,
    }


def _seen_longer(view: View) -> Iterator[Signal]:
    """True statements of which the tables have more to tell.

    A turn is left to the theme of its measure where that asks about a turn already.
    """
    turned = {_theme(s.indicators) for s in movement.signals(view) if s.kind == "turned"}
    for one in view.contexts:
        series = _series_of(view, [f for f in one.figures if f.row != one.claim.passage])
        asked = one.kind == "other_way_since" and _theme((one.indicator,)) in turned - {""}
        if series is None or asked:
            continue
        kind, gap, fields = _longer(one)
        yield make(
            kind,
            one.claim.id,
            one.claim.item_number,
            weigh(kind, gap=gap),
            {"measure": name_inside(series), "working": one.working, **fields},
            indicators=(one.indicator,),
            citations=(one.claim.citation,) if one.claim.citation else (),
            rows=(one.claim.passage,),
        )


def _longer(one: Context) -> tuple[str, Decimal, Mapping[str, Any]]:
    """The kind of signal, how far the figures lie apart, and what its wording prints."""
    first, second = one.figures[:2]
    if one.kind == "another_target":
        gap = _apart(first, second)
        return "commentary-target", gap, {"said": first, "target": second}
    fields = {"before": first, "base": first.period, "after": second, "period": second.period}
    if one.kind == "other_way_since":
        turn = one.figures[2]
        turned = {"turn": turn, "turn_period": turn.period}
        return "commentary-since", _apart(second, turn), fields | turned
    low, high = one.figures[2:4]
    return "commentary-month", Decimal(0), fields | {"low": low, "high": high}


def _apart(one: Figure, other: Figure) -> Decimal:
    return abs(one.value - other.value) / abs(other.value) if other.value else Decimal(0)


def _series_of(view: View, figures: list[Figure]) -> Series | None:
    """The series that the figures of tables stand in, by their rows or by their target."""
    rows = {row for f in figures for row in f.rows}
    for trend in view.trends:
        series = trend.series
        held = (*series.figures.values(), *(t.figure for t in series.targets))
        if any(f.row in rows for f in held):
            return series
    return None


def _theme(indicators: tuple[str, ...]) -> str:
    theme = theme_of(indicators)
    return theme.slug if theme is not None else ""
