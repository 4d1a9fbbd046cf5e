"""Each kind of signal on a small view made for it."""

from __future__ import annotations

import pytest

from briefing.ingest.measures.match import NOT_CONFIRMED as AS_READ_IN
from briefing.model.series import NOT_CONFIRMED
from briefing.questions import Signal, detect
from briefing.questions.signals.current import current
from questions.samples import JULY, MEETING, VISITS, Papers, performance


def test_what_reading_papers_writes_is_what_judging_looks_for() -> None:
    assert AS_READ_IN == NOT_CONFIRMED


def found(papers: Papers, kind: str) -> list[Signal]:
    return [s for s in detect(papers) if s.kind == kind]


def kinds(papers: Papers) -> set[str]:
    return {s.kind for s in detect(papers)}


def test_a_target_that_the_process_cannot_meet() -> None:
    papers = performance().measure("visits-in-time", VISITS, target=95)
    (signal,) = found(papers, "cannot-meet-target")
    assert signal.evidence.text == (
        "Visits in time: 85% in August 2031, target at least 95%, not met in any of the 13 months "
        "shown; as the process stands, its usual range lies short of the target. Its "
        "month-to-month "
        "changes are ordinary variation: the level is the point, not the last month."
    )
    assert signal.rows[0] == f"{MEETING}/performance/visits-in-time-{2031 * 12 + 7}"
    assert signal.citations[0].text == "item 9, Performance, page 46"


def test_a_target_missed_for_three_months_and_not_for_two() -> None:
    met = (90, 96, 91, 97, 92, 96, 93, 97, 92, 96)
    missed = performance().measure("visits-in-time", (*met, 94, 93, 94), target=95)
    assert [s.signal for s in found(missed, "target-missed")] == ["target-missed-visits-in-time"]
    brief = performance().measure("visits-in-time", (*met, 96, 93, 94), target=95)
    assert not found(brief, "target-missed")


def test_a_target_met_for_months_goes_well_where_a_side_is_good() -> None:
    papers = performance().measure("visits-in-time", (97, 96, 98, 97) * 3 + (96,), target=95)
    (signal,) = found(papers, "target-met")
    assert signal.good
    assert "met in each of the 13 months shown" in signal.evidence.text


def test_a_target_met_on_a_neutral_measure_is_not_called_good() -> None:
    papers = performance().measure(
        "rate-of-referrals",
        range(760, 630, -10),
        name="Referrals per 10,000 children",
        unit="rate_per_10000",
        polarity="neutral",
        measure_type="rolling_12_months",
        target=650,
        direction="at_most",
    )
    (signal,) = found(papers, "target-met-neutral")
    assert not signal.good
    assert signal.evidence.text == (
        "The rate of referrals: 640 per 10,000 in August 2031 (760 per 10,000 a year before), "
        "within the target of at most 650 per 10,000. Neither more nor less is good in itself."
    )
    assert "target-met" not in kinds(papers)
    assert not kinds(papers) & {"worse-than-last-year", "better-than-last-year"}


@pytest.mark.parametrize(("last", "kind"), [(60, "concern"), (99, "improvement")])
def test_special_cause_for_the_worse_and_for_the_better(last: int, kind: str) -> None:
    papers = performance().measure("visits-in-time", (*VISITS[:12], last))
    (signal,) = found(papers, kind)
    assert "beyond ordinary variation" in signal.evidence.text
    assert signal.good is (kind == "improvement")


def test_ordinary_variation_is_no_special_cause() -> None:
    assert not kinds(performance().measure("visits-in-time", VISITS)) & {"concern", "improvement"}


def test_a_dated_ambition_that_the_pace_does_not_reach() -> None:
    papers = performance().measure(
        "rate-of-children-in-care",
        (103, 103, 101, 102, 102, 99, 99, 98, 97, 98, 96, 95, 94),
        name="Children in care per 10,000",
        unit="rate_per_10000",
        polarity="neutral",
        measure_type="stock",
        target=87,
        direction="at_most",
        due="2032-03",
        kind="ambition",
    )
    (signal,) = found(papers, "ambition")
    assert "at most 87 per 10,000 by March 2032" in signal.evidence.text
    assert "end at about 89 per 10,000" in signal.evidence.text
    assert (
        "It fell by 0.75 a month on average; a fall of 1 a month is needed" in signal.evidence.text
    )


def test_an_ambition_on_course_is_no_signal() -> None:
    papers = performance().measure(
        "rate-of-children-in-care",
        range(106, 93, -1),
        unit="rate_per_10000",
        polarity="neutral",
        measure_type="stock",
        target=87,
        direction="at_most",
        due="2032-03",
        kind="ambition",
    )
    assert "ambition" not in kinds(papers)


def expected(set_by: str = "the panel, 8 August 2031") -> Papers:
    """Three measures of which two stand below what the panel expects in August 2031."""
    papers = performance()
    levels = {"visits-cp-4-weeks": 96, "visits-cwd-in-time": 82, "supervision-cp": 83}
    for slug, last in levels.items():
        papers.measure(slug, (91,) * 11 + (92, last), table=slug.partition("-")[0])
        papers.target(slug, 90, kind="expectation", table="", meeting=JULY, set_by=set_by)
    return papers


