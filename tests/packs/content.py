"""What tables of figures hold: measures, periods and values, made from a seed."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from random import Random

from packs.answer import CellAnswer

SHORT = (
    "Jan",
    "Feb",
    "Mar",
    "Apr",
    "May",
    "Jun",
    "Jul",
    "Aug",
    "Sep",
    "Oct",
    "Nov",
    "Dec",
)
LONG = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


@dataclass(frozen=True)
class Measure:
    """A measure: its name, and what its values are."""

    name: str
    unit: str


MEASURES = tuple(
    Measure(name, unit)
    for unit, names in {
        "percent": (
            "Potholes mended within five working days",
            "Calls answered within two minutes",
            "Household waste sent for reuse or recycling",
            "Food businesses rated good or better",
            "Planning decisions made in time, minor schemes",
            "Invoices paid within thirty days",
            "Pupils on roll who were at school",
            "Care leavers in suitable homes",
            "Visits to children in care made in time",
            "Bus services that ran on time",
            "Health checks taken up",
            "Staff who finished the yearly fire course",
            "Street lamps that work",
            "Reviews of support at home held within a year",
            "Council tax collected in the year",
            "Safeguarding enquiries closed within forty days",
            "Assessments finished in time",
            "Flood gullies cleared on the planned round",
            "Two-year-olds with a nursery place",
            "Short-term tenancies that went on",
        ),
        "count": (
            "Number of library visits",
            "Number of homes without a safe boiler",
            "Number of children with a protection plan",
            "Number of rough sleepers found on one night",
            "Number of new homes finished",
            "Number of missed bin collections",
            "Number of complaints upheld",
            "Number of trees planted",
            "Number of school admission appeals",
            "Number of carers who had a break",
            "Number of fly-tips cleared",
            "Number of vacant social work posts",
            "Number of foster carers approved",
            "Number of licences reviewed",
            "Number of visits by the park rangers",
            "Number of parking notices sent out",
        ),
        "days": (
            "Average days to relet a council home",
            "Average days lost to sickness per post",
            "Average days from referral to first visit",
            "Average days to decide a blue badge",
            "Average days in temporary housing",
            "Average days to match a child with a family",
        ),
        "rate_per_10000": (
            "Children in care per 10,000",
            "Referrals per 10,000 children",
            "Falls treated in hospital per 10,000 residents",
            "Protection plans per 10,000 children",
            "Library loans per 10,000 residents",
        ),
        "gbp": (
            "Cost of each placement a week",
            "Spend on agency staff",
            "Rent arrears of present tenants",
            "Spend on temporary housing",
            "Cost of each visit at home",
        ),
    }.items()
    for name in names
)

AREAS = tuple(
    f"{first}{last}"
    for first in ("Heather", "Mill", "Church", "Ash", "Wester", "Black", "Sea", "Stone")
    for last in ("ford", "ton", "combe", "field")
)

GROUPS = (
    "Children and learning",
    "Highways and transport",
    "Housing",
    "Adult social care",
    "Customer services",
    "Environment",
)

PARTS = ("under five", "five to eleven", "twelve and over", "at home", "away from home")

LONGER = (
    "counting every case that was open on the last day of the period",
    "for all residents of the borough who asked for the service",
    "as agreed with the partners in the yearly improvement plan",
    "leaving out those that were withdrawn before a decision",
)


@dataclass(frozen=True)
class Head:
    """A column's heading: ``band`` is the year above several columns, blank for none."""

    text: str
    code: str
    band: str = ""


def months(rng: Random, style: str, count: int) -> list[Head]:
    """A run of months, headed in a style; ``jump`` leaves a year out behind the first two."""
    year, month = rng.randrange(2029, 2033), rng.randrange(12)
    found = []
    for at in range(count):
        if style.endswith(" jump") and at == 2:
            year += 1
        found.append(_month(style.removesuffix(" jump"), year, month))
        month += 1
        if month == 12:
            year, month = year + 1, 0
    return found


def _month(style: str, year: int, month: int) -> Head:
    code = f"{year}-{month + 1:02d}"
    two = f"{year % 100:02d}"
    if style == "Aug under calendar year":
        return Head(SHORT[month], code, str(year))
    if style == "Aug under split year":
        first = year if month >= 3 else year - 1
        return Head(SHORT[month], code, f"{first}/{(first + 1) % 100:02d}")
    text = {
        "Aug-24": f"{SHORT[month]}-{two}",
        "Aug 24": f"{SHORT[month]} {two}",
        "July 23": f"{LONG[month]} {two}",
        "Aug 2024": f"{SHORT[month]} {year}",
        "August 2024": f"{LONG[month]} {year}",
        "Aug '24": f"{SHORT[month]} '{two}",
        "AUG-24": f"{SHORT[month].upper()}-{two}",
    }[style]
    return Head(text, code)


