"""The cells of tables about trends: a judgement once in words, its sign beside it for the eye."""

from __future__ import annotations

from briefing.display import icons, words
from briefing.display.sparkline import sparkline
from briefing.model.blocks import Block, cell
from briefing.model.sentence import Sentence, compose
from briefing.model.series import Point, Target
from briefing.model.trend import Trend

#: What stands where the papers give nothing: words, so that it is not taken for nought.
NO_FIGURE = {"text": "no figure", "muted": True}
NONE = {"text": "none", "muted": True}

_TONE = {"improvement": "good", "concern": "concern", "high": "neutral", "low": "neutral"}


def name_cell(trend: Trend) -> Block:
    """The measure, as the header of its row; second-hand figures are called so."""
    name = words.measure(trend.series)
    if trend.series.second_hand:
        return cell([name, {"text": " (second-hand)", "muted": True}], header=True)
    return cell(name, header=True)


def latest_cell(trend: Trend, *, spark: bool = False) -> Block:
    """The latest value with its period; a sparkline beside it says nothing more."""
    last = trend.last
    if last is None:
        return cell({"text": "no figure with a certain period", "muted": True})
    period = words.unbroken(compose("{period:short}", period=last.period))
    text = compose("{value} in {period}", value=words.short(last.figure), period=period)
    return cell(text, svg=sparkline(trend) if spark else "")


def point_cell(point: Point | None) -> Block:
    """The value of a point."""
    if point is None or point.figure is None:
        return cell(NO_FIGURE, align="right")
    return cell(words.short(point.figure), align="right")


def target_cell(trend: Trend) -> Block:
    """The target, and its date where it has one."""
    if trend.target is None:
        return cell(NONE)
    return cell(_level(_due(trend) or trend.target.target))


def _level(target: Target) -> Sentence:
    due = " by {due:short}" if target.due else ""
    return compose("{level}" + due, level=words.target_level(target), due=target.due or "")


def met_cell(trend: Trend) -> Block:
    """Whether the target is met, and for how long; empty without a target."""
    state = trend.target
    if state is None:
        return cell()
    if state.met is False and _due(trend) is not None:
        return cell("Not yet", icon=icons.target_icon(state))
    run = words.running(state)
    text = compose("{met}, {run}" if run.text else "{met}", met=words.met(state), run=run)
    return cell(text, icon=icons.target_icon(state))


def _due(trend: Trend) -> Target | None:
    """The dated target of the same level as the one that a measure is held to, if there is one.

    What is due later is not missed before.
    """
    state = trend.target
    dated = (s.target for s in trend.targets if s.target.due is not None)
    same = (t for t in dated if state and t.figure.value == state.target.figure.value)
    return next(same, None)


def standing_cell(trend: Trend) -> Block:
    """The target, whether it is met and for how long; then the comparators that have a name."""
    named = words.named(trend.comparators)
    notes = words.semicolons([words.comparator_note(c) for c in named]) if named else None
    state = trend.target
    if state is None:
        return cell(notes or NONE)
    run = words.running(state)
    due = _due(trend)
    if due is not None and state.met is False:
        held = compose("{level}: not yet met", level=_level(due))
        return cell([held, ". ", notes] if notes else held, icon=icons.target_icon(state))
    held = compose(
        "{level}: {met}, {run}" if run.text else "{level}: {met}",
        level=_level(state.target),
        met=words.met(state).lower(),
        run=run,
    )
    return cell([held, ". ", notes] if notes else held, icon=icons.target_icon(state))


def judgement_cell(trend: Trend, *, reasons: bool = True) -> Block:
    """What the last point says and what the target can expect, or why nothing is judged."""
    sign = icons.variation_icon(trend)
    text = icons.words(sign)
    if not trend.variation:
        reason = words.withheld(trend)
        return cell(f"{text}: {reason}" if reasons and reason else text, icon=sign, small=True)
    assured = icons.assurance_icon(trend)
    if assured:
        text += f"; {icons.words(assured).lower()}"
    return cell(text, icon=sign, tone=_TONE.get(trend.variation, ""))


def range_cell(trend: Trend) -> Block:
    """The mean and the range of ordinary variation; empty where neither is given."""
    if not trend.limits or trend.limits[-1].provisional:
        return cell()
    mean, _, _ = words.limit_figures(trend, trend.limits[-1])
    return cell(
        compose("{mean}; {ends}", mean=words.short(mean), ends=words.range_ends(trend)), small=True
    )


def page_cell(trend: Trend) -> Block:
    """The printed page that the latest value stands on, else that of the file."""
    last = trend.last
    place = last.figure.citation if last else None
    of_file = f"{place.page} of file" if place and place.page else ""
    return cell(place.printed_page or of_file if place else "", align="right")
