"""Measures that are printed under other words than in the earlier papers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from briefing.analysis.disagreements.disagreement import Disagreement, name_of
from briefing.analysis.disagreements.issues import in_both
from briefing.model import Series, compose

_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth")
_CARDINALS = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"),
    "twelve",
)
_IN_DIGITS = {
    word: str(at) for words in (_ORDINALS, _CARDINALS) for at, word in enumerate(words, start=1)
}
_WORDED = re.compile(rf"\b(?:{'|'.join(_IN_DIGITS)})\b")
#: Spans of time and classes: what a count is over, or from which number on.
_MEANS = re.compile(
    r"(\d+)(?:st|nd|rd|th)?(?=\s*\+|\s+or\s+(?:more|later)\b"
    r"|[\s-]*(?:working\s+)?(?:m\b|months?\b|weeks?\b|days?\b|years?\b|hours?\b))"
)
#: Of whom it is not, or of whom it is too.
_EXCEPT = re.compile(r"\(\s*(?:not|non|excl|incl)|\b(?:excluding|including)\b|\bnon-")
_PER = re.compile(r"\bper\s+1?0?,?000\b.*$")


def definitions_against_earlier(
    earlier: Iterable[Series], later: Iterable[Series]
) -> Iterator[Disagreement]:
    """Measures of one table whose printed name differs in a number or in whom it leaves out.

    Whether what is counted changed with it, the papers do not say; other words for the same thing
    are no change.
    """
    for both in in_both(earlier, later):
        old, new = both.then.name_as_printed, both.now.name_as_printed
        if not old or not new or not _differ(old, new):
            continue
        then, now = both.figures
        yield Disagreement(
            "definition_changed",
            then,
            now,
            compose(
                "{measure}: printed as “{new}” in these papers and as “{old}” in the earlier ones.",
                measure=name_of(both.now),
                new=new,
                old=old,
            ),
        )


def _differ(old: str, new: str) -> bool:
    one, other = _plain(old), _plain(new)
    if sorted(_MEANS.findall(one)) != sorted(_MEANS.findall(other)):
        return True
    return bool(_EXCEPT.search(one)) is not bool(_EXCEPT.search(other))


def _plain(name: str) -> str:
    return _WORDED.sub(lambda m: _IN_DIGITS[m[0]], _PER.sub(" ", name.lower()))
