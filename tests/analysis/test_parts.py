"""Parts and totals: which rows belong together, and what is never worked out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from analysis.test_disagreements import series, some
from briefing.analysis.disagreements import Disagreement, parts_and_totals
from briefing.analysis.disagreements.names import same_thing, what
from briefing.model import Series

WHOLES = (100, 104, 98, 107, 103, 95, 101, 110, 99, 105, 102, 97)
HOME = tuple(40 + 3 * n % 17 for n in range(12))


def row(slug: str, values: Sequence[object], **more: str) -> Series:
    return series(slug, [str(v) for v in values], **more)  # type: ignore[arg-type]


def share(slug: str, parts: Sequence[int], wrong: dict[int, str], name: str = "") -> Series:
    right = [str(round(100 * a / b)) for a, b in zip(parts, WHOLES, strict=False)]
    printed = [wrong.get(n, value) for n, value in enumerate(right)]
    return row(slug, printed, unit="percent", name=name)


def told(*rows: Series) -> list[Disagreement]:
    return list(parts_and_totals(rows))


# ---------------------------------------------------------------- names


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Number of children at home", "Percentage of children at home"),
        ("Total number of the children’s visits", "% of children's visits"),
        ("Children at home", "CHILDREN AT HOME (%)"),
        ("Children seen", "Rate of child’s seen per 10,000 aged 0 to 17"),
        ("Plans as at the end of March", "Share of plans"),
        ("Visits", "Visit"),
    ],
)
def test_words_for_how_a_thing_is_counted_are_no_part_of_it(one: str, other: str) -> None:
    left, right = row("a", [1], name=one), row("b", [1], name=other)
    assert same_thing(left, right) is (one != "Children seen")


def test_a_row_without_a_printed_name_has_that_of_its_measure() -> None:
    assert what(row("children-home", [1])) == ("children", "home")
    assert what(row("calls", [1], name="Plans as at the end of March made")) == ("plan", "made")


def test_rows_of_two_groups_or_of_no_name_are_not_one() -> None:
    boys = replace(row("a", [1], name="Visits"), breakdown="Boys")
    assert not same_thing(boys, row("b", [1], name="Visits"))
    assert same_thing(boys, boys)
    count = row("a", [1], name="Number of")
    assert not same_thing(count, replace(count, name_as_printed="%"))
    assert not same_thing(row("a", [1], name="%"), row("a", [1], name="%"))


# ---------------------------------------------------------------- shares


def test_a_share_is_told_with_its_parts_and_what_they_give() -> None:
    (found,) = told(
        row("at-home", HOME), row("children", WHOLES), share("home-share", HOME, {4: "31"})
    )
    assert found.working.text == (
        "Home share, December 2030: 31% is printed; At home (52) of Children (103) would be 50%."
    )
    assert (found.left.raw, found.right.raw) == ("31", "52")


def test_rows_without_values_are_passed_over() -> None:
    empty = row("empty", [""] * 12)
    rows = [row("at-home", HOME), row("children", WHOLES), share("home-share", HOME, {4: "31"})]
    assert len(told(empty, *rows, replace(empty, table="two"))) == 1


def test_rows_of_two_tables_or_two_papers_do_not_belong_together() -> None:
    parts, wholes = row("at-home", HOME), row("children", WHOLES)
    wrong = share("home-share", HOME, {4: "31"})
    assert told(parts, wholes, wrong)
    assert not told(parts, replace(wholes, table="two"), wrong)
    assert not told(parts, replace(wholes, meeting="another"), wrong)


def test_no_share_of_fewer_than_ten_is_worked_out() -> None:
    wholes = [*WHOLES[:4], 9, 10, *WHOLES[6:]]
    parts = [*HOME[:4], 5, 5, *HOME[6:]]
    right = [round(100 * a / b) for a, b in zip(parts, wholes, strict=True)]
    right[4] = right[5] = 12
    found = told(row("at-home", parts), row("children", wholes), row("s", right, unit="percent"))
    assert [one.right.raw for one in found] == ["5"]
    assert "(10)" in found[0].working.text


def test_a_whole_of_nothing_is_passed_over() -> None:
    wholes = [0, *WHOLES[1:]]
    right = [50, *(round(100 * a / b) for a, b in zip(HOME[1:], WHOLES[1:], strict=True))]
    rows = (row("at-home", HOME), row("children", wholes), row("s", right, unit="percent"))
    assert not told(*rows)


def test_months_that_one_of_the_rows_lacks_are_passed_over() -> None:
    rows = (
        row("at-home", [*HOME[:10], "", 50]),
        row("children", [*WHOLES[:10], 102, ""]),
        share("home-share", HOME, {4: "31", 10: "3", 11: "3"}),
    )
    assert [one.left.raw for one in told(*rows)] == ["31"]


@pytest.mark.parametrize("names", [("Away", "Away"), ("Away", "Placed")])
def test_another_share_is_tied_to_the_whole_by_its_name_alone(names: tuple[str, str]) -> None:
    """Few values that hardly change are no proof by themselves."""
    few = [10] * 12
    rows = (
        row("children", WHOLES),
        row("at-home", HOME, name="At home"),
        row("away", few, name=f"Number of {names[0]}"),
        share("home-share", HOME, {}, name="% of at home"),
        share("away-share", few, {4: "33"}, name=f"Percentage of {names[1]}"),
    )
    assert len(told(*rows)) == (names[0] == names[1])
    unnamed = replace(rows[3], name_as_printed="Another name")
    assert not told(*rows[:3], unnamed, rows[4])


@pytest.mark.parametrize(("wrong", "found"), [(2, 2), (3, 0)])
def test_a_named_share_has_to_fit_in_four_of_five_periods(wrong: int, found: int) -> None:
    few = [10] * 12
    rows = (
        row("children", WHOLES),
        row("at-home", HOME, name="At home"),
        row("away", few, name="Away"),
        share("home-share", HOME, {}, name="% of at home"),
        share("away-share", few, {n: "60" for n in range(wrong)}, name="% of away"),
    )
    assert len(told(*rows)) == found


@pytest.mark.parametrize(("months", "found"), [(8, 1), (7, 0)])
def test_a_named_share_has_to_be_printed_for_eight_periods(months: int, found: int) -> None:
    few = [10] * months
    rows = (
        row("children", WHOLES),
        row("at-home", HOME, name="At home"),
        row("away", few, name="Away"),
        share("home-share", HOME, {}, name="% of at home"),
        share("away-share", few, {2: "60"}, name="% of away"),
    )
    assert len(told(*rows)) == found


# ---------------------------------------------------------------- sums

BOYS, GIRLS = some(10, 30), some(10, 50, 11)


def summed(wrong: dict[int, int]) -> list[int]:
    right = [a + b for a, b in zip(BOYS, GIRLS, strict=True)]
    return [wrong.get(n, value) for n, value in enumerate(right)]


def test_a_total_is_told_with_its_parts_and_their_sum() -> None:
    (found,) = told(row("boys", BOYS), row("girls", GIRLS), row("all", summed({7: 1})))
    made = BOYS[7] + GIRLS[7]
    assert found.working.text == (
        f"All, March 2031: 1 is printed; Boys ({BOYS[7]}) and Girls ({GIRLS[7]}) make {made}."
    )
    assert (found.kind, found.left.raw, found.right.raw) == (
        "parts_and_total",
        "1",
        str(BOYS[7]),
    )


def test_a_total_has_to_hold_in_four_of_five_periods() -> None:
    rows = [row("boys", BOYS), row("girls", GIRLS)]
    assert len(told(*rows, row("all", summed({1: 1, 7: 1})))) == 2
    assert not told(*rows, row("all", summed({1: 1, 4: 1, 7: 1})))


@pytest.mark.parametrize(("part", "found"), [(9, 0), (10, 1)])
def test_no_part_under_ten_is_added_up(part: int, found: int) -> None:
    boys = [*BOYS[:7], part, *BOYS[8:]]
    assert len(told(row("boys", boys), row("girls", GIRLS), row("all", summed({7: 1})))) == found


def test_a_total_beside_a_part_of_nothing_is_no_sum() -> None:
    """A row that equals another, beside a row of noughts, is no total of both."""
    none = [*[0] * 9, 40]
    rows = row("boys", BOYS), row("none", none), row("all", BOYS)
    assert not told(*rows)


def test_months_without_a_part_are_not_added_up() -> None:
    girls = ["", *GIRLS[1:]]
    boys = [*BOYS[:9], ""]
    rows = row("boys", boys), row("girls", girls), row("all", summed({0: 1, 5: 1, 9: 1}))
    assert [one.left.period for one in told(*rows)] == [rows[2].points[5].period]


def test_a_whole_that_another_table_prints_may_stand_behind_a_share() -> None:
    """Where that table prints none, nothing, or another, the share is told."""
    rows = row("at-home", HOME), row("children", WHOLES), share("home-share", HOME, {4: "52"})
    elsewhere = {
        ("", "", "", "", "100"): 0,
        ("", "", "", "", "0"): 1,
        ("", "", "", ""): 1,
        ("", "", "", "", "200"): 1,
    }
    for values, found in elsewhere.items():
        assert len(told(*rows, row("children", values, table="two"))) == found
        assert len(told(*rows, row("adults", values, table="two"))) == 1


def test_a_share_that_other_counts_fit_too_is_no_proof_of_theirs() -> None:
    """A row of per cent is no count, and a count no share."""
    rates = [str(round(100 * a / b)) for a, b in zip(HOME, WHOLES, strict=True)]
    rates[4] = "31"
    as_count = row("home-share", rates)
    assert not told(row("at-home", HOME), row("children", WHOLES), as_count)
    parts = row("at-home", HOME, unit="percent")
    assert not told(parts, row("children", WHOLES), share("home-share", HOME, {4: "31"}))


def test_values_that_do_not_fit_are_no_proof() -> None:
    """Of eight periods four fit, or all but with too few values among those that fit."""
    rows = row("at-home", HOME), row("children", WHOLES)
    assert not told(*rows, share("home-share", HOME, {n: f"{60 + n}" for n in range(6)}))
    few = [10] * 12
    wrong = {0: "60", 1: "61"}
    assert not told(row("away", few), row("children", WHOLES), share("s", few, wrong))
    same = [20, 20, *[30] * 8]
    total = [a + b for a, b in zip(same, [40] * 10, strict=True)]
    total[3], total[4] = 1, 2
    assert not told(row("a", same), row("b", [40] * 10), row("all", total))


def test_a_share_worked_out_is_as_fine_as_the_printed_one() -> None:
    right = [f"{100 * a / b:.1f}" for a, b in zip(HOME, WHOLES, strict=True)]
    right[4] = "31.0"
    (found,) = told(row("at-home", HOME), row("children", WHOLES), row("s", right, unit="percent"))
    assert found.working.text.endswith("would be 50.5%.")
    worked = found.working.figures[-1]
    assert (worked.operation, worked.period) == (
        "the part as a percentage of the whole",
        found.left.period,
    )


def test_a_sum_worked_out_is_of_its_month() -> None:
    (found,) = told(row("boys", BOYS), row("girls", GIRLS), row("all", summed({7: 1})))
    worked = found.working.figures[-1]
    assert (worked.operation, worked.unit, worked.period) == (
        "sum of the parts",
        "count",
        found.left.period,
    )


def test_a_share_at_the_very_edge_of_its_rounding_agrees() -> None:
    """45 stands for 44.5 to 45.5, and a twentieth of that more on either side."""
    wholes = [2000] * 12
    parts = [20 * n for n in (41, 43, 47, 52, 56, 61, 33, 37, 29, 66)]
    printed = [41, 43, 47, 52, 56, 61, 33, 37, 29, 66]
    for part, agrees in ((889, True), (911, True), (888, False), (912, False)):
        rows = row("a", [*parts, part]), row("b", wholes), row("s", [*printed, 45], unit="percent")
        assert bool(told(*rows)) is not agrees
