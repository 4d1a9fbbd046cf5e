"""What changed from one set of papers to the next."""

import pytest

from analysis.samples import built, figure, observation, series
from briefing.analysis import agree, changes_between, printed_twice
from briefing.model import Period, Series


def test_new_periods_are_those_that_no_earlier_series_had() -> None:
    found = changes_between([series([80, 81])], [series([80, 81, 82, 83])])
    ((one, periods),) = found.new_periods
    assert one.indicator.indicator == "visits-in-time"
    assert periods == (Period("2030-10"), Period("2030-11"))
    assert (found.revised, found.vanished, found.appeared) == ((), (), ())
    assert found.compared == 2


def test_a_value_that_differs_is_revised_and_both_stay() -> None:
    found = changes_between([series([80, 81, 85])], [series([82, 81, 86])])
    assert [(p.period.code, p.left.value, p.right.value) for p in found.revised] == [
        ("2030-08", 80, 82),
        ("2030-10", 85, 86),
    ]


def test_revisions_stand_in_order_of_time() -> None:
    found = changes_between([series(range(20, 32))], [series(range(50, 60))])
    assert [p.right.value for p in found.revised] == list(range(50, 60))


def test_a_period_that_one_table_alone_prints_is_not_printed_twice() -> None:
    longer, shorter = series([80, 81, 82], table="a"), series([80, 71], table="b")
    assert [p.period.code for p in printed_twice([longer, shorter])] == ["2030-09"]


def test_revisions_of_several_indicators_keep_to_their_own() -> None:
    found = changes_between(
        [series([80, 81]), series([20, 21], slug="other")],
        [series([80, 71], table="later"), series([10, 21], slug="other")],
    )
    assert [
        (p.left_series.indicator.indicator, p.period.code, p.left.value, p.right.value)
        for p in found.revised
    ] == [("visits-in-time", "2030-09", 81, 71), ("other", "2030-08", 20, 10)]
    assert (found.revised[0].left_series.table, found.revised[0].right_series.table) == (
        "visiting",
        "later",
    )
    assert found.compared == 4


def test_an_indicator_whose_values_can_no_longer_be_placed_has_not_vanished() -> None:
    (unplaced,) = built([observation("", "84", status="ambiguous")])
    found = changes_between([series([80])], [unplaced])
    assert (found.vanished, found.appeared, found.compared) == ((), (), 0)


def test_rows_that_no_catalogue_knows_are_told_by_their_name_and_unit() -> None:
    def row(name: str, value: str, unit: str) -> Series:
        cells = {"indicator": "", "name_as_printed": name, "unit": unit}
        (one,) = built([observation("2031-08", value, **cells)])
        return one

    printed = [
        row("Visits", "40", "count"),
        row("Visits", "80", "percent"),
        row("Calls", "9", "count"),
    ]
    assert printed_twice(printed) == ()
    assert len(printed_twice([*printed, row("Calls", "8", "count")])) == 1
    found = changes_between(printed[:2], [row("Visits", "41", "count")])
    assert [(p.left.value, p.right.value) for p in found.revised] == [(40, 41)]
    assert [s.indicator.unit for s in found.vanished] == ["percent"]


def test_parts_of_a_breakdown_are_compared_with_their_own_kind() -> None:
    girls, boys = (
        built([observation("2031-08", value, breakdown=part)])[0]
        for part, value in (("girls", "80"), ("boys", "70"))
    )
    assert printed_twice([girls, boys]) == ()
    found = changes_between([girls], [boys])
    assert (found.compared, found.vanished, found.appeared) == (0, (girls,), (boys,))


def test_a_value_printed_more_finely_is_no_revision() -> None:
    assert not changes_between([series([80])], [series(["80.4"])]).revised
    assert changes_between([series([80])], [series(["80.6"])]).revised


def test_a_value_is_revised_only_when_no_table_agrees_with_any() -> None:
    earlier = [series([80], table="a"), series([70], table="b")]
    assert not changes_between(earlier, [series([70], table="a")]).revised
    assert changes_between(earlier, [series([60], table="a")]).revised


def test_indicators_that_vanished_and_appeared() -> None:
    found = changes_between(
        [series([80], slug="gone"), series([80], slug="kept")],
        [series([80], slug="new"), series([80, 81], slug="kept")],
    )
    assert [s.indicator.indicator for s in found.vanished] == ["gone"]
    assert [s.indicator.indicator for s in found.appeared] == ["new"]
    ((kept, periods),) = found.new_periods
    assert kept.indicator.indicator == "kept" and periods == (Period("2030-09"),)


def test_an_indicator_whose_figures_stopped_has_vanished() -> None:
    found = changes_between([series([80])], [series([None, None])])
    assert [s.indicator.indicator for s in found.vanished] == ["visits-in-time"]


def test_two_tables_of_one_pack_that_print_different_values() -> None:
    counts = {"unit": "count", "slug": "children-in-care", "measure_type": "stock"}
    left = series([507, 510, 503], table="safeguarding", **counts)  # type: ignore[arg-type]
    right = series([510, 510, 504], table="families", **counts)  # type: ignore[arg-type]
    found = printed_twice([left, right, series([1])])
    assert [(p.period.code, p.left.value, p.right.value) for p in found] == [
        ("2030-08", 507, 510),
        ("2030-10", 503, 504),
    ]
    assert found[0].left_series.table == "safeguarding"


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("102", "103", False),
        ("102", "102.0", True),
        ("102", "102.4", True),
        ("102", "102.6", False),
    ],
)
def test_two_figures_agree_when_one_value_would_print_as_either(
    left: str, right: str, same: bool
) -> None:
    one, other = (figure(v, unit="rate_per_10000") for v in (left, right))
    assert agree(one, other) is agree(other, one) is same


def test_figures_of_two_units_do_not_agree() -> None:
    assert not agree(figure("84.4"), figure("84", unit="rate_per_10000"))
