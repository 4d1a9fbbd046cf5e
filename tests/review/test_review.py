"""The review: what is open stands beside its page, and decisions are recorded and honoured."""

from __future__ import annotations

import base64
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from westmoor import JULY

import briefing
from briefing import review
from briefing.display.html import to_html
from briefing.errors import BriefingError
from briefing.publish.execute import execute
from briefing.store import DataFolder, validate

NOTEBOOK = Path(__file__).parents[2] / "notebooks" / "review.ipynb"
SECTIONS = (
    review.summary,
    review.ambiguous,
    review.unmatched,
    review.comparators,
    review.withheld,
    review.not_understood,
    review.as_read,
    review.decided,
)


def opened(store: Path, source: Path | str = "") -> review.Review:
    return review.open_review(JULY, source=str(source), author="A. Manager", data=str(store))


def page(this: review.Review) -> str:
    return to_html([block for section in SECTIONS for block in section(this)], fragment=True)


def test_everything_open_is_listed(store: Path) -> None:
    this = opened(store)
    assert [row.name for row in this.ambiguous] == ["Visits by night"]
    assert [r.name for r in this.unmatched] == [
        "Visits by night",
        "Children in our care",
        "Doors knocked",
    ]
    assert [row.name for row in this.withheld] == ["Raised"]
    assert [row["raw"] for row in this.comparators] == ["88.1%"]
    html = page(this)
    for words in (
        "Mar 31 or Apr 31",
        "no value for June 2031",
        "Its last figure is raised",
        "England, 2029/30",
        "A line that belongs to nothing",
        "Children in care",
        "set source to pack.pdf or pack.txt",
    ):
        assert words in html, words


def test_all_that_was_read_stands_by_period(store: Path, pdf: Path) -> None:
    html = to_html(list(review.as_read(opened(store, pdf))), fragment=True)
    (row,) = re.findall(r"<tr[^>]*><th[^>]*>Visits by night</th>(.*?)</tr>", html)
    assert re.findall(r"<td[^>]*>([^<]*)</td>", row) == ["", "3"]
    (row,) = re.findall(r"<tr[^>]*><th[^>]*>Visits in time</th>(.*?)</tr>", html)
    assert re.findall(r"<td[^>]*>([^<]*)</td>", row) == ["91%", ""]
    assert html.count('alt="Page 2 of pack.pdf"') == 1


def test_a_text_stands_beside_its_rows(store: Path, text: Path) -> None:
    html = page(opened(store, text))
    assert re.search(r"▸ +4  Children in our care 417", html)
    assert "At hand: pack.txt" in html


def test_a_picture_of_the_page_stands_beside_its_rows(store: Path, pdf: Path) -> None:
    html = page(opened(store, pdf))
    assert 'alt="Page 2 of pack.pdf"' in html
    (data, *_) = re.findall(r"data:image/svg\+xml;base64,([A-Za-z0-9+/=]+)", html)
    svg = base64.b64decode(data).decode()
    assert "data:image/jpeg;base64," in svg
    assert svg.count("<rect") == 1


def test_a_folder_holds_both(store: Path, pdf: Path, text: Path, tmp_path: Path) -> None:
    folder = tmp_path / "papers"
    folder.mkdir()
    for path in (pdf, text):
        shutil.copy(path, folder)
    html = page(opened(store, folder))
    assert "▸" in html and "Page 2 of pack.pdf" in html


