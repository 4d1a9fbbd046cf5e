"""Periods as councils print them: months, quarters and years, each with its place in time."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import total_ordering

MONTHS = (
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

KINDS = ("month", "calendar", "financial", "academic", "municipal")

#: The month in which a year of each kind begins.
_FIRST_MONTH = {"calendar": 1, "financial": 4, "municipal": 5, "academic": 9}

_MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])")
_QUARTER = re.compile(r"(\d{4})-Q([1-4])")
_SPLIT_QUARTER = re.compile(r"(\d{4})/(\d{2})-Q([1-4])")
_YEAR = re.compile(r"\d{4}")
_SPLIT_YEAR = re.compile(r"(\d{4})/(\d{2})")


def british(day: date) -> str:
    """A day in British words: ``26 September 2024``."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


@total_ordering
@dataclass(frozen=True)
class Period:
    """A month, a quarter or a year.

    Parameters
    ----------
    code
        ``2024-08`` a month, ``2024-Q3`` a calendar quarter, ``2023/24-Q4`` a quarter of
        a split year, ``2024`` a calendar year, ``2023/24`` a split year.
    kind
        One of :data:`KINDS`. A split year needs it (financial, academic or municipal).

    Raises
    ------
    ValueError
        When the code has none of these forms, or the years of a split year do not follow
        each other.
    """

    code: str
    kind: str = ""

    def __post_init__(self) -> None:
        default = "financial"
        if _MONTH.fullmatch(self.code):
            default = "month"
        elif _YEAR.fullmatch(self.code) or _QUARTER.fullmatch(self.code):
            default = "calendar"
        elif not (match := _SPLIT_YEAR.fullmatch(self.code) or _SPLIT_QUARTER.fullmatch(self.code)):
            raise ValueError(f"not a period: {self.code!r} (such as 2024-08, 2024-Q3 or 2023/24)")
        elif (int(match[1]) + 1) % 100 != int(match[2]):
            raise ValueError(f"not a period: the years of {self.code!r} do not follow each other")
        kind = self.kind or default
        if kind not in KINDS:
            raise ValueError(f"not a kind of period: {kind!r} (one of {', '.join(KINDS)})")
        if (kind == "month") is not (default == "month"):
            raise ValueError(f"the kind {kind!r} does not go with the period {self.code!r}")
        object.__setattr__(self, "kind", kind)

    @property
    def start(self) -> int:
        """Months from January of year 0 to the first month of the period."""
        year = int(self.code[:4])
        if self.kind == "month":
            return year * 12 + int(self.code[5:]) - 1
        quarter = int(self.code[-1]) - 1 if "Q" in self.code else 0
        return year * 12 + _FIRST_MONTH[self.kind] - 1 + 3 * quarter

    @property
    def length(self) -> int:
        """Length in months."""
        if self.kind == "month":
            return 1
        return 3 if "Q" in self.code else 12

    def shift(self, steps: int) -> Period:
        """The period so many of its own lengths later (earlier when negative)."""
        first = self.start + steps * self.length
        year, month = divmod(first, 12)
        if self.kind == "month":
            return Period(f"{year:04d}-{month + 1:02d}", self.kind)
        base, rest = divmod(first - (_FIRST_MONTH[self.kind] - 1), 12)
        code = f"{base:04d}/{(base + 1) % 100:02d}" if "/" in self.code else f"{base:04d}"
        return Period(f"{code}-Q{rest // 3 + 1}" if "Q" in self.code else code, self.kind)

    def months_to(self, other: Period) -> int:
        """Months from the last month of this period to the last month of the other."""
        return (other.start + other.length) - (self.start + self.length)

    def follows(self, other: Period) -> bool:
        """Whether this period is the very next one after the other."""
        return self.start == other.start + other.length and self.length == other.length

    @property
    def label(self) -> str:
        """The period in British words: ``August 2024``, ``Quarter 4 of 2023/24``, ``2023``."""
        if self.kind == "month":
            return f"{MONTHS[int(self.code[5:]) - 1]} {self.code[:4]}"
        if "Q" in self.code:
            return f"Quarter {self.code[-1]} of {self.code[:-3]}"
        return self.code

    @property
    def short(self) -> str:
        """The label of an axis: ``Aug 24``, ``Q4 2023/24``, ``2023``."""
        if self.kind == "month":
            return f"{MONTHS[int(self.code[5:]) - 1][:3]} {self.code[2:4]}"
        if "Q" in self.code:
            return f"{self.code[-2:]} {self.code[:-3]}"
        return self.code

    def __lt__(self, other: Period) -> bool:
        return (self.start, self.length) < (other.start, other.length)

    def __str__(self) -> str:
        return self.code
