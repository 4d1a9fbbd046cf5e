"""Generated packs of a fictional council, read and held against the answer that each comes with."""

from __future__ import annotations

from functools import cache
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from packs import PRODUCERS, Answer, Spec, make_big_pack, make_pack
from packs.compare import Tally, compare
from packs.compare_papers import differences, leaks
from packs.content import Manner
from packs.exempt import FORMS
from packs.grid import make_grid
from packs.looks import LOOKS, Look
from packs.minutes import HABITS
from packs.press import Press
from packs.producers import by_reportlab, by_typst
from packs.reading import parts_of, public_of, source_of, tables_of
from packs.setting import set_table
from packs.traps import TRAP_LOOKS, TRAPS

from briefing.ingest.page import Source
from briefing.ingest.recognise import agenda

NAMES = [*LOOKS, *(look.name for look in TRAP_LOOKS)]


#: The greatest share of plain values that may be withheld.
MOST_WITHHELD = 0.03


@cache
def _layout(name: str) -> Tally:
    """What became of the cells of one table of a layout."""
    at = NAMES.index(name)
    pdf, answer = make_pack(Spec(at + 1, (name,)), PRODUCERS[at % 2])
    return compare(tables_of(pdf), answer)


@cache
def _whole(seed: int) -> tuple[Source, Answer]:
    """A whole pack as read, without what is exempt."""
    tables = ("full rules", "traps with full rules") if seed < len(HABITS) else ()
    pdf, answer = make_pack(Spec(seed, tables, whole=True), PRODUCERS[seed % 2])
    return public_of(source_of(pdf)), answer


@pytest.mark.parametrize("name", NAMES)
def test_no_value_of_a_layout_is_wrong(name: str) -> None:
    tally = _layout(name)
    assert not tally.wrong, "\n".join(map(str, tally.wrong))
    assert not tally.lost_tables
    assert tally.right


def test_few_values_are_withheld() -> None:
    whole = Tally()
    for name in NAMES:
        whole.add(_layout(name))
    assert whole.share_withheld < MOST_WITHHELD


@pytest.mark.parametrize("producer", PRODUCERS)
def test_no_value_is_taken_from_a_trap(producer: str) -> None:
    kinds: set[str] = set()
    for seed in range(2):
        spec = Spec(seed, tuple(look.name for look in TRAP_LOOKS))
        pdf, answer = make_pack(spec, producer)
        tally = compare(tables_of(pdf), answer)
        assert not tally.wrong, "\n".join(map(str, tally.wrong))
        kinds |= {trap.kind for trap in answer.traps}
    assert len(kinds) >= len(TRAPS) - 4


@pytest.mark.parametrize("producer", PRODUCERS)
def test_a_page_number_under_a_column_is_no_value(producer: str) -> None:
    names = ("full rules", "horizontal rules", "no rules", "narrow columns")
    pdf, answer = make_pack(Spec(7, names, page_numbers="under a column"), producer)
    tally = compare(tables_of(pdf), answer)
    assert not tally.wrong, "\n".join(map(str, tally.wrong))


@pytest.mark.parametrize("seed", range(len(FORMS)), ids=[form.name for form in FORMS])
def test_exempt_matter_stays_out_and_boilerplate_comes_through(seed: int) -> None:
    source, answer = _whole(seed)
    assert answer.exempt
    assert answer.public_words
    assert leaks(source, agenda.recognise(source), answer) == []


@pytest.mark.parametrize("seed", range(len(HABITS)), ids=list(HABITS))
def test_front_sheet_agenda_covers_minutes_and_tracker_are_as_printed(seed: int) -> None:
    source, answer = _whole(seed)
    parts = parts_of(source)
    assert differences(parts, answer) == []
    assert leaks(source, parts, answer) == []


def _looks() -> st.SearchStrategy[Look]:
    """Any layout that fits on a page."""
    return st.builds(
        Look,
        name=st.just("any"),
        heads=st.sampled_from(
            ("Aug-24", "Aug 2024", "Q3 2024/25", "2023/24", "Q3 under split year")
        ),
        periods=st.integers(2, 8),
        rows=st.integers(2, 8).map(lambda n: (n, n)),
        rules=st.sampled_from(("full", "rows", "header", "box", "none")),
        zebra=st.booleans(),
        header_fill=st.sampled_from(("", "#1f3b63", "#d9e2ec")),
        align=st.sampled_from(("left", "centre", "right")),
        upright=st.sampled_from(("top", "middle", "bottom")),
        size=st.sampled_from((6.5, 8.0, 9.0)),
        label_width=st.sampled_from((110.0, 150.0, 190.0)),
        long_labels=st.booleans(),
        units=st.sampled_from(("label", "brackets", "cell", "column", "title")),
        manner=st.builds(
            Manner,
            unit_in_cell=st.booleans(),
            minus=st.sampled_from(("-", "−")),
            negatives=st.booleans(),
            gaps=st.sampled_from((0.0, 0.2)),
        ),
        target=st.sampled_from(("", "Target")),
        rag=st.sampled_from(("", "word", "letter", "fill")),
        direction=st.sampled_from(("", "arrow")),
        numbers=st.sampled_from(("", "KPI 12", "1.2")),
        groups=st.booleans(),
    )


@settings(max_examples=25)
@given(look=_looks(), seed=st.integers(0, 10_000), producer=st.sampled_from(PRODUCERS))
def test_a_table_is_read_back_cell_for_cell_or_marked(look: Look, seed: int, producer: str) -> None:
    press = Press({"reportlab": "Helvetica", "typst": "Atkinson Hyperlegible"}[producer])
    press.sheet()
    printed = set_table(press, make_grid(Random(seed), look, 1))
    make = {"reportlab": by_reportlab, "typst": by_typst}[producer]
    pdf = make(press.sheets, press.face)
    tally = compare(tables_of(pdf), Answer(producer, press.page, tables=(printed,)))
    assert not tally.wrong, "\n".join(map(str, tally.wrong))


def test_a_pack_is_the_same_for_the_same_seed() -> None:
    for producer in PRODUCERS:
        spec = Spec(5, ("zebra",))
        assert make_pack(spec, producer)[1] == make_pack(spec, producer)[1]


def test_a_big_pack_has_the_pages_asked_for() -> None:
    assert len(source_of(make_big_pack(6)).pages) == 6
