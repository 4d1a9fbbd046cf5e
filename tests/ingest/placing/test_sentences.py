"""A sentence that states a figure of a measure with its month places it, or nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.ingest.placing.sentences import by_sentence, sentences
from ingest.placing.making import MONTHS, line, opened, placed

LATE = "Rate of late visits per 10,000"
CALLS = "Number of calls answered"
SHORT = {LATE: "11 12 14 15 16 20", CALLS: "1 2 3 4 5 6 9"}


def told(sentence: str, rows: dict[str, str] | None = None) -> dict[str, str]:
    """What the first row is certain of after one sentence about it."""
    made = opened(rows or SHORT, "target")
    told = by_sentence(made, [(sentence, line(sentence)), ("It rained.", line("It rained."))])
    assert told is any(row.evidence for row in made)
    return placed(made[0])


@pytest.mark.parametrize(
    "said",
    [
        "The rate of late visits fell to 14 in April 2031.",
        "The rate of late visits was 14% in April 2031.",
        "The rate of late visits was 14 in April.",
        "In April 2031, the rate of late visits fell from its peak; for April 2031 at 14.",
        "The rate of late visits in April 2031 was 14.",
        "The rate of late visits during April, saw 14 again.",
        "The rate of late visits: April 2031 stood at 14.",
    ],
)
def test_a_figure_with_its_month_is_placed_with_all_behind_it(said: str) -> None:
    assert told(said) == {"2031-04": "14", "2031-05": "15", "2031-06": "16", "target": "20"}


@pytest.mark.parametrize(
    "said",
    [
        "The rate of late visits fell to 14 in April 2030.",
        "The rate of late visits fell to 3.14 in April 2031.",
        "The rate of late visits fell to 17 in April 2031.",
        "The rate of late visits is 14 for April 2031.",
        "The rate of late visits in April 2031 was 14/20.",
        "The number of calls answered fell to 14 in April 2031.",
        "The rate of bins fell to 14 in April 2031.",
        "Visits and calls came to 14 in April 2031.",
        "Late visits fell to 14 in April 2031.",
        "The rate of late visits fell to 14 in Aprilia.",
        "The rate of late visits fell to 14 in December 2031.",
    ],
)
def test_a_figure_of_another_month_measure_or_value_places_nothing(said: str) -> None:
    assert told(said) == {}


def test_a_figure_printed_twice_needs_its_year() -> None:
    rows = {LATE: "14 12 14 15 16 20", CALLS: SHORT[CALLS]}
    assert told("The rate of late visits fell to 14 in April.", rows) == {}
    assert "2031-04" in told("The rate of late visits fell to 14 in April 2031.", rows)


def test_the_evidence_names_the_page_that_councillors_see() -> None:
    said = "The rate of late visits fell to 14 in April 2031."
    for printed, place in (("12", "Page 12"), ("", "The text beside the table")):
        (row, *others) = opened(SHORT, "target")
        assert by_sentence([row, *others], [(said, line(said, printed=printed))])
        assert row.evidence[2] == f"{place} states 14 for April 2031"
        assert not by_sentence([row, *others], [(said, line(said))])
    (row, *others) = opened(SHORT, "target")
    said = "The rate of late visits fell to 14 in April."
    assert by_sentence([row, *others], [(said, line(said))])
    assert row.evidence[2].endswith("states 14 for April")


def test_figures_with_thousands_are_the_same() -> None:
    rows = {"Number of late visits": "1011 1012 1014 1015 1016 20", CALLS: SHORT[CALLS]}
    said = "The number of late visits fell to 1,014 in April 2031."
    assert "2031-04" in told(said, rows)


def test_two_figures_of_one_sentence_settle_a_row() -> None:
    rows = {"Late visits": "11 12 14 15 16", CALLS: SHORT[CALLS]}
    said = "Late visits rose from 12 in February 2031 to 14 in April 2031."
    made = opened(rows, "target")
    assert by_sentence(made, [(said, line(said))])
    assert list(placed(made[0])) == ["2031-01", "2031-02", "2031-04"]


def test_a_row_may_be_known_by_its_figures_and_two_words_of_its_name() -> None:
    rows = {"Plans of late visits signed": "11 12 14 15 16 20", CALLS: SHORT[CALLS]}
    said = "Of the visits, late as ever, there were 12 in February 2031 and 14 in April 2031."
    assert "2031-04" in told(said, rows)
    assert told(said.replace("late", "slow"), rows) == {}
    assert told(said.replace("12 in February 2031 and ", ""), rows) == {}
    assert told(said.replace("12", "13"), rows) == {}
    twin = {**rows, "Bins of late visits signed": "11 12 14 15 16 20"}
    assert told(said, twin) == {}


def test_a_sentence_that_names_two_rows_alike_is_of_none() -> None:
    rows = {"Rate of late visits north": "11 12 14 15 16 20",
            "Rate of late visits south": "11 12 14 15 16 20"}  # fmt: skip
    said = "The rate of late visits fell to 14 in April 2031."
    made = opened(rows, "target")
    assert not by_sentence(made, [(said, line(said))])
    assert told("The rate of late visits north fell to 14 in April 2031.", rows) != {}


def test_three_words_in_a_row_are_enough_of_a_long_name() -> None:
    rows = {"Rate of late visits paid on foot": SHORT[LATE], CALLS: SHORT[CALLS]}
    assert told("The rate of late visits fell to 14 in April 2031.", rows) != {}


def test_the_last_months_of_a_year_are_told_apart() -> None:
    autumn = ("2031-07", "2031-08", "2031-09", "2031-10", "2031-11", "2031-12")
    made = opened(SHORT, "target", periods=autumn)
    said = "The rate of late visits fell to 14 in October 2031."
    assert by_sentence(made, [(said, line(said))])
    assert list(placed(made[0]))[:2] == ["2031-10", "2031-11"]


def test_a_name_of_two_words_must_be_said_whole() -> None:
    rows = {"Late visits": "11 12 14 15 16 20", CALLS: SHORT[CALLS]}
    assert told("Late visits fell to 14 in April 2031.", rows) != {}
    assert told("Visits fell to 14 in April 2031.", rows) == {}
    assert told("Visits fell to 14 in April 2031.", {**rows, "Visits": "1 2 3 4 5 6 7"}) == {}


def test_quarters_are_no_months() -> None:
    quarters = ("2030-Q2", "2030-Q3", "2030-Q4", "2031-Q1", "2031-Q2", "2031-Q3")
    made = opened(SHORT, "target", periods=quarters)
    said = "The rate of late visits fell to 14 in April 2031."
    assert not by_sentence(made, [(said, line(said))])


@pytest.mark.parametrize(
    "said",
    [
        "The June 2031 data on the rate of late visits is not available until July.",
        "For the rate of late visits, June's figures are not yet available.",
        "For the rate of late visits, June’s figure is not available.",
    ],
)
def test_a_month_that_is_not_available_yet_is_empty(said: str) -> None:
    made = opened(SHORT, "target")
    assert by_sentence(made, [(said, line(said, printed="7"))])
    assert list(placed(made[0])) == [*MONTHS[:5], "target", "2031-06"]
    last = made[0].closed().cells[-1]
    assert (last.raw, last.status) == ("", "missing")
    assert last.evidence == "Page 7 states that the figure for June is not available yet"
    assert made[0].proved


def test_what_is_not_available_of_a_month_without_a_column_places_nothing() -> None:
    said = "The July data on the rate of late visits is not available."
    assert told(said) == {}


GAP = {LATE: "11 12 14 15 16 20 - 19", CALLS: "1 2 3 4 5 6 9 - 8"}
NOW = "The rate of late visits is now 16, below our target of 20."


def level(sentence: str, figures: str = GAP[LATE]) -> dict[str, str]:
    made = opened({LATE: figures, CALLS: GAP[CALLS]}, "target", "floor", "comparator")
    row = made[0]
    row.narrow(lambda way: way[-3:] == (7, 8, 9), "its shape")
    by_sentence(made, [(sentence, line(sentence, printed="3"))])
    return placed(row)


@pytest.mark.parametrize("now", ["is now", "remains", "is currently", "at present is", "stands at"])
def test_a_level_now_beside_the_target_of_the_row_is_of_the_latest_month(now: str) -> None:
    assert level(NOW.replace("is now", now)) == {
        "2031-06": "16",
        "target": "20",
        "floor": "-",
        "comparator": "19",
    }


def test_the_evidence_of_a_level_now_says_why() -> None:
    made = opened(GAP, "target", "floor", "comparator")
    made[0].narrow(lambda way: way[-3:] == (7, 8, 9), "its shape")
    assert by_sentence(made, [(NOW, line(NOW, printed="3"))])
    assert made[0].settled is made[0].proved
    assert made[0].evidence[4] == (
        "Page 3 states 16 as the level now, beside the target of 20 that stands behind it in this"
        " row; the periods end with June 2031"
    )


@pytest.mark.parametrize(
    "said",
    [
        NOW.replace("is now", "was"),
        NOW.replace("20", "21"),
        NOW.replace("16", "15"),
        NOW.replace("16", "1/16"),
        NOW.replace("now", "now, in March,"),
        NOW.replace("late visits", "bins"),
        NOW.replace(", below our target of 20", ""),
    ],
)
def test_a_level_of_another_time_or_target_places_nothing(said: str) -> None:
    assert "2031-06" not in level(said)


@pytest.mark.parametrize("at", [1, 6])
def test_a_level_now_needs_months_that_are_known(at: int) -> None:
    made = opened(GAP, "target", "floor", "comparator")
    heads = list(made[0].table.columns)
    heads[at] = replace(heads[at], period=None)
    made[0].table = replace(made[0].table, columns=tuple(heads))
    made[0].narrow(lambda way: way[-3:] == (7, 8, 9), "its shape")
    assert not by_sentence(made[:1], [(NOW, line(NOW))])


def test_a_level_now_needs_months_that_run_forward() -> None:
    made = opened(GAP, "target", "floor", "comparator", periods=MONTHS[::-1])
    made[0].narrow(lambda way: way[-3:] == (7, 8, 9), "its shape")
    assert not by_sentence(made, [(NOW, line(NOW))])


def test_a_level_now_that_settles_its_row_proves_it() -> None:
    made = opened({LATE: "12 13 14 15 16 20", CALLS: SHORT[CALLS]}, "target")
    made[0].narrow(lambda way: way[-1] == 7 and (1 not in way or 6 not in way), "its shape")
    assert by_sentence(made, [(NOW, line(NOW))])
    assert made[0].proved


def test_a_level_that_is_the_target_itself_places_nothing() -> None:
    assert "2031-06" not in level(NOW.replace("16", "20"), GAP[LATE].replace("16", "20"))


def test_a_figure_of_a_month_goes_before_the_level_beside_a_target() -> None:
    said = "The rate of late visits is now 16, and was 14 in April 2031, against a target of 20."
    assert list(level(said)) == ["2031-04", "2031-05", "2031-06", "target", "floor", "comparator"]


def test_sentences_are_cut_where_they_end() -> None:
    lines = [
        line("One ends here. Two goes on over", number=1),
        line("the line; Three is short", number=2),
        line("", number=3),
        line("• four, and the fifth thing • six", number=4),
        line("• seven", number=5),
    ]
    assert [(said, at.number) for said, at in sentences(lines)] == [
        ("One ends here.", 1),
        ("Two goes on over the line;", 1),
        ("Three is short", 1),
        ("four", 4),
        ("the fifth thing", 4),
        ("six", 4),
        ("seven", 5),
    ]


def test_a_long_line_in_the_middle_of_a_sentence_goes_on_behind_an_empty_one() -> None:
    long = "a line that runs on to the very edge of its page, and which is"
    whole = [said for said, _ in sentences([line(long), line(""), line("not over")])]
    assert whole == [f"{long} not over"]
    ended = [said for said, _ in sentences([line(f"{long}."), line(""), line("not over")])]
    assert ended == [f"{long}.", "not over"]
    short = [said for said, _ in sentences([line("a short line"), line(""), line("not over")])]
    assert short == ["a short line", "not over"]
    exactly = "x" * 60
    assert len(list(sentences([line(exactly), line(""), line("not over")]))) == 1
    assert len(list(sentences([line(exactly[1:]), line(""), line("not over")]))) == 2
    unbroken = [said for said, _ in sentences([line("a"), line("b"), line(""), line("c")])]
    assert unbroken == ["a b", "c"]
    assert list(sentences([])) == []
