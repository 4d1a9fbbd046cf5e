"""The figures of 26 September 2024: what is known, what is not, and the pack itself."""

import re
from collections import Counter, defaultdict
from decimal import Decimal
from pathlib import Path

import pytest

import briefing
from briefing.model import Period

ROOT = Path(__file__).parents[2]
PACK = ROOT.parent / "shared" / "packs" / "2024-09-26-reports-pack.txt"

#: Table -> rows, months and rows with fewer values than months.
TABLES = {
    "family-help": (12, 14, 6),
    "family-safeguarding": (11, 14, 5),
    "strong-localities": (7, 13, 2),
    "remain-with-families": (9, 13, 0),
    "permanence": (11, 13, 0),
    "workforce": (8, 13, 0),
    "visiting": (7, 13, 0),
    "supervision": (7, 13, 0),
    "contacts-and-referrals": (7, 14, 0),
}


@pytest.fixture(scope="module")
def rows():
    """Row of a table -> its observations in printed order."""
    meeting = briefing.open_store(ROOT / "data").meeting("2024-09-26")
    found = defaultdict(list)
    for cell in meeting.rows("observations"):
        if cell["table"] in TABLES:
            row = cell["observation"].rsplit("/", 1)[1].split("-")[0]
            found[cell["table"], row].append(cell)
    return dict(found)


def _values(cells):
    return [c for c in cells if c["value"]]


def _is_short(table, cells):
    return len(_values(cells)) + sum(c["raw"] == "Not available" for c in cells) < TABLES[table][1]


def test_there_are_79_rows_of_1040_values(rows) -> None:
    assert Counter(table for table, _ in rows) == {t: n for t, (n, _, _) in TABLES.items()}
    assert sum(len(_values(cells)) for cells in rows.values()) == 1040


def test_the_66_whole_rows_are_stated_month_by_month(rows) -> None:
    whole = {key: cells for key, cells in rows.items() if not _is_short(key[0], cells)}
    assert len(whole) == 66
    assert sum(len(_values(cells)) for cells in whole.values()) == 874
    for (table, _), cells in whole.items():
        assert {c["status"] for c in _values(cells)} == {"stated"}
        periods = [Period(c["period"]) for c in cells]
        assert periods == sorted(set(periods))
        first = next(i for i in range(1, len(periods)) if periods[i].follows(periods[i - 1])) - 1
        assert all(periods[i + 1].follows(periods[i]) for i in range(first, len(periods) - 1))
        assert len(cells) == TABLES[table][1]


def test_the_13_short_rows_are_placed_by_named_evidence_or_ambiguous(rows) -> None:
    short = {key: cells for key, cells in rows.items() if _is_short(key[0], cells)}
    assert Counter(table for table, _ in short) == {t: n for t, (_, _, n) in TABLES.items() if n}
    values = [c for cells in short.values() for c in _values(cells)]
    assert len(values) == 166
    for cell in values:
        if cell["status"] == "stated":
            assert cell["period"] and len(cell["evidence"]) > 20
        else:
            assert cell["status"] == "ambiguous"
            assert not cell["period"]
            assert len(cell["period_candidates"].split("|")) >= 2


def test_enquiries_over_discussions_give_the_printed_percentage(rows) -> None:
    by_month = defaultdict(dict)
    names = (
        "strategy-discussions",
        "section-47-enquiries",
        "strategy-discussions-to-section-47",
    )
    for (table, _), cells in rows.items():
        for cell in cells if table == "family-safeguarding" else ():
            if cell["indicator"] in names and cell["period"]:
                by_month[cell["period"]][cell["indicator"]] = Decimal(cell["value"])
    assert len(by_month) == 13
    for values in by_month.values():
        share = 100 * values["section-47-enquiries"] / values["strategy-discussions"]
        assert abs(share - values["strategy-discussions-to-section-47"]) <= Decimal("0.5")


@pytest.mark.shared
@pytest.mark.skipif(not PACK.exists(), reason="the council documents are not beside the checkout")
def test_every_row_stands_in_the_pack_where_it_says(rows) -> None:
    lines = PACK.read_text(encoding="utf-8").split("\n")
    for key, cells in rows.items():
        printed = [c for c in cells if c["raw"]]
        start = int(printed[0]["line"]) - 1
        text = " ".join(" ".join(lines[start : start + 8]).split())
        pattern = r"(?<![\d.])" + r"\s+".join(re.escape(c["raw"]) for c in printed) + r"(?![\d.])"
        assert re.search(pattern, text), key


@pytest.mark.shared
@pytest.mark.skipif(not PACK.exists(), reason="the council documents are not beside the checkout")
def test_no_sentence_of_the_papers_stands_in_the_data() -> None:
    packs = " ".join(
        path.read_text(encoding="utf-8")
        for path in sorted(PACK.parent.iterdir())
        if path.suffix in (".txt", ".md")
    )
    runs = set(_runs(packs))
    store = briefing.open_store(ROOT / "data")
    copied = []
    for table, column in (
        ("statements", "text"),
        ("resolutions", "text"),
        ("recommendations", "text"),
        ("recommendation_updates", "response"),
        ("report_recommendations", "text"),
        ("findings", "text"),
        ("glossary", "definition"),
        ("agenda_items", "purpose"),
        ("issues", "message"),
        ("indicators", "definition"),
    ):
        for row in store.rows(table):
            copied += [(table, " ".join(run)) for run in _runs(row[column]) if run in runs]
    assert not copied


def _runs(text: str, length: int = 9) -> list[tuple[str, ...]]:
    words = re.findall(r"[a-z0-9]+", text.lower())
    return [tuple(words[i : i + length]) for i in range(len(words) - length + 1)]
