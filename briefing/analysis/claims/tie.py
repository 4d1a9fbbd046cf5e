"""Which measure some words name: wholly, and no other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from briefing.analysis.claims import grammar, vocabulary
from briefing.analysis.claims.generic_words import SOFT
from briefing.analysis.claims.material import Measure
from briefing.analysis.claims.own_words import OwnWords
from briefing.analysis.claims.vocabulary import windows_of

#: How sure a tie is: wholly named; named but for its time window; named beside words that may
#: narrow it; only fitting it and no other.
WHOLLY, WITHOUT_WINDOW, NARROWED, FITTING = 1.0, 0.8, 0.45, 0.4

#: What a phrase says of the unit -> whether a unit goes with it.
_FAMILIES = {
    "count": ("count",),
    "rate": ("rate_per_10000", "rate_per_1000"),
    "percent": ("percent",),
    "average": ("average", "days", "weeks", "score"),
    "bare": (
        "count",
        "rate_per_10000",
        "rate_per_1000",
        "average",
        "days",
        "weeks",
        "score",
        "fte",
    ),
}


@dataclass(frozen=True)
class Tie:
    """The indicators that some words name, each of another unit, and how surely."""

    indicators: tuple[str, ...]
    certainty: float


@dataclass(frozen=True)
class _Profile:
    """A measure's names as sets of tokens: what each needs, and what may stand beside."""

    measure: Measure
    cores: tuple[frozenset[str], ...]
    windows: frozenset[str]
    named: frozenset[str]
    allowed: frozenset[str]


#: A measure of what is done within a time is one of timeliness.
_TIMELY = frozenset(("timely",))


class Lexicon:
    """The measures of some papers, ready to be found in words."""

    def __init__(self, measures: Iterable[Measure]) -> None:
        every = tuple(measures)
        self.windows = frozenset(
            w for m in every for name in (m.name, *m.aliases) for w in windows_of(name)
        )
        self._own = OwnWords(
            vocabulary.named(name, self.windows) for m in every for name in (m.name, *m.aliases)
        )
        profiles = [_profile(m, self.windows, self._own) for m in every]
        self._profiles = tuple(_without_population(p, profiles) for p in profiles)
        self._names = {m.indicator: (m.name, *m.aliases, m.definition) for m in every}
        self._polarity = {m.indicator: m.polarity for m in every}

    def protected(self, text: str) -> str:
        """A text in which words that belong to a measure's name are read as nothing else."""
        return self._own.protected(text)

    def names(self, indicators: Iterable[str]) -> list[str]:
        """All names of these measures, and what defines them."""
        return [name for one in indicators for name in self._names.get(one, ())]

    def good(self, indicators: Iterable[str]) -> str:
        """Which way is good in all of these measures; blank where they differ."""
        ways = {self._polarity.get(indicator, "") for indicator in indicators}
        return ways.pop() if len(ways) == 1 else ""

    def tie(self, words: Sequence[str], family: str, *, loose: bool = False) -> Tie | None:
        """The measure that the tokens name; None for none, or several that are not the same thing.

        ``family`` says which units go with the words: ``count``, ``rate``, ``percent``,
        ``average``, ``bare`` (a number without a sign) or blank for any. A measure that is printed
        as a number and as a rate is given as both where the words leave it open. ``loose`` lets
        other words stand beside its name, and the tie then bears no contradiction.
        """
        said = frozenset(words)
        if not said:
            return None
        fitting = [p for p in self._profiles if _goes_with(p.measure.unit, family)]
        named = [
            (max(len(core) for core in p.cores if core <= said), p)
            for p in fitting
            if any(core <= said for core in p.cores) and (loose or said - SOFT <= p.allowed)
        ]
        if named:
            longest = max(size for size, _ in named)
            found = _same_thing([p for size, p in named if size == longest], said)
            whole = all(not p.windows or p.windows & said for p in found)
            certainty = FITTING if loose else WHOLLY if whole else WITHOUT_WINDOW
            return Tie(tuple(p.measure.indicator for p in found), certainty) if found else None
        near = [p for p in fitting if said - SOFT and said - SOFT <= p.allowed]
        return Tie((near[0].measure.indicator,), FITTING) if len(near) == 1 else None


def _words(marked: str) -> tuple[str, ...]:
    """What a name speaks of, without the words that are dropped from sentences too."""
    return vocabulary.tokens(grammar.SAID.sub(" ", marked)) or vocabulary.tokens(marked)


def _goes_with(unit: str, family: str) -> bool:
    return not family or unit in _FAMILIES.get(family, (family,))


def _same_thing(found: Sequence[_Profile], said: frozenset[str]) -> Sequence[_Profile]:
    """Those found, where they are one thing in several units, or over several times.

    Of several times, those that are named go before the others.
    """
    timed = [p for p in found if p.windows and p.windows <= said]
    for group in (found, timed):
        if group and len({p.measure.unit for p in group}) == len(group):
            return group
    alike = all(p.windows and not p.windows & said and p.cores == found[0].cores for p in found)
    return found if alike and len({p.measure.unit for p in found}) == 1 else ()


def _profile(measure: Measure, windows: frozenset[str], own: OwnWords) -> _Profile:
    marked = [vocabulary.named(name, windows) for name in (measure.name, *measure.aliases)]
    whole = [own.protected(name) for name in marked]
    names = [frozenset(_words(name)) for name in dict.fromkeys((*marked, *whole))]
    beside = frozenset(_words(vocabulary.named(measure.definition, windows)))
    named = frozenset().union(*names)
    return _Profile(
        measure,
        cores=tuple(dict.fromkeys(n - windows for n in names if n - windows)),
        windows=named & windows,
        named=named,
        allowed=named | (beside - windows) | (_TIMELY if named & windows else frozenset()),
    )


#: Whom a measure may be of.
_POPULATIONS = frozenset(("incare", "cp", "cin", "cwd", "earlyhelp", "careleaver", "entercare"))


def _without_population(profile: _Profile, every: Sequence[_Profile]) -> _Profile:
    """Let the words leave out whom the measure is of, where no other measure is of others."""
    added = []
    for core in profile.cores:
        rest = core - {"incare"}
        if not rest or rest == core:
            continue
        others = (
            other - _POPULATIONS
            for p in every
            if p is not profile and p.measure.unit == profile.measure.unit
            for other in p.cores
        )
        if not any(rest == other for other in others):
            added.append(rest)
    cores = tuple(dict.fromkeys((*profile.cores, *added)))
    return _Profile(profile.measure, cores, profile.windows, profile.named, profile.allowed)
