"""Titles: the judgement that the trend carries, and no comparison of two points beside one."""

from briefing.display.titles import finding
from display.making import in_care, referrals, series, target, trend, visits


def test_a_target_out_of_reach_comes_first() -> None:
    assert finding(visits()).text == (
        "Target of at least 95% out of reach as things stand: 85% in August 2024"
    )


def test_a_target_that_is_reliably_met() -> None:
    steady = trend(
        series((98, 99, 97)),
        mean="98",
        limits=("96", "100"),
        variation="common_cause",
        goal=target(90),
        assurance="consistently_passes",
    )
    assert finding(steady).text == "Target of at least 90% reliably met: 97% in October 2023"


def test_ordinary_variation_is_called_no_unusual_change() -> None:
    plain = trend(series((80, 90, 85)), mean="85", limits=("70", "99"), variation="common_cause")
    assert finding(plain).text == "85% in October 2023: no unusual change"
    aimed = trend(
        series((80, 90, 85)),
        mean="85",
        limits=("70", "99"),
        variation="common_cause",
        goal=target(90),
        assurance="hit_and_miss",
    )
    assert finding(aimed).text == (
        "85% in October 2023: target of at least 90% not met; no unusual change"
    )


def test_a_neutral_special_cause_is_neither_good_nor_bad() -> None:
    text = finding(referrals()).text
    assert text == "Unusually low: 156 in August 2024"


def test_concern_and_improvement_say_which_way() -> None:
    for variation, way, words in (
        ("concern", "low", "Unusually low, a concern: 40% in October 2023"),
        ("improvement", "high", "Unusually high, an improvement: 40% in October 2023"),
        ("concern", "", "An unusual change for the worse: 40% in October 2023"),
    ):
        special = trend(
            series((80, 90, 40)),
            mean="70",
            limits=("50", "90"),
            variation=variation,
            direction=way,
            flagged=1,
        )
        assert finding(special).text == words


def test_a_series_that_may_not_be_judged_is_set_beside_the_year_before() -> None:
    assert finding(in_care()).text == "Down from 103 to 94 in a year; target of at most 87 not met"


def test_the_same_value_a_year_before() -> None:
    same = trend(series((5, *[6] * 11, 5), unit="count", measure_type="stock"))
    assert finding(same).text == "5 in August 2024, the same as a year before"


def test_without_anything_to_set_it_beside_the_level_stands_alone() -> None:
    assert finding(trend(series((7,), unit="count"))).text == "7 in August 2023"


def test_a_target_of_unknown_direction_is_not_judged() -> None:
    unclear = trend(series((7,), unit="count"), goal=target(5, "unknown", "count"))
    assert finding(unclear).text == "7 in August 2023; target 5, direction not stated"


def test_no_figure_at_all() -> None:
    assert finding(trend(series((None,)))).text == "No figure that the papers place in time"
