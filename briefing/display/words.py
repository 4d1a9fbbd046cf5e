"""The plain words that charts, tables and text alternatives share."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from briefing.model.decimals import decimals
from briefing.model.figure import Figure, derive
from briefing.model.sentence import Sentence, compose
from briefing.model.sentence import listing as listing
from briefing.model.series import Point, Series, Target
from briefing.model.trend import Comparator, Limits, TargetState, Trend

#: What the last point says (:data:`briefing.model.trend.VARIATIONS`), as a clause.
VARIATION = {
    "common_cause": "changes from one period to the next are within ordinary variation",
    "improvement": "an unusual change for the better",
    "concern": "an unusual change for the worse",
    "high": "unusually high, which is neither good nor bad in itself",
    "low": "unusually low, which is neither good nor bad in itself",
}

#: The same of a measure of which nobody has said which way is good.
UNCONFIRMED = {
    "high": "unusually high; which way is good is not confirmed",
    "low": "unusually low; which way is good is not confirmed",
}

#: The same in two words, for what stands out alone.
JUDGED = {
    "improvement": "unusual improvement",
    "concern": "unusual concern",
    "high": "unusually high",
    "low": "unusually low",
}

#: The rule of special cause that fired (:data:`briefing.model.trend.RULES`), and the side.
RULE = {
    ("outside", "high"): "the value lies above the range that ordinary variation keeps to",
    ("outside", "low"): "the value lies below the range that ordinary variation keeps to",
    ("outside", ""): "the value lies outside the range that ordinary variation keeps to",
    ("trend", "high"): "seven or more values in a row have risen",
    ("trend", "low"): "seven or more values in a row have fallen",
    ("trend", ""): "seven or more values in a row have moved one way",
    (
        "two_of_three",
        "high",
    ): "two of three values in a row lie close to the top of the usual range",
    (
        "two_of_three",
        "low",
    ): "two of three values in a row lie close to the foot of the usual range",
    ("two_of_three", ""): "two of three values in a row lie close to an edge of the usual range",
    ("shift", "high"): "seven or more values in a row lie above the mean",
    ("shift", "low"): "seven or more values in a row lie below the mean",
    ("shift", ""): "seven or more values in a row lie on one side of the mean",
}

ASSURANCE = {
    "consistently_passes": "the target can be expected to be met as things stand",
    "consistently_fails": "the target cannot be expected to be met as things stand",
    "hit_and_miss": "as the process stands, a month may meet the target or not",
}

COMPARATOR = {
    "own": "This council, as published",
    "statistical_neighbours": "Statistical neighbours",
    "region": "Region",
    "england": "England",
    "unknown": "Comparator not named in the papers",
}

TARGET_KIND = {
    "target": "Target",
    "floor": "Floor",
    "expectation": "Panel's expectation",
    "ambition": "Ambition",
}

#: Why nothing is judged, in short (:data:`briefing.model.trend.WITHHELD`).
WITHHELD = {
    "no_figures": "the papers state no figure",
    "unplaced": "the papers do not say which periods the figures are of",
    "unknown_measure": "it is not on record over what time each figure is counted",
    "rolling": "each figure covers twelve months, most of which the next one covers too",
    "year_to_date": "each figure adds to the one before",
    "look_back": "each figure looks back over time that the next one covers too",
    "stock": "it is a number at a date, so most of it is the same as the time before",
    "small_base": "the percentage rests on few cases or on a number not known",
    "constant": "every figure is the same",
    "coarse": "the figures are rounded too coarsely to show ordinary variation",
    "few_points": "fewer than twelve figures in a row are known",
}

#: Units that are said beside a measure's name, unless the name says so itself.
UNIT = {
    "rate_per_10000": "per 10,000",
    "rate_per_1000": "per 1,000",
    "days": "days",
    "weeks": "weeks",
    "fte": "full-time equivalent",
}

THEME_OF_NONE = "Other measures"


def direction(trend: Trend) -> str:
    """Which way the last point's special cause points, ``high`` or ``low``; blank without one."""
    special = trend.last is not None and trend.variation not in ("", "common_cause")
    return trend.last.direction if trend.last is not None and special else ""


