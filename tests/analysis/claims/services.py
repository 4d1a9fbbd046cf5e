"""Tables of six services of a made-up council, and what its officers write about them.

``services_tables.csv`` has a row for each measure, its values by month up to August 2031 or with
their period before them. ``services_sentences.csv`` has sentences, each with the verdict that a
careful reader gives: ``cannot_verify`` for whatever is of another group, place or time, of a plan,
or can be argued. ``reports_sentences.csv`` has longer ones, as whole reports have them.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path

from briefing.analysis.claims import Measure, Passage, Record, claims_in, hold
from briefing.model import Citation, Figure, Indicator, Period, Point, Series, Target
from briefing.model.claim import Verdict
from briefing.model.trend import Comparator

HERE = Path(__file__).parent
LAST = Period("2031-08")
PUBLISHED = date(2031, 9, 18)
ITEM = "7"
_SENTENCE = re.compile(r"(?<=[.])\s+(?=[A-Z])")


@dataclass(frozen=True)
class Written:
    """A passage of one service's commentary, and its careful reader's verdict."""

    verdict: str
    section: str
    form: str
    text: str


def sentences(name: str = "services_sentences.csv") -> list[Written]:
    """Everything that the officers wrote, in one of the files beside this one."""
    return [Written(**row) for row in _rows(name)]


@cache
def judge(written: Written) -> list[Verdict]:
    """Read the claims of a passage and hold each against the tables."""
    record, measures = _tables()
    citation = Citation("pack-2031-09-26", item_number=ITEM, section=written.section)
    passages, before = [], ""
    for at, text in enumerate(_SENTENCE.split(written.text)):
        passages.append(Passage(f"p{at}", text, ITEM, written.section, citation, PUBLISHED, before))
        before = text
    return [hold(claim, record) for claim in claims_in(passages, measures)]


def _rows(name: str) -> list[dict[str, str]]:
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def _tables() -> tuple[Record, Sequence[Measure]]:
    rows = _rows("services_tables.csv")
    measures = tuple(
        Measure(
            row["indicator"],
            row["name"],
            (row["alias"],) if row["alias"] else (),
            row["unit"],
            row["polarity"],
        )
        for row in rows
    )
    beside = {
        row["indicator"]: tuple(
            Comparator(name, "named", _figure(row, row[name]))
            for name in ("statistical_neighbours", "england")
            if row[name]
        )
        for row in rows
    }
    return Record(tuple(map(_series, rows)), beside, PUBLISHED), measures


def _series(row: Mapping[str, str]) -> Series:
    goal = row["target"]
    return Series(
        Indicator(row["indicator"], row["name"], row["unit"], "month", polarity=row["polarity"]),
        tuple(Point(period, _figure(row, raw, period)) for period, raw in _values(row["values"])),
        table=row["section"].lower(),
        table_title=row["section"],
        name_as_printed=row["name"],
        meeting="westmoor/2031-09-26",
        item_number=ITEM,
        targets=(Target(_figure(row, goal), row["direction"]),) if goal else (),
    )


def _values(text: str) -> list[tuple[Period, str]]:
    printed = text.split()
    return [
        (Period(one.partition("=")[0]), one.partition("=")[2])
        if "=" in one
        else (LAST.shift(at + 1 - len(printed)), one)
        for at, one in enumerate(printed)
    ]


def _figure(row: Mapping[str, str], raw: str, period: Period | None = None) -> Figure:
    return Figure(
        Decimal(raw),
        row["unit"],
        period,
        Citation("pack-2031-09-26", item_number=ITEM, section=row["section"]),
        f"{raw}%" if row["unit"] == "percent" else raw,
        f"{row['indicator']}/{period or raw}",
    )