def test_an_expectation_of_the_panel_says_whose_when_and_that_it_begins() -> None:
    (signal,) = found(expected(), "expectation")
    assert signal.evidence.text == (
        "The panel minuted on 8 August 2031 that it expects 90% and above. In August 2031, 2 of "
        "the 3 measures that are counted under it here stood below (1 of 2 in Visits, 1 of 1 in "
        "Supervision). The same count was 0 in July 2031 and 0 in August 2030. August 2031 is the "
        "first month since it was stated, and so a baseline."
    )
    assert signal.headline.text.startswith("2 of the 3 measures of visits and supervision")


def test_only_the_first_month_is_a_baseline() -> None:
    (signal,) = found(expected("the panel, 11 June 2031"), "expectation")
    assert "baseline" not in signal.evidence.text


def test_an_expectation_that_every_measure_meets_is_no_signal() -> None:
    papers = performance()
    for slug in ("visits-cp-4-weeks", "supervision-cp"):
        papers.measure(slug, (95, 96) * 6 + (95,))
        papers.target(slug, 90, kind="expectation", table="", meeting=JULY)
    assert "expectation" not in kinds(papers)


def compared(polarity: str, own: int, **cells: str) -> Papers:
    papers = performance().measure(
        "re-referrals-within-12-months", (20,) * 12 + (own,), polarity=polarity
    )
    for whose, value in (("statistical_neighbours", 22), ("england", 21)):
        papers.comparator("re-referrals-within-12-months", whose, value, **cells)
    return papers


def test_worse_than_neighbours_and_england_with_their_year() -> None:
    (signal,) = found(compared("low", 24, period="2029/30"), "worse-than-comparators")
    assert signal.evidence.text == (
        "Re referrals within 12 months: 24% in August 2031, against 22% for statistical neighbours "
        "(2029/30) and 21% for England (2029/30)."
    )


def test_a_comparator_that_was_inferred_is_said_to_be() -> None:
    (signal,) = found(compared("low", 24, identification="proposed"), "worse-than-comparators")
    assert "the papers do not name these columns" in signal.evidence.text


@pytest.mark.parametrize(
    ("polarity", "own", "identification"),
    [("neutral", 40, "named"), ("low", 40, "unknown"), ("high", 40, "named"), ("low", 21, "named")],
    ids=["neutral", "not identified", "better", "between"],
)
def test_never_worse_otherwise(polarity: str, own: int, identification: str) -> None:
    papers = compared(polarity, own, identification=identification)
    assert "worse-than-comparators" not in kinds(papers)


def test_better_than_both_goes_well() -> None:
    (signal,) = found(compared("low", 15), "better-than-comparators")
    assert signal.good


def test_a_gain_that_slipped_since_its_best_month() -> None:
    papers = performance().measure(
        "caseholders-with-20-or-more",
        (36, 37, 34, 43, 48, 44, 44, 41, 41, 32, 23, 27, 35),
        unit="count",
        polarity="low",
        measure_type="stock",
    )
    (signal,) = found(papers, "turned")
    assert signal.evidence.text == (
        "Caseholders with 20 or more: 35 in August 2031, from 23 in June 2031; a year before it "
        "was 36."
    )


def test_a_neutral_measure_turns_only_from_its_own_target() -> None:
    values = (38, 39, 40, 41, 40, 41, 41, 41, 43, 45, 46, 45, 43)
    plain = performance().measure(
        "council-foster-carers-percent", values, polarity="neutral", measure_type="stock"
    )
    assert "turned" not in kinds(plain)
    aimed = performance().measure(
        "council-foster-carers-percent",
        values,
        polarity="neutral",
        measure_type="stock",
        target=58,
    )
    (signal,) = found(aimed, "turned")
    assert "worse" not in signal.evidence.text


def test_a_marked_change_over_a_year_where_no_limits_judge() -> None:
    worse = performance().measure(
        "same-social-worker-6-months", range(74, 61, -1), measure_type="stock"
    )
    (signal,) = found(worse, "worse-than-last-year")
    assert "62% in August 2031, from 74% in August 2030" in signal.evidence.text
    judged = performance().measure("visits-in-time", (95, *VISITS[1:]))
    assert "worse-than-last-year" not in kinds(judged)


def test_yearly_figures_are_shown_whole_and_small_numbers_said_so() -> None:
    papers = performance().measure(
        "serious-youth-violence-offences",
        (2, 4, 2, 22),
        unit="count",
        polarity="low",
        measure_type="year",
        first="2027",
        breakdown="Violence",
    )
    (signal,) = found(papers, "yearly")
    assert signal.evidence.text == (
        "Serious youth violence offences (violence): 2 in 2027, 4 in 2028, 2 in 2029, 22 in 2030. "
        "Too few years are printed to judge a trend. The numbers are small."
    )


