"""The text of a finished edition laid beside the texts that it was made from."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from briefing.publish.read_back.numbers import around, even, tokens
from briefing.publish.read_back.texts import Text

#: Spaces, hyphens inside words (lines end at them) and marks that are not seen. A minus stays.
_UNSEEN = re.compile(r"[\s\u200b\u00ad\ufffe\u2010\u2011•]+|(?<=[^\s(])-|-(?![\d£])")
_DIGIT = re.compile(r"\d")

#: So many characters may stand for one that a font lacks.
_STANDS_FOR = r".{0,3}?"

#: Characters without a number that may stand between two texts.
_STRAY = 40


def squeezed(text: str) -> str:
    """The text without what the setting of lines may change."""
    return _UNSEEN.sub("", text.replace("\u2212", "-"))


@dataclass(frozen=True)
class Printed:
    """The text of an edition, page by page (an edition without pages has one)."""

    pages: tuple[str, ...]
    whole: str = field(init=False)
    starts: tuple[int, ...] = field(init=False)

    def __post_init__(self) -> None:
        parts = [squeezed(page) for page in self.pages]
        starts = [0]
        for part in parts[:-1]:
            starts.append(starts[-1] + len(part))
        object.__setattr__(self, "whole", "".join(parts))
        object.__setattr__(self, "starts", tuple(starts))

    def page_at(self, place: int) -> int:
        """The number of the page, from 1, that a place of the whole stands on."""
        return bisect_right(self.starts, place)

    def told_at(self, place: int) -> tuple[str, str]:
        """The number at a place of the whole, or the first after it, and the words about it."""
        number = self.page_at(place)
        page = even(self.pages[number - 1].replace("\ufffe", "-"))
        wanted = place - self.starts[number - 1]
        for token in tokens(page):
            if len(squeezed(page[: token.end])) > wanted:
                return token.text, around(page, token)
        return self.whole[place : place + 1], page[-80:]


@dataclass(frozen=True)
class Difference:
    """Where an edition stops being what it was made from."""

    place: int
    expected: str
    where: str


def difference(expected: Sequence[Text], printed: Printed) -> Difference | None:
    """The first place where a number is not as it should be; None where all are.

    Every text must stand in the edition in its order. Words without numbers may be set in another
    way, such as a letter that no font has; a number may not.
    """
    whole, at = printed.whole, 0
    passed: list[str] = []
    texts = [(squeezed(t.words), t) for t in expected]
    index = 0
    while index < len(texts):
        piece, text = texts[index]
        index += 1
        end = _end(piece, text, printed, at)
        if end is None:
            end = _after(piece, passed, printed, at)
        if end is None and (row := _torn_row(texts, index - 1, printed, at)):
            end, index = row
        if end is not None:
            at, passed = end, []
        elif _DIGIT.search(piece):
            return Difference(_parting(piece, whole, at), text.words, text.where)
        else:
            passed.append(piece)
    rest = _DIGIT.search(whole, at)
    return None if rest is None else Difference(rest.start(), "", "the end")


def _end(piece: str, text: Text, printed: Printed, at: int) -> int | None:
    """Where the text ends that begins here; None where it does not begin here."""
    whole = printed.whole
    if whole.startswith(piece, at):
        return at + len(piece)
    shared = _parting(piece, whole, at) - at
    if at + shared in printed.starts:
        for repeat in map(squeezed, text.repeats):
            again = repeat + piece[shared:]
            if whole.startswith(again, at + shared):
                return at + shared + len(again)
    if not _DIGIT.search(piece):
        return None
    loose = "".join(re.escape(c) if c.isascii() else _STANDS_FOR for c in piece)
    match = re.compile(loose).match(whole, at)
    return match.end() if match else None


def _after(piece: str, passed: Sequence[str], printed: Printed, at: int) -> int | None:
    """Where a text with a number ends that begins after words that are set in another way."""
    if not _DIGIT.search(piece):
        return None
    room = 2 * sum(map(len, passed)) + _STRAY
    start = printed.whole.find(piece, at, at + room + len(piece))
    if start < 0 or _DIGIT.search(printed.whole[at:start]):
        return None
    return start + len(piece)


def _torn_row(
    texts: Sequence[tuple[str, Text]], index: int, printed: Printed, at: int
) -> tuple[int, int] | None:
    """The end of a row of a table that goes over a page, whose cells go over it side by side.

    All that the row prints must stand there, and nothing else.
    """
    text = texts[index][1]
    if not text.repeats:
        return None
    last = index
    while last < len(texts) and texts[last][1].where == text.where:
        last += 1
    row = "".join(piece for piece, _ in texts[index:last])
    for start in printed.starts:
        if not at <= start <= at + len(row):
            continue
        for repeat in map(squeezed, text.repeats):
            end = at + len(row) + len(repeat)
            found = printed.whole[at:start] + printed.whole[start + len(repeat) : end]
            if printed.whole.startswith(repeat, start) and Counter(found) == Counter(row):
                return end, last
    return None


def _parting(piece: str, whole: str, at: int) -> int:
    """The first place of the whole where the text differs from it."""
    low, high = 0, len(piece)
    while low < high:
        middle = (low + high + 1) // 2
        if whole.startswith(piece[:middle], at):
            low = middle
        else:
            high = middle - 1
    return at + low
