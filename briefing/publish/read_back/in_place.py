"""Whether a figure stands where it says what it is: under its measure, its period, its baseline."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from briefing.model.blocks import Block
from briefing.model.period import MONTHS, Period
from briefing.publish.edition import Edition, plain, walk
from briefing.publish.read_back.numbers import even
from briefing.publish.read_back.record import Record
from briefing.publish.read_back.texts import Text, Trace

_MONTH = "|".join((*MONTHS, *(month[:3] for month in MONTHS)))
_TIME = rf"((?:{_MONTH}) \d{{2}}(?:\d{{2}})?)(?!\d)"
_FROM = re.compile(rf"\b(?:from|since) {_TIME}")
_CHANGE = re.compile(r"(?:size of the )?(?:percentage )?change from (?P<then>.+) to .+")
#: What may stand before the name of a measure that a text is about.
_OPENING = re.compile(r"(?:evidence: )?(?:the )?")
#: A shorter name may stand in a text by chance.
_SHORTEST = 8

Measures = Mapping[str, set[str]]


def out_of_place(edition: Edition, texts: Sequence[Text], record: Record) -> str:
    """The first figure that stands under the name of another measure or period; blank for none.

    In a table every figure of a row is of one measure, that which its header names, and every
    figure below the name of a period is of that period. A value said to be "in" a month is of it, a
    change "from" a month is counted from it, and a text that begins with the name of a measure
    does not go on with the figure of another.
    """
    measures = _measures(record)
    for fault in _faults(edition, texts, measures, record):
        return fault
    return ""


def _faults(
    edition: Edition, texts: Sequence[Text], measures: Measures, record: Record
) -> Iterator[str]:
    for block in walk(edition.blocks):
        if block["type"] == "table":
            yield from _in_table(block, measures, record)
    for text in texts:
        if text.figures and text.kind in ("text", "alt", "head"):
            yield from _of_its_month(text)
            yield from _from_its_month(text)
            yield from _of_its_measure(text, measures, record)


def _measures(record: Record) -> dict[str, set[str]]:
    """The measures that each name stands for, in small letters."""
    found: dict[str, set[str]] = {}
    for series in record.edition.meeting.series():
        measure = series.indicator.indicator or series.name_as_printed
        own = series.indicator.name
        for name in (own, own.replace(": ", ", "), series.name_as_printed):
            if len(name) >= _SHORTEST:
                found.setdefault(even(name).lower(), set()).add(measure)
    return found


def _rows(trace: Trace, record: Record) -> Iterator[tuple[str, str]]:
    """The measure and the group of every observation that a figure rests on."""
    for name in trace.get("rows", ()):
        table, row = record.rows.get(name, ("", {}))
        if table == "observations":
            yield row["indicator"] or row["name_as_printed"], row["breakdown"]


def _named_first(words: str, measures: Measures) -> set[str]:
    """The measures that a text begins with the name of; none where it begins otherwise."""
    said = even(words).lower()
    opening = _OPENING.match(said)
    rest = said[opening.end() :] if opening else said
    names = [n for n in measures if rest.startswith(n) and not rest[len(n) :][:1].isalnum()]
    return measures[max(names, key=len)] if names else set()


# ---------------------------------------------------------------- tables


def _in_table(block: Block, measures: Measures, record: Record) -> Iterator[str]:
    caption = plain(block.get("caption"))[:60]
    heads = [even(str(column.get("text", ""))) for column in block["columns"]]
    for row in block["rows"]:
        found = {of for cell in row for t in cell.get("figures", ()) for of in _rows(t, record)}
        header = even(plain(row[0].get("runs")))
        if len(found) > 1:
            yield f"figures of {len(found)} measures in one row of {caption!r}: {header!r}"
        named = _named_first(header, measures)
        if found and named and not named & {measure for measure, _ in found}:
            yield f"figures of {sorted(found)[0][0]} in the row {header!r} of {caption!r}"
        for head, cell in zip(heads, row, strict=True):
            yield from _below(head, cell, caption)


def _below(head: str, cell: Block, caption: str) -> Iterator[str]:
    """Figures of another period than the one that their column is named after."""
    for trace in cell.get("figures", ()):
        period = _period(trace)
        if period and _is_period(head) and head not in (period.label, period.short):
            yield f"{trace['text']} of {period.label} in the column {head} of {caption!r}"


def _is_period(head: str) -> bool:
    return re.fullmatch(rf"{_TIME}|\d{{4}}(?:/\d{{2}})?|Quarter \d of .+|Q\d .+", head) is not None


def _period(trace: Trace) -> Period | None:
    """The period of a figure that was read."""
    code = str(trace.get("period", ""))
    if not code or trace.get("operation"):
        return None
    try:
        return Period(code)
    except ValueError:
        return None


# ---------------------------------------------------------------- texts


def _of_its_month(text: Text) -> Iterator[str]:
    """A value said to be in a month that none of the text's figures of that value is of."""
    times: dict[str, set[str]] = {}
    for trace in text.figures:
        if period := _period(trace):
            times.setdefault(even(str(trace["text"])), set()).update((period.label, period.short))
    for value, names in times.items():
        for said in re.finditer(rf"(?<![\d.,]){re.escape(value)} in {_TIME}", text.words):
            if said[1] not in names:
                yield f"{value} is of {max(names, key=len)}, not of {said[1]} ({text.where})"


def _from_its_month(text: Text) -> Iterator[str]:
    """A change said to be from a month, where it is worked out from another."""
    if len(text.figures) != 1:
        return
    change = _CHANGE.fullmatch(str(text.figures[0].get("operation", "")))
    if change is None or not re.fullmatch(_TIME, base := change["then"]):
        return
    for said in _FROM.finditer(text.words):
        if said[1] not in (base, _short(base)):
            yield f"a change from {base} is said to be from {said[1]} ({text.where})"


def _short(label: str) -> str:
    month, _, year = label.partition(" ")
    return f"{month[:3]} {year[-2:]}"


def _of_its_measure(text: Text, measures: Measures, record: Record) -> Iterator[str]:
    """A text that begins with the name of one measure and prints figures of others alone."""
    found = {measure for trace in text.figures for measure, _ in _rows(trace, record)}
    named = _named_first(text.words, measures)
    if not found or not named or named & found:
        return
    said = text.words.lower()
    own = {name for name, of in measures.items() if of & found}
    if not any(name in said for name in own):
        yield f"{text.figures[0]['text']} is no figure of what {text.words[:80]!r} begins with"
