"""Cells that do not stand as the others of their table do: another order, sign or page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations, pairwise

from briefing.analysis.rows import Row, period, row_id
from briefing.model import Period

#: So many cells have to be alike before one, or another row, that is not counts as out of place.
ALIKE = 5

#: What a cell differs in: the order of its columns, the sign of per cent, the page.
ORDER, SIGN, PAGE = "order", "sign", "page"

_Cells = tuple[tuple[int, Row], ...]


def out_of_place(observations: Iterable[Row]) -> dict[str, str]:
    """The rows whose cell does not stand as its table's other cells do, each with what it is.

    Parameters
    ----------
    observations
        Rows of the table of observations. Those without a position are passed over.

    Returns
    -------
    dict
        The row's name and :data:`ORDER`, :data:`SIGN` or :data:`PAGE`. ``ORDER``: the periods of a
        printed row run in another order than its columns, or, in a row that fills every column,
        are those of the other full rows exchanged or moved by one. Where two rows differ so and no
        third says which is right, both are named. A heading of their own that two rows share is no
        fault. ``SIGN``: one cell alone of a row has, or lacks, a sign of per cent. ``PAGE``: it
        alone is said to stand on another page.
    """
    found: dict[str, str] = {}
    for printed in _tables(observations):
        found |= dict.fromkeys(_alone(printed, _page), PAGE)
        found |= dict.fromkeys(_alone(printed, _has_sign), SIGN)
        found |= dict.fromkeys((*_unlike_the_rows(printed), *_turned(printed)), ORDER)
    return found


def _tables(observations: Iterable[Row]) -> Iterator[list[_Cells]]:
    """Table by table its printed rows, each with its cells by position."""
    tables: dict[tuple[str, ...], dict[tuple[str, ...], list[tuple[int, Row]]]] = {}
    for row in observations:
        if row["position"].isdecimal() and row["table"]:
            table = (row["meeting"], row["table"], row["document"])
            unit = "" if row["indicator"] else row["unit"]
            name = (row["indicator"] or row["name_as_printed"], row["breakdown"], unit)
            cells = tables.setdefault(table, {}).setdefault(name, [])
            cells.append((int(row["position"]), row))
    for rows in tables.values():
        yield [
            tuple(sorted(cells, key=lambda cell: cell[0]))
            for cells in rows.values()
            if len({at for at, _ in cells}) == len(cells)
        ]


def _header(cells: _Cells) -> tuple[Period, ...]:
    """The periods of a row that fills every column; empty where it does not."""
    periods = tuple(p for _, row in cells if (p := period(row)) is not None)
    filled = [at for at, _ in cells] == list(range(1, len(cells) + 1))
    return periods if filled and len(periods) == len(cells) else ()


def _unlike_the_rows(printed: Sequence[_Cells]) -> Iterator[str]:
    """The cells of full rows whose columns are those of the others, exchanged or moved."""
    headers = Counter(header for cells in printed if (header := _header(cells)))
    alone = [header for header, count in headers.items() if count == 1]
    shared = [header for header, count in headers.items() if count > 1]
    wrong = {
        header: other
        for header in alone
        for other in (shared or alone)
        if header != other and _misplaced(header, other)
    }
    for cells in printed:
        header = _header(cells)
        for (_, row), own, other in zip(cells, header, wrong.get(header, ()), strict=False):
            if own != other:
                yield row_id("observations", row)


def _misplaced(header: tuple[Period, ...], other: tuple[Period, ...]) -> bool:
    """Whether one row of columns is the other in another order, or moved by one period."""
    if sorted(header) == sorted(other):
        return True
    steps = (tuple(p.shift(step) for p in header) for step in (1, -1))
    return len(header) > ALIKE and other in steps


def _turned(printed: Sequence[_Cells]) -> Iterator[str]:
    """The cells that stand before one of an earlier period, where the table runs forward.

    A table whose rows agree on another order has its reasons; it is passed over.
    """
    headers = Counter(header for cells in printed if (header := _header(cells)))
    if any(count > 1 and not _runs(header) for header, count in headers.items()):
        return
    steps = [after > before for cells in printed for before, after in _steps(cells)]
    forward = 2 * sum(steps) >= len(steps)
    for cells in printed:
        for (_, one), (_, other) in combinations(cells, 2):
            before, after = period(one), period(other)
            if before is None or after is None or before.length != after.length:
                continue
            if before != after and (before < after) is not forward:
                yield row_id("observations", one)
                yield row_id("observations", other)


def _runs(header: Sequence[Period]) -> bool:
    return list(header) in (sorted(header), sorted(header, reverse=True))


def _steps(cells: _Cells) -> Iterator[tuple[Period, Period]]:
    periods = [p for _, row in cells if (p := period(row)) is not None]
    for before, after in pairwise(periods):
        if before.length == after.length and before != after:
            yield before, after


def _alone(printed: Sequence[_Cells], look: Callable[[Row], str | bool | None]) -> Iterator[str]:
    """The one cell of a row that looks unlike all the others, which look alike."""
    for cells in printed:
        looks: dict[str | bool, list[Row]] = {}
        for _, row in cells:
            if (seen := look(row)) is not None:
                looks.setdefault(seen, []).append(row)
        few, *others = sorted(looks.values(), key=len) or [[]]
        if len(few) == 1 and len(others) == 1 and len(others[0]) >= ALIKE:
            yield row_id("observations", few[0])


def _has_sign(row: Row) -> bool | None:
    if row["status"] != "stated" or not any(map(str.isdigit, row["raw"])):
        return None
    return "%" in row["raw"]


def _page(row: Row) -> str | None:
    return row["printed_page"] or row["page"] or None
