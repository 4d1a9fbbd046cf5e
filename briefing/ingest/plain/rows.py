"""Rows of a table in plain text: labels over several lines, and the figures of each row."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from briefing.ingest.page import Line, Word
from briefing.ingest.plain.header import Header, find_header
from briefing.ingest.words.values import Value, read_value

Kind = Literal["figure", "blank", "rag", "direction"]

_PHRASE = re.compile(
    r"(?:data )?not (?:yet )?(?:available|applicable|known|recorded|reported)"
    r"|no data(?: available)?",
    re.I,
)
_PHRASE_BEHIND = re.compile(rf"(?:^|\s)({_PHRASE.pattern})$", re.I)
#: Words behind which a number belongs to the label.
_TAKES_NUMBER = re.compile(
    r"(?:top|bottom|sections?|ss?|aged|under|over|within|than|least|per|ks)\.?", re.I
)
#: Words behind which it may: ``Year 9``, but ``in the year 9``.
_MAY_TAKE_NUMBER = re.compile(
    r"(?:year|stage|phase|grade|level|band|group|tier|part|class|category|schedule|article|priority"
    r"|outcome|question|item|ward|zone|wave|quarter|type|no|number|first|last|next|past|previous"
    r"|ages?|cohort|team|area|locality)\.?",
    re.I,
)
_ARTICLE = re.compile(r"the|per|this|each|a|that|any|every", re.I)
_BULLET = re.compile(r"[•·▪◦●■\uf0b7\uf0a7]|[*]$")
_RULE = re.compile(r"[-_=|~.\s–—]{3,}")
_FRAGMENT = re.compile(r"[A-Za-z]{1,3}(?: [a-z]{1,3})?")
_CONTINUES = re.compile(r"[a-z(&/)]")
_LONGEST_LABEL = 300
_MOST_LINES = 7


@dataclass(frozen=True)
class Token:
    """A figure, a mark that there is none, a rating or an arrow, as printed in a row."""

    raw: str
    value: Value
    kind: Kind
    x0: float
    x1: float


@dataclass(frozen=True)
class RawRow:
    """A row before its figures have columns.

    ``line`` is the first line with its figures; ``joined`` says whether the label and the first
    figure stand on one line, where a number may belong to either, ``doubtful`` whether the word
    before it makes that likely; ``wrapped`` whether the figures run over several lines.
    """

    label: str
    group: str
    tokens: tuple[Token, ...]
    line: Line
    joined: bool
    doubtful: bool = False
    wrapped: bool = False


@dataclass
class _Pending:
    """Lines of words since the last row, in paragraphs."""

    paragraphs: list[list[str]] = field(default_factory=list)
    broken: bool = True

    def add(self, text: str) -> None:
        if self.broken or not self.paragraphs:
            self.paragraphs.append([])
            self.broken = False
        self.paragraphs[-1].append(text)

    def pause(self) -> None:
        self.broken = True

    @property
    def size(self) -> tuple[int, int]:
        """Its lines and characters."""
        lines = [text for part in self.paragraphs for text in part]
        return len(lines), sum(map(len, lines))

    @property
    def ends_in_number_word(self) -> bool:
        """Whether its last word calls for a number, which then stands on the next line."""
        last = self.paragraphs[-1][-1].split() if self.paragraphs else []
        return bool(last) and not self.broken and bool(_TAKES_NUMBER.fullmatch(last[-1]))

    def take(self) -> tuple[str, str]:
        """The group heading and the label that the lines come down to; it is empty afterwards."""
        parts = [" ".join(part) for part in self.paragraphs]
        self.paragraphs, self.broken = [], True
        if not parts:
            return "", ""
        label = parts.pop()
        while parts and (_CONTINUES.match(label) or _PHRASE.fullmatch(label)):
            label = f"{parts.pop()} {label}"
        group = parts[-1] if parts and len(parts[-1]) <= 60 else ""
        return group, label


@dataclass(frozen=True)
class Body:
    """The rows below a header, the index of the line behind them, and lines not understood."""

    rows: tuple[RawRow, ...]
    end: int
    unread: tuple[Line, ...]


def read_body(lines: Sequence[Line], header: Header) -> Body:
    """The rows below a header, as far as lines look like rows."""
    rows: list[RawRow] = []
    unread: list[Line] = []
    pending = _Pending()
    at = end = _past_turned_heading(lines, header.next)
    touching = False
    while at < len(lines):
        line = lines[at]
        words = line.words
        text = line.text
        if not words or _RULE.fullmatch(text):
            pending.pause()
            touching = False
            at += 1
            continue
        if line.heading or _BULLET.match(words[0].text) or _starts_table(lines, at):
            break
        label, tokens = _split(words)
        if len(tokens) >= 2 and any(token.kind == "figure" for token in tokens):
            if not label and not pending.paragraphs:
                if touching and rows and not _full(rows[-1], header):
                    rows[-1] = replace(rows[-1], tokens=(*rows[-1].tokens, *tokens), wrapped=True)
                else:
                    unread.append(line)
            else:
                rows.append(_row(pending, label, tokens, line))
            end, touching = at + 1, True
        elif touching and rows and _CONTINUES.match(text) and not tokens:
            rows[-1] = replace(rows[-1], label=f"{rows[-1].label} {text}")
            end, touching = at + 1, False
        elif not (text.isdigit() and not pending.paragraphs):
            pending.add(text)
            touching = False
            count, length = pending.size
            if count > _MOST_LINES or length > _LONGEST_LABEL:
                break
        at += 1
    return Body(tuple(rows), end, tuple(unread))


def _full(row: RawRow, header: Header) -> bool:
    return sum(token.kind in ("figure", "blank") for token in row.tokens) >= len(header.slots)


def _starts_table(lines: Sequence[Line], at: int) -> bool:
    return find_header(lines, at) is not None


def _past_turned_heading(lines: Sequence[Line], at: int) -> int:
    """The index behind a heading that was printed upright and came out in scraps of letters."""
    scraps, ahead, past = 0, at, at
    while ahead < len(lines) and (lines[ahead].blank or _FRAGMENT.fullmatch(lines[ahead].text)):
        if not lines[ahead].blank:
            scraps += 1
            past = ahead + 1
        ahead += 1
    return past if scraps >= 2 else at


def _row(pending: _Pending, label: str, tokens: list[Token], line: Line) -> RawRow:
    if not label and pending.ends_in_number_word and len(tokens) > 1:
        label, tokens = tokens[0].raw, tokens[1:]
        pending.add(label)
        group, label = pending.take()
        return RawRow(label, group, tuple(tokens), line, joined=False)
    joined, doubtful = bool(label), _may_take_number(label, tokens)
    if label:
        if not (pending.paragraphs and _CONTINUES.match(label)) and pending.broken:
            group, above = pending.take()
            group, label = (above if len(above) <= 60 else ""), label
        else:
            pending.add(label)
            group, label = pending.take()
    else:
        group, label = pending.take()
    if match := _PHRASE_BEHIND.search(label):
        raw = match[1]
        place = tokens[0].x0
        tokens = [Token(raw, read_value("not available"), "blank", place, place), *tokens]
        label = label[: match.start()].strip()
        joined = doubtful = False
    return RawRow(label, group, tuple(tokens), line, joined, doubtful)


def _may_take_number(label: str, tokens: Sequence[Token]) -> bool:
    """Whether the last word of a label leaves open that the number behind it is its own."""
    words = label.split()
    if not words or not tokens[0].raw.isdigit() or not _MAY_TAKE_NUMBER.fullmatch(words[-1]):
        return False
    return len(words) < 2 or not _ARTICLE.fullmatch(words[-2])


def _split(words: Sequence[Word]) -> tuple[str, list[Token]]:
    """The label at the front of a line and the figures behind it."""
    tokens: list[Token] = []
    at = len(words)
    while at:
        for size in (3, 2, 1):
            if at < size:
                continue
            part = words[at - size : at]
            token = _token(part)
            if token:
                tokens.insert(0, token)
                at -= size
                break
        else:
            break
    while at and tokens and tokens[0].kind == "figure":
        if not _TAKES_NUMBER.fullmatch(words[at - 1].text):
            break
        tokens.pop(0)
        at += 1
    while tokens and tokens[0].kind in ("rag", "direction"):
        tokens.pop(0)
        at += 1
    label = " ".join(word.text for word in words[:at])
    return label, tokens


def _token(words: Sequence[Word]) -> Token | None:
    """The token that some neighbouring words are; None for none."""
    raw = " ".join(word.text for word in words)
    x0, x1 = words[0].x0, words[-1].x1
    if len(words) > 1:
        if _PHRASE.fullmatch(raw):
            return Token(raw, read_value(raw), "blank", x0, x1)
        if len(words) == 2 and words[1].text == "%" and re.search(r"\d$", words[0].text):
            return Token(raw, read_value(raw), "figure", x0, x1)
        return None
    if re.fullmatch(r"[RAG]|red|amber|green", raw, re.I) and not raw.islower():
        return Token(raw, read_value(raw, of="rag"), "rag", x0, x1)
    doubt = words[0].doubt
    value = read_value(raw, doubt=doubt)
    if value.status in ("missing", "suppressed"):
        if raw in ("c", "x", ":") or not raw.isalpha() or raw.lower() in ("na", "nya", "tbc"):
            kind: Kind = "blank" if value.status == "missing" else "figure"
            return Token(raw, value, kind, x0, x1)
        return None
    if value.status == "text":
        kind = "rag" if value.rag else "direction"
        return Token(raw, value, kind, x0, x1) if value.rag or value.direction else None
    if value.status == "withheld" and not re.match(r"[-+£(<>~]?\d", raw):
        return None
    return Token(raw, value, "figure", x0, x1)
