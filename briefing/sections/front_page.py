"""Page one: it stands alone and prints alone."""

from __future__ import annotations

from briefing.display.show import Blocks
from briefing.model import blocks as b
from briefing.model import compose, derive
from briefing.model.blocks import Block
from briefing.sections.commitments import of_no_item
from briefing.sections.edition import Edition, Row
from briefing.sections.evidence import evidence_line, places
from briefing.sections.words import as_entry, british_date, british_time, listed, pages


def front_page(edition: Edition) -> Blocks:
    """Panel, date, time and place; the big question; five things; decisions; who is invited."""
    return Blocks(
        [
            _document(edition),
            b.heading(edition.meeting.panel_title, level=1),
            b.paragraph(_when_and_where(edition), style="lead"),
            *_standing(edition),
            *_introduction(edition),
            *_big_question(edition),
            *_five_things(edition),
            *_agenda(edition),
            *_of_no_item(edition),
            *_no_question(edition),
            b.columns([_asked(edition), _people(edition)], widths=(3, 2)),
            b.page_break(),
        ]
    )


#: So many texts of items stand on page one; the rest stand under their items.
MOST_TEXTS = 8


def _document(edition: Edition) -> Block:
    panel, meeting = edition.meeting.panel_record, edition.meeting
    kind = "Briefing" if edition.kind == "before" else "Record and briefing"
    return b.document(
        title=f"{kind}: {meeting.panel_title}, {british_date(meeting.date)}",
        subject=f"{kind} for the meeting of {british_date(meeting.date)}",
        author=f"Scrutiny team for the {meeting.panel_title}",
        running=f"{meeting.panel_title} · {british_date(meeting.date)}",
        status=edition.status,
        date=meeting.date,
        keywords=("scrutiny", panel.council, panel.name),
        colour=panel.colour,
        logo={"svg": panel.logo, "alt": panel.logo_alt} if panel.logo else None,
    )


def _when_and_where(edition: Edition) -> str:
    meeting = edition.meeting
    kind = "Briefing for the meeting of" if edition.kind == "before" else "Record of the meeting of"
    parts = [f"{kind} {edition.day}"]
    if meeting.start_time:
        parts.append(british_time(meeting.start_time))
    if meeting.venue:
        parts.append(meeting.venue)
    missing = [
        word
        for word, known in (("time", meeting.start_time), ("place", meeting.venue))
        if not known
    ]
    if missing:
        parts.append(f"{listed(missing)} not stated in the papers on record")
    return " · ".join(parts)


def _standing(edition: Edition) -> list[Block]:
    made: list[Block] = []
    if edition.status:
        made.append(
            b.paragraph(
                [
                    {"text": "DRAFT", "bold": True},
                    " prepared from published papers; not yet approved by the scrutiny manager.",
                ],
                style="small",
            )
        )
    elif edition.editorial.approved_by:
        made.append(b.paragraph(f"Approved by the {edition.editorial.approved_by}.", style="small"))
    if edition.kind == "after" and not edition.meeting.has_agenda_papers:
        made.append(
            b.paragraph(
                "Made from the record of the meeting: its agenda pack is not held.",
                style="small",
            )
        )
    if edition.second_hand:
        made.append(
            b.box(
                [
                    b.paragraph(
                        "Everything here comes from a third party's published summary of the "
                        "agenda papers, not from the papers themselves. Every figure is "
                        "second-hand: check it in the council's own pack before it is quoted."
                    )
                ],
                title="Second-hand source",
                tone="note",
                level=2,
            )
        )
    return made


def _introduction(edition: Edition) -> list[Block]:
    text = edition.editorial.introduction
    return [b.paragraph(part) for part in text.split("\n\n") if part.strip()]


def _big_question(edition: Edition) -> list[Block]:
    big = next((q for q in edition.questions if q.big), None)
    if big is None:
        return []
    return [
        b.box(
            [
                b.paragraph(big.question, style="lead"),
                b.paragraph(big.why_it_matters),
                *evidence_line(big.evidence[:1]),
            ],
            title="The big question",
            tone="neutral",
            level=2,
        )
    ]


def _five_things(edition: Edition) -> list[Block]:
    things = edition.meeting.five_things()
    if not things:
        return []
    words = {"good": "Going well", "concern": "To look into", "neutral": "To know"}
    return [
        b.heading(f"{_count_word(len(things))} to know", level=2),
        b.items(
            [
                [
                    b.paragraph(
                        [
                            {"text": f"{words[thing.tone]}: ", "bold": True},
                            thing.sentence,
                            {"text": f" ({places(thing.citations)})", "muted": True},
                        ]
                    )
                ]
                for thing in things
            ],
            ordered=True,
        ),
    ]


