"""Printed lists of names, and text without telephone numbers and mail addresses."""

import pytest

from briefing.ingest.words.people import is_name, names_in, people_in, without_contacts


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Councillors Reed-Moss (Chair), Quill (Vice-Chair), Thorn,\nG Vale and Mrs Pike",
            [
                "Councillor Reed-Moss",
                "Councillor Quill",
                "Councillor Thorn",
                "Councillor G Vale",
                "Councillor Mrs Pike",
            ],
        ),
        (
            "Mr B J Reed (Chairman), Sir Ian Moss, CBE, Mrs S Quill, MBE and Ms L Pike, OBE.",
            ["Mr B J Reed", "Sir Ian Moss, CBE", "Mrs S Quill, MBE", "Ms L Pike, OBE"],
        ),
        ("Mr D Crow-\nHill, Mr P Barrow- Smith", ["Mr D Crow-Hill", "Mr P Barrow-Smith"]),
        ("Mr Reed, Mr\nMoss, Ms\nPike", ["Mr Reed", "Mr Moss", "Ms Pike"]),
        (
            "Councillor Reed\nCllr B. Moss\nCllr Pike",
            ["Councillor Reed", "Councillor B. Moss", "Councillor Pike"],
        ),
        (
            "Cllr Reed, Cllr Moss and Cllr Pike",
            ["Councillor Reed", "Councillor Moss", "Councillor Pike"],
        ),
        ("Councillor Reed Councillor Moss", ["Councillor Reed", "Councillor Moss"]),
        (
            "Mr J d'Abo, Ms A O\u2019Dell and Mr C de la Rue",
            ["Mr J d'Abo", "Ms A O\u2019Dell", "Mr C de la Rue"],
        ),
        ("None", []),
        ("There were no apologies for absence.", []),
        ("", []),
    ],
)
def test_a_list_is_split_into_names(text: str, names: list[str]) -> None:
    assert names_in(text) == names


@pytest.mark.parametrize(
    ("text", "people"),
    [
        (
            "Councillor Reed (Chair), Councillor Moss - Vice-Chair, Councillor Pike in the Chair",
            [
                ("Councillor Reed", "Chair"),
                ("Councillor Moss", "Vice-Chair"),
                ("Councillor Pike", "Chair"),
            ],
        ),
        (
            "Councillors Reed and Moss\nAppointed Members: Ann Lowe and Peter Hill",
            [
                ("Councillor Reed", ""),
                ("Councillor Moss", ""),
                ("Ann Lowe", "Appointed Member"),
                ("Peter Hill", "Appointed Member"),
            ],
        ),
        (
            "Councillors Reed and Moss (substitute for Councillor Pike); together with Ann Lowe",
            [
                ("Councillor Reed", ""),
                ("Councillor Moss", "substitute for Councillor Pike"),
                ("Ann Lowe", ""),
            ],
        ),
        (
            "Councillors Reed, Moss and Appointed Member Ann Lowe",
            [("Councillor Reed", ""), ("Councillor Moss", ""), ("Ann Lowe", "Appointed Member")],
        ),
        (
            "Mr J Lowe (Clerk, Democratic Services) and Ms K Hill\n(General Counsel)",
            [("Mr J Lowe", "Clerk, Democratic Services"), ("Ms K Hill", "General Counsel")],
        ),
    ],
)
def test_roles_come_with_their_names(text: str, people: list[tuple[str, str]]) -> None:
    assert people_in(text) == people


def test_what_a_name_is_and_is_not() -> None:
    assert all(map(is_name, ("Reed", "Mr J Reed", "Councillor de Vere", "Sir Ian Moss")))
    assert not any(map(is_name, ("Mr", "the report", "Part 2", "J", "None", "")))


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Ring 023 8000 1234 today", "Ring today"),
        ("Tel: 03000 123456", ""),
        ("Office +44 (0)20 7946 0018 ext 12", "Office"),
        ("07700 900123", ""),
        ("Write to jo.reed@westmoor.gov.uk. Then wait", "Write to . Then wait"),
        ("jo.reed@westmoor\n.gov.uk", ""),
        ("E-mail: Jo.\nreed@westmoor.gov.uk next", "next"),
        ("jo@west-\nmoor.gov.uk", ""),
        ("jo@westmoor.gov.\nuk and more", "and more"),
    ],
)
def test_telephone_numbers_and_mail_addresses_are_taken_out(text: str, left: str) -> None:
    assert without_contacts(text) == left


@pytest.mark.parametrize(
    "text",
    [
        "12 034 442 277 2023 2024",
        "01/02/2024",
        "0.5 1 2 3 4 5",
        "\u00a31,530.9m of 994,287,655",
        "x @ y",
    ],
)
def test_figures_are_no_telephone_numbers(text: str) -> None:
    assert without_contacts(text) == text
