"""Officers by their role: a person's name beside a role, or in a role's place, is left out."""

from __future__ import annotations

import re

_GIVEN = r"[A-Z][a-zà-ÿ]+(?:[-'’][A-Z]?[a-zà-ÿ]+)*"
_SURNAME = r"(?:(?:de|van|von|le|la|Mc|Mac|O['’])\s?)?[A-Z][a-zà-ÿ]+(?:[-'’][A-Z]?[a-zà-ÿ]+)*"
_TITLE = r"(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof(?:essor)?|Sir|Dame)\.?\s+)"
_NAME = (
    rf"(?:{_TITLE}(?:(?:{_GIVEN}|[A-Z]\.?)\s+)?{_SURNAME}"
    rf"|{_GIVEN}\s+(?:[A-Z]\.?\s+)?{_SURNAME}(?:\s{_SURNAME})?)"
)

#: Words that make a run of capitals a role, a team or a body, and no person.
_OFFICE = re.compile(
    r"\b(?:"
    r"accountable|acting|active|adult|adults|advisor|adviser|agency|analyst|assistant"
    r"|associate|assurance|authority|board|business|cabinet|care|chair|chief|child|children"
    r"|childrens|city|clerk|college|coast|commercial|commissioner|commissioning|committee"
    r"|communications|community|consultant|coordinator|corporate|council|county|customer|data"
    r"|delivery|democratic|deputy|design|development|digital|director|directorate|district"
    r"|division|early|economy|education|employment|engagement|england|environment|estates"
    r"|executive|families|family|finance|forum|foundation|fostering|governance|group|growth"
    r"|head|health|help|highways|homes|hospital|housing|hub|hubs|human|improvement|independent"
    r"|infrastructure|innovation|inspector|integrated|interim|joint|justice|law|lead|leader"
    r"|leads|learning|legal|library|local|manager|market|member|mental|monitoring|national"
    r"|neighbourhood|networks|nursing|office|officer|officers|operations|partner|partners"
    r"|partnership|partnerships|people|performance|planning|police|policy|practice|principal"
    r"|prevention|procurement|programme|project|projects|property|protection|public|quality"
    r"|regional|registrar|regulatory|research|resources|safeguarding|school|schools|secretary"
    r"|senior|service|services|skills|social|sport|strategic|strategy|strong|support"
    r"|sustainability|team|teams|technology|town|transformation|transport|trust|trustees"
    r"|university|violence|virtual|voluntary|wales|wellbeing|worker|workforce|young|youth"
    r")\b",
    re.IGNORECASE,
)

_ROLE = (
    r"(?:the\s+)?(?:(?:Acting|Interim|Deputy|Assistant|Associate|Senior|Joint|Strategic|Executive"
    r"|Corporate|Service|Group|Managing|Lead|Principal|Designated|Independent)\s+)*"
    r"(?:[A-Z][\w’'&-]*\s+){0,3}"
    r"(?:Director|Manager|Head|Officer|Lead|Chief|Commissioner|Commander|Superintendent|Inspector"
    r"|Consultant|Coordinator|Co-ordinator|Headteacher|Adviser|Advisor|Solicitor|Lawyer|Nurse"
    r"|Doctor|Worker|Professor|Scrutineer)\b"
)
_BEFORE_ROLE = re.compile(rf"(?<![\w’'-])(?P<name>{_NAME})\s*(?:,|[–-](?=\s)|\()\s*(?={_ROLE})")
_BEHIND_ROLE = re.compile(
    rf"(?P<role>{_ROLE}[^,;.()–]*?)\s*(?:\((?P<in>{_NAME})\)|\s[–-]\s(?P<on>{_NAME})$)"
)
#: Words of the list above that are surnames too: they tell nothing at a name's end.
_SURNAMES = re.compile(
    r"(?:child|clerk|coast|head|justice|law|market|strong|town|young)", re.IGNORECASE
)
_WHOLE = re.compile(rf"(?:{_TITLE}.+|{_NAME})")


def is_name(words: str) -> bool:
    """Whether a run of words has the form of a person's name, and is no role, team or body."""
    *front, last = words.split() or [""]
    office = _OFFICE.search(" ".join(front)) or (
        _OFFICE.search(last) and not _SURNAMES.fullmatch(last)
    )
    return bool(_WHOLE.fullmatch(words.strip())) and not office


def _beside_a_role(words: str) -> bool:
    """Whether words beside a role are its holder: beside one, the first word alone decides."""
    return not _OFFICE.fullmatch(words.split()[0])


def roles_only(text: str) -> str:
    """A sentence without the names that stand before or behind an officer's role.

    Examples
    --------
    >>> roles_only("a report from Jo Marsh, Director of Housing, on repairs")
    'a report from Director of Housing, on repairs'
    """

    def before(match: re.Match[str]) -> str:
        return "" if _beside_a_role(match["name"]) else match.group()

    def behind(match: re.Match[str]) -> str:
        return match["role"] if _beside_a_role(match["in"] or match["on"]) else match.group()

    return _BEHIND_ROLE.sub(behind, _BEFORE_ROLE.sub(before, text))


def without_names(owner: str) -> str:
    """Who leads, without the names of persons: roles, teams and bodies stay as printed.

    Examples
    --------
    >>> without_names("Jo Marsh, Head of Housing")
    'Head of Housing'
    >>> without_names("Jo Marsh")
    ''
    >>> without_names("Housing Team / Active Coast")
    'Housing Team / Active Coast'
    """
    pieces = re.split(r"(\s*(?:[,;/]|\s[–-]\s|\band\b)\s*)", roles_only(owner))
    kept = ""
    for at in range(0, len(pieces), 2):
        if pieces[at].strip() and not is_name(pieces[at]):
            kept += (pieces[at - 1] if kept else "") + pieces[at]
    return kept.strip()
