"""What single sentences state, and what a table of Westmoor makes of it."""

from datetime import date
from decimal import Decimal

import pytest

from briefing.analysis.claims import Measure, Passage, Record, claims_in, hold
from briefing.model import Citation, Figure, Indicator, Period, Point, Series, Target
from briefing.model.trend import Comparator

PUBLISHED = date(2031, 9, 18)
MEASURES = (
    Measure("care", "Children in care", ("Number of children in our care",)),
    Measure("care-rate", "Children in care per 10,000", ("Rate of CLA",), "rate_per_10000"),
    Measure("visits", "Child protection: visited in the last 10 working days", (), "percent"),
    Measure("homes", "Children placed in children's homes"),
    Measure("entered", "Children who came into care", ("Number of new CLA in month",)),
)
VALUES = {
    "care": "551 507 500 494 490 488 479 473 470 480 476 474 470",
    "care-rate": "112 103 102 101 100 99 98 97 96 97 96 95 94",
    "visits": "86% 90% 88% 92% 85% 93% 94% 91% 92% 91% 90% 89% 90%",
    "homes": "9 8 9 9 8 7 7 8 7 7 6 6 5",
    "entered": "17 15 13 17 21 8 7 14 17 15 8 13 8",
}
LAST = Period("2031-08")


def _figure(raw, unit, period=None):
    value = Decimal(raw.strip("%"))
    return Figure(value, unit, period, Citation("pack", item_number="9"), raw, f"{unit}/{raw}")


def _record(**targets):
    made = []
    for measure in MEASURES:
        raws = VALUES[measure.indicator].split()
        points = [
            Point(p, _figure(raw, measure.unit, p))
            for raw, p in zip(
                raws, (LAST.shift(i - len(raws) + 1) for i in range(len(raws))), strict=True
            )
        ]
        goal = targets.get(measure.indicator.replace("-", "_"))
        made.append(
            Series(
                Indicator(measure.indicator, measure.name, measure.unit, "month"),
                tuple(points),
                item_number="9",
                targets=(Target(_figure(goal, measure.unit), "at_most"),) if goal else (),
            )
        )
    beside = Comparator(
        "statistical_neighbours", "named", _figure("100.90", "rate_per_10000"), None
    )
    return Record(tuple(made), {"care-rate": (beside,)}, PUBLISHED)


def _claims(text, previous="", item="9"):
    place = Citation("pack", item_number="9", line=1)
    return claims_in((Passage("p", text, item, "", place, PUBLISHED, previous),), MEASURES)


def _verdicts(text, previous="", item="9", **targets):
    return [hold(claim, _record(**targets)) for claim in _claims(text, previous, item)]


def _said(text, previous="", item="9", **targets):
    return [(v.claim.kind, v.verdict) for v in _verdicts(text, previous, item, **targets)]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("The number of children in our care is now 470.", ["level"]),
        ("The number of children in our care is down 7% from September 2030.", ["percent_change"]),
        ("There are 37 fewer children in our care than in September 2030.", ["change"]),
        ("The rate of children in our care is below our target of 96.", ["comparison"]),
        ("The number of children in our care is 470, a new low.", ["level", "rank"]),
        ("The rate of children in our care has been below 100 since May 2031.", ["duration"]),
        ("Since April, we have averaged 14 care entrants a month.", ["average"]),
        ("The number of children in our care rose steadily.", ["direction"]),
        ("Our target for the rate of children in our care is 87.", ["ambition"]),
        (
            "At this rate, the number of children in our care would be 440 by March 2032.",
            ["projection"],
        ),
    ],
)
def test_each_kind_of_claim_is_read(text, kinds) -> None:
    assert [claim.kind for claim in _claims(text)] == kinds
    assert all(claim.indicators for claim in _claims(text))


def test_several_claims_of_one_sentence_each_have_their_baseline() -> None:
    first, second = _claims(
        "The number of children in our care is down 7% from September 2030, "
        "and 15% from August 2030."
    )
    assert (first.baseline, second.baseline) == (Period("2030-09"), Period("2030-08"))
    assert second.direction == "down"


def test_a_pronoun_takes_the_measure_of_the_sentence_before() -> None:
    (claim,) = _claims(
        "This is 7% lower than September 2030.", "The number of children in our care is now 470."
    )
    assert claim.indicators == ("care",)


def test_a_month_without_a_year_is_the_latest_one_begun_by_publication() -> None:
    (claim,) = _claims("In October, the number of children in our care was 500.")
    assert claim.period == Period("2030-10")


