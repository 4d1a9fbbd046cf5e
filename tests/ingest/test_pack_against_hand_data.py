"""What is read from the published papers, held against what was entered from them by hand.

Figures, identifiers and statuses are the same; where the two differ, the difference stands below
with its reason.
"""

from __future__ import annotations

import re
import shutil
from collections import defaultdict
from decimal import Decimal
from pathlib import Path

import pytest

import briefing
from briefing.ingest.filing.into_store import ingest
from briefing.store import DataFolder

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared" / "packs"
PANEL = "southampton-children-and-families"
PACK = "2024-09-26-reports-pack.txt"
MINUTES = "2023-07-06-minutes.md"
SLIDES = "2023-07-06-position-statement-slides.txt"
SUMMARY = "2025-09-11-published-summary.txt"
INSPECTION = "2014-09-15-inspection-report.txt"

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(
        not SHARED.exists(), reason="the council documents are not beside the checkout"
    ),
]

Row = dict[str, str]

#: Meetings by hand alone: the minutes of July 2023 name one of the spring whose minutes they agree.
NAMED_IN_PASSING = {"2023-03-30"}

#: Measures that the names in print do not give: a breakdown of one measure by offence, and quarters
#: under a sentence. Both are left to a person; the lines of their rows.
MEASURES_BY_HAND = {"737", "739", "742", "1532"}

#: Targets that stand in sentences, not in a table: the two of March 2025, and the fourteen measures
#: that the panel's expectation of August is taken to mean, which is a reading of ours.
TARGETS_IN_WORDS = {"2542", "2636", "531"}

#: Targets whose direction comes from the catalogue of measures; by hand it is left unknown, since
#: no sentence of the pack says it.
DIRECTION_BY_CATALOGUE = {"2571", "2576", "2581"}

#: Comparators of rows that print three where the others have four places: by hand they are counted
#: as printed, while the read column is the one that other rows of the table fill.
OTHER_COLUMN = {("2557", "4"): "3", ("2561", "4"): "3"}

#: Who was asked to come to a meeting that is yet to be held: by hand from paragraphs of reports.
INVITED = "invited"

#: The minutes print the office with "of" and "&"; by hand it has its usual name.
OFFICE_AS_PRINTED = {
    "Executive Director of Children & Learning": "Executive Director for Children and Learning"
}

#: The office to which minute 39 elects a member who is listed without it; the line of the list.
ELECTED_LATER = {("Councillor Barnes-Andrews", "13")}

#: Expansions that print more or fewer marks than the entry by hand.
EXPANSIONS_AS_PRINTED = {"C&FF", "CRS", "KCSiE"}

#: Two acronyms that a definition prints in one bracket are one entry by hand.
ONE_ENTRY_OF_TWO = {"YOS or YOT": {"yos", "yot"}}

#: Figures of slides and of a summary that leave something to guess: a rank, the ends of a range, a
#: number said to be near, places planned, places that a project has.
NOT_READ = {
    SLIDES: {("4", "2"), ("14", "40"), ("14", "50"), ("44", "18"), ("144", "278")},
    SUMMARY: {("114", "30")},
}


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> briefing.Store:
    """A store of its own, with the measures of the project's and the papers as read."""
    root = tmp_path_factory.mktemp("read") / "data"
    (root / "panels").mkdir(parents=True)
    shutil.copytree(ROOT / "data" / "catalogue", root / "catalogue")
    for name in (MINUTES, PACK, SUMMARY, INSPECTION):
        ingest(DataFolder(root), SHARED / name)
    ingest(DataFolder(root), SHARED / SLIDES, panel=PANEL, day="2023-07-06")
    return briefing.open_store(root)


@pytest.fixture(scope="module")
def by_hand() -> briefing.Store:
    """The project's store."""
    return briefing.open_store(ROOT / "data")


def _rows(store: briefing.Store, table: str, source: str) -> list[Row]:
    """The rows of a table that were read from a document."""
    sources = {row["document"]: row["source_name"] for row in store.rows("documents")}
    return [row for row in store.rows(table) if sources.get(row["document"]) == source]


def _both(
    read: briefing.Store, by_hand: briefing.Store, table: str, *columns: str, source: str = PACK
) -> tuple[dict[tuple[str, ...], Row], dict[tuple[str, ...], Row]]:
    """The rows of both stores by some columns, each key once."""
    found = []
    for store in (read, by_hand):
        rows = _rows(store, table, source)
        keyed = {tuple(row[column] for column in columns): row for row in rows}
        assert len(keyed) == len(rows)
        found.append(keyed)
    return found[0], found[1]


