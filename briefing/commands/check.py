"""``briefing check``: what does not agree."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefing.commands.options import Settings, as_json, common
from briefing.commands.output import put
from briefing.model.period import british

if TYPE_CHECKING:
    from briefing.face import Disagreement, Meeting

#: Kind -> its heading. A revision and an end are no contradiction.
_HEADINGS = {
    "same_series": "Printed differently in two tables of these papers",
    "shifted": "One series under other periods",
    "parts_and_total": "Parts and total",
    "count_and_rate": "A count and its rate",
    "date_after_publication": "Periods after the paper came out",
    "revised": "Revised since the earlier papers",
    "vanished": "No longer printed",
}
_NO_CONTRADICTION = frozenset({"revised", "vanished"})


@click.command(short_help="What does not agree in the papers of a meeting.")
@click.argument("meeting")
@click.option("--strict", is_flag=True, help="Exit with status 1 when something contradicts.")
@click.option(
    "--for-authors",
    is_flag=True,
    help="A short document of the points, in Markdown, to send to the authors before the meeting.",
)
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="The file to write; else stdout."
)
@as_json
@common
def check(
    settings: Settings,
    meeting: str,
    strict: bool,
    for_authors: bool,
    output: Path | None,
    as_json: bool,
) -> None:
    """What does not agree in the papers of MEETING: words against tables, table against table,
    these papers against earlier ones.

    Nothing here says which of two figures is right: each is a point to clarify with its authors. A
    sentence that cannot be verified is no fault: its figure is not in the papers, or its words
    leave something open. Sentences are checked where the papers were read with briefing ingest.

    \b
    Example:
      briefing check 2024-09-26
      briefing check 2024-09-26 --json
      briefing check 2024-09-26 --for-authors -o points.md
    """
    found = settings.store().meeting(meeting)
    if as_json:
        tables = ("claims", "disagreements")
        text = json.dumps({t: found.computed(t) for t in tables}, ensure_ascii=False, indent=2)
    else:
        text = "\n".join(_letter(found) if for_authors else _page(found))
    put(f"{text.rstrip()}\n".encode(), output)
    if strict and _contradicts(found):
        raise SystemExit(1)


def _letter(meeting: Meeting) -> Iterator[str]:
    """The points for the authors of the papers: what is printed where, and what is asked."""
    yield f"# Points to clarify: {meeting.panel_title}, {british(date.fromisoformat(meeting.date))}"
    yield ""
    points = [*_points_of_words(meeting), *_points_of_tables(meeting)]
    if not points:
        yield "The words and the tables of the papers were not found to differ."
        return
    yield (
        "These places of the published papers differ from each other. Either figure may be the "
        "right one. Please say which it is, or what makes both right."
    )
    for number, lines in enumerate(points, start=1):
        yield ""
        yield f"## Point {number}"
        for line in lines:
            yield ""
            yield line


def _points_of_words(meeting: Meeting) -> Iterator[tuple[str, ...]]:
    ours = {row["passage"] for row in meeting.rows("passages") if row["text_kind"] == "summary"}
    for one in meeting.verdicts:
        if one.verdict == "contradicts":
            words = ", in our words" if one.claim.passage in ours else ""
            place = f" ({one.claim.citation.text})" if one.claim.citation else ""
            printed = (source for figure in one.found if figure.period for source in figure.sources)
            tables = "; ".join(dict.fromkeys(source.text for source in printed))
            yield (
                f"The text{words}: {one.claim.text}{place}",
                f"The tables: {one.working.text} ({tables})",
            )


def _points_of_tables(meeting: Meeting) -> Iterator[tuple[str, ...]]:
    told = (one for one in meeting.disagreements if one.kind not in _NO_CONTRADICTION)
    for one in _once(told):
        yield (_line(one),)


def _contradicts(meeting: Meeting) -> bool:
    return any(one.verdict == "contradicts" for one in meeting.verdicts) or any(
        one.kind not in _NO_CONTRADICTION for one in meeting.disagreements
    )


def _page(meeting: Meeting) -> Iterator[str]:
    yield from _words(meeting)
    if not meeting.disagreements:
        yield f"In the papers of {meeting.id} no tables were found to disagree."
    order = list(_HEADINGS)
    found = sorted(meeting.disagreements, key=lambda one: order.index(one.kind))
    for kind, group in groupby(found, key=lambda one: one.kind):
        yield f"{_HEADINGS[kind]}:"
        yield from (f"  {_line(one)}" for one in _once(group))
        yield ""


def _words(meeting: Meeting) -> Iterator[str]:
    """Sentences that the tables contradict, and how many agree or cannot be verified."""
    counts = Counter(one.verdict for one in meeting.verdicts)
    if not counts:
        yield "No sentences of these papers are on record to be held against their tables."
        yield ""
        return
    yield (
        f"Statements in words: {counts['agrees']} agree with the tables, "
        f"{counts['contradicts']} do not, {counts['cannot_verify']} cannot be verified."
    )
    found = [one for one in meeting.verdicts if one.verdict == "contradicts"]
    for one in sorted(found, key=lambda one: -one.certainty):
        place = f" ({one.claim.citation.text})" if one.claim.citation else ""
        yield f'  "{one.claim.text}"{place}'
        yield f"    {one.working.text}"
    yield ""


def _once(group: Iterable[Disagreement]) -> Iterable[Disagreement]:
    """Each pair of values of a measure and a period once, however many tables print them."""
    told: dict[object, Disagreement] = {}
    for one in group:
        measure = one.working.text.partition(":")[0]
        told.setdefault((measure, frozenset((one.left.raw, one.right.raw))), one)
    return told.values()


def _line(one: Disagreement) -> str:
    sources = (*one.left.sources, *one.right.sources)
    places = "; ".join(dict.fromkeys(source.text for source in sources))
    return f"{one.working.text} ({places})"
