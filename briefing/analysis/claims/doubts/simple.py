"""Whether a sentence is simple enough for its claims to speak against a table.

A sentence that tells of several times, or of figures that no claim explains, may be read in more
than one way. Its claims may be borne out by the tables; they contradict only where figure, movement
and time stand side by side in one clause.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from briefing.analysis.claims import grammar
from briefing.analysis.claims.clause import Draft
from briefing.analysis.claims.clauses import Frame
from briefing.analysis.claims.doubts.several_times import Told
from briefing.model import Period
from briefing.model.claim import Quantity
from briefing.model.period import MONTHS

SEVERAL_TIMES = "it tells of several times, and which figure is of which is not certain"
UNEXPLAINED = "it has figures that its words do not explain"
BOTH_WAYS = "it tells of movements in both directions"
WHICH_YEAR = "it may tell of a year before"

WHICH_TIME = "it does not say for certain of which time it tells"
DENIES = "it denies something, and which of its words is not certain"

_HALF_A_YEAR = 6
_MOVES = ("change", "percent_change", "direction")
_ANY_TIME = r"«[pby]\w+»"
#: What may stand between a figure and its time: 43 children in, 12 (down from 14) no longer.
_COUNTED = r"(?:\s+(?:§\w+§|(?!from|to|than|since|and|but|on|by|in|at|for|during)[a-z'-]+)){0,3}"
_AT = (
    r"\s+(?:recorded\s+|reported\s+|seen\s+)?(?:in|at|for|during|as\s+at|as\s+of|by)\s+(?:the\s+)?"
)
#: Times that no period stands for.
_LOOSE_TIMES = re.compile(
    r"\b(?:winter|spring|summer|autumn|christmas|easter|half-?term|then|before|until|till|once"
    r"|earlier|previously|initially|originally|afterwards|subsequently|later|after|when|having"
    r"|(?:at|from)\s+(?:its|their|the|an?)\s+(?:peak|height|low|high)"
    r"|(?:first|second|third|final|early|latter|opening)\s+(?:half|part|(?:\w+\s+)?months"
    r"|(?:\w+\s+)?quarters)|last\s+half)\b",
    re.IGNORECASE,
)
#: Directions that are read from a denial.
_DENIALS = ("not_up", "not_down", "unmet", "level")
_DENIES = re.compile(
    r"\bno\s+(?:single\s+)?(?:months?|quarters?|year|service|area|other|one|team)\b"
    r"|\b(?:none|never|neither|nor|nothing|nowhere|nobody|hardly|barely|rarely|seldom)\b",
    re.IGNORECASE,
)
#: A month that says which level is meant: their February peak.
_PEAK = re.compile(
    r"«p\d+»(?:'s|’s)?\s+(?:peak|high|low|figure|level|total|number|rate|position|result|reading)\b",
    re.IGNORECASE,
)
_CHANGED = re.compile(
    rf"\b{grammar.MOVE}\b{grammar.ADVERB}\s+(?:by\s+)?(?:an?\s+)?{grammar.FIGURE}"
    rf"|{grammar.FIGURE}\s+(?:\S+\s+)?(?:fewer|more|less|lower|higher|up|down)\b",
    re.IGNORECASE,
)
#: The figure of a target or of others, which no claim of the council's need explain.
_OF_OTHERS = re.compile(
    rf"{grammar.WHO}[^\w«]*(?:(?:of|at|is|was)\s+)?{grammar.FIGURE}", re.IGNORECASE
)
#: What shows that a figure is a level, beside others that are changes.
_LEVEL_CUE = (
    r"(?:\b(?:to|at|from|of|was|were|is|are|stands?|stood|reached|numbered|the)|[(:])\s*"
    r"(?:just\s+|only\s+|around\s+)?"
)
_LAST = re.compile(r"\blast\s+«p(\d+)»", re.IGNORECASE)


def of_simple_sentences(made: Sequence[Told], frame: Frame, printed: str) -> list[Told]:
    """The claims of a sentence, with why those that are not bound together bear no accusation.

    Parameters
    ----------
    made
        The claims as read, each with its measure.
    frame
        The sentence as marked.
    printed
        Its words as printed, which say whether a month has its year.
    """
    why = _manifold(made, frame)
    disputed = _disputed(frame, printed)

    def doubt_of(draft: Draft) -> str:
        if disputed & {draft.period, *draft.baselines}:
            return WHICH_YEAR
        if draft.kind in _MOVES and draft.direction not in _DENIALS and _DENIES.search(frame.text):
            return DENIES
        if draft.kind == "duration" and draft.window_months and not draft.current:
            return WHICH_TIME
        if (
            draft.kind in _MOVES
            and draft.period
            and not draft.baselines
            and _PEAK.search(frame.text)
        ):
            return WHICH_TIME
        return "" if _bound(draft, made, frame) else why

    def beside(draft: Draft) -> tuple[Period, ...]:
        bare = [draft.period] if draft.period and not _with_year(draft.period, printed) else []
        before = [p.shift(-12 // p.length) for p in bare]
        return tuple(dict.fromkeys(p for p in (*frame.periods, *before) if p != draft.period))

    return [(replace(d, doubtful=doubt_of(d), beside=beside(d)), tie) for d, tie in made]


def _manifold(made: Sequence[Told], frame: Frame) -> str:
    """Why a sentence is not simple; blank where it is."""
    text = frame.text
    times = set(frame.periods) | set(re.findall(r"«[by]\w+»", text))
    if len(times) > 2 or _LOOSE_TIMES.search(text):
        return SEVERAL_TIMES
    if _crowded(made):
        return SEVERAL_TIMES
    sure = [d for d, _ in made if d.earlier or not d.unsure]
    explained = [q for d in sure for q in (d.quantity, d.start, d.gap)]
    marks = {int(m) for m in re.findall(r"«q(\d+)»", _OF_OTHERS.sub(" ", text))}
    if any(not _among(frame.quantities[at], explained) for at in marks):
        return UNEXPLAINED
    ways = {grammar.way(m[0]) for m in grammar.MOVED.finditer(text)}
    of_one = len({t.indicators for _, t in made if t}) <= 1
    return BOTH_WAYS if of_one and ({"up", "down"} <= ways or {"better", "worse"} <= ways) else ""


def _crowded(made: Sequence[Told]) -> bool:
    """Whether a measure has two levels of one time."""
    told: dict[tuple[tuple[str, ...], Period | None], set[Decimal]] = {}
    for d, tie in made:
        if d.kind == "level" and d.quantity and tie and not d.earlier:
            told.setdefault((tie.indicators, d.period), set()).add(d.quantity.value)
    return any(len(values) > 1 for values in told.values())


def _among(quantity: Quantity, others: Iterable[Quantity | None]) -> bool:
    return any(quantity is other for other in others)


def _disputed(frame: Frame, printed: str) -> set[Period | None]:
    """The months without a year that lie nearer, a year earlier, to another of the sentence."""
    last = {frame.periods[int(m[1])] for m in _LAST.finditer(frame.text)}
    bare = [p for p in frame.periods if not _with_year(p, printed)]
    near = {p for p in bare if any(p.start - q.start > _HALF_A_YEAR for q in frame.periods)}
    return {*last.intersection(bare), *near}


def _with_year(period: Period, printed: str) -> bool:
    """Whether the words give a month or a quarter its year."""
    year, month = divmod(period.start, 12)
    if period.length != 1:
        quarter = re.search(
            rf"(?:Q|quarter )\d\b,?\s+(?:of\s+|in\s+)?\(?{period.code[:4]}", printed
        )
        return "Q" not in period.code or quarter is not None
    name = MONTHS[month][:3]
    named = rf"\b{name}[a-z]*\.?[\s-]+(?:['’]?(?:{year}|{year % 100:02d})\b|(?:of\s+)?last\s+year)"
    return re.search(named, printed) is not None


def _bound(draft: Draft, made: Sequence[Told], frame: Frame) -> bool:
    """Whether a claim's figure, movement and time stand side by side."""
    mark = _mark(draft.quantity, frame)
    if not mark:
        return False
    if draft.kind == "level":
        if _CHANGED.search(frame.text) and not re.search(
            rf"{_LEVEL_CUE}{mark}", frame.text, re.IGNORECASE
        ):
            return False
        return draft.period is not None and _dated(mark, draft.period, frame)
    if draft.kind not in _MOVES:
        return False
    return _based(mark, frame) or _between_bound(draft, made, frame)


