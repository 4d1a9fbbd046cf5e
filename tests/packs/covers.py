"""Covers of reports, in three layouts."""

from __future__ import annotations

from datetime import date
from random import Random

from packs.answer import CoverAnswer
from packs.columns import text_table
from packs.people import written
from packs.press import Press

_ASKED = (
    "That the panel considers the figures and asks questions of the officers",
    "That the panel notes the plan for the winter",
    "That the panel says which wards it wishes to look at next",
)


def _ask(rng: Random, body: Press, marks: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    asked = rng.sample(_ASKED, 2)
    for mark, ask in zip(marks, asked, strict=True):
        body.write(f"{mark} {ask}.", x=60)
    return tuple(zip(marks, asked, strict=True))


def _in_a_table(rng: Random, body: Press, subject: str, role: str, day: date) -> CoverAnswer:
    rows = [
        ("DECISION-MAKER:", "Scrutiny Panel"),
        ("SUBJECT:", subject.upper()),
        ("DATE OF DECISION:", written(day)),
        ("REPORT OF:", role.upper()),
    ]
    text_table(body, (150.0, 340.0), (), rows, 10.5)
    body.write("STATEMENT OF CONFIDENTIALITY", 10.5, True)
    body.write("None")
    body.write("RECOMMENDATIONS:", 10.5, True)
    asked = _ask(rng, body, ("(i)", "(ii)"))
    return CoverAnswer(subject, "Scrutiny Panel", role, day, asked, ("Map of the wards",))


def _in_lines(rng: Random, body: Press, subject: str, role: str, day: date) -> CoverAnswer:
    body.write("Report to: Scrutiny Panel", 10.5, space=2)
    body.write(f"Date: {written(day)}", 10.5, space=2)
    body.write(f"Subject: {subject}", 10.5, space=2)
    body.write(f"Report of: {role}", 10.5, space=10)
    body.write("Recommendations", 11, True)
    body.write("The panel is asked:")
    asked = _ask(rng, body, ("1.", "2."))
    return CoverAnswer(subject, "Scrutiny Panel", role, day, asked, ("Map of the wards",))


def _from_and_to(rng: Random, body: Press, subject: str, role: str, day: date) -> CoverAnswer:
    body.write(f"From: {role}", 10.5, True, space=2)
    body.write(f"To: Scrutiny Panel - {written(day)}", 10.5, True, space=2)
    body.write(f"Subject: {subject}", 10.5, True, space=2)
    body.write("Classification: Unrestricted", 10.5, True, space=10)
    body.write("Recommendation(s):", 10.5, True)
    asked = _ask(rng, body, ("(a)", "(b)"))
    return CoverAnswer(subject, "Scrutiny Panel", role, day, asked, ("Map of the wards",))


COVERS = (_in_a_table, _in_lines, _from_and_to)
