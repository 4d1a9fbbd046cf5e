"""Figures that a sentence prints and that no form of words reads: named, so that none is lost."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

_NUMBER = r"(?<![\d.,/£])(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?![\d/]|,\d|\.\d)"
_FIGURE = re.compile(
    rf"(?:{_NUMBER}\s?[-–]\s?)?{_NUMBER}\s?(?:%|per\s?cent\b)"
    r"|£\s?\d[\d,]*(?:\.\d+)?(?:\s?(?:m|bn|k|million|billion)\b)?"
    r"|\b\d+(?:st|nd|rd|th)\s(?:highest|lowest|largest|smallest|best|worst)\b"
    r"|\b(?:around|about|approximately|roughly|nearly|almost)\s\d[\d,]*(?![\d/])"
    r"|(?<![\w.,/£])(?<!per )(?!(?:19|20)\d\d\b)(?:\d{1,3}(?:,\d{3})+|\d{3,})(?![\w/]|,\d|\.\d)"
)


def left_over(sentence: str, read: Iterable[str]) -> list[str]:
    """The printed figures of a sentence that are not among those read, in their order.

    Only what is plainly a figure counts: a share, money, a rank, a number said to be near, a count
    of three digits or more. Years, dates and the numbers of sections are none.

    Parameters
    ----------
    sentence
        The sentence.
    read
        The numbers that were read from it, as printed and without their units.

    Examples
    --------
    >>> left_over("Between 40 – 50% of 278 homes are damp, and 12% are cold.", ["12"])
    ['40 – 50%', '278']
    """
    taken = Counter(read)
    found = []
    for match in _FIGURE.finditer(sentence):
        numbers = re.findall(r"\d[\d,]*(?:\.\d+)?", match[0])
        if all(taken[number] for number in numbers):
            taken.subtract(numbers)
        else:
            found.append(match[0])
    return found
