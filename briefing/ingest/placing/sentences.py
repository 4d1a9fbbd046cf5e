"""Evidence of sentences: one that states a figure of a measure with its month."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from briefing.ingest.page import Line
from briefing.ingest.placing.names import KINDS, core, longest_run, words
from briefing.ingest.placing.rows import OpenRow, Way, period_columns
from briefing.model.period import MONTHS

_MONTH = rf"(?P<month>{'|'.join(MONTHS)})(?:\s+(?P<year>20\d\d))?"
_NUMBER = r"(?P<number>\d[\d,]*(?:\.\d+)?)%?"
_STATED = (
    re.compile(rf"(?<![\d.,]){_NUMBER}\s+in\s+{_MONTH}\b"),
    re.compile(rf"\b(?:in|for|during)\s+{_MONTH},?\s+(?:to|at|was|were|saw)\s+{_NUMBER}(?![\d/])"),
    re.compile(rf"\b{_MONTH}\s+(?:saw|was|stood at)\s+{_NUMBER}(?![\d/])"),
)
_NOT_YET = re.compile(
    rf"\b{_MONTH}(?:'s|’s)?\s+(?:data|figures?)\b.*\bnot\s+(?:yet\s+)?available\b"
)
_TARGET = re.compile(r"\btarget\s+of\s+(?P<number>\d[\d,]*(?:\.\d+)?)")
_NOW = re.compile(r"\b(?:now|remains?|currently|at present|stands)\b", re.I)
_ANY_NUMBER = re.compile(r"(?<![\d.,/-])\d[\d,]*(?:\.\d+)?(?![\d/-])")
_BREAK = re.compile(r"(?<=[.;!?])\s+(?=[A-Z“\"•(])|,\s+and\s+(?=the\s)|\s+•\s+")
_END = re.compile(r"[.;:!?)]$")
_LONG_LINE = 60
_FEWEST_WORDS = 3
_FEWEST_FIGURES = 2
_FEWEST_SHARED = 2


def sentences(lines: Sequence[Line]) -> Iterator[tuple[str, Line]]:
    """The sentences of running text, each with the line on which its paragraph begins.

    A long line that ends in the middle of a sentence goes on behind an empty line.
    """
    paragraph: list[Line] = []
    paused = False
    for line in lines:
        if line.blank:
            paused = True
            continue
        if paragraph and (line.text.startswith("•") or (paused and not _goes_on(paragraph[-1]))):
            yield from _cut(paragraph)
            paragraph = []
        paragraph.append(line)
        paused = False
    if paragraph:
        yield from _cut(paragraph)


def _goes_on(line: Line) -> bool:
    return len(line.text) >= _LONG_LINE and not _END.search(line.text)


def _cut(paragraph: Sequence[Line]) -> Iterator[tuple[str, Line]]:
    for sentence in _BREAK.split(" ".join(line.text for line in paragraph)):
        yield sentence.strip("• "), paragraph[0]


def by_sentence(rows: Sequence[OpenRow], said: Sequence[tuple[str, Line]]) -> bool:
    """Narrow rows by the sentences about them."""
    return any([_one(rows, sentence, line) for sentence, line in said])


def _one(rows: Sequence[OpenRow], sentence: str, line: Line) -> bool:
    stated = _stated(sentence)
    target, absent = _TARGET.search(sentence), _NOT_YET.search(sentence)
    if not (stated or absent or target):
        return False
    row = _about(rows, sentence) or _with_figures(rows, sentence, stated)
    if row is None or row.settled:
        return False
    place = f"Page {line.printed_page}" if line.printed_page else "The text beside the table"
    told = [_by_month(row, match, place) for match in stated]
    if absent:
        told.append(_by_absence(row, absent, place))
    if target and not stated:
        told.append(_by_target(row, sentence, target, place))
    return any(told)


def _stated(sentence: str) -> list[re.Match[str]]:
    """Figures with their months; of forms that overlap the earlier one counts."""
    found: list[re.Match[str]] = []
    for form in _STATED:
        for match in form.finditer(sentence):
            if all(match.end() <= m.start() or m.end() <= match.start() for m in found):
                found.append(match)
    return found


def _about(rows: Sequence[OpenRow], sentence: str) -> OpenRow | None:
    """The one row whose name a sentence has: all of its core, or the longest run of its words."""
    text = words(sentence)
    best: list[OpenRow] = []
    longest = 0
    for row in rows:
        name = core(row.row.label)
        run = longest_run(name, text)
        if run < min(_FEWEST_WORDS, max(len(name), 2)):
            continue
        if run > longest:
            best, longest = [row], run
        elif run == longest:
            best.append(row)
    return best[0] if len(best) == 1 else None


def _with_figures(
    rows: Sequence[OpenRow], sentence: str, stated: Sequence[re.Match[str]]
) -> OpenRow | None:
    """The one row that has every figure of a sentence in its month, and words of its name."""
    text = set(words(sentence)) - KINDS
    figures = {_decimal(match["number"]) for match in stated}
    found = [
        row
        for row in rows
        if len(figures) >= _FEWEST_FIGURES
        and len(set(core(row.row.label)) & text) >= _FEWEST_SHARED
        and any(_all_hold(row, way, stated) for way in row.ways)
    ]
    return found[0] if len(found) == 1 else None


def _all_hold(row: OpenRow, way: Way, stated: Sequence[re.Match[str]]) -> bool:
    return all(
        any(
            cell.value == _decimal(match["number"]) and at in _columns_of(row, match)
            for cell, at in zip(row.cells, way, strict=True)
        )
        for match in stated
    )


def _columns_of(row: OpenRow, match: re.Match[str]) -> list[int]:
    """The columns of the month that a sentence names."""
    number = MONTHS.index(match["month"]) + 1
    found = []
    for at in period_columns(row.table):
        period = row.table.columns[at].period
        if period is None or period.kind != "month" or int(period.code[5:]) != number:
            continue
        if match["year"] is None or period.code[:4] == match["year"]:
            found.append(at)
    return found


def _by_month(row: OpenRow, match: re.Match[str], place: str) -> bool:
    value = _decimal(match["number"])
    columns = _columns_of(row, match)
    holders = [at for at, cell in enumerate(row.cells) if cell.value == value]
    if not columns or not holders or (match["year"] is None and len(holders) > 1):
        return False
    month = match["month"] if match["year"] is None else f"{match['month']} {match['year']}"
    return row.narrow(
        lambda way: any(way[at] in columns for at in holders),
        f"{place} states {match['number']} for {month}",
        outside=True,
    )


def _by_absence(row: OpenRow, match: re.Match[str], place: str) -> bool:
    columns = _columns_of(row, match)
    if not columns:
        return False
    why = f"{place} states that the figure for {match['month']} is not available yet"
    row.empty[columns[-1]] = why
    return row.narrow(lambda way: columns[-1] not in way, why, outside=True)


def _by_target(row: OpenRow, sentence: str, target: re.Match[str], place: str) -> bool:
    """A sentence that holds the level now against the row's own target."""
    aim = _decimal(target["number"])
    if not _NOW.search(sentence) or any(month in sentence for month in MONTHS):
        return False
    periods = period_columns(row.table)
    first, last = row.table.columns[periods[0]].period, row.table.columns[periods[-1]].period
    if first is None or last is None or not first < last:
        return False
    at = next(
        (
            at
            for at, cell in enumerate(row.cells)
            if cell.value == aim
            and {row.table.columns[way[at]].kind for way in row.ways} == {"target"}
        ),
        0,
    )
    level = row.cells[at - 1].value if at else None
    numbers = {_decimal(match[0]) for match in _ANY_NUMBER.finditer(sentence)}
    if level is None or level == aim or level not in numbers:
        return False
    return row.narrow(
        lambda way: way[at - 1] == periods[-1],
        f"{place} states {level} as the level now, beside the target of {target['number']} that"
        f" stands behind it in this row; the periods end with {last.label}",
        outside=True,
    )


def _decimal(text: str) -> Decimal:
    return Decimal(text.replace(",", ""))
