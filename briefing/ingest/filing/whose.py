"""Whose document it is: the panel and the meeting, as the document or the user says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from briefing.errors import BriefingError
from briefing.ingest.filing.identity import Identity, panel_slug
from briefing.ingest.words.letters import letters
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


class NotTold(BriefingError):
    """A document does not say whose it is, and nobody said so."""


@dataclass(frozen=True)
class Belongs:
    """The panel of a document (slug, title, council) and its meeting; no meeting is blank.

    ``names`` are what the panel is called; ``overruled`` says, a line each, what the document
    states otherwise.
    """

    panel: str
    title: str
    council: str
    meeting: str = ""
    names: tuple[str, ...] = ()
    overruled: tuple[str, ...] = ()


def belongs(
    folder: DataFolder,
    name: str,
    identity: Identity,
    *,
    panel: str = "",
    day: str = "",
    overrule: bool = False,
) -> Belongs:
    """Whose a document is.

    The panel that a document names is looked up among those on record by its names and aliases;
    one that is not on record is new. What the user says fills in what the document does not say;
    where it says otherwise, the user wins with ``overrule`` only.

    Raises
    ------
    NotTold
        When the panel or the date of the meeting can neither be told nor was given.
    BriefingError
        When the document says otherwise than the user.
    """
    on_record = [read_panel(folder, known) for known in folder.panels]
    found = _panel(on_record, name, identity, panel)
    told = identity.meeting_day.isoformat() if identity.meeting_day else ""
    against = tuple(_against(on_record, identity, found, panel, told, day))
    if against and not overrule:
        raise BriefingError(f"{name} {' and '.join(against)}; --overrule goes by what you say")
    found = replace(found, overruled=against)
    if identity.kind == "inspection" and not day:
        return found
    if not (on := day or told):
        raise NotTold(
            f"{name} does not say which meeting it is for: give its date, as in "
            "--meeting 2024-09-26"
        )
    return replace(found, meeting=f"{found.panel}/{on}")


def _against(
    on_record: list[Panel],
    identity: Identity,
    found: Belongs,
    given: str,
    told: str,
    day: str,
) -> Iterator[str]:
    """What a document states otherwise than the user."""
    title, council = readable(identity.panel_title), readable(identity.council)
    if given:
        mine, its = _places(council), _places(found.council)
        known = [p for p in on_record if p.slug == found.panel]
        named = [p for p in on_record if _is(title, council, p)]
        unnamed = bool(known) and known[0].name == _words(found.panel)
        other = bool(title) and not _same(title, known[0]) if known else bool(named)
        other = other and not unnamed
        if other or (mine and its and mine != its):
            of = f" of {council}" if council else ""
            yield f"says that it is of {title or 'a panel'}{of}, not of {found.panel}"
    if day and told and day != told:
        yield f"says that it is for the meeting of {told}, not of {day}"


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
        wanted = [p for p in on_record if given == p.slug]
        wanted = wanted or [p for p in on_record if _is(given, council, p)]
        if len(wanted) > 1:
            raise BriefingError(
                f"--panel {given} may be any of {', '.join(p.slug for p in wanted)}: say which"
            )
        if wanted:
            return _of(wanted[0])
        if not is_slug(given):
            return _new(slug(given), title or given, council)
        return _new(given, title or _words(given), council)
    if identity.kind == "inspection" and not title:
        places = _places(council)
        wanted = [p for p in on_record if places and _places(p.council) == places]
        if len(wanted) == 1:
            return _of(wanted[0])
    named = [p for p in on_record if _is(title, council, p)]
    if len(named) == 1:
        return _of(named[0])
    if not title or len(named) > 1:
        known = f" (on record: {', '.join(p.slug for p in on_record)})" if on_record else ""
        raise NotTold(
            f"{name} does not say which panel it is for: give it with --panel PANEL{known}"
        )
    made = panel_slug(council, title)
    taken = [p for p in on_record if p.slug == made]
    if taken and taken[0].name == _words(made):
        return _of(taken[0])
    if taken:
        raise NotTold(
            f"{name} is of {title!r}, which may be the panel {made} on record: say so with "
            f"--panel {made}, or give another name for it; an alias in its panel.json settles it"
        )
    return _new(made, title, council)


def _new(name: str, title: str, council: str) -> Belongs:
    return Belongs(name, title, council or NOT_STATED, names=(title,))


def _words(name: str) -> str:
    """A slug as a title."""
    return readable(name.replace("-", " ").upper())


def _of(panel: Panel) -> Belongs:
    return Belongs(panel.slug, panel.name, panel.council, names=_names(panel))


def _names(panel: Panel) -> tuple[str, ...]:
    return (panel.name, panel.short_name, *panel.aliases)


def _same(title: str, panel: Panel) -> bool:
    return any(letters(title) == letters(name) for name in _names(panel))


def _is(title: str, council: str, panel: Panel) -> bool:
    """Whether a panel on record is the one of this title, and of this council where both say."""
    mine, its = _places(council), _places(panel.council)
    return bool(title) and _same(title, panel) and (not mine or not its or mine == its)


def _places(council: str) -> frozenset[str]:
    if council == NOT_STATED:
        return frozenset()
    return frozenset(re.findall(r"[a-z]+", council.lower())) - _COUNCIL_WORDS