def _letters(text: str) -> str:
    return re.sub(r"[^a-z0-9]", "", text.lower())


def test_the_documents_are_the_same(read: briefing.Store, by_hand: briefing.Store) -> None:
    columns = ("source_name", "sha256", "kind", "publisher", "published")
    documents = [
        {tuple(row[c] for c in columns) for row in store.rows("documents")}
        for store in (read, by_hand)
    ]
    assert len(documents[0]) == 5
    assert documents[0] <= documents[1]


def test_the_meetings_are_the_same(read: briefing.Store, by_hand: briefing.Store) -> None:
    read_on, hand_on = (
        {row["date"]: row for row in store.rows("meetings")} for store in (read, by_hand)
    )
    assert set(hand_on) - set(read_on) == NAMED_IN_PASSING
    assert not set(read_on) - set(hand_on)
    for day, row in read_on.items():
        for column in ("meeting", "council", "title", "status", "municipal_year"):
            assert row[column] == hand_on[day][column], (day, column)
        assert row["agenda_published"] == hand_on[day]["agenda_published"]


def test_the_agenda_and_the_minuted_items_are_the_same(
    read: briefing.Store, by_hand: briefing.Store
) -> None:
    for source, count in ((PACK, 17), (MINUTES, 7), (SUMMARY, 4)):
        ours, hand = _both(read, by_hand, "agenda_items", "meeting", "item_number", source=source)
        assert len(ours) == count
        assert set(ours) == set(hand)
        for key, row in ours.items():
            assert _letters(row["title"]) == _letters(hand[key]["title"])
            for column in ("printed_page_from", "printed_page_to", "line"):
                assert row[column] == hand[key][column], (key, column)
            assert row["exempt"] in ("", "no")
    agenda = [
        row
        for key, row in _both(read, by_hand, "agenda_items", "meeting", "item_number")[0].items()
        if key[0].endswith("2024-09-26")
    ]
    offices = {row["item_number"]: row["report_of"] for row in agenda if row["report_of"]}
    assert offices == {
        row["item_number"]: row["report_of"]
        for row in _rows(by_hand, "agenda_items", PACK)
        if row["meeting"].endswith("2024-09-26") and row["report_of"]
    }


def test_who_was_there_is_the_same(read: briefing.Store, by_hand: briefing.Store) -> None:
    for source, count in ((PACK, 15), (MINUTES, 12)):
        ours, hand = (
            {
                (
                    row["meeting"],
                    row["name"],
                    OFFICE_AS_PRINTED.get(row["role"], row["role"])
                    if (row["name"], row["line"]) not in ELECTED_LATER
                    else "",
                    row["status"],
                    row["substitute_for"],
                )
                for row in _rows(store, "attendance", source)
                if row["status"] != INVITED
            }
            for store in (read, by_hand)
        )
        assert len(ours) == count
        assert ours == hand


def test_what_was_resolved_and_what_reports_ask_is_the_same(
    read: briefing.Store, by_hand: briefing.Store
) -> None:
    resolved = ("meeting", "item_number", "resolution_number", "line")
    for source, count in ((PACK, 5), (MINUTES, 6)):
        ours, hand = _both(read, by_hand, "resolutions", *resolved, source=source)
        assert len(ours) == count
        assert set(ours) == set(hand)
    ours, hand = _both(read, by_hand, "report_recommendations", "meeting", "item_number", "number")
    assert len(ours) == 5
    assert set(ours) == set(hand)
    assert {row["line"] for row in ours.values()} == {row["line"] for row in hand.values()}


def test_the_recommendations_and_what_became_of_them_are_the_same(
    read: briefing.Store, by_hand: briefing.Store
) -> None:
    for source, count in ((PACK, 5), (MINUTES, 3)):
        ours, hand = _both(
            read, by_hand, "recommendations", "meeting_raised", "line", source=source
        )
        assert len(ours) == count
        assert set(ours) == set(hand)
    ours, hand = _both(read, by_hand, "recommendation_updates", "meeting", "line")
    assert len(ours) == 5
    assert set(ours) == set(hand)
    raised = [
        {row["recommendation"]: (row["meeting_raised"], row["line"]) for row in rows}
        for rows in (_rows(read, "recommendations", PACK), _rows(by_hand, "recommendations", PACK))
    ]
    for key, row in ours.items():
        assert row["status"] == hand[key]["status"]
        assert raised[0][row["recommendation"]] == raised[1][hand[key]["recommendation"]]
        assert row["flags"] == hand[key]["flags"]


