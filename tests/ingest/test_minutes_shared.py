"""Minutes as councils published them, against lists that a reader made by hand."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import briefing
from briefing.ingest.minutes.votes import differences
from briefing.ingest.parts import Minutes, Part, Unread
from briefing.ingest.read import read_source
from briefing.ingest.recognise.minutes import recognise

ROOT = Path(__file__).parents[2]
PACKS = ROOT.parent / "shared" / "packs"
PACK = PACKS / "2024-09-26-reports-pack.txt"
MARKDOWN = PACKS / "2023-07-06-minutes.md"
VOTES = PACKS / "other-councils" / "2025-02-13-minutes-with-recorded-votes.pdf"

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(
        not PACKS.exists(), reason="the council documents are not beside the checkout"
    ),
]

#: Each recorded vote: where it stands, votes for, against and in abstention, and the outcome.
RECORDED = [
    ("290", 57, 0, 2, "carried"),
    ("291", 12, 42, 7, "lost"),
    ("291", 16, 41, 0, "lost"),
    ("291", 9, 41, 8, "lost"),
    ("291", 8, 40, 10, "lost"),
    ("291", 13, 39, 3, "lost"),
    ("291", 15, 43, 1, "lost"),
    ("291", 41, 10, 7, "carried"),
]

TITLES = {
    PACK: {
        "8": "APOLOGIES AND CHANGES IN PANEL MEMBERSHIP (IF ANY)",
        "9": "MINUTES OF THE PREVIOUS MEETING (INCLUDING MATTERS ARISING)",
        "10": "EARLY YEARS AND CHILDCARE",
        "11": "REPEAT CHILD PROTECTION PLANS - ANALYSIS",
        "12": "ANNUAL CONVERSATION WITH OFSTED AND PROGRESS OF POST-INSPECTION IMPROVEMENT PLAN",
        "13": "CHILDREN AND LEARNING - PERFORMANCE",
        "14": "MONITORING SCRUTINY RECOMMENDATIONS",
    },
    MARKDOWN: {
        "38": "APOLOGIES AND CHANGES IN PANEL MEMBERSHIP (IF ANY)",
        "39": "ELECTION OF VICE-CHAIR",
        "40": "MINUTES OF THE PREVIOUS MEETING (INCLUDING MATTERS ARISING)",
        "41": "CHILDREN AND LEARNING POSITION STATEMENT",
        "42": "CHILDREN'S RESOURCE SERVICE AUDIT AND SERVICE RESPONSE",
        "43": "CHILDREN AND LEARNING - PERFORMANCE",
        "44": "MONITORING SCRUTINY RECOMMENDATIONS",
    },
}

#: Minute number -> number as printed, first words, last words and line of each resolution.
RESOLVED = {
    PACK: {
        "9": [("", "that the minutes of the meeting held on", "as a correct record.", 398)],
        "11": [
            ("i)", "That, to reinforce the message", "to all social workers.", 466),
            ("ii)", "That, reflecting concerns raised", "provided by social workers.", 470),
            ("iii)", "That the scheduled follow up analysis", "when it is available.", 476),
        ],
        "12": [
            ("i)", "That an all-members briefing", "Children\u2019s Services and Learning.", 518)
        ],
    },
    MARKDOWN: {
        "39": [("", "that Councillor A Barnes-Andrews be elected", "Year 2023/24.", 24)],
        "40": [("", "that the minutes of the meeting held on", "as a correct record.", 28)],
        "41": [
            ("1)", "That, to help develop understanding", "circulated to the Panel.", 57),
            ("2)", "That, reflecting the high prevalence", "circulated to the Panel.", 58),
        ],
        "42": [("", "that the service would report", "three audits to the Panel.", 75)],
        "43": [("", "that the recommendations of the report", "be approved.", 96)],
    },
}


def _parts(path: Path) -> list[Part]:
    return list(recognise(read_source(path)))


def _minutes(path: Path) -> Minutes:
    (found,) = [part for part in _parts(path) if isinstance(part, Minutes)]
    return found


@pytest.fixture(scope="module")
def county() -> list[Part]:
    """What the county council's minutes hold."""
    return _parts(VOTES)


