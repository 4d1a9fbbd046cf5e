"""What stands below a chart: where its figures come from, and what its drawing leaves out."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.display import words
from briefing.model.sentence import Sentence, compose
from briefing.model.series import Series
from briefing.model.trend import Trend


def caption(trend: Trend) -> tuple[Sentence, ...]:
    """The rule that fired or why nothing is judged, the pace towards a dated target, what is not
    drawn, comparators, the source."""
    notes = [
        _why(trend),
        *(words.pace(state) for state in trend.targets),
        *not_drawn(trend.series),
        _comparators(trend),
        source(trend.series),
    ]
    return tuple(note for note in notes if note.text)


def source(series: Series) -> Sentence:
    """The place of the latest figure, as a councillor finds it."""
    place = _place(series)
    lead = "Second-hand source" if series.second_hand else "Source"
    return compose("{lead}: {place}.", lead=lead, place=place) if place.text else place


def _place(series: Series) -> Sentence:
    places = [p.figure.sources for p in series.known if p.figure is not None]
    return compose("{place}", place=places[-1][0]) if places and places[-1] else Sentence("")


def sources(every: Sequence[Series]) -> Sentence:
    """The places of several series' latest figures, each once."""
    found = dict.fromkeys(place for series in every if (place := _place(series)).text)
    lead = "Second-hand sources" if all(series.second_hand for series in every) else "Sources"
    return compose("{lead}: {places}.", lead=lead, places=words.semicolons(list(found)))


def not_drawn(series: Series) -> list[Sentence]:
    """The months without a figure, and the values that no month can be given."""
    notes = []
    missing = words.gaps(series)
    if missing:
        periods = [compose("{period}", period=p.period) for p in missing]
        lead = f"{series.breakdown}: no" if series.breakdown else "No"
        template = "{lead} certain figure for {periods}."
        notes.append(compose(template, lead=lead, periods=words.listing(periods)))
    loose = [figure for figure in series.unplaced if figure.period is None]
    held = [figure for figure in series.unplaced if figure.period is not None]
    if loose:
        what = "values without a certain period"
        number = words.count(len(loose), what, *loose)
        template = (
            "{number} values are not drawn: the papers do not say which periods they are of."
            if number.value > 1
            else "{number} value is not drawn: the papers do not say which period it is of."
        )
        notes.append(compose(template, number=number))
    if held:
        number = words.count(len(held), "values that may be misplaced", *held)
        template = (
            "{number} values are not drawn: they may stand under a wrong period or measure."
            if number.value > 1
            else "{number} value is not drawn: it may stand under a wrong period or measure."
        )
        notes.append(compose(template, number=number))
    return notes


def _why(trend: Trend) -> Sentence:
    why = words.rule(trend)
    if trend.variation:
        return compose("{why:capital}.", why=why) if why else Sentence("")
    reason = words.withheld(trend)
    return compose("Not judged: {reason}.", reason=reason) if reason else Sentence("")


def _comparators(trend: Trend) -> Sentence:
    """Each comparator with its period and the neighbour set it was computed with."""
    named = words.named(trend.comparators)
    if not named:
        return Sentence("")
    notes = words.listing([words.comparator_note(c) for c in named])
    return compose("For comparison: {notes}.", notes=notes)