def test_a_fraction_in_words_is_about_so_much() -> None:
    (claim,) = _claims("The number of children in our care has halved since August 2030.")
    assert claim.quantity is not None
    assert (claim.quantity.value, claim.quantity.form) == (50, "about")


@pytest.mark.parametrize(
    "text",
    [
        "The number of children in our care aged under 5 is 60.",
        "The number of boys in our care is 250.",
        "The national rate of children in our care is 71.",
        "In Eastmoor, the number of children in our care is 200.",
        "For one team, the number of children in our care is 40.",
        "12 children in our care are waiting for adoption.",
        "The number of children in our care (excluding UASC) is 420.",
        "In the last quarter, 25 children came into our care.",
        "The number of children in our care is expected to be below 450 by March.",
        "The number of children in our care could fall to 440.",
        "Of the children in our care, 62 live far from home.",
    ],
)
def test_what_is_said_of_others_parts_and_hopes_is_never_accused(text) -> None:
    assert "contradicts" not in [verdict for _, verdict in _said(text)]


def test_a_bound_beside_a_value_that_rounds_to_it_does_not_contradict() -> None:
    text = "Visits to children on child protection plans in the last 10 working days are under 90%."
    assert _said(text) == [("level", "agrees")]


def test_a_change_agrees_where_any_value_that_rounds_as_printed_gives_it() -> None:
    assert _said("The rate of children in our care is down 15.9% from August 2030.") == [
        ("percent_change", "agrees")
    ]


def test_a_change_from_another_month_names_the_month_that_would_do() -> None:
    (verdict,) = _verdicts("The number of children in our care is down 15% from October 2030.")
    assert verdict.verdict == "contradicts"
    assert "15% is the change from August 2030, not October 2030." in str(verdict.working)


def test_a_percentage_that_may_be_cut_off_or_rounded_twice_is_left_open() -> None:
    assert _said("The number of children in our care is down 8% from September 2030.") == [
        ("percent_change", "cannot_verify")
    ]


def test_an_average_without_a_base_is_never_contradicted() -> None:
    assert _said("The number of children in our care is down 40% from the average.") == [
        ("percent_change", "cannot_verify")
    ]


def test_no_change_of_fewer_than_ten_is_computed() -> None:
    (verdict,) = _verdicts("Children placed in children's homes are down 60% from August 2030.")
    assert verdict.verdict == "cannot_verify"
    assert all(figure.operation == "" for figure in verdict.found)


def test_a_target_that_is_not_the_tables_weighs_less_than_a_wrong_level() -> None:
    (target,) = _verdicts(
        "The rate of children in our care is below our target of 99.", care_rate="96"
    )
    (level,) = _verdicts("The rate of children in our care is now 90.")
    assert target.verdict == level.verdict == "contradicts"
    assert target.certainty < 0.9 <= level.certainty


def test_certainty_is_high_only_where_the_time_is_said() -> None:
    (dated,) = _verdicts("The number of children in our care was 480 in August 2031.")
    (undated,) = _verdicts("The number of children in our care is 480.")
    assert dated.certainty >= 0.9 > undated.certainty


def test_a_present_of_another_item_is_not_accused() -> None:
    text = "The number of children in our care is now 430."
    assert _said(text) == [("level", "contradicts")]
    assert _said(text, item="8") == [("level", "cannot_verify")]


def test_below_the_neighbours_needs_a_named_column() -> None:
    text = "The rate of children in our care is {} the statistical neighbour average of 101."
    assert _said(text.format("below")) == [("comparison", "agrees")]
    assert _said(text.format("above")) == [("comparison", "contradicts")]
    assert _said("The rate of children in our care is below the England average of 71.") == [
        ("comparison", "cannot_verify")
    ]


def test_a_rank_over_more_months_than_are_printed_is_left_open() -> None:
    text = "The rate of children in our care is 94, the lowest for {} months."
    assert _said(text.format(12))[-1] == ("rank", "agrees")
    assert _said(text.format(24))[-1] == ("rank", "cannot_verify")


def test_what_is_close_to_a_target_only_by_projection_is_not_held_against_today() -> None:
    text = (
        "At this rate, the number of children in our care would be 440 by March, "
        "close to our target of 300."
    )
    assert "contradicts" not in [v for _, v in _said(text, care="300")]


def test_a_denial_is_not_read_as_its_opposite() -> None:
    assert _said("The number of children in our care is not 450.") == [("level", "cannot_verify")]
