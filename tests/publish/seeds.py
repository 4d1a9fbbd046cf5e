"""A meeting of a made-up council, and its briefing, to put wrong figures into."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from westmoor import INDICATORS, PANEL, StoreMaker, document, observation

from briefing import sections
from briefing.model import blocks as b
from briefing.model.blocks import Block
from briefing.publish.build import _make
from briefing.publish.edition import Edition
from briefing.publish.from_notebook import edition_from_notebook
from briefing.publish.read_back import Record, open_record, trace_numbers

from . import notebook_samples as s

MEETING = f"{PANEL}/2031-09-24"
PACK = "pack-2031-09-24"

#: Seeds of the first two hundred a stage, and what stops them there.
STAGES = {
    "store row": (34, "read back against the row's own cell, or withheld by the analysis"),
    "figure": (40, "read back against the store"),
    "sentence": (30, "numbers of the text"),
    "derived": (20, "worked out again"),
    "series": (10, "the model"),
    "chart": (20, "numbers of the picture, rows of its file"),
    "notebook": (16, "numbers of the text, read back against the store"),
    "typst": (8, "the PDF's text"),
    "html": (12, "the page's text"),
    "xlsx": (10, "the workbook's cells"),
}

#: The second hundred: faults that leave the row and its cell in agreement, or that stand in what
#: goes with the text.
MORE = {
    "misplaced": (30, "withheld: two tables, or the cells of one, do not bear each other out"),
    "cell": (12, "read back against the row's own cell"),
    "told": (24, "read back: the measure, the period, the baseline, the exact figure"),
    "drawn": (48, "the marks of a chart against its axes, its words against its analysis"),
    "carried": (18, "pictures, bookmarks, properties, formats and files of what is finished"),
}

VISITS = (81, 83, 80, 84, 79, 85, 82, 86, 83, 81, 84, 82, 80, 96)
CARE = (503, 498, 511, 507, 489, 493, 476, 481, 470, 466, 472, 459, 463, 451)
MONTHS = tuple(f"{2030 + (6 + i) // 12}-{(6 + i) % 12 + 1:02d}" for i in range(14))


def write(maker: StoreMaker) -> Path:
    """The store: two measures over fourteen months, one of them in two tables, and a target."""
    maker.table("indicators", *INDICATORS)
    maker.panel(PANEL, name="Westmoor Children's Panel")
    folder = maker.meeting(MEETING, agenda_published="2031-09-16", start_time="17:30")
    pack = document(PACK, MEETING, published="2031-09-16", title="Reports pack")
    maker.table("documents", pack, at=folder)
    item = {"meeting": MEETING, "item_number": "7", "title": "Performance", "document": PACK}
    pages = {"printed_page_from": "11", "printed_page_to": "19"}
    maker.table("agenda_items", {**item, **pages}, at=folder)
    maker.table("tables", *_tables(), at=folder)
    maker.table("observations", *rows(), at=folder)
    target = {"meeting": MEETING, "table": "visits", "indicator": "visits-in-time"}
    level = {"kind": "target", "value": "95", "direction": "at_least", "raw": "95%"}
    maker.table("targets", {**target, **level, "document": PACK, "printed_page": "12"}, at=folder)
    return maker.root


def _tables() -> Iterator[dict[str, str]]:
    for name, title in (("visits", "Visits to children"), ("summary", "Summary")):
        yield {
            "meeting": MEETING, "table": name, "item_number": "7", "title": title,
            "document": PACK, "printed_page": "12",
        }  # fmt: skip


def rows() -> list[dict[str, str]]:
    """The rows of observations, as a careful reader would write them."""
    made = []
    for place, month in enumerate(MONTHS):
        visits, care = str(VISITS[place]), str(CARE[place])
        cell = {"indicator": "children-in-care", "unit": "count", "raw": care}
        cell["name_as_printed"] = "Children in care"
        name = f"p{place + 1:02d}"
        cell["position"] = str(place + 1)
        made.append(observation(MEETING, f"r01-{name}", month, visits, position=str(place + 1)))
        made.append(observation(MEETING, f"r02-{name}", month, care, **cell))
        again = observation(MEETING, f"s01-{name}", month, care, **cell)
        made.append({**again, "table": "summary"})
    return sorted(made, key=lambda row: row["observation"])


def record(store: Path) -> Record:
    """The record that the briefing is read back against."""
    return open_record(store, MEETING)


def blocks(store: Path) -> list[Block]:
    """What the cells of the notebook show."""
    this = sections.open_edition(MEETING, data=str(store))
    parts = (sections.front_page, sections.at_a_glance, sections.agenda_items, sections.annex)
    return [block for part in parts for block in part(this)]


def edition(*shown: Block) -> Edition:
    """The edition of a notebook that shows those blocks."""
    about = {"date": "2031-09-24", "status": "DRAFT"}
    body = [block for block in shown if block["type"] != "document"]
    title = {"title": "Briefing", "running": "Briefing", "author": "Scrutiny team"}
    return edition_from_notebook(s.of_blocks(*body, **{**title, **about}))


class Made:
    """The right briefing, made once: its store, record, edition and files."""

    def __init__(self, store: Path) -> None:
        self.store = store
        self.record: Record = record(store)
        self.blocks = blocks(store)
        self.edition = edition(*self.blocks)
        self.files = {form: _make(form, self.edition)[0] for form in ("pdf", "html", "xlsx")}
        meeting = self.record.edition.meeting
        self.series = meeting.series("visits-in-time")[0]
        self.figures = [p.figure for one in meeting.series() for p in one.known if p.figure]

    def trace(self, *shown: b.Block) -> None:
        """Read those blocks back as an edition."""
        trace_numbers(edition(*shown), self.record)


def numbered(stage: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("seed", range({**STAGES, **MORE}[stage][0]))
