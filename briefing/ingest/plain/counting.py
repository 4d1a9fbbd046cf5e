"""What counts alone say: of which columns the figures of a row may be.

A row has as many places as its table has columns with figures. One with a figure for each says
where every one belongs; one with fewer says only between which columns each may stand. How many
columns stand behind the periods is known from the headings; where rows print more than these
name, it is what the rows of all tables under the same headings settle.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from briefing.ingest.plain.header import Header
from briefing.ingest.plain.rows import RawRow, Token

#: For each figure of a row the places that it may have, from 0.
Places = list[tuple[int, ...]]

_SEVERAL = 2
_MANY = 3


@dataclass(frozen=True)
class Placed:
    """The figures of a row with their places; ``label`` is with the number that is part of it.

    ``first_withheld`` says that the first figure may be part of the label instead.
    """

    label: str
    tokens: tuple[Token, ...]
    places: tuple[tuple[int, ...], ...]
    first_withheld: bool = False


def figures(row: RawRow) -> tuple[Token, ...]:
    """The figures of a row and its marks that there is none."""
    return tuple(token for token in row.tokens if token.kind in ("figure", "blank"))


def _surely(row: RawRow) -> tuple[Token, ...]:
    """The figures of a row without one that is likely to be part of its label."""
    return figures(row)[1:] if row.doubtful else figures(row)


def columns_behind(header: Header, rows: Sequence[RawRow]) -> tuple[int, ...]:
    """How many columns with figures stand behind the periods: one number, or all that it may be.

    A rating may be printed as ``-`` where the target is, and is then one mark more.
    """
    until = header.before + header.periods
    named, rating = header.behind, int(header.rag)
    dashed: list[int] = []
    open_ended: list[int] = []
    for row in rows:
        tokens = _surely(row)
        marks = _trailing_dashes(tokens)
        if marks and len(tokens) - marks == until:
            dashed.append(marks)
        else:
            open_ended.append(len(tokens) - until - _rated(header, row, tokens))
    with_figures = [
        len(tokens) - until - _rated(header, row, tokens)
        for row in rows
        if _ends_in_figures(tokens := _surely(row), until)
    ]
    count = max(named, *open_ended, *(marks - rating for marks in dashed), 0)
    proved = count in dashed or with_figures.count(count) >= _SEVERAL
    by_rating = rating and count + 1 in dashed and count not in dashed
    if count == named:
        return (count, count + 1) if by_rating and with_figures and not proved else (count,)
    if 0 < count - named <= header.spare and open_ended.count(count) >= _MANY:
        return (count,)
    if count in dashed or _anchored(rows, count):
        return (count,)
    return count, count + 1


def place_row(header: Header, row: RawRow, behind: Sequence[int]) -> Placed | None:
    """The places that the figures of a row may have; None where they are more than there are."""
    tokens = figures(row)
    label = row.label
    slots = header.before + header.periods + max(behind)
    apart = row.joined and tokens[0].kind == "blank" and tokens[0].raw in "-–—"
    too_many = len(tokens) == slots + 1 and _united(header, row, tokens, behind) is None
    if row.joined and not apart and too_many:
        label, tokens = f"{label} {tokens[0].raw}", tokens[1:]
    elif apart:
        inner = _united(header, row, tokens[1:], behind)
        outer = _united(header, row, tokens, behind)
        if inner:
            both = _joined([inner, outer[1:]] if outer else [inner])
            return _placed(label, tokens[1:], both)
    elif row.doubtful:
        inner = _united(header, row, tokens[1:], behind)
        outer = _united(header, row, tokens, behind)
        if inner and outer:
            both = _joined([inner, outer[1:]])
            return _placed(label, tokens, [outer[0], *both], first_withheld=True)
    places = _united(header, row, tokens, behind)
    return None if places is None else _placed(label, tokens, places)


def _placed(
    label: str, tokens: Sequence[Token], places: Places, *, first_withheld: bool = False
) -> Placed:
    """The figures that have places; a mark that may be the rating's has none."""
    kept = [(token, at) for token, at in zip(tokens, places, strict=True) if at]
    return Placed(
        label, tuple(token for token, _ in kept), tuple(at for _, at in kept), first_withheld
    )


def _united(
    header: Header, row: RawRow, tokens: Sequence[Token], behind: Sequence[int]
) -> Places | None:
    """The places under every number of columns that there may be; empty for a rating's mark."""
    ways = [way for count in behind for way in _ways(header, row, tokens, count)]
    if not ways:
        return None
    return _joined(ways)