def test_a_month_that_is_missing_at_the_end() -> None:
    papers = performance().measure("visits-in-time", (*VISITS[:12], None))
    (signal,) = found(papers, "month-missing")
    assert "no figure for August 2031 is printed; the latest is 84%" in signal.evidence.text


def test_months_that_are_still_to_come_are_not_missing() -> None:
    papers = performance().measure("visits-in-time", (*VISITS, None, None, None))
    assert not found(papers, "month-missing")
    papers = performance().measure("visits-in-time", (*VISITS[:12], None, None, None))
    (signal,) = found(papers, "month-missing")
    assert "no figure for August 2031 is printed" in signal.evidence.text


def test_rows_that_cannot_be_placed_are_counted_and_never_used() -> None:
    papers = performance().measure("visits-in-time", VISITS, target=95)
    for row in papers.rows("observations"):
        row["status"], row["period"] = "ambiguous", ""  # type: ignore[index]
        row["period_candidates"] = "2031-07|2031-08"  # type: ignore[index]
    assert kinds(papers) == {"unplaced"}
    (signal,) = found(papers, "unplaced")
    assert "fewer values than their table has months: 1, among them" in signal.evidence.text


def test_figures_of_running_text_without_a_date_are_no_row_with_a_gap() -> None:
    papers = performance().measure("visits-in-time", VISITS, target=95)
    for row in papers.rows("observations"):
        row["status"], row["period"] = "ambiguous", ""  # type: ignore[index]
    assert kinds(papers) == set()


def test_a_measure_that_nobody_has_confirmed_is_never_called_good_either_way() -> None:
    def told(source: str) -> set[str]:
        papers = performance().measure(
            "homes-let", VISITS, target=90, direction="at_most", polarity="neutral"
        )
        (row,) = papers.rows("indicators")
        row["polarity_source"] = source  # type: ignore[index]
        return kinds(papers)

    assert "target-met-neutral" in told("the council's plan")
    assert "target-met-neutral" not in told(NOT_CONFIRMED)


def test_measures_that_the_catalogue_does_not_know_stay_apart() -> None:
    papers = performance()
    for name in ("Bins missed", "Lamps mended"):
        papers.add(
            "observations",
            observation=name,
            table="performance",
            name_as_printed=name,
            period="2031-08",
            period_kind="month",
            value="7",
            unit="count",
            status="stated",
            raw="7",
            document="pack",
        )
    assert [t.series.name_as_printed for t in current(papers.trends)] == [
        "Bins missed",
        "Lamps mended",
    ]


def test_a_measure_that_vanished_and_one_that_was_revised() -> None:
    papers = performance()
    papers.measure("visits-in-time", VISITS[:12], meeting=JULY)
    papers.measure("core-groups-in-time", VISITS[:12], meeting=JULY)
    papers.measure("visits-in-time", (*VISITS[:11], 74, 85))
    assert [s.indicators for s in found(papers, "vanished")] == [("core-groups-in-time",)]
    (revised,) = found(papers, "revised")
    assert "for July 2031 is printed as 74%; the last pack on record printed 84%" in (
        revised.evidence.text
    )


def test_a_second_hand_summary_makes_nothing_vanish() -> None:
    papers = performance()
    papers.measure("core-groups-in-time", VISITS[:12], meeting=JULY)
    papers.measure("visits-in-time", VISITS, document="summary")
    assert not kinds(papers) & {"vanished", "revised"}


def test_comparators_that_were_dropped() -> None:
    papers = performance().measure("visits-in-time", VISITS)
    papers.measure("visits-in-time", VISITS[:12], meeting=JULY)
    papers.add("tables", item_number="9", table="performance", title="How we do", document="pack")
    papers.add(
        "benchmarks",
        JULY,
        table="performance",
        indicator="visits-in-time",
        comparator="england",
        value="90",
        document="pack",
    )
    (signal,) = found(papers, "comparator-dropped")
    assert signal.evidence.text.startswith("The table How we do had comparators")


def test_an_inspection_beside_the_same_measure_today() -> None:
    papers = performance().measure("visits-in-time", VISITS)
    papers.add(
        "findings",
        "",
        document="inspection",
        kind="strength",
        text="Children are visited regularly",
        indicator="visits-in-time",
    )
    (signal,) = found(papers, "inspection")
    assert signal.evidence.text == (
        "Inspection of 2021, named as a strength: Children are visited regularly. Much lies "
        "between; later inspections are not on record here. Visits in time: 85% in August 2031."
    )


def test_every_slug_is_unique_and_severities_fall() -> None:
    papers = expected().statement("r", "risk", "Neglect is often overlooked.")
    signals = detect(papers)
    assert len({s.signal for s in signals}) == len(signals)
    assert [s.severity for s in signals] == sorted((s.severity for s in signals), reverse=True)
    assert all(0 <= s.severity <= 100 for s in signals)


def test_the_newest_of_two_tables_counts() -> None:
    papers = performance().measure("visits-in-time", VISITS, target=95)
    papers.measure("visits-in-time", (70,) * 12, table="older", first="2029-08", target=95)
    (signal,) = found(papers, "cannot-meet-target")
    assert "85% in August 2031" in signal.evidence.text
