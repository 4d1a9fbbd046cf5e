"""The rule that fired, in a councillor's words."""

from collections.abc import Sequence

import pytest

from analysis.samples import VISITS, series
from briefing.analysis import judge, rule_in_words
from briefing.model import Period


def words(values: Sequence[int], **more: object) -> str:
    return rule_in_words(judge(series(values, **more))).text  # type: ignore[arg-type]


def test_a_point_outside() -> None:
    values = (83, 81, 82, 85, 83, 84, 79, 83, 80, 85, 87, 84, 99)
    assert words(values) == (
        "August 2031 lies above the process limits: higher than ordinary variation explains."
    )
    assert "below the process limits: lower" in words([180 - v for v in values])


def test_a_trend_says_how_many_months_it_has_run() -> None:
    values = [84, 80, 85, 81, 86, 79, 80, 81, 82, 83, 84, 85, 86]
    trend = judge(series(values))
    sentence = rule_in_words(trend)
    assert trend.rule == "trend"
    assert sentence.text == "The last 8 months run upwards without a break."
    (count,) = sentence.figures
    assert count.value == 8 and len(count.parents) == 8
    assert "run downwards" in words([200 - v for v in values], unit="count")


def test_a_shift_says_how_many_months_lie_on_one_side() -> None:
    values = [70, 74, 71, 75, 72, 79, 78, 80, 79, 81, 78, 80, 79]
    trend = judge(series(values))
    assert trend.rule == "shift"
    sentence = rule_in_words(trend)
    assert sentence.text == "The last 8 months all lie above the average."
    assert sentence.figures[0].rows == tuple(p.figure.row for p in trend.points[-8:])


def test_two_of_three_months_near_a_limit() -> None:
    values = [83, 81, 84, 82, 83, 81, 84, 82, 83, 81, 87, 90, 89]
    trend = judge(series(values))
    assert trend.rule == "two_of_three"
    assert rule_in_words(trend).text == (
        "At least two of the last three months lie close to the upper process limit, on one side "
        "of the average."
    )


def test_quarters_are_called_quarters() -> None:
    values = [70, 74, 71, 75, 72, 79, 78, 80, 79, 81, 78, 80, 79]
    assert "8 quarters" in words(values, first="2028-Q1", measure_type="quarter")


def test_the_count_does_not_go_back_over_a_rebase() -> None:
    values = [*VISITS, 70, 74, 71, 75, 72, 79, 78, 80, 79, 81, 78, 80, 79]
    trend = judge(series(values), breaks=[Period("2031-09")])
    assert "8 months" in rule_in_words(trend).text


@pytest.mark.parametrize("measure", ["month", "stock"])
def test_no_rule_no_words(measure: str) -> None:
    assert words(VISITS, measure_type=measure) == ""
    assert words([], measure_type=measure) == ""
