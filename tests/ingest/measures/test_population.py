"""Per how many a rate is, as another rate of its table over the same population shows."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import pytest

from briefing.ingest.measures.population import rate_by_population
from briefing.ingest.measures.units import RATES, Units
from briefing.ingest.parts import Cell, Column, PrintedTable, TableRow, Where
from briefing.model import Period

WHERE = Where(page=1)
NUMBERS = (470, 488, 503, 510, 512, 530, 541, 555, 560)
OTHERS = (221, 234, 249, 256, 276, 304, 311, 320, 346)
TEN_THOUSAND: Units = frozenset({"rate_per_10000"})


def row(label: str, values: Sequence[object], status: str = "stated") -> TableRow:
    cells = tuple(
        Cell(str(value), status, WHERE, at, Decimal(str(value)))  # type: ignore[arg-type]
        for at, value in enumerate(values, start=1)
        if value is not None
    )
    return TableRow(label, WHERE, cells)


def rates(numbers: Sequence[int], per: int = 10_000, people: int = 50_000) -> list[Decimal]:
    return [round(Decimal(number * per) / people, 1) for number in numbers]


KNOWN = (
    row("Number of trees felled in parks", NUMBERS),
    row("Rate of trees felled in parks per 10,000", rates(NUMBERS)),
)
COUNT = row("Number of potholes mended in town", OTHERS)
RATE = "Rate of potholes mended in town"


def told(
    *pair: TableRow, known: Sequence[TableRow] = KNOWN, units: Units = RATES | {"percent"}
) -> Units:
    """The units of the last row, in a table with a pair of rows whose population is known."""
    columns = (
        Column("label", "Measure"),
        *(Column("period", str(at), Period(f"2031-{at:02d}")) for at in range(1, 10)),
    )
    rows = (*known, *pair)
    table = PrintedTable(where=WHERE, title="", columns=columns, rows=rows)
    return rate_by_population(rows[-1], table, units)


def test_a_rate_over_the_same_population_is_per_as_many() -> None:
    assert told(COUNT, row(RATE, rates(OTHERS))) == TEN_THOUSAND


def test_populations_a_tenth_apart_are_still_the_same() -> None:
    for people, same in ((54_900, True), (45_100, True), (55_600, False), (44_800, False)):
        found = told(COUNT, row(RATE, rates(OTHERS, people=people)))
        assert (found == TEN_THOUSAND) is same


@pytest.mark.parametrize(
    "pair",
    [
        (COUNT, row(RATE, rates(OTHERS, 1_000))),
        (row(RATE, rates(OTHERS)),),
        (row("Potholes mended in town", [f"{n}.5" for n in OTHERS]), row(RATE, rates(OTHERS))),
        (row("Number of lamps lit", OTHERS), row(RATE, rates(OTHERS))),
        (row("Number of potholes", OTHERS), row("Rate of potholes", rates(OTHERS))),
        (row(COUNT.label, (250,) * 9), row(RATE, rates((250,) * 9))),
        (COUNT, row(RATE, [None, None, *rates(OTHERS)[2:]])),
        (COUNT, row(RATE, [*rates(OTHERS)[:8], "99"])),
        (COUNT, row(RATE, rates(OTHERS), status="ambiguous")),
    ],
    ids=["another", "no number", "no count", "other things", "one word", "one number", "few",
         "one off", "not placed"],
)  # fmt: skip
def test_a_rate_that_is_not_shown_to_be_per_as_many_may_be_per_any(
    pair: tuple[TableRow, ...],
) -> None:
    assert told(*pair) == RATES | {"percent"}


def test_eight_periods_and_five_numbers_are_enough() -> None:
    assert told(COUNT, row(RATE, [None, *rates(OTHERS)[1:]])) == TEN_THOUSAND
    five = (221, 234, 249, 256, 276, 276, 276, 276, 276)
    four = (221, 234, 249, 256, 256, 256, 256, 256, 256)
    assert told(row(COUNT.label, five), row(RATE, rates(five))) == TEN_THOUSAND
    assert told(row(COUNT.label, four), row(RATE, rates(four))) != TEN_THOUSAND


def test_a_period_with_a_rate_of_nought_is_left_out() -> None:
    assert told(COUNT, row(RATE, ["0", *rates(OTHERS)[1:]])) == TEN_THOUSAND


def test_two_thirds_of_the_words_must_be_shared() -> None:
    rate = row("Rate of potholes mended at night", rates(OTHERS))
    assert told(row("Number of potholes mended in town", OTHERS), rate) != TEN_THOUSAND
    assert told(row("Number of potholes mended", OTHERS), rate) == TEN_THOUSAND


def test_rates_of_one_population_per_two_numbers_tell_nothing() -> None:
    other = (
        row("Number of lamps lit in streets", NUMBERS),
        row("Rate of lamps lit in streets per 1,000", rates(NUMBERS)),
    )
    assert told(COUNT, row(RATE, rates(OTHERS)), known=(*KNOWN, *other)) == RATES | {"percent"}


def test_a_rate_whose_unit_is_known_is_left_as_it_is() -> None:
    known: Units = frozenset({"rate_per_1000"})
    assert told(COUNT, row(RATE, rates(OTHERS)), units=known) == known


def test_a_rate_that_is_no_known_one_itself_tells_nothing() -> None:
    vague = (KNOWN[0], row("Rate of trees felled in parks", rates(NUMBERS)))
    assert told(COUNT, row(RATE, rates(OTHERS)), known=vague) == RATES | {"percent"}
