"""Figures under the name of their measure: the longest name that fits is the one meant."""

from __future__ import annotations

from pathlib import Path

import pytest
from westmoor import PANEL, StoreMaker, observation

from briefing.errors import BriefingError
from briefing.model import blocks as b
from briefing.model import compose
from briefing.publish.read_back import trace_numbers

from . import seeds

HOMES = "Homes let by the council"
MENDED = f"{HOMES}: mended in time"


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """Measures, of two of which the one's name begins with the other's."""
    maker = StoreMaker(tmp_path / "data")
    root = seeds.write(maker)
    units = {
        "homes": ("count", HOMES),
        "homes-mended": ("percent", MENDED),
        "lamps": ("count", "Lamps lit at night"),
    }
    maker.table(
        "indicators",
        *(
            {"indicator": i, "name": name, "unit": unit, "measure_type": "month",
             "polarity": "neutral"}
            for i, (unit, name) in units.items()
        ),
    )  # fmt: skip
    rows = [
        observation(
            seeds.MEETING, f"{indicator}-p01", "2031-08", "85", indicator=indicator, unit=unit,
            name_as_printed=indicator, raw="85%" if unit == "percent" else "85",
        )
        for indicator, (unit, _) in units.items()
    ]  # fmt: skip
    maker.table("observations", *rows, at=f"panels/{PANEL}/meetings/2031-09-24")
    return root


@pytest.mark.parametrize("name", [MENDED, MENDED.replace(": ", ", ")])
def test_a_text_names_the_measure_that_its_longest_name_is_of(store: Path, name: str) -> None:
    record = seeds.record(store)
    _, share, lamps = (one.known[0].figure for one in record.edition.meeting.series())
    shown = b.paragraph(compose("Evidence: {name}: {share}.", name=name, share=share))
    assert trace_numbers(seeds.edition(shown), record)["figure"] == 1
    wrong = b.paragraph(compose("Evidence: {name}: {lamps}.", name=name, lamps=lamps))
    with pytest.raises(BriefingError, match="is no figure of what"):
        trace_numbers(seeds.edition(wrong), record)
