"""Points to clarify with the authors of the papers: each with a name that stays the same."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from difflib import get_close_matches

from briefing.analysis.disagreements import Disagreement
from briefing.model import Figure
from briefing.model.claim import Verdict
from briefing.model.decimals import decimals
from briefing.questions import Reply
from briefing.store import Row

__all__ = ["NO_CONTRADICTION", "Point", "Reply", "nearest", "points_of"]

#: What only differs from earlier papers is no contradiction: nobody is asked about it.
NO_CONTRADICTION = frozenset(
    {
        "revised",
        "vanished",
        "definition_changed",
        "target_moved",
        "target_dropped",
        "target_given",
        "comparator_moved",
        "comparator_dropped",
        "comparator_given",
    }
)

_BETWEEN = re.compile(r"[^a-z0-9]+")
#: So many signs of the hash of a sentence tell it from others of its measure.
_SIGNS = 6
#: So many first words name what sentences of no measure disagree on.
_WORDS = 4


@dataclass(frozen=True)
class Point:
    """A sentence that the tables contradict, or figures that do not agree.

    Parameters
    ----------
    id
        A slug of what it is about: for a sentence its measure, kind and a hash of its words, for
        figures the kind of disagreement, measure and period, or the first words and a hash of all
        where no row of a table names a measure. It does not change when other points
        come and go, and never becomes that of another sentence.
    verdict
        The sentence with its working; None for figures.
    disagreements
        Figures of one measure and period that do not agree in one way, however many tables
        print them.
    replies
        What the authors say to it, oldest first.
    """

    id: str
    verdict: Verdict | None = None
    disagreements: tuple[Disagreement, ...] = ()
    replies: tuple[Reply, ...] = ()

    @property
    def contradicts(self) -> bool:
        """Whether it is put to the authors; what only differs from earlier papers is not."""
        return self.verdict is not None or any(
            one.kind not in NO_CONTRADICTION for one in self.disagreements
        )

    @property
    def slight(self) -> bool:
        """Whether it is no more than a step in the last printed digit between two tables."""
        return bool(self.disagreements) and all(
            one.kind == "same_series" and abs(one.left.value - one.right.value) <= _step(one)
            for one in self.disagreements
        )

    @property
    def words(self) -> str:
        """What it is about, in one line."""
        if self.verdict is not None:
            return self.verdict.claim.text
        return self.disagreements[0].working.text


def points_of(
    verdicts: Iterable[Verdict],
    disagreements: Iterable[Disagreement],
    row: Callable[[str], Row],
    replies: Iterable[Reply] = (),
) -> tuple[Point, ...]:
    """The points of a meeting: sentences first, then figures.

    ``row`` gives a row of the store by its identifier, an empty one where there is none.
    """
    answers: dict[str, list[Reply]] = {}
    for reply in replies:
        answers.setdefault(reply.point, []).append(reply)
    made: dict[str, tuple[Verdict | None, list[Disagreement]]] = {}
    for verdict in verdicts:
        if verdict.verdict == "contradicts":
            made.setdefault(_of_words(verdict), (verdict, []))
    for one in disagreements:
        made.setdefault(_of_figures(one, row), (None, []))[1].append(one)
    return tuple(
        Point(name, verdict, tuple(found), tuple(answers.get(name, ())))
        for name, (verdict, found) in made.items()
    )


def nearest(name: str, points: Iterable[Point]) -> str:
    """The identifier of the point whose name is most like it; blank where none is like it."""
    found = get_close_matches(name, [point.id for point in points], n=1, cutoff=0.6)
    return found[0] if found else ""


def _of_words(verdict: Verdict) -> str:
    claim = verdict.claim
    stated = (
        claim.text,
        claim.kind,
        *claim.indicators,
        claim.period.code if claim.period else "",
        *(period.code for period in claim.baselines),
        claim.quantity.raw if claim.quantity else "",
        claim.direction,
        claim.against,
    )
    return _slug(*claim.indicators[:1], claim.kind, _hash("|".join(stated)))


def _hash(words: str) -> str:
    return hashlib.sha256(words.encode()).hexdigest()[:_SIGNS]


def _of_figures(one: Disagreement, row: Callable[[str], Row]) -> str:
    figure = _read(one.left) or _read(one.right)
    cells = row(figure.row) if figure else {}
    measure = cells.get("indicator") or cells.get("name_as_printed", "")
    if not measure:
        words = one.working.text
        return _slug(one.kind, *words.partition(":")[0].split()[:_WORDS], _hash(words))
    period = figure.period if figure and one.kind not in ("shifted", "vanished") else None
    return _slug(one.kind, measure, cells.get("breakdown", ""), period.code if period else "")


def _read(figure: Figure) -> Figure | None:
    """The first figure that was read, of one or of what it was worked out from."""
    if figure.row:
        return figure
    return next((found for p in figure.parents if (found := _read(p)) is not None), None)


def _slug(*parts: str) -> str:
    words = (_BETWEEN.sub("-", part.lower()).strip("-") for part in parts)
    return "-".join(filter(None, words)) or "point"


def _step(one: Disagreement) -> Decimal:
    """One in the last digit of the figure that is printed with fewer."""
    return max(Decimal(1).scaleb(-decimals(f.value)) for f in (one.left, one.right))
