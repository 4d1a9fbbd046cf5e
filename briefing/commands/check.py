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

from briefing.commands.comparators import comparator_lines
from briefing.commands.options import Settings, as_json, common
from briefing.commands.output import put
from briefing.face.points import nearest
from briefing.model.period import british

if TYPE_CHECKING:
    from briefing.face import Context, Disagreement, Meeting
    from briefing.face.points import Point, Reply

#: Kind -> its heading. What only differs from earlier papers is no contradiction.
_HEADINGS = {
    "same_series": "Printed differently in two tables of these papers",
    "shifted": "One series under other periods",
    "parts_and_total": "Parts and total",
    "count_and_rate": "A count and its rate",
    "two_values": "One measure with two values in words",
    "date_after_publication": "Periods after the paper came out",
    "revised": "Revised since the earlier papers",
    "vanished": "No longer printed",
    "definition_changed": "Printed under other words than in the earlier papers",
    "target_moved": "Targets that moved since the earlier papers",
    "target_dropped": "Targets no longer printed",
    "target_given": "Targets newly printed",
    "comparator_moved": "Comparators that moved since the earlier papers",
    "comparator_dropped": "Comparators no longer printed",
    "comparator_given": "Comparators newly printed",
}


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
    leave something open. One that is true with more to see is none either: the tables add months
    or a target to it. Sentences are checked where the papers were read with briefing ingest.
    Replies of the authors, recorded in your editorial file, stand beside their points.
    Comparator columns are held against the published figures that the store has.

    \b
    Example:
      briefing check 2024-09-26
      briefing check 2024-09-26 --json
      briefing check 2024-09-26 --for-authors -o points.md
    """
    found = settings.store().meeting(meeting)
    if as_json:
        tables = ("claims", "claim_contexts", "disagreements", "comparator_checks")
        told = {t: found.computed(t) for t in tables} | _points_and_replies(found)
        text = json.dumps(told, ensure_ascii=False, indent=2)
    else:
        text = "\n".join(_letter(found) if for_authors else _page(found))
    put(f"{text.rstrip()}\n".encode(), output)
    if strict and _contradicts(found):
        raise SystemExit(1)


def _letter(meeting: Meeting) -> Iterator[str]:
    """The points for the authors of the papers: what is printed where, and what is asked."""
    yield f"# Points to clarify: {meeting.panel_title}, {british(date.fromisoformat(meeting.date))}"
    yield ""
    points = [point for point in meeting.points if point.contradicts]
    if not points:
        yield "The words and the tables of the papers were not found to differ."
        return
    yield (
        "These places of the published papers differ from each other. Either figure may be the "
        "right one. Please say which it is, or what makes both right."
    )
    yield ""
    yield (
        "To answer, send back the reference of the point, your role, and your reply in a sentence "
        "or two. It is recorded beside the point in your words, with your role and the day. Where "
        "the briefing prints the point, it prints your reply. Please leave out names, addresses "
        "and telephone numbers."
    )
    ours = {row["passage"] for row in meeting.rows("passages") if row["text_kind"] == "summary"}
    for number, point in enumerate((one for one in points if not one.slight), start=1):
        yield ""
        yield f"## Point {number}"
        for line in _point(point, ours):
            yield ""
            yield line
    if slight := [one for one in points if one.slight]:
        yield ""
        yield "## Differences of one in the last digit"
        yield ""
        yield "For completeness: two tables that may have been drawn up on different days."
        yield ""
        for point in slight:
            lines = [*map(_line, _once(point.disagreements)), *(r.words for r in point.replies)]
            yield f"- {' '.join(lines)} Reference: `{point.id}`"


def _point(point: Point, ours: set[str]) -> Iterator[str]:
    """A point for its authors: what is printed where, its reference, and what they said to it."""
    if one := point.verdict:
        words = ", in our words" if one.claim.passage in ours else ""
        place = f" ({one.claim.citation.text})" if one.claim.citation else ""
        yield f"The text{words}: {one.claim.text}{place}"
        yield f"The tables: {one.working.text} ({'; '.join(one.tables)})"
    yield from map(_line, _once(point.disagreements))
    yield f"Reference: `{point.id}`"
    yield from (reply.words for reply in point.replies)


def _points_and_replies(meeting: Meeting) -> dict[str, list[dict[str, object]]]:
    """The points of the other tables by their names, with replies; and replies to no point."""
    return {
        "points": [
            {
                "point": point.id,
                "claim": point.verdict.claim.id if point.verdict else "",
                "disagreements": [
                    {"kind": one.kind, "left": "|".join(one.left.rows),
                     "right": "|".join(one.right.rows)}
                    for one in point.disagreements
                ],
                "replies": [_reply(reply) for reply in point.replies],
            }
            for point in meeting.points
        ],
        "replies_without_point": [
            {"point": one.point, "line": one.line, "nearest": nearest(one.point, meeting.points)}
            | _reply(one)
            for one in meeting.replies_without_point
        ],
    }  # fmt: skip


def _reply(reply: Reply) -> dict[str, object]:
    return {"by": reply.by, "on": reply.on.isoformat(), "text": reply.text}


def _contradicts(meeting: Meeting) -> bool:
    return any(point.contradicts for point in meeting.points)


def _page(meeting: Meeting) -> Iterator[str]:
    yield from _words(meeting)
    yield from _more_to_see(meeting.contexts)
    if not meeting.disagreements:
        yield f"In the papers of {meeting.id} no tables were found to disagree."
    order = list(_HEADINGS)
    told = [point for point in meeting.points if point.disagreements]
    told.sort(key=lambda point: order.index(point.disagreements[0].kind))
    for kind, group in groupby(told, key=lambda point: point.disagreements[0].kind):
        yield f"{_HEADINGS[kind]}:"
        for point in group:
            yield from (f"  {_line(one)}" for one in _once(point.disagreements))
            yield from _name_and_replies(point)
        yield ""
    yield from _without_point(meeting)
    yield from comparator_lines(meeting)


def _name_and_replies(point: Point) -> Iterator[str]:
    yield f"    [{point.id}]"
    yield from (f"    {reply.words}" for reply in point.replies)


def _without_point(meeting: Meeting) -> Iterator[str]:
    """Replies that stand beside nothing: the papers have no such point, or no longer."""
    lost = meeting.replies_without_point
    if not lost:
        return
    yield f"Replies to no point of these papers, in {meeting.editorial_file.name}:"
    for one in lost:
        near = nearest(one.point, meeting.points)
        meant = f" Was {near!r} meant?" if near else ""
        yield f"  line {one.line}: {one.point!r} is no point, or the papers were corrected.{meant}"
        yield f"    {one.words}"
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
    found = [(point.verdict, point) for point in meeting.points if point.verdict]
    for one, point in sorted(found, key=lambda both: -both[0].certainty):
        place = f" ({one.claim.citation.text})" if one.claim.citation else ""
        yield f'  "{one.claim.text}"{place}'
        yield f"    {one.working.text}"
        yield from _name_and_replies(point)
    yield ""


def _more_to_see(contexts: Iterable[Context]) -> Iterator[str]:
    """True statements with what the tables add: context for a question, and no disagreement."""
    found = list(contexts)
    if not found:
        return
    yield "True, with more to see:"
    for one in found:
        place = f" ({one.claim.citation.text})" if one.claim.citation else ""
        printed = (figure for figure in one.figures if figure.row != one.claim.passage)
        tables = "; ".join(dict.fromkeys(c.text for figure in printed for c in figure.sources))
        yield f'  "{one.claim.text}"{place}'
        yield f"    {one.working.text} ({tables})"
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
