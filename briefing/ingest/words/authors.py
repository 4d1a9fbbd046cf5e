"""Whose report a report is: the office or body, without the name of the person who holds it."""

from __future__ import annotations

import re

from briefing.ingest.words.people import without_contacts
from briefing.ingest.words.roles import is_name, without_names
from briefing.ingest.words.titles import readable

_REPORT_OF = re.compile(
    r"\b(?i:reports?\s+(?:of|by|from)\s+(?:the\s+)?)(?P<who>[A-Z].*)", re.DOTALL
)

#: Where the author of "Report of the …" ends and what the report does begins.
_BEHIND = re.compile(
    r"\s*(?:[.;]|,?\s+(?:providing|outlining|recommending|detailing|setting|presenting|seeking|"
    r"asking|requesting|summarising|updating|describing|informing|advising|inviting|introducing|"
    r"proposing|concerning|regarding|reporting|giving|containing|explaining|highlighting|attached|"
    r"which|that|is|are|on|to|about|in (?:respect|relation|response))\b)"
)


def office(text: str) -> str:
    """The office or body in a printed author, as printed: names of persons are left out.

    Examples
    --------
    >>> office("JO MARSH, DIRECTOR OF HOUSING")
    'DIRECTOR OF HOUSING'
    >>> office("Jo Marsh")
    ''
    """
    pieces = re.split(r"\s*(?:,|;|\s[-–]\s(?=[A-Z]))\s*", without_contacts(text).strip(" .:"))
    if any(is_name(readable(piece)) for piece in pieces):
        kept = [piece for piece in pieces if not is_name(readable(piece))]
        return ", ".join(kept).strip(" .")
    return without_names(without_contacts(text).strip(" ."))


def report_of(purpose: str) -> str:
    """The author that "Report of the …" names in what an agenda says of an item; blank for none.

    Examples
    --------
    >>> report_of("Report of the Scrutiny Manager asking the Panel to note it.")
    'Scrutiny Manager'
    """
    match = _REPORT_OF.search(purpose)
    if not match:
        return ""
    return office(_BEHIND.split(match["who"], maxsplit=1)[0])
