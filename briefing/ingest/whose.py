"""Whose document it is: the panel and the meeting, as the document or the user says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from briefing.errors import BriefingError
from briefing.ingest.identity import Identity, panel_slug
from briefing.ingest.words.slugs import slug
from briefing.ingest.words.titles import readable
from briefing.store import DataFolder, Panel, read_panel
from briefing.store.layout import is_slug

#: What a name of a council has beside the place that it governs.
_COUNCIL_WORDS = frozenset(
    "council city county borough district metropolitan royal london of the".split()  # noqa: SIM905
)


#: What stands for the council's name where no paper gives it.
NOT_STATED = "Council not stated"


@dataclass(frozen=True)
class Belongs:
    """The panel of a document (slug, title, council) and its meeting; no meeting is blank."""

    panel: str
    title: str
    council: str
    meeting: str


def belongs(
    folder: DataFolder, name: str, identity: Identity, *, panel: str = "", day: str = ""
) -> Belongs:
    """Whose a document is.

    What the user says wins. The panel that a document names is looked up among those on record by
    its names and aliases; one that is not on record is new.

    Raises
    ------
    BriefingError
        When the panel or the date of the meeting can neither be told nor was given.
    """
    on_record = [read_panel(folder, known) for known in folder.panels]
    found = _panel(on_record, name, identity, panel)
    if identity.kind == "inspection" and not day:
        return Belongs(found.panel, found.title, found.council, "")
    on = day or (identity.meeting_day.isoformat() if identity.meeting_day else "")
    if not on:
        raise BriefingError(
            f"{name} does not say which meeting it is for: give its date, as in "
            "--meeting 2024-09-26"
        )
    return Belongs(found.panel, found.title, found.council, f"{found.panel}/{on}")


def day_of(text: str) -> str:
    """A date or PANEL/DATE given by the user, as a date.

    Raises
    ------
    BriefingError
        When it is no day.
    """
    on = text.rpartition("/")[2]
    try:
        return date.fromisoformat(on).isoformat()
    except ValueError:
        raise BriefingError(f"{text!r} is not a date: write it as 2024-09-26") from None


def _panel(on_record: list[Panel], name: str, identity: Identity, given: str) -> Belongs:
    title, council = readable(identity.panel_title), readable(identity.council)
    if given:
        wanted = [p for p in on_record if given == p.slug or _same(given, p)]
        if wanted:
            return _of(wanted[0])
        if not is_slug(given):
            return Belongs(slug(given), title or given, council or NOT_STATED, "")
        return Belongs(given, title or _words(given), council or NOT_STATED, "")
    if identity.kind == "inspection" and not title:
        wanted = [p for p in on_record if _places(p.council) == _places(council)]
        if len(wanted) == 1:
            return _of(wanted[0])
    named = [
        p
        for p in on_record
        if title and _same(title, p) and (not council or _places(council) == _places(p.council))
    ]
    if len(named) == 1:
        return _of(named[0])
    if not title or len(named) > 1:
        known = f" (on record: {', '.join(p.slug for p in on_record)})" if on_record else ""
        raise BriefingError(
            f"{name} does not say which panel it is for: give it with --panel PANEL{known}"
        )
    made = panel_slug(council, title)
    return Belongs(made, title, council or NOT_STATED, "")


def _words(name: str) -> str:
    """A slug as a title."""
    return readable(name.replace("-", " ").upper())


def _of(panel: Panel) -> Belongs:
    return Belongs(panel.slug, panel.name, panel.council, "")


def _same(title: str, panel: Panel) -> bool:
    names: Iterator[str] = iter((panel.name, panel.short_name, *panel.aliases))
    return any(_letters(title) == _letters(name) for name in names)


def _places(council: str) -> frozenset[str]:
    return frozenset(re.findall(r"[a-z]+", council.lower())) - _COUNCIL_WORDS


def _letters(text: str) -> str:
    return re.sub(r"[^a-z0-9]", "", text.lower().replace("&", "and"))
