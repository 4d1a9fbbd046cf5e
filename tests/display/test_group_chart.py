"""Several series in one chart."""

import pytest

from briefing.display.group_chart import group_chart
from briefing.display.style import SIZES
from briefing.model import Sentence
from briefing.model.trend import Trend
from display.making import figure, series, trend
from display.reading import collisions, outside, texts

YEARS = ["2020", "2021", "2022", "2023"]


def offences() -> list[Trend]:
    rows = {"Drugs": (9, 14, 12, 11), "Robbery": (10, 12, None, 12), "Violence": (40, 55, 52, 48)}
    return [
        trend(
            series(
                values,
                periods=YEARS,
                unit="count",
                name="Offences",
                polarity="low",
                measure_type="year",
                breakdown=group,
            )
        )
        for group, values in rows.items()
    ]


@pytest.mark.parametrize("size", SIZES)
def test_every_group_is_named_beside_its_line(size: str) -> None:
    svg = group_chart(offences(), size=size).svg
    said = " ".join(t.text for t in texts(svg))
    assert all(label in said for label in ("Drugs 11", "Robbery 12", "Violence 48"))
    assert collisions(svg) == [] and outside(svg) == []
    assert svg == group_chart(offences(), size=size).svg


def test_it_says_first_and_last_of_each_group() -> None:
    chart = group_chart(offences())
    assert chart.title.text == "Violence from 40 in 2020 to 48 in 2023"
    assert "Drugs from 9 in 2020 to 11 in 2023; Robbery from 10" in chart.alt.text
    assert "Robbery: no certain figure for 2022." in [note.text for note in chart.caption]


def test_a_title_can_be_given() -> None:
    assert group_chart(offences(), title=Sentence("Fewer offences")).title.text == "Fewer offences"


def test_measures_of_one_unit_may_share_a_chart() -> None:
    homes = series((260, 250, 240), periods=YEARS[:3], unit="count", name="Foster households")
    places = series((480, 470, 450), periods=YEARS[1:], unit="count", name="Foster places")
    text = group_chart([trend(homes), trend(places)]).alt.text
    assert "Foster households and Foster places, 2020 to 2023" in text


def test_units_do_not_mix_and_groups_have_an_end() -> None:
    mixed = [trend(series((1, 2), unit="count")), trend(series((1, 2)))]
    with pytest.raises(ValueError, match="different units"):
        group_chart(mixed)
    with pytest.raises(ValueError, match="one to 6 series"):
        group_chart([trend(series((1, 2)))] * 7)
    with pytest.raises(ValueError, match="not 0"):
        group_chart([trend(series((None,), unplaced=(figure(1),)))])
