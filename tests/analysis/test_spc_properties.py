"""What holds of every chart, whatever its values."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from analysis.samples import series
from briefing.analysis import judge, process_limits, special_causes
from briefing.model.trend import RULES

whole = st.lists(st.integers(-40, 40), min_size=2, max_size=30)
positive = st.lists(st.integers(0, 100), min_size=12, max_size=24)


@given(whole, st.booleans())
def test_limits_contain_the_mean_and_the_two_sigma_lines(values: list[int], screen: bool) -> None:
    lines = process_limits(values, screen=screen)
    assert lines.lower <= lines.lower_two_sigma <= lines.mean
    assert lines.mean <= lines.upper_two_sigma <= lines.upper
    assert min(values) <= lines.mean <= max(values)


@given(whole)
def test_screened_limits_are_never_wider(values: list[int]) -> None:
    screened, every = process_limits(values), process_limits(values, screen=False)
    assert screened.upper <= every.upper
    assert screened.mean == every.mean


@given(whole, st.integers(-1000, 1000), st.fractions(Fraction(1, 50), 50))
def test_shifting_and_scaling_change_no_rule(
    values: list[int], shift: int, scale: Fraction
) -> None:
    moved = [v * scale + shift for v in values]
    assert special_causes(moved, process_limits(moved)) == special_causes(
        values, process_limits(values)
    )


@given(whole)
def test_a_mirrored_series_breaks_the_same_outer_rules_on_the_other_side(
    values: list[int],
) -> None:
    mirrored = [-v for v in values]
    pairs = zip(
        special_causes(values, process_limits(values)),
        special_causes(mirrored, process_limits(mirrored)),
        strict=True,
    )
    other = {"above": "below", "below": "above", "": ""}
    for cause, mirror in pairs:
        assert cause.rules == mirror.rules
        assert other[cause.side] == mirror.side


@given(st.integers(-100, 100), st.integers(2, 30))
def test_a_constant_series_never_signals(value: int, count: int) -> None:
    values = [value] * count
    assert not any(c.rules for c in special_causes(values, process_limits(values)))


@given(whole)
def test_rules_come_in_their_order_and_have_a_direction(values: list[int]) -> None:
    for cause in special_causes(values, process_limits(values)):
        assert list(cause.rules) == [r for r in RULES if r in cause.rules]
        assert bool(cause.direction) == bool(cause.rules)


@given(whole)
def test_the_values_are_left_as_they_were(values: list[int]) -> None:
    before = list(values)
    special_causes(values, process_limits(values))
    assert values == before


@given(positive)
def test_reversing_polarity_swaps_improvement_and_concern(values: list[int]) -> None:
    swapped = {"improvement": "concern", "concern": "improvement"}
    high = judge(series(values, unit="rate_per_10000", polarity="high"))
    low = judge(series(values, unit="rate_per_10000", polarity="low"))
    for one, other in zip(high.points, low.points, strict=True):
        assert swapped.get(one.judgement, one.judgement) == other.judgement
    assert high.limits == low.limits


@given(positive)
def test_a_neutral_indicator_is_never_better_or_worse(values: list[int]) -> None:
    trend = judge(series(values, unit="rate_per_10000", polarity="neutral"))
    assert {p.judgement for p in trend.points} <= {"", "common_cause", "high", "low"}
    assert trend.assurance == ""


@given(positive)
def test_judging_leaves_the_series_as_it_was_and_gives_the_same_twice(values: list[int]) -> None:
    one, same = series(values), series(values)
    assert judge(one) == judge(one)
    assert one == same
