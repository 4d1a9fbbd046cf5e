"""The annex: every measure, remaining charts, glossary, sources and method, figures withheld."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from briefing.analysis import Pair, printed_twice
from briefing.analysis.standouts import primary
from briefing.display.attachments import to_csv
from briefing.display.group_chart import group_chart
from briefing.display.show import Blocks
from briefing.display.small_multiples import small_multiples
from briefing.display.tables import full_table
from briefing.model import Figure, Sentence, Series, compose, derive
from briefing.model import blocks as b
from briefing.model.blocks import Block, Inline
from briefing.model.trend import Trend
from briefing.sections.comparators import older_comparators, published_sources
from briefing.sections.edition import Edition, Row
from briefing.sections.glance import unconfirmed
from briefing.sections.words import as_entry, british_date, listed

#: So many notes on the papers stand in the annex.
MOST_NOTES = 25

#: Kinds of notes on a paper that say what it held and the kit could not use.
LEFT_OUT = frozenset(
    {
        "case-accounts-left-out",
        "chart-without-labels",
        "chart-without-numbers",
        "colours-and-arrows-lost",
        "date-not-stated",
        "figure-not-yet-available",
        "figures-not-read",
        "figures-not-in-source",
        "graph-without-numbers",
        "invisible",
        "left-out",
        "missing-front-sheet",
        "missing-headings",
        "missing-page",
        "numbering-is-ours",
        "page-not-certain",
        "period-not-stated",
        "publication-not-stated",
        "redacted",
        "row-of-several-parts",
        "second-hand",
        "small-numbers-left-out",
        "struck",
        "table-not-placed",
        "table-rows-unsure",
    }
)


def annex(edition: Edition) -> Blocks:
    """Everything that a reader may want to look up."""
    return Blocks(
        b.page_break(),
        b.heading("Annex", level=1, anchor="annex"),
        _every_measure(edition),
        _charts(edition),
        _withheld(edition),
        _glossary(edition),
        _sources(edition),
        _method(edition),
        _attachments(edition),
    )


#: Tables that go with the edition as data: name, what they hold.
ATTACHED = {
    "observations": "Every figure of the meeting's papers with its source",
    "trends": "The judgement of every series",
    "questions": "The questions with the rows that they rest on",
}


def _attachments(edition: Edition) -> list[Block]:
    made = []
    for table, description in ATTACHED.items():
        frame = edition.meeting.table(table)
        if len(frame):
            rows = [["" if cell is None else str(cell) for cell in row] for row in frame.values]
            text = to_csv(list(frame.columns), rows)
            made.append(b.attachment(f"{table}.csv", text, description=description))
    return made


def _every_measure(edition: Edition) -> list[Block]:
    shown = [t for t in primary(edition.trends) if t.last is not None]
    if not shown:
        return []
    return [
        b.heading("Every measure", level=2, anchor="every-measure"),
        b.paragraph(
            "A measure that several tables print stands here once, from the table that reaches "
            "furthest. The spreadsheet edition has all of them.",
            style="small",
        ),
        *unconfirmed(shown),
        *full_table(shown, caption="Last figure, target and judgement of every measure"),
        *older_comparators(edition),
    ]


def _charts(edition: Edition) -> list[Block]:
    made: list[Block] = []
    for theme, trends in _by_theme(edition):
        made.append(b.heading(theme, level=3))
        groups = [t for t in trends if t.series.breakdown]
        if len(groups) > 1 and len({t.series.indicator for t in groups}) == 1:
            made += group_chart(groups).to_blocks()
            trends = [t for t in trends if not t.series.breakdown]
        made += small_multiples(trends, title=theme).to_blocks()
    return [b.heading("Charts by theme", level=2, anchor="charts"), *made] if made else []


def _by_theme(edition: Edition) -> Iterator[tuple[str, list[Trend]]]:
    groups: dict[str, list[Trend]] = {}
    for trend in primary(edition.trends):
        if len(trend.series.known) >= 3:
            groups.setdefault(trend.series.indicator.theme or "Other measures", []).append(trend)
    yield from groups.items()


def _withheld(edition: Edition) -> list[Block]:
    candidates = {
        row["observation"]: row["period_candidates"] for row in edition.meeting.rows("observations")
    }
    short: list[Inline] = []
    undated: list[Inline] = []
    for series in edition.meeting.series():
        loose = replace(series, unplaced=tuple(f for f in series.unplaced if f.period is None))
        if loose.unplaced:
            placeable = any("|" in candidates.get(f.row, "") for f in loose.unplaced)
            if placeable:
                short.append(_unplaced(loose))
            else:
                undated.append(_unplaced(loose, quoted=not loose.item_number))
    made: list[Block] = [b.heading("Figures withheld and why", level=2, anchor="withheld")]
    if short:
        made.append(
            b.paragraph(
                "These rows hold fewer values than their table has months, and the papers do not "
                "say which month is missing. Their values enter no chart, trend or question. A "
                "figure withheld is no sign that something is wrong with the service."
            )
        )
        made.append(b.items(short, style="tight"))
    if undated:
        made.append(
            b.paragraph(
                "These figures are printed without a date. They are quoted as printed and enter no "
                "chart and no trend."
            )
        )
        made.append(b.items(undated, style="tight"))
    doubts = list(dict.fromkeys(d for s in edition.meeting.series() for d in s.doubts))
    if doubts:
        made.append(
            b.paragraph(
                "These values may stand under a wrong period or measure, in print or as they were "
                "read. They enter no chart, trend or question until a person has confirmed which."
            )
        )
        made.append(b.items(doubts, style="tight"))
    notes = [row for row in edition.meeting.rows("issues") if row["kind"] in LEFT_OUT]
    if notes:
        made.append(b.heading("What the papers held that could not be used", level=3))
        made.append(b.items([_note(row) for row in notes[:MOST_NOTES]], style="tight"))
        if len(notes) > MOST_NOTES:
            made.append(b.paragraph("The table of issues has the others.", style="small"))
    made += _corrected(edition)
    twice = printed_twice(edition.meeting.series())
    if twice:
        made.append(b.paragraph(_printed_twice(twice)))
    if not edition.meeting.series():
        made.append(b.paragraph("No figures were read from the papers on record."))
    elif not short and not undated and not doubts and not notes and not twice:
        made.append(b.paragraph("No figure was withheld."))
    return made


def _note(row: Row) -> Inline:
    """A note on a paper, with its page where the papers have one."""
    of_file = f"page {row['page']} of the file" if row["page"] else ""
    place = f"page {row['printed_page']}" if row["printed_page"] else of_file
    message = as_entry(row["message"])
    return [message, {"text": f" ({place})", "muted": True}] if place else message


def _corrected(edition: Edition) -> list[Block]:
    """Figures that a person corrected: what stands now, what the paper prints, who and why."""
    rows = [row for row in edition.meeting.rows("observations") if row.get("corrected_by")]
    if not rows:
        return []
    return [
        b.heading("Figures corrected by hand", level=3),
        b.items([_correction(edition, row) for row in rows], style="tight"),
    ]


def _correction(edition: Edition, row: Row) -> Inline:
    name = row["name_as_printed"] or row["indicator"]
    printed = f", read as {row['raw']}" if row["raw"] else ""
    return [
        {"text": f"{name}, {row['period']}: ", "bold": True},
        compose("{figure}", figure=edition.meeting.figure(row)) if row["value"] else "no value",
        f"{printed}. {row['correction_reason']} ({row['corrected_by']})",
    ]


def _printed_twice(pairs: tuple[Pair, ...]) -> Sentence:
    """That tables print some values differently; each is shown with its own page."""
    measures = list(dict.fromkeys(pair.left_series.indicator.name for pair in pairs))
    figures = (figure for pair in pairs for figure in (pair.left, pair.right))
    values = {(pair.left_series.measure, pair.period) for pair in pairs}
    one = len(values) == 1
    return compose(
        "{count} {words} in more than one table of these papers and {differ} there: {measures}. "
        "Each is shown as its own table prints it.",
        words="value stands" if one else "values stand",
        differ="differs" if one else "differ",
        count=derive(len(values), "values that two tables print differently", *figures),
        measures=listed(measures),
    )


def _unplaced(series: Series, *, quoted: bool = False) -> Inline:
    """The values of a series that stand in no period: how many, or, ``quoted``, as printed."""
    place = series.unplaced[0].citation
    where = f" ({place.text})" if place else ""
    once = {figure.text: figure for figure in series.unplaced}
    figures = {f"f{n}": figure for n, figure in enumerate(once.values())}
    printed = compose(listed([f"{{{name}}}" for name in figures]), figures)
    return [
        {"text": f"{as_entry(series.indicator.name)}: ", "bold": True},
        printed if quoted else _how_many(series.unplaced),
        {"text": where, "muted": True},
    ]


def _how_many(unplaced: tuple[Figure, ...]) -> Sentence:
    count = derive(len(unplaced), "number of values without a certain period", *unplaced)
    return compose("{count} value" if len(unplaced) == 1 else "{count} values", count=count)


def _glossary(edition: Edition) -> list[Block]:
    """Only the terms that the meeting's own papers and questions use."""
    text = " ".join(_words_of(edition))
    rows = sorted(edition.meeting.rows("glossary"), key=lambda row: row["term"].lower())
    used = [row for row in rows if _mentions(text, row["term"])]
    if not used:
        return []
    return [
        b.heading("Glossary", level=2, anchor="glossary"),
        b.items([_term(row) for row in used], style="tight"),
    ]


