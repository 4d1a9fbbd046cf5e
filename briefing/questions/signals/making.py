"""How a signal is put together, and what a wording may print of a trend."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from briefing.model.figure import Citation, Figure, derive
from briefing.model.period import MONTHS
from briefing.model.sentence import Sentence, compose
from briefing.model.series import Series, Target
from briefing.model.trend import TargetState, Trend
from briefing.questions.signals.record import Signal
from briefing.questions.templates import fill, kinds, phrases, proper_names
from briefing.questions.view import View

#: Beginnings of a printed name that no sentence can hold without an article.
_COUNTED = re.compile(r"(number|percentage|proportion|rate|average \w+|total number)s? of\b", re.I)

#: A series of no more points than this is shown whole.
SHORT = 5
#: The same of a yearly series.
YEARS = 10


def make(
    kind: str,
    subject: str,
    item_number: str,
    severity: Decimal,
    fields: Mapping[str, Any],
    *,
    indicators: tuple[str, ...] = (),
    citations: Iterable[Citation] = (),
    rows: Iterable[str] = (),
    text: str = "",
) -> Signal:
    """A signal whose evidence and headline are worded from its fields.

    Its sources are those of its figures, then the citations given.
    """
    wording = kinds()[kind]
    evidence, headline = fill(wording.evidence, fields), fill(wording.headline, fields)
    sources = {c.text: c for c in reversed((*evidence.sources, *citations))}
    found = dict.fromkeys(row for f in evidence.figures for row in f.rows)
    found.update(dict.fromkeys(rows))
    return Signal(
        kind=kind,
        subject=subject,
        item_number=item_number,
        severity=severity,
        evidence=evidence,
        headline=headline,
        indicators=indicators,
        fields=fields,
        citations=tuple(reversed(sources.values())),
        rows=tuple(found),
        text=text,
    )


def of_trend(
    kind: str,
    trend: Trend,
    severity: Decimal,
    fields: Mapping[str, Any] | None = None,
    state: TargetState | None = None,
) -> Signal:
    """A signal about the last value of one trend, and of one of its targets where it is given."""
    series = trend.series
    return make(
        kind,
        _subject(trend),
        series.item_number,
        severity,
        {**trend_fields(trend, state), **(fields or {})},
        indicators=(series.indicator.indicator,) if series.indicator.indicator else (),
    )


def trend_fields(trend: Trend, state: TargetState | None = None) -> dict[str, Any]:
    """What a wording may print of a trend; only what is known has an entry.

    ``measure``, ``last``, ``period``; ``previous`` and ``year_before`` with their periods;
    ``target``, ``running`` (for how long the outcome has been the same), ``ordinary`` (a
    sentence where the changes are within ordinary variation, else blank).
    """
    series, last = trend.series, trend.last
    if last is None:
        return {"measure": measure(trend)}
    fields: dict[str, Any] = {
        "measure": measure(trend),
        "last": last.figure,
        "period": last.period,
        "ordinary": variation(trend),
        "values": values(trend),
        "then": then(trend),
        "small": phrases()["small_base"] if series.indicator.small_base else "",
    }
    for name, point in (("previous", trend.previous), ("year", trend.year_before)):
        if point is not None and point.figure is not None:
            fields["year_before" if name == "year" else name] = point.figure
            fields[f"{name}_period"] = point.period
    state = state or held_to(trend)
    if state is not None:
        fields["target"] = target_words(state.target)
        fields["running"] = running(state, len(trend.points))
        if state.target.due is not None:
            fields["due"] = state.target.due
        if state.ends_at is not None:
            fields["ends_at"] = rounded(state.ends_at, state.target.figure)
            fields["pace"] = pace(state)
    return fields


def pace(state: TargetState) -> Sentence:
    """The pace of the last twelve months and the one needed; blank where either is not shown."""
    if state.pace_now is None or state.pace_needed is None:
        return Sentence("")
    now, needed = state.pace_now, state.pace_needed
    if (now.value < 0) is not (needed.value < 0) or not now.value:
        return Sentence("")
    words = phrases()["pace_down" if now.value < 0 else "pace_up"]
    return compose(words, now=_size(now), needed=_size(needed))


def _size(figure: Figure) -> Figure:
    """A change without its sign, for a sentence that says which way it went."""
    return derive(abs(figure.value), "size of the change", figure, unit=figure.unit)


def context(view: View, indicators: Collection[str]) -> Sentence:
    """What the papers add about measures; blank where they add nothing."""
    remarks = [
        fill(phrases()["context"], {"remark": row["text"].rstrip(".")})
        for row in view.rows("statements")
        if row["kind"] == "context"
        and (set(row["indicator"].split("|")) & set(indicators)) - {""}
        and not re.search(r"\d", row["text"])
    ]
    figures = tuple(f for remark in remarks for f in remark.figures)
    marks = tuple(m for remark in remarks for m in remark.marks)
    return Sentence(" ".join(remark.text for remark in remarks), figures, marks)


def held_to(trend: Trend) -> TargetState | None:
    """The target or floor that a measure is held to now; ambitions and expectations are others."""
    return next(
        (s for s in trend.targets if s.target.kind in ("target", "floor") and s.target.due is None),
        None,
    )


def measure(trend: Trend) -> str:
    """The name of a trend's measure as it stands inside a sentence."""
    return name_inside(trend.series)


