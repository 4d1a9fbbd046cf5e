"""The title of a chart: what its series says, in one line or two."""

from __future__ import annotations

from briefing.display import words
from briefing.model.sentence import Sentence, compose
from briefing.model.trend import Trend


def finding(trend: Trend) -> Sentence:
    """What the series says: a special cause first, then the target, then the year.

    The words follow the judgement that the trend carries; none is made here. Where no judgement
    may be given, the two published values are set side by side.

    Examples
    --------
    ``Unusually low, a concern: 80% in August 2024; target of at least 95% not met``
    """
    last = trend.last
    if last is None:
        return Sentence("No figure that the papers place in time")
    values: dict[str, object] = {"last": words.short(last.figure), "period": last.period}
    if trend.target is not None:
        values["target"] = words.target_level(trend.target.target)
    lead, tail = _special(trend), _target_clause(trend)
    if lead:
        return compose(f"{lead}: {{last}} in {{period}}{tail}", values)
    if trend.variation:
        return compose(_steady(trend), values)
    way = _over_the_year(trend)
    if way and trend.year_before is not None and trend.year_before.figure is not None:
        values["before"] = words.short(trend.year_before.figure)
        return compose(f"{way}{tail}", values)
    return compose(f"{{last}} in {{period}}{tail}", values)


def _special(trend: Trend) -> str:
    """The opening words of a special cause; blank for ordinary variation."""
    way = words.direction(trend)
    return {
        "improvement": f"Unusually {way}, an improvement" if way else "An unusual improvement",
        "concern": f"Unusually {way}, a concern" if way else "An unusual change for the worse",
        "high": "Unusually high",
        "low": "Unusually low",
    }.get(trend.variation, "")


def _target_clause(trend: Trend) -> str:
    if trend.target is None:
        return ""
    outcome = {True: "met", False: "not met", None: ""}[trend.target.met]
    return (
        f"; target of {{target}} {outcome}"
        if outcome
        else "; target {target}, direction not stated"
    )


def _steady(trend: Trend) -> str:
    """A series in ordinary variation, against its target; two points are never compared."""
    if trend.target is None or trend.target.met is None:
        return f"{{last}} in {{period}}: no unusual change{_target_clause(trend)}"
    steady = {
        "consistently_passes": "Target of {target} reliably met: {last} in {period}",
        "consistently_fails": "Target of {target} out of reach as things stand: {last} in {period}",
    }.get(trend.assured)
    if steady:
        return steady
    outcome = "met" if trend.target.met else "not met"
    return f"{{last}} in {{period}}: target of {{target}} {outcome}; no unusual change"


def _over_the_year(trend: Trend) -> str:
    """The latest value beside that of a year before."""
    if trend.last is None or trend.year_before is None or trend.year_before.figure is None:
        return ""
    now, then = trend.last.figure.value, trend.year_before.figure.value
    if now == then:
        return "{last} in {period}, the same as a year before"
    return f"{'Up' if now > then else 'Down'} from {{before}} to {{last}} in a year"
