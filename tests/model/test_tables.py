"""The public columns: each table has at least those that others rely on."""

import re

import pytest

from briefing.model import TABLES

PROMISED = {
    "meetings": "meeting panel council title date start_time venue status municipal_year "
    "agenda_published",
    "documents": "document meeting panel council publisher title kind published sha256 pages url "
    "supersedes source_name",
    "attendance": "meeting name role status substitute_for remote",
    "agenda_items": "meeting item_number title printed_page_from printed_page_to report_of "
    "purpose exempt",
    "report_recommendations": "meeting item_number number text",
    "resolutions": "meeting item_number resolution_number text",
    "votes": "meeting item_number motion member vote printed_count outcome",
    "recommendations": "recommendation meeting_raised item_title text recipient due",
    "recommendation_updates": "recommendation meeting response status flags",
    "statements": "meeting item_number kind text owner due measure indicator",
    "tables": "table meeting item_number title headers rows",
    "indicators": "indicator name unit measure_type window_months polarity theme definition",
    "observations": "observation meeting table position indicator name_as_printed breakdown period "
    "period_kind value unit status period_candidates evidence raw rag_printed direction_printed",
    "targets": "meeting table indicator kind value direction due set_by raw",
    "benchmarks": "meeting table indicator column_position comparator identification value period "
    "neighbour_set release raw",
    "claims": "claim meeting text indicator kind period baseline_period claimed found found_in "
    "verdict certainty working",
    "disagreements": "meeting kind left right working",
    "findings": "document paragraph section kind text",
    "glossary": "panel term expansion definition",
    "trends": "meeting indicator points mean lower_limit upper_limit rule variation assurance "
    "withheld_reason",
    "signals": "meeting signal kind item_number indicator severity evidence",
    "questions": "meeting rank item_number theme addressed_to question why_it_matters follow_up "
    "good_answer evidence",
    "issues": "meeting document page line kind message",
}


@pytest.mark.parametrize("name", PROMISED)
def test_promised_columns_are_there(name: str) -> None:
    assert set(PROMISED[name].split()) <= set(TABLES[name].columns)


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda t: t.name)
def test_declarations_are_sound(table) -> None:
    assert len(set(table.columns)) == len(table.columns)
    assert set(table.key) <= set(table.columns)
    for field in table.fields:
        assert field.description
        re.compile(field.pattern)
        assert not (field.pattern and field.enum)
