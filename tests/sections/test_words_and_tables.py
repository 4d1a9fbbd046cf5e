"""What the words say and what the tables give, as frames of the explorer."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.errors import BriefingError
from briefing.sections import Explorer, open_explorer
from briefing.sections.words_and_tables import DISAGREEMENTS, STATEMENTS, VERDICTS

DATA = str(Path(__file__).parents[2] / "data")


@pytest.fixture(scope="module")
def explorer() -> Explorer:
    return open_explorer("2024-09-26", data=DATA)


def test_every_verdict_stands_there_with_its_working(explorer: Explorer) -> None:
    frame = explorer.statements()
    assert tuple(frame.columns) == STATEMENTS
    assert len(frame) == len(explorer.meeting.verdicts)
    assert set(frame["verdict"]) == set(VERDICTS)
    assert (frame["working"] != "").all()
    assert frame["certainty"].between(0, 1).all()
    assert frame["claim"].is_unique


def test_it_filters_by_verdict(explorer: Explorer) -> None:
    found = explorer.statements("contradicts")
    whole = explorer.statements()
    assert list(found["claim"]) == list(whole.loc[whole["verdict"] == "contradicts", "claim"])
    assert (found["point"] != "").all()
    assert (found["tables"] != "").all()
    assert (explorer.statements("agrees")["point"] == "").all()


def test_a_verdict_that_there_is_none_of_is_named(explorer: Explorer) -> None:
    with pytest.raises(BriefingError, match="no verdict 'wrong': it is agrees, contradicts"):
        explorer.statements("wrong")


def test_disagreements_name_their_rows_and_their_reference(explorer: Explorer) -> None:
    frame = explorer.disagreements()
    assert tuple(frame.columns) == DISAGREEMENTS
    assert len(frame) == len(explorer.meeting.disagreements)
    care = frame[frame["point"] == "same-series-children-in-care-2023-08"]
    assert {"507", "510"} <= {word for text in care["working"] for word in text.split()}
    assert set(explorer.disagreements("same_series")["kind"]) == {"same_series"}


def test_the_rows_on_show_can_be_traced(explorer: Explorer) -> None:
    rows = explorer.rows()
    known = set(explorer.meeting.observations["observation"])
    assert set(rows["observation"]) <= known
