"""Which claims of a sentence that is not simple may still speak against a table."""

import pytest

from analysis.claims.services import Written, judge
from analysis.claims.telling import CONTRADICTS

ACCUSED = (
    ("Waste", "Missed bin collections fell from 151 in January 2031 to 61 in August 2031."),
    (
        "Waste",
        "Missed bin collections were 151 in January 2031, 84 in June 2031 and 97 in July 2031.",
    ),
    (
        "Housing",
        "Rent collected was 98.2% in August 2031, 97.9% in July 2031 and 99.4% in June 2031.",
    ),
    (
        "Adult care",
        "Adults waiting for an assessment fell by 60% from August 2030 to 260 in August 2031.",
    ),
)
OPEN = (
    ("Highways", "Highway defects reported are 38% below their February peak."),
    ("Highways", "Potholes repaired within 28 days was lower than its target for ten months."),
    ("Waste", "Missed bin collections were 96 in August, 92 in September and 101 in October."),
    ("Waste", "Missed bin collections rose to 151 in January, before falling to 128, 104 and 95."),
    ("Housing", "No month has seen a fall in households in temporary accommodation."),
    (
        "Housing",
        "In the first six months households in temporary accommodation rose from 186 to 266.",
    ),
    ("Highways", "Street lights not working were 340 last August."),
    ("Highways", "Highway defects reported, up 228 in January and 81 in February, are down by 62."),
)


def _said(section, text):
    return judge(Written("", section, "", text))


@pytest.mark.parametrize(("section", "text"), ACCUSED)
def test_what_is_bound_together_is_accused(section, text) -> None:
    assert [v.certainty for v in _said(section, text) if v.verdict == CONTRADICTS]


@pytest.mark.parametrize(("section", "text"), OPEN)
def test_what_may_be_read_otherwise_is_not(section, text) -> None:
    assert not [str(v.working) for v in _said(section, text) if v.verdict == CONTRADICTS]


def test_the_working_says_why() -> None:
    text = "Missed bin collections were 96 in August, 92 in September and 101 in October."
    workings = " ".join(str(v.working) for v in _said("Waste", text))
    assert "cannot speak against a table: it may tell of a year before" in workings
