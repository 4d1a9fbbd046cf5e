"""What of a meeting awaits a decision: printed rows, and comparator columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from briefing.model import Period

Row = Mapping[str, str]

#: The most ways of placing a row's values that are offered.
MOST_WAYS = 60


@dataclass(frozen=True)
class PrintedRow:
    """The observations of one printed row of a table, in printed order."""

    cells: tuple[Row, ...]
    title: str

    def __getitem__(self, column: str) -> str:
        return self.cells[0][column]

    @property
    def name(self) -> str:
        """The label as printed, with the group where a measure is broken down."""
        label, group = self["name_as_printed"], self["breakdown"]
        parts = (label, group if group.casefold() != label.casefold() else "")
        return ", ".join(filter(None, parts)) or "A row without a label"

    @property
    def place(self) -> str:
        """The table and the page as a councillor finds them."""
        if self["printed_page"]:
            return f"{self.title}, page {self['printed_page']}"
        return f"{self.title}, page {self['page']} of the file" if self["page"] else self.title

    @property
    def unplaced(self) -> tuple[Row, ...]:
        """The cells whose period is not known."""
        return tuple(cell for cell in self.cells if cell["status"] == "ambiguous")

    @property
    def unit(self) -> str:
        """The unit of its values; blank where it is not known."""
        units = {cell["unit"] for cell in self.cells} - {""}
        return units.pop() if len(units) == 1 else ""

    @cached_property
    def ways(self) -> tuple[tuple[Period, ...], ...]:
        """The ways of placing the values in the order of print; none where there are too many."""
        known = [cell for cell in self.cells if cell["period"] or cell in self.unplaced]
        open_at = [at for at, cell in enumerate(known) if not cell["period"]]
        options = [
            [Period(cell["period"], cell["period_kind"])]
            if cell["period"]
            else _periods(cell["period_candidates"])
            for cell in known
        ]
        found = tuple(islice(_rising(options), MOST_WAYS + 1))
        if len(found) > MOST_WAYS:
            return ()
        return tuple(tuple(way[at] for at in open_at) for way in found)

    def without(self, way: Sequence[Period]) -> tuple[Period, ...]:
        """The candidate periods that have no value if the values are placed so."""
        stated = {cell["period"] for cell in self.cells}
        every = {p for cell in self.unplaced for p in _periods(cell["period_candidates"])}
        return tuple(sorted(p for p in every - set(way) if p.code not in stated))


def printed_rows(observations: Iterable[Row], titles: Mapping[str, str]) -> list[PrintedRow]:
    """The printed rows of the observations of one meeting, in their order."""
    rows: dict[str, list[Row]] = {}
    for cell in observations:
        rows.setdefault(cell["observation"].rpartition("-p")[0], []).append(cell)
    return [
        PrintedRow(tuple(cells), titles.get(cells[0]["table"], "") or cells[0]["section"])
        for cells in rows.values()
    ]


def _periods(codes: str) -> list[Period]:
    return [Period(code) for code in codes.split("|") if code]


def _rising(options: Sequence[Sequence[Period]]) -> Iterator[tuple[Period, ...]]:
    """Every choice of one period each in which each is later than the one before."""
    latest: list[Period] = []
    for choices in reversed(options):
        fitting = [p for p in choices if not latest or p < latest[-1]]
        if not fitting:
            return
        latest.append(max(fitting))
    yield from _from(options, latest[::-1], None)


def _from(
    options: Sequence[Sequence[Period]], latest: Sequence[Period], last: Period | None
) -> Iterator[tuple[Period, ...]]:
    if not options:
        yield ()
        return
    for period in sorted(options[0]):
        if period <= latest[0] and (last is None or last < period):
            for rest in _from(options[1:], latest[1:], period):
                yield (period, *rest)