def _agenda(edition: Edition) -> list[Block]:
    """The business of the meeting, where the papers on record give nothing else to know of it."""
    told = edition.questions or edition.meeting.five_things()
    if told or edition.kind == "after" or not edition.items:
        return []
    entries: list[b.Inline] = [
        [
            {"text": f"Item {item.number}: ", "bold": True},
            item.title,
            {"text": f" ({where})" if (where := _pages(item.row)) else "", "muted": True},
        ]
        for item in edition.items
    ]
    return [b.heading("The business of the meeting", level=2), b.items(entries, style="tight")]


def _of_no_item(edition: Edition) -> list[Block]:
    """How many commitments stand under no agenda item, how many figures where none stands under
    one, and where they are listed.
    """
    rows = of_no_item(edition)
    series = edition.meeting.series()
    loose = not any(s.item_number for s in series)
    figures = sum(len(s.known) + len(s.unplaced) for s in series) if loose else 0
    entries: list[b.Inline] = []
    if rows:
        entries.append(
            compose(
                "Commitments and ambitions: {count}. The annex lists them with lead, time and "
                "measure as printed.",
                count=derive(len(rows), "commitments and ambitions under no agenda item"),
            )
        )
    if figures:
        entries.append(
            compose(
                "Figures under no agenda item: {count}. The annex has them with their places.",
                count=derive(figures, "figures under no agenda item"),
            )
        )
    if not entries:
        return []
    return [
        b.heading("What the papers hold outside agenda items", level=2),
        b.items(entries, style="tight"),
    ]


def _no_question(edition: Edition) -> list[Block]:
    """That nothing is asked, where it is so before a meeting."""
    if edition.questions or edition.kind == "after":
        return []
    return [
        b.paragraph(
            "No line of enquiry is offered: nothing was found in the papers on record that one "
            "could rest on. That is no sign that there is nothing to ask.",
            style="small",
        )
    ]


def _pages(row: Row) -> str:
    return pages(row["printed_page_from"], row["printed_page_to"])


def _count_word(count: int) -> str:
    words = ("", "One thing", "Two things", "Three things", "Four things", "Five things")
    return words[count]


def _asked(edition: Edition) -> list[Block]:
    """What the panel is asked to decide, or what it decided."""
    if edition.kind == "after":
        return _resolved(edition)
    made = _by_item(
        edition,
        "report_recommendations",
        "What the panel is asked to decide",
        "The papers on record do not say.",
    )
    if edition.exempt_items:
        made.append(
            b.paragraph("An item that is not open to the public was left out.", style="small")
        )
    return made


def _resolved(edition: Edition) -> list[Block]:
    return _by_item(
        edition, "resolutions", "What the panel resolved", "No resolution is on record."
    )


def _by_item(edition: Edition, table: str, title: str, without: str) -> list[Block]:
    """The texts of a table, each with the number of its item; words of their own for none."""
    entries: list[b.Inline] = [
        [{"text": f"Item {i.number}: ", "bold": True}, as_entry(row["text"])]
        for i in edition.items
        for row in edition.of_item(table, i.number)
    ]
    if not entries:
        return [b.heading(title, level=2), b.paragraph(without)]
    made = [b.heading(title, level=2), b.items(entries[:MOST_TEXTS], style="tight")]
    if len(entries) > MOST_TEXTS:
        made.append(b.paragraph("The others stand under their items.", style="small"))
    return made


def _people(edition: Edition) -> list[Block]:
    if edition.kind == "after":
        return _attended(edition)
    invited = list(edition.editorial.invited) or [
        row["role"] or row["name"]
        for row in edition.meeting.rows("attendance")
        if row["status"] == "invited"
    ]
    made = [b.heading("Who is invited", level=2)]
    if invited:
        made.append(b.items(list(dict.fromkeys(invited)), style="tight"))
    else:
        made.append(b.paragraph("The papers on record do not say."))
    return made


def _attended(edition: Edition) -> list[Block]:
    rows = edition.meeting.rows("attendance")
    made = [b.heading("Who was there", level=2)]
    labels = {
        "present": "Members",
        "substitute": "Substitutes",
        "apologies": "Apologies",
        "in_attendance": "In attendance",
    }
    entries: list[b.Inline] = []
    for status, label in labels.items():
        names = [_person(row) for row in rows if row["status"] == status]
        if names:
            entries.append([{"text": f"{label}: ", "bold": True}, listed(names)])
    made.append(b.items(entries, style="tight") if entries else b.paragraph("Not on record."))
    return made


def _person(row: Row) -> str:
    if row["name"] and row["role"] in ("Chair", "Vice-Chair"):
        return f"{row['name']} ({row['role']})"
    return row["name"] or row["role"]
