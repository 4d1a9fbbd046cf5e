"""The agenda's page ranges held against the printed pages on which reports really begin."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.ingest.agenda.covers import covers
from briefing.ingest.agenda.lines import find_agenda
from briefing.ingest.page import Line, Source
from briefing.ingest.parts import AgendaItem, Unread, Where
from briefing.ingest.words.letters import letters

#: Titles shorter than so many letters are too common to tell a report by.
_LETTERS = 10
_TOP = 8


def disagreements(source: Source, items: Sequence[AgendaItem]) -> list[Unread]:
    """Where the agenda and the papers do not agree on pages, an issue for each item.

    Items whose report begins on another page than the agenda says, and items with pages of which
    the document holds none. An agenda alone, without papers, gives none.
    """
    begins = list(_beginnings(source))
    held = {int(line.printed_page) for line in source.lines if line.printed_page.isdecimal()}
    ranged = [i for i in items if i.printed_from is not None and not i.exempt]
    if not held and not begins:
        return []
    found: list[Unread] = []
    for item in ranged:
        title = letters(item.title)
        first, last = item.printed_from or 0, item.printed_to or item.printed_from or 0
        places = [line for line, text in begins if len(title) >= _LETTERS and title in text]
        known = [line for line in places if line.printed_page.isdecimal()]
        stated = f"pages {first} to {last}" if last != first else f"page {first}"
        if known and all(int(line.printed_page) != first for line in known):
            found.append(
                Unread(
                    where=Where.of(known[0]),
                    kind="agenda-pages-differ",
                    message=f"The agenda puts item {item.number} on {stated}, but its report "
                    f"begins on printed page {known[0].printed_page}.",
                )
            )
        elif held and not places and _is_lost(first, last, held):
            found.append(
                Unread(
                    where=item.where,
                    kind="agenda-item-lost",
                    message=f"The agenda puts item {item.number} on {stated}, but the document "
                    "has no such page and no report of that title.",
                )
            )
    return found


def _is_lost(first: int, last: int, held: set[int]) -> bool:
    """Whether none of an item's pages is there, while pages on either side are, or none behind."""
    if any(first <= page <= last for page in held):
        return False
    beside = {first - 1, last + 1} & held
    return bool(beside) or max(held) < first


def _beginnings(source: Source) -> Iterator[tuple[Line, str]]:
    """The first line of each report or page, with the letters of its title or its top."""
    agenda = find_agenda(source)
    behind = agenda.end if agenda else 0
    seen = set()
    for cover in covers(source.lines):
        seen.add(source.lines[cover.start].page)
        yield source.lines[cover.start], letters(cover.fields["subject"])
    first = 0
    for page in source.pages:
        shown = [line for line in page.lines if not line.blank]
        if page.number is not None and first >= behind and shown and page.number not in seen:
            heads = [line for line in shown[:_TOP] if line.text.isupper() or line.bold]
            yield shown[0], letters(" ".join(line.text for line in heads))
        first += len(page.lines)
