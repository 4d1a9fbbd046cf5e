"""Each substantive agenda item: what it is, what goes well, key figures, lines of enquiry."""

from __future__ import annotations

from briefing.display.show import Blocks
from briefing.display.tables import observations_table
from briefing.display.trend_chart import trend_chart
from briefing.model import Figure, Sentence, Series, compose
from briefing.model import blocks as b
from briefing.model.blocks import Block, Run
from briefing.model.trend import Trend
from briefing.questions import Question
from briefing.sections.edition import Edition, Item
from briefing.sections.evidence import evidence_line, places
from briefing.sections.glance import exceptions_of
from briefing.sections.votes import recorded_votes
from briefing.sections.words import as_entry, pages

#: Charts of an item in the body; the rest stand in the annex.
CHARTS = 2

#: A series of years is drawn from so many on.
YEARS = 5

#: Pieces of evidence that a question prints, and that the big one does. Those that the question
#: itself quotes come first; the spreadsheet has them all.
EVIDENCE, EVIDENCE_BIG = 2, 3


def agenda_items(edition: Edition) -> Blocks:
    """Every item that is the panel's business, but the tracker, which has a section of its own."""
    made: list[Block] = []
    for item in edition.items:
        if item.number != edition.tracker_item:
            made += agenda_item(edition, item)
    return Blocks([*made, *_of_no_item(edition)])


def _of_no_item(edition: Edition) -> list[Block]:
    """Questions on papers under no item; the panel's own words stay on page one."""
    if not any(not q.item_number and not q.own for q in edition.questions):
        return []
    heading = b.heading("The papers that stand under no item", level=2, anchor="no-item")
    return [heading, *lines_of_enquiry(edition, "")]


def agenda_item(edition: Edition, item: Item) -> list[Block]:
    """One item; parts for which the papers hold nothing are left out."""
    return [
        b.heading(f"Item {item.number}: {item.title}", level=2, anchor=item.anchor),
        *_about(edition, item),
        *recorded_votes(edition, item),
        *_going_well(edition, item),
        *_key_figures(edition, item),
        *_expected(edition, item),
        *_charts(edition, item),
        *_lines_of_enquiry(edition, item),
        *_could_recommend(edition, item),
        b.notes(2, label=f"Notes on item {item.number}"),
    ]


def _about(edition: Edition, item: Item) -> list[Block]:
    what: list[Block] = []
    if item.row["purpose"]:
        what = [b.heading("What it is", level=3), b.paragraph(item.row["purpose"])]
    where = pages(item.row["printed_page_from"], item.row["printed_page_to"])
    source = ". ".join(
        part
        for part in (
            f"Report of the {item.row['report_of']}" if item.row["report_of"] else "",
            f"In the pack: {where}" if where else "",
        )
        if part
    )
    if source:
        what.append(b.paragraph(f"{source}.", style="source"))

    asked = edition.of_item("report_recommendations", item.number)
    resolved = edition.of_item("resolutions", item.number)
    second: list[Block] = []
    if edition.kind == "after" and resolved:
        second = [
            b.heading("What the panel resolved", level=3),
            b.items([as_entry(row["text"]) for row in resolved], style="tight"),
        ]
    elif asked:
        second = [
            b.heading("What the panel is asked", level=3),
            b.items([as_entry(row["text"]) for row in asked], style="tight"),
        ]
    if not second:
        return what
    if not item.row["purpose"]:
        return [*what, *second]
    return [b.columns([what, second], widths=(1, 1))]


def _going_well(edition: Edition, item: Item) -> list[Block]:
    remarks = edition.meeting.going_well(item.number)
    if not remarks:
        return []
    entries: list[b.Inline] = [
        [remark.sentence, {"text": f" ({places(remark.citations)})", "muted": True}]
        for remark in remarks
    ]
    return [b.box([b.items(entries, style="tight")], title="Going well", tone="good", level=3)]


