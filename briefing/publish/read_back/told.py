"""Whether every number of a text traces to a figure of that text or to a named allowance."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from briefing.publish.read_back.allowances import Allowances, places
from briefing.publish.read_back.numbers import Token, around, even, tokens
from briefing.publish.read_back.texts import Text, Trace

#: What makes a month the month of a day.
_DAY_BEFORE = re.compile(r"(?<![\d.,])\d{1,2} $")


@dataclass(frozen=True)
class Fault:
    """A number that does not trace: what it is, the words about it, where it stands, and why."""

    number: str
    words: str
    where: str
    why: str

    def __str__(self) -> str:
        return f"{self.why}: {self.number} in {self.words!r} ({self.where})"


def untraced(text: Text, allowed: Allowances, counts: Counter[str] | None = None) -> list[Fault]:
    """The faults of one text: numbers that nothing accounts for, and figures that it lacks.

    Parameters
    ----------
    text
        The text with what it says of its numbers.
    allowed
        What may be printed besides figures.
    counts
        Counts each number by what accounts for it.
    """
    seen = counts if counts is not None else Counter()
    if text.kind == "drawn":
        return list(_drawn(text, allowed, seen))
    return list(_said(text, allowed, seen))


def _drawn(text: Text, allowed: Allowances, counts: Counter[str]) -> Iterator[Fault]:
    """The faults of a picture, whose labels stand in any order."""
    numbers = {n for trace in text.figures for n in _numbers(trace)}
    on_axis = [piece for piece in text.pieces for _ in tokens(piece)]
    scale = Allowances()
    for label in text.axis:
        scale.add_words("axis", label)
    for token, piece in zip(tokens(text.words), on_axis, strict=True):
        names = allowed.names(text.words, token)
        if token.text in numbers:
            counts["figure"] += 1
        elif piece in text.axis or scale.names(text.words, token):
            counts["axis"] += 1
        elif names:
            counts[names[0]] += 1
        else:
            yield _fault(text, token, "a number that no figure of the picture accounts for")


def _numbers(trace: Trace) -> list[str]:
    """The tokens of a figure: with its unit and alone."""
    return [token.text for token in tokens(even(str(trace["text"])))]


def _said(text: Text, allowed: Allowances, counts: Counter[str]) -> Iterator[Fault]:
    """The faults of a text: figures and marks must stand in it in their order, each once."""
    found = tokens(text.words)
    if text.kind == "ordinal":
        counts["list"] += len(found)
        return
    if not found and not text.figures:
        return
    spans, lost = _marked(text)
    for name, words in lost:
        yield Fault(words, text.words[:80], text.where, f"a {name} that the text does not print")
    timed = any(name == "period" for name, _ in text.marks)
    names: list[tuple[str, ...]] = []
    for token in found:
        marked = [n for n, start, end in spans if start <= token.start and token.end <= end]
        names.append(tuple(marked) or _allowed(text, token, allowed, timed))
    yield from _aligned(text, found, names, counts)


def _allowed(text: Text, token: Token, allowed: Allowances, timed: bool) -> tuple[str, ...]:
    """The allowances for a number; where a sentence marks its periods, no other period is one."""
    if text.kind in ("head", "page"):
        if text.words.lower() in allowed.alone:
            return ("period",)
        if text.kind == "page" and allowed.names(f"page {text.words}", _shifted(token, 5)):
            return ("page",)
    names = allowed.names(text.words, token)
    return tuple(n for n in names if not (timed and n == "period"))


def _shifted(token: Token, by: int) -> Token:
    return Token(token.text, token.start + by, token.end + by)


def _marked(text: Text) -> tuple[list[tuple[str, int, int]], list[tuple[str, str]]]:
    """Where the marks stand, in their order, and those that do not."""
    spans: list[tuple[str, int, int]] = []
    lost = []
    at = 0
    for name, words in text.marks:
        if not tokens(words):
            continue
        free = (p for p in places(text.words, words) if p[0] >= at)
        place = next((p for p in free if not _DAY_BEFORE.search(text.words, 0, p[0])), None)
        if place is None:
            lost.append((name, words))
        else:
            spans.append((name, *place))
            at = place[1]
    return spans, lost


def _aligned(
    text: Text, found: Sequence[Token], names: Sequence[tuple[str, ...]], counts: Counter[str]
) -> Iterator[Fault]:
    """Put figures to numbers in order; what is over on either side is a fault."""
    figures = [(even(str(f["text"])), f) for f in text.figures]

    @cache
    def way(i: int, j: int) -> tuple[int, tuple[str, ...]]:
        """The fewest faults from number ``i`` and figure ``j`` on, and how to go there."""
        if i == len(found):
            return len(figures) - j, ("lost",) * (len(figures) - j)
        choices = []
        if j < len(figures) and (step := _prints(figures[j][0], text.words, found, i)):
            cost, rest = way(i + step, j + 1)
            choices.append((cost, ("figure",) * step + rest))
        cost, rest = way(i + 1, j)
        if names[i]:
            choices.append((cost, (names[i][0], *rest)))
        else:
            choices.append((cost + 1, ("fault", *rest)))
        if j < len(figures):
            cost, rest = way(i, j + 1)
            choices.append((cost + 1, ("lost", *rest)))
        return min(choices, key=lambda choice: choice[0])

    _, steps = way(0, 0)
    i = 0
    lost = 0
    for step in steps:
        if step == "lost":
            lost += 1
            continue
        if step == "fault":
            yield _fault(text, found[i], "a number that no figure accounts for")
        else:
            counts[step] += 1
        i += 1
    if lost and "fault" not in steps:
        printed = ", ".join(words for words, _ in figures)
        yield Fault(printed, text.words[:120], text.where, f"{lost} of these are not printed")


def _prints(figure: str, words: str, found: Sequence[Token], i: int) -> int:
    """How many numbers of the text the figure takes up from number ``i`` on; 0 where it is none."""
    own = tokens(figure)
    if not own or own[0].text != found[i].text:
        return 0
    start = found[i].start - own[0].start
    if start >= 0 and words.startswith(figure, start):
        return len(own)
    return 1


def _fault(text: Text, token: Token, why: str) -> Fault:
    return Fault(token.text, around(text.words, token), text.where, why)
