"""Signals gathered under themes: several measures of one cause make one question."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from briefing.questions.severity import together
from briefing.questions.signals import Signal
from briefing.questions.templates import Ask, Theme, fits, is_known, kinds, theme_of
from briefing.questions.view import View


@dataclass(frozen=True)
class Group:
    """One theme of a meeting, the item that it is asked under, and how it is asked.

    ``fields`` are those of the lead, and those of other uses with their prefix; ``used`` the
    signals that fill them, the lead first; ``signals`` all of the theme, gravest first.
    """

    theme: Theme
    item_number: str
    signals: tuple[Signal, ...]
    ask: Ask
    used: tuple[Signal, ...]
    fields: Mapping[str, Any]
    severity: Decimal

    @property
    def id(self) -> str:
        """The identifier of its question, which stays the same over rebuilds."""
        item = f"item-{self.item_number}" if self.item_number else "meeting"
        return f"{item}-{self.theme.slug}".lower()

    @property
    def lead(self) -> Signal:
        """The signal that the question is about."""
        return self.used[0]


def gather(signals: Sequence[Signal], *, by_words: bool = True) -> tuple[Group, ...]:
    """The themes of a meeting, gravest first: one group a theme, asked under one item.

    A theme that stands in two items is asked where its gravest signal stands, so that no two
    questions ask the same. A theme that the question of another covers is taken into it. Signals
    of no theme are gathered by item: what its figures show, and what its report asks. Without
    ``by_words`` words alone give no theme; see :func:`speaks_of_themes`.
    """
    found: dict[str, tuple[Theme, list[Signal]]] = {}
    for signal in signals:
        theme = theme_of(signal.indicators, signal.text if by_words else "", signal.kind)
        key = theme.slug if theme else f"{signal.item_number}/{bool(signal.indicators)}"
        found.setdefault(key, (theme or _without_theme(signal), []))[1].append(signal)
    groups = [
        group for theme, own in found.values() if (group := _group(theme, own, signals)) is not None
    ]
    return tuple(sorted(_covered(groups), key=lambda g: (-g.severity, g.id)))


def speaks_of_themes(view: View) -> bool:
    """Whether papers are about what the themes are about: they have a measure that one knows.

    A word such as supervision means something else in the papers of another service.
    """
    return any(
        is_known(indicator)
        for table in ("observations", "statements", "targets")
        for row in view.rows(table)
        for indicator in row["indicator"].split("|")
    )


def _without_theme(signal: Signal) -> Theme:
    """A theme of its own for what no theme knows: an item's measures, or its report."""
    if signal.indicators:
        return Theme("what-the-figures-show", "What the figures show")
    return Theme("what-the-report-says", "What the report says")


def _group(theme: Theme, own: Sequence[Signal], every: Sequence[Signal]) -> Group | None:
    asking = [s for s in own if not s.good and kinds()[s.kind].question]
    if not asking:
        return None
    ask, used = _way_to_ask(theme, asking, every)
    lead = used["lead"]
    item = max(asking, key=lambda s: (s.severity, s.item_number == lead.item_number)).item_number
    further = sum(1 for s in asking if s.kind != "level") - 1
    return Group(
        theme=theme,
        item_number=item,
        signals=tuple(own),
        ask=ask,
        used=tuple({s.signal: s for s in used.values()}.values()),
        fields=_fields(used),
        severity=together(asking[0].severity, max(0, further), theme.weight),
    )


def _way_to_ask(
    theme: Theme, asking: Sequence[Signal], every: Sequence[Signal]
) -> tuple[Ask, dict[str, Signal]]:
    """The first of the theme's asks that its signals can fill, else that of the gravest signal."""
    for ask in theme.asks:
        used = _fill_uses(ask, asking, every)
        if used is not None and fits(ask.question, _fields(used)):
            return ask, used
    lead = asking[0]
    kind = kinds()[lead.kind]
    return (
        Ask(
            {"lead": lead.kind},
            kind.question,
            follow_up=kind.follow_up,
            good_answer=kind.good_answer,
            recommendation=kind.recommendation,
        ),
        {"lead": lead},
    )


def _fill_uses(
    ask: Ask, asking: Sequence[Signal], every: Sequence[Signal]
) -> dict[str, Signal] | None:
    used: dict[str, Signal] = {}
    for prefix, use in ask.uses.items():
        pool = [s for s in asking if _has_words(s, ask)] if prefix == "lead" else every
        signal = next((s for s in pool if _is(s, use)), None)
        if signal is None:
            return None
        used[prefix] = signal
    return used


def _is(signal: Signal, use: str) -> bool:
    """Whether a signal is of one of the kinds, and about the indicator, that a use names."""
    names, _, indicator = use.partition("/")
    return signal.kind in names.split("|") and (not indicator or indicator in signal.indicators)


def _has_words(signal: Signal, ask: Ask) -> bool:
    text = signal.text.lower()
    return not ask.words or any(word in text for word in ask.words)


def _fields(used: Mapping[str, Signal]) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    for prefix, signal in used.items():
        start = "" if prefix == "lead" else f"{prefix}_"
        fields.update({f"{start}{name}": value for name, value in signal.fields.items()})
    return fields


def _covered(groups: Iterable[Group]) -> list[Group]:
    """Groups without those that another's question covers; what they hold goes with it."""
    made = list(groups)
    by_slug = {g.theme.slug: g for g in made}
    for group in list(made):
        for slug in group.ask.covers:
            other = by_slug.get(slug)
            if other is None or other not in made:
                continue
            made.remove(other)
            place = next(n for n, g in enumerate(made) if g.theme.slug == group.theme.slug)
            severity = max(made[place].severity, other.severity)
            signals = made[place].signals + other.signals
            made[place] = replace(made[place], signals=signals, severity=severity)
    return made
