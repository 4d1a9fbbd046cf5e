"""The lines of a document that hold exempt matter: papers of items, marked pages, mentions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from briefing.ingest.agenda.covers import Cover, label
from briefing.ingest.agenda.lines import Agenda, Item
from briefing.ingest.exempt import marks
from briefing.ingest.page import Line, Source
from briefing.ingest.words.letters import letters

_NUMBERED = re.compile(r"(?P<number>\d{1,3}[a-z]?)[.)]?\s+(?P<title>\S.*)")

#: Marks of a page stand in its first and last lines; a report's title in its first.
_EDGE = 6
_TOP = 14

#: Titles shorter than so many letters are too common to tell a report by.
LETTERS = 12


def attached(
    source: Source, item: Item, agenda: Agenda | None, reports: Sequence[Cover]
) -> set[int]:
    """The lines of an exempt item's papers: the pages of its range, and reports with its title."""
    behind = agenda.end if agenda else 0
    gone: set[int] = set()
    if item.printed_from is not None and item.printed_to is not None:
        gone |= _in_range(source, item.printed_from, item.printed_to, behind)
    title = letters(marks.unmarked(item.title))
    if len(title) < LETTERS or _is_public_title(title, agenda, item):
        return gone
    for report in reports:
        if title in letters(report.fields["subject"]):
            gone.update(range(report.start, report.end))
    if source.pages[-1].number is not None:
        gone |= _titled_pages(source, title, item, agenda, reports)
    return gone


def _is_public_title(title: str, agenda: Agenda | None, own: Item) -> bool:
    items = agenda.items if agenda else ()
    return any(item is not own and letters(item.title) == title for item in items)


def _in_range(source: Source, first: int, last: int, behind: int) -> set[int]:
    """Lines on printed pages of a range, and on pages that may be of it by what is around them."""
    lines = source.lines
    known = [int(line.printed_page) if line.printed_page.isdecimal() else None for line in lines]
    before: list[int | None] = []
    latest: int | None = None
    for value in known:
        latest = value if value is not None else latest
        before.append(latest)
    gone: set[int] = set()
    after: int | None = None
    for at in range(len(lines) - 1, -1, -1):
        value, lower = known[at], before[at]
        after = value if value is not None else after
        if value is not None:
            within = first <= value <= last
        elif lower is None or after is None or at < behind:
            within = False
        else:
            within = lower <= last and after >= first
        if within:
            gone.add(at)
    return gone


def _titled_pages(
    source: Source, title: str, item: Item, agenda: Agenda | None, reports: Sequence[Cover]
) -> set[int]:
    """Lines of pages behind the agenda that open with a title, up to the next report."""
    gone: set[int] = set()
    running = False
    for first, lines in _pages(source):
        if agenda and first < agenda.end:
            continue
        top = letters(" ".join(line.text for line in lines if not line.blank)[:600])
        if title in top:
            running = True
        elif running and _opens_another(source, first, lines, item, agenda, reports):
            running = False
        if running:
            gone.update(range(first, first + len(lines)))
    return gone


def _opens_another(
    source: Source,
    first: int,
    lines: Sequence[Line],
    item: Item | None,
    agenda: Agenda | None,
    reports: Sequence[Cover],
) -> bool:
    """Whether a page is the first of another report."""
    if any(first <= report.start < first + len(lines) for report in reports):
        return True
    printed = lines[0].printed_page if lines else ""
    others = [other for other in (agenda.items if agenda else ()) if other is not item]
    if printed.isdecimal() and any(other.printed_from == int(printed) for other in others):
        return True
    top = letters(" ".join(line.text for line in lines[:_TOP]))
    titles = [letters(other.title) for other in others]
    return any(len(title) >= LETTERS and title in top for title in titles)


