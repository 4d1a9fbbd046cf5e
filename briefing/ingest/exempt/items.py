"""Which items of an agenda are exempt, by the agenda's own marks."""

from __future__ import annotations

import re
from collections.abc import Mapping

from briefing.ingest.agenda.lines import LEFT_OUT, Agenda, Item
from briefing.ingest.exempt import marks
from briefing.ingest.words.running import run_on

_LEGEND = re.compile(
    r".*\b(?:items?|reports?)\b.{0,40}(?:marked|denoted|indicated|shown)\s+(?:with\s+)?(?:an?\s+)?"
    r"(?:asterisk\s*)?\W*(?P<sign>[*†#])\W.*\b(?:exempt|confidential|private|not\s+for\s+publication)\b.*",
    re.IGNORECASE,
)


def exempt_items(agenda: Agenda) -> Mapping[str, str]:
    """The numbers of an agenda's exempt items, each with what marks it."""
    found: dict[str, str] = {}
    signs = {m["sign"] for item in agenda.items if (m := _LEGEND.fullmatch(_body(item)))}
    signs |= {m["sign"] for item in agenda.items if (m := _LEGEND.fullmatch(item.section_note))}
    numbers = [item.number for item in agenda.items]
    for place, item in enumerate(agenda.items):
        if item.title == LEFT_OUT:
            continue
        if marks.is_motion(item.title):
            said = marks.motion(item.title, _body(item))
            reason = "the public is to be excluded for it"
            if not said.sure:
                reason += ", or may be: the papers do not say for which items"
            if said.scope == "named":
                found |= {n: reason for n in said.numbers if n in numbers and n != item.number}
            elif said.scope == "next":
                found |= {n: reason for n in numbers[place + 1 : place + 2]}
            elif said.scope == "rest":
                found |= {n: reason for n in numbers[place + 1 :]}
            continue
        if marks.closed_section(item.section, item.section_note):
            found.setdefault(item.number, "it stands under a heading for exempt items")
        elif marks.in_title(item.title) or any(sign in item.title[:2] for sign in signs):
            found.setdefault(item.number, "its title is marked so")
        elif marks.in_text(_body(item)) or any(marks.on_page(line.text) for line in item.body):
            found.setdefault(item.number, "the agenda says so below its title")
    return found


def with_exempt_appendices(agenda: Agenda) -> list[str]:
    """The numbers of public items of which the agenda says that an appendix is exempt."""
    exempt = exempt_items(agenda).keys()
    numbers = [item.number for item in agenda.items]
    found: list[str] = []
    for place, item in enumerate(agenda.items):
        if marks.is_motion(item.title):
            said = marks.motion(item.title, _body(item))
            if said.scope == "appendix":
                found += said.numbers or numbers[place + 1 : place + 2]
        elif marks.of_an_appendix(_body(item)):
            found.append(item.number)
    return [n for n in dict.fromkeys(found) if n in numbers and n not in exempt]


def _body(item: Item) -> str:
    return run_on(line.text for line in item.body)
