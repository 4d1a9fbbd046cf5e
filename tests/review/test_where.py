"""Where a figure comes from: in words always, on its page where the file is at hand."""

from __future__ import annotations

import base64
import re
from decimal import Decimal
from pathlib import Path

import pytest
import typst
from westmoor import JULY, StoreMaker, observation

import briefing
from briefing.display.html import to_html
from briefing.display.plain import to_text
from briefing.errors import BriefingError
from briefing.face import Meeting
from briefing.model import Citation, Figure, compose, derive
from briefing.review import where_from
from briefing.store import DataFolder, refresh

from .conftest import put_documents

AT = "panels/westmoor-children/meetings/2031-07-16"
PAGE = """
#set page(width: 210mm, height: 297mm)
First page
#pagebreak()
#table(columns: 5, stroke: none,
  [Measure], [Apr 31], [May 31], [Jun 31], [Target],
  [Visits in time], [88%], [91%], [88%], [95%],
  [Children in care], [417], [417], [401], [-])
"""


@pytest.fixture(scope="session")
def table_pdf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("table") / "pack.pdf"
    path.write_bytes(typst.compile(PAGE.encode()))
    return path


@pytest.fixture
def meeting(
    maker: StoreMaker, westmoor: Path, table_pdf: Path, text: Path, monkeypatch: pytest.MonkeyPatch
) -> Meeting:
    """July, its table read from a PDF, one value from a text, one corrected, one open."""
    monkeypatch.delenv("BRIEFING_SOURCES", raising=False)
    monkeypatch.setenv("BRIEFING_DATA", str(westmoor))
    put_documents(maker, table_pdf, text)
    months = ("2031-04", "2031-05", "2031-06")
    rows = [
        observation(JULY, f"r01-p0{at}", month, value, position=str(at), page="2")
        for at, (month, value) in enumerate(zip(months, ("88", "91", "88"), strict=True), 1)
    ]
    rows[1] |= {"evidence": "The heading above it says May"}
    ours = {"name_as_printed": "Children in our care", "document": "text-2031-07-16"}
    care = {"indicator": "children-in-care", "unit": "count", "name_as_printed": "Children in care"}
    rows += [
        observation(JULY, f"r02-p0{at}", month, value, position=str(at), page="2", raw=raw, **care)
        for at, (month, value, raw) in enumerate(
            zip(months, ("417", "417", "410"), ("417", "417", "401"), strict=True), 1
        )
    ]
    rows[-1] |= {"corrected_by": "Data Manager", "correction_reason": "A slip of the pen"}
    rows += [
        observation(JULY, "r03-p01", "2031-05", "417", raw="417", table="", line="4",
                    **care | ours),
    ]  # fmt: skip
    maker.table("observations", *rows, at=AT)
    maker.table(
        "targets",
        {"meeting": JULY, "table": "visits", "indicator": "visits-in-time", "kind": "target",
         "value": "95", "direction": "at_least", "raw": "95%", "document": "pack-2031-07-16",
         "page": "2"},
        at=AT,
    )  # fmt: skip
    refresh(DataFolder(westmoor))
    return briefing.open_store(westmoor).meeting(JULY)


def svg_of(html: str) -> str:
    (data,) = re.findall(r"data:image/svg\+xml;base64,([A-Za-z0-9+/=]+)", html)
    return base64.b64decode(data).decode()


def marks(html: str) -> list[float]:
    """The left edges of the cells that are marked."""
    return [float(x) for x in re.findall(r'<rect x="([\d.]+)"[^>]*"1\.5"/>', svg_of(html))]


def test_without_the_file_the_words_tell_and_say_what_to_give(meeting: Meeting) -> None:
    told = to_text(list(where_from(meeting.observations.iloc[1])))
    assert "Visits in time, 91%, May 2031: printed as “91%”" in told
    assert "item 7, Visits to children, page 12" in told
    assert "How it was placed: The heading above it says May" in told
    assert "give the folder with pack.pdf" in told
    assert "BRIEFING_SOURCES" in told


def test_the_cell_is_marked_on_the_picture_of_its_page(meeting: Meeting, table_pdf: Path) -> None:
    html = to_html(
        list(where_from(meeting.observations.iloc[1], sources=str(table_pdf.parent))), fragment=True
    )
    assert "Page 2 of pack.pdf: 91% marked." in html
    assert "data:image/jpeg;base64," in svg_of(html)
    assert len(marks(html)) == 1
    assert "stroke-dasharray" not in svg_of(html)


def test_one_value_twice_in_a_row_is_marked_where_it_is_meant(
    meeting: Meeting, table_pdf: Path
) -> None:
    places = [
        marks(to_html(list(where_from(meeting.observations.iloc[at], sources=str(table_pdf))),
                      fragment=True))[0]
        for at in (0, 1, 2)
    ]  # fmt: skip
    assert places == sorted(set(places))


