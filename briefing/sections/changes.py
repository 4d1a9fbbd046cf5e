"""What changed since the last meeting on record."""

from __future__ import annotations

from briefing.analysis import Changes, changes_between
from briefing.display.show import Blocks
from briefing.face import Meeting
from briefing.model import Series, compose
from briefing.model import blocks as b
from briefing.model.agenda import is_procedural
from briefing.model.blocks import Block, Inline
from briefing.sections.edition import Edition, Row
from briefing.sections.words import as_entry, british_date, listed


def changes(edition: Edition) -> Blocks:
    """What the panel resolved then, and which figures are new, revised or gone since."""
    previous = edition.meeting.previous
    made: list[Block] = [
        b.heading("What changed since the last meeting on record", level=2, anchor="changes")
    ]
    if previous is None:
        made.append(b.paragraph("No earlier meeting of the panel is on record."))
        return Blocks(made)
    business = _resolved_then(edition, previous)
    ledger = edition.meeting.ledger
    followed = {e.item.casefold() for e in ledger if e.raised_at == previous.id}
    others = [row for title, row in business if title.casefold() not in followed]
    expected = [
        row
        for row in edition.meeting.earlier("statements")
        if row["meeting"] == previous.id and row["kind"] == "expectation"
    ]
    since = f"The last meeting whose papers are held was that of {british_date(previous.date)}."
    if len(others) < len(business):
        since += " What the panel resolved then is followed under Recommendations."
    made.append(b.paragraph(since))
    if others:
        made.append(b.heading("What else the panel resolved then", level=3))
        made.append(b.items([_cited(edition, row) for row in others], style="tight"))
    if expected:
        made.append(b.heading("What the panel said it expects", level=3))
        made.append(b.items([_cited(edition, row) for row in expected], style="tight"))
    made += _figures(edition)
    return Blocks(made)


def _resolved_then(edition: Edition, previous: Meeting) -> list[tuple[str, Row]]:
    """The resolutions of the last meeting on its business, with the title of their item."""
    titles = {
        row["item_number"]: row["title"]
        for row in edition.meeting.earlier("agenda_items")
        if row["meeting"] == previous.id
    }
    resolved = (r for r in edition.meeting.earlier("resolutions") if r["meeting"] == previous.id)
    named = ((titles.get(row["item_number"], ""), row) for row in resolved)
    return [(title, row) for title, row in named if not is_procedural(title)]


def _cited(edition: Edition, row: Row) -> Inline:
    return [as_entry(row["text"]), {"text": f" ({edition.meeting.cite(row).text})", "muted": True}]


def _figures(edition: Edition) -> list[Block]:
    last = edition.meeting.last_with_figures
    if last is None:
        return [
            b.paragraph(
                "No earlier paper with figures is on record, so nothing can be said of figures "
                "that are new, revised or gone. These papers are the first to compare with."
            )
        ]
    found = changes_between(last.series(), edition.meeting.series())
    when = british_date(last.date)
    gone = [] if edition.second_hand else _gone(found)
    entries = [*_new(found), *_revised(found), *gone]
    if not entries:
        return [
            b.paragraph(
                f"The papers of {when} are the last with figures on record. No figure in them can "
                "be compared period by period with those of this meeting."
            )
        ]
    lead = f"Figures, compared with the papers of {when}:"
    if len(entries) == 1:
        return [b.paragraph([lead, " ", entries[0]])]
    return [b.paragraph(lead), b.items(entries, style="tight")]


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
