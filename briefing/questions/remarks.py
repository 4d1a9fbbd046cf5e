"""What goes well, what to know before the meeting, and what the panel could recommend."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from briefing.questions.question import Question, Remark, Suggestion
from briefing.questions.signals import Signal, open_signals
from briefing.questions.templates import theme_of
from briefing.questions.themes import Group, gather, speaks_of_themes
from briefing.questions.view import View

#: What goes well that is shown for one item at most.
MOST_GOOD = 3
#: Things to know, and how many of them are good where the papers have so much good to tell.
THINGS, GOOD_THINGS = 5, 2
#: Kinds of signal that are no news on page one.
NO_NEWS = (
    "level",
    "asked",
    "commitment",
    "unplaced",
    "recommendation-dated",
    "commentary-differs",
    "commentary-since",
    "commentary-month",
    "commentary-target",
)
#: Recommendations suggested for one item at most.
MOST_SUGGESTED = 2


def going_well(view: View) -> tuple[Remark, ...]:
    """What goes well in each item: worth learning from or holding on to.

    The best of each theme goes before a second of any, so that an item shows the breadth of it.
    """
    shown: list[Signal] = []
    for signal in _breadth_first(s for s in open_signals(view) if s.good):
        if sum(1 for s in shown if s.item_number == signal.item_number) < MOST_GOOD:
            shown.append(signal)
    return tuple(_remark(s, headline=False) for s in shown)


def five_things(view: View) -> tuple[Remark, ...]:
    """Five things to know, good and bad, each concern and each good thing of another theme.

    Concerns are what the gravest questions rest on. Bare levels and what reports ask for are no
    news and never stand here, nor does good news that rests on small numbers. Where little goes
    well on record, concerns fill the places, and the other way round.
    """
    signals = open_signals(view, levels_too=True)
    concerns = [
        s
        for g in gather(signals, by_words=speaks_of_themes(view))
        if (s := _newsworthy(g)) is not None
    ]
    good = _breadth_first(s for s in signals if s.good and not s.fields.get("small"))
    well = [s for s in good if _theme(s) not in map(_theme, good[: good.index(s)])]
    well = well[: max(GOOD_THINGS, THINGS - len(concerns))]
    return tuple(_remark(s, headline=True) for s in (*concerns[: THINGS - len(well)], *well))


def suggest_recommendations(questions: Sequence[Question]) -> tuple[Suggestion, ...]:
    """One or two recommendations an item that the panel could make, from its gravest questions."""
    made: list[Suggestion] = []
    for question in sorted(questions, key=lambda q: q.rank):
        held = sum(1 for s in made if s.item_number == question.item_number)
        said = {s.sentence.text for s in made}
        if (
            question.recommendation is None
            or held >= MOST_SUGGESTED
            or question.recommendation.text in said
        ):
            continue
        citations = dict.fromkeys(c for e in question.evidence for c in e.citations)
        made.append(
            Suggestion(
                question.item_number,
                question.theme,
                question.recommendation,
                question.id,
                tuple(citations),
                question.rows,
            )
        )
    return tuple(made)


def _newsworthy(group: Group) -> Signal | None:
    """The first of the signals that a question prints that is news."""
    return next((s for s in group.used if s.kind not in NO_NEWS), None)


def _breadth_first(signals: Iterable[Signal]) -> list[Signal]:
    """Gravest first, the first of every theme before the second of any; each measure once."""
    once: dict[tuple[str, ...], Signal] = {}
    for signal in signals:
        once.setdefault(signal.indicators or (signal.signal,), signal)
    seen: Counter[str] = Counter()
    places = {}
    for signal in once.values():
        places[signal.signal] = seen[_theme(signal)]
        seen[_theme(signal)] += 1
    return sorted(once.values(), key=lambda s: (places[s.signal], -s.severity, s.signal))


def _theme(signal: Signal) -> str:
    theme = theme_of(signal.indicators, signal.text, signal.kind)
    return theme.title if theme is not None else ""


def _remark(signal: Signal, *, headline: bool) -> Remark:
    return Remark(
        item_number=signal.item_number,
        sentence=signal.headline if headline else signal.evidence,
        tone="good" if signal.good else "concern",
        citations=signal.citations,
        rows=signal.rows,
        theme=_theme(signal),
    )
