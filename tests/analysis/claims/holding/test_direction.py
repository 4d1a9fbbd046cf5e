"""A movement without a figure."""

from __future__ import annotations

import pytest

from analysis.claims.holding.small_tables import CARE, OPEN, claim, table, verdict, working
from briefing.analysis.claims.holding.outcome import IMPLIED, LOOSE, NEAR
from briefing.model import Period


class TestDirection:
    @pytest.mark.parametrize(
        ("direction", "base", "outcome"),
        [
            ("down", "2030-09", "agrees"),
            ("up", "2030-09", "contradicts"),
            ("not_up", "2030-09", "agrees"),
            ("not_down", "2030-09", "contradicts"),
            ("not_up", "2031-04", "agrees"),
            ("not_down", "2031-04", "agrees"),
            ("up", "2031-04", "contradicts"),
            ("down", "2031-04", "contradicts"),
            ("level", "2031-04", "agrees"),
            ("level", "2030-10", "cannot_verify"),
            ("level", "2030-08", "contradicts"),
        ],
    )
    def test_a_movement_from_a_period(self, direction: str, base: str, outcome: str) -> None:
        one = claim("direction", direction=direction, baseline=base)
        values = CARE.replace("551", "600")
        assert verdict(one, table(values))[0] == outcome

    def test_the_working_and_the_certainty(self) -> None:
        down = claim("direction", direction="down", baseline="2030-09")
        assert verdict(down) == ("agrees", IMPLIED)
        assert working(down) == "Children in care: 507 in September 2030 and 470 in August 2031."
        assert verdict(claim("direction", direction="up", baseline="2030-09")) == (
            "contradicts",
            IMPLIED,
        )
        loose = claim("direction", direction="up", base="lastyear")
        assert verdict(loose) == ("contradicts", NEAR)

    @pytest.mark.parametrize(
        ("direction", "values", "outcome"),
        [
            ("level", "200 210", "agrees"),
            ("level", "200 211", "cannot_verify"),
            ("level", "200 230", "cannot_verify"),
            ("level", "200 231", "contradicts"),
            ("level", "200 169", "contradicts"),
            ("level", "200 190", "agrees"),
            ("not_up", "470 471", "contradicts"),
            ("not_down", "470 469", "contradicts"),
            ("up", "470 471", "agrees"),
            ("down", "470 469", "agrees"),
        ],
    )
    def test_how_far_is_a_movement(self, direction: str, values: str, outcome: str) -> None:
        one = claim("direction", direction=direction, baseline="2031-07")
        assert verdict(one, table(values))[0] == outcome

    def test_another_table_speaks_where_one_has_no_baseline(self) -> None:
        up = claim("direction", direction="up", baseline="2030-09")
        assert verdict(up, table("474 470"), table()) == ("contradicts", IMPLIED)

    def test_the_same_as_before_is_not_told_from_a_year_before(self) -> None:
        level = claim("direction", direction="level", now=True)
        year = table("470 507 500 494 490 488 479 473 470 480 476 600 470")
        assert verdict(level, year) == ("contradicts", NEAR)
        assert verdict(level, table("500 470")) == OPEN

    def test_steady_means_the_same(self) -> None:
        same = claim("direction", direction="level", steady=True, baseline="2031-04")
        assert verdict(same) == ("agrees", IMPLIED)
        moved = claim("direction", direction="level", steady=True, baseline="2031-05")
        assert verdict(moved) == OPEN
        far = claim("direction", direction="level", steady=True, baseline="2030-09")
        assert verdict(far) == ("contradicts", NEAR)

    def test_every_period_named_must_hold(self) -> None:
        months = (Period("2031-05"), Period("2031-04"))
        assert verdict(claim("direction", direction="down", baselines=months)) == (
            "contradicts",
            IMPLIED,
        )
        for codes in (("2031-04", "2030-10"), ("2030-10", "2031-04")):
            both = tuple(map(Period, codes))
            assert verdict(claim("direction", direction="level", baselines=both)) == OPEN
        unknown = claim("direction", direction="down", baseline="2029-01")
        assert working(unknown) == "No table prints Children in care for January 2029."
        missing = claim("direction", direction="down", period="2029-01")
        assert working(missing) == "No table prints Children in care for the period."

    def test_without_a_period_a_natural_one_may_make_it_true(self) -> None:
        down = claim("direction", direction="down")
        assert verdict(down) == ("agrees", LOOSE)
        assert "551 in August 2030" in working(down)
        assert "474 in July 2031" in working(down, table("480 474 470"))
        up = claim("direction", direction="up", now=True)
        assert verdict(up) == ("contradicts", IMPLIED)
        dated = claim("direction", direction="up", period="2031-08")
        assert verdict(dated) == ("contradicts", IMPLIED)
        assert verdict(claim("direction", direction="up")) == ("contradicts", IMPLIED)
        shown = table("460 507 500 494 490 488 479 473 470 480 476 474 470")
        down_since = claim("direction", direction="up", period="2031-07")
        assert verdict(down_since, shown) == OPEN
        few = table("551 474 470")
        assert verdict(dated, few) == OPEN
        assert verdict(claim("direction", direction="up"), few) == OPEN
        assert working(claim("direction", direction="up"), few) == (
            "The sentence does not say from when Children in care moved."
        )
        assert verdict(up, table("480 470")) == OPEN
        level = claim("direction", direction="level", now=True)
        assert verdict(level, table("600 470")) == ("contradicts", NEAR)
        year = table("460 507 500 494 490 488 479 473 470 480 476 474 470")
        assert verdict(up, year) == ("agrees", LOOSE)
        for base in ("average", "average12"):
            mean = claim("direction", direction="down", base=base)
            assert working(mean) == (
                "The sentence does not say over what time Children in care is averaged."
            )

    def test_a_steady_movement(self) -> None:
        down = claim("direction", direction="down", steady=True, baseline="2030-09")
        fall = table("551 507 500 494 490 488 479 473 472 471 471 470 468")
        assert verdict(down, fall) == ("agrees", IMPLIED)
        assert working(down, fall) == (
            "Children in care: 507 in September 2030 and 468 in August 2031; from May 2031 to "
            "June 2031 it went from 471 to 471."
        )
        up = claim("direction", direction="up", steady=True, baseline="2030-09")
        assert verdict(up, fall) == ("contradicts", IMPLIED)
        assert verdict(
            claim("direction", direction="up", steady=True), table("400 410 420 430")
        ) == ("agrees", IMPLIED)

    def test_a_small_step_back_is_left_open_and_a_large_one_contradicts(self) -> None:
        down = claim("direction", direction="down", steady=True)
        assert verdict(down, table("500 480 485 470")) == OPEN
        assert verdict(down, table("500 470 485 470")) == ("contradicts", IMPLIED)
        assert verdict(down, table("500 480 480 500")) == ("contradicts", IMPLIED)
        window = claim("direction", direction="down", steady=True, window_months=3)
        assert verdict(window, table("500 480 485 470")) == ("contradicts", IMPLIED)
        assert verdict(window, table("500 490 480 470")) == ("agrees", IMPLIED)
        assert working(window, table("490 480 470")) == (
            "No table prints Children in care for May 2031."
        )
        later = claim("direction", direction="down", steady=True, baseline="2031-09")
        assert working(later, table("490 480")) == (
            "No table prints Children in care for September 2031."
        )
        level = claim("direction", direction="not_up", steady=True)
        assert verdict(level, table("490 480 470")) == OPEN

    def test_the_step_that_goes_furthest_back_is_told(self) -> None:
        down = claim("direction", direction="down", steady=True)
        back = table("500 499 489 491 470")
        assert verdict(down, back) == OPEN
        assert working(down, back).endswith("from June 2031 to July 2031 it went from 489 to 491.")
        assert verdict(down, table("471 470")) == ("agrees", IMPLIED)
        assert verdict(down, table("470 470")) == ("contradicts", IMPLIED)

    def test_from_nought_a_movement_is_measured_by_one(self) -> None:
        level = claim("direction", direction="level", baseline="2031-07")
        assert verdict(level, table("0.0 0.3", "average"))[0] == "contradicts"
        assert verdict(level, table("0.0 0.1", "average"))[0] == "agrees"

    def test_a_run_that_one_table_does_not_print_is_left_to_another(self) -> None:
        down = claim("direction", direction="down", steady=True, baseline="2030-09")
        rising = table("551 400 410 420 430 440 450 460 465 466 467 468 469")
        assert verdict(down, table("474 470"), rising) == ("contradicts", IMPLIED)

    def test_no_run_over_a_gap(self) -> None:
        down = claim("direction", direction="down", steady=True)
        assert verdict(down, table("500 - 480 470")) == OPEN
        assert verdict(down, table("470")) == OPEN
        assert working(down, table("470")) == (
            "The table does not print enough of Children in care for a run."
        )
