"""Evidence of arithmetic: one row printed as the percentage of two others of its table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import product

from briefing.ingest.placing.names import words
from briefing.ingest.placing.rows import OpenRow, Way
from briefing.model.decimals import decimals

_SHARE = re.compile(
    r"(?:percentage|proportion|%(?:age)?) of (?P<whole>.+?) "
    r"(?:resulting in|result in|leading to|led to|that led to|progressing to|which became) "
    r"(?P<part>.+)",
    re.I,
)
_COUNT = re.compile(r"\W*(?:total )?(?:number|no\.?) of ", re.I)
_FEWEST = 4
_MOST = 40_000


def by_identity(rows: Sequence[OpenRow]) -> bool:
    """Narrow rows to the one way in which two counts give the percentage that is printed."""
    return any([_narrow(*three) for three in _shares(rows)])


def _shares(rows: Sequence[OpenRow]) -> Iterator[tuple[OpenRow, OpenRow, OpenRow]]:
    """Percentages with the counts that they are of: share, part and whole."""
    for row in rows:
        match = _SHARE.match(row.row.label)
        if not match:
            continue
        part = _counted(rows, match["part"])
        whole = _counted(rows, match["whole"])
        if part and whole and part is not whole:
            yield row, part, whole


def _counted(rows: Sequence[OpenRow], what: str) -> OpenRow | None:
    """The one row that counts what a phrase names."""
    wanted = set(words(what))
    found = [
        row
        for row in rows
        if _COUNT.match(row.row.label) and wanted and wanted <= set(words(row.row.label))
    ]
    return found[0] if len(found) == 1 else None


def _narrow(share: OpenRow, part: OpenRow, whole: OpenRow) -> bool:
    three = (share, part, whole)
    if all(row.settled for row in three):
        return False
    count = len(share.ways) * len(part.ways) * len(whole.ways)
    if count > _MOST:
        return False
    agreeing = [ways for ways in product(*(row.ways for row in three)) if _holds(three, ways)]
    if len(agreeing) != 1:
        return False
    why = (
        f"Only with the empty columns so placed is “{part.row.label}” divided by"
        f" “{whole.row.label}” the percentage printed as “{share.row.label}” in every period"
    )
    return any(
        [
            row.narrow(lambda way, only=way: way == only, why, outside=True)  # type: ignore[misc]
            for row, way in zip(three, agreeing[0], strict=True)
        ]
    )


def _holds(rows: tuple[OpenRow, OpenRow, OpenRow], ways: tuple[Way, ...]) -> bool:
    """Whether each percentage has both counts and is their quotient as rounded."""
    share, part, whole = (row.values(way) for row, way in zip(rows, ways, strict=True))
    return len(share) >= _FEWEST and all(
        period in part and period in whole and _rounds(part[period], whole[period], printed)
        for period, printed in share.items()
    )


def _rounds(part: Decimal, whole: Decimal, printed: Decimal) -> bool:
    if not whole:
        return False
    half = Decimal(5).scaleb(-decimals(printed) - 1)
    return abs(part * 100 / whole - printed) <= half
