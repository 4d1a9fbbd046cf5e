"""What a meeting's papers say, and what was public when."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pandas as pd
import pytest
from westmoor import JULY, MAY, OTHER, PANEL, StoreMaker, document, fill, observation

import briefing
from briefing.errors import BriefingError
from briefing.face import EVERYTHING
from briefing.model import TABLES, Citation, Period


@pytest.fixture
def store(westmoor: Path) -> briefing.Store:
    """The store of Westmoor."""
    return briefing.open_store(westmoor)


@pytest.fixture
def july(store: briefing.Store) -> briefing.Meeting:
    """The children's panel in July, as its agenda came out."""
    return store.meeting(JULY)


def test_what_a_meeting_is(july: briefing.Meeting) -> None:
    assert (july.id, july.panel, july.date, july.start_time) == (JULY, PANEL, "2031-07-16", "17:30")
    assert (july.status, july.venue, july.council) == ("scheduled", "", "Westmoor Council")
    assert july.panel_title == "Westmoor Children's Panel"
    assert july.panel_record.short_name == "Children's Panel"
    assert repr(july) == f"<Meeting {JULY}, as public on 2031-07-08>"


def test_observations_are_tidy_and_exact(july: briefing.Meeting) -> None:
    frame = july.observations
    assert tuple(frame.columns) == TABLES["observations"].columns
    assert list(frame["value"]) == [Decimal("88"), Decimal("91.5"), Decimal("93"), Decimal("417")]
    assert list(frame["period"]) == ["2031-04", "2031-05", "", "2031-05"]


def test_a_value_that_is_not_stated_is_none(maker: StoreMaker) -> None:
    fill(maker)
    folder = f"panels/{PANEL}/meetings/2031-07-16"
    row = observation(JULY, "r01-p01", "2031-04", "", status="missing", raw="-")
    maker.table("observations", row, at=folder)
    meeting = briefing.open_store(maker.root).meeting(JULY)
    assert list(meeting.observations["value"]) == [None]
    with pytest.raises(ValueError, match="r01-p01 states no value"):
        meeting.figure(meeting.rows("observations")[0])


def test_frames_are_fresh(july: briefing.Meeting) -> None:
    frame = july.observations
    frame["value"] = None
    assert july.observations["value"].notna().all()


@pytest.mark.parametrize("table", [t for t in TABLES if t not in ("claims", "disagreements")])
def test_every_table_is_a_frame_with_its_columns(july: briefing.Meeting, table: str) -> None:
    frame = july.table(table)
    assert isinstance(frame, pd.DataFrame)
    assert list(frame.columns)[: len(TABLES[table].columns)] == list(TABLES[table].columns)


def test_what_came_out_later_is_not_seen(store: briefing.Store) -> None:
    def seen(**as_of: str) -> list[str]:
        rows = store.meeting(JULY, **as_of).rows("observations")
        return [row["document"] for row in rows if row["document"] != "pack-2031-07-16"]

    assert store.meeting(JULY).as_of == "2031-07-08"
    assert seen() == []
    assert seen(as_of="2031-07-14") == []
    assert seen(as_of="2031-07-15") == ["late-2031-07-16"]
    assert seen(as_of=EVERYTHING) == ["late-2031-07-16"]
    assert not store.meeting(JULY, as_of="2031-07-07").rows("observations")


def test_minutes_come_out_after_their_meeting(store: briefing.Store) -> None:
    assert store.meeting(MAY).as_of == "2031-05-06"
    assert not store.meeting(MAY).rows("resolutions")
    assert not store.meeting(MAY, as_of="2031-05-14").rows("resolutions")
    assert len(store.meeting(MAY, as_of="2031-05-15").rows("resolutions")) == 1


def test_a_meeting_without_agenda_papers_shows_all_that_is_on_record(maker: StoreMaker) -> None:
    maker.panel(PANEL)
    folder = maker.meeting(MAY, status="held")
    maker.table("documents", document("minutes", MAY, kind="minutes"), at=folder)
    row = {"meeting": MAY, "item_number": "1", "resolution_number": "1", "text": "Agreed",
           "document": "minutes"}  # fmt: skip
    maker.table("resolutions", row, at=folder)
    meeting = briefing.open_store(maker.root).meeting(MAY)
    assert (meeting.as_of, len(meeting.rows("resolutions"))) == (EVERYTHING, 1)


def test_a_day_that_is_none_is_told(store: briefing.Store) -> None:
    with pytest.raises(BriefingError, match="14/07/2031 is not a day"):
        store.meeting(JULY, as_of="14/07/2031")


def test_earlier_rows_come_from_the_same_panel(july: briefing.Meeting) -> None:
    assert [row["meeting"] for row in july.earlier("resolutions")] == [MAY]
    assert july.earlier("votes") == ()


def test_the_previous_meeting_has_papers(store: briefing.Store, maker: StoreMaker) -> None:
    assert store.meeting(JULY).previous.id == MAY
    assert store.meeting(MAY).previous is None
    assert store.meeting(OTHER).previous is None
    june = maker.meeting(f"{PANEL}/2031-06-18", status="known_date")
    maker.table("agenda_items", {"meeting": f"{PANEL}/2031-06-18", "item_number": "1",
                                 "title": "Named"}, at=june)  # fmt: skip
    maker.meeting(f"{PANEL}/2031-06-25")
    assert briefing.open_store(maker.root).meeting(JULY).previous.id == MAY


def test_the_previous_meeting_is_seen_on_the_same_day(store: briefing.Store) -> None:
    assert store.meeting(JULY).previous.as_of == "2031-07-08"
    assert store.meeting(JULY, as_of="2031-05-01").previous is None


