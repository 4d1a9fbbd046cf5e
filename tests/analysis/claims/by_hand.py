"""The lists that a careful reader wrote by hand, and the engine's verdicts beside them."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from briefing.analysis import read_comparators
from briefing.analysis.claims import Measure, Passage, Record, claims_in, hold
from briefing.face import Meeting
from briefing.ingest.read import read_source
from briefing.ingest.recognise.passages import recognise
from briefing.model import Citation
from briefing.model.claim import Verdict
from briefing.model.trend import Comparator

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Row:
    """A claim of a document, as a person read it.

    ``also_fair`` are other verdicts that do the sentence no wrong; ``disagreement`` is the kind
    under which the papers' own disagreements name the point, where they do.
    """

    line: int
    kind: str
    indicator: str
    claimed: str
    verdict: str
    also_fair: tuple[str, ...]
    disagreement: str
    why: str
    document: str = ""

    def fair(self, verdict: str) -> bool:
        return verdict == self.verdict or verdict in self.also_fair


def hand_list(name: str, document: str = "") -> list[Row]:
    """A list's rows, or those of one document of it; rows of pages without lines are left out."""
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return [
            _row(row)
            for row in csv.DictReader(file)
            if row["line"] and row.get("document", "") == document
        ]


def _row(row: Mapping[str, str]) -> Row:
    return Row(
        int(row["line"]),
        row["kind"],
        row["indicator"],
        row["claimed"],
        row["verdict"],
        tuple(filter(None, row["also_fair"].split("|"))),
        row["disagreement"],
        row["why"],
        row.get("document", ""),
    )


@dataclass
class Beside:
    """The engine's verdicts, each beside the row of the list that it belongs to."""

    pairs: list[tuple[Row, Verdict]] = field(default_factory=list)
    unread: list[Row] = field(default_factory=list)
    unlisted: list[Verdict] = field(default_factory=list)

    @property
    def unfair(self) -> list[tuple[Row, Verdict]]:
        return [(row, v) for row, v in self.pairs if not row.fair(v.verdict)]


def verdicts_on(path: Path, meeting: Meeting, published: date) -> list[Verdict]:
    """Every claim of a document, held against the tables of a meeting."""
    record = record_of(meeting, published)
    passages = [
        Passage(
            f"p{number}",
            part.text,
            section=part.where.section,
            citation=Citation(path.name, section=part.where.section, line=part.where.line),
            published=published,
            previous=part.previous,
        )
        for number, part in enumerate(recognise(read_source(path)))
    ]
    return [hold(claim, record) for claim in claims_in(passages, measures_of(meeting))]


def measures_of(meeting: Meeting) -> list[Measure]:
    """The catalogue, as the sentences may name it."""
    printed = defaultdict(set)
    for series in meeting.series():
        printed[series.indicator.indicator].add(series.name_as_printed)
    return [
        Measure(
            row["indicator"],
            row["name"],
            tuple(sorted({*filter(None, row["aliases"].split("|")), *printed[row["indicator"]]})),
            row["unit"],
            row["polarity"],
            row["definition"],
        )
        for row in meeting.store.rows("indicators")
        if row["indicator"] in printed
    ]


def record_of(meeting: Meeting, published: date) -> Record:
    beside: dict[str, tuple[Comparator, ...]] = {}
    for series in meeting.series():
        found = read_comparators(meeting.rows("benchmarks"), series, meeting.citation)
        beside[series.indicator.indicator] = beside.get(series.indicator.indicator, ()) + found
    return Record(tuple(meeting.series()), beside, published)


def hold_beside(rows: Iterable[Row], verdicts: Sequence[Verdict]) -> Beside:
    """Pair each row with the claim of its sentence that is of its kind and states its figure."""
    result, left = Beside(), list(verdicts)
    for row in rows:
        found = [v for v in left if _fits(row, v)]
        found.sort(key=lambda v: row.indicator not in v.claim.indicators)
        if found:
            result.pairs.append((row, found[0]))
            left.remove(found[0])
        else:
            result.unread.append(row)
    result.unlisted = left
    return result


def _fits(row: Row, verdict: Verdict) -> bool:
    """Whether a claim is the row's: in a sentence that begins at most three lines before it."""
    claim = verdict.claim
    assert claim.citation is not None and claim.citation.line is not None
    if not 0 <= row.line - claim.citation.line <= 4 or claim.kind != row.kind:
        return False
    if row.indicator and claim.indicators and row.indicator not in claim.indicators:
        return False
    said = claim.quantity.value if claim.quantity else None
    if row.claimed and said is not None:
        return abs(float(row.claimed)) == abs(float(said))
    return not row.claimed or said is None