def test_the_tables_are_the_same(read: briefing.Store, by_hand: briefing.Store) -> None:
    ours, hand = _both(read, by_hand, "tables", "section")
    assert len(ours) == 11
    assert set(ours) == set(hand)
    for key, row in ours.items():
        for column in ("item_number", "title", "rows", "line"):
            assert row[column] == hand[key][column], (key, column)
        headings = [h for h in row["headers"].split("|") if h]
        assert headings == [h for h in hand[key]["headers"].split("|") if h]


def _cells(store: briefing.Store) -> dict[tuple[str, str], Row]:
    """The cells of the pack's tables, by the table's heading and their row and place in it."""
    return {
        (row["section"], row["observation"].rsplit("/", 1)[1]): row
        for row in _rows(store, "observations", PACK)
    }


def test_every_cell_has_the_same_value_period_and_status(
    read: briefing.Store, by_hand: briefing.Store
) -> None:
    ours, hand = _cells(read), _cells(by_hand)
    assert len(ours) == 1060
    assert set(ours) == set(hand)
    for column in ("position", "raw", "value", "period", "status", "period_candidates"):
        different = {key for key, row in ours.items() if row[column] != hand[key][column]}
        assert not different, column
    stated = [row for row in ours.values() if row["status"] == "stated"]
    assert len(stated) == 945
    assert sum(row["status"] == "ambiguous" for row in ours.values()) == 111
    assert all(
        row["period_kind"] == hand[key]["period_kind"] for key, row in ours.items() if row["period"]
    )


def test_every_row_is_of_the_same_measure(read: briefing.Store, by_hand: briefing.Store) -> None:
    ours, hand = _cells(read), _cells(by_hand)
    for key, row in ours.items():
        if row["indicator"] != hand[key]["indicator"]:
            assert row["line"] in MEASURES_BY_HAND, key
        elif row["value"]:
            assert row["unit"] == hand[key]["unit"], key
    measures = [
        {row["indicator"] for row in cells.values() if row["line"] not in MEASURES_BY_HAND}
        for cells in (ours, hand)
    ]
    assert len(measures[0]) == 69
    assert measures[0] == measures[1]


def test_a_placed_value_says_why_wherever_the_row_by_hand_does(
    read: briefing.Store, by_hand: briefing.Store
) -> None:
    ours, hand = _cells(read), _cells(by_hand)
    silent = {
        row["line"] for key, row in ours.items() if hand[key]["evidence"] and not row["evidence"]
    }
    assert not silent


def test_the_targets_are_the_same(read: briefing.Store, by_hand: briefing.Store) -> None:
    hand = [r for r in _rows(by_hand, "targets", PACK) if r["line"] not in TARGETS_IN_WORDS]
    known = {row["line"]: row for row in hand}
    ours = {row["line"]: row for row in _rows(read, "targets", PACK)}
    assert len(ours) == len(hand) == 45
    assert set(ours) == set(known)
    for line, row in ours.items():
        for column in ("indicator", "kind", "value", "raw"):
            assert row[column] == known[line][column], (line, column)
        if row["direction"] not in ("unknown", known[line]["direction"]):
            assert line in DIRECTION_BY_CATALOGUE
            assert known[line]["direction"] == "unknown"


def test_the_comparators_are_the_same(read: briefing.Store, by_hand: briefing.Store) -> None:
    ours, hand = _both(read, by_hand, "benchmarks", "line", "column_position")
    printed = {key: row for key, row in ours.items() if row["value"]}
    assert {row["raw"] for key, row in ours.items() if key not in printed} <= {"-"}
    assert len(printed) == len(hand) == 34
    for key, row in printed.items():
        other = hand[key[0], OTHER_COLUMN.get(key, key[1])]
        for column in ("indicator", "value", "raw"):
            assert row[column] == other[column], (key, column)
        if row["comparator"] != "unknown":
            assert row["comparator"] == other["comparator"], key


