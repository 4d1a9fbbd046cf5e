"""What a vote was on, where the sentence that puts it names a paragraph: the words of that one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.ingest.minutes.attendance_prose import sentences
from briefing.ingest.minutes.paragraphs import Block
from briefing.ingest.minutes.withheld import why_left_out

_PARAGRAPH = re.compile(r"\bparagraph\s+\(?(?P<number>\d{1,3})\)?", re.I)
_NUMBERED = re.compile(r"\(?(?P<number>\d{1,3})[).]?")
_QUOTED = re.compile(r"[“\"](?P<words>[^”\"]+)")

#: A longer sentence is no name for a motion; of one that opens a list its opening may be.
_LONGEST = 400


def in_words(motion: str, before: Sequence[Block]) -> str:
    """The sentence that puts a motion, with the first of its own words where it names their place.

    Parameters
    ----------
    motion
        The sentence, such as ``The Chairman put the motion of paragraph 2 to the vote``.
    before
        The paragraphs of the item that stand before the vote.

    Returns
    -------
    str
        The sentence as it is where it names no paragraph, that paragraph quotes nothing, or what
        it quotes is too long or may not be carried.
    """
    named = _PARAGRAPH.search(motion)
    if not named:
        return motion
    starts = [at for at, block in enumerate(before) if _number(block) == named["number"]]
    if not starts:
        return motion
    end = next(
        (at for at in range(starts[-1] + 1, len(before)) if _number(before[at])), len(before)
    )
    quoted = _QUOTED.search(" ".join(block.text for block in before[starts[-1] : end]))
    words = _first(quoted["words"]) if quoted else ""
    if not words or why_left_out(words):
        return motion
    return f"{motion}: “{words}”"


def _first(text: str) -> str:
    """The first sentence, or of a long one what opens its list; blank where that is long too."""
    sentence = next(iter(sentences(text)), "")
    for words in (sentence, sentence.partition(": ")[0]):
        if len(words) <= _LONGEST:
            return words.strip(" :;")
    return ""


def _number(block: Block) -> str:
    """The number of a paragraph as its list mark gives it; blank for letters and none."""
    match = _NUMBERED.fullmatch(block.mark)
    return match["number"] if match else ""
