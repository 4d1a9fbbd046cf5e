"""Recorded votes: who voted on which side, the printed counts, and whether they agree."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefing.ingest.minutes.attendance_prose import sentences
from briefing.ingest.minutes.motions import in_words
from briefing.ingest.minutes.paragraphs import Block
from briefing.ingest.minutes.vote_tables import (
    SIDES,
    Sides,
    labels_in,
    outcome_of,
    side_by_side,
    table,
)
from briefing.ingest.parts import Vote
from briefing.ingest.words.people import HONOURS, names_in

_LABEL = re.compile(
    r"(?:(?:(?:members|councillors|those)\s+)?(?:votes?|voting|voted)\s+)?(?:"
    + "|".join(f"(?P<{side}>{pattern})" for side, pattern in SIDES)
    + r")(?:\s+(?:of\s+)?the\s+(?:motion|amendment|recommendations?|proposal))?"
    r"(?:\s*[:–-]?\s*\(\s*(?P<bracket>\d{1,3}|nil|none)\s*\)|\s*[:–-]\s*(?P<plain>\d{1,3}|nil|none)\b"
    r"|\s+(?P<bare>\d{1,3})(?=\s*$)|\s*(?P<colon>[:–-])|\s*$)\s*[:–-]?\s*",
    re.I,
)
_INLINE = re.compile(
    r"(?<=[.;,)])\s+(?=(?:against|abstain(?:ed|ing)?|abstentions?|in\s+favour|not\s+voting)\s*(?:[:(]|[-–]\s))",
    re.I,
)
_TRAILING = re.compile(r"\s*[(\[]\s*(\d{1,3})\s*[)\]]\s*\.?$|\s*[-–]\s*(\d{1,3})\s*\.?$")
_NOBODY = re.compile(r"(?:none|nil|no\s*-?one|nobody|0|[-–])\.?", re.I)
_MOTION = re.compile(r"\bvote[ds]?\b|\bvoting\b|\bmotion\b|\bamendment\b|\bproposed\b", re.I)
_PUT = re.compile(
    r"\bto\s+(?:a|the)\s+(?:recorded\s+|named\s+)?vote\b|\brecorded\s+vote\b|\bvoting\s+was\b", re.I
)
_AS_FOLLOWS = re.compile(r"(?:the\s+)?(?:voting|votes?|result)\b.{0,30}\bfollows\s*[:.]?", re.I)
_ANOTHER_SIDE = re.compile(r"\b(?:against|abst(?:ain|ention)\w*|in\s+favour)\b", re.I)
_IN_PROSE = re.compile(
    r"\bvot(?:ed|ing)\s+(?:for|in\s+favour|against)\b.{0,80}\b(?:Councillors?|Cllrs?|Mr|Mrs|Ms)\s",
    re.S,
)
_DECIDED = re.compile(r"\b(?:RESOLVED|AGREED)\b|\b[Rr]esolved\b|\bDecision\b")
_ENDING = re.compile(
    r",?\s+(?:and\s+)?(?:the\s+)?(?:voting|votes?|result)\s+(?:was|were)\s+(?:cast\s+|recorded\s+)?as\s+follows\s*[:.]?$",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Taken:
    """A vote and the blocks that it takes up, the last not among them; ``doubt`` where unclear."""

    vote: Vote
    first: int
    end: int
    doubt: bool


def votes_in(blocks: Sequence[Block], section: str) -> Iterator[Taken]:
    """The recorded votes of an item in their order."""
    at, free = 0, 0
    while at < len(blocks):
        sides = Sides()
        end = table(blocks, at, sides) or _lists(blocks, at, sides)
        if end <= at:
            at += 1
            continue
        if end < len(blocks) and (outcome := outcome_of(blocks[end].text)):
            sides.outcome, end = outcome, end + 1
        first, sentence = _motion(blocks, free, at)
        motion = in_words(sentence, blocks[:first])
        names = {side: tuple(sides.names.get(side, ())) for side, _ in SIDES if side in sides.names}
        vote = Vote(motion, names, sides.counts, sides.outcome, blocks[first].where(section))
        yield Taken(vote, first, end, sides.doubt)
        at = free = end


def differences(vote: Vote) -> list[tuple[str, int, int]]:
    """The sides whose printed count is not the number of names: side, count and names.

    A vote that names nobody, only counts, has none.
    """
    if not any(vote.names.values()):
        return []
    return [
        (side, count, len(vote.names.get(side, ())))
        for side, count in vote.printed_counts.items()
        if count != len(vote.names.get(side, ()))
    ]


def in_prose(text: str) -> bool:
    """Whether a sentence tells by name how members voted, which lists and tables do not."""
    return bool(_IN_PROSE.search(text))


def _lists(blocks: Sequence[Block], at: int, sides: Sides) -> int:
    """Reads sides with their names from a block on; the block behind them, or ``at`` for none."""
    if len(labels_in(blocks[at].rows[0].text)) > 1:
        return side_by_side(blocks, at, sides)
    side, end = "", at
    while end < len(blocks):
        block = blocks[end]
        if block.mark and not side:
            break
        pieces = _INLINE.split(block.raw) if not block.mark else [block.raw]
        if label := _LABEL.match(pieces[0]):
            if not side and not _is_first(label, blocks, end):
                break
            for piece in pieces:
                side = _read_label(piece, sides) or side
        elif side and _takes(block, sides, side):
            _add(sides, side, block.raw)
        else:
            break
        end += 1
    return end if len(sides.counts) + len(sides.names) > 1 or sides.names else at


def _is_first(label: re.Match[str], blocks: Sequence[Block], at: int) -> bool:
    """Whether a label opens a vote: it has a count, or names or another side behind it."""
    if label["bracket"] or label["plain"] or label["bare"]:
        return True
    rest = blocks[at].text[label.end() :]
    if rest:
        return bool(names_in(_TRAILING.sub("", rest))) or bool(_NOBODY.fullmatch(rest))
    return at + 1 < len(blocks) and bool(names_in(blocks[at + 1].raw))


def _read_label(piece: str, sides: Sides) -> str:
    label = _LABEL.match(piece)
    if not label or not label.lastgroup:
        return ""
    side = next(name for name, _ in SIDES if label[name])
    printed = label["bracket"] or label["plain"] or label["bare"]
    rest = piece[label.end() :].strip()
    if trailing := _TRAILING.search(rest):
        printed, rest = printed or trailing[1] or trailing[2], rest[: trailing.start()]
    if printed:
        sides.counts[side] = int(printed) if printed.isdigit() else 0
    if not printed or sides.counts[side] == 0:
        sides.names.setdefault(side, [])
    if _NOBODY.fullmatch(rest):
        sides.counts.setdefault(side, 0)
    elif rest:
        _add(sides, side, rest)
    return side


def _takes(block: Block, sides: Sides, side: str) -> bool:
    """Whether a block goes on with the names of a side."""
    if block.mark or outcome_of(block.text) or sides.counts.get(side) == 0:
        return False
    names = names_in(block.raw)
    if not names or block.rows[0].strong:
        return False
    if not _is_all_names(block.raw, len(names)):
        return False
    return not sides.names.get(side) or bool(
        re.match(r"(?:Councillors?|Cllrs?|Mr|Mrs|Ms|Miss|Dr|Sir)\b", block.text)
    )


def _is_all_names(text: str, names: int) -> bool:
    """Whether a text holds nothing much but so many names."""
    words = re.sub(r"\([^)]*\)", "", text)
    breaks = r"[,;]|\band\b" if re.search(r"[,;]", words) else r"\n|\band\b"
    pieces = [piece.strip() for piece in re.split(breaks, words)]
    return names >= 0.6 * sum(bool(p) and not HONOURS.fullmatch(p) for p in pieces)


def _add(sides: Sides, side: str, text: str) -> None:
    if _ANOTHER_SIDE.search(text):
        sides.doubt = True
        return
    sides.names.setdefault(side, []).extend(names_in(text.rstrip(" .")))


def _motion(blocks: Sequence[Block], free: int, at: int) -> tuple[int, str]:
    """The sentence that put the motion to the vote, and its block; blank where none is near."""
    for back in range(at - 1, max(free, at - 3) - 1, -1):
        said = [s for s in sentences(blocks[back].text) if _MOTION.search(s)]
        said = [s for s in said if not _AS_FOLLOWS.fullmatch(s)]
        put = [s for s in said if _PUT.search(s)]
        if said and not _DECIDED.search(blocks[back].text):
            return back if put else at, _ENDING.sub("", (put or said)[-1]).rstrip(" :")
    return at, ""
