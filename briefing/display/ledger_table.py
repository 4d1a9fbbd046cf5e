"""The table of a panel's recommendations: what was asked, what was answered, what is left."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from briefing.display import icons
from briefing.display.attachments import attach, to_csv
from briefing.display.columns import column
from briefing.display.show import Blocks
from briefing.model.blocks import Block, Inline, cell, table
from briefing.model.figure import Citation, Figure
from briefing.model.period import Period, british
from briefing.model.sentence import Mark, Sentence, compose

#: Letters of a response that the table shows; the attached rows have it whole.
LONGEST = 420

#: Columns of the attached rows.
CSV_COLUMNS = (
    "text",
    "recipient",
    "due",
    "raised_on",
    "reported_on",
    "response",
    "status",
    "flags",
    "document",
    "place",
)

#: Flag of a recommendation -> the sign whose words are said.
_FLAGS = {
    "overdue": "overdue",
    "complete_but_only_planned": "only-planned",
    "status_without_evidence": "no-evidence",
    "resolution_never_entered": "not-entered",
    "gone_without_acceptance": "vanished",
}


class Given(Protocol):
    """The part of a response to a recommendation that its table shows."""

    @property
    def response(self) -> str:
        """What the papers say was done."""
        ...

    @property
    def status(self) -> str:
        """The status as printed."""
        ...

    @property
    def day(self) -> date:
        """The day of the meeting whose papers say so."""
        ...

    @property
    def citation(self) -> Citation:
        """Where it stands."""
        ...


class Asked(Protocol):
    """The part of a recommendation of the ledger that its table shows."""

    @property
    def text(self) -> str:
        """What was asked."""
        ...

    @property
    def recipient(self) -> str:
        """Of whom; blank where the papers do not say."""
        ...

    @property
    def due(self) -> str:
        """By when; blank where no date was promised."""
        ...

    @property
    def raised_on(self) -> date:
        """The day of the meeting that asked."""
        ...

    @property
    def age_days(self) -> Figure:
        """Days since."""
        ...

    @property
    def age_meetings(self) -> Figure:
        """Meetings since."""
        ...

    @property
    def meetings_missing(self) -> bool:
        """Whether meetings in between may be missing from the record."""
        ...

    @property
    def updates(self) -> Sequence[Given]:
        """Every response, in order of time."""
        ...

    @property
    def accepted(self) -> bool:
        """Whether the panel accepted it as complete."""
        ...

    @property
    def flags(self) -> Sequence[str]:
        """What its life shows, in order of weight."""
        ...

    @property
    def citation(self) -> Citation:
        """Where it was resolved."""
        ...


def recommendations_table(
    entries: Sequence[Asked],
    *,
    caption: Inline = "Recommendations of the panel",
    name: str = "recommendations.csv",
) -> Blocks:
    """The ledger of recommendations: what was asked, its age, the latest answer, what it shows."""
    if not entries:
        return Blocks()
    return Blocks(
        table(
            [
                column("Recommendation", 4.3),
                column("Asked", 1.9),
                column("Latest response", 3.1),
                column("Status", 1.1),
                column("Remark", 1.9),
            ],
            [_recommendation(entry) for entry in entries],
            caption=caption,
            style="dense",
            attach=attach(name, _ledger_csv(entries), "Recommendations with every response"),
        )
    )


def _recommendation(entry: Asked) -> list[Block]:
    last = entry.updates[-1] if entry.updates else None
    asked = [f"of the {entry.recipient}"] if entry.recipient else []
    asked += [f"planned for {_due(entry.due)}"] if entry.due and entry.updates else []
    what: Inline = (
        [entry.text, {"text": f" ({'; '.join(asked)})", "muted": True}] if asked else entry.text
    )
    signs = (
        ["accepted"] if entry.accepted else [_FLAGS[flag] for flag in entry.flags if flag in _FLAGS]
    )
    remark = "; ".join(
        icons.words(s) if i == 0 else icons.words(s).lower() for i, s in enumerate(signs)
    )
    if not signs and entry.meetings_missing:
        remark = f"Last heard of on {british(last.day)}" if last else "No paper since is on record"
    tone = "good" if entry.accepted else "concern" if entry.flags else ""
    return [
        cell(what, header=True),
        cell(_asked(entry)),
        cell(_response(last)),
        cell(last.status if last and last.status else {"text": "none", "muted": True}),
        cell(remark or {"text": "none", "muted": True}, icon=signs[0] if signs else "", tone=tone),
    ]


def _response(last: Given | None) -> Inline:
    """The latest response; of a long one its beginning and where the rest is printed."""
    if last is None or not last.response:
        return {"text": "none on record", "muted": True}
    if len(last.response) <= LONGEST:
        return last.response
    shown = last.response[:LONGEST].rpartition(" ")[0].rstrip(" ,;:•–-")
    quoted = Sentence(f"{shown} … ", marks=(Mark("quotation", shown),))
    return [quoted, {"text": f"(goes on: {last.citation.text})", "muted": True}]


def _asked(entry: Asked) -> Sentence:
    """When it was asked, and how long ago; meetings are counted where all are on record."""
    day = british(entry.raised_on)
    if not entry.age_days.value:
        return compose("{day}, at this meeting", day=day)
    if entry.meetings_missing:
        return compose("{day}: {days} ago", day=day, days=entry.age_days)
    return compose(
        "{day}: {days}, {meetings} ago", day=day, days=entry.age_days, meetings=entry.age_meetings
    )


def _ledger_csv(entries: Sequence[Asked]) -> str:
    rows = [
        [
            entry.text,
            entry.recipient,
            entry.due,
            entry.raised_on.isoformat(),
            given.day.isoformat() if given else "",
            given.response if given else "",
            given.status if given else "",
            "|".join(entry.flags),
            (given.citation if given else entry.citation).document,
            (given.citation if given else entry.citation).text,
        ]
        for entry in entries
        for given in (entry.updates or (None,))
    ]
    return to_csv(CSV_COLUMNS, rows)


def _due(due: str) -> str:
    """A day or a period, in British words."""
    return british(date.fromisoformat(due)) if due.count("-") == 2 else Period(due).label