def test_every_term_by_hand_from_the_glossary_is_read(
    read: briefing.Store, by_hand: briefing.Store
) -> None:
    ours = {row["term"].replace("’", "'").lower(): row for row in _rows(read, "glossary", PACK)}
    assert len(ours) == 112
    hand = [
        row for row in _rows(by_hand, "glossary", PACK) if row["section"].startswith("Glossary")
    ]
    for row in hand:
        if row["term"] in ONE_ENTRY_OF_TWO:
            assert ONE_ENTRY_OF_TWO[row["term"]] <= set(ours)
            continue
        long = ours[row["term"].lower()]["expansion"].replace("’", "'")
        if row["expansion"].lower() != long.lower():
            assert row["term"] in EXPANSIONS_AS_PRINTED, row["term"]


def test_the_findings_of_the_inspection_are_the_same(
    read: briefing.Store, by_hand: briefing.Store
) -> None:
    ours, hand = (_rows(store, "findings", INSPECTION) for store in (read, by_hand))
    numbered = {row["paragraph"]: row for row in ours if row["paragraph"]}
    assert sorted(map(int, numbered)) == list(range(1, 185))
    for row in hand:
        if row["paragraph"]:
            assert numbered[row["paragraph"]]["kind"] == row["kind"]
            assert numbered[row["paragraph"]]["line"] == row["line"]
    judged = [
        [
            "inadequate" if "inadequate" in row["text"].lower() else _letters(row["text"])[-11:]
            for row in rows
            if row["kind"] == "judgement"
        ]
        for rows in (ours, hand)
    ]
    assert len(judged[0]) == 7
    assert judged[0] == judged[1]


@pytest.mark.parametrize(("source", "count"), [(SLIDES, 11), (SUMMARY, 29)])
def test_figures_in_words_are_the_same(
    source: str, count: int, read: briefing.Store, by_hand: briefing.Store
) -> None:
    ours, hand = (
        {
            (row["line"], str(abs(Decimal(row["value"])))): row
            for row in _rows(store, "observations", source)
        }
        for store in (read, by_hand)
    )
    assert len(ours) == count
    assert not set(ours) - set(hand)
    assert set(hand) - set(ours) == NOT_READ[source]
    for key, row in ours.items():
        for column in ("period", "unit", "status"):
            assert row[column] == hand[key][column], (key, column)
        if Decimal(row["value"]) != Decimal(hand[key]["value"]):
            assert re.search(r"(?:decreas|declin)ed by$", row["name_as_printed"]), key


def test_no_row_is_cited_to_another_page(read: briefing.Store, by_hand: briefing.Store) -> None:
    keys = {
        "agenda_items": ("meeting", "item_number"),
        "resolutions": ("meeting", "item_number", "resolution_number"),
        "report_recommendations": ("item_number", "number"),
        "tables": ("section",),
        "targets": ("meeting", "indicator", "line"),
        "recommendations": ("meeting_raised", "line"),
    }
    cited = 0
    for table, columns in keys.items():
        ours, hand = _both(read, by_hand, table, *columns)
        for key in ours.keys() & hand.keys():
            if ours[key]["printed_page"]:
                cited += 1
                assert ours[key]["printed_page"] == hand[key]["printed_page"], (table, key)
    ours, hand = _cells(read), _cells(by_hand)
    pages: dict[str, set[str]] = defaultdict(set)
    for key, row in ours.items():
        if row["printed_page"]:
            pages[row["printed_page"]].add(hand[key]["printed_page"])
    assert pages == {page: {page} for page in pages}
    assert set(pages) >= {"27", "39", "48"}
    assert cited >= 20


def test_no_telephone_number_or_mail_address_is_in_the_store(read: briefing.Store) -> None:
    contact = re.compile(r"\w@\w|\bTel\b|\b0\d{2,4}\s?\d{3,4}\s?\d{3,4}\b")
    for path in sorted(read.root.rglob("*.csv")):
        assert not contact.search(path.read_text(encoding="utf-8")), path.name


def test_an_issue_quotes_no_line_of_figures(read: briefing.Store) -> None:
    issues = [row for row in read.rows("issues") if row["kind"] == "figures-not-read"]
    assert [row["line"] for row in issues if row["meeting"].endswith("2024-09-26")] == ["1830"]
    assert not [row for row in issues if re.search(r"\d\s+\d+\s+\d", row["message"])]
