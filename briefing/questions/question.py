"""What the questions room hands on: questions, remarks and suggested recommendations."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from briefing.model.figure import Citation
from briefing.model.sentence import Sentence


class Evidence(NamedTuple):
    """What the papers print, and where."""

    sentence: Sentence
    citations: tuple[Citation, ...]


@dataclass(frozen=True)
class Question:
    """A line of enquiry for the panel.

    Parameters
    ----------
    id
        Stays the same over rebuilds: the editorial file names questions by it.
    rank
        From 1, the order of the meeting; 0 for a candidate that was not chosen.
    addressed_to
        The role of one who can answer and whom the papers or the manager invite; else blank.
    rows
        Identifiers of the rows of the store that it rests on.
    big
        Whether it leads the meeting.
    pinned, reworded, own
        What the scrutiny manager did: keep it in the set, word it anew, write it.
    """

    id: str
    item_number: str
    theme: str
    question: Sentence
    why_it_matters: Sentence
    follow_up: Sentence
    good_answer: Sentence
    evidence: tuple[Evidence, ...] = ()
    rows: tuple[str, ...] = ()
    addressed_to: str = ""
    recommendation: Sentence | None = None
    severity: int = 0
    rank: int = 0
    big: bool = False
    pinned: bool = False
    reworded: bool = False
    own: bool = False


@dataclass(frozen=True)
class Remark:
    """Something to know: a sentence with its sources. ``tone`` is good, concern or neutral."""

    item_number: str
    sentence: Sentence
    tone: str
    citations: tuple[Citation, ...] = ()
    rows: tuple[str, ...] = ()
    theme: str = ""


@dataclass(frozen=True)
class Suggestion:
    """A recommendation that the panel could make, and the question that it follows from."""

    item_number: str
    theme: str
    sentence: Sentence
    question: str
    citations: tuple[Citation, ...] = ()
    rows: tuple[str, ...] = ()
