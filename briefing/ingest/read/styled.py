"""Text with its style, from forms that have no positions, as words that count characters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from briefing.ingest.page import Doubt, Word
from briefing.ingest.read.symbols import RAISED_DIGITS, clean, raised, with_plain_list_mark

#: Between the cells of a row, where a row is given as one line.
CELL_GAP = "  "

_WORD = re.compile(r"\S+")
_RAISED_RUN = re.compile(
    f"[{''.join(sorted(RAISED_DIGITS))}]+|[^{''.join(sorted(RAISED_DIGITS))}]+"
)
_ORDINAL = re.compile(r"(st|nd|rd|th)\b.*", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text in one style; ``doubt`` is ``struck`` or ``raised``, or blank for neither."""

    text: str
    bold: bool = False
    doubt: Doubt = ""


def words_of(pieces: Iterable[Piece], *, start: int = 0) -> tuple[Word, ...]:
    """The words of a line; ``x0`` and ``x1`` are columns, counted from ``start``.

    Struck and raised characters stand in words of their own, so that they cannot be read as part
    of a number.
    """
    signs = _signs(pieces)
    words = []
    for blank, group in groupby(enumerate(signs), key=lambda item: item[1].text.isspace()):
        if blank:
            continue
        run = list(group)
        for doubt, part in groupby(run, key=lambda item: item[1].doubt):
            found = list(part)
            words.append(
                Word(
                    text="".join(sign.text for _, sign in found),
                    x0=start + found[0][0],
                    top=0.0,
                    x1=start + found[-1][0] + 1,
                    bottom=0.0,
                    bold=all(sign.bold for _, sign in found),
                    doubt=doubt,
                )
            )
    return tuple(words)


def plain_words(line: str) -> tuple[Word, ...]:
    """The words of a line of plain text."""
    line = with_plain_list_mark(clean(line.expandtabs().rstrip()))
    if not RAISED_DIGITS.isdisjoint(line):
        return words_of([Piece(line)])
    return tuple(
        Word(found[0], found.start(), 0.0, found.end(), 0.0) for found in _WORD.finditer(line)
    )


def row_of(cells: Sequence[Sequence[Piece]]) -> tuple[tuple[str, ...], tuple[Word, ...]]:
    """The texts and the words of a row of a table.

    In the texts raised digits are raised ones of Unicode and struck text stands between ``~~``:
    neither can be read as a value.
    """
    texts = []
    words: list[Word] = []
    at = 0
    for pieces in cells:
        texts.append(" ".join("".join(_cell_text(piece) for piece in pieces).split()))
        found = words_of(_spaced_once(pieces), start=at)
        words += found
        at = int(found[-1].x1 if found else at) + len(CELL_GAP)
    return tuple(texts), tuple(words)


def _cell_text(piece: Piece) -> str:
    text = clean(piece.text)
    if piece.doubt == "struck" and text.strip():
        return f"~~{text}~~"
    if piece.doubt == "raised" and not _ORDINAL.fullmatch(text):
        return "".join(raised(sign) if sign.isdigit() else f"^{sign}" for sign in text.strip())
    return text


def _spaced_once(pieces: Sequence[Piece]) -> list[Piece]:
    spaced = []
    after_space = True
    for piece in pieces:
        text = re.sub(r"\s+", " ", piece.text)
        text = text.lstrip() if after_space else text
        if text:
            after_space = text.endswith(" ")
            spaced.append(Piece(text, piece.bold, piece.doubt))
    return spaced


def _signs(pieces: Iterable[Piece]) -> list[Piece]:
    signs: list[Piece] = []
    for piece in pieces:
        doubt = piece.doubt
        if doubt == "raised" and _ORDINAL.fullmatch(piece.text):
            doubt = ""
        for part in _RAISED_RUN.findall(clean(piece.text)):
            found = "raised" if part[0] in RAISED_DIGITS else doubt
            signs += [Piece(sign, piece.bold, found) for sign in part]
    return signs
