"""Periods that had not begun when the paper came out: figures of them, and what is told as past."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from analysis.samples import series
from briefing.analysis.claims import Passage
from briefing.analysis.disagreements import after_publication, told_as_past
from briefing.model import Citation, Series

PUBLISHED = date(2031, 9, 16)


def told(text: str, previous: str = "") -> list[str]:
    place = Citation("pack", item_number="7", line=3)
    found = told_as_past([Passage("p", text, "7", "", place, PUBLISHED, previous)], PUBLISHED)
    return [one.left.raw for one in found]


def test_a_graph_cannot_show_a_month_that_is_still_to_come() -> None:
    place = Citation("pack", item_number="7", line=3)
    text = "The graph shows a steady rise in rates between May 2028 and December 2031."
    (found,) = told_as_past([Passage("p", text, "7", "", place, PUBLISHED)], PUBLISHED)
    assert found.kind == "date_after_publication"
    assert found.working.text == (
        "“The graph shows a steady rise in rates between May 2028 and December 2031”: December "
        "2031 begins after September 2031, when the paper came out."
    )
    assert found.left.row == "p"


@pytest.mark.parametrize(
    "text",
    [
        "There was an increase in the number of calls from May 2030 to March 2032.",
        "The chart above illustrates a decline in absence between June 2030 and November 2031.",
        "The rate fell to 42 in January 2032.",
        "The share of calls answered has risen to 91% in December 2031.",
    ],
)
def test_what_is_told_as_measured_is_found(text: str) -> None:
    assert len(told(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The rate will fall to 42 in January 2032.",
        "Our target is to reach 87 by March 2032.",
        "In December 2031 we will open a new home.",
        "The plan shows a rise in the number of places between May 2031 and March 2034.",
        "The forecast shows a rise in demand between May 2031 and March 2034.",
        "The chart shows the expected rate between May 2031 and March 2032.",
        "The chart shows the increase in school places between May 2031 and September 2033.",
        "The programme shows a reduction in spend from April 2031 to March 2033.",
        "At this rate the number would have fallen to 94 by March 2032.",
        "The review is due in January 2032.",
        "The action was marked complete, with a report to come in January 2032.",
        "The contract was let from April 2031 to March 2034.",
        "The chart shows a rise in rates between May 2028 and September 2031.",
        "The chart shows a rise in rates between May 2028 and August 2031.",
        "There was a rise in rates between December and March.",
        "The strategy sets out how rates fell between 2028 and 2034.",
        "The next meetings are on 12 December 2031 and 4 March 2032.",
        "The rota shows changes between October 2031 and January 2032.",
        "There have been changes to the rates paid to carers from October 2031 to March 2032.",
    ],
)
def test_plans_targets_and_months_that_had_begun_are_left_alone(text: str) -> None:
    assert told(text) == []


def test_a_forecast_named_in_the_sentence_before_is_left_alone() -> None:
    text = "It shows a rise in rates between May 2031 and March 2033."
    assert told(text, "The chart below is a forecast of demand.") == []


def test_figures_of_months_to_come_are_told_once_a_table() -> None:
    late = [series([40 + n, 50, 60], first="2031-08", slug=f"measure-{n}") for n in range(3)]
    (found,) = after_publication(late, PUBLISHED)
    assert "3 figures are printed for October 2031 to October 2031" in found.working.text
    assert (found.left.raw, found.right.raw) == ("60", "60")
    assert not list(after_publication([series([40, 50], first="2031-08")], PUBLISHED))


def test_one_such_figure_is_told_with_its_month() -> None:
    (found,) = after_publication([series([40, 50, 61], first="2031-08")], PUBLISHED)
    assert found.working.text == (
        "visits in time: 61% is printed for October 2031, which begins after the paper came out."
    )


def test_rows_of_what_is_planned_are_left_alone() -> None:
    planned = series([40, 50, 61], first="2031-08", slug="places-planned")
    assert not list(after_publication([planned], PUBLISHED))


def late(**more: object) -> Series:
    """Three months of which the last begins after the paper came out."""
    return replace(series([40, 50, 61], first="2031-08"), **more)  # type: ignore[arg-type]


def test_a_summary_is_left_alone_and_what_stands_behind_it_is_not() -> None:
    (found,) = after_publication([late(second_hand=True), late()], PUBLISHED)
    assert (found.kind, found.left.raw) == ("date_after_publication", "61")


@pytest.mark.parametrize("title", ["Forecast", "Places due"])
def test_a_table_of_what_is_planned_is_left_alone(title: str) -> None:
    assert not list(after_publication([late(table_title=title)], PUBLISHED))


def test_several_such_figures_are_told_with_all_their_months() -> None:
    first = series([40, 50, 61, 62, 64], first="2031-08", slug="calls")
    early = series([70, 71, 73], first="2031-09", slug="visits")
    rows = [replace(one, table_title="Duty desk") for one in (first, early)]
    (found,) = after_publication(rows, PUBLISHED)
    assert found.working.text == (
        "In the table Duty desk, 5 figures are printed for October 2031 to December 2031. calls: "
        "61% is printed for October 2031, which begins after the paper came out."
    )
    assert (found.left.raw, found.right.raw) == ("61", "73")
    (count,) = (f for f in found.working.figures if f.operation)
    assert count.operation == "figures of periods after the paper came out"
    (later,) = after_publication([rows[1], first], PUBLISHED)
    assert "for October 2031 to December 2031" in later.working.text


def test_a_table_without_a_title_is_called_by_its_name() -> None:
    rows = [late(), replace(late(), indicator=late().indicator)]
    (found,) = after_publication(rows, PUBLISHED)
    assert found.working.text.startswith("In the table visiting, 2 figures are printed for")


def test_rows_of_no_table_are_told_by_their_names() -> None:
    rows = [
        replace(series([61, 62], first="2031-10", slug=slug), table="")
        for slug in ("calls", "visits")
    ]
    found = [one.working.text for one in after_publication(rows, PUBLISHED)]
    assert found == [
        f"2 figures are printed for October 2031 to November 2031. {name}: 61% is printed for "
        "October 2031, which begins after the paper came out."
        for name in ("calls", "visits")
    ]


SHOWN = "The graph shows a steady rise in rates between May 2028 and December 2031."


def test_what_a_sentence_is_told_with() -> None:
    place = Citation("pack", item_number="7", line=3)
    (found,) = told_as_past([Passage("p", SHOWN, "7", "", place, PUBLISHED)], PUBLISHED)
    assert (found.left.value, found.left.unit, found.left.raw) == (3, "months", "December 2031")
    assert found.left == found.right


def test_a_sentence_without_a_place_and_one_of_a_plan_do_not_hide_the_next() -> None:
    place = Citation("pack", item_number="7", line=3)
    passages = [
        Passage("a", SHOWN, "7", "", None, PUBLISHED),
        Passage("b", f"Our forecast: {SHOWN}", "7", "", place, PUBLISHED),
        Passage("c", SHOWN, "7", "", place, PUBLISHED),
    ]
    assert [one.left.row for one in told_as_past(passages, PUBLISHED)] == ["c"]


def test_a_sentence_is_told_once() -> None:
    text = f"{SHOWN} The rate fell to 42 in January 2032."
    assert told(text) == ["December 2031"]
    assert told("The rate fell to 42 in May 2031. " + SHOWN) == ["December 2031"]
