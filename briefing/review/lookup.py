"""What a notebook has in hand, as figures and as cells; and through whose papers a row is cited."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from briefing.face import EVERYTHING, Disagreement, Meeting, Store
from briefing.model import Figure, Sentence, Series
from briefing.model.claim import Verdict
from briefing.model.series import Point, Target
from briefing.model.trend import Comparator, JudgedPoint, Trend
from briefing.review.matters import Row


def figures_of(thing: Any) -> Iterator[Figure]:
    """The figures of what the kit makes of figures: a sentence, a verdict, a trend, a point."""
    match thing:
        case Figure():
            yield thing
        case Sentence():
            yield from thing.figures
        case Verdict():
            yield from thing.found
        case Disagreement():
            yield from (thing.left, thing.right)
        case Series():
            yield from list(thing.figures.values())[-1:]
        case Trend():
            yield from [thing.last.figure] if thing.last else []
        case Point() | JudgedPoint() | Target() | Comparator():
            yield from [thing.figure] if thing.figure else []


def cells_of(row: Mapping[Any, Any]) -> dict[str, str]:
    """A row of a frame as texts; what is not stated is blank."""
    return {str(k): "" if v is None or v != v else str(v) for k, v in row.items()}


def meeting_of_row(store: Store, row: Row) -> Meeting:
    """The meeting through whose papers a row is cited: its own, else one of its panel."""
    documents = store.folder.documents
    document = documents.get(row.get("document", ""), {})
    panel = row.get("panel") or document.get("panel", "")
    names: Iterable[str] = (
        row.get("meeting", ""),
        row.get("meeting_raised", ""),
        document.get("meeting", ""),
        *(m for m in reversed(store.meeting_ids) if m.startswith(f"{panel}/")),
        *store.meeting_ids,
    )
    name = next(name for name in names if name in store.meeting_ids)
    return store.meeting(name, as_of=EVERYTHING)