@pytest.fixture(scope="module")
def county_minutes(county: list[Part]) -> Minutes:
    """The county council's minutes."""
    (found,) = [part for part in county if isinstance(part, Minutes)]
    return found


@pytest.mark.parametrize("path", [PACK, MARKDOWN], ids=lambda path: path.name)
class TestPanel:
    def test_the_items_are_those_of_the_document(self, path: Path) -> None:
        assert {item.number: item.title for item in _minutes(path).items} == TITLES[path]

    def test_the_resolutions_are_those_of_the_document(self, path: Path) -> None:
        found = {item.number: item.resolutions for item in _minutes(path).items if item.resolutions}
        assert list(found) == list(RESOLVED[path])
        for number, expected in RESOLVED[path].items():
            for said, (mark, first, last, line) in zip(found[number], expected, strict=True):
                assert (said.number, said.where.line) == (mark, line)
                assert said.text.startswith(first)
                assert said.text.endswith(last)

    def test_nothing_is_left_over(self, path: Path) -> None:
        assert not [part for part in _parts(path) if isinstance(part, Unread)]

    def test_no_officer_is_named(self, path: Path) -> None:
        found = _minutes(path)
        for name in ("Henderson", "Trevett", "Stuart"):
            assert name not in repr(found)
        assert not [p for p in found.people if p.status == "in_attendance" and p.name]

    def test_items_and_resolutions_agree_with_those_entered_by_hand(self, path: Path) -> None:
        found = _minutes(path)
        meeting = briefing.open_store(ROOT / "data").meeting(str(found.day))
        assert [item.number for item in found.items] == [
            row["item_number"] for row in meeting.rows("agenda_items")
        ]
        assert [item.number for item in found.items for _ in item.resolutions] == [
            row["item_number"] for row in meeting.rows("resolutions")
        ]

    def test_members_agree_with_those_entered_by_hand(self, path: Path) -> None:
        found = _minutes(path)
        meeting = briefing.open_store(ROOT / "data").meeting(str(found.day))
        by_hand = {
            (row["name"], row["status"], row["substitute_for"])
            for row in meeting.rows("attendance")
            if row["name"]
        }
        assert {(p.name, p.status, p.substitute_for) for p in found.people if p.name} == by_hand


def test_who_was_there_on_8_august() -> None:
    found = _minutes(PACK)
    assert found.day == date(2024, 8, 8)
    assert [(p.name, p.role) for p in found.people if p.status == "present"] == [
        ("Councillor Barnes-Andrews", "Chair"),
        ("Councillor Webb", "Vice-Chair"),
        ("Councillor Chapman", ""),
        ("Councillor G Lambert", ""),
        ("Councillor Beaurain", ""),
    ]
    assert {p.name for p in found.people if p.status == "substitute"} == {
        "Councillor Cooper",
        "Councillor Mrs Blatchford",
    }
    assert [(p.name, p.role) for p in found.people if p.status == "apologies"] == [
        ("Councillor Kaur", ""),
        ("Councillor Allen", ""),
        ("Rob Sanders", "Appointed Member"),
        ("Catherine Hobbs", "Appointed Member"),
    ]
    assert [p.role for p in found.people if p.status == "in_attendance"] == [
        "Cabinet Member for Children and Learning",
        "Service Manager for Early Years",
        "Deputy Director, Children and Learning",
        "Strategic Performance Manager",
    ]


def test_points_noted_are_counted() -> None:
    bullets = {
        item.number: sum(said.number == "\u2022" for said in item.noted)
        for path in (PACK, MARKDOWN)
        for item in _minutes(path).items
    }
    assert {number: count for number, count in bullets.items() if count} == {
        "10": 7,
        "11": 5,
        "12": 4,
        "41": 10,
        "42": 8,
        "43": 10,
    }


