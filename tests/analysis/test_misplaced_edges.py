"""How much must cross, and agree, before two tables count as holding values in wrong places."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import pytest

from analysis.test_misplaced import MONTHS, PLACED, VALUES, cells, exchanged, held, series
from briefing.analysis.misplaced import without_misplaced
from briefing.model import Series


def test_only_the_exchanged_months_are_withheld_and_shown_as_open() -> None:
    summary = series("summary", exchanged(2, 3))
    gap = replace(summary.points[9], figure=None, status="missing")
    given = [series("care", VALUES), replace(summary, points=(*summary.points[:9], gap))]
    for one in without_misplaced(given):
        assert {p.period for p in one.points if p.status == "ambiguous"} == set(MONTHS[2:4])
        assert set(one.figures) >= set(MONTHS) - {*MONTHS[2:4], MONTHS[9]}
    assert without_misplaced(given)[1].points[9].status == "missing"


def test_a_third_series_of_other_values_is_left_alone() -> None:
    third = series("care", [v * 3 for v in VALUES], PLACED)
    found = without_misplaced([series("care", VALUES), series("summary", exchanged(2, 3)), third])
    assert found[2] is third


def test_of_two_second_hand_summaries_neither_is_known() -> None:
    given = [
        series("care", VALUES, second_hand=True),
        series("summary", exchanged(2, 3), second_hand=True),
    ]
    assert all(held(one) == {MONTHS[2], MONTHS[3]} for one in without_misplaced(given))


def test_a_single_value_that_differs_stays() -> None:
    other = [*VALUES[:-1], 470]
    given = [series("care", VALUES), series("summary", other)]
    assert without_misplaced(given) == tuple(given)


@pytest.mark.parametrize(("same", "apart"), [(2, 3), (3, 2)])
def test_half_an_exchange_is_none(same: int, apart: int) -> None:
    other = list(VALUES)
    other[same], other[apart] = VALUES[apart], VALUES[same] + 4
    given = [series("care", VALUES), series("summary", other)]
    assert without_misplaced(given) == tuple(given)


def test_three_months_that_went_round_are_an_exchange() -> None:
    """Even where two of their values are neighbours that could have been revised."""
    values = [503, 498, 511, 512, 489, 493, 476, 481, 470, 466]
    other = [503, 498, 489, 511, 512, 493, 476, 481, 470, 466]
    for one in without_misplaced([series("care", values), series("summary", other)]):
        assert held(one) == {MONTHS[2], MONTHS[3], MONTHS[4]}


@pytest.mark.parametrize("step", [1, -1])
def test_months_one_step_apart_may_as_well_be_revised(step: int) -> None:
    values = [503, 498, 511, 511 + step, 489, 493, 476, 481, 470, 466]
    other = [503, 498, 511 + step, 511, 489, 493, 476, 481, 470, 466]
    given = [series("care", values), series("summary", other)]
    assert without_misplaced(given) == tuple(given)


@pytest.mark.parametrize(("other", "stays"), [("82.2", True), ("82.3", False), ("82", False)])
def test_a_step_is_one_in_the_last_decimal_that_is_printed(other: str, stays: bool) -> None:
    def of(table: str, printed: Sequence[str]) -> Series:
        one = series(table, [round(Decimal(v)) for v in printed])
        points = tuple(
            replace(p, figure=replace(p.figure, value=Decimal(v), unit="percent", raw=v))
            for p, v in zip(one.points, printed, strict=True)
            if p.figure
        )
        return replace(one, points=points)

    rest = ["70.4", "71.9", "68.2", "74.5", "69.1", "73.3", "75.8", "66.6"]
    given = [of("care", ["82.1", other, *rest]), of("summary", [other, "82.1", *rest])]
    found = without_misplaced(given)
    if stays or other == "82":
        assert found == tuple(given)
    else:
        assert all(held(one) == {MONTHS[0], MONTHS[1]} for one in found)


@pytest.mark.parametrize(
    ("alike", "found"), [((3, 3, 3, 3), False), ((7, 8, 9, 9), True), ((7, 8), True), ((7,), False)]
)
def test_what_agrees_must_show_that_the_tables_print_one_series(
    alike: Sequence[int], found: bool
) -> None:
    """Few months are enough where their values are various, and no fewer agree than are crossed."""
    given = [series("care", [1, 5, *alike]), series("summary", [5, 1, *alike])]
    assert bool(held(without_misplaced(given)[0])) is found


def test_an_exchange_needs_most_of_the_shared_months_to_fit() -> None:
    """Two of eight months were revised besides: eight tenths do not fit."""
    values, other = list(VALUES[:8]), exchanged(2, 3)[:8]
    other[5], other[6] = 600, 700
    given = [series("care", values), series("summary", other)]
    assert without_misplaced(given) == tuple(given)
    more = [*VALUES, *VALUES][:10]
    beside = exchanged(2, 3)
    beside[5], beside[6] = 600, 700
    found = without_misplaced([series("care", more), series("summary", beside)])
    assert all(held(one) == {MONTHS[2], MONTHS[3]} for one in found)


def test_months_that_one_table_alone_prints_do_not_count() -> None:
    left = series("care", VALUES)
    given = [left, series("summary", exchanged(1, 2)[:5])]
    found = without_misplaced(given)
    assert all(held(one) == {MONTHS[1], MONTHS[2]} for one in found)


# ---------------------------------------------------------------- under another name

NEARBY = (203, 211, 198, 187, 205, 214, 222, 190, 185, 201)


def under_another_name(**more: object) -> tuple[Series, Series, Series]:
    third = replace(series("summary", VALUES, PLACED), **more)  # type: ignore[arg-type]
    return series("care", VALUES), series("summary", NEARBY), third


def test_the_reason_names_both_measures_and_both_tables() -> None:
    (reason,) = without_misplaced(under_another_name())[0].doubts
    assert reason.text == (
        "Children in care: the values in the table Care are those of Children placed nearby in the "
        "table Summary."
    )


@pytest.mark.parametrize("more", [{"table": "third"}, {"meeting": "another"}])
def test_equal_values_in_a_third_table_say_nothing(more: dict[str, object]) -> None:
    given = under_another_name(**more)
    assert without_misplaced(given) == given


def test_other_values_under_another_name_say_nothing() -> None:
    given = (*under_another_name()[:2], series("summary", [v + 1 for v in VALUES], PLACED))
    assert without_misplaced(given) == given


def test_a_few_equal_months_under_another_name_are_chance() -> None:
    third = series("summary", VALUES[:7], PLACED)
    given = (*under_another_name()[:2], third)
    assert without_misplaced(given) == given


def test_confirmed_rows_stay_beside_another_name() -> None:
    left = series("care", VALUES, confirmed=range(10))
    found = without_misplaced((left, *under_another_name()[1:]))
    assert found[0].figures == left.figures
    assert not found[1].known and not found[2].known


def test_the_same_measure_twice_in_one_table_is_no_other_name() -> None:
    again = series("summary", VALUES)
    given = (series("care", VALUES), series("summary", NEARBY), again)
    assert all(len(one.known) == 10 for one in without_misplaced(given))


# ---------------------------------------------------------------- reasons


@pytest.mark.parametrize(("steps", "words"), [(1, "later"), (-1, "earlier")])
def test_the_reason_of_a_moved_row_says_which_way(steps: int, words: str) -> None:
    values = [515, *VALUES[:-1]] if steps == 1 else [*VALUES[1:], 515]
    for one in without_misplaced([series("care", VALUES), series("summary", values)]):
        assert [doubt.text for doubt in one.doubts] == [
            "Children in care: the values in the table Summary are those of the table Care, each "
            f"one period {words}."
        ]


def test_every_series_has_the_reasons_of_its_own_values_alone() -> None:
    rows = cells("children-placed", MONTHS, table="third")
    for at, cell in enumerate(rows):
        cell["observation"] = f"third/children-placed-{at}"
    rows[4]["printed_page"] = "14"
    found = without_misplaced(
        [
            series("care", VALUES),
            series("summary", exchanged(2, 3)),
            series("third", [v * 3 for v in VALUES], PLACED),
        ],
        rows,
    )
    assert [len(one.doubts) for one in found] == [1, 1, 1]
    assert "another page" in found[2].doubts[0].text
