"""When the words name another target than the table prints, and when that is no matter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import pytest

from analysis.choosing.making import neighbours, quoted, series, target
from briefing.analysis.choosing import Context
from briefing.analysis.choosing.target import another_target
from briefing.analysis.claims import Record
from briefing.model import Sentence, Series, Target
from briefing.model.claim import Claim, Quantity, Verdict
from briefing.model.trend import Comparator

FALLING = (103, 102, 101, 102, 102, 99, 99, 98, 97, 98, 96, 95, 94)
UNIT = "rate_per_10000"
TEXT = "Calls have stayed below our target of 100 since January."


def rate(*targets: Target) -> Series:
    return series(FALLING, unit=UNIT, targets=targets or (target("87", UNIT),))


def beside(
    claim: Claim,
    *tables: Series,
    verdict: str = "agrees",
    comparators: Sequence[Comparator] = (),
) -> Context | None:
    held = Verdict(claim, verdict, 0.9, Sentence("So it is."))  # type: ignore[arg-type]
    record = Record(tables or (rate(),), {"calls": tuple(comparators)})
    found = another_target(held, record)
    assert found is None or (found.kind, found.indicator) == ("another_target", "calls")
    return found


@pytest.mark.parametrize(
    ("verdict", "found"), [("agrees", True), ("cannot_verify", True), ("contradicts", False)]
)
def test_a_claim_that_the_tables_contradict_is_left_to_that(verdict: str, found: bool) -> None:
    assert (beside(quoted(TEXT, "100"), verdict=verdict) is not None) is found


@pytest.mark.parametrize(
    "more",
    [
        {"tie": 0.69},
        {"kind": "level"},
        {"kind": "direction"},
        {"quantity": None},
        {"current": False},
        {"unsure": "the words deny it"},
        {"quantity": Quantity(Decimal(100), raw="100", form="about")},
        {"quantity": Quantity(Decimal(100), raw="100", form="under")},
        {"quantity": Quantity(Decimal(100), raw="")},
        {"quantity": Quantity(Decimal(100), "percent", raw="100")},
        {"item_number": "4"},
        {"indicators": ()},
    ],
    ids=str,
)
def test_a_claim_of_another_sort_is_left(more: dict[str, object]) -> None:
    assert beside(replace(quoted(TEXT, "100"), **more)) is None  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "more",
    [
        {"tie": 0.7},
        {"kind": "comparison"},
        {"quantity": Quantity(Decimal(100), raw="100", form="at_least")},
        {"quantity": Quantity(Decimal(100), UNIT, raw="100")},
        {"item_number": ""},
    ],
    ids=str,
)
def test_a_claim_that_is_sure_enough_is_looked_at(more: dict[str, object]) -> None:
    assert beside(replace(quoted(TEXT, "100"), **more)) is not None  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("a target of 100", True),
        ("a Target of 100", True),
        ("a target rate of 100", True),
        ("the target level is 100", True),
        ("the target figure was 100", True),
        ("with the target at 100", True),
        ("the 100 target", True),
        ("the 100 TARGET", True),
        ("our target of 100, as before", True),
        ("a target of 100.5", False),
        ("a target of 1,100 and 100", False),
        ("the 2,100 target", False),
        ("the 3.100 target", False),
        ("on target and at 100", False),
        ("100 targeted calls", False),
        ("the interim target of 100", False),
        ("a revised target of 100", False),
        ("a proposed Target of 100", False),
        ("a statutory target of 100", False),
        ("the Government's target of 100", True),
        ("the minimum target of 100", False),
        ("the quarterly referral target of 100", False),
        ("what had been the target of 100", False),
        ("a target of 100 by the spring of 2033", False),
    ],
)
def test_the_words_call_the_figure_the_target_of_these_months(words: str, found: bool) -> None:
    claim = quoted(f"Calls were below {words}.", "100")
    assert (beside(claim) is not None) is found


def test_an_ambition_names_its_target_anywhere_in_the_sentence() -> None:
    text = "We aim to bring calls to 100, which is our target."
    aim = quoted(text, "100", kind="ambition", baselines=())
    assert beside(aim) is not None
    assert beside(replace(aim, kind="duration")) is None
    assert beside(replace(aim, text=text.replace("target", "hope"))) is None
    assert beside(replace(aim, text=text.replace("target", "TARGET"))) is not None


def test_an_ambition_with_a_date_of_its_own_is_left() -> None:
    aim = quoted("Our target is 100.", "100", kind="ambition", baselines=())
    dated = quoted("Our target is 100.", "100", kind="ambition")
    assert beside(aim) is not None
    assert beside(dated) is None
    assert beside(replace(dated, kind="comparison")) is not None


def test_a_target_of_another_sort_is_not_the_tables_own() -> None:
    national, own = target("90", UNIT, kind="national"), target("87", UNIT)
    assert beside(quoted(TEXT, "100"), rate(national)) is None
    found = beside(quoted(TEXT, "100"), rate(national, own))
    assert found is not None
    assert [str(f.value) for f in found.figures] == ["100", "87"]
    floor = beside(quoted(TEXT, "100"), rate(target("85", UNIT, kind="floor")))
    assert floor is not None and floor.figures[-1].value == 85
    assert beside(quoted(TEXT, "90"), rate(national, own)) is None


def test_a_target_that_rounds_to_the_one_in_words_is_that() -> None:
    claim = quoted(TEXT, "100")
    assert beside(claim, rate(target("100.4", UNIT))) is None
    assert beside(claim, rate(target("102", UNIT))) is not None


def test_of_several_tables_one_with_the_target_of_the_words_is_enough() -> None:
    one, other = rate(target("87", UNIT)), replace(rate(target("100", UNIT)), table="other")
    assert beside(quoted(TEXT, "100"), one, other) is None
    assert beside(quoted(TEXT, "100"), other, one) is None
    without = replace(series(FALLING, unit=UNIT), table="other")
    assert beside(quoted(TEXT, "100"), one, without) is not None


@pytest.mark.parametrize(
    ("against", "comparator", "identification", "words"),
    [
        ("england", "england", "named", "and its figure for England 90 per 10,000."),
        ("england", "england", "confirmed", "and its figure for England 90 per 10,000."),
        ("england", "england", "proposed", ""),
        ("england", "statistical_neighbours", "named", ""),
        ("region", "region", "named", ""),
        ("", "england", "named", ""),
    ],
)
def test_a_figure_of_others_is_printed_where_words_and_column_name_them(
    against: str, comparator: str, identification: str, words: str
) -> None:
    figure = neighbours("90", UNIT).figure
    column = Comparator(comparator, identification, figure)
    found = beside(quoted(TEXT, "100", against=against), comparators=(column,))
    assert found is not None
    end = f"87 per 10,000, {words}" if words else "87 per 10,000."
    assert found.working.text.endswith(end)
    assert len(found.figures) == (3 if words else 2)


def test_a_column_of_others_first_does_not_stand_for_those_named() -> None:
    others = Comparator("england", "named", neighbours("70", UNIT).figure)
    claim = quoted(TEXT, "100", against="statistical_neighbours")
    found = beside(claim, comparators=(others, neighbours("90", UNIT)))
    assert found is not None and found.figures[-1].value == 90


def test_a_bound_is_said_with_the_target() -> None:
    most = Quantity(Decimal(80), raw="80", form="at_most")
    claim = quoted(TEXT.replace("100", "80"), "80", quantity=most, kind="comparison")
    found = beside(claim)
    assert found is not None
    assert found.working.text == (
        "Calls: the words name a target of at most 80 per 10,000; the target in the table is 87 "
        "per 10,000."
    )
