"""What an item of minutes resolved, one by one, and what it noted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefing.ingest.minutes.paragraphs import Block
from briefing.ingest.parts import Said, Where
from briefing.ingest.words.numbering import follows, is_bullet, kinds, marker, shape, starts

_MANNER = r"(?:\s*[(,]?\s*(?:unanimously|nem\.?\s*con\.?|by\s+[^):]{3,60})\s*[),]?)?"
#: The words that make a decision of what comes behind them, at the start of a paragraph.
_TRIGGER = re.compile(
    r"(?:(?:It\s+was|IT\s+WAS|(?:The|THE)\s+[\w\s&,'’-]{3,60}?|Members|Accordingly,?\s+it\s+was)\s+"
    r"(?:(?:then|therefore|also|unanimously|subsequently)\s+)*)?"
    r"(?:RESOLVED|AGREED|RECOMMENDED)\b" + _MANNER + r"\s*[:–—-]*\s*"
    r"|(?:It\s+was\s+(?:(?:then|therefore|also|unanimously)\s+)*(?:resolved|agreed)|Resolved|Agreed"
    r"|The\s+(?:\w+\s+){1,6}?(?:(?:then|therefore|unanimously)\s+)?resolved)"
    + _MANNER
    + r"(?:\s*[:–—-]+\s*|\s+(?=that\b|to\b))"
    r"|(?:Resolution|Decision|DECISION|RESOLUTION)s?(?:\s*[:–—-]+\s*|\s+(?=That\b|To\b|\(|\d)|\s*$)"
    r"|(?:Resolved|Agreed)\s*$",
)
_INSIDE = re.compile(
    r"(?<=[.!?”\"])\s+(?=RESOLVED\b)"
    r"|(?<=\w)[\s,]+(?:(?:and\s+)?it\s+was\s+(?:\w+ly\s+)?|and\s+)?(?=(?:RESOLVED|AGREED)\s+(?:that|to)\b)"
)
_END = re.compile(
    r"(?:reasons?(?:\s+for\s+(?:the\s+)?(?:decision|recommendation)s?)?|(?:alternative|other)\s+options.*"
    r"|options\s+(?:considered|rejected).*|background|discussion|minutes|declarations?.*|actions?|noted"
    r"|record(?:ed)?\s+vot\w+|votes?|voting|key\s+points.*)\s*(?::.*|$)",
    re.I,
)
_FURTHER = re.compile(r"(?:That|To\s+[a-z])\b")
_STEM_END = re.compile(
    r"(?:\bfollowing|\bas\s+follows|\bbelow|\brecommendations?)\s*[:.–-]*$", re.I
)
_INLINE_MARK = re.compile(
    r"(?:(?<=\s)|(?<=^))\((?:[a-z]{1,2}|[ivx]{1,5}|\d{1,2})\)\s+"
    r"|(?:(?<=[.;:]\s)|(?<=^))\d{1,2}[.)]\s+(?=[A-Z])"
)
_LABELLED = re.compile(r"(?P<label>[A-Z][\w ]{2,30}):\s*$")


@dataclass(frozen=True, slots=True)
class Minuted:
    """What an item noted and what it resolved, each as printed."""

    noted: tuple[Said, ...]
    resolutions: tuple[Said, ...]


def minuted(blocks: Sequence[Block], section: str) -> Minuted:
    """The paragraphs of an item told apart: decisions one by one, and what was noted."""
    noted: list[Said] = []
    resolutions: list[Said] = []
    pending: _Resolving | None = None
    for block in _split(blocks):
        trigger = _TRIGGER.match(block.text)
        if trigger and not _is_prose(block, trigger):
            if pending:
                resolutions += pending.done()
            pending = _Resolving(block, trigger, section)
            continue
        if pending and pending.takes(block):
            continue
        if pending:
            resolutions += pending.done()
            pending = None
        if resolutions and _takes_up(block, resolutions[-1]):
            resolutions.append(Said(block.text, block.where(section), block.mark))
        elif block.text and not _is_subheading(block):
            noted.append(Said(block.text, block.where(section), block.mark))
    if pending:
        resolutions += pending.done()
    return Minuted(tuple(noted), tuple(resolutions))


def _is_prose(block: Block, trigger: re.Match[str]) -> bool:
    """Whether what looks like a decision tells of another: "AGREED minutes", "Agreed actions"."""
    rest = block.text[trigger.end() :]
    word = trigger[0].strip()
    return (
        word.isupper()
        and word == "AGREED"
        and rest[:1].islower()
        and not re.match(r"that|to|by", rest)
    )


def _takes_up(block: Block, last: Said) -> bool:
    """Whether a paragraph goes on with the list of decisions behind something else."""
    return follows(block.mark, last.number) and bool(re.match(r"(?:that|to)\b", block.text, re.I))


def _is_subheading(block: Block) -> bool:
    """Whether a paragraph is a heading within an item."""
    return all(row.strong for row in block.rows) and not block.text.endswith((".", ":", ";"))


def _split(blocks: Sequence[Block]) -> Iterator[Block]:
    """The paragraphs, one that holds "RESOLVED" behind a sentence cut in front of it."""
    for block in blocks:
        pieces = [block.text] if _TRIGGER.match(block.text) else _INSIDE.split(block.text)
        yield Block(block.mark, pieces[0], block.rows)
        for piece in pieces[1:]:
            holding = [row for row in block.rows if re.search(r"RESOLVED|AGREED", row.text)]
            yield Block("", piece, tuple(holding or block.rows))


class _Resolving:
    """A decision that is being read: its stem, and its entries or its one text."""

    def __init__(self, block: Block, trigger: re.Match[str], section: str) -> None:
        self._section = section
        self._paragraph = block.mark
        self._at = block.where(section)
        self._entries: list[Said] = []
        self._shape = ""
        self._stem = ""
        self._open = True
        rest = block.text[trigger.end() :].strip()
        mark, text = marker(rest)
        if mark and starts(mark) and not is_bullet(mark):
            self._begin(mark, text, block)
        else:
            self._state(rest, block)

    def takes(self, block: Block) -> bool:
        """Whether a further paragraph is of this decision; it is then taken in."""
        if _END.fullmatch(block.text) or (self._paragraph and self._is_next_paragraph(block)):
            return False
        last = next((e.number for e in reversed(self._entries) if e.number), "")
        if block.mark:
            if last and follows(block.mark, last):
                self._add(block.mark, block.text, block.where(self._section))
                return True
            if last and starts(block.mark) and not self._again(block.mark, last):
                self._append(f"{block.mark} {block.text}")
                return True
            if not last and self._open and starts(block.mark):
                self._begin(block.mark, block.text, block)
                return True
            if last and not is_bullet(block.mark) and self._is_nested(block.mark, last):
                self._append(f"{block.mark} {block.text}")
                return True
            return False
        return self._takes_plain(block, last)

    def done(self) -> list[Said]:
        """The decisions, one by one."""
        if self._entries:
            return self._entries
        text = self._stem
        return (
            [Said(text, self._at)]
            if text and text.lower().strip(" :") not in {"that", "to"}
            else []
        )

    def _takes_plain(self, block: Block, last: str) -> bool:
        where = block.where(self._section)
        if not self._entries and self._open:
            if self._is_label(block):
                return True
            if self._stem and not _waits(self._stem):
                self._stem = f"{self._stem} {block.text}"
            else:
                self._state(block.text, block)
            return True
        if last:
            return self._is_label(block)
        if _FURTHER.match(block.text):
            if not self._entries:
                self._entries = [Said(self._stem, self._at)]
            self._entries.append(Said(block.text, where))
            return True
        return False

    def _state(self, text: str, block: Block) -> None:
        """Takes in a text that is a stem, a whole decision or a run of entries in one line."""
        if inline := _inline(text):
            self._stem = inline[0]
            self._shape = shape(inline[1][0][0])
            for mark, entry in inline[1]:
                self._add(mark, entry, block.where(self._section))
            return
        self._stem = f"{self._stem} {text}".strip()
        if not self._entries and text:
            self._at = (
                block.where(self._section) if _waits(self._stem) or self._stem == text else self._at
            )
        self._open = _waits(self._stem)

    def _begin(self, mark: str, text: str, block: Block) -> None:
        self._shape = shape(mark)
        if inline := _inline(f"{mark} {text}"):
            for further, entry in inline[1]:
                self._add(further, entry, block.where(self._section))
            return
        self._add(mark, text, block.where(self._section))

    def _add(self, mark: str, text: str, where: Where) -> None:
        self._entries.append(Said(self._with_stem(text), where, mark))

    def _append(self, text: str) -> None:
        entry = self._entries[-1]
        self._entries[-1] = Said(f"{entry.text} {text}", entry.where, entry.number)

    def _with_stem(self, text: str) -> str:
        stem = re.sub(r"\s*[:–—-]+$", "", self._stem).strip()
        if not stem or (stem.lower() in {"that", "to"} and re.match(r"(?:that|to)\b", text, re.I)):
            return text
        if _STEM_END.search(self._stem) or text.startswith("That "):
            return text
        return f"{stem} {text}"

    def _is_next_paragraph(self, block: Block) -> bool:
        return (
            bool(block.mark)
            and follows(block.mark, self._paragraph)
            and not (self._entries and follows(block.mark, self._entries[-1].number))
        )

    def _is_label(self, block: Block) -> bool:
        """Whether a short line without a full stop only groups the entries behind it."""
        short = len(block.text) <= 80 and not block.text.endswith(".")
        return short and bool(self._stem or self._entries) and not block.text[:1].islower()

    def _again(self, mark: str, last: str) -> bool:
        """Whether a first mark starts another list of the same form as the one read."""
        return (
            shape(mark) == self._shape
            and bool(kinds(mark) & kinds(last))
            and len(self._entries) > 1
        )

    def _is_nested(self, mark: str, last: str) -> bool:
        return shape(mark) != self._shape or not kinds(mark) & kinds(last)


def _waits(stem: str) -> bool:
    """Whether a decision is not yet said in full: nothing, "that", or a colon at its end."""
    bare = stem.strip()
    return (
        not bare
        or bare.endswith((":", "–", "—", "-"))
        or bare.lower() in {"that", "to"}
        or bool(re.search(r"\b(?:that|to|following)$", bare))
    )


def _inline(text: str) -> tuple[str, list[tuple[str, str]]] | None:
    """A run such as "that (a) X; and (b) Y" as its stem and entries; None where it is none."""
    found = list(_INLINE_MARK.finditer(text))
    chain: list[re.Match[str]] = []
    for match in found:
        mark = match[0].strip()
        if not chain:
            if starts(mark):
                chain.append(match)
        elif follows(mark, chain[-1][0].strip()):
            chain.append(match)
    if len(chain) < 2:
        return None
    stem = text[: chain[0].start()].strip()
    if stem and not re.search(
        r"(?:\b(?:that|to|be|by|is|are|Cabinet|Council)|[:,–—-])$", stem, re.I
    ):
        return None
    bounds = [match.start() for match in chain[1:]] + [len(text)]
    entries = [
        (match[0].strip(), re.sub(r"[;,]?\s*(?:and)?\s*$", "", text[match.end() : bound]))
        for match, bound in zip(chain, bounds, strict=True)
    ]
    return stem, entries