def test_another_file_than_was_read_is_refused(store: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text("Something else")
    with pytest.raises(BriefingError, match=r"other\.txt is not a file that the meeting's rows"):
        opened(store, other)
    with pytest.raises(BriefingError, match="there is no file or folder"):
        opened(store, tmp_path / "nowhere.pdf")


def test_a_decision_is_recorded_applied_and_no_longer_open(store: Path) -> None:
    this = opened(store)
    this.decide("same_measure", "Children in our care", "children-in-care", table="visits",
                unit="count", reason="The same children")  # fmt: skip
    assert "Children in our care" not in [row.name for row in this.unmatched]
    way = "|".join(period.code for period in this.ambiguous[0].ways[0])
    this.decide("placed", "Visits by night", way, table="visits", reason="Asked")
    assert this.ambiguous == []
    assert [d.kind for d in this.decisions] == ["same_measure", "placed"]
    assert [d.meeting for d in this.decisions] == ["", JULY]
    html = page(this)
    assert "The same children" in html and "No value awaits a period" in html
    assert validate(DataFolder(store)) == []
    assert opened(store).ambiguous == []


def test_a_new_measure_waits_until_it_is_confirmed(store: Path) -> None:
    this = opened(store)
    first = {"table": "visits", "reason": "Ours", "unit": "count"}
    this.decide("new_measure", "Doors knocked", "doors-knocked", **first)
    assert "Doors knocked" not in [row.name for row in this.unmatched]
    made = briefing.open_store(store).indicators["doors-knocked"]
    assert made.unit == "count"


def test_a_decision_needs_an_author(store: Path) -> None:
    this = review.open_review(JULY, data=str(store))
    with pytest.raises(BriefingError, match="names its author"):
        this.decide("not_a_measure", "Doors knocked", table="visits", reason="None")
    assert this.decisions == ()


def test_nothing_open_is_said(westmoor: Path) -> None:
    this = review.open_review("westmoor-adults/2031-07-16", data=str(westmoor))
    html = page(this)
    for words in ("No value awaits a period", "Every printed row is of a known measure",
                  "Every comparator is named", "No value is withheld",
                  "no page held anything", "Nothing is decided yet"):  # fmt: skip
        assert words in html, words


def controls(this: review.Review) -> Any:
    from briefing.review.controls import Controls

    return Controls(this)


def choose(made: Any, matter: str, option: str) -> None:
    made.matter.value = next(v for label, v in made.matter.options if matter in label)
    made.choice.value = next(v for label, v in made.choice.options if option in label)
    made.reason.value = "Asked the service"


def test_the_controls_record_a_decision_and_go_on(store: Path) -> None:
    this = opened(store)
    made = controls(this)
    before = len(made.matter.options)
    choose(made, "Measure of: Children in our care", "It is: Children in care")
    made.record()
    assert "Recorded" in made.message.value
    assert len(made.matter.options) == before - 1
    choose(made, "Periods of: Visits by night", "no value for April 2031")
    made.record()
    assert [d.value for d in this.decisions] == ["children-in-care", "2031-03|2031-05|2031-06"]
    choose(made, "Comparator 2 of: Visits in time", "As proposed: England, 2029/30")
    made.record()
    assert this.comparators == []
    choose(made, "Measure of: Doors knocked", "no measure")
    made.record()
    assert [row.name for row in this.withheld] == ["Doors knocked", "Raised"]


def test_the_controls_offer_no_measure_of_another_unit(store: Path) -> None:
    made = controls(opened(store))
    made.matter.value = next(v for label, v in made.matter.options if "Doors knocked" in label)
    values = [value[:2] for _, value in made.choice.options]
    assert ("same_measure", "children-in-care") in values
    assert ("same_measure", "visits-in-time") not in values


def test_the_controls_record_nothing_by_themselves(store: Path) -> None:
    this = opened(store)
    made = controls(this)
    made.record()
    assert made.message.value == "Choose a decision first."
    choose(made, "Measure of: Doors knocked", "no measure")
    made.reason.value = ""
    made.record()
    assert "Not recorded" in made.message.value and "reason may not be blank" in made.message.value
    assert this.decisions == ()


def test_the_notebook_runs_without_a_person(store: Path, text: Path) -> None:
    before = {p: p.read_bytes() for p in store.rglob("*.csv")}
    done = execute(NOTEBOOK, {"meeting": JULY, "source": str(text)}, data=store)
    printed = "".join(
        output.data.get("text/html", "")
        for cell in done.cells
        for output in cell.get("outputs", ())
        if output.output_type == "execute_result"
    )
    assert "Which period is each value of?" in printed and "Nothing is decided yet" in printed
    assert {p: p.read_bytes() for p in store.rglob("*.csv")} == before
