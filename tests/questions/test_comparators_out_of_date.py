"""A comparator that is years old, or of another set of neighbours: one question at most."""

from __future__ import annotations

from decimal import Decimal

from briefing.analysis.published import ComparatorCheck
from briefing.analysis.published.record import Newer, Sets
from briefing.model import Citation, Figure, Period, Sentence
from briefing.questions import detect
from briefing.questions.severity import BASE
from briefing.questions.signals import Signal
from questions.samples import Papers

SLUG = "re-referrals-within-12-months"


def figure(value: str, row: str) -> Figure:
    return Figure(Decimal(value), "percent", citation=Citation("pack", "Pack"), row=row)


def check(
    year: str = "exact", period: str = "2027/28", *, newer: str = "", sets: Sets | None = None
) -> ComparatorCheck:
    out = (
        Newer(figure("22.4", "newer"), Period(newer), "Statistics", "2030-11-30") if newer else None
    )
    return ComparatorCheck(
        row={"table": "performance", "indicator": SLUG, "column_position": "4"},
        comparator="england",
        printed=figure("21.5", "printed"),
        year=year,
        working=Sentence("Told."),
        found=figure("21.5", "found"),
        sure=True,
        period=Period(period),
        newer=out,
        sets=sets,
    )


def sets(*, known: bool = True, later: str = "24.0") -> Sets:
    averages = figure("21.5", "average"), figure(later, "later")
    return Sets("neighbours of May 2026", "neighbours of May 2031", *averages, known)


def found(*checks: ComparatorCheck) -> list[Signal]:
    papers = Papers().item("9", "Performance").measure(SLUG, (24,) * 13, polarity="low")
    papers.add("tables", table="performance", item_number="9", title="Performance")
    papers.comparator_checks = checks
    return [s for s in detect(papers) if s.kind in ("comparator-old", "comparator-other-set")]


def test_a_comparator_two_years_behind_gives_a_signal_with_both_years() -> None:
    (signal,) = found(check(newer="2029/30"))
    assert (signal.kind, signal.item_number) == ("comparator-old", "9")
    assert signal.evidence.text == (
        "Re referrals within 12 months: the comparator 21.5% is the published value for 2027/28; "
        "22.4% for 2029/30 was public by the end of November 2030."
    )
    assert signal.rows == ("printed", "newer")


def test_one_year_behind_gives_none() -> None:
    assert found(check(newer="2028/29")) == []
    assert found(check()) == []


def test_what_is_only_near_a_published_value_gives_none() -> None:
    assert found(check("nearest", newer="2029/30")) == []


def test_the_oldest_of_several_gives_the_one_signal() -> None:
    (signal,) = found(check(newer="2029/30"), check(period="2024/25", newer="2029/30"))
    assert "for 2024/25" in signal.evidence.text


def test_another_set_of_neighbours_gives_a_signal_where_it_is_known_and_moves_the_average() -> None:
    (signal,) = found(check(sets=sets()))
    assert signal.kind == "comparator-other-set"
    assert "with the neighbours of May 2031 it is 24.0%" in signal.evidence.text
    assert found(check(sets=sets(known=False))) == []
    assert found(check(sets=sets(later="21.5"))) == []


def test_it_never_leads() -> None:
    weights = sorted(BASE.values())
    for kind in ("comparator-old", "comparator-other-set"):
        assert BASE[kind] <= weights[len(weights) // 4]
