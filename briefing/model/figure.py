"""The value object that every printed number is: what it is, of when, and where it was read."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from briefing.model.period import Period

#: Unit -> the words behind a number, and whether a sign goes straight after it.
UNITS = {
    "count": "",
    "percent": "%",
    "rate_per_10000": " per 10,000",
    "rate_per_1000": " per 1,000",
    "average": "",
    "score": "",
    "days": " days",
    "weeks": " weeks",
    "fte": " full-time equivalent",
    "gbp": "",
    "percentage_points": " percentage points",
    "months": " months",
    "meetings": " meetings",
}


@dataclass(frozen=True)
class Citation:
    """The place that a figure or a text was read from.

    ``page`` counts the pages of the file from 1; ``printed_page`` is the number that a
    councillor sees; ``line`` is for the people who mend data and is never shown to a reader.
    """

    document: str
    document_title: str = ""
    meeting: str = ""
    item_number: str = ""
    section: str = ""
    page: int | None = None
    printed_page: str = ""
    line: int | None = None
    second_hand: bool = False
    corrected: bool = False

    @property
    def text(self) -> str:
        """The place as a councillor finds it: ``item 9, Family Help, page 46``."""
        parts = []
        if self.item_number:
            parts.append(f"item {self.item_number}")
        elif self.document_title:
            parts.append(self.document_title)
        if self.section:
            parts.append(self.section)
        if self.printed_page:
            parts.append(f"page {self.printed_page}")
        elif self.page:
            parts.append(f"page {self.page} of the file")
        if self.second_hand:
            parts.append("second-hand")
        if self.corrected:
            parts.append("corrected by hand")
        return ", ".join(parts) or self.document

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True)
class Figure:
    """A number that may be printed.

    Parameters
    ----------
    value
        Exact decimal, in the unit.
    unit
        A key of :data:`UNITS`.
    period
        The period that it is of, or None.
    citation
        Where it was read; a derived figure has none of its own and names its parents.
    raw
        The text as printed; blank for a derived figure.
    row
        Identifier of the row of the store.
    parents, operation
        For a derived figure, the figures that it was computed from and how, in words.
    places
        Decimal places to print; None prints the value as it was read.
    """

    value: Decimal
    unit: str = "count"
    period: Period | None = None
    citation: Citation | None = None
    raw: str = ""
    row: str = ""
    parents: tuple[Figure, ...] = ()
    operation: str = ""
    places: int | None = None

    def __post_init__(self) -> None:
        if not isinstance(self.value, Decimal):
            raise TypeError(f"a figure is an exact decimal, not {type(self.value).__name__}")
        if self.unit not in UNITS:
            raise ValueError(f"not a unit: {self.unit!r}")
        if self.citation is None and not self.operation:
            raise ValueError(f"no figure without a source: {self.value}")

    @property
    def number(self) -> str:
        """The number alone, with thousands separated: ``1,366``, ``-7``, ``£57,300,000``."""
        value = self.value
        if self.places is not None:
            value = value.quantize(Decimal(1).scaleb(-self.places), rounding=ROUND_HALF_UP)
        if self.unit == "gbp":
            sign = "-" if value < 0 else ""
            return f"{sign}£{abs(value):,f}"
        return f"{value:z,f}"

    @property
    def text(self) -> str:
        """The number with its unit: ``89%``, ``94 per 10,000``, ``1,366``."""
        unit = UNITS[self.unit]
        if self.unit in ("months", "meetings", "days", "weeks") and self.value == 1:
            unit = unit[:-1]
        if self.unit == "percentage_points" and abs(self.value) == 1:
            unit = " percentage point"
        return f"{self.number}{unit}"

    @property
    def sources(self) -> tuple[Citation, ...]:
        """Every place that the figure rests on, each once, in order."""
        found: dict[Citation, None] = {}
        if self.citation is not None:
            found[self.citation] = None
        for parent in self.parents:
            found.update(dict.fromkeys(parent.sources))
        return tuple(found)

    @property
    def rows(self) -> tuple[str, ...]:
        """Identifiers of every row of the store that the figure rests on, each once."""
        found: dict[str, None] = {self.row: None} if self.row else {}
        for parent in self.parents:
            found.update(dict.fromkeys(parent.rows))
        return tuple(found)

    def __str__(self) -> str:
        return self.text


def derive(
    value: Decimal | int,
    operation: str,
    *parents: Figure,
    unit: str = "count",
    period: Period | None = None,
    places: int | None = None,
) -> Figure:
    """A figure computed from others, which it names.

    ``operation`` says in words how: ``"change from August 2023 to August 2024"``.
    """
    return Figure(
        Decimal(value),
        unit=unit,
        period=period,
        parents=parents,
        operation=operation,
        places=places,
    )
