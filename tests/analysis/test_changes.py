"""What changed from one set of papers to the next."""

import pytest

from analysis.samples import figure, series
from briefing.analysis import agree, changes_between, printed_twice
from briefing.model import Period


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
        [series([80], slug="kept"), series([80], slug="new")],
    )
    assert [s.indicator.indicator for s in found.vanished] == ["gone"]
    assert [s.indicator.indicator for s in found.appeared] == ["new"]
    assert found.new_periods == ()


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
