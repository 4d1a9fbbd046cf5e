"""Replies of the papers' authors to points to clarify, as the manager's editorial file has them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from briefing.model.period import british

KEYS = ("point", "by", "on", "text")

_POINT = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_HEAD = re.compile(r"\s*\[\[\s*reply\s*\]\]")
_MAIL = re.compile(r"\S@\S|https?://|\bwww\.", re.IGNORECASE)
#: Ten digits or more with nothing but spaces, hyphens and brackets between them, or begun with +44.
_TELEPHONE = re.compile(r"\+\s?\d|(?<![\d,.£])\(?0\d(?:[\s()-]?\d){8,}|\d(?:[\s-]?\d){10,}")

#: A person's title before a name.
_TITLE = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Cllr|Councillor)\b\.? [A-Z]")

#: What a reply needs, as it is asked for.
_WANTED = {
    "point": 'a reply says to which point, in quotes: point = "..." (briefing check lists them)',
    "by": 'a reply says by whom, in quotes: by = "Head of Service"',
    "text": 'a reply has its words, in quotes: text = "..."',
}

#: The longest role.
_LONGEST = 80

#: What names a mistake: a word on its line, what is wrong, and the first line that it may stand in.
Fail = Callable[[str, str, int], None]


@dataclass(frozen=True)
class Reply:
    """What the authors say to one point, in their own words.

    ``by`` is a role, ``line`` the line of the editorial file at which the reply begins.
    """

    point: str
    by: str
    on: date
    text: str
    line: int = 0

    @property
    def words(self) -> str:
        """The reply as it is printed, its text marked as a quotation."""
        return f"{self.told_by} “{self.text}”"

    @property
    def told_by(self) -> str:
        """Whose reply it is, and of when: ``Reply of the Head of Service, 24 September 2024:``."""
        role = self.by.removeprefix("the ").removeprefix("The ")
        return f"Reply of the {role}, {british(self.on)}:"


def read_replies(data: Mapping[str, Any], text: str, fail: Fail) -> tuple[Reply, ...]:
    """The replies of an editorial file, in the order of their days.

    Whether the papers (still) have such a point is not asked here: papers are corrected.

    Parameters
    ----------
    data, text
        The file, parsed and as written.
    fail
        Raises, naming the line.
    """
    tables = data.get("reply", [])
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        fail("reply", "a reply of the authors stands below [[reply]] (two brackets)", 1)
    lines = [at for at, line in enumerate(text.splitlines(), start=1) if _HEAD.match(line)]
    places = lines if len(lines) == len(tables) else [1] * len(tables)
    written = text.splitlines()

    def fail_in(first: int) -> Callable[[str, str], None]:
        """Fails in the reply that begins at a line: at the line of the key, where it has one."""

        def at_key(key: str, message: str) -> None:
            key_at = re.compile(rf"\s*\"?{re.escape(key)}\"?\s*=")
            rest = enumerate(written[first - 1 :], start=first)
            fail(key, message, next((at for at, line in rest if key_at.match(line)), first))

        return at_key

    made = [_reply(table, at, fail_in(at)) for table, at in zip(tables, places, strict=True)]
    for at, one in enumerate(made):
        if any(other.words == one.words and other.point == one.point for other in made[:at]):
            fail("[[reply]]", f"the reply to {one.point} stands here twice", one.line)
    return tuple(sorted(made, key=lambda one: one.on))


def _reply(table: Mapping[str, Any], line: int, fail: Callable[[str, str], None]) -> Reply:
    for key in table:
        if key not in KEYS:
            fail(key, f"{key!r} is not a key in [[reply]]. Known: {', '.join(KEYS)}.")
    cells = {}
    for key in ("point", "by", "text"):
        value = table.get(key, "")
        if not isinstance(value, str):
            fail(key, f'{key} is a text in quotes: {key} = "..."')
        cells[key] = _plain(str(value))
        if not cells[key]:
            fail("[[reply]]", _WANTED[key])
    day = table.get("on")
    if type(day) is not date:
        word = "on" if "on" in table else "[[reply]]"
        fail(word, "a reply says when it came, a day without quotes: on = 2024-09-24")
    if not _POINT.fullmatch(cells["point"]):
        fail("point", f"{cells['point']!r} is no identifier of a point: briefing check lists them.")
    for key in ("by", "text"):
        if _MAIL.search(cells[key]) or _TELEPHONE.search(cells[key]):
            fail(key, f"{key} has a mail address, a telephone number or a link: leave it out.")
    if len(cells["by"]) > _LONGEST or _TITLE.search(cells["by"]):
        fail("by", 'by is a role and no name, such as by = "Head of Service"')
    return Reply(**cells, on=day or date.min, line=line)


def _plain(text: str) -> str:
    """The text in one line, without characters that are not seen or turn what is printed."""
    shown = (c for c in text if unicodedata.category(c) != "Cf")
    seen = "".join(" " if unicodedata.category(c) in ("Cc", "Zl", "Zp") else c for c in shown)
    return " ".join(seen.split())


def listed(points: Sequence[tuple[str, str]]) -> Iterator[str]:
    """The points of a meeting for the template: each identifier with its words below it."""
    for name, words in points:
        yield f"#   {name}\n#     {words}"