def marked_pages(
    source: Source, agenda: Agenda | None, reports: Sequence[Cover]
) -> tuple[set[int], list[int]]:
    """Lines of pages that are marked at their head or foot, with the pages that go on from them.

    The second are the first lines of the pages that carry a mark themselves.
    """
    gone: set[int] = set()
    marked: list[int] = []
    running = False
    for first, lines in _pages(source):
        end = first + len(lines)
        shown = [line for line in lines if not line.blank]
        inside = agenda is not None and first < agenda.items[-1].end
        edge = [] if inside else [*shown[:_EDGE], *shown[-3:]]
        placeholder = any(marks.is_placeholder(line.text) for line in shown)
        if placeholder or any(_is_mark(line) for line in edge) or _wrapped_mark(edge):
            gone.update(range(first, end))
            marked.append(first)
            running = running or not placeholder
        elif running:
            if _opens_another(source, first, lines, None, agenda, reports):
                running = False
            else:
                gone.update(range(first, end))
    return gone, marked


def opened_by(source: Source, at: int, agenda: Agenda) -> Iterator[Item]:
    """The items of the agenda whose papers begin on the page that begins at a line."""
    line = source.lines[at]
    page = [other for other in source.lines[at : at + _TOP * 3] if other.page == line.page]
    top = letters(" ".join(other.text for other in page))
    for item in agenda.items:
        title = letters(marks.unmarked(item.title))
        named = len(title) >= LETTERS and title in top
        if named or (line.printed_page and line.printed_page == str(item.printed_from)):
            yield item


def _is_mark(line: Line) -> bool:
    """Whether a line alone marks its page: the mark itself, or a label that states it."""
    stated = label(line)
    return marks.on_page(line.text) or (
        stated is not None and stated[0] == "class" and marks.by_status(stated[1])
    )


def _wrapped_mark(lines: Sequence[Line]) -> bool:
    """Whether a mark runs over two lines."""
    return any(marks.on_page(f"{one.text} {two.text}") for one, two in pairwise(lines))


def minuted(source: Source, agenda: Agenda | None) -> set[int]:
    """Lines of numbered items, outside the agenda, whose title is marked."""
    gone: set[int] = set()
    running = -1
    for at, line in enumerate(source.lines):
        if agenda and agenda.start <= at < agenda.items[-1].end:
            running = -1
            continue
        found = _NUMBERED.fullmatch(line.text)
        loud = found and (found["title"].isupper() or line.bold or line.heading)
        if found and loud:
            number = int(re.sub(r"\D", "", found["number"]))
            if marks.in_title(found["title"]):
                running = number
            elif running >= 0 and number > running:
                running = -1
        if running >= 0:
            gone.add(at)
    return gone


def mentions(
    source: Source, agenda: Agenda | None, items: Iterable[Item], gone: set[int]
) -> set[int]:
    """Lines elsewhere that carry the title of an exempt item."""
    titles = {
        title
        for item in items
        if len(title := letters(marks.unmarked(item.title))) >= LETTERS
        and not _is_public_title(title, agenda, item)
    }
    found: set[int] = set()
    if not titles:
        return found
    lines = source.lines
    for at, line in enumerate(lines):
        if at in gone or line.blank:
            continue
        one = letters(line.text)
        behind = next((i for i in range(at + 1, min(at + 3, len(lines))) if lines[i].words), at)
        two = one + (letters(lines[behind].text) if behind != at else "")
        if any(title in one for title in titles):
            found.add(at)
        elif any(title in two and title not in two[len(one) :] for title in titles):
            found |= {at, behind}
    return found


def _pages(source: Source) -> Iterator[tuple[int, Sequence[Line]]]:
    """The pages as first line and lines; a document without pages is cut where reports begin."""
    if source.pages and source.pages[0].number is not None:
        first = 0
        for page in source.pages:
            yield first, page.lines
            first += len(page.lines)
        return
    lines = source.lines
    cuts = [0, *(at for at in range(1, len(lines)) if _starts_page(lines, at)), len(lines)]
    for start, end in pairwise(cuts):
        yield start, lines[start:end]


def _starts_page(lines: Sequence[Line], at: int) -> bool:
    line = lines[at]
    apart = line.printed_page != lines[at - 1].printed_page
    spaced = not line.blank and line.x0 == 1 and not lines[at - 1].blank
    return apart or spaced or marks.is_placeholder(line.text) or marks.on_page(line.text)
