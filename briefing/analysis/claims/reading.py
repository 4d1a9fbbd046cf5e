"""Every claim of a sentence: what it states, of which measure, of when, compared with what."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, fields, replace
from functools import lru_cache

from briefing.analysis.claims import grammar
from briefing.analysis.claims.clause import Draft
from briefing.analysis.claims.clauses import Frame, clauses, in_one_order, mark
from briefing.analysis.claims.doubts import narrowing
from briefing.analysis.claims.doubts.several_times import doubted, goes_on, of_several_times
from briefing.analysis.claims.doubts.simple import of_simple_sentences
from briefing.analysis.claims.drafts import drafts, hoped
from briefing.analysis.claims.generic_words import PER_HEAD
from briefing.analysis.claims.material import Measure, Passage
from briefing.analysis.claims.states import IN_BRACKETS
from briefing.analysis.claims.tie import FITTING, WHOLLY, Lexicon, Tie
from briefing.analysis.claims.vocabulary import tokens
from briefing.model import Period
from briefing.model.claim import Claim, Direction, Statement

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


#: Claims that go on about the level before them: 401 in January, up from 340 in August.
_OF_THEN = ("direction", "change", "percent_change", "comparison", "rank")
#: A clause that is not of now; those behind it that name nothing of their own go with it.
_HOPED = re.compile(rf"{grammar.HOPED.pattern}|{grammar.AT_THIS_RATE.pattern}", re.IGNORECASE)

#: A change whose time is told in words that are no baseline.
_TIMED = re.compile(r"\b(?:month|year|annual|quarter|week|since|overall|average)", re.IGNORECASE)
_TWO = 2


@dataclass
class _Subject:
    """What the words speak of, from clause to clause. None while it cannot be told.

    ``loose`` where the words only lead in, or stand in a sentence that claims nothing.
    """

    words: tuple[str, ...] | None = None
    hint: str = ""
    loose: bool = False


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
    lexicon = _lexicon(tuple(measures))
    return tuple(claim for passage in passages for claim in _claims(passage, lexicon))


@lru_cache(maxsize=4)
def _lexicon(measures: tuple[Measure, ...]) -> Lexicon:
    return Lexicon(measures)


def _claims(passage: Passage, lexicon: Lexicon) -> Iterator[Claim]:
    state = _State()
    if passage.previous and _PRONOUN.match(passage.text):
        before = replace(passage, text=passage.previous, previous="")
        if not list(_drafts(before, lexicon, state)):
            state.subject = _named_alone(before, lexicon)
        state.last_way = ""
    for at, (draft, tie) in enumerate(_drafts(passage, lexicon, state), start=1):
        stated = {f.name: getattr(draft, f.name) for f in fields(Statement)}
        yield Claim(
            id=f"{passage.id}-{at}",
            passage=passage.id,
            text=passage.text,
            indicators=tie.indicators if tie else (),
            tie=tie.certainty if tie else 0.0,
            item_number=passage.item_number,
            citation=passage.citation,
            **stated,
        )


def _named_alone(passage: Passage, lexicon: Lexicon) -> _Subject:
    """What a sentence without a claim speaks of: surely only a measure that is named wholly."""
    text = mark(passage.text, passage.published, lexicon).text
    words = tokens(grammar.SAID.sub(" ", text))
    tie = lexicon.tie(words, "")
    return _Subject(words, _hint(text), loose=not tie or tie.certainty < WHOLLY)


def _drafts(
    passage: Passage, lexicon: Lexicon, state: _State
) -> Iterator[tuple[Draft, Tie | None]]:
    """The claims of a sentence; what stands ahead of the first narrows what it is about."""
    frame = mark(passage.text, passage.published, lexicon)
    ahead: tuple[str, ...] = ()
    lead, unclaimed = "", ""
    ahead_of_now = False
    doubtful = narrowing.within_a_month(passage.text) or narrowing.of_an_age(passage.text)
    opened = narrowing.of_a_part(frame.text)
    last = 0
    made: list[tuple[Draft, Tie | None]] = []
    for clause in clauses(frame.text):
        found, rest = drafts(clause, frame, state.last_way)
        words = tokens(grammar.SAID.sub(" ", rest))
        hint = _hint(rest)
        led = "" if any(tie for _, tie in made) else f"{lead}; {clause}"
        if not found and not made:
            ahead += () if grammar.CAUSE.match(clause) else words
            lead, unclaimed = led, f"{unclaimed} {clause}"
            continue
        if not found and narrowing.narrowing_aside(clause):
            made[last:] = [(draft, doubted(tie)) for draft, tie in made[last:]]
            continue
        if words or ahead:
            state.subject = _Subject((*ahead, *words), hint, loose=not words)
        own, ahead, then = bool(words or ahead), (), _then(made)
        if ahead_of_now and not own:
            found = hoped(found)
        ahead_of_now |= bool(_HOPED.search(grammar.NOT_HOPED.sub(" ", clause)))
        part, last = opened and bool(made), len(made)
        for draft in found:
            said = draft.words if draft.words else state.subject.words
            hinted = hint if own else hint or _inherited(draft, state)
            tie = _tie(draft, said, hinted, lexicon)
            if tie is None and state.subject.loose and not draft.words:
                tie = _tie(draft, said, hinted, lexicon, loose=True)
            moved = draft.kind == "direction" and draft.direction != "level"
            if moved and tie and tie.certainty <= FITTING:
                tie = None
            sided = _sided(draft, tie, lexicon)
            pair = _pair(made, draft, clause) if not own else ()
            if pair:
                sided = replace(sided, baselines=pair[:1], period=pair[1])
            elif not own and not draft.now and sided.period is None and draft.kind in _OF_THEN:
                several = "" if len(then) < 2 else "it may be of several times"
                sided = replace(
                    sided, period=then[0] if then else None, unsure=sided.unsure or several
                )
            if draft.unsure == IN_BRACKETS and tie:
                sided, tie = replace(sided, unsure=""), Tie(tie.indicators, FITTING)
            if tie and (
                doubtful
                or part
                or narrowing.stray(unclaimed, lexicon.names(tie.indicators))
                or narrowing.narrowed(f"{lead}; {clause}", lexicon.names(tie.indicators))
                or (draft.period is None and (narrowing.spanned(lead) or narrowing.undated(clause)))
                or (not own and goes_on(draft, clause, made))
                or (not own and any(d.unsure and not d.earlier for d, _ in made))
                or (_without_beginning(draft) and (not own or _left_over(found, clause)))
            ):
                tie = doubted(tie)
            made.append((sided, tie))
            _learn(state.subject, draft)
            if draft.kind in ("percent_change", "change"):
                state.last_way = sided.direction
        if not any(tie for _, tie in made):
            lead = led
            unclaimed += clause if narrowing.of_some(clause) else ""
    made = of_several_times(made, frame.periods)
    made = [(_from_then(draft, frame), tie) for draft, tie in made]
    if grammar.QUALIFIED.search(frame.text):
        why = "it is of other figures than the tables print"
        made = [(replace(d, unsure=d.unsure or why), t) for d, t in made]
    if in_one_order(frame.text):
        made = [(replace(d, unsure="its figures stand in the order of others"), t) for d, t in made]
    yield from _with_levels(of_simple_sentences(made, frame, passage.text), frame)


def _then(made: Sequence[tuple[Draft, Tie | None]]) -> list[Period | None]:
    """The times of the levels that the sentence has stated; those compared with are left out."""
    told = (d.period for d, _ in made if d.kind == "level" and not d.earlier)
    return list(dict.fromkeys(told))


def _without_beginning(draft: Draft) -> bool:
    """Whether a movement is told without a figure or a time that it starts from."""
    told = draft.baselines or draft.base or draft.window_months or draft.start
    return draft.kind == "direction" and not told


def _left_over(found: Sequence[Draft], clause: str) -> bool:
    """Whether a clause has a figure or a time that no claim of it explains."""
    return "«b" in clause or any(d.unsure for d in found)


def _pair(
    made: Sequence[tuple[Draft, Tie | None]], draft: Draft, clause: str
) -> tuple[Period, ...]:
    """The two times of the levels before a change that names none: 12 in May, 14 now, up two."""
    if draft.kind not in ("percent_change", "change") or draft.period or draft.baselines:
        return ()
    if draft.base or draft.start or _TIMED.search(clause):
        return ()
    told = {d.period for d, _ in made if d.kind == "level"}
    periods = sorted((p for p in told if p), key=lambda p: p.start)
    return tuple(periods) if len(told) == len(periods) == _TWO else ()


def _from_then(draft: Draft, frame: Frame) -> Draft:
    """A steady movement without a beginning may be told from another time of the sentence."""
    moves = draft.kind == "direction" and draft.steady and draft.direction != "level"
    based = draft.baselines or draft.base or draft.window_months
    if moves and not based and set(frame.periods) - {draft.period}:
        return replace(draft, unsure=draft.unsure or "it does not say since when")
    return draft


def _sided(draft: Draft, tie: Tie | None, lexicon: Lexicon) -> Draft:
    """What is said to be better or worse, as above or below, up or down."""
    if draft.direction not in ("better", "worse"):
        return draft
    good = lexicon.good(tie.indicators) if tie else ""
    if good not in ("high", "low"):
        return replace(draft, unsure=draft.unsure or "which way is better is not recorded")
    more = (draft.direction == "better") is (good == "high")
    if draft.kind in ("comparison", "duration"):
        return replace(draft, direction="above" if more else "below")
    return replace(draft, direction="up" if more else "down")


def _learn(subject: _Subject, draft: Draft) -> None:
    """A level tells whether a thing named without its unit is a number or a share."""
    if draft.kind == "level" and draft.quantity and not subject.hint and not draft.unsure:
        subject.hint = "percent" if draft.quantity.unit == "percent" else "bare"


def _inherited(draft: Draft, state: _State) -> str:
    """A comparison may be of the number's rate, which no word need say."""
    return "" if draft.kind in ("comparison", "duration", "ambition") else state.subject.hint


def _hint(rest: str) -> str:
    if PER_HEAD in rest:
        return "rate"
    found = [name for name, rule in _HINTS if rule.search(rest)]
    if "count" in found and "rate" in found:
        return ""
    return found[0] if found else ""


def _tie(
    draft: Draft,
    words: tuple[str, ...] | None,
    hint: str,
    lexicon: Lexicon,
    *,
    loose: bool = False,
) -> Tie | None:
    if not words:
        return None
    quantity = draft.quantity
    families: tuple[str, ...]
    of_level = quantity is not None and draft.kind not in ("percent_change", "change")
    if quantity is not None and quantity.unit == "days":
        families = ("days",)
    elif of_level and quantity is not None and quantity.unit == "percent":
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
        tie = lexicon.tie(words, family, loose=loose)
        if tie:
            return tie
    return None


def _with_levels(
    made: list[tuple[Draft, Tie | None]], frame: Frame
) -> Iterator[tuple[Draft, Tie | None]]:
    """Give each change the level that the same sentence states for the same measure now."""
    for draft, tie in made:
        if draft.kind in ("percent_change", "change", "comparison") and tie:
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