def rule(trend: Trend) -> str:
    """The rule that the last point broke, as a clause; blank for none."""
    return RULE.get((trend.rule.split("|")[0], direction(trend)), "")


def measure(series: Series) -> str:
    """The measure's name, and the group where it is broken down."""
    name = series.indicator.name
    return f"{name}: {series.breakdown}" if series.breakdown else name


def unit_note(series: Series) -> str:
    """The unit, where neither the measure's name nor the axis says it; blank otherwise."""
    note = UNIT.get(series.indicator.unit, "")
    return "" if note in series.indicator.name.lower() else note


def subtitle(series: Series, *, short: bool = False) -> Sentence:
    """What is shown: the measure, its unit, and the time from first to last."""
    periods = [p.period for p in series.points]
    values = {"measure": measure(series), "unit": unit_note(series)}
    template = "{measure:capital} ({unit})" if values["unit"] else "{measure:capital}"
    if not periods:
        return compose(template, values)
    first, last = min(periods), max(periods)
    if first == last:
        return compose(template + ", {first}", values, first=first)
    if short:
        time = unbroken(compose("{first:short} to {last:short}", first=first, last=last))
    else:
        time = compose("{first} to {last}", first=first, last=last)
    return compose(template + ", {time}", values, time=time)


def unbroken(sentence: Sentence) -> Sentence:
    """The sentence with spaces at which no line breaks."""
    return Sentence(sentence.text.replace(" ", "\u00a0"), sentence.figures, sentence.marks)


def short(figure: Figure) -> Sentence:
    """The number as it stands on a chart whose subtitle names the unit: ``89%``, ``94``."""
    return compose(
        "{figure}" if figure.unit in ("percent", "gbp") else "{figure:number}", figure=figure
    )


def target_level(target: Target) -> Sentence:
    """``at least 95%``, ``at most 87``, or the number alone while its direction is not known."""
    lead = {"at_most": "at most ", "at_least": "at least "}.get(target.direction, "")
    return compose(lead + "{level}", level=short(target.figure))


def target_label(target: Target) -> Sentence:
    """``Target: at least 95%``, ``Panel expects at least 90%``."""
    lead = "Panel expects " if target.kind == "expectation" else "{kind}: "
    due = " by {due}" if target.due else ""
    return compose(
        lead + "{level}" + due,
        kind=TARGET_KIND.get(target.kind, "Target"),
        level=unbroken(target_level(target)),
        due=target.due or "",
    )


def comparator_label(comparator: Comparator) -> Sentence:
    """``England 21%``; a comparator that the papers do not name is said to be likely."""
    name = COMPARATOR.get(comparator.comparator, COMPARATOR["unknown"])
    likely = comparator.identification == "proposed" and comparator.comparator != "unknown"
    return compose(
        "Likely {name} {level}" if likely else "{name} {level}",
        name=name[:1].lower() + name[1:] if likely and name != "England" else name,
        level=short(comparator.figure),
    )


def comparator_note(comparator: Comparator) -> Sentence:
    """The comparator with the period and the neighbour set it was computed with."""
    values: dict[str, object] = {"label": comparator_label(comparator)}
    said = ["{period}" if comparator.period else "period not stated"]
    values["period"] = comparator.period or ""
    if comparator.neighbour_set:
        said.append("{neighbours}")
        values["neighbours"] = comparator.neighbour_set
    return compose("{label} (" + ", ".join(said) + ")", values)


def named(comparators: Iterable[Comparator]) -> tuple[Comparator, ...]:
    """The comparators that the papers name or a person confirmed, other than the council itself."""
    return tuple(
        c
        for c in comparators
        if c.comparator not in ("own", "unknown") and c.identification in ("named", "confirmed")
    )


def met(state: TargetState) -> str:
    """Whether a target is met, in three words or so."""
    if state.met is None:
        return "Direction not stated"
    return "Met" if state.met else "Not met"


def running(state: TargetState) -> Sentence:
    """``13 months running``; blank where the outcome is of the latest period alone."""
    run = state.months_running
    if run is None or run.value <= 1:
        return Sentence("")
    return compose("{run} running" if run.unit == "months" else "{run} periods running", run=run)


