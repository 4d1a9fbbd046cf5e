"""The agenda: each item with its number, title, pages, purpose and whose report it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.ingest.agenda.lines import LEFT_OUT, Item, find_agenda
from briefing.ingest.agenda.moderngov import page_kind
from briefing.ingest.exempt.items import exempt_items
from briefing.ingest.page import Line, Source
from briefing.ingest.parts import AgendaItem, Where
from briefing.ingest.words.authors import report_of
from briefing.ingest.words.people import without_contacts
from briefing.ingest.words.roles import is_name, roles_only
from briefing.ingest.words.running import run_on

_CONTACT = re.compile(
    r"(?:contact|officer|author|tel|telephone|e-?mail|wards?(?:\s+affected)?)\b[^.]{0,12}:.*", re.I
)


def recognise(source: Source) -> Iterator[AgendaItem]:
    """The items of the agenda; an exempt one has its number and no title."""
    agenda = None if page_kind(source) else find_agenda(source)
    if agenda is None:
        return
    exempt = exempt_items(agenda).keys()
    for item in agenda.items:
        where = Where.of(source.lines[item.start], "Agenda")
        if item.title == LEFT_OUT or item.number in exempt:
            yield AgendaItem(where=where, number=item.number, title="", exempt=True)
        else:
            yield _part(item, where)


def _part(item: Item, where: Where) -> AgendaItem:
    purpose = run_on(without_contacts(line.text) for line in item.body if not _aside(line))
    return AgendaItem(
        where=where,
        certainty=1.0 if item.title else 0.4,
        number=item.number,
        title=item.title,
        printed_from=item.printed_from,
        printed_to=item.printed_to,
        purpose=roles_only(purpose),
        report_of=report_of(purpose) or report_of(item.title),
    )


def _aside(line: Line) -> bool:
    """Whether a line names a contact or a person, and says nothing of the item."""
    return bool(_CONTACT.fullmatch(line.text)) or is_name(line.text)
