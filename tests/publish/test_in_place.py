"""Figures under the name of their measure and their period, and figures that stand elsewhere."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from westmoor import INDICATORS, PANEL, StoreMaker, observation

from briefing.errors import BriefingError
from briefing.model import blocks as b
from briefing.model import compose
from briefing.publish.edition import Edition
from briefing.publish.read_back import Record, trace_numbers
from briefing.publish.read_back.in_place import out_of_place
from briefing.publish.read_back.texts import Text

from . import seeds

HOMES = "Homes let by the council"
MENDED = f"{HOMES}: mended in time"


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """Measures, of two of which the one's name begins with the other's."""
    maker = StoreMaker(tmp_path / "data")
    root = seeds.write(maker)
    units = {
        "homes": ("count", HOMES),
        "homes-mended": ("percent", MENDED),
        "lamps": ("count", "Lamps lit at night"),
    }
    maker.table(
        "indicators",
        *(
            {"indicator": i, "name": name, "unit": unit, "measure_type": "month",
             "polarity": "neutral"}
            for i, (unit, name) in units.items()
        ),
    )  # fmt: skip
    rows = [
        observation(
            seeds.MEETING, f"{indicator}-p01", "2031-08", "85", indicator=indicator, unit=unit,
            name_as_printed=indicator, raw="85%" if unit == "percent" else "85",
        )
        for indicator, (unit, _) in units.items()
    ]  # fmt: skip
    maker.table("observations", *rows, at=f"panels/{PANEL}/meetings/2031-09-24")
    return root


@pytest.mark.parametrize("name", [MENDED, MENDED.replace(": ", ", ")])
def test_a_text_names_the_measure_that_its_longest_name_is_of(store: Path, name: str) -> None:
    record = seeds.record(store)
    _, share, lamps = (one.known[0].figure for one in record.edition.meeting.series())
    shown = b.paragraph(compose("Evidence: {name}: {share}.", name=name, share=share))
    assert trace_numbers(seeds.edition(shown), record)["figure"] == 1
    wrong = b.paragraph(compose("Evidence: {name}: {lamps}.", name=name, lamps=lamps))
    with pytest.raises(BriefingError, match="is no figure of what"):
        trace_numbers(seeds.edition(wrong), record)


# ---------------------------------------------------------------- each fault, in words

VISITS, CARE = "r01", "r02"


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Record:
    """Visits and children in care; beside them measures of a short name, and one of groups."""
    maker = StoreMaker(tmp_path_factory.mktemp("places") / "data")
    root = seeds.write(maker)
    more = {
        "places": "Playing",
        "lettings": "Lettings",
        "walks": "Walks to school: all schools",
        "walkers": "Walks to school",
    }
    kinds = {"unit": "count", "measure_type": "month", "polarity": "neutral"}
    added = ({"indicator": i, "name": name, **kinds} for i, name in more.items())
    maker.table("indicators", *INDICATORS, *added)
    rows = [
        observation(
            seeds.MEETING, f"{indicator}-{group}", "2031-08", "70", indicator=indicator,
            unit="count", raw="70", name_as_printed=more[indicator], breakdown=group,
        )
        for indicator, group in
        (
            ("places", ""), ("lettings", ""), ("walks", "north"), ("walks", "south"),
            ("walkers", ""),
        )
    ]  # fmt: skip
    unnamed = observation(
        seeds.MEETING, "unnamed", "2031-08", "12", indicator="", unit="count", raw="12",
        name_as_printed="Swings in the parks",
    )  # fmt: skip
    at = f"panels/{seeds.PANEL}/meetings/2031-09-24"
    maker.table("observations", *seeds.rows(), *rows, unnamed, at=at)
    return seeds.record(root)


def row(name: str) -> str:
    """The name of a row; of August 2031 where the row of a table is given alone."""
    return f"{seeds.MEETING}/visits/{name}{'-p14' if name in (VISITS, CARE) else ''}"


def trace(text: str = "96%", *rows: str, **more: str) -> dict[str, Any]:
    """A figure of August 2031, read from rows."""
    held = {"text": text, "rows": [row(one) for one in rows], "period": "2031-08", **more}
    return {name: value for name, value in held.items() if value}


def text_fault(record: Record, words: str, *traces: dict[str, Any], kind: str = "text") -> str:
    text = Text(words, traces, where="a paragraph", kind=kind)
    return out_of_place(Edition({}, ()), [text], record)


def table_fault(record: Record, heads: list[str], *cells: dict[str, Any], name: str = "Row") -> str:
    """A table of one row."""
    shown = [{**b.cell(""), "figures": [one] if one else []} for one in cells]
    columns = [{"text": head} for head in ("Measure", *heads)]
    table = b.table(columns, [[b.cell(name), *shown]], caption="Figures of the panel")
    return out_of_place(Edition({}, (b.box([table], title="Box"),)), (), record)


@pytest.mark.parametrize(
    ("words", "month"),
    [
        ("Visits in time were 96% in August 2031.", ""),
        ("96% in Aug 31.", ""),
        ("96% in July 2031.", "July 2031"),
        ("96% in Jul 31.", "Jul 31"),
        ("96% in August 2030.", "August 2030"),
        ("96% in August 2031, and 96% in May 2031.", "May 2031"),
        ("196% in July 2031, 1.96% in July 2031 and 1,96% in July 2031.", ""),
        ("96% in July 20311 and 96% in time.", ""),
    ],
)
def test_a_value_is_in_the_month_that_it_is_of(words: str, month: str, record: Record) -> None:
    fault = f"96% is of August 2031, not of {month} (a paragraph)" if month else ""
    assert text_fault(record, words, trace()) == fault


@pytest.mark.parametrize("kind", ["text", "alt", "head"])
def test_what_is_read_as_a_sentence_is_held(kind: str, record: Record) -> None:
    assert "is of August 2031" in text_fault(record, "96% in July 2031", trace(), kind=kind)
    assert text_fault(record, "96% in July 2031", trace(), kind="drawn") == ""


def test_a_value_of_two_months_may_be_said_of_both(record: Record) -> None:
    both = (trace(), trace(period="2031-07"))
    assert text_fault(record, "96% in July 2031 and 96% in August 2031.", *both) == ""
    fault = text_fault(record, "96% in July 2031 and 96% in June 2031.", *both)
    assert fault == "96% is of August 2031, not of June 2031 (a paragraph)"


@pytest.mark.parametrize(
    "more", [{"operation": "sum of 2 rows"}, {"period": ""}, {"period": "the spring"}]
)
def test_what_was_not_read_from_one_period_is_of_no_month(
    more: dict[str, str], record: Record
) -> None:
    assert text_fault(record, "96% in July 2031.", trace(**more)) == ""


@pytest.mark.parametrize(
    ("operation", "words", "said"),
    [
        ("change from August 2030 to August 2031", "Up 3 from August 2030.", ""),
        ("change from August 2030 to August 2031", "Up 3 since Aug 30.", ""),
        ("change from August 2030 to August 2031", "Up 3 from July 2030.", "July 2030"),
        ("size of the change from August 2030 to August 2031", "3 since Jul 30.", "Jul 30"),
        ("percentage change from August 2030 to August 2031", "3% since Aug 31.", "Aug 31"),
        (
            "size of the percentage change from August 2030 to August 2031",
            "Up 3% from May 2030.",
            "May 2030",
        ),
        ("change from 2029/30 to 2030/31", "Up 3 from July 2030.", ""),
        ("change from May 2030 to July 2030 to May 2031", "Up 3 from June 2030.", ""),
        ("change", "Up 3 from July 2030.", ""),
        ("the change from August 2030 to August 2031", "Up 3 from July 2030.", ""),
        ("", "Up 3 from July 2030.", ""),
    ],
)
def test_a_change_is_from_the_month_that_it_is_counted_from(
    operation: str, words: str, said: str, record: Record
) -> None:
    fault = f"a change from August 2030 is said to be from {said} (a paragraph)" if said else ""
    one = trace("3", operation=operation)
    assert text_fault(record, words, one) == fault
    assert text_fault(record, words, one, one) == ""


WRONG = "70 is no figure of what {!r} begins with"


@pytest.mark.parametrize(
    ("words", "of", "wrong"),
    [
        ("Children in care: 70.", CARE, False),
        ("Children in care: 70.", "lettings-", True),
        ("Evidence: the children in care: 70.", "lettings-", True),
        ("The children in care: 70.", "lettings-", True),
        ("Evidence: children in care: 70.", "lettings-", True),
        ("children in care", "lettings-", True),
        ("Children in careful hands: 70.", "lettings-", False),
        ("Of children in care, 70.", "lettings-", False),
        ("Children in care and LETTINGS: 70.", "lettings-", False),
        ("Visits in time: 70.", "lettings-", True),
        ("Visits to children made in time: 70.", "lettings-", True),
        ("Visits to children made in time: 70.", VISITS, False),
        ("Lettings: 70.", CARE, True),
        ("Playing: 70.", CARE, False),
        ("Walks to school, all schools: 70.", CARE, True),
        ("Walks to school: all schools: 70.", "walks-north", False),
        ("Swings in the parks: 70.", "unnamed", False),
        ("Swings in the parks: 70.", CARE, True),
        ("Children in care: 70 of the swings in the parks.", "unnamed", False),
        ("Children in care: 70 of playing.", "places-", True),
        ("Children in care: 70.", "no-such-row", False),
    ],
)
def test_a_text_goes_on_with_figures_of_what_it_begins_with(
    words: str, of: str, wrong: bool, record: Record
) -> None:
    assert text_fault(record, words, trace("70", of)) == (WRONG.format(words) if wrong else "")


def test_a_text_that_prints_figures_of_its_measure_may_print_others(record: Record) -> None:
    both = (trace("70", "lettings-"), trace("451", CARE))
    assert text_fault(record, "Children in care: 70 and 451.", *both) == ""
    assert text_fault(record, "Children in care: as agreed.") == ""


def test_the_target_of_a_measure_is_no_reading_of_another(record: Record) -> None:
    (target,) = (name for name, (table, _) in record.rows.items() if table == "targets")
    assert text_fault(record, "Children in care: 95.", {"text": "95", "rows": [target]}) == ""


def test_of_a_long_text_the_beginning_is_shown(record: Record) -> None:
    words = f"Children in care: 70. {'More words. ' * 20}"
    assert text_fault(record, words, trace("70", "lettings-")) == WRONG.format(words[:80])


# ---------------------------------------------------------------- tables


@pytest.mark.parametrize(
    ("head", "wrong"),
    [
        ("August 2031", False),
        ("Aug 31", False),
        ("July 2031", True),
        ("Jul 31", True),
        ("2031", True),
        ("2031/32", True),
        ("Quarter 2 of 2031", True),
        ("Q2 2031", True),
        ("Latest", False),
        ("Since July 2031", False),
        ("July 2031 and after", False),
        ("2031 and after", False),
    ],
)
def test_a_column_of_a_period_holds_figures_of_that_period(
    head: str, wrong: bool, record: Record
) -> None:
    fault = f"96% of August 2031 in the column {head} of 'Figures of the panel'" if wrong else ""
    assert table_fault(record, ["Note", head], {}, trace("96%", VISITS)) == fault
    unplaced = trace("96%", VISITS, period="")
    assert table_fault(record, ["Note", head], {}, unplaced) == ""


def test_a_row_holds_figures_of_one_measure_and_one_group(record: Record) -> None:
    two = (trace("96%", VISITS), trace("451", CARE))
    said = table_fault(record, ["Now", "Then"], *two)
    assert said == "figures of 2 measures in one row of 'Figures of the panel': 'Row'"
    groups = (trace("70", "walks-north"), trace("70", "walks-south"))
    assert "figures of 2 measures" in table_fault(record, ["Now", "Then"], *groups)
    assert table_fault(record, ["Now", "Then"], two[0], two[0]) == ""


@pytest.mark.parametrize(
    ("name", "of", "wrong"),
    [
        ("Children in care", CARE, ""),
        ("Children in care", "lettings-", "lettings"),
        ("Children in care", "unnamed", "Swings in the parks"),
        ("Lettings, all", "walks-north", "walks"),
        ("Of the lettings", "walks-north", ""),
        ("Playing", "walks-north", ""),
        ("Walks to school: all schools", "walks-north", ""),
        ("Walks to school: all schools", "walkers-", "walkers"),
        ("Walks to school", "walks-north", "walks"),
    ],
)
def test_a_row_holds_figures_of_the_measure_that_its_header_names(
    name: str, of: str, wrong: str, record: Record
) -> None:
    fault = f"figures of {wrong} in the row {name!r} of 'Figures of the panel'" if wrong else ""
    assert table_fault(record, ["Now"], trace("70", of), name=name) == fault
    assert table_fault(record, ["Now"], {}, name=name) == ""


def test_of_a_long_caption_the_beginning_is_shown(record: Record) -> None:
    cell = {**b.cell(""), "figures": [trace("96%", VISITS)]}
    table = b.table([{"text": "July 2031"}], [[cell]], caption="Figures " * 20)
    said = out_of_place(Edition({}, (table,)), (), record)
    assert said.endswith(f"of {('Figures ' * 20)[:60]!r}")
