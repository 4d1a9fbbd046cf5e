"""What changed since the last meeting on record."""

from __future__ import annotations

from briefing.analysis import Changes, changes_between
from briefing.display.show import Blocks
from briefing.face import Meeting
from briefing.model import Series, compose
from briefing.model import blocks as b
from briefing.model.blocks import Block, Inline
from briefing.sections.edition import Edition
from briefing.sections.words import british_date, listed


def changes(edition: Edition) -> Blocks:
    """What the panel resolved then, and which figures are new, revised or gone since."""
    previous = edition.meeting.previous
    made: list[Block] = [
        b.heading("What changed since the last meeting on record", level=2, anchor="changes")
    ]
    if previous is None:
        made.append(b.paragraph("No earlier meeting of the panel is on record."))
        return Blocks(made)
    made.append(
        b.paragraph(f"The last meeting on record was that of {british_date(previous.date)}.")
    )
    resolved = [
        row for row in edition.meeting.earlier("resolutions") if row["meeting"] == previous.id
    ]
    substantive = [row for row in resolved if "minutes" not in row["text"].lower()]
    if substantive:
        made.append(b.heading("What the panel resolved then", level=3))
        made.append(b.items([_resolution(edition, row) for row in substantive], style="tight"))
    made += _figures(edition)
    return Blocks(made)


def _resolution(edition: Edition, row: dict[str, str]) -> Inline:
    return [row["text"], {"text": f" ({edition.meeting.cite(row).text})", "muted": True}]


def _figures(edition: Edition) -> list[Block]:
    last = _last_with_figures(edition)
    made: list[Block] = [b.heading("Figures", level=3)]
    if last is None:
        made.append(
            b.paragraph(
                "No earlier paper with figures is on record, so nothing can be said of figures "
                "that are new, revised or gone. These papers are the first to compare with."
            )
        )
        return made
    found = changes_between(last.series(), edition.meeting.series())
    when = british_date(last.date)
    if not found.compared and not found.new_periods:
        made.append(
            b.paragraph(
                f"The papers of {when} are the last with figures on record. No measure in them can "
                "be compared period by period with those of this meeting."
            )
        )
        return made
    entries = [*_new(found), *_revised(found), *_gone(found)]
    made.append(b.paragraph(f"Compared with the papers of {when}:"))
    made.append(b.items(entries, style="tight"))
    return made


def _last_with_figures(edition: Edition) -> Meeting | None:
    """The last meeting before this one whose papers print figures, seen on the same day."""
    meeting = edition.meeting
    while (earlier := meeting.previous) is not None:
        if any(s.known or s.unplaced for s in earlier.series()):
            return earlier
        meeting = earlier
    return None


def _new(found: Changes) -> list[Inline]:
    return [
        compose(
            "{measure}: new for {first} to {last}.",
            measure=series.indicator.name,
            first=periods[0],
            last=periods[-1],
        )
        for series, periods in found.new_periods
    ]


def _revised(found: Changes) -> list[Inline]:
    return [
        compose(
            "{measure}, {period}: printed as {left} then and {right} now.",
            measure=pair.right_series.indicator.name,
            period=pair.period,
            left=pair.left,
            right=pair.right,
        )
        for pair in found.revised
    ]


def _gone(found: Changes) -> list[Inline]:
    # A figure that was printed once was never a measure that the panel follows.
    followed = (series for series in found.vanished if len(series.known) > 1)
    names = list(dict.fromkeys(_name(series) for series in followed))
    return [f"Not in this meeting's papers: {listed(names)}."] if names else []


def _name(series: Series) -> str:
    return series.indicator.name or series.name_as_printed