def test_the_county_minutes_are_told(county_minutes: Minutes) -> None:
    assert county_minutes.council == "KENT COUNTY COUNCIL"
    assert county_minutes.day == date(2025, 2, 13)
    assert county_minutes.venue == "Council Chamber, Sessions House, County Hall, Maidstone"
    assert [(item.number, item.agenda_number) for item in county_minutes.items] == [
        ("286", "1"),
        ("287", "2"),
        ("288", "3"),
        ("289", "4"),
        ("290", "5"),
        ("291", "6"),
    ]


def test_64_were_present_15_sent_apologies_and_3_officers_are_roles(
    county_minutes: Minutes,
) -> None:
    people = county_minutes.people
    present = [p for p in people if p.status == "present"]
    assert len(present) == 64
    assert [(p.name, p.role) for p in present if p.role] == [
        ("Mr B J Sweetland", "Chairman"),
        ("Mr A M Ridgers", "Vice-Chairman"),
    ]
    assert [p.name for p in present if "," in p.name] == [
        "Sir Paul Carter, CBE",
        "Mr P M Hill, OBE",
        "Mr R C Love, OBE",
        "Mr A Sandhu, MBE",
        "Mr R G Streatfeild, MBE",
    ]
    away = [p.name for p in people if p.status == "apologies"]
    assert len(away) == 15
    assert {"Mr Paul Barrington-King", "Mr Derek Crow-Brown", "Mr Jeremy Kite, MBE"} < set(away)
    assert [(p.name, p.role) for p in people if p.status == "in_attendance"] == [
        ("", "Democratic Services Manager"),
        ("", "General Counsel"),
        ("", "Interim Corporate Director Finance"),
    ]


def test_every_recorded_vote_and_its_names(county_minutes: Minutes) -> None:
    votes = [(item.number, vote) for item in county_minutes.items for vote in item.votes]
    assert [
        (
            number,
            *(len(vote.names[side]) for side in ("for", "against", "abstained")),
            vote.outcome,
        )
        for number, vote in votes
    ] == RECORDED
    for _, vote in votes:
        assert not differences(vote)
        everyone = [name for names in vote.names.values() for name in names]
        assert len(everyone) == len(set(everyone))
    assert [vote.motion.split("paragraph ")[1].split()[0] for _, vote in votes] == [
        *("2", "7", "11", "15", "17", "19", "24", "4")
    ]
    assert votes[0][1].names["abstained"] == ("Mr B Lewis", "Mr D Ross")
    assert votes[1][1].names["for"][-1] == "Dr Sullivan"
    assert "Mr Hill, OBE" in votes[-1][1].names["for"]


def test_a_name_taken_away_is_a_difference(county_minutes: Minutes) -> None:
    vote = county_minutes.items[4].votes[0]
    fewer = {**vote.names, "for": vote.names["for"][1:]}
    short = type(vote)(vote.motion, fewer, vote.printed_counts, vote.outcome, vote.where)
    assert differences(short) == [("for", 57, 56)]


def test_the_resolutions_of_the_county(county_minutes: Minutes) -> None:
    resolved = {item.number: item.resolutions for item in county_minutes.items if item.resolutions}
    assert {number: len(said) for number, said in resolved.items()} == {
        "288": 1,
        "290": 1,
        "291": 22,
    }
    budget = resolved["291"]
    assert [said.number for said in budget] == [
        f"({letter})" for letter in "abcdefghijklmnopqrstuv"
    ]
    assert [said.where.page for said in budget] == [13] * 12 + [14] * 10
    assert budget[8].text.startswith("Fees and charges")
    assert budget[21].text.endswith("at earliest opportunity.")


def test_no_group_and_no_officer_is_carried(county: list[Part]) -> None:
    printed = repr(county)
    for word in ("Betts", "Watts", "J Cook ", "Labour", "Democrat Group"):
        assert word not in printed
    assert {part.kind for part in county if isinstance(part, Unread)} == {"left-out"}


@pytest.mark.parametrize(
    "path",
    [
        path
        for path in sorted(PACKS.rglob("*.*"))
        if path.is_file() and path not in (PACK, MARKDOWN, VOTES)
    ],
    ids=lambda path: path.name,
)
def test_documents_without_minutes_are_passed_over(path: Path) -> None:
    assert not _parts(path)
