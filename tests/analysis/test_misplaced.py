"""Values that may stand under a wrong period or measure, and those that only differ."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from briefing.analysis.columns import ORDER, PAGE, SIGN, out_of_place
from briefing.analysis.misplaced import without_misplaced
from briefing.model import Citation, Figure, Indicator, Period, Point, Series

VALUES = (503, 498, 511, 507, 489, 493, 476, 481, 470, 466)
MONTHS = tuple(Period("2030-04").shift(n) for n in range(10))
CARE = Indicator("children-in-care", "Children in care", "count", "stock")
PLACED = Indicator("children-placed", "Children placed nearby", "count", "stock")


def series(
    table: str,
    values: Sequence[int],
    indicator: Indicator = CARE,
    *,
    confirmed: Sequence[int] = (),
    second_hand: bool = False,
) -> Series:
    """A series of ten months in one table; ``confirmed`` are columns that a person corrected."""

    def figure(at: int) -> Figure:
        place = Citation("pack", section=table, corrected=at in confirmed)
        row = f"{table}/{indicator.indicator}-{at}"
        return Figure(Decimal(values[at]), "count", MONTHS[at], place, str(values[at]), row)

    points = tuple(Point(MONTHS[at], figure(at)) for at in range(len(values)))
    return Series(
        indicator, points, table=table, table_title=table.title(), second_hand=second_hand
    )


def exchanged(one: int, other: int) -> list[int]:
    values = list(VALUES)
    values[one], values[other] = values[other], values[one]
    return values


def held(one: Series) -> set[Period | None]:
    return {figure.period for figure in one.unplaced}


def test_two_months_that_hold_each_others_values_are_known_in_neither_table() -> None:
    left, right = without_misplaced([series("care", VALUES), series("summary", exchanged(2, 3))])
    assert held(left) == held(right) == {MONTHS[2], MONTHS[3]}
    assert not {MONTHS[2], MONTHS[3]} & left.figures.keys()
    (reason,) = right.doubts
    assert reason.text == (
        "Children in care: for June 2030 and July 2030, the table Care prints 511 and 507 and the "
        "table Summary 507 and 511: the same values, under other periods."
    )


def test_few_different_values_that_cross_may_be_chance() -> None:
    """Two areas, or two groups of children, that small figures are printed of."""
    flat = [series("north", [0, 1] * 5), series("south", [1, 0] * 5)]
    assert without_misplaced(flat) == tuple(flat)
    small = [0, 1, 2, 1, 0, 0, 1, 0, 1, 0]
    other = [0, 1, 1, 2, 0, 0, 1, 0, 1, 0]
    given = [series("north", small), series("south", other)]
    assert without_misplaced(given) == tuple(given)


def test_crossed_values_beside_fewer_that_agree_may_be_chance() -> None:
    given = [series("north", [82, 85, 83]), series("south", [85, 82, 83])]
    assert without_misplaced(given) == tuple(given)
    left, right = without_misplaced(
        [series("first", [45, 52, 61, 48]), series("second", [45, 61, 52, 48])]
    )
    assert held(left) == held(right) == {MONTHS[1], MONTHS[2]}


def test_values_one_step_apart_may_be_revised() -> None:
    values = [33, 38, 31, 36, 30, 35, 29, 37, 33, 34]
    given = [series("first", values), series("final", [*values[:8], 34, 33])]
    assert without_misplaced(given) == tuple(given)
    left, _ = without_misplaced(
        [series("first", [*values[:9], 35]), series("final", [*values[:8], 35, 33])]
    )
    assert held(left) == {MONTHS[8], MONTHS[9]}


def test_a_table_printed_backwards_is_known_in_neither() -> None:
    left, right = without_misplaced([series("care", VALUES), series("summary", VALUES[::-1])])
    assert not left.known
    assert not right.known


def test_months_far_apart_count_too() -> None:
    left, _ = without_misplaced([series("care", VALUES), series("summary", exchanged(0, 9))])
    assert held(left) == {MONTHS[0], MONTHS[9]}


def test_values_that_only_differ_stay() -> None:
    other = [value + (n in (1, 4)) for n, value in enumerate(VALUES)]
    given = [series("care", VALUES), series("summary", other)]
    assert without_misplaced(given) == tuple(given)


def test_a_value_that_is_its_neighbours_in_one_table_alone_stays() -> None:
    """An exchange needs both: here the second table has 511 for one month and 507 for none."""
    other = list(VALUES)
    other[3] = 511
    other[2] = 505
    given = [series("care", VALUES), series("summary", other)]
    assert without_misplaced(given) == tuple(given)


def test_tables_that_differ_all_over_are_no_exchange() -> None:
    values = [3, 4, 3, 5, 4, 6, 3, 7, 4, 8]
    other = [4, 3, 5, 3, 7, 2, 9, 1, 8, 4]
    given = [series("care", values), series("summary", other)]
    assert without_misplaced(given) == tuple(given)


def test_what_a_person_confirmed_stays_and_the_other_table_is_withheld() -> None:
    right = series("summary", exchanged(2, 3), confirmed=(2, 3))
    left, right = without_misplaced([series("care", VALUES), right])
    assert held(left) == {MONTHS[2], MONTHS[3]}
    assert not right.unplaced


def test_a_second_hand_summary_does_not_withhold_the_papers() -> None:
    summary = series("summary", exchanged(2, 3), second_hand=True)
    left, right = without_misplaced([series("care", VALUES), summary])
    assert not left.unplaced
    assert held(right) == {MONTHS[2], MONTHS[3]}


def test_a_row_one_month_late_is_known_in_neither_table() -> None:
    late = [515, *VALUES[:-1]]
    left, right = without_misplaced([series("care", VALUES), series("summary", late)])
    assert not left.known
    assert not right.known
    assert "each one period later" in left.doubts[0].text


def test_rows_of_two_measures_with_each_others_values() -> None:
    nearby = [203, 211, 198, 187, 205, 214, 222, 190, 185, 201]
    found = without_misplaced(
        [
            series("care", VALUES),
            series("summary", nearby),
            series("summary", VALUES, PLACED),
        ]
    )
    assert not any(one.known for one in found)
    assert "are those of Children placed nearby in the table Summary" in found[0].doubts[0].text


def test_two_measures_that_happen_to_be_equal_stay() -> None:
    given = [
        series("care", VALUES),
        series("summary", VALUES),
        series("summary", VALUES, PLACED),
    ]
    assert without_misplaced(given) == tuple(given)


# ---------------------------------------------------------------- columns


def cells(name: str, periods: Sequence[Period], **more: str) -> list[dict[str, str]]:
    """The cells of a printed row."""
    return [
        {
            "observation": f"{name}-{at}", "meeting": "m", "table": "t", "document": "d",
            "position": str(at), "indicator": name, "name_as_printed": name, "breakdown": "",
            "unit": "percent", "period": period.code, "period_kind": period.kind,
            "status": "stated", "value": "81", "raw": "81%",
            "page": "4", "printed_page": "12", **more,
        }
        for at, period in enumerate(periods, start=1)
    ]  # fmt: skip


def test_a_row_in_the_order_of_the_others_is_in_place() -> None:
    assert out_of_place([*cells("a", MONTHS), *cells("b", MONTHS)]) == {}
    newest_first = MONTHS[::-1]
    assert out_of_place([*cells("a", newest_first), *cells("b", newest_first)]) == {}


def test_two_columns_taken_for_each_others() -> None:
    turned = list(MONTHS)
    turned[4], turned[5] = turned[5], turned[4]
    rows = [*cells("a", MONTHS), *cells("b", MONTHS), *cells("c", turned)]
    assert out_of_place(rows) == {"c-5": ORDER, "c-6": ORDER}


def test_a_row_that_stands_alone_is_held_against_the_order_of_time() -> None:
    turned = list(MONTHS)
    turned[4], turned[5] = turned[5], turned[4]
    assert out_of_place(cells("c", turned)) == {"c-5": ORDER, "c-6": ORDER}


def test_a_row_of_the_months_after() -> None:
    late = [period.shift(1) for period in MONTHS]
    rows = [*cells("a", MONTHS), *cells("b", MONTHS), *cells("c", late)]
    assert set(out_of_place(rows)) == {f"c-{at}" for at in range(1, 11)}


def test_a_heading_of_their_own_that_two_rows_share() -> None:
    late = [period.shift(1) for period in MONTHS]
    rows = [cells("a", MONTHS), cells("b", MONTHS), cells("c", late), cells("d", late)]
    assert out_of_place([cell for row in rows for cell in row]) == {}


def test_totals_behind_the_months_are_an_order_of_their_own() -> None:
    header = [*MONTHS, Period("2029/30"), Period("2028/29")]
    assert out_of_place([*cells("a", header), *cells("b", header)]) == {}


def test_rows_with_fewer_values_and_single_figures_are_passed_over() -> None:
    short = [MONTHS[0], *MONTHS[3:]]
    rows = [*cells("a", MONTHS), *cells("b", short), *cells("c", MONTHS[:1])]
    assert out_of_place([*rows, *cells("d", MONTHS[1:2])]) == {}


def test_one_cell_without_the_sign_of_its_row_and_one_of_another_page() -> None:
    rows = cells("a", MONTHS)
    rows[3]["raw"] = rows[3]["value"] = "0.81"
    rows[6]["printed_page"] = "14"
    assert out_of_place(rows) == {"a-4": SIGN, "a-7": PAGE}
    rows[4]["raw"] = "81"
    assert out_of_place(rows) == {"a-7": PAGE}


def test_a_sign_left_out_beside_a_value_like_the_others_is_no_fault() -> None:
    rows = cells("a", MONTHS)
    rows[2]["value"], rows[2]["raw"] = "84", "84%"
    rows[3]["value"], rows[3]["raw"] = "83", "83"
    assert out_of_place(rows) == {}
    rows[3]["value"], rows[3]["raw"] = "85", "85"
    assert out_of_place(rows) == {"a-4": SIGN}
    rows[3]["value"], rows[3]["raw"] = "80", "80"
    assert out_of_place(rows) == {"a-4": SIGN}


def test_a_row_that_goes_over_to_the_next_page_at_its_first_or_last_cell() -> None:
    rows = cells("a", MONTHS)
    rows[-1]["printed_page"] = "13"
    assert out_of_place(rows) == {}
    rows[-1]["printed_page"] = "11"
    assert out_of_place(rows) == {"a-10": PAGE}
    rows = cells("a", MONTHS)
    rows[0]["printed_page"] = "11"
    assert out_of_place(rows) == {}
    rows[0]["printed_page"] = "13"
    assert out_of_place(rows) == {"a-1": PAGE}


def test_the_month_of_a_year_before_beside_the_months_of_this_one() -> None:
    first, last = [MONTHS[3].shift(-12), *MONTHS[:4]], [*MONTHS[:4], MONTHS[3].shift(-12)]
    assert out_of_place(cells("a", first)) == {}
    assert out_of_place(cells("a", last)) == {}
    with_gap = cells("b", last)
    del with_gap[1]
    assert out_of_place([*cells("a", last), *with_gap]) == {}


def test_an_order_that_two_rows_share_is_the_tables_own() -> None:
    turned = [MONTHS[0], MONTHS[2], MONTHS[1], *MONTHS[3:6]]
    one, other = cells("a", turned), cells("b", turned)
    del one[4], other[5]
    assert out_of_place([*one, *other]) == {}
    assert out_of_place(one) == {"a-2": ORDER, "a-3": ORDER}


def test_two_cells_alone_show_no_exchange() -> None:
    pair = cells("b", [MONTHS[9], MONTHS[0]])
    assert out_of_place([*cells("a", MONTHS), *pair]) == {}


def test_a_row_goes_over_a_page() -> None:
    rows = cells("a", MONTHS)
    for cell in rows[5:]:
        cell["printed_page"] = "13"
    assert out_of_place(rows) == {}


def test_a_column_that_a_person_corrected_stays() -> None:
    one = series("care", VALUES, confirmed=(3,))
    rows = [
        {**cell, "observation": f"care/children-in-care-{at}"}
        for at, cell in enumerate(cells("children-in-care", MONTHS))
    ]
    rows[3]["printed_page"] = "14"
    assert without_misplaced([one], rows) == (one,)
    (left,) = without_misplaced([replace(series("care", VALUES))], rows)
    assert held(left) == {MONTHS[3]}