def _mentions(text: str, term: str) -> bool:
    """Whether a term is used; an acronym only as it is written."""
    flags = 0 if term.isupper() else re.IGNORECASE
    return re.search(rf"\b{re.escape(term)}\b", text, flags) is not None


def _words_of(edition: Edition) -> Iterator[str]:
    for trend in edition.trends:
        yield trend.series.indicator.name
        yield trend.series.indicator.definition
    for question in edition.questions:
        yield from (
            question.question.text,
            question.why_it_matters.text,
            question.follow_up.text,
            question.good_answer.text,
        )
    for table in ("agenda_items", "report_recommendations", "resolutions", "statements"):
        for row in edition.meeting.rows(table):
            yield row.get("title") or row.get("text") or ""


def _term(row: Row) -> Inline:
    meaning = ". ".join(part.rstrip(".") for part in (row["expansion"], row["definition"]) if part)
    return [{"text": row["term"], "bold": True}, f": {meaning}."]


def _sources(edition: Edition) -> list[Block]:
    entries: list[Inline] = []
    for row in _documents(edition):
        published = f", published {british_date(row['published'])}" if row["published"] else ""
        origin = {
            "third_party": " Second-hand: a third party's summary.",
            "inspectorate": " By the inspectorate.",
        }.get(row["publisher"], "")
        entries.append(f"{row['title']}{published}.{origin}")
    entries += published_sources(edition)
    made: list[Block] = [b.heading("Sources", level=2, anchor="sources")]
    made.append(b.items(entries, style="tight") if entries else b.paragraph("None on record."))
    if edition.kind == "before":
        made.append(
            b.paragraph(
                "The briefing uses what was public on "
                f"{british_date(edition.meeting.as_of)}, and nothing later.",
                style="small",
            )
        )
    return made


