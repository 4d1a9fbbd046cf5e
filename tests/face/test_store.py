"""The store as users see it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from westmoor import JULY, MAY, OTHER, PANEL

import briefing
from briefing.errors import BriefingError
from briefing.store.layout import columns_of


@pytest.fixture
def store(westmoor: Path) -> briefing.Store:
    """The store of Westmoor."""
    return briefing.open_store(westmoor)


def test_a_store_has_meetings_panels_and_a_catalogue(store: briefing.Store) -> None:
    assert list(store.meetings["meeting"]) == [MAY, OTHER, JULY]
    assert store.panels == ("westmoor-adults", PANEL)
    assert store.indicators["visits-in-time"].polarity == "high"
    assert repr(store).endswith("3 meetings>")


def test_a_panel_is_data(store: briefing.Store) -> None:
    panel = store.panel(PANEL)
    assert (panel.name, panel.council) == ("Westmoor Children's Panel", "Westmoor Council")
    assert (panel.colour, panel.logo_alt) == ("#205090", "Westmoor Council: a heather sprig")
    assert panel.logo.startswith("<svg")
    assert panel.aliases == ("WCP",)
    plain = store.panel("westmoor-adults")
    assert (plain.logo, plain.short_name, plain.colour) == ("", "Westmoor-Adults", "#1f3b63")
    with pytest.raises(BriefingError, match=f"no panel 'westmoor-childen'. Did you mean {PANEL}"):
        store.panel("westmoor-childen")


@pytest.mark.parametrize("name", ["../../secret.svg", "/etc/passwd", "logo.svg/../x", "x.html"])
def test_a_logo_lies_beside_its_panel(westmoor: Path, name: str) -> None:
    path = westmoor / "panels" / PANEL / "panel.json"
    record = {**json.loads(path.read_text(encoding="utf-8")), "logo": {"file": name, "alt": "x"}}
    path.write_text(json.dumps(record), encoding="utf-8")
    with pytest.raises(BriefingError, match="the logo is an SVG file beside it"):
        briefing.open_store(westmoor).panel(PANEL)


def test_a_table_of_some_or_all_meetings(store: briefing.Store) -> None:
    frame = store.table("observations")
    assert tuple(frame.columns) == columns_of("observations")
    assert list(frame["meeting"].unique()) == [MAY, JULY]
    assert list(frame["value"]) == ["88", "88", "91.5", "93", "417", "95"]
    assert len(store.table("observations", meetings=["2031-05-14"])) == 1
    assert len(store.table("observations", meetings=[])) == 0


def test_what_belongs_to_a_panel_goes_with_its_meetings(store: briefing.Store) -> None:
    assert len(store.table("glossary", meetings=[JULY])) == 1
    assert len(store.table("glossary", meetings=[OTHER])) == 0
    assert len(store.table("indicators", meetings=[JULY])) == 2


@pytest.mark.parametrize("table", ["trends", "signals", "questions"])
def test_computed_tables_are_of_each_meeting(store: briefing.Store, table: str) -> None:
    frame = store.table(table, meetings=[JULY])
    assert tuple(frame.columns) == columns_of(table)
    assert set(frame["meeting"]) <= {JULY}


def test_unknown_tables_and_meetings_are_told(store: briefing.Store) -> None:
    with pytest.raises(BriefingError, match=r"no table 'observation'. Did you mean observations"):
        store.table("observation")
    with pytest.raises(BriefingError, match="there is no meeting '2030-01-01'"):
        store.table("observations", meetings=["2030-01-01"])


def test_opening_a_store_needs_no_pandas(westmoor: Path) -> None:
    program = (
        "import sys, briefing\n"
        f"briefing.open_store({str(westmoor)!r}).rows('observations')\n"
        "print(sorted({'pandas', 'matplotlib', 'jsonschema', 'click'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert done.stdout.strip() == "[]", done.stderr
