"""Editions that the papers do not allow, and items that are not open to the public."""

import csv
import shutil
from pathlib import Path

import pytest

from briefing import sections
from briefing.errors import BriefingError
from briefing.sections import open_edition
from sections.conftest import DATA, PARTS
from sections.reading import walk, words


@pytest.mark.parametrize(
    ("meeting", "edition", "why"),
    [
        ("2024-09-26", "after", "no minutes"),
        ("2024-08-08", "before", "no agenda papers"),
        ("2024-09-26", "during", "before or after"),
    ],
)
def test_an_edition_that_the_papers_do_not_allow_is_refused(meeting, edition, why) -> None:
    with pytest.raises(BriefingError, match=why):
        open_edition(meeting, edition=edition, data=str(DATA))


@pytest.fixture
def closed(tmp_path: Path):
    """The store with item 9 of 26 September 2024 marked as not open to the public."""
    store = tmp_path / "data"
    shutil.copytree(DATA, store)
    path = next(store.glob("panels/*/meetings/2024-09-26/agenda_items.csv"))
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        row["exempt"] = "yes" if row["item_number"] == "9" else row["exempt"]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    return open_edition("2024-09-26", data=str(store))


def test_an_exempt_item_is_left_out_whole(closed) -> None:
    blocks = [block for part in PARTS for block in getattr(sections, part)(closed)]
    text = words(blocks)
    assert "not open to the public was left out" in text
    for word in ("transformation", "supervision in time", "connected carers"):
        assert word not in text
    attached = "".join(b.get("text", "") for b in walk(blocks) if b["type"] == "attachment")
    assert "strategy-discussions" not in attached
    assert "serious-youth-violence" in attached
