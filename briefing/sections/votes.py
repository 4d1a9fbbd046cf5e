"""Recorded votes: each motion with its count and outcome; who voted how stays in the data."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

from briefing.analysis import row_id
from briefing.model import Figure, Sentence, compose
from briefing.model import blocks as b
from briefing.model.blocks import Block, Inline
from briefing.sections.edition import Edition, Item, Row

_SIDES = {"for": "for", "against": "against", "abstained": "abstained", "not_voting": "not voting"}


def recorded_votes(edition: Edition, item: Item) -> list[Block]:
    """The recorded votes of an item, in printed order; nothing where there was none."""
    motions: dict[tuple[str, str], list[Row]] = {}
    for row in edition.of_item("votes", item.number):
        motions.setdefault((row["motion"], row["line"] or row["page"]), []).append(row)
    if not motions:
        return []
    entries = [_motion(edition, rows) for rows in motions.values()]
    return [b.heading("Recorded votes", level=3), b.items(entries, style="tight")]


def _motion(edition: Edition, rows: list[Row]) -> Inline:
    outcome = next((row["outcome"] for row in rows if row["outcome"]), "")
    return [
        f"{rows[0]['motion'].rstrip('.:')}: ",
        *([{"text": f"{outcome}. ", "bold": True}] if outcome else []),
        _counts(edition, rows),
        {"text": f" ({edition.meeting.cite(rows[0]).text})", "muted": True},
    ]


def _counts(edition: Edition, rows: list[Row]) -> Sentence:
    """The printed count of each side that has names; their own number where none is printed."""
    named = Counter(row["vote"] for row in rows)
    parts: list[Sentence] = []
    for side, words in _SIDES.items():
        first = next((row for row in rows if row["vote"] == side), None)
        if first is None:
            continue
        printed = first["printed_count"]
        count = Figure(
            Decimal(printed or named[side]),
            citation=edition.meeting.cite(first),
            raw=printed,
            row=row_id("votes", first),
        )
        parts.append(compose("{count} {words}", count=count, words=words))
        if printed and int(printed) != named[side]:
            parts[-1] = compose("{part}, of whom the minutes name another number", part=parts[-1])
    every = parts[0]
    for part in parts[1:]:
        every = compose("{every}, {part}", every=every, part=part)
    return compose("{every}.", every=every)