def test_a_figure_of_a_table_is_cited_by_item_and_table(july: briefing.Meeting) -> None:
    row = july.rows("observations")[1]
    citation = july.citation(row)
    assert citation == Citation(
        document="pack-2031-07-16",
        document_title="Reports pack, July",
        meeting=JULY,
        item_number="7",
        section="Visits to children",
        printed_page="12",
    )
    figure = july.figure(july.observations.iloc[1])
    assert (figure.text, figure.raw, figure.period) == ("91.5%", "91.5%", Period("2031-05"))
    assert (figure.citation, figure.row) == (citation, row["observation"])


def test_a_row_of_another_meetings_paper_is_cited_by_its_title(july: briefing.Meeting) -> None:
    resolution = july.earlier("resolutions")[0]
    assert july.citation(resolution).text == "Minutes 2031 05 14"
    target = july.figure(july.earlier("targets")[0])
    assert (target.text, target.row) == (
        "90%",
        f"targets/{MAY}/visits-in-time/expectation",
    )


def test_the_minutes_bound_into_a_pack_number_the_items_of_their_own_meeting(
    july: briefing.Meeting,
) -> None:
    row = {**july.earlier("resolutions")[0], "document": "pack-2031-07-16", "printed_page": "2"}
    assert july.citation(row).text == "Reports pack, July, page 2"


def test_an_ambiguous_value_has_no_period(july: briefing.Meeting) -> None:
    assert july.figure(july.rows("observations")[2]).period is None


def test_second_hand_figures_say_so(july: briefing.Meeting) -> None:
    row = {**july.rows("observations")[0], "document": "summary-2031-07-16"}
    assert july.citation(row).second_hand
    assert july.citation(row).text.endswith("second-hand")


def test_an_expectation_of_an_earlier_meeting_stays_with_its_measure(
    july: briefing.Meeting,
) -> None:
    (series,) = july.series("visits-in-time")
    assert [(t.kind, t.figure.text) for t in series.targets] == [
        ("target", "95%"),
        ("expectation", "90%"),
    ]
    assert len(series.unplaced) == 1
    assert len(july.series()) == len(july.trends) == 2


def test_a_trend_by_its_indicator(store: briefing.Store) -> None:
    everything = store.meeting(JULY, as_of=EVERYTHING)
    assert everything.trend("visits-in-time").series.table == "visits"
    assert everything.trend("visits-in-time").last.figure.text == "91.5%"
    with pytest.raises(BriefingError, match="Did you mean visits-in-time"):
        everything.trend("visits-in-tme")
    with pytest.raises(BriefingError, match="prints visits-in-time only here: visits"):
        everything.trend("visits-in-time", table="elsewhere")
    with pytest.raises(BriefingError, match="print no figures of children-in-care"):
        store.meeting(MAY).trend("children-in-care")


def test_of_several_tables_the_fullest_is_taken(maker: StoreMaker) -> None:
    fill(maker)
    folder = f"panels/{PANEL}/meetings/2031-07-16"
    short = [observation(JULY, "r1", "2031-05", "90", table="first")]
    long = [observation(JULY, f"r2-p{n}", f"2031-0{n}", "90", table="second") for n in (4, 5)]
    split = [
        observation(JULY, f"r3-p{n}", f"2031-0{n}", "90", table="third", breakdown="Boys")
        for n in (3, 4, 5)
    ]
    maker.table("observations", *short, *long, *split, at=folder)
    meeting = briefing.open_store(maker.root).meeting(JULY)
    assert meeting.trend("visits-in-time").series.table == "second"
    assert meeting.trend("visits-in-time", table="first").series.table == "first"
    assert meeting.trend("visits-in-time", breakdown="Boys").series.table == "third"


def test_corrections_are_in_force_everywhere(westmoor: Path, july: briefing.Meeting) -> None:
    from briefing.store import Given, add

    row = {
        "observation": f"{JULY}/visits/r01-p02",
        "value": "92",
        "corrected_by": "A",
        "correction_reason": "misread",
    }
    add(july.store.folder, [Given("observations", [(2, row)], "x", by_hand=True)])
    again = briefing.open_store(westmoor).meeting(JULY)
    assert again.observations["value"][1] == Decimal("92")
    assert again.observations["corrected_by"][1] == "A"
    assert again.trend("visits-in-time").last.figure.text == "92%"


def test_the_editorial_file_is_the_managers(westmoor: Path, july: briefing.Meeting) -> None:
    assert july.editorial_file == westmoor.parent / "private" / PANEL / "2031-07-16.toml"
    assert not july.editorial.approved
    july.editorial_file.parent.mkdir(parents=True)
    july.editorial_file.write_text('status = "aproved"\n', encoding="utf-8")
    with pytest.raises(BriefingError, match=r"2031-07-16.toml: line 1: status is draft"):
        _ = briefing.open_store(westmoor).meeting(JULY).editorial


def test_a_corrected_figure_is_called_so_wherever_it_is_cited(maker: StoreMaker) -> None:
    fill(maker)
    from briefing.store import DataFolder, Given, add

    folder = DataFolder(maker.root)
    name = folder.rows("observations", maker_place(JULY))[0]["observation"]
    cells = {"observation": name, "value": "12", "corrected_by": "Analyst"}
    row = {**folder.rows("observations", maker_place(JULY))[0], **cells, "correction_reason": "x"}
    add(folder, [Given("observations", [(1, row)], "hand.csv", by_hand=True)])
    meeting = briefing.open_store(maker.root).meeting(JULY, as_of=EVERYTHING)
    figure = meeting.figure(
        next(r for r in meeting.rows("observations") if r["observation"] == name)
    )
    assert figure.text == "12%"
    assert figure.citation.text.endswith("corrected by hand")
    assert figure.raw == ""


def maker_place(meeting: str):
    from briefing.store import Place

    return Place(meeting=meeting)