def _documents(edition: Edition) -> list[Row]:
    """The documents that the rows, the questions and the ledger rest on, the newest first."""
    meeting = edition.meeting
    tables = ("agenda_items", "attendance", "resolutions", "observations", "statements")
    named = {row["document"] for table in tables for row in meeting.rows(table)}
    named |= {c.document for q in edition.questions for e in q.evidence for c in e.citations}
    named |= {e.citation.document for e in meeting.ledger}
    known = edition.store.folder.documents
    found = [known[name] for name in named if name in known]
    return sorted(
        found,
        key=lambda row: (row["published"] or row["meeting"][-10:], row["title"]),
        reverse=True,
    )


def _method(edition: Edition) -> list[Block]:
    judged = any(t.variation for t in edition.trends)
    parts = [
        "Every figure was read from the papers named above and is traced to its item, table "
        "and printed page. Where the papers leave open which period a value belongs to, it is "
        "withheld.",
    ]
    if judged:
        parts.append(
            "Trends are judged by XmR charts after NHS England's Making Data Count. The limits "
            "stand 2.66 average moving ranges either side of the mean. Called out are: a point "
            "outside them; seven rising or falling; two of three near one limit; seven on one side "
            "of the mean. A series is never joined across a gap."
        )
        parts.append(
            "Twelve-month rates, look-backs, numbers at a date, percentages on a small base and "
            "series of fewer than twelve points are not judged so."
        )
    withheld = sorted({t.withheld_reason for t in edition.trends if t.withheld_reason})
    made: list[Block] = [
        b.heading("Method", level=2, anchor="method"),
        *(b.paragraph(part) for part in parts),
    ]
    if withheld:
        made.append(b.paragraph("Why some measures carry no judgement:"))
        made.append(b.items(withheld, style="tight"))
    return made
