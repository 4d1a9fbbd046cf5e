"""What ``briefing check`` says of comparator columns: context, and never a contradiction."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing.face import ComparatorCheck, Meeting

_YEARS = {
    "exact": "exactly as published",
    "nearest": "near a published value that may have been revised since",
    "cannot_tell": "whose year cannot be told",
}


def comparator_lines(meeting: Meeting) -> Iterator[str]:
    """The comparator columns held against published figures, under a heading of their own."""
    checks = meeting.comparator_checks
    if not checks:
        return
    yield "Comparator columns:"
    if not meeting.rows("published_values"):
        yield "  The store has no published figures to hold them against (briefing benchmarks)."
        yield ""
        return
    yield f"  {_counted([one.year for one in checks])} This is context, not a fault."
    yield from _group("A newer figure was public", (one for one in checks if one.newer), meeting)
    near = (one for one in checks if one.year == "nearest" and not one.newer)
    yield from _group("Near a published figure", near, meeting)
    sets = (one for one in checks if one.sets and one.sets.moved and not one.newer)
    yield from _group("Another set of statistical neighbours", sets, meeting)
    yield from _reasons([one for one in checks if one.year == "cannot_tell"], meeting)
    yield ""


def _counted(years: list[str]) -> str:
    parts = (f"{years.count(year)} {words}" for year, words in _YEARS.items() if year in years)
    return f"{len(years)} value{'' if len(years) == 1 else 's'}: {', '.join(parts)}."


def _group(heading: str, checks: Iterable[ComparatorCheck], meeting: Meeting) -> Iterator[str]:
    found = list(checks)
    if found:
        yield f"  {heading}:"
    for one in found:
        place = f" ({one.printed.citation.text})" if one.printed.citation else ""
        yield f"    {_name(one, meeting)}, {one.whose}, {one.printed.text}{place}"
        yield f"      {one.working.text}"


def _reasons(checks: list[ComparatorCheck], meeting: Meeting) -> Iterator[str]:
    """Each reason once, with the measures that it holds for."""
    reasons: dict[str, dict[str, None]] = {}
    for one in checks:
        reasons.setdefault(one.working.text, {})[_name(one, meeting)] = None
    if reasons:
        yield "  The year cannot be told:"
    for reason, names in reasons.items():
        yield f"    {'; '.join(names)}"
        yield f"      {reason}"


def _name(one: ComparatorCheck, meeting: Meeting) -> str:
    indicator = meeting.store.indicators.get(one.row["indicator"])
    return indicator.name if indicator else one.row["indicator"]