def name_inside(series: Series) -> str:
    """The name of a measure as it stands inside a sentence."""
    indicator = series.indicator
    name = inside(indicator.name.replace(": ", ", ").rstrip(" ."))
    if indicator.unit.startswith("rate_per_"):
        name = re.sub(r"^rate of ", "", name.split(" per ")[0], flags=re.IGNORECASE)
        name = phrases()["rate_of"].format(name=name)
    elif _COUNTED.match(name):
        name = f"the {name}"
    return f"{name} ({series.breakdown.lower()})" if series.breakdown else name


def inside(text: str) -> str:
    """A text with a small first letter, unless it begins with an acronym, a name or a month."""
    if text.startswith((*proper_names(), *MONTHS)) or not re.match(r"[A-Z]([a-z]|\s)", text):
        return text
    return text[:1].lower() + text[1:]


def target_words(target: Target) -> Sentence:
    """The target with its direction: ``at least 95%``."""
    return fill(phrases()[f"target_{target.direction}"], {"target": target.figure})


def running(state: TargetState, points: int) -> Sentence:
    """For how long the outcome has been the same: blank for a single point."""
    months = state.months_running
    if months is None or months.value < 2:
        return Sentence("")
    whole = "running_all" if state.met else "running_none"
    name = whole if months.value == points else "running"
    name += "" if months.unit == "months" else "_periods"
    return compose(phrases()[name], {"months": months})


def variation(trend: Trend) -> str:
    """A sentence on the measure's variation where it says something of its level."""
    return {"common_cause": phrases()["ordinary"], "improvement": phrases()["improving"]}.get(
        trend.variation, ""
    )


def values(trend: Trend) -> Sentence:
    """The values that a reader needs: all of a short series in order of time, of a longer one
    the last and that of a year before.
    """
    points = [(p.figure, p.period) for p in trend.points]
    if len(points) > (YEARS if points and points[-1][1].length == 12 else SHORT):
        before = trend.year_before
        points = points[-1:]
        if before is not None and before.figure is not None:
            points.append((before.figure, before.period))
    parts = [compose(phrases()["value"], figure=f, period=p) for f, p in points]
    text = ", ".join(p.text for p in parts)
    marks = tuple(m for p in parts for m in p.marks)
    return Sentence(text, tuple(f for p in parts for f in p.figures), marks)


def then(trend: Trend) -> Sentence:
    """The value of a year before in brackets, for a series that no limits judge; else blank.

    Where limits judge it, two single months compared would only show its ordinary variation.
    """
    before = trend.year_before
    if trend.variation or before is None or before.figure is None:
        return Sentence("")
    return compose(phrases()["then"], figure=before.figure)


def rounded(figure: Figure, aim: Figure) -> Figure:
    """A projected figure to a whole number, unless that would make it equal to its aim."""
    whole = replace(figure, places=0)
    return figure if whole.number == replace(aim, places=0).number else whole


def count(things: Iterable[Figure], operation: str) -> Figure:
    """How many figures there are, as a figure that names them."""
    parents = tuple(things)
    return derive(len(parents), operation, *parents)


def _subject(trend: Trend) -> str:
    parts = trend.series.measure
    return re.sub(r"[^a-z0-9]+", "-", "-".join(p for p in parts if p).lower()).strip("-")