def _joined(ways: Sequence[Places]) -> Places:
    """The places that each figure has in any of the ways; none where one is the rating's."""
    return [
        tuple(sorted({at for places in each for at in places})) if all(each) else ()
        for each in zip(*ways, strict=True)
    ]


def _ways(header: Header, row: RawRow, tokens: Sequence[Token], behind: int) -> list[Places]:
    """The ways to read a row of a table with so many columns behind the periods."""
    until = header.before + header.periods
    ahead = _before_rating(header, row, tokens)
    if ahead is not None:
        first, count = ahead
        left, right = (
            _spread(first, 0, count),
            _spread(len(tokens) - first, count, until + behind - count),
        )
        return [left + right] if left is not None and right is not None else []
    marks = _trailing_dashes(tokens)
    if behind and marks >= behind:
        return _with_empty_end(header, tokens, behind, marks)
    plain = _spread(len(tokens), 0, until + behind)
    ways = [plain] if plain is not None else []
    return ways + _with_rating(header, tokens, behind)


def _with_rating(header: Header, tokens: Sequence[Token], behind: int) -> list[Places]:
    """The ways to read two marks side by side as those of an empty target and its rating."""
    until = header.before + header.periods
    ways = []
    for at in range(len(tokens) - 1) if _rates_target(header) else ():
        pair = tokens[at].kind == tokens[at + 1].kind == "blank"
        if pair and at < len(tokens) - _trailing_dashes(tokens):
            left = _spread(at, 0, until)
            right = _spread(len(tokens) - at - 2, until + 1, behind - 1)
            if left is not None and right is not None:
                ways.append([*left, (until,), (), *right])
    return ways


def _rates_target(header: Header) -> bool:
    """Whether the column of ratings stands directly behind a target that follows the periods."""
    kinds = [column.kind for column in header.columns]
    if not header.rag or not header.behind:
        return False
    target = header.slots[header.before + header.periods]
    return kinds[target] == "target" and kinds.index("rag") == target + 1


def _rated(header: Header, row: RawRow, tokens: Sequence[Token]) -> int:
    """1 where a row prints a mark for the rating of an empty target, else 0."""
    until = header.before + header.periods
    pair = tokens[until : until + 2]
    both = len(pair) == 2 and all(token.kind == "blank" for token in pair)
    return int(both and _rates_target(header) and _before_rating(header, row, tokens) is None)


def _with_empty_end(
    header: Header, tokens: Sequence[Token], behind: int, marks: int
) -> list[Places]:
    """A row that ends in marks for every column behind the periods, perhaps for the rating too."""
    until = header.before + header.periods
    end: Places = [(until + at,) for at in range(behind)]
    extra = marks - behind
    values = len(tokens) - marks
    ways = []
    plain = _spread(values + extra, 0, until)
    if plain is not None:
        ways.append(plain + end)
    if header.rag and extra:
        rated = _spread(values + extra - 1, 0, until)
        if rated is not None:
            ways.append([*rated, (), *end])
    return ways


def _spread(count: int, first: int, slots: int) -> Places | None:
    """The places of so many figures in so many slots, their order kept."""
    free = slots - count
    if free < 0 or count < 0:
        return None
    return [tuple(range(first + at, first + at + free + 1)) for at in range(count)]


def _trailing_dashes(tokens: Sequence[Token]) -> int:
    count = 0
    for token in reversed(tokens):
        if token.kind != "blank":
            break
        count += 1
    return count


def _ends_in_figures(tokens: Sequence[Token], until: int) -> bool:
    """Whether a row prints a figure behind as many as there are periods."""
    return any(token.kind == "figure" for token in tokens[until:])


def _anchored(rows: Sequence[RawRow], behind: int) -> bool:
    """Whether rows with nothing else behind it print one and the same target in that place."""
    seen: Counter[str] = Counter()
    for row in rows:
        tokens = figures(row)
        if len(tokens) > behind and _trailing_dashes(tokens) == behind - 1:
            seen[tokens[-behind].raw] += 1
    return behind > 1 and any(count >= _MANY for count in seen.values())


def _before_rating(header: Header, row: RawRow, tokens: Sequence[Token]) -> tuple[int, int] | None:
    """How many figures stand before the row's printed rating, and how many slots do."""
    ratings = [at for at, token in enumerate(row.tokens) if token.kind == "rag"]
    if not header.rag or len(ratings) != 1:
        return None
    rag = next(at for at, column in enumerate(header.columns) if column.kind == "rag")
    slots = sum(slot < rag for slot in header.slots)
    dropped = len(figures(row)) - len(tokens)
    before = sum(token.kind in ("figure", "blank") for token in row.tokens[: ratings[0]])
    return before - dropped, slots
