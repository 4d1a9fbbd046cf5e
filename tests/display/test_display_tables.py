"""Tables of trends: each judgement once, the figures behind them attached."""

import csv
import io
from typing import Any

from briefing.display.attachments import to_csv
from briefing.display.plain import text_of
from briefing.display.tables import exceptions_table, full_table, observations_table
from briefing.model.trend import Trend
from display.making import in_care, referrals, series, target, trend, visits


def cells(row: list[dict[str, Any]]) -> list[str]:
    return [text_of(cell.get("runs", [])).replace("\u00a0", " ") for cell in row]


def attached(block: dict[str, Any]) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(block["attach"]["csv"])))


def test_an_exception_in_one_row() -> None:
    (block,) = exceptions_table([visits()])
    assert cells(block["rows"][0]) == [
        "Visits to children in care made in time",
        "85% in Aug 24",
        "83%",
        "at least 95%: not met, 13 months running",
        "Ordinary variation; short of the target as things stand",
    ]
    row = block["rows"][0]
    assert row[0]["header"] and row[1]["svg"]
    assert (row[3]["icon"], row[4]["icon"]) == ("target-not-met", "common-cause")


def test_a_judgement_is_said_once_with_its_tone() -> None:
    (block,) = exceptions_table([referrals()])
    row = block["rows"][0]
    assert cells(row)[4] == "Unusually low"
    assert row[4]["tone"] == "neutral"
    assert cells(row)[3].startswith("England 195")


def test_what_is_not_judged_says_why() -> None:
    (block,) = exceptions_table([in_care()])
    assert cells(block["rows"][0])[4] == "Not judged: each figure is the position on one day"
    assert cells(block["rows"][0])[3] == "at most 87 by Mar 25: not yet met"


def test_at_most_twelve_rows() -> None:
    (block,) = exceptions_table([visits()] * 20)
    assert len(block["rows"]) == 12


def test_no_table_without_rows() -> None:
    assert list(exceptions_table([])) == []
    assert list(exceptions_table([trend(series((None,)))])) == []
    assert list(full_table([])) == []
    assert list(observations_table([])) == []


def test_the_full_table_is_grouped_by_theme() -> None:
    other = trend(series((1, 2, 3), unit="count", name="Staff"))
    themed = [_themed(visits(), "Visits"), _themed(other, ""), _themed(referrals(), "Visits")]
    (block,) = full_table(themed)
    assert block["groups"] == {"0": "Visits", "2": "Other measures"}
    assert [cells(row)[0][:6] for row in block["rows"]] == ["Visits", "Referr", "Staff"]
    assert cells(block["rows"][0])[6:] == [
        "83.0%; 76.4% to 89.7%",
        "Ordinary variation; short of the target as things stand",
        "60",
    ]
    assert block["style"] == "dense"


def _themed(shown: Trend, theme: str) -> Trend:
    from dataclasses import replace

    indicator = replace(shown.series.indicator, theme=theme)
    return replace(shown, series=replace(shown.series, indicator=indicator))


def test_a_measure_without_a_figure_says_so_and_not_nought() -> None:
    (block,) = full_table([trend(series((None, None)))])
    assert cells(block["rows"][0])[1:4] == [
        "no figure with a certain period",
        "no figure",
        "no figure",
    ]


def test_the_attached_rows_name_their_sources() -> None:
    (block,) = exceptions_table([visits()])
    rows = attached(block)
    assert len(rows) == 13
    assert rows[-1] | {"period": "2024-08", "value": "85", "printed_page": "60"} == rows[-1]
    assert (rows[-1]["observation"], rows[-1]["document"]) == ("row/2024-08", "pack")
    assert block["attach"]["description"]


def test_figures_of_shared_periods_stand_side_by_side() -> None:
    years = ["2021", "2022", "2023"]
    groups = [
        series(v, periods=years, unit="count", name="Offences", breakdown=g)
        for g, v in (("Drugs", (9, None, 7)), ("Robbery", (4, 5, 6)))
    ]
    (block,) = observations_table(groups)
    assert [c["text"] for c in block["columns"]] == ["Group", "2021", "2022", "2023"]
    assert cells(block["rows"][0]) == ["Drugs", "9", "no figure", "7"]
    assert text_of(block["caption"]).startswith("Offences (")


def test_several_measures_keep_their_names_and_places() -> None:
    years = ["2021", "2022", "2023"]
    two = [
        series((1, 2, 3), periods=years, unit="count", name=name) for name in ("Homes", "Places")
    ]
    (block,) = observations_table(two)
    assert block["columns"][0]["text"] == "Measure"
    assert [cells(row)[0] for row in block["rows"]] == ["Homes", "Places"]


def test_single_figures_stand_one_a_row() -> None:
    one = series((7,), periods=["2024-08"], unit="count", name="Foster homes")
    two = trend(series((8, 9), periods=["2023", "2024"], unit="count", name="Places"))
    (block,) = observations_table([one, two])
    assert [cells(row)[1:3] for row in block["rows"]] == [
        ["August 2024", "7"],
        ["2023", "8"],
        ["2024", "9"],
    ]


def test_a_csv_holds_no_formula() -> None:
    text = to_csv(["a"], [["=1+1"], ["@x"], ["-5"], ["+4.2%"], ["-"], ["- x"], ["plain"]])
    assert text.splitlines()[1:] == ["'=1+1", "'@x", "-5", "+4.2%", "-", "'- x", "plain"]


def test_second_hand_figures_are_called_so() -> None:
    heard = trend(series((1, 2, 3), unit="count", second_hand=True))
    (block,) = exceptions_table([heard])
    assert cells(block["rows"][0])[0].endswith("(second-hand)")
    assert attached(block)[0]["second_hand"] == "yes"


def test_a_dated_target_shows_its_date() -> None:
    from briefing.model import Period

    dated = trend(series((90,)), goal=target(95, due=Period("2025-03")))
    (block,) = full_table([dated])
    assert cells(block["rows"][0])[4] == "at least 95% by Mar 25"


def test_a_single_measure_is_named_once() -> None:
    one = series((7, 8), periods=["2024-07", "2024-08"], unit="count", name="Foster homes")
    long = series(tuple(range(13)), unit="count", name="Foster homes")
    (block,) = observations_table([long])
    assert text_of(block["caption"]).startswith("Foster homes")
    assert block["columns"][0]["text"] == "Period"
    assert block["rows"][0][0]["header"]
    assert observations_table([one])
