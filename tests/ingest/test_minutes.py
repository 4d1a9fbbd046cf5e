"""Minutes of made-up councils with five habits, read whole."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.ingest.minutes.votes import differences
from briefing.ingest.page import Line, Page, Source, Word
from briefing.ingest.parts import Minutes, MinutesItem, Part, Unread
from briefing.ingest.read import read_source
from briefing.ingest.recognise.minutes import recognise

from . import minutes_samples as samples


def _parts(tmp_path: Path, text: str, name: str = "minutes.txt") -> list[Part]:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return list(recognise(read_source(path)))


def _minutes(parts: list[Part]) -> Minutes:
    (found,) = [part for part in parts if isinstance(part, Minutes)]
    return found


def _unread(parts: list[Part]) -> list[Unread]:
    return [part for part in parts if isinstance(part, Unread)]


def _item(minutes: Minutes, number: str) -> MinutesItem:
    (found,) = [item for item in minutes.items if item.number == number]
    return found


def _resolved(minutes: Minutes) -> dict[str, list[tuple[str, str]]]:
    return {
        item.number: [(said.number, said.text) for said in item.resolutions]
        for item in minutes.items
        if item.resolutions
    }


def _people(minutes: Minutes) -> list[tuple[str, str, str]]:
    return [(person.status, person.name, person.role) for person in minutes.people]


class TestListsOfResolutions:
    @pytest.fixture
    def parts(self, tmp_path: Path) -> list[Part]:
        return _parts(tmp_path, samples.LISTS)

    @pytest.fixture
    def minutes(self, parts: list[Part]) -> Minutes:
        return _minutes(parts)

    def test_the_heading_says_whose_they_are(self, minutes: Minutes) -> None:
        assert minutes.council == "WESTMOOR COUNCIL"
        assert minutes.panel_title == "CHILDREN'S SERVICES SCRUTINY PANEL"
        assert minutes.day == date(2025, 6, 5)
        assert minutes.where.line == 10
        assert minutes.certainty == 1

    def test_everyone_is_told_once_with_the_substitute(self, minutes: Minutes) -> None:
        assert _people(minutes) == [
            ("present", "Councillor Reed", "Chair"),
            ("present", "Councillor Moss", "Vice-Chair"),
            ("present", "Councillor Quill", ""),
            ("substitute", "Councillor A Thorn", ""),
            ("present", "Councillor Mrs Vale", ""),
            ("apologies", "Councillor Pike", ""),
            ("apologies", "Ann Lowe", "Appointed Member"),
            ("apologies", "Peter Crow-Hill", "Appointed Member"),
            ("in_attendance", "", "Head of Fostering"),
            ("in_attendance", "", "Cabinet Member for Children"),
        ]
        assert [p.substitute_for for p in minutes.people if p.status == "substitute"] == [
            "Councillor Pike"
        ]

    def test_titles_run_over_lines(self, minutes: Minutes) -> None:
        assert [(item.number, item.title) for item in minutes.items] == [
            ("21", "APOLOGIES AND CHANGES IN MEMBERSHIP"),
            ("22", "MINUTES OF THE LAST MEETING"),
            ("23", "FOSTER CARE: SUFFICIENCY AND POST-INSPECTION PLAN"),
            ("24", "MONITORING"),
        ]

    def test_resolutions_run_over_pages_and_end_at_the_next_document(
        self, minutes: Minutes, parts: list[Part]
    ) -> None:
        resolved = _resolved(minutes)
        assert list(resolved) == ["22", "23"]
        assert resolved["23"] == [
            (
                "i)",
                "That a plan for the recruitment of carers is brought to the Panel "
                "in September 2025.",
            ),
            ("ii)", "That the costs are set out: (a) by year; and (b) by kind of placement."),
        ]
        assert not _unread(parts)

    def test_points_noted_keep_their_marks_and_lines(self, minutes: Minutes) -> None:
        noted = _item(minutes, "23").noted
        assert [(said.number, said.where.line) for said in noted] == [
            ("", 36),
            ("", 39),
            ("\u2022", 41),
            ("\u2022", 42),
        ]
        assert noted[3].text == "that households had fallen since 2023."
        assert noted[3].where.section == "Minute 23"


class TestActionColumn:
    @pytest.fixture
    def minutes(self, tmp_path: Path) -> Minutes:
        return _minutes(_parts(tmp_path, samples.ACTIONS))

    def test_the_sentence_of_the_heading_gives_time_and_place(self, minutes: Minutes) -> None:
        assert minutes.council == "Northbrook Borough Council"
        assert minutes.panel_title == "Education Overview Committee"
        assert (minutes.day, minutes.start_time) == (date(2025, 3, 4), "18:30")
        assert minutes.venue == "Council Chamber, Town Hall"

    def test_officers_are_their_roles_and_members_their_names(self, minutes: Minutes) -> None:
        assert _people(minutes) == [
            ("present", "Councillor J Ash", "Chairman"),
            ("substitute", "Councillor P Birch", ""),
            ("present", "Councillor S Cedar", ""),
            ("present", "Councillor R. Dale", ""),
            ("in_attendance", "Councillor L Elm", "Cabinet Member for Education"),
            ("in_attendance", "", "Director of Education"),
            ("in_attendance", "", "Head of Admissions"),
            ("apologies", "Councillor T Heath", ""),
        ]
        remote = [person for person in minutes.people if person.remote]
        assert [person.name or person.role for person in remote] == [
            "Councillor R. Dale",
            "Head of Admissions",
        ]

    def test_no_officer_is_named_anywhere(self, minutes: Minutes) -> None:
        assert "Fern" not in repr(minutes)
        assert "Gorse" not in repr(minutes)
        assert _item(minutes, "2").noted[0].text.startswith("[Director of Education] introduced")

    def test_the_action_column_does_not_mix_with_the_minutes(self, minutes: Minutes) -> None:
        (noted,) = _item(minutes, "2").noted
        assert noted.text.endswith(
            "in every year but one, and that [Head of Admissions] would write to members."
        )

    def test_resolved_in_small_letters_and_agreed(self, minutes: Minutes) -> None:
        assert _resolved(minutes) == {
            "2": [("", "that the forecast be noted and that a report come back in the autumn.")],
            "3": [("", "that the figures be published every quarter.")],
        }

    def test_nothing_is_read_behind_the_close(self, minutes: Minutes) -> None:
        assert [item.number for item in minutes.items] == ["1", "2", "3"]


class TestAgreedTo:
    @pytest.fixture
    def parts(self, tmp_path: Path) -> list[Part]:
        return _parts(tmp_path, samples.AGREED)

    @pytest.fixture
    def minutes(self, parts: list[Part]) -> Minutes:
        return _minutes(parts)

    def test_members_without_the_word_councillor(self, minutes: Minutes) -> None:
        present = [person for person in minutes.people if person.status == "present"]
        assert [person.name for person in present] == [
            "Mr A Reed",
            "Mrs B Moss, MBE",
            "Miss C Quill",
            "Dr D Thorn",
            "Mr E Vale, OBE",
            "Ms F Pike",
        ]
        away = [person.name for person in minutes.people if person.status == "apologies"]
        assert away == ["Mr J Barrow-Smith", "Mrs K Lane"]
        assert minutes.venue == "Guildhall, Eastmere"

    def test_the_stem_is_shared_by_its_list(self, minutes: Minutes) -> None:
        assert _resolved(minutes)["102"] == [
            ("(a)", "to approve the budget;"),
            ("(b)", "to delegate small changes to the Director; and"),
            ("(c)", "to receive a report in July."),
        ]

    def test_a_list_within_a_line(self, minutes: Minutes) -> None:
        assert _resolved(minutes)["103"] == [
            ("(i)", "that the policy be adopted"),
            ("(ii)", "that it be reviewed in 2027."),
        ]

    def test_agenda_numbers_stand_beside_minute_numbers(self, minutes: Minutes) -> None:
        assert [(item.number, item.agenda_number) for item in minutes.items] == [
            ("101", "1"),
            ("102", "2"),
            ("103", "3"),
        ]

    def test_a_vote_with_its_names_and_a_count_that_differs(
        self, minutes: Minutes, parts: list[Part]
    ) -> None:
        (vote,) = _item(minutes, "102").votes
        assert vote.names == {
            "for": ("Mr Reed", "Mrs Moss, MBE", "Mr Vale, OBE", "Ms Pike"),
            "against": ("Miss Quill",),
            "abstained": (),
        }
        assert vote.printed_counts == {"for": 4, "against": 2, "abstained": 0}
        assert vote.outcome == "carried"
        assert vote.motion == "The Chairman put the motion in paragraph 1 to the vote"
        assert differences(vote) == [("against", 2, 1)]
        (message,) = [part.message for part in _unread(parts) if part.kind == "vote-count-differs"]
        assert "Minute 102" in message
        assert "2 votes against" in message
        assert "1 members named" in message

    def test_what_stands_under_restricted_items_is_left_out(
        self, minutes: Minutes, parts: list[Part]
    ) -> None:
        assert "Purchase" not in repr(parts)
        (left,) = [part for part in _unread(parts) if part.kind == "exempt-item-left-out"]
        assert "104" in left.message


class TestNumberedParagraphs:
    @pytest.fixture
    def minutes(self, tmp_path: Path) -> Minutes:
        parts = _parts(tmp_path, samples.PARAGRAPHS, "minutes.md")
        assert not _unread(parts)
        return _minutes(parts)

    def test_labels_under_the_heading(self, minutes: Minutes) -> None:
        assert minutes.council == "Southgate Council"
        assert minutes.panel_title == "Children and Young People Commission"
        assert (minutes.day, minutes.start_time) == (date(2024, 10, 14), "19:00")
        assert minutes.venue == "Committee Room 2, Civic Offices"

    def test_substitutes_and_co_opted_members(self, minutes: Minutes) -> None:
        assert _people(minutes)[:5] == [
            ("present", "Councillor Ash", "Chair"),
            ("present", "Councillor Birch", ""),
            ("present", "Councillor Cedar", ""),
            ("present", "Ruth Gorse", "Church Representative"),
            ("in_attendance", "", "Director of Children's Services"),
        ]
        (stood_in,) = [person for person in minutes.people if person.status == "substitute"]
        assert (stood_in.name, stood_in.substitute_for) == ("Councillor Dale", "Councillor Elm")

    def test_paragraph_numbers_are_no_items_and_no_resolutions(self, minutes: Minutes) -> None:
        assert [item.number for item in minutes.items] == ["4", "5", "6"]
        assert [said.number for said in _item(minutes, "5").noted] == ["5.1", "5.3"]
        assert _resolved(minutes)["5"] == [
            ("1.", "That the strategy be noted."),
            (
                "2.",
                "That a visit to a family hub be arranged, the visit to be: "
                "\u2022 in term time \u2022 open to every member",
            ),
        ]

    def test_a_table_of_votes(self, minutes: Minutes) -> None:
        (vote,) = _item(minutes, "6").votes
        assert vote.names == {
            "for": ("Councillor Ash", "Councillor Birch"),
            "against": ("Councillor Cedar",),
            "abstained": ("Councillor Dale",),
        }
        assert vote.printed_counts == {"for": 2, "against": 1, "abstained": 1}
        assert vote.outcome == "carried"
        assert not differences(vote)


class TestDecisionBlocks:
    @pytest.fixture
    def parts(self, tmp_path: Path) -> list[Part]:
        return _parts(tmp_path, samples.DECISIONS)

    @pytest.fixture
    def minutes(self, parts: list[Part]) -> Minutes:
        return _minutes(parts)

    def test_decisions_end_at_their_reasons(self, minutes: Minutes) -> None:
        assert _resolved(minutes) == {
            "1": [("", "That the minutes of 16 October 2025 be confirmed.")],
            "2": [
                ("1.", "To note the report"),
                ("2.", "To ask the Director to publish attendance by school type"),
            ],
        }

    def test_a_vote_in_one_line(self, minutes: Minutes) -> None:
        (vote,) = _item(minutes, "2").votes
        assert vote.names == {
            "for": ("Councillor Quill", "Councillor Moss"),
            "against": ("Councillor Reed",),
            "abstained": (),
        }
        assert not differences(vote)

    def test_groups_single_children_and_exempt_items_are_not_carried(
        self, parts: list[Part]
    ) -> None:
        printed = repr(parts)
        for word in ("Labour", "Child B", "Contract", "award"):
            assert word not in printed
        assert [part.kind for part in _unread(parts)] == [
            "left-out",
            "left-out",
            "exempt-item-left-out",
        ]


_FRONT = "MINUTES OF THE MEETING HELD ON 5 JUNE 2025\n\n"


@pytest.mark.parametrize(
    ("printed", "resolved"),
    [
        (
            "RESOLVED - That (1) the report be noted; and (2) the plan be brought back.",
            [("(1)", "That the report be noted"), ("(2)", "That the plan be brought back.")],
        ),
        (
            "Members RESOLVED to:\n\n\u2022 note the report\n\u2022 ask for a plan",
            [("\u2022", "to note the report"), ("\u2022", "to ask for a plan")],
        ),
        ("IT WAS RESOLVED THAT the report be noted.", [("", "THAT the report be noted.")]),
        ("Upon a vote it was RESOLVED that a plan be made.", [("", "that a plan be made.")]),
        ("The report was noted. RESOLVED that a plan be made.", [("", "that a plan be made.")]),
        ("RESOLVED (unanimously) that a plan be made.", [("", "that a plan be made.")]),
        ("Decision\n\nNoted the report.\n\nReason: it is due.", [("", "Noted the report.")]),
        (
            "DECISION: 1. The report was noted. 2. A plan would be made.",
            [("1.", "The report was noted."), ("2.", "A plan would be made.")],
        ),
        (
            "Agreed:\n\nThat the report be noted.\n\nThat officers be thanked.",
            [("", "That the report be noted."), ("", "That officers be thanked.")],
        ),
        (
            "Resolved:\n\n(i) That it be noted.\n\nOne member left.\n\n(ii) That a plan be made.",
            [("(i)", "That it be noted."), ("(ii)", "That a plan be made.")],
        ),
        (
            "RESOLVED\n(1) that it be noted;\n(2) that:\n(a) a plan be made;\n(b) it be sent; and\n"
            "(3) that thanks be sent.",
            [
                ("(1)", "that it be noted;"),
                ("(2)", "that: (a) a plan be made; (b) it be sent; and"),
                ("(3)", "that thanks be sent."),
            ],
        ),
        (
            "RESOLVED that the Panel recommend to Cabinet that:\n\n"
            "a) a plan be made\nb) it be sent\n\n"
            "The Chair closed the item.",
            [
                ("a)", "that the Panel recommend to Cabinet that a plan be made"),
                ("b)", "that the Panel recommend to Cabinet that it be sent"),
            ],
        ),
        ("The matter had been resolved. The Panel agreed on its worth.", []),
    ],
)
def test_resolutions_in_other_words(
    tmp_path: Path, printed: str, resolved: list[tuple[str, str]]
) -> None:
    parts = _parts(
        tmp_path,
        f"{_FRONT}Present: Councillor Reed\n\n7. THE PLAN\n\nMembers talked.\n\n{printed}\n",
    )
    assert _resolved(_minutes(parts)).get("7", []) == resolved


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        (
            "Present:\nCouncillor Al Reed (Chair)      Councillor Bo Moss\n"
            "Councillor Cy Quill             Councillor Di Thorn*\n* joined virtually\n",
            [
                ("present", "Councillor Al Reed", None),
                ("present", "Councillor Bo Moss", None),
                ("present", "Councillor Cy Quill", None),
                ("present", "Councillor Di Thorn", True),
            ],
        ),
        (
            "PRESENT\n\nCouncillor Reed in the Chair\n\nCouncillors: Moss, Quill\n\n"
            "In attendance remotely: Councillor Elm",
            [
                ("present", "Councillor Reed", None),
                ("present", "Councillor Moss", None),
                ("present", "Councillor Quill", None),
                ("in_attendance", "Councillor Elm", True),
            ],
        ),
        (
            "Present: Councillor Reed\n\nMembers absent: Councillor Moss\n\n"
            "Apologies: Councillor Pike (Councillor Pike substituted by Councillor Vale)",
            [
                ("present", "Councillor Reed", None),
                ("apologies", "Councillor Pike", None),
                ("substitute", "Councillor Vale", None),
            ],
        ),
    ],
)
def test_attendance_in_other_forms(
    tmp_path: Path, printed: str, expected: list[tuple[str, str, bool | None]]
) -> None:
    parts = _parts(tmp_path, f"{_FRONT}{printed}\n\n7. THE PLAN\n\nMembers talked.\n")
    assert [(p.status, p.name, p.remote) for p in _minutes(parts).people] == expected


def test_parties_in_brackets_are_no_roles(tmp_path: Path) -> None:
    parts = _parts(
        tmp_path,
        f"{_FRONT}Present: Councillor Reed (Labour), Councillor Moss (Leader of the Green Group)\n"
        "\n7. THE PLAN\n\nMembers talked.\n",
    )
    assert [p.role for p in _minutes(parts).people] == ["", ""]


def test_no_one_is_named_but_those_on_the_lists(tmp_path: Path) -> None:
    parts = _parts(
        tmp_path,
        f"{_FRONT}Present: Mr A Reed and Mrs B Moss\n\n7. THE PLAN\n\n"
        "Jane Fern, Director of Education, presented the report. Ms Fern said that Mr Reed had "
        "asked for it. The Head of Homes, Carl Gorse, agreed. Dot Lark asked a question, and "
        "Mr E Finch and Mrs Moss replied.\n",
    )
    (noted,) = _item(_minutes(parts), "7").noted
    assert noted.text == (
        "[Director of Education], presented the report. [Director of Education] said that Mr Reed "
        "had asked for it. The [Head of Homes], agreed. [name left out] asked a question, and "
        "[name left out] and Mrs Moss replied."
    )


def test_a_vote_told_in_a_sentence_is_said_to_be_unread(tmp_path: Path) -> None:
    parts = _parts(
        tmp_path,
        f"{_FRONT}Present: Councillor Reed\n\n7. THE PLAN\n\n"
        "Those voting for the motion were Councillors Reed and Moss.\n",
    )
    assert [part.kind for part in _unread(parts)] == ["vote-not-read"]


def test_items_behind_the_exclusion_of_the_public_are_left_out(tmp_path: Path) -> None:
    parts = _parts(
        tmp_path,
        "MINUTES OF THE MEETING HELD ON 5 JUNE 2025\n\nPresent: Councillors Reed and Moss\n\n"
        "7. EXCLUSION OF THE PRESS AND PUBLIC - EXEMPT PAPERS\n\n"
        "RESOLVED that the press and public be excluded from the next item.\n\n"
        "8. A SECRET CONTRACT\n\nRESOLVED that it be let.\n\nThe public were readmitted.\n\n"
        "9. DATE OF THE NEXT MEETING\n\n3 July 2025.\n",
    )
    assert [item.number for item in _minutes(parts).items] == ["7", "9"]
    assert "SECRET" not in repr(parts)


def test_votes_in_columns_side_by_side(tmp_path: Path) -> None:
    parts = _parts(
        tmp_path,
        "MINUTES OF THE MEETING HELD ON 5 JUNE 2025\n\nPresent: Councillors Reed and Moss\n\n"
        "7. THE PLAN\n\nThe Chair put the recommendation to the vote.\n\n"
        "For (2)             Against (1)         Abstain (1)\n"
        "Councillor Reed     Councillor Quill    Councillor Vale\n"
        "Councillor Moss\n\nMotion lost.\n",
    )
    (vote,) = _item(_minutes(parts), "7").votes
    assert vote.names == {
        "for": ("Councillor Reed", "Councillor Moss"),
        "against": ("Councillor Quill",),
        "abstained": ("Councillor Vale",),
    }
    assert vote.outcome == "lost"


def test_a_member_without_a_mark_leaves_a_table_of_votes_in_doubt(tmp_path: Path) -> None:
    rows = "".join(f"| Cllr {name} | X | |\n" for name in ("Ash", "Birch", "Cedar"))
    parts = _parts(
        tmp_path,
        "# Minutes of the Meeting of the Panel held on 5 June 2025\n\nPresent: Cllr Ash\n\n"
        f"## 1 The plan\n\n| Member | For | Against |\n|---|---|---|\n{rows}| Cllr Dale | | |\n",
        "minutes.md",
    )
    (vote,) = _item(_minutes(parts), "1").votes
    assert vote.names == {"for": ("Councillor Ash", "Councillor Birch", "Councillor Cedar")}
    assert [part.kind for part in _unread(parts)] == ["vote-not-read"]


@pytest.mark.parametrize(
    "text",
    [
        "AGENDA\n\n2 Minutes of the meeting held on 5 June 2025 (Pages 1 - 4)\n\nPresent: all",
        "Minutes\n\nNobody is said to have been there.\n\n1. An item",
        "The minutes of the meeting held on 5 June 2025 were approved.\n\nPresent: all\n",
        "MINUTES OF THE PREVIOUS MEETING (INCLUDING MATTERS ARISING)\n\nPresent: all\n",
    ],
)
def test_what_only_speaks_of_minutes_is_none(tmp_path: Path, text: str) -> None:
    assert not _parts(tmp_path, text)


_LINES = [
    line
    for sample in vars(samples).values()
    if isinstance(sample, str)
    for line in sample.split("\n")
]


@given(st.lists(st.sampled_from(_LINES) | st.text(max_size=40), max_size=60), st.booleans())
def test_no_lines_in_whatever_order_make_it_fail(texts: list[str], positioned: bool) -> None:
    lines = [
        Line(
            tuple(
                Word(word, 10.0 * at, 14.0 * row, 10.0 * at + 8, 14.0 * row + 10)
                for at, word in enumerate(text.split())
            ),
            page=1 + row // 20,
        )
        for row, text in enumerate(
            ["MINUTES OF THE MEETING HELD ON 5 JUNE 2025", "Present: A Reed", *texts]
        )
    ]
    source = Source("x", "0" * 64, "pdf" if positioned else "text", (Page(1, tuple(lines)),))
    assert all(isinstance(part, (Minutes, Unread)) for part in recognise(source))
