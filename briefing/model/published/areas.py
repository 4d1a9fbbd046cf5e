"""The areas that figures are published for, told apart however a file writes their names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

Row = Mapping[str, str]

NATION = "England"
_COMPASS = ("North", "South", "East", "West")


@dataclass(frozen=True)
class Council:
    """The area that a council governs: its identifier, its name, and that of its region."""

    id: str
    name: str
    region: str = ""


def council_in(rows: Iterable[Row], council: str) -> Council | None:
    """The area that a council governs, from its name; None where no published row is of it.

    Examples
    --------
    >>> row = {"area_kind": "authority", "area": "Westmoor", "area_code": "901", "region": "North"}
    >>> council_in([row], "Westmoor City Council")
    Council(id='901', name='Westmoor', region='north')
    """
    said = f" {key(council)} "
    found = [r for r in _authorities(rows) if f" {key(r['area'])} " in said]
    if not found:
        return None
    longest = max(len(key(row["area"])) for row in found)
    best = [row for row in found if len(key(row["area"])) == longest]
    region = next((row["region"] for row in best if row["region"]), "")
    return Council(identifier(best[0]), best[0]["area"], region_key(region))


def bearing_on(council: Council | None, rows: Iterable[Row], sets: Iterable[Row]) -> list[Row]:
    """The published rows that a council is compared with.

    They are its own, its region's, England's, and those of its statistical neighbours.
    """
    near = {set_member(row) for row in sets if council and set_authority(row) == council.id}
    own = {council.id} if council else set()
    regions = {council.region} if council else set()

    def bears(row: Row) -> bool:
        kind = row["area_kind"]
        if kind == "england":
            return True
        return identifier(row) in (regions if kind == "region" else own | near)

    return [row for row in rows if bears(row)]


def _authorities(rows: Iterable[Row]) -> list[Row]:
    authorities = (row for row in rows if row["area_kind"] == "authority")
    return list({(identifier(r), r["area"], r["region"]): r for r in authorities}.values())


def identifier(row: Row) -> str:
    """What tells the area of a published row from others: its number, else its name."""
    kind = row["area_kind"]
    if kind == "england":
        return NATION.casefold()
    if kind == "region":
        return region_key(row["area"])
    return row["area_code"] or key(row["area"])


def set_authority(row: Row) -> str:
    """The identifier of the authority that a row of a set of neighbours is of."""
    return row["authority_code"] or key(row["authority"])


def set_member(row: Row) -> str:
    """The identifier of the neighbour that a row of a set names."""
    return row["neighbour_code"] or key(row["neighbour"])


def key(name: str) -> str:
    """The words of a name before a comma: ``Bristol, City of`` is bristol."""
    plain = name.partition(",")[0].casefold().replace("-", " ").replace("&", "and")
    return " ".join(plain.split())


def region_key(name: str) -> str:
    """A region by its words in any order: ``London (Inner)`` is Inner London."""
    return " ".join(sorted(re.findall(r"\w+", name.casefold())))


def called(name: str, *, region: bool) -> str:
    """An area as a sentence names it: regions of a compass point have an article."""
    return f"the {name}" if region and name.startswith(_COMPASS) else name
