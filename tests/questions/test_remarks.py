"""What goes well, five things to know, and what the panel could recommend."""

from __future__ import annotations

from briefing.questions import ask, five_things, going_well, suggest_recommendations
from questions.samples import VISITS, Papers, performance
from questions.test_signals import expected


def mixed() -> Papers:
    papers = expected().item("8", "Annual report")
    papers.measure("same-social-worker-6-months", range(74, 61, -1), measure_type="stock")
    papers.measure("cin-reviews-in-12-weeks", range(70, 83), measure_type="stock")
    papers.measure(
        "unregulated-placements", range(48, 35, -1), polarity="low", measure_type="stock"
    )
    return papers.statement("r", "risk", "Neglect is overlooked.", item_number="8")


def test_going_well_shows_the_breadth_of_an_item() -> None:
    remarks = going_well(mixed())
    assert {r.item_number for r in remarks} == {"9"}
    assert {r.tone for r in remarks} == {"good"}
    assert {"Core groups and reviews in time", "Where children in care live"} <= {
        r.theme for r in remarks
    }
    assert all(r.citations and r.rows for r in remarks)


def test_five_things_are_good_and_bad_and_each_of_another_theme() -> None:
    things = five_things(mixed())
    assert [t.tone for t in things] == ["concern"] * 3 + ["good"] * 2
    concerns = [t.theme for t in things if t.tone == "concern"]
    assert len(set(concerns)) == 3
    assert things[0].sentence.text.startswith("2 of the 3 measures of visits and supervision")


def test_good_news_on_small_numbers_is_not_on_page_one() -> None:
    papers = performance().measure(
        "serious-youth-violence-offences",
        (9, 8, 8, 7, 2),
        unit="count",
        polarity="low",
        measure_type="year",
        first="2027",
    )
    assert five_things(papers) == ()
    assert going_well(papers)


def test_where_all_goes_well_the_five_are_good() -> None:
    papers = performance().measure("visits-in-time", (97, 98) * 6 + (97,), target=95)
    assert [t.tone for t in five_things(papers)] == ["good"]


def test_nothing_on_record_makes_no_remarks() -> None:
    assert five_things(performance()) == going_well(performance()) == ()


def test_at_most_two_recommendations_an_item_and_none_twice() -> None:
    suggestions = suggest_recommendations(ask(mixed()))
    items = [s.item_number for s in suggestions]
    assert all(items.count(item) <= 2 for item in items)
    assert len({s.sentence.text for s in suggestions}) == len(suggestions)
    assert all(s.sentence.text.startswith("That ") for s in suggestions)


def test_second_hand_remarks_say_so() -> None:
    papers = performance().measure("visits-in-time", VISITS, target=95, document="summary")
    assert "second-hand" in five_things(papers)[0].citations[0].text
    assert "second-hand" in ask(papers)[0].evidence[0].citations[0].text