def test_the_folder_is_given_once(meeting: Meeting, table_pdf: Path) -> None:
    where_from(meeting.observations.iloc[0], sources=str(table_pdf.parent))
    assert "Page 2 of pack.pdf" in to_text(list(where_from(meeting.observations.iloc[1])))


def test_a_file_that_is_not_the_one_that_was_read_is_never_shown(
    meeting: Meeting, tmp_path: Path
) -> None:
    folder = tmp_path / "others"
    folder.mkdir()
    (folder / "pack.pdf").write_bytes(typst.compile(PAGE.replace("91%", "93%").encode()))
    told = to_text(list(where_from(meeting.observations.iloc[1], sources=str(folder))))
    assert "Page 2" not in told
    assert "give the folder with pack.pdf" in told


def test_a_figure_worked_out_shows_what_it_rests_on_and_each_page_once(
    meeting: Meeting, table_pdf: Path
) -> None:
    first, second = (meeting.figure(meeting.observations.iloc[at]) for at in (0, 1))
    change = derive(Decimal(3), "change from April 2031 to May 2031", first, second)
    blocks = list(where_from(change, sources=str(table_pdf)))
    told = to_text(blocks)
    assert "worked out, not printed: change from April 2031 to May 2031." in told
    assert "printed as “88%”" in told and "printed as “91%”" in told
    assert len(marks(to_html(blocks, fragment=True))) == 2


def test_a_correction_is_told_with_what_was_read(meeting: Meeting, table_pdf: Path) -> None:
    row = meeting.observations.iloc[5]
    blocks = list(where_from(row, sources=str(table_pdf)))
    told = to_text(blocks)
    assert "Children in care, 410, June 2031" in told
    assert "Corrected by hand: Data Manager: A slip of the pen. What was read: “401”." in told
    assert "401 marked" in told


def test_the_value_of_a_text_is_marked_in_its_line(meeting: Meeting, text: Path) -> None:
    told = to_text(list(where_from(meeting.observations.iloc[6], sources=str(text.parent))))
    lines = told.splitlines()
    at = next(n for n, line in enumerate(lines) if "▸" in line)
    assert lines[at].endswith("Children in our care 417")
    assert lines[at + 1].strip() == "^^^"
    assert lines[at + 1].index("^") == lines[at].index("417")


@pytest.mark.parametrize(
    "take",
    [
        lambda m: m.trend("visits-in-time"),
        lambda m: m.trend("visits-in-time").last,
        lambda m: m.series("visits-in-time")[0].known[-1],
        lambda m: m.series("visits-in-time")[0],
        lambda m: compose("It is {f}.", f=m.figure(m.observations.iloc[2])),
        lambda m: m.observations.iloc[2],
        lambda m: m.observations.iloc[[2]],
        lambda m: m.observations.iloc[2]["observation"],
        lambda m: f"observations/{m.observations.iloc[2]['observation']}",
        lambda m: m.observations.iloc[2][["observation", "value"]],
        lambda m: {"found_in": m.observations.iloc[2]["observation"], "claim": "some-claim"},
        lambda m: {"left": m.observations.iloc[2]["observation"], "right": ""},
    ],
)
def test_whatever_is_in_hand_leads_to_the_row(meeting: Meeting, take) -> None:
    told = to_text(list(where_from(take(meeting))))
    assert "Visits in time, 88%, June 2031: printed as “88%”" in told


def test_a_target_is_marked_in_the_row_of_its_measure(meeting: Meeting, table_pdf: Path) -> None:
    html = to_html(list(where_from(meeting.targets.iloc[0], sources=str(table_pdf))), fragment=True)
    assert "95% marked" in html


def test_what_is_published_elsewhere_and_what_is_entered_by_hand_is_said(meeting: Meeting) -> None:
    figure = Figure(Decimal(9), citation=Citation("x", "A published table"))
    assert "A published table" in to_text(list(where_from(figure)))


@pytest.mark.parametrize(
    ("take", "message"),
    [
        (lambda m: "no/such/row", "the store has no row 'no/such/row'"),
        (lambda m: 3, "this int has no figure: give a figure"),
        (lambda m: m.observations, "these are 7 rows: take one"),
        (lambda m: m.observations.iloc[0][["value"]], "this is a row of no table"),
    ],
)
def test_what_leads_nowhere_is_refused_with_what_would_do(
    meeting: Meeting, take, message: str
) -> None:
    with pytest.raises(BriefingError, match=re.escape(message)):
        where_from(take(meeting))


def test_a_folder_that_is_not_there_is_refused(meeting: Meeting) -> None:
    with pytest.raises(BriefingError, match="there is no file or folder"):
        where_from(meeting.observations.iloc[0], sources="/no/such/folder")
