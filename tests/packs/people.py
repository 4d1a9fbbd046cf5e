"""The people of Westmoor, their panel, and what they talk about."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from packs.content import LONG

COUNCIL = "Westmoor Council"
PANELS = (
    "Children and Families Scrutiny Panel",
    "Housing Overview and Scrutiny Committee",
    "Environment Scrutiny Panel",
)
VENUES = ("Council Chamber, Westmoor House", "Committee Room 2, The Old Exchange, Heatherford")
_FIRST = ("Ada", "Bernard", "Cicely", "Dunstan", "Edith", "Fergus", "Gwen", "Harold", "Imogen",
          "Jasper", "Keziah", "Leopold")  # fmt: skip
_LAST = ("Ashdown", "Birchall", "Cotterill", "Dewhurst", "Eastlake", "Fairbrass", "Garside",
         "Hollins", "Ibbotson", "Jessop", "Kershaw", "Longstaff")  # fmt: skip
ROLES = (
    "Executive Director Children and Learning",
    "Head of Housing Repairs",
    "Scrutiny Manager",
    "Director of Public Realm",
)
TOPICS = (
    "School meals in the summer",
    "Repairs to council homes",
    "Bus stops and shelters",
    "Library opening hours",
    "Foster carers' allowances",
    "Tree planting along the ring road",
    "Support for young carers",
    "Waste rounds in the eastern wards",
)
#: Contact details that stand on front sheets and must not be kept.
TELEPHONE = "01999 700123"
MAIL = "democracy@westmoor.example"


def members(rng: Random, count: int) -> list[str]:
    """Names of councillors, each once."""
    return [
        f"{a} {b}" for a, b in zip(rng.sample(_FIRST, count), rng.sample(_LAST, count), strict=True)
    ]


def meeting_day(rng: Random) -> date:
    """A Thursday."""
    return date(2031, 1, 2) + timedelta(weeks=rng.randrange(100))


def ordinal(number: int) -> str:
    """``1st``, ``22nd``, ``13th``."""
    ends = {1: "st", 2: "nd", 3: "rd"}
    return f"{number}{'th' if 10 <= number % 100 <= 20 else ends.get(number % 10, 'th')}"


def written(day: date) -> str:
    """``17 July 2031``."""
    return f"{day.day} {LONG[day.month - 1]} {day.year}"
