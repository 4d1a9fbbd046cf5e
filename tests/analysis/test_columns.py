"""What counts as a cell out of place in its own table, and what does not."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from analysis.test_misplaced import MONTHS, VALUES, cells, series
from briefing.analysis.columns import ORDER, PAGE, SIGN, out_of_place
from briefing.analysis.misplaced import without_misplaced
from briefing.model import Period


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        (
            {"printed_page": "14"},
            "Children in care: one value is on record for another page than the others of its row "
            "in the table Care.",
        ),
        (
            {"value": "0.81", "raw": "0.81"},
            "Children in care: one value is not printed as the others of its row in the table Care "
            "are, with or without a sign of per cent.",
        ),
        (
            {"period": MONTHS[7].code},
            "Children in care: its values were read in another order of periods than the columns "
            "of the table Care.",
        ),
    ],
)
def test_the_reason_says_what_is_unlike_the_columns(cell: dict[str, str], words: str) -> None:
    rows = [
        {**one, "observation": f"care/children-in-care-{at}"}
        for at, one in enumerate(cells("children-in-care", MONTHS))
    ]
    rows[3] |= cell
    if "period" in cell:
        rows[7]["period"] = MONTHS[3].code
    (found,) = without_misplaced([series("care", VALUES)], rows)
    assert [doubt.text for doubt in found.doubts] == [words]


def test_the_kinds_are_told_by_name() -> None:
    assert (ORDER, SIGN, PAGE) == ("order", "sign", "page")


def exchange(periods: Sequence[Period], one: int, other: int) -> list[Period]:
    turned = list(periods)
    turned[one], turned[other] = turned[other], turned[one]
    return turned


# ---------------------------------------------------------------- what one printed row is


def test_cells_without_a_place_or_a_table_are_passed_over() -> None:
    turned = exchange(MONTHS, 4, 5)
    for more in ({"position": ""}, {"table": ""}):
        assert out_of_place(cells("c", turned, **more)) == {}


def test_a_row_without_an_indicator_is_told_by_its_name_and_unit() -> None:
    """Two rows of one name, or of one indicator in two units, are not taken for one."""
    by_name = [
        *cells("a", exchange(MONTHS, 4, 5), indicator="", name_as_printed="Calls", unit="count"),
        *cells("b", MONTHS, indicator="", name_as_printed="Calls"),
        *cells("c", MONTHS, indicator="", name_as_printed="Letters"),
    ]
    assert out_of_place(by_name) == {"a-5": ORDER, "a-6": ORDER}
    one_row = cells("a", exchange(MONTHS, 4, 5))
    for cell in one_row[::2]:
        cell["unit"], cell["name_as_printed"] = "count", "Otherwise"
    assert out_of_place(one_row) == {"a-5": ORDER, "a-6": ORDER}


def test_a_row_that_says_two_things_of_one_column_is_passed_over() -> None:
    turned = cells("a", exchange(MONTHS, 4, 5))
    again = [{**cell, "observation": f"{cell['observation']}-again"} for cell in turned[:1]]
    assert out_of_place([*turned, *again]) == {}


def test_cells_are_taken_in_the_order_of_their_columns() -> None:
    assert out_of_place([*cells("a", MONTHS)[::-1], *cells("b", MONTHS)]) == {}


# ---------------------------------------------------------------- the order of the columns


def test_of_two_rows_that_differ_without_a_third_both_are_named() -> None:
    forward = [*MONTHS[:6]]
    late = [period.shift(1) for period in forward]
    found = out_of_place([*cells("a", forward), *cells("b", late)])
    assert set(found) == {f"{row}-{at}" for row in "ab" for at in range(1, 7)}


def test_a_row_of_the_months_before() -> None:
    early = [period.shift(-1) for period in MONTHS]
    rows = [*cells("a", MONTHS), *cells("b", MONTHS), *cells("c", early)]
    assert set(out_of_place(rows)) == {f"c-{at}" for at in range(1, 11)}


def test_a_row_two_months_on_is_another_heading() -> None:
    later = [period.shift(2) for period in MONTHS]
    assert out_of_place([*cells("a", MONTHS), *cells("b", MONTHS), *cells("c", later)]) == {}


def test_five_columns_one_month_on_are_too_few_to_count() -> None:
    few = MONTHS[:5]
    late = [period.shift(1) for period in few]
    assert out_of_place([*cells("a", few), *cells("b", few), *cells("c", late)]) == {}


def test_three_columns_that_went_round_are_named_where_other_rows_have_them_in_order() -> None:
    turned = [MONTHS[1], MONTHS[2], MONTHS[0], *MONTHS[3:]]
    rows = [*cells("a", MONTHS[::-1]), *cells("b", MONTHS[::-1]), *cells("c", turned[::-1])]
    assert set(out_of_place(rows)) == {"c-8", "c-9", "c-10"}


def test_a_row_alone_in_order_is_not_held_against_one_of_other_months() -> None:
    others = [period.shift(30) for period in MONTHS]
    assert out_of_place([*cells("a", MONTHS), *cells("b", others)]) == {}


def test_a_row_with_a_cell_of_no_known_period_has_no_heading() -> None:
    late = cells("c", [period.shift(1) for period in MONTHS])
    late[0]["period"] = late[0]["period_kind"] = ""
    assert out_of_place([*cells("a", MONTHS), *cells("b", MONTHS), *late]) == {}


def test_a_row_that_begins_in_the_second_column_has_no_heading() -> None:
    late = cells("c", MONTHS)
    for at, cell in enumerate(late, start=2):
        cell["position"] = str(at)
    early = [period.shift(-1) for period in MONTHS]
    assert out_of_place([*cells("a", early), *cells("b", early), *late]) == {}


@pytest.mark.parametrize(("count", "found"), [(2, False), (3, True)])
def test_of_two_cells_the_order_of_time_tells_nothing(count: int, found: bool) -> None:
    rows = [*cells("a", exchange(MONTHS[:count], 0, 1)), *cells("b", MONTHS[3:])]
    assert bool(out_of_place(rows)) is found


def test_a_table_that_runs_back_in_time_is_held_against_that() -> None:
    back = MONTHS[::-1]
    rows = [*cells("a", back[:6]), *cells("b", exchange(back[:7], 1, 4))]
    assert out_of_place(rows) == {"b-2": ORDER, "b-5": ORDER}


def test_columns_that_another_row_shares_in_part_are_still_exchanged() -> None:
    turned = exchange(MONTHS, 2, 5)
    beside = cells("b", [*MONTHS[:2], turned[2], *MONTHS[6:]])
    for cell, at in zip(beside, (1, 2, 3, 7, 8, 9, 10), strict=True):
        cell["position"] = str(at)
    assert out_of_place([*cells("a", turned), *beside]) == {"a-3": ORDER, "a-6": ORDER}


def test_totals_between_the_months_stay_where_they_are() -> None:
    header = [MONTHS[0], Period("2029/30"), *MONTHS[1:4]]
    assert out_of_place(cells("a", header)) == {}


# ---------------------------------------------------------------- page and sign


@pytest.mark.parametrize(
    ("at", "page", "found"),
    [
        (0, "11", False),
        (0, "13", True),
        (9, "13", False),
        (9, "11", True),
        (9, "14", True),
        (4, "13", True),
        (9, "iv", True),
        (9, "", False),
    ],
)
def test_a_row_may_begin_or_end_on_the_page_beside(at: int, page: str, found: bool) -> None:
    rows = cells("a", MONTHS, page="")
    rows[at]["printed_page"] = page
    assert out_of_place(rows) == ({f"a-{at + 1}": PAGE} if found else {})


def test_pages_without_numbers_are_told_by_their_marks() -> None:
    rows = cells("a", MONTHS, printed_page="iv")
    rows[9]["printed_page"] = "5"
    assert out_of_place(rows) == {"a-10": PAGE}


def test_the_page_of_the_file_counts_where_none_is_printed() -> None:
    rows = cells("a", MONTHS, printed_page="")
    rows[3]["page"] = "7"
    assert out_of_place(rows) == {"a-4": PAGE}


@pytest.mark.parametrize(("count", "found"), [(5, False), (6, True)])
def test_five_others_must_stand_on_one_page(count: int, found: bool) -> None:
    rows = cells("a", MONTHS[:count])
    rows[2]["printed_page"] = "14"
    assert bool(out_of_place(rows)) is found


@pytest.mark.parametrize("value", ["80", "83"])
def test_a_value_as_low_or_as_high_as_another_is_of_the_row(value: str) -> None:
    rows = cells("a", MONTHS)
    rows[0] |= {"value": "80", "raw": "80%"}
    rows[1] |= {"value": "83", "raw": "83%"}
    rows[5] |= {"value": value, "raw": value}
    assert out_of_place(rows) == {}


def test_a_sign_among_bare_numbers_is_out_of_place_too() -> None:
    rows = cells("a", MONTHS, raw="0.81", value="0.81")
    rows[6] |= {"value": "79", "raw": "79%"}
    assert out_of_place(rows) == {"a-7": SIGN}


@pytest.mark.parametrize(
    "cell",
    [
        {"status": "missing", "value": "0", "raw": "0"},
        {"value": "", "raw": "0"},
        {"value": "3", "raw": "three"},
    ],
)
def test_a_cell_that_prints_no_number_has_no_sign_to_miss(cell: dict[str, str]) -> None:
    rows = cells("a", MONTHS)
    rows[4] |= cell
    assert out_of_place(rows) == {}
