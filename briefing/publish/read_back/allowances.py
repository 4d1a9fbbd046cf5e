"""What may stand in a briefing with a number in it and be no figure: each by name and exact words.

An allowance is never "any number": it is a phrase that stands in the store (the name of a measure,
a quoted resolution), a day or a period on record, a place that was read, or a fixed sentence.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from briefing.model import Period
from briefing.model.period import british
from briefing.publish.read_back.numbers import Token, even, tokens

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_LETTERS = re.compile(r"[^\W\d_]{2}")


@dataclass
class Allowances:
    """Phrases by name, found by the numbers that they hold.

    Examples
    --------
    >>> allowed = Allowances()
    >>> allowed.add("quote", "Visits within 10 days")
    >>> text = "The papers ask for visits within 10 days."
    >>> allowed.names(text, tokens(text)[0])
    ('quote',)
    """

    alone: set[str] = field(default_factory=set)
    _phrases: dict[str, dict[str, str]] = field(default_factory=lambda: defaultdict(dict))

    def add(self, name: str, phrase: str) -> None:
        """Allow a phrase; one without a number needs no allowance."""
        said = _plain(even(phrase).rstrip("."))
        for number in {token.text for token in tokens(said)}:
            self._phrases[number].setdefault(said, name)

    def add_words(self, name: str, phrase: str) -> None:
        """Allow a phrase that has words; a number alone would let that number in everywhere."""
        if _LETTERS.search(phrase):
            self.add(name, phrase)

    def add_day(self, name: str, iso: str) -> None:
        """Allow a day, in British words and as data have it."""
        if _DAY.fullmatch(iso):
            self.add(name, british(date.fromisoformat(iso)))
            self.add(name, iso)

    def add_period(self, name: str, code: str, kind: str = "") -> None:
        """Allow a period, as it is printed in full and in short; a year alone only by itself."""
        try:
            period = Period(code, kind)
        except ValueError:
            return
        self.alone.add(code.lower())
        for said in (period.label, period.short):
            self.alone.add(said.lower())
            self.add_words(name, said)

    def names(self, text: str, token: Token) -> tuple[str, ...]:
        """The allowances that cover a number of an even text where it stands."""
        plain = _plain(text)
        found = self._phrases.get(token.text, {})
        return tuple(dict.fromkeys(n for p, n in found.items() if covers(plain, p, token)))


def _plain(text: str) -> str:
    """The text in small letters; a colon in a name may be set as a comma."""
    return text.lower().replace(":", ",")


def covers(text: str, phrase: str, token: Token) -> bool:
    """Whether the phrase stands in the text, as whole words, over the number."""
    return any(start <= token.start and token.end <= end for start, end in places(text, phrase))


def places(text: str, phrase: str) -> Iterator[tuple[int, int]]:
    """Where a phrase stands in a text as whole words: start and end of each place."""
    start = text.find(phrase)
    while start >= 0:
        end = start + len(phrase)
        if _ends_word(text, start - 1, start) and _ends_word(text, end, end - 1):
            yield start, end
        start = text.find(phrase, start + 1)


def _ends_word(text: str, outside: int, inside: int) -> bool:
    """Whether no word or number runs over the edge of a phrase."""
    if not 0 <= outside < len(text):
        return True
    return not (text[outside].isalnum() and text[inside].isalnum()) and text[outside] not in "%£"
