"""What a meeting's papers print otherwise than the last ones, from the store to ``check``."""

from __future__ import annotations

from pathlib import Path

import pytest
from westmoor import INDICATORS, JULY, MAY, PANEL, StoreMaker, document, observation

import briefing
from briefing.face import Meeting
from briefing.model import TABLES

MONTHS = ("2031-03", "2031-04", "2031-05")


def fill(maker: StoreMaker) -> None:
    """One table printed at two meetings, and two sentences of the second."""
    maker.table("indicators", *INDICATORS)
    maker.panel(PANEL)
    for meeting, day in ((MAY, "2031-05-06"), (JULY, "2031-07-08")):
        folder = maker.meeting(meeting, agenda_published=day)
        pack = f"pack-{meeting[-10:]}"
        maker.table("documents", document(pack, meeting, published=day), at=folder)
        maker.table(
            "tables",
            {"meeting": meeting, "table": "visits", "item_number": "6", "title": "Visits",
             "document": pack},
            at=folder,
        )  # fmt: skip
        later = meeting == JULY
        maker.table(
            "observations",
            *(
                observation(meeting, f"r01-p0{at}", month, str(80 + at), raw=f"{80 + at}%",
                            name_as_printed=f"Visits within {2 if later else 3} weeks")
                for at, month in enumerate(MONTHS, start=1)
            ),
            at=folder,
        )  # fmt: skip
        cells = {"meeting": meeting, "table": "visits", "indicator": "visits-in-time",
                 "document": pack, "printed_page": "12"}  # fmt: skip
        value = "85" if later else "90"
        maker.table(
            "targets",
            {**cells, "kind": "target", "value": value, "direction": "at_least", "raw": value},
            at=folder,
        )
        value = "77" if later else "74"
        maker.table(
            "benchmarks",
            {**cells, "column_position": "1", "comparator": "england", "value": value,
             "identification": "named", "raw": value},
            at=folder,
        )  # fmt: skip
    sentences = (
        "31% of babies with a plan are weighed by 6 months",
        "68% of babies with a plan are weighed by 6 months",
        "The graph shows a rise in rates between April 2030 and December 2031.",
    )
    maker.table(
        "passages",
        *(
            {"passage": f"pack-p{at}", "meeting": JULY, "item_number": "6", "text": text,
             "text_kind": "printed", "document": pack, "section": "Reviews", "line": str(40 + at)}
            for at, text in enumerate(sentences)
        ),
        at=folder,
    )  # fmt: skip


@pytest.fixture
def root(maker: StoreMaker) -> Path:
    fill(maker)
    return maker.root


@pytest.fixture
def meeting(root: Path) -> Meeting:
    return briefing.open_store(root).meeting(JULY)


def test_everything_that_moved_is_told_once(meeting: Meeting) -> None:
    assert [one.kind for one in meeting.disagreements] == [
        "two_values",
        "date_after_publication",
        "definition_changed",
        "target_moved",
        "comparator_moved",
    ]


def test_the_computed_rows_name_rows_of_the_store_and_known_kinds(meeting: Meeting) -> None:
    rows = meeting.computed("disagreements")
    kinds = next(f.enum for f in TABLES["disagreements"].fields if f.name == "kind")
    assert {row["kind"] for row in rows} <= set(kinds)
    assert [(row["left"], row["right"]) for row in rows][:2] == [
        ("pack-p0", "pack-p1"),
        ("pack-p2", "pack-p2"),
    ]
    assert rows[3]["left"].startswith("targets/")
    assert rows[4]["right"].startswith("benchmarks/")


def test_words_of_ours_are_held_against_nothing(maker: StoreMaker, root: Path) -> None:
    passages = root / "panels" / PANEL / "meetings" / JULY[-10:] / "passages.csv"
    text = passages.read_text(encoding="utf-8").replace(",printed,", ",summary,")
    passages.write_text(text, encoding="utf-8", newline="\n")
    kinds = {one.kind for one in briefing.open_store(root).meeting(JULY).disagreements}
    assert kinds == {"definition_changed", "target_moved", "comparator_moved"}


def test_nothing_is_told_without_an_earlier_meeting(root: Path) -> None:
    assert briefing.open_store(root).meeting(MAY).disagreements == ()


def test_a_target_that_moved_without_a_word_gives_a_question(meeting: Meeting) -> None:
    (moved,) = [s for s in meeting.signals() if s.kind == "target-moved"]
    assert moved.evidence.text == (
        "Visits to children made in time: the target is printed as 85%; the last pack on record "
        "printed 90%."
    )
    assert len(moved.rows) == 2
