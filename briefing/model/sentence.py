"""Sentences that accept figures and never bare numbers."""

from __future__ import annotations

import string
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from briefing.model.figure import Citation, Figure
from briefing.model.period import Period


class Mark(NamedTuple):
    """Words with numbers in them that are no figure: a ``period`` or a ``place``, as printed."""

    name: str
    text: str


@dataclass(frozen=True)
class Sentence:
    """A text and the figures that it prints, so that each number can be traced.

    ``marks`` are the periods and places that it names, in the order of the text: their numbers
    are no figures.
    """

    text: str
    figures: tuple[Figure, ...] = ()
    marks: tuple[Mark, ...] = field(default=(), compare=False)

    @property
    def sources(self) -> tuple[Citation, ...]:
        """Every place that the sentence rests on, each once."""
        return tuple(dict.fromkeys(c for f in self.figures for c in f.sources))

    def __add__(self, other: Sentence) -> Sentence:
        return Sentence(
            f"{self.text} {other.text}".strip(),
            self.figures + other.figures,
            self.marks + other.marks,
        )

    def __str__(self) -> str:
        return self.text


def listing(parts: Sequence[Sentence]) -> Sentence:
    """Sentences as one: ``a``, ``a and b``, ``a, b and c``."""
    if not parts:
        return Sentence("")
    *first, last = (f"{{p{n}}}" for n in range(len(parts)))
    template = f"{', '.join(first)} and {last}" if first else last
    return compose(template, {f"p{n}": part for n, part in enumerate(parts)})


class _Formatter(string.Formatter):
    def __init__(self) -> None:
        self.figures: list[Figure] = []
        self.marks: list[Mark] = []

    def format_field(self, value: object, format_spec: str) -> str:
        if isinstance(value, int | float | Decimal):
            raise TypeError(f"a sentence accepts figures, not the bare number {value!r}")
        if isinstance(value, Figure):
            self.figures.append(value)
            return value.number if format_spec == "number" else value.text
        if isinstance(value, Period):
            printed = value.short if format_spec == "short" else value.label
            self.marks.append(Mark("period", printed))
            return printed
        if isinstance(value, Sentence):
            self.figures.extend(value.figures)
            self.marks.extend(value.marks)
            return value.text
        if isinstance(value, str | Citation):
            text = str(value)
            if isinstance(value, Citation):
                self.marks.append(Mark("place", text))
            return text[:1].upper() + text[1:] if format_spec == "capital" else text
        raise TypeError(f"a sentence cannot print a {type(value).__name__}")


def compose(template: str, values: Mapping[str, object] | None = None, **more: object) -> Sentence:
    """Fill a template such as ``"{measure} was {last} in {period}"``.

    Values are figures, periods, sentences, citations and strings. A bare number is an
    error: it would be a number without a source. ``{figure:number}`` leaves the unit out,
    ``{period:short}`` abbreviates, ``{text:capital}`` begins with a capital letter.

    Raises
    ------
    TypeError
        For a bare number or a value that cannot be printed.
    KeyError
        For a field that has no value.
    """
    formatter = _Formatter()
    text = formatter.vformat(template, (), {**(values or {}), **more})
    return Sentence(text, tuple(formatter.figures), tuple(formatter.marks))
