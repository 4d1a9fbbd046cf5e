"""Every claim of a sentence: what it states, of which measure, of when, compared with what."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from briefing.analysis.claims import grammar
from briefing.analysis.claims.clause import Draft
from briefing.analysis.claims.clauses import Frame, clauses, in_one_order, mark
from briefing.analysis.claims.drafts import drafts, hoped
from briefing.analysis.claims.material import Measure, Passage
from briefing.analysis.claims.tie import FITTING, Lexicon, Tie
from briefing.analysis.claims.vocabulary import tokens
from briefing.model.claim import Claim, Direction

_PRONOUN = re.compile(
    r"^(?:(?:and|but|however|overall),?\s+)?(?:this|it|these|those|they|that|at\s+(?:this|the\s+current)"
    r"|(?:the|our)\s+(?:rate|number|figure|percentage|proportion|target|goal|ambition))\b",
    re.IGNORECASE,
)
_HINTS = (
    ("average", re.compile(r"\baverage\s+(?:number|caseload)", re.IGNORECASE)),
    ("percent", re.compile(r"\b(?:percentage|proportion|share|per\s+cent)\b", re.IGNORECASE)),
    ("rate", re.compile(r"\brates?\b", re.IGNORECASE)),
    ("count", re.compile(r"\bnumbers?\b", re.IGNORECASE)),
    ("average", re.compile(r"\baverages?\b", re.IGNORECASE)),
)


#: A clause that is not of now; those behind it that name nothing of their own go with it.
_HOPED = re.compile(rf"{grammar.HOPED.pattern}|{grammar.AT_THIS_RATE.pattern}", re.IGNORECASE)


@dataclass
class _Subject:
    """What the words speak of, from clause to clause. None while it cannot be told."""

    words: tuple[str, ...] | None = None
    hint: str = ""


@dataclass
class _State:
    subject: _Subject = field(default_factory=_Subject)
    last_way: Direction = ""


def claims_in(passages: Sequence[Passage], measures: Sequence[Measure]) -> tuple[Claim, ...]:
    """Every claim of some passages, in order.

    A claim whose measure the words do not name for certain has no indicator.

    Parameters
    ----------
    passages
        Sentences of the papers.
    measures
        The measures that the papers' tables print.
    """
    lexicon = Lexicon(measures)
    return tuple(claim for passage in passages for claim in _claims(passage, lexicon))


def _claims(passage: Passage, lexicon: Lexicon) -> Iterator[Claim]:
    state = _State()
    if passage.previous and _PRONOUN.match(passage.text):
        before = replace(passage, text=passage.previous, previous="")
        for _ in _drafts(before, lexicon, state):
            pass
        state.last_way = ""
    for at, (draft, tie) in enumerate(_drafts(passage, lexicon, state), start=1):
        yield Claim(
            id=f"{passage.id}-{at}",
            passage=passage.id,
            text=passage.text,
            kind=draft.kind,
            indicators=tie.indicators if tie else (),
            tie=tie.certainty if tie else 0.0,
            period=draft.period,
            current=draft.current,
            now=draft.now,
            baselines=draft.baselines,
            base=draft.base,
            window_months=draft.window_months,
            quantity=draft.quantity,
            direction=draft.direction,
            against=draft.against,
            rank=draft.rank,
            steady=draft.steady,
            start=draft.start,
            end=draft.end,
            unsure=draft.unsure,
            item_number=passage.item_number,
            citation=passage.citation,
        )


def _drafts(
    passage: Passage, lexicon: Lexicon, state: _State
) -> Iterator[tuple[Draft, Tie | None]]:
    """The claims of a sentence; what stands ahead of the first narrows what it is about."""
    frame = mark(passage.text, passage.published, lexicon.windows)
    ahead: tuple[str, ...] = ()
    ahead_of_now = False
    made: list[tuple[Draft, Tie | None]] = []
    for clause in clauses(frame.text):
        found, rest = drafts(clause, frame, state.last_way)
        words = tokens(grammar.SAID.sub(" ", rest))
        hint = _hint(rest)
        if not found and not made:
            ahead += () if grammar.CAUSE.match(clause) else words
            continue
        if words or ahead:
            state.subject = _Subject((*ahead, *words), hint)
        own, ahead = bool(words or ahead), ()
        if ahead_of_now and not own:
            found = hoped(found)
        ahead_of_now |= bool(_HOPED.search(grammar.NOT_HOPED.sub(" ", clause)))
        for draft in found:
            said = draft.words if draft.words else state.subject.words
            tie = _tie(draft, said, hint if own else hint or _inherited(draft, state), lexicon)
            if draft.kind == "direction" and tie and tie.certainty <= FITTING:
                tie = None
            made.append((draft, tie))
            _learn(state.subject, draft)
            if draft.kind in ("percent_change", "change"):
                state.last_way = draft.direction
    if in_one_order(frame.text):
        made = [(replace(d, unsure="its figures stand in the order of others"), t) for d, t in made]
    yield from _with_levels(made, frame)


def _learn(subject: _Subject, draft: Draft) -> None:
    """A level tells whether a thing named without its unit is a number or a share."""
    if draft.kind == "level" and draft.quantity and not subject.hint and not draft.unsure:
        subject.hint = "percent" if draft.quantity.unit == "percent" else "bare"


def _inherited(draft: Draft, state: _State) -> str:
    """A comparison may be of the number's rate, which no word need say."""
    return "" if draft.kind in ("comparison", "duration", "ambition") else state.subject.hint


def _hint(rest: str) -> str:
    found = [name for name, rule in _HINTS if rule.search(rest)]
    if "count" in found and "rate" in found:
        return ""
    return found[0] if found else ""


def _tie(draft: Draft, words: tuple[str, ...] | None, hint: str, lexicon: Lexicon) -> Tie | None:
    if not words:
        return None
    quantity = draft.quantity
    families: tuple[str, ...]
    of_level = quantity is not None and draft.kind not in ("percent_change", "change")
    if of_level and quantity is not None and quantity.unit == "percent":
        families = ("percent",)
    elif of_level and quantity is not None and quantity.unit.startswith("rate"):
        families = ("rate",)
    elif of_level and quantity is not None:
        hint = "" if hint == "percent" else hint
        families = (hint, "bare") if hint == "average" else (hint or "bare",)
    elif draft.kind == "change" and quantity is not None and quantity.unit == "percentage_points":
        families = ("percent",)
    elif draft.kind == "change" and hint != "percent":
        families = (hint or "bare",)
    else:
        families = (hint, "percent") if hint == "rate" else (hint,)
    for family in families:
        tie = lexicon.tie(words, family)
        if tie:
            return tie
    return None


def _with_levels(
    made: list[tuple[Draft, Tie | None]], frame: Frame
) -> Iterator[tuple[Draft, Tie | None]]:
    """Give each change the level that the same sentence states for the same measure now."""
    for draft, tie in made:
        if draft.kind in ("percent_change", "change") and tie:
            end = next(
                (
                    d.quantity
                    for d, t in made
                    if d.kind == "level"
                    and d.period == draft.period
                    and t
                    and d.quantity
                    and set(t.indicators) & set(tie.indicators)
                ),
                None,
            )
            yield replace(draft, end=end), tie
        else:
            yield draft, tie
