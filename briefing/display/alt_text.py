"""The text alternative of a chart: what a reader who cannot see it needs, in three sentences."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.display import words
from briefing.model.sentence import Sentence, compose
from briefing.model.trend import TargetState, Trend


def describe(trend: Trend) -> Sentence:
    """Level and trend; what is unusual, or why nothing is judged; target and comparators.

    Parameters
    ----------
    trend
        The analysis of one series. Its judgements are said, none is added.

    Examples
    --------
    ``Line chart of visits in time, August 2023 to August 2024: 85% in August 2024, up from 83% in
    August 2023. Changes from one period to the next are within ordinary variation. Target of
    at least 95% not met, 13 months running.``
    """
    if trend.last is None:
        return compose(
            "Chart of {measure} without points: the papers place no figure in time.",
            measure=words.measure(trend.series),
        )
    parts = [_level(trend), _judgement(trend), _standing(trend)]
    return words.joined([part for part in parts if part.text])


def describe_theme(trends: Sequence[Trend], title: Sentence) -> Sentence:
    """Small charts of a theme: each measure with its latest value, target and judgement.

    Parameters
    ----------
    trends
        Measures that have a figure which is placed in time.
    title
        The theme.
    """
    parts = []
    for trend in trends:
        assert trend.last is not None
        values: dict[str, object] = {
            "measure": words.measure(trend.series),
            "last": trend.last.figure,
            "period": trend.last.period,
            "mark": words.JUDGED.get(trend.variation, ""),
        }
        template = "{measure} {last} in {period}"
        if trend.target is not None:
            template += ", target of {level} {outcome}"
            values["level"] = words.target_level(trend.target.target)
            values["outcome"] = words.met(trend.target).lower()
        parts.append(compose(template + (", {mark}" if values["mark"] else ""), values))
    measures = words.semicolons(parts)
    return compose("Small line charts of {title}. {measures}.", title=title, measures=measures)


def _level(trend: Trend) -> Sentence:
    last = trend.last
    assert last is not None
    first = trend.points[0].period
    values: dict[str, object] = {
        "measure": words.measure(trend.series),
        "first": first,
        "last": last.figure,
        "period": last.period,
    }
    opening = (
        "Line chart of {measure}, {first} to {period}: "
        if first != last.period
        else "Chart of {measure}: "
    )
    before = trend.year_before
    if before is None or before.figure is None:
        return compose(opening + "{last} in {period}.", values)
    now, then = last.figure.value, before.figure.value
    way = "the same as" if now == then else "up from" if now > then else "down from"
    values |= {"before": before.figure, "then": before.period, "way": way}
    value = "" if now == then else "{before} "
    return compose(opening + f"{{last}} in {{period}}, {{way}} {value}in {{then}}.", values)


def _judgement(trend: Trend) -> Sentence:
    """The judgement alone: the caption says which rule fired, or why nothing is judged."""
    if trend.variation:
        clause = words.VARIATION[trend.variation]
        if not trend.series.indicator.confirmed:
            clause = words.UNCONFIRMED.get(trend.variation, clause)
        return compose("{clause:capital}.", clause=clause)
    if words.withheld(trend):
        return Sentence("No judgement is made; the caption says why.")
    return Sentence("")


def _standing(trend: Trend) -> Sentence:
    """The target, whether met and for how long, and the comparators."""
    parts = []
    if trend.target is not None:
        parts.append(_target(trend.target, trend.assured))
    named = words.named(trend.comparators)
    if named:
        others = words.listing([words.comparator_note(c) for c in named])
        parts.append(compose("For comparison: {others}", others=others))
    return compose("{parts}.", parts=words.semicolons(parts)) if parts else Sentence("")


def _target(state: TargetState, assurance: str) -> Sentence:
    level = words.target_level(state.target)
    values: dict[str, object] = {
        "kind": words.TARGET_KIND.get(state.target.kind, "Target"),
        "level": level,
        "assurance": words.ASSURANCE.get(assurance, ""),
    }
    if state.met is None:
        return compose("{kind} {level}; the papers do not say which side of it is meant", values)
    template = "{kind} of {level} met" if state.met else "{kind} of {level} not met"
    run = words.running(state)
    if run.text:
        template += ", {run}"
        values["run"] = run
    if values["assurance"]:
        template += "; {assurance}"
    return compose(template, values)
