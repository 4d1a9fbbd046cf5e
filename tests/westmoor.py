"""Stores of a made-up council, Westmoor, for tests to read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from briefing.model import TABLES
from briefing.store import csvfile

PANEL = "westmoor-children"
MAY = f"{PANEL}/2031-05-14"
JULY = f"{PANEL}/2031-07-16"
OTHER = "westmoor-adults/2031-07-16"


class StoreMaker:
    """Writes the files of a store as a person would, for tests to read."""

    def __init__(self, root: Path) -> None:
        self.root = root
        root.mkdir()

    def table(self, table: str, *rows: dict[str, str], at: str = "") -> Path:
        """Write a table's rows (blank where a column is not given) into a folder of the store."""
        path = self.root / (at or "catalogue") / f"{table}.csv"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(csvfile.write(TABLES[table].columns, rows), encoding="utf-8", newline="\n")
        return path

    def panel(self, slug: str, **more: Any) -> None:
        """Write ``panel.json``."""
        folder = self.root / "panels" / slug
        folder.mkdir(parents=True, exist_ok=True)
        record = {"panel": slug, "council": "Westmoor Council", "name": slug.title(), **more}
        (folder / "panel.json").write_text(json.dumps(record), encoding="utf-8")

    def meeting(self, meeting: str, **more: str) -> str:
        """Write ``meeting.json``; returns the meeting's folder, from the root of the store."""
        panel, _, day = meeting.rpartition("/")
        row = {
            "meeting": meeting,
            "panel": panel,
            "council": "Westmoor Council",
            "date": day,
            "status": "scheduled",
            **more,
        }
        folder = self.root / "panels" / panel / "meetings" / day
        folder.mkdir(parents=True, exist_ok=True)
        text = json.dumps({column: row.get(column, "") for column in TABLES["meetings"].columns})
        (folder / "meeting.json").write_text(text, encoding="utf-8")
        return f"panels/{panel}/meetings/{day}"


def document(slug: str, meeting: str, **more: str) -> dict[str, str]:
    """A row of ``documents``."""
    return {
        "document": slug,
        "meeting": meeting,
        "panel": meeting.rpartition("/")[0],
        "publisher": "council",
        "title": slug.replace("-", " ").capitalize(),
        "kind": "pack",
        **more,
    }


def observation(meeting: str, name: str, period: str, value: str, **more: str) -> dict[str, str]:
    """A row of ``observations``, of the table ``visits``, stated in the meeting's pack."""
    return {
        "observation": f"{meeting}/visits/{name}",
        "meeting": meeting,
        "table": "visits",
        "indicator": "visits-in-time",
        "name_as_printed": "Visits in time",
        "period": period,
        "period_kind": "month",
        "value": value,
        "unit": "percent",
        "status": "stated",
        "raw": f"{value}%",
        "document": f"pack-{meeting[-10:]}",
        "printed_page": "12",
        **more,
    }


INDICATORS = (
    {
        "indicator": "visits-in-time",
        "name": "Visits to children made in time",
        "unit": "percent",
        "measure_type": "month",
        "polarity": "high",
        "aliases": "Visits|Visits in time",
    },
    {
        "indicator": "children-in-care",
        "name": "Children in care",
        "unit": "count",
        "measure_type": "stock",
        "polarity": "neutral",
    },
)


def fill(maker: StoreMaker) -> None:
    """Two panels: the children's with a meeting in May and July, the adults' in July."""
    maker.table("indicators", *INDICATORS)
    maker.panel(
        PANEL,
        name="Westmoor Children's Panel",
        short_name="Children's Panel",
        colour="#205090",
        logo={"file": "logo.svg", "alt": "Westmoor Council: a heather sprig"},
        aliases=["WCP"],
    )
    logo = maker.root / "panels" / PANEL / "logo.svg"
    logo.write_text('<svg xmlns="http://www.w3.org/2000/svg"/>\n', encoding="utf-8")
    maker.table(
        "glossary",
        {"panel": PANEL, "term": "ICPC", "expansion": "initial child protection conference"},
        at=f"panels/{PANEL}",
    )
    maker.panel("westmoor-adults")
    maker.meeting(OTHER)
    _may(maker)
    _july(maker)


def _may(maker: StoreMaker) -> None:
    folder = maker.meeting(MAY, status="held", agenda_published="2031-05-06")
    maker.table(
        "documents",
        document("pack-2031-05-14", MAY, published="2031-05-06"),
        document("minutes-2031-05-14", MAY, kind="minutes"),
        at=folder,
    )
    maker.table(
        "tables",
        {"meeting": MAY, "table": "visits", "item_number": "6", "title": "Visits",
         "document": "pack-2031-05-14"},
        at=folder,
    )  # fmt: skip
    maker.table("observations", observation(MAY, "r01-p01", "2031-04", "88"), at=folder)
    maker.table(
        "resolutions",
        {"meeting": MAY, "item_number": "6", "resolution_number": "1",
         "text": "Visits to be made in time, always", "document": "minutes-2031-05-14"},
        at=folder,
    )  # fmt: skip
    maker.table(
        "targets",
        {"meeting": MAY, "indicator": "visits-in-time", "kind": "expectation", "value": "90",
         "direction": "at_least", "set_by": "the panel", "document": "minutes-2031-05-14"},
        at=folder,
    )  # fmt: skip


def _july(maker: StoreMaker) -> None:
    folder = maker.meeting(
        JULY, title="Westmoor Children's Panel", start_time="17:30", agenda_published="2031-07-08"
    )
    maker.table(
        "documents",
        document("pack-2031-07-16", JULY, published="2031-07-08", title="Reports pack, July"),
        document("late-2031-07-16", JULY, published="2031-07-15", kind="report"),
        document(
            "summary-2031-07-16",
            JULY,
            published="2031-07-08",
            publisher="third_party",
            kind="summary",
        ),
        at=folder,
    )
    maker.table(
        "agenda_items",
        {"meeting": JULY, "item_number": "7", "title": "Figures", "document": "pack-2031-07-16"},
        at=folder,
    )
    maker.table(
        "tables",
        {"meeting": JULY, "table": "visits", "item_number": "7", "title": "Visits to children",
         "document": "pack-2031-07-16", "printed_page": "12"},
        at=folder,
    )  # fmt: skip
    maker.table(
        "observations",
        observation(JULY, "r01-p01", "2031-04", "88"),
        observation(JULY, "r01-p02", "2031-05", "91.5"),
        observation(
            JULY, "r01-p03", "", "93", status="ambiguous", period_candidates="2031-06|2031-07"
        ),
        observation(JULY, "r02-p01", "2031-05", "417", indicator="children-in-care", unit="count",
                    name_as_printed="Children in care", raw="417"),
        observation(JULY, "r03-p01", "2031-06", "95", document="late-2031-07-16", table="",
                    section="Late paper"),
        at=folder,
    )  # fmt: skip
    maker.table(
        "targets",
        {"meeting": JULY, "table": "visits", "indicator": "visits-in-time", "kind": "target",
         "value": "95", "direction": "at_least", "raw": "95%", "document": "pack-2031-07-16"},
        at=folder,
    )  # fmt: skip