def _key_figures(edition: Edition, item: Item) -> list[Block]:
    """The item's figures that are no monthly series: small tables, single and undated values."""
    of_item = [t.series for t in edition.trends_of(item.number)]
    small = [s for s in of_item if s.known and not s.unplaced and not _is_monthly(s)]
    dated = {
        row["observation"]
        for row in edition.meeting.rows("observations")
        if row["period"] or "|" in row["period_candidates"]
    }
    undated = [(s, f) for s in of_item for f in s.unplaced if f.row not in dated]
    made: list[Block] = []
    for number, group in enumerate(_alike(small), start=1):
        made.extend(observations_table(group, name=f"item-{item.number}-figures-{number}.csv"))
    if undated:
        made.append(b.paragraph("Figures that the papers print without a date:"))
        made.append(b.items([_undated(*pair) for pair in undated], style="tight"))
    return made


def _alike(every: list[Series]) -> list[list[Series]]:
    """Series that have the same periods together, so that each table has a column a period."""
    groups: dict[tuple[str, ...], list[Series]] = {}
    for series in every:
        periods = tuple(point.period.code for point in series.points)
        groups.setdefault(periods if len(periods) > 1 else (), []).append(series)
    return list(groups.values())


def _is_monthly(series: Series) -> bool:
    return sum(point.period.kind == "month" for point in series.points) > 1


def _undated(series: Series, figure: Figure) -> b.Inline:
    name = series.name_as_printed or series.indicator.name
    place = f" ({figure.citation.text})" if figure.citation else ""
    return [
        compose("{name}: {figure}", name=name, figure=figure),
        {"text": place, "muted": True},
    ]


def _expected(edition: Edition, item: Item) -> list[Block]:
    """What the minutes record that the panel expects."""
    rows = [
        row for row in edition.of_item("statements", item.number) if row["kind"] == "expectation"
    ]
    if not rows:
        return []
    entries: list[b.Inline] = [
        [row["text"], {"text": f" ({edition.meeting.cite(row).text})", "muted": True}]
        for row in rows
    ]
    return [b.heading("What the panel expects", level=3), b.items(entries, style="tight")]


def _charts(edition: Edition, item: Item) -> list[Block]:
    chosen = (exceptions_of(edition, item.number) + _years(edition, item))[:CHARTS]
    charts = [trend_chart(trend, size="half").to_blocks() for trend in chosen]
    rows = [charts[i : i + 2] for i in range(0, len(charts), 2)]
    return [b.columns(pair if len(pair) == 2 else [*pair, []]) for pair in rows]


def _years(edition: Edition, item: Item) -> tuple[Trend, ...]:
    """Series over several years, which no monthly rule can call out."""
    return tuple(
        t
        for t in edition.trends_of(item.number)
        if len(t.series.known) >= YEARS and not _is_monthly(t.series)
    )


def _lines_of_enquiry(edition: Edition, item: Item) -> list[Block]:
    return lines_of_enquiry(edition, item.number)


def lines_of_enquiry(edition: Edition, item_number: str) -> list[Block]:
    """The questions of an item; of a blank number those that belong to no item."""
    asked = [
        q for q in edition.questions if q.item_number == item_number and (item_number or not q.own)
    ]
    if not asked:
        return []
    heading = "Lines of enquiry" if edition.kind == "before" else "Lines of enquiry that stay open"
    return [b.heading(heading, level=3), *(question_card(q) for q in asked)]


def question_card(question: Question) -> Block:
    """One question with its evidence, why it matters, a follow-up and what a good answer holds."""
    most = EVIDENCE_BIG if question.big else EVIDENCE
    asked: list[Sentence | Run] = [question.question]
    if question.addressed_to:
        asked.append({"text": f" For: {question.addressed_to}.", "muted": True})
    lines: list[Block] = [b.paragraph(asked), *evidence_line(question.evidence[:most])]
    for label, sentence in (
        ("Why it matters", question.why_it_matters),
        ("If the answer is thin", question.follow_up),
        ("A good answer has", question.good_answer),
    ):
        if sentence.text:
            lines.append(
                b.paragraph([{"text": f"{label}: ", "bold": True}, sentence], style="small")
            )
    title: list[str | Run] = [
        question.theme,
        {"text": f" (priority {question.rank})", "muted": True},
    ]
    return b.box(lines, title=title, tone="plain", level=4, style="card")


def _could_recommend(edition: Edition, item: Item) -> list[Block]:
    suggestions = edition.meeting.suggested_recommendations(item.number)
    if not suggestions:
        return []
    return [
        b.heading("The panel could recommend", level=3),
        b.items([compose("{text}", text=s.sentence) for s in suggestions], style="tight"),
    ]
