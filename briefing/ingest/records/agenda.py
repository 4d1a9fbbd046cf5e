"""The agenda, who sits on the panel, and what each report asks it to decide."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from briefing.ingest.parts import AgendaItem, ReportCover, Summary
from briefing.ingest.records.context import Context, clean
from briefing.ingest.records.rows import Made
from briefing.ingest.words.titles import readable


def agenda_rows(context: Context) -> Iterator[Made]:
    """Rows of agenda_items and report_recommendations."""
    if not context.meeting:
        return
    for item in context.of(AgendaItem):
        yield "agenda_items", _item(context, item)
    yield from _of_summary(context)
    for cover in context.of(ReportCover):
        yield from _asked(context, cover)


def _item(context: Context, item: AgendaItem) -> dict[str, str]:
    place = context.place(item.where, "Agenda")
    if item.exempt:
        return {
            "meeting": context.meeting,
            "item_number": item.number,
            "title": "Exempt item",
            "exempt": "yes",
            "text_kind": "summary",
            **place,
        }
    return {
        "meeting": context.meeting,
        "item_number": context.item_number(context.meeting, item.number, item.title, minuted=False),
        "title": clean(item.title) or "Item without a title",
        "printed_page_from": "" if item.printed_from is None else str(item.printed_from),
        "printed_page_to": "" if item.printed_to is None else str(item.printed_to),
        "report_of": clean(item.report_of),
        "purpose": clean(item.purpose),
        "exempt": "no",
        "text_kind": "printed",
        **place,
    }


def _of_summary(context: Context) -> Iterator[Made]:
    """What a published summary tells of the agenda.

    Its sections, where no agenda is to hand, and what the report of each asks of the panel.
    """
    for number, section in context.sections if not context.own_items else ():
        yield (
            "agenda_items",
            {
                "meeting": context.meeting,
                "item_number": number,
                "title": clean(section.where.section),
                "exempt": "no",
                "text_kind": "printed",
                **context.place(section.where),
            },
        )
    asked: Counter[str] = Counter()
    for summary in context.of(Summary):
        for said in summary.asked:
            if item := context.item_at(said.where):
                asked[item] += 1
                yield (
                    "report_recommendations",
                    {
                        "meeting": context.meeting,
                        "item_number": item,
                        "number": str(asked[item]),
                        "text": clean(said.text),
                        "text_kind": "printed",
                        **context.place(said.where),
                    },
                )


def _asked(context: Context, cover: ReportCover) -> Iterator[Made]:
    item = context.item_of(cover)
    if cover.exempt or not cover.recommendations:
        return
    if not item:
        message = (
            f"the report {readable(clean(cover.subject))!r} is tied to no item of an agenda on "
            f"record: what it asks of the panel ({len(cover.recommendations)}) was left out; read "
            "the agenda before it"
        )
        row = {"meeting": context.meeting, "kind": "report-without-item", "message": message}
        yield "issues", {**row, **context.place(cover.where)}
        return
    for count, asked in enumerate(cover.recommendations, start=1):
        yield (
            "report_recommendations",
            {
                "meeting": context.meeting,
                "item_number": item,
                "number": asked.number or str(count),
                "text": clean(asked.text),
                "text_kind": "printed",
                **context.place(asked.where, "Recommendations"),
            },
        )
