"""Text alternatives: level, judgement, target, comparators; every number a figure."""

import re

import pytest

from briefing.display.alt_text import describe, describe_theme
from briefing.display.trend_chart import trend_chart
from briefing.model import Sentence
from briefing.model.trend import Trend
from display.making import in_care, referrals, series, trend, visits


def test_a_measure_in_ordinary_variation() -> None:
    assert describe(visits()).text == (
        "Line chart of Visits to children in care made in time, August 2023 to August 2024: 85% "
        "in August 2024, up from 83% in August 2023. Changes from one period to the next are "
        "within ordinary variation. Target of at least 95% not met, 13 months running; the "
        "target cannot be expected to be met as things stand."
    )


def test_a_neutral_exception_with_comparators() -> None:
    text = describe(referrals()).text
    assert "down from 263 in August 2023. Unusually low, which is neither good nor bad" in text
    assert text.endswith("For comparison: England 195 (2022/23).")


def test_a_series_that_is_not_judged_points_to_the_caption_for_the_reason() -> None:
    chart = trend_chart(in_care())
    assert "No judgement is made; the caption says why." in chart.alt.text
    assert any(note.text.startswith("Not judged: each figure") for note in chart.caption)


@pytest.mark.parametrize("shown", [visits(), referrals(), in_care()])
def test_three_sentences_at_most(shown: Trend) -> None:
    assert len(re.findall(r"\.(?: |$)", describe(shown).text)) <= 3


@pytest.mark.parametrize("shown", [visits(), referrals(), in_care()])
def test_every_number_is_a_figure_a_period_or_a_name(shown: Trend) -> None:
    sentence = describe(shown)
    known = " ".join(f.text for f in sentence.figures) + " " + shown.series.indicator.name
    known += " August 2022 2023 2024 2022/23 March 2025"
    for number in re.findall(r"\d[\d,./]*\d|\d", sentence.text):
        assert number in known


def test_a_series_without_a_point() -> None:
    assert "no figure" in describe(trend(series((None,)))).text


def test_a_theme_names_each_measure_once_with_its_outcome() -> None:
    text = describe_theme([visits(), referrals()], Sentence("Visits")).text
    assert text == (
        "Small line charts of Visits. Visits to children in care made in time 85% in August 2024, "
        "target of at least 95% not met; Referrals to children's services 156 in August 2024, "
        "unusually low."
    )
