"""For analysts: what the words of the papers say and what the tables give, as frames to filter."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from briefing.errors import BriefingError
from briefing.face import Meeting
from briefing.model.figure import Figure
from briefing.sections.evidence import places

if TYPE_CHECKING:
    import pandas as pd

VERDICTS = ("agrees", "contradicts", "cannot_verify")

#: The columns of both frames.
STATEMENTS = (
    "verdict", "certainty", "indicator", "kind", "words", "place", "working", "tables", "point",
    "claim", "found_in",
)  # fmt: skip
DISAGREEMENTS = ("kind", "indicator", "working", "places", "point", "left", "right")


def statements(meeting: Meeting, verdict: str = "") -> pd.DataFrame:
    """Every statement of the papers with its verdict; of one verdict, or all.

    Columns: ``verdict``; ``certainty`` from 0 to 1; ``words`` as printed and their ``place``;
    ``working``, which for ``cannot_verify`` says why not; the ``tables`` that give the figures;
    ``point``, the reference under which the authors can answer; ``claim``, its identifier; and
    ``found_in``, the identifiers of the rows that give the figures.

    Raises
    ------
    BriefingError
        For a verdict that there is none of.
    """
    import pandas as pd

    if verdict not in ("", *VERDICTS):
        raise BriefingError(f"no verdict {verdict!r}: it is {', '.join(VERDICTS)}")
    references = {point.verdict.claim.id: point.id for point in meeting.points if point.verdict}
    rows = [
        (
            one.verdict,
            round(one.certainty, 2),
            "|".join(one.claim.indicators),
            one.claim.kind,
            one.claim.text,
            one.claim.citation.text if one.claim.citation else "",
            one.working.text,
            _places(one.found),
            references.get(one.claim.id, ""),
            one.claim.id,
            "|".join(dict.fromkeys(row for figure in one.found for row in figure.rows)),
        )
        for one in meeting.verdicts
        if verdict in ("", one.verdict)
    ]
    return pd.DataFrame(rows, columns=list(STATEMENTS))


def disagreements(meeting: Meeting, kind: str = "") -> pd.DataFrame:
    """Figures that do not agree with each other; of one kind, or all.

    ``left`` and ``right`` are the identifiers of the rows, ``point`` the reference under which
    the authors can answer.
    """
    import pandas as pd

    measures = {row["observation"]: row["indicator"] for row in meeting.rows("observations")}
    rows = [
        (
            one.kind,
            next((measures[r] for r in (*one.left.rows, *one.right.rows) if r in measures), ""),
            one.working.text,
            _places((one.left, one.right)),
            point.id,
            "|".join(one.left.rows),
            "|".join(one.right.rows),
        )
        for point in meeting.points
        for one in point.disagreements
        if kind in ("", one.kind)
    ]
    return pd.DataFrame(rows, columns=list(DISAGREEMENTS))


def _places(figures: Iterable[Figure]) -> str:
    return places(citation for figure in figures for citation in figure.sources)