def pace(state: TargetState) -> Sentence:
    """For a dated target: the pace that it needs, the present pace, and where that ends."""
    due, now = state.target.due, state.pace_now
    if due is None or now is None or state.ends_at is None or state.on_course is None:
        return Sentence("")
    values = {"due": due, "now": _change_a_month(now), "end": short(state.ends_at)}
    needs = ""
    if state.pace_needed is not None:
        values["needed"] = _change_a_month(state.pace_needed)
        needs = " needs {needed};"
    outcome = "which reaches it" if state.on_course else "which does not reach it"
    if not state.course_certain:
        outcome = "too close to call after rounding"
    return compose(
        f"The level due in {{due}}{needs} the pace of the last year, {{now}}, ends at {{end}}, "
        f"{outcome}.",
        values,
    )


def _change_a_month(change: Figure) -> Sentence:
    """A change with its sign in words: ``a fall of 0.75 a month``."""
    if not change.value:
        return Sentence("no change")
    size = derive(
        abs(change.value),
        f"size of the {change.operation}",
        change,
        unit=change.unit,
        places=change.places,
    )
    points = " points" if change.unit == "percentage_points" else ""
    way = "a fall" if change.value < 0 else "a rise"
    return compose(f"{way} of {{size:number}}{points} a month", size=size)


def limit_figures(trend: Trend, limits: Limits) -> tuple[Figure, Figure, Figure]:
    """Mean, lower and upper limit as figures that name the points they come from."""
    parents = [p.figure for p in trend.points if limits.first <= p.period <= limits.last]
    unit = trend.series.indicator.unit
    places = max((decimals(f.value) for f in parents), default=0) + 1
    return (
        derive(limits.mean, "mean of the points", *parents, unit=unit, places=places),
        derive(limits.lower, "lower process limit", *parents, unit=unit, places=places),
        derive(limits.upper, "upper process limit", *parents, unit=unit, places=places),
    )


def range_text(trend: Trend) -> Sentence:
    """``Usual range 76.4% to 89.7%``; blank without limits."""
    if not trend.limits:
        return Sentence("")
    lead = "Provisional" if trend.limits[-1].provisional else "Usual"
    return compose("{lead} range {ends}", lead=lead, ends=range_ends(trend))


def range_ends(trend: Trend) -> Sentence:
    """``76.4% to 89.7%``, ``up to 61.0%``: an end that values cannot pass is left out."""
    _, lower, upper = limit_figures(trend, trend.limits[-1])
    ends = {
        (False, False): "{lower} to {upper}",
        (True, False): "up to {upper}",
        (False, True): "from {lower}",
        (True, True): "of the whole scale",
    }
    percent = trend.series.indicator.unit == "percent"
    open_ended = (lower.value <= floor(trend), percent and upper.value >= 100)
    return compose(ends[open_ended], lower=short(lower), upper=short(upper))


def floor(trend: Trend) -> Decimal:
    """The least that a value can be: nought, unless the series itself goes below it."""
    values = [p.figure.value for p in trend.points]
    return Decimal(0) if min(values, default=Decimal(0)) >= 0 else Decimal("-Infinity")


def withheld(trend: Trend) -> str:
    """Why nothing is judged, as a short clause; blank where something is."""
    if trend.variation:
        return ""
    if trend.withheld_kind == "unplaced" and trend.series.doubts:
        return "its figures may stand under a wrong period or measure"
    reason = trend.withheld_reason.strip().rstrip(".")
    return WITHHELD.get(trend.withheld_kind, reason[:1].lower() + reason[1:])


def gaps(series: Series) -> tuple[Point, ...]:
    """The periods inside the series for which no figure is known."""
    return tuple(p for p in series.points if p.figure is None)


def count(number: int, what: str, *parents: Figure) -> Figure:
    """A count of figures or rows, as a figure that names them."""
    return derive(Decimal(number), f"number of {what}", *parents)


def joined(parts: list[Sentence]) -> Sentence:
    """Sentences one after another."""
    return sum(parts[1:], parts[0]) if parts else Sentence("")


def semicolons(parts: list[Sentence]) -> Sentence:
    """Clauses one after another, a semicolon between them."""
    names = {f"p{i}": part for i, part in enumerate(parts)}
    return compose("; ".join(f"{{{name}}}" for name in names), names)
