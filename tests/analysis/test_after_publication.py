"""Periods that had not begun when the paper came out: figures of them, and what is told as past."""

from __future__ import annotations

from datetime import date

import pytest

from analysis.samples import series
from briefing.analysis.claims import Passage
from briefing.analysis.disagreements import after_publication, told_as_past
from briefing.model import Citation

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
