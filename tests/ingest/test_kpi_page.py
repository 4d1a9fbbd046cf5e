"""Pages of key indicators, one measure a block."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from briefing.ingest.parts import PrintedTable, TableRow
from briefing.ingest.read import read_source
from briefing.ingest.recognise.kpi_page import recognise
from briefing.ingest.tables.terms import term_of
from briefing.ingest.words.values import read_value
from ingest.kpi_samples import (
    MEASURES,
    cards_side_by_side,
    terms_over_values,
    terms_with_colons,
)
from ingest.table_samples import STYLES, build, sample

PACKS = Path(__file__).parents[2].parent / "shared" / "packs"


def table_of(path: Path) -> PrintedTable:
    (table,) = recognise(read_source(path))
    assert isinstance(table, PrintedTable)
    return table


def said(row: TableRow) -> list[str]:
    return [cell.raw for cell in row.cells]


@pytest.mark.parametrize("draw", [terms_over_values, terms_with_colons])
def test_every_block_gives_its_measure(draw: Callable[[Path], Path], tmp_path: Path) -> None:
    table = table_of(draw(tmp_path / "kpi.pdf"))
    assert [column.kind for column in table.columns] == [
        "label",
        "period",
        "target",
        "floor",
        "period",
    ]
    for measure, row in zip(MEASURES, table.rows, strict=True):
        assert row.label == measure.name
        assert said(row) == [measure.latest, measure.target, measure.floor, measure.previous]
        assert [cell.value for cell in row.cells] == [read_value(raw).value for raw in said(row)]
        assert (row.rag, row.direction) == (measure.rag, measure.direction)


def test_the_period_of_the_latest_result_is_read_where_it_is_said(tmp_path: Path) -> None:
    table = table_of(terms_over_values(tmp_path / "kpi.pdf"))
    assert [str(column.period or "") for column in table.columns[1:]] == ["2024/25-Q2", "", "", ""]


def test_cards_side_by_side_keep_their_own_values(tmp_path: Path) -> None:
    table = table_of(cards_side_by_side(tmp_path / "cards.pdf"))
    assert [said(row) for row in table.rows] == [
        [one.latest, one.target, one.floor, one.previous] for one in MEASURES[:2]
    ]
    assert [row.rag for row in table.rows] == ["amber", "red"]


def test_terms_with_and_without_a_value_behind_a_colon() -> None:
    colon = term_of("Floor standard: 85%")
    assert colon is not None
    assert (colon.kind, colon.value) == ("floor", "85%")
    assert term_of("Targeted work with families") is None
    assert term_of("The latest result was better than the target") is None


def test_a_performance_table_is_no_page_of_indicators(tmp_path: Path) -> None:
    made = [sample(random.Random(3), STYLES[0])]
    assert list(recognise(read_source(build(tmp_path / "t.pdf", made, STYLES[0])))) == []


@pytest.mark.shared
def test_papers_without_indicators_give_none() -> None:
    for path in sorted(PACKS.rglob("*.*")):
        assert list(recognise(read_source(path))) == [], path.name
