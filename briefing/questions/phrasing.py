"""A theme of signals put into a question with its evidence."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from briefing.model.period import Period
from briefing.model.sentence import Sentence
from briefing.questions.addressing import address
from briefing.questions.question import Evidence, Question
from briefing.questions.signals import Signal
from briefing.questions.signals.season import seasonal
from briefing.questions.signals.statements import clause, has_number
from briefing.questions.templates import fill, fits, kinds, phrases
from briefing.questions.themes import Group
from briefing.questions.view import View

#: Lines of evidence beside a question at most.
MOST_EVIDENCE = 5

#: Kinds that say the same of a measure in two ways.
_WAYS = {
    "cannot-meet-target": "target",
    "target-missed": "target",
    "ambition": "target",
    "target-met-neutral": "target",
    "worse-than-last-year": "target",
}


def phrase(view: View, group: Group, invited: tuple[str, ...] = ()) -> Question:
    """The question of one theme.

    Its evidence begins with what the question is about; then comes what the papers say of the
    time of year, so that nobody who reads only the first lines misses it.
    """
    ask = group.ask
    fields = {**group.fields, **dict(zip(("people", "served"), view.serves, strict=True))}
    kind, theme = kinds()[group.lead.kind], group.theme
    shown = _shown(group)
    evidence = tuple(Evidence(s.evidence, s.citations) for s in shown)
    season = _season(view, shown)
    rows = dict.fromkeys(row for s in shown for row in s.rows)
    template = ask.recommendation or kind.recommendation
    return Question(
        id=group.id,
        item_number=group.item_number,
        theme=theme.title,
        question=fill(ask.question, fields),
        why_it_matters=_first_that_fits(
            fields, ask.why_it_matters, theme.why_it_matters, kind.why_it_matters
        ),
        follow_up=_first_that_fits(fields, ask.follow_up, kind.follow_up),
        good_answer=_first_that_fits(fields, ask.good_answer, kind.good_answer),
        evidence=evidence[:1] + season + evidence[1:],
        rows=tuple(rows),
        addressed_to=address(view, group.item_number, theme.answers, invited),
        recommendation=fill(template, fields) if template and fits(template, fields) else None,
        severity=int(group.severity),
    )


def _first_that_fits(fields: Mapping[str, Any], *templates: str) -> Sentence:
    for template in templates:
        if template and fits(template, fields):
            return fill(template, fields)
    return Sentence("")


def _shown(group: Group) -> tuple[Signal, ...]:
    """The signals that stand as evidence: those that the question prints, then the gravest, and
    last, for balance, one that says what goes well, of another measure if there is one.

    No measure is told of twice in one way, and a bare level only where the question prints it.
    A change beyond ordinary variation goes before a target missed, since it is news. Beside
    figures a statement of the papers stands only where it names a measure.
    """
    shown = list(group.used)
    said = {(i, _way(s)) for s in shown for i in s.indicators if len(s.indicators) == 1}
    rest = [s for s in group.signals if s not in shown and s.kind != "level"]
    for signal in sorted(rest, key=lambda s: (s.kind != "concern", -s.severity, s.signal)):
        told = {(i, _way(signal)) for i in signal.indicators}
        apart = not told and bool(group.lead.indicators)
        if signal.good or apart or (told and told <= said) or len(shown) == MOST_EVIDENCE:
            continue
        shown.append(signal)
        said |= told
    measures = {i for i, _ in said}
    good = sorted((s for s in rest if s.good), key=lambda s: set(s.indicators) <= measures)
    return (*shown, *good[:1])


def _way(signal: Signal) -> str:
    """What a signal says of its measure: two targets missed in one measure say one thing."""
    return _WAYS.get(signal.kind, signal.kind)


def _season(view: View, shown: tuple[Signal, ...]) -> tuple[Evidence, ...]:
    """What the papers say of the time of year, once for each statement."""
    found: dict[str, Evidence] = {}
    for signal in shown:
        period = signal.fields.get("period")
        if not isinstance(period, Period):
            continue
        for row in seasonal(view, signal.indicators, period):
            if not has_number(row["text"]):
                remark = fill(phrases()["seasonal"], {"remark": clause(row["text"])})
                found.setdefault(row["statement"], Evidence(remark, (view.cite(row),)))
    return tuple(found.values())
