"""A panel's own file: names, colour, logo."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from briefing.errors import BriefingError
from briefing.store import csvfile
from briefing.store.folder import DataFolder
from briefing.store.layout import PANEL_FILE, Place
from briefing.store.schema import is_picture_name

#: Whom the services are for of a panel that does not say.
SERVES = ("residents", "residents")

#: The colour of a panel that has none of its own: dark enough for white text.
COLOUR = "#1f3b63"


@dataclass(frozen=True)
class Panel:
    """A scrutiny panel: names, colour (``#rrggbb``), logo (SVG text, blank for none).

    ``serves`` says whom its services are for, in full and in brief, such as children and families,
    and children: questions speak of them.
    """

    slug: str
    name: str
    council: str
    short_name: str
    colour: str
    logo: str
    logo_alt: str
    aliases: tuple[str, ...]
    serves: tuple[str, str] = SERVES


def read_panel(folder: DataFolder, slug: str) -> Panel:
    """Read a panel's file and its logo.

    Raises
    ------
    BriefingError
        When the file cannot be read, or its logo is not a file beside it.
    """
    found: Mapping[str, Any] = folder.panel(slug)
    logo = found.get("logo") or {}
    name = str(found.get("name") or slug)
    return Panel(
        slug=slug,
        name=name,
        council=str(found.get("council", "")),
        short_name=str(found.get("short_name") or name),
        colour=str(found.get("colour") or COLOUR),
        logo=_picture(folder, slug, str(logo["file"])) if logo.get("file") else "",
        logo_alt=str(logo.get("alt", "")),
        aliases=tuple(map(str, found.get("aliases", ()))),
        serves=_serves(found.get("serves")),
    )


def _serves(told: object) -> tuple[str, str]:
    if not isinstance(told, list) or not told:
        return SERVES
    return str(told[0]), str(told[-1])


def _picture(folder: DataFolder, slug: str, name: str) -> str:
    where = folder.root / Place(panel=slug).folder
    if not is_picture_name(name):
        raise BriefingError(
            f"{where / PANEL_FILE}: the logo is an SVG file beside it, not {name!r}"
        )
    return csvfile.read_text(where / name, str(where / name))
