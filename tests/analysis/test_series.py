"""Rows of observations become series."""

from copy import deepcopy
from decimal import Decimal

import pytest

from analysis.samples import (
    EARLIER,
    MEETING,
    built,
    cite,
    indicator_row,
    observation,
    target_row,
)
from briefing.analysis import build_series, read_indicator
from briefing.model import Period


def test_one_series_an_indicator_of_a_table_in_printed_order() -> None:
    found = built(
        [
            observation("2031-07", "80", table="b", indicator="second"),
            observation("2031-07", "81", table="a"),
            observation("2031-08", "82", table="b", indicator="second"),
            observation("2031-07", "83", table="b"),
            observation("2031-07", "84", table="b", breakdown="girls"),
        ],
        indicators=[indicator_row(), indicator_row(indicator="second", name="Second")],
    )
    assert [(s.table, s.indicator.indicator, s.breakdown) for s in found] == [
        ("b", "second", ""),
        ("a", "visits-in-time", ""),
        ("b", "visits-in-time", ""),
        ("b", "visits-in-time", "girls"),
    ]
    assert [len(s.points) for s in found] == [2, 1, 1, 1]


def test_points_stand_in_order_of_time_with_their_source() -> None:
    (one,) = built([observation("2031-08", "85"), observation("2031-07", "84.50", raw="84.50%")])
    assert [p.period.code for p in one.points] == ["2031-07", "2031-08"]
    figure = one.points[0].figure
    assert figure is not None
    assert (figure.value, figure.unit, figure.raw) == (Decimal("84.50"), "percent", "84.50%")
    assert figure.row == f"{MEETING}/visiting/2031-07-84.50"
    assert figure.citation is not None and figure.citation.item_number == "9"
    assert (one.item_number, one.table_title) == ("9", "visiting")


@pytest.mark.parametrize("status", ["missing", "suppressed", "withheld"])
def test_a_value_that_is_not_stated_is_a_point_without_a_figure(status: str) -> None:
    (one,) = built([observation("2031-07", "", status=status), observation("2031-08", "85")])
    assert [(p.figure is None, p.status) for p in one.points] == [(True, status), (False, "stated")]
    assert one.unplaced == ()


def test_a_suppressed_value_is_not_carried_even_if_the_row_holds_one() -> None:
    (one,) = built([observation("2031-07", "4", status="suppressed")])
    assert one.known == () and one.unplaced == ()


def test_an_ambiguous_value_is_no_point() -> None:
    rows = [
        observation("", "84", status="ambiguous", period_candidates="2031-06|2031-07"),
        observation("2031-08", "85"),
    ]
    (one,) = built(rows)
    assert [p.period.code for p in one.points] == ["2031-08"]
    assert [(f.value, f.period) for f in one.unplaced] == [(84, None)]


def test_a_missing_value_without_a_period_leaves_no_trace() -> None:
    (one,) = built([observation("", "", status="missing"), observation("2031-08", "85")])
    assert len(one.points) == 1 and one.unplaced == ()


def test_two_values_for_one_period_of_one_table_are_neither_of_them_known() -> None:
    rows = [observation("2031-08", v) for v in ("85", "86", "87")]
    (one,) = built([observation("2031-07", "84"), *rows])
    assert [p.period.code for p in one.known] == ["2031-07"]
    assert one.points[-1].status == "ambiguous"
    assert sorted(f.value for f in one.unplaced) == [85, 86, 87]


def test_the_same_value_twice_is_one_point() -> None:
    (one,) = built([observation("2031-08", "85"), observation("2031-08", "85")])
    assert len(one.known) == 1 and one.unplaced == ()


def test_a_target_belongs_to_its_meeting_table_and_indicator() -> None:
    rows = [
        target_row("95"),
        target_row("96", table="other"),
        target_row("97", meeting=EARLIER),
        target_row("98", indicator="other"),
    ]
    (one,) = built([observation("2031-08", "85")], rows)
    assert [t.figure.value for t in one.targets] == [95]
    assert one.targets[0].figure.row == f"targets/{MEETING}/visiting/visits-in-time/target"


def test_an_expectation_holds_from_its_meeting_until_the_next_of_its_kind() -> None:
    expectation = {"table": "", "kind": "expectation"}
    rows = [
        target_row("80", meeting="westmoor-children/2031-01-15", **expectation),
        target_row("90", meeting=EARLIER, set_by="the panel, 16 July 2031", **expectation),
        target_row("99", meeting="westmoor-children/2031-11-26", **expectation),
        target_row("70", meeting="westmoor-adults/2031-07-16", **expectation),
        target_row("95"),
    ]
    (one,) = built([observation("2031-08", "85")], rows)
    assert [(t.kind, t.figure.value) for t in one.targets] == [("target", 95), ("expectation", 90)]
    assert one.targets[1].set_by == "the panel, 16 July 2031"


def test_a_part_of_a_breakdown_has_no_target() -> None:
    (one,) = built([observation("2031-08", "85", breakdown="girls")], [target_row("95")])
    assert one.targets == ()


@pytest.mark.parametrize(
    ("due", "code"), [("2032-03", "2032-03"), ("2032-03-31", "2032-03"), ("2031/32", "2031/32")]
)
def test_a_due_date_is_a_month_or_a_year(due: str, code: str) -> None:
    (one,) = built([observation("2031-08", "85")], [target_row("95", kind="ambition", due=due)])
    assert one.targets[0].due == Period(code)


def test_an_indicator_that_is_not_in_the_catalogue_keeps_its_printed_name() -> None:
    (one,) = built([observation("2031-08", "85", indicator="", name_as_printed="Visits seen")])
    assert (one.indicator.name, one.indicator.measure_type) == ("Visits seen", "")
    assert one.targets == ()


def test_the_catalogue_row_is_read_whole() -> None:
    found = read_indicator(
        indicator_row(measure_type="look_back", window_months="6", small_base="yes", polarity="low")
    )
    assert (found.window_months, found.small_base, found.polarity) == (6, True, "low")


def test_a_value_that_is_no_number_is_refused_with_its_row() -> None:
    with pytest.raises(ValueError, match=r"2031-08-8O: not a number: '8O'"):
        built([observation("2031-08", "8O")])


def test_a_value_in_another_unit_is_refused() -> None:
    with pytest.raises(ValueError, match="count in a series of percent"):
        built([observation("2031-08", "85", unit="count")])


def test_a_stated_value_that_is_blank_is_refused() -> None:
    with pytest.raises(ValueError, match="a stated value is blank"):
        built([observation("2031-08", "")])


def test_the_rows_are_left_as_they_were() -> None:
    rows, targets, indicators = (
        [observation("2031-08", "85")],
        [target_row("95")],
        [indicator_row()],
    )
    before = deepcopy((rows, targets, indicators))
    build_series(rows, indicators, targets, cite)
    assert (rows, targets, indicators) == before
