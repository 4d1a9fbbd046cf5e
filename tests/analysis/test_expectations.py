"""How many measures stood below what the panel expected."""

from analysis.samples import built, indicator_row, observation, series, target, target_row
from briefing.analysis import count_below
from briefing.model import Period, Series

AUGUST = Period("2024-08")

#: Visits and supervision in time, August 2024, as printed: seven measures each.
VISITING = (89, 95, 86, 92, 90, 97, 85)
SUPERVISION = (89, 92, 84, 95, 83, 74, 75)


def measures() -> tuple[Series, ...]:
    expected = target(90, kind="expectation")
    return tuple(
        series([value], first="2024-08", slug=f"{table}-{i}", table=table, targets=[expected])
        for table, values in (("visiting", VISITING), ("supervision", SUPERVISION))
        for i, value in enumerate(values)
    )


def test_eight_of_fourteen_measures_stood_below_ninety() -> None:
    found = count_below(measures(), AUGUST)
    assert (found.below.text, found.total.text) == ("8", "14")
    assert (found.met.value, found.unknown.value) == (6, 0)
    assert found.tables == ("visiting", "supervision")
    assert [found.of_table(t).below.value for t in found.tables] == [3, 5]
    assert [found.of_table(t).total.value for t in found.tables] == [7, 7]


def test_a_measure_at_the_expectation_meets_it() -> None:
    found = count_below(measures(), AUGUST)
    at_ninety = [m for m in found.measures if m.figure is not None and m.figure.value == 90]
    assert [m.met for m in at_ninety] == [True]


def test_the_count_names_the_values_and_the_expectations_it_rests_on() -> None:
    below = count_below(measures(), AUGUST).below
    assert {p.value for p in below.parents} == {89, 86, 85, 84, 83, 74, 75, 90}
    assert "row-2024-08-85" in below.rows
    assert below.operation == "measures that did not meet the expectation in August 2024"


def test_a_measure_without_a_value_is_unknown_and_one_without_expectation_is_not_counted() -> None:
    expected = target(90, kind="expectation")
    rows = (
        series([None], first="2024-08", slug="a", targets=[expected]),
        series([80], first="2024-07", slug="b", targets=[expected]),
        series(
            [80], first="2024-08", slug="c", targets=[target(90, "unknown", kind="expectation")]
        ),
        series([80], first="2024-08", slug="d", targets=[target(90)]),
    )
    found = count_below(rows, AUGUST)
    assert (found.below.value, found.met.value, found.unknown.value) == (0, 0, 3)


def test_a_measure_printed_in_two_tables_counts_once_and_with_its_value() -> None:
    expected = target(90, kind="expectation")
    rows = (
        series([None], first="2024-08", slug="a", table="one", targets=[expected]),
        series([80], first="2024-08", slug="a", table="two", targets=[expected]),
        series([95], first="2024-08", slug="a", table="three", targets=[expected]),
    )
    found = count_below(rows, AUGUST)
    assert (found.total.value, found.below.value) == (1, 1)


def test_another_kind_of_target_and_who_set_it() -> None:
    rows = [target_row("95"), target_row("90", table="", kind="expectation", set_by="the panel")]
    one = built([observation("2031-08", "92")], rows, [indicator_row()])
    month = Period("2031-08")
    assert count_below(one, month, kind="target").below.value == 1
    assert count_below(one, month, set_by="the panel").met.value == 1
    assert count_below(one, month, set_by="another").total.value == 0