def _dated(mark: str, period: Period, frame: Frame) -> bool:
    """Whether a figure's own time stands right behind it."""
    behind = re.search(rf"{mark}{_COUNTED}{_AT}(«p\d+»)", frame.text, re.IGNORECASE)
    return behind is not None and frame.period(behind[1]) == period


def _based(mark: str, frame: Frame) -> bool:
    """Whether a change has its direction before it and what it starts from behind it."""
    told = rf"{grammar.MOVE}\b{grammar.ADVERB}(?:\s+by)?(?:\s+an?)?\s+{mark}"
    since = r"\s+(?:from|since|on|than|compared\s+(?:to|with))\s+(?:the\s+)?"
    return re.search(f"{told}{_COUNTED}{since}{_ANY_TIME}", frame.text, re.IGNORECASE) is not None


def _between_bound(draft: Draft, made: Sequence[Told], frame: Frame) -> bool:
    """Whether a change is told from one dated level of its sentence to the only other."""
    levels = [d for d, _ in made if d.kind == "level"]
    bound = {
        d.period
        for d in levels
        if d.period and (mark := _mark(d.quantity, frame)) and _dated(mark, d.period, frame)
    }
    return len(levels) == len(bound) == 2 and bound == {draft.period, *draft.baselines}


def _mark(quantity: Quantity | None, frame: Frame) -> str:
    """The mark of a figure in its sentence; blank where it has none."""
    found = (f"«q{at}»" for at, one in enumerate(frame.quantities) if one is quantity)
    return next(found, "")
