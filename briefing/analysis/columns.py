"""Cells that do not stand as the others of their table do: another order, sign or page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from briefing.analysis.rows import Row, period, row_id
from briefing.model import Period

#: So many cells have to be alike before one, or another row, that is not counts as out of place.
ALIKE = 5
#: Of fewer cells the order of time does not show that two were exchanged.
_IN_TIME = 3

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
        printed row run with time once two of its cells are exchanged, or, in a row that fills
        every column, are those of the other full rows exchanged or moved by one. Where two rows
        differ so and no third says which is right, both are named. A heading of their own that two
        rows share is no fault. ``SIGN``: one cell alone of a row has, or lacks, a sign of per cent,
        and a value beyond all the others. ``PAGE``: it alone is said to stand on another page, and
        the row does not go over to that page there.
    """
    found: dict[str, str] = {}
    for printed in _tables(observations):
        for cells in printed:
            found |= dict.fromkeys(_of_another_page(cells), PAGE)
            found |= dict.fromkeys(_of_another_sign(cells), SIGN)
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
                yield _name(row)


def _misplaced(header: tuple[Period, ...], other: tuple[Period, ...]) -> bool:
    """Whether one row of columns is the other in another order, or moved by one period."""
    if sorted(header) == sorted(other):
        return True
    steps = (tuple(p.shift(step) for p in header) for step in (1, -1))
    return len(header) > ALIKE and other in steps


def _turned(printed: Sequence[_Cells]) -> Iterator[str]:
    """The two cells of a row that would run with time if they were exchanged.

    Cells that another row prints in the same columns have an order of the table's own. So have
    those of a row that one exchange does not put in order: a month of the year before, printed
    beside the months of this one, is in its place.
    """
    dated = [list(_dated(cells, length)) for cells in printed for length in _lengths(cells)]
    columns = Counter((at, when) for cells in dated for at, when, _ in cells)
    steps = [after[1] > before[1] for cells in dated for before, after in pairwise(cells)]
    backward = 2 * sum(steps) < len(steps)
    for cells in dated:
        due = sorted((when for _, when, _ in cells), reverse=backward)
        wrong = [cell for cell, other in zip(cells, due, strict=True) if cell[1] != other]
        shared = all(columns[at, when] > 1 for at, when, _ in wrong)
        if len(wrong) == 2 and len(cells) >= _IN_TIME and not shared:
            yield from (_name(row) for _, _, row in wrong)


def _lengths(cells: _Cells) -> set[int]:
    return {when.length for _, row in cells if (when := period(row)) is not None}


def _dated(cells: _Cells, length: int) -> Iterator[tuple[int, Period, Row]]:
    """The cells of a printed row that are of periods of one length: column, period, row."""
    for at, row in cells:
        when = period(row)
        if when is not None and when.length == length:
            yield at, when, row


def _of_another_page(cells: _Cells) -> Iterator[str]:
    """The one cell of a row that is said to be of another page, where the row does not turn it."""
    one, others = _alone(cells, _page)
    if one is None:
        return
    own, theirs = _page(one) or "", _page(others[0]) or ""
    turns = {id(cells[0][1]): -1, id(cells[-1][1]): 1}.get(id(one))
    both = own.isdecimal() and theirs.isdecimal()
    if not (turns and both and int(own) == int(theirs) + turns):
        yield _name(one)


def _of_another_sign(cells: _Cells) -> Iterator[str]:
    """The one cell of a row with, or without, a sign of per cent, and a value like no other."""
    one, others = _alone(cells, _has_sign)
    if one is None:
        return
    values = [Decimal(row["value"]) for row in others]
    if not min(values) <= Decimal(one["value"]) <= max(values):
        yield _name(one)


def _alone(
    cells: _Cells, look: Callable[[Row], str | bool | None]
) -> tuple[Row | None, Sequence[Row]]:
    """The one cell of a row that looks unlike all the others, and these, which look alike."""
    looks: dict[str | bool, list[Row]] = {}
    for _, row in cells:
        if (seen := look(row)) is not None:
            looks.setdefault(seen, []).append(row)
    few, *others = sorted(looks.values(), key=len) or [[]]
    if len(few) == 1 and len(others) == 1 and len(others[0]) >= ALIKE:
        return few[0], others[0]
    return None, ()


def _has_sign(row: Row) -> bool | None:
    if row["status"] != "stated" or not row["value"] or not any(map(str.isdigit, row["raw"])):
        return None
    return "%" in row["raw"]


def _page(row: Row) -> str | None:
    return row["printed_page"] or row["page"] or None


def _name(row: Row) -> str:
    return row_id("observations", row)
