"""The wording, read from the data files in ``wording/``: kinds, themes, phrases, items."""

from __future__ import annotations

import re
import string
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from briefing.model.sentence import Sentence, compose

_PACKAGE = "briefing.questions"


@dataclass(frozen=True)
class Ask:
    """One way to ask. ``uses`` maps a prefix to the signal that fills its fields.

    A use is ``kind`` or ``kind/indicator``, several kinds parted by ``|``. The fields of the use
    ``lead`` stand without a prefix, those of another use as ``{prefix_field}``. ``words``, where
    given, are looked for in the text of the lead. ``covers`` names themes that this question asks
    about as well.
    """

    uses: Mapping[str, str]
    question: str
    why_it_matters: str = ""
    follow_up: str = ""
    good_answer: str = ""
    recommendation: str = ""
    words: tuple[str, ...] = ()
    covers: tuple[str, ...] = ()


@dataclass(frozen=True)
class Theme:
    """A cause behind several measures, on which one question is asked.

    ``weight`` (0 to 10) says how near to the safety of children it is; ``answers`` who can
    answer (``delivery``, ``direction`` or ``partner``). It gathers signals by their kind, else
    by their measure, else by words of their text.
    """

    slug: str
    title: str
    weight: int = 0
    answers: str = "delivery"
    kinds: tuple[str, ...] = ()
    indicators: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    why_it_matters: str = ""
    asks: tuple[Ask, ...] = ()


@dataclass(frozen=True)
class Kind:
    """What is said of one kind of signal where a theme has no words of its own."""

    kind: str
    evidence: str
    headline: str
    question: str = ""
    why_it_matters: str = ""
    follow_up: str = ""
    good_answer: str = ""
    recommendation: str = ""


@cache
def kinds() -> Mapping[str, Kind]:
    """Every kind of signal by its slug."""
    return {slug: Kind(slug, **entry) for slug, entry in _load("kinds.toml").items()}


@cache
def themes() -> tuple[Theme, ...]:
    """Every theme, in the order of their files."""
    folder = files(_PACKAGE) / "wording" / "themes"
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".toml"))
    return tuple(_theme(name.removesuffix(".toml"), _load(f"themes/{name}")) for name in names)


@cache
def phrases() -> Mapping[str, str]:
    """Short clauses that sentences are put together from."""
    return {str(k): str(v) for k, v in _load("phrases.toml").items()}


@cache
def addressees() -> Mapping[str, tuple[str, ...]]:
    """Kind of answer -> words in the role of one who can give it."""
    return {k: tuple(v) for k, v in _load("addressees.toml").items()}


def fill(template: str, fields: Mapping[str, Any]) -> Sentence:
    """A template filled with figures and words; blank fields leave no gap behind.

    Raises
    ------
    KeyError
        For a field that has no value.
    """
    made = compose(" ".join(template.split()), fields)
    text = re.sub(r" {2,}", " ", made.text).strip()
    return Sentence(re.sub(r" ([.,;:?])", r"\1", text), made.figures, made.marks)


def fits(template: str, fields: Mapping[str, Any]) -> bool:
    """Whether every field that a template prints has a value."""
    names = {name for _, name, _, _ in string.Formatter().parse(template) if name}
    return names <= fields.keys()


@cache
def proper_names() -> tuple[str, ...]:
    """Names that keep their capital inside a sentence."""
    return tuple(_load("names.toml")["proper"])


def theme_of(indicators: tuple[str, ...], text: str = "", kind: str = "") -> Theme | None:
    """The theme of a kind of signal, else of the words of its text, else of its measures.

    Of several words the one found first in the text counts, of several measures the first that a
    theme knows. None where no theme knows any.
    """
    for theme in themes():
        if kind and kind in theme.kinds:
            return theme
    return _theme_of_text(text) or _theme_of_measures(indicators)


def _theme_of_measures(indicators: tuple[str, ...]) -> Theme | None:
    known = {i: theme for theme in reversed(themes()) for i in theme.indicators}
    return next((known[i] for i in indicators if i in known), None)


def is_known(indicator: str) -> bool:
    """Whether some theme knows a measure."""
    return any(indicator in theme.indicators for theme in themes())


def _theme_of_text(text: str) -> Theme | None:
    lowered = text.lower()
    found = [
        (m.start(), -len(word), n)
        for n, theme in enumerate(themes())
        for word in theme.words
        if (m := re.search(rf"\b{re.escape(word)}", lowered))
    ]
    return themes()[min(found)[2]] if found else None


def _theme(slug: str, data: Mapping[str, Any]) -> Theme:
    asks = tuple(Ask(**_frozen(entry)) for entry in data.get("ask", ()))
    return Theme(slug, asks=asks, **_frozen({k: v for k, v in data.items() if k != "ask"}))


def _frozen(data: Mapping[str, Any]) -> dict[str, Any]:
    return {k: tuple(v) if isinstance(v, list) else v for k, v in data.items()}


def _load(name: str) -> Mapping[str, Any]:
    text = (files(_PACKAGE) / "wording" / name).read_text(encoding="utf-8")
    return tomllib.loads(text)
