"""Exempt matter: taken out of a document, title and attachments, before anything is recognised."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from briefing.ingest.agenda.covers import Cover, covers
from briefing.ingest.agenda.lines import LEFT_OUT, Agenda, Item, find_agenda
from briefing.ingest.agenda.moderngov import page_kind
from briefing.ingest.exempt import marks
from briefing.ingest.exempt.items import exempt_items, with_exempt_appendices
from briefing.ingest.exempt.lines import (
    LETTERS,
    attached,
    marked_pages,
    mentions,
    minuted,
    opened_by,
)
from briefing.ingest.exempt.web import quarantine_web
from briefing.ingest.page import Line, Source, Word
from briefing.ingest.parts import Unread, Where
from briefing.ingest.words.letters import letters

#: A mark of a report stands so near its cover's first line.
_COVER = 30


def quarantine(source: Source) -> tuple[Source, list[Unread]]:
    """The document without exempt matter, and an issue for each thing that was left out.

    An exempt item of the agenda keeps its number; its title, its text and its pages go. So do
    reports and pages that are marked not for publication.
    """
    if page_kind(source):
        return quarantine_web(source)
    agenda = find_agenda(source)
    reports = covers(source.lines)
    closed = [report for report in reports if _is_closed(source, report)]
    pages, marked = marked_pages(source, agenda, reports)
    exempt = list(_exempt(source, agenda, closed, marked))
    gone: set[int] = set()
    found: list[Unread] = []
    for item, why in exempt:
        gone.update(range(item.start, item.end))
        gone.update(attached(source, item, agenda, reports))
        where = Where(source.lines[item.start].page, line=source.lines[item.start].number)
        found.append(_left_out(where, f"item {item.number}: {why}"))
    found += _appendices(source, agenda, reports)
    others = (
        ({at for r in closed for at in range(r.start, r.end)}, "a report that is marked so"),
        (pages, "pages that are marked so"),
        (minuted(source, agenda), "an item of minutes that is marked so"),
    )
    for lines, what in others:
        if rest := {at for at in lines - gone if not source.lines[at].blank}:
            found.append(_left_out(Where.of(source.lines[min(rest)]), what))
        gone |= lines
    if not gone:
        return source, found
    kept = {item.start: item for item, _ in exempt}
    gone |= mentions(source, agenda, kept.values(), gone)
    return _without(source, gone, kept), found


def _exempt(
    source: Source, agenda: Agenda | None, closed: Sequence[Cover], marked: Sequence[int]
) -> Iterator[tuple[Item, str]]:
    """The exempt items of an agenda, each with what marks it: the agenda, its report or a page."""
    if agenda is None:
        return
    said = exempt_items(agenda)
    of_reports = {item.number for item in _of_reports(agenda, closed)}
    of_pages = {item.number for at in marked for item in opened_by(source, at, agenda)}
    for item in agenda.items:
        if item.number in said:
            yield item, said[item.number]
        elif item.title != LEFT_OUT and item.number in of_reports | of_pages:
            yield item, "its papers are marked so"


def _appendices(
    source: Source, agenda: Agenda | None, reports: Sequence[Cover]
) -> Iterator[Unread]:
    """An issue for each public report of which an appendix is said to be exempt."""
    numbers = with_exempt_appendices(agenda) if agenda else []
    for item in agenda.items if agenda else ():
        if item.number in numbers:
            yield _appendix(Where.of(source.lines[item.start]), f"item {item.number}")
    for report in reports:
        if marks.of_an_appendix(report.fields.get("class", "")):
            yield _appendix(Where.of(source.lines[report.start]), "a report")


def _appendix(where: Where, what: str) -> Unread:
    return Unread(
        where=where,
        kind="exempt-appendix",
        message=f"An appendix of {what} is said to be exempt: pages of it that carry a mark were "
        "left out, and a person should see that no other is there.",
    )


def _is_closed(source: Source, report: Cover) -> bool:
    """Whether a report's own cover marks it."""
    if marks.by_status(report.fields.get("class", "")):
        return True
    if marks.in_title(report.fields["subject"]):
        return True
    above = max(0, report.start - 4)
    page = source.lines[report.start].page
    for line in source.lines[above : min(report.start + _COVER, report.end)]:
        if line.page == page and marks.on_page(line.text):
            return True
    return False


def _of_reports(agenda: Agenda, closed: Sequence[Cover]) -> Iterator[Item]:
    """The items of the agenda that marked reports belong to."""
    for report in closed:
        subject = letters(report.fields["subject"])
        for item in agenda.items:
            title = letters(marks.unmarked(item.title))
            if len(title) >= LETTERS and (title in subject or subject in title):
                yield item


def _without(source: Source, gone: set[int], items: Mapping[int, Item]) -> Source:
    """The document with lines emptied, and numbers kept of the items that went.

    The markup and the links of a web page go too, since they would carry what was taken out.
    """
    pages, first = [], 0
    for page in source.pages:
        lines = []
        for at, line in enumerate(page.lines, start=first):
            if at in items:
                lines.append(_placeholder(line, items[at].number))
            elif at in gone:
                lines.append(replace(line, words=(), cells=(), heading=0))
            else:
                lines.append(line)
        whole = all(line.blank for line in lines) and any(not line.blank for line in page.lines)
        first += len(page.lines)
        if whole:
            pages.append(replace(page, lines=tuple(lines), rules=(), fills=(), pictures=()))
        else:
            pages.append(replace(page, lines=tuple(lines)))
    names = [letters(marks.unmarked(item.title)) for item in items.values()]
    title = source.title
    if any(len(name) >= LETTERS and name in letters(title) for name in names):
        title = ""
    return replace(source, pages=tuple(pages), title=title, html="", links=())


def _placeholder(line: Line, number: str) -> Line:
    """A line with the item's number and words in the place of its title."""
    first = line.words[0]
    words = [replace(first, text=number)]
    edge = first.x1
    for text in LEFT_OUT.split():
        words.append(Word(text, edge + 1, first.top, edge + 1 + len(text), first.bottom))
        edge += 1 + len(text)
    return replace(line, words=tuple(words), cells=(), heading=0)


def _left_out(where: Where, what: str) -> Unread:
    return Unread(
        where=where, kind="exempt-left-out", message=f"Exempt matter was left out ({what})."
    )
