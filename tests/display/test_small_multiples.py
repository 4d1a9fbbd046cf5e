"""A theme as small charts: one picture, one scale where that is fair."""

import pytest

from briefing.display.small_multiples import MOST, grid_chart, small_multiples
from briefing.model.trend import Trend
from display.making import in_care, referrals, series, target, trend, visits
from display.reading import collisions, outside, texts


def theme(number: int) -> list[Trend]:
    return [
        trend(
            series(
                [60 + (i * n) % 35 for i in range(13)], name=f"Visits of team {'ABCDEFGH'[n % 8]}"
            ),
            goal=target(95),
        )
        for n in range(number)
    ]


def test_percentages_share_a_scale_and_the_subtitle_says_so() -> None:
    chart = grid_chart(theme(7), title="Visits")
    said = [t.text for t in texts(chart.svg)]
    assert any(line.startswith("All on one scale, ") for line in said)
    assert sum(line == "95%" or line.endswith("at least") for line in said) >= 7
    assert collisions(chart.svg) == [] and outside(chart.svg) == []
    assert chart.svg == grid_chart(theme(7), title="Visits").svg


def test_measures_of_different_units_keep_their_own_scales() -> None:
    chart = grid_chart([visits(), referrals(), in_care()], title="All")
    assert any(t.text.startswith("Each has a scale of its own") for t in texts(chart.svg))
    with pytest.raises(ValueError, match="different units"):
        grid_chart([visits(), referrals()], title="All", shared=True)


def test_counts_far_apart_keep_their_own_scales() -> None:
    few = trend(series((1, 2, 3), unit="count"))
    many = trend(series((100, 200, 300), unit="count"))
    chart = grid_chart([few, many], title="Counts")
    assert any(t.text.startswith("Each has") for t in texts(chart.svg))


def test_a_large_theme_is_spread_over_pictures_by_whole_rows() -> None:
    blocks = list(small_multiples(theme(16), title="Visits"))
    assert [block["type"] for block in blocks] == ["figure"] * 2
    assert [block["alt"].count("August 2024") for block in blocks] == [9, 7]
    assert "Visits, continued" in blocks[1]["alt"]
    assert len(list(small_multiples(theme(MOST), title="Visits"))) == 1


def test_nothing_to_draw() -> None:
    assert list(small_multiples([trend(series((None,)))], title="Empty")) == []
    with pytest.raises(ValueError, match="nothing to draw"):
        grid_chart([], title="Empty")


def test_last_values_and_targets_are_handed_on() -> None:
    (block,) = small_multiples([visits()], title="Visits")
    assert {"85%", "95%"} <= {entry["text"] for entry in block["figures"]}
    assert "100%" in block["axis"]