def quarters(rng: Random, style: str, count: int) -> list[Head]:
    """A run of quarters of financial years."""
    year, quarter = rng.randrange(2028, 2032), rng.randrange(4)
    found = []
    for _ in range(count):
        split = f"{year}/{(year + 1) % 100:02d}"
        code = f"{split}-Q{quarter + 1}"
        text = {
            "Q3 2024/25": f"Q{quarter + 1} {split}",
            "2024/25 Q3": f"{split} Q{quarter + 1}",
            "Q3 24/25": f"Q{quarter + 1} {split[2:]}",
            "Quarter 3 2024/25": f"Quarter {quarter + 1} {split}",
            "Q3 under split year": f"Q{quarter + 1}",
        }[style]
        found.append(Head(text, code, split if style == "Q3 under split year" else ""))
        quarter += 1
        if quarter == 4:
            year, quarter = year + 1, 0
    return found


def years(rng: Random, style: str, count: int) -> list[Head]:
    """A run of split or calendar years."""
    first = rng.randrange(2025, 2030)
    found = []
    for year in range(first, first + count):
        split = f"{year}/{(year + 1) % 100:02d}"
        text, code = {
            "2023/24": (split, split),
            "2023-24": (split.replace("/", "-"), split),
            "2023/24 outturn": (f"{split} outturn", split),
            "2023": (str(year), str(year)),
        }[style]
        found.append(Head(text, code))
    return found


def heads(rng: Random, style: str, count: int) -> list[Head]:
    """A run of periods, headed in a style."""
    if "Q3" in style or "Quarter" in style:
        return quarters(rng, style, count)
    if style.startswith("20"):
        return years(rng, style, count)
    return months(rng, style, count)


def value(rng: Random, unit: str, whole: bool) -> Decimal:
    """A value that a measure of a unit may have."""
    if unit == "percent":
        return Decimal(rng.randrange(0, 101)) if whole else Decimal(rng.randrange(0, 1001)) / 10
    if unit == "count":
        return Decimal(
            rng.choice((rng.randrange(0, 60), rng.randrange(60, 1000), rng.randrange(1000, 42000)))
        )
    if unit == "gbp":
        return Decimal(rng.randrange(80, 9_000))
    top = 900 if unit == "rate_per_10000" else 90
    return Decimal(rng.randrange(1, top)) if whole else Decimal(rng.randrange(10, top * 10)) / 10


@dataclass(frozen=True)
class Manner:
    """How values are printed: with their unit or not, with which thousands mark and minus."""

    unit_in_cell: bool = False
    thousands: str = ","
    minus: str = "-"
    negatives: bool = False
    gaps: float = 0.0
    gap_marks: tuple[str, ...] = ("", "-", "Not available", "c", "n/a")


def cell(rng: Random, unit: str, units: tuple[str, ...], manner: Manner, whole: bool) -> CellAnswer:
    """A cell of a measure: a value, or one of the marks of a gap."""
    if rng.random() < manner.gaps:
        mark = rng.choice(manner.gap_marks)
        return CellAnswer(mark, "suppressed" if mark in ("c", "*") else "missing", units=units)
    number = value(rng, unit, whole)
    if manner.negatives and unit in ("percent", "gbp", "count") and rng.random() < 0.4:
        number = -number
    return printed(number, unit, units, manner, whole or unit in ("count", "gbp"))


def printed(
    number: Decimal, unit: str, units: tuple[str, ...], manner: Manner, whole: bool
) -> CellAnswer:
    """A value as a manner prints it."""
    digits = f"{abs(number):,.{0 if whole else 1}f}".replace(",", manner.thousands)
    sign = manner.minus if number < 0 else ""
    before, behind = "", ""
    if manner.unit_in_cell:
        before = "£" if unit == "gbp" else ""
        behind = {"percent": "%", "days": " days"}.get(unit, "")
        if unit in ("percent", "gbp", "days"):
            units = (unit, "average") if unit == "days" else (unit,)
    return CellAnswer(f"{sign}{before}{digits}{behind}", "stated", number, units)
