"""Figures to clarify: statements that the tables beside them do not bear out, fairly told."""

from __future__ import annotations

from briefing.analysis.claims import leaning
from briefing.display.show import Blocks
from briefing.face.points import Point
from briefing.model import blocks as b
from briefing.model.blocks import Block, Inline
from briefing.model.claim import Verdict
from briefing.questions import Reply
from briefing.sections.edition import Edition

#: How sure a contradiction has to be to stand in a briefing; the others stand in the check.
CERTAIN = 0.8

_LEANING = {
    "overstates": "The words say more progress than the table.",
    "understates": "The words say less progress than the table.",
}


def clarify(edition: Edition) -> Blocks:
    """What the words and the tables of the papers put differently; nothing where they agree.

    Only what is certain stands here, last in the briefing: a point to clarify with the authors is
    no error found, and either figure may be right.
    """
    found = [
        point
        for point in edition.meeting.points
        if point.verdict is not None and point.verdict.certainty >= CERTAIN
    ]
    if not found:
        return Blocks([])
    return Blocks(
        [
            b.heading("Figures to clarify", level=2, anchor="figures-to-clarify"),
            b.paragraph(
                "Here the words of the papers and their tables differ. Each is a point to clarify "
                "with the authors, not an error found: either figure may be the right one, and a "
                "slip of the pen says nothing about the work."
            ),
            b.items([_point(edition, point) for point in found]),
        ]
    )


def _point(edition: Edition, point: Point) -> list[Block]:
    """A point: what the text says, what the table gives, and what the authors reply."""
    assert point.verdict is not None
    return [*_compared(edition, point.verdict), *map(_replied, point.replies)]


def _replied(reply: Reply) -> Block:
    head, quoted = reply.told_by, reply.words.removeprefix(reply.told_by)
    return b.paragraph([{"text": head, "bold": True}, quoted])


def _compared(edition: Edition, one: Verdict) -> list[Block]:
    claim = one.claim
    place = f" ({claim.citation.text})" if claim.citation else ""
    own = {row["passage"]: row["text_kind"] for row in edition.meeting.rows("passages")}
    whose = ", in our words: " if own.get(claim.passage) == "summary" else ": "
    said: Inline = [
        {"text": f"The text{whose}", "bold": True},
        claim.text,
        {"text": place, "muted": True},
    ]
    worked: Inline = [
        {"text": "The table: ", "bold": True},
        one.working,
        {"text": f" ({'; '.join(one.tables)})", "muted": True},
    ]
    lines = [b.paragraph(said), b.paragraph(worked)]
    polarity = next(
        (
            series.indicator.polarity
            for series in edition.meeting.series()
            if series.indicator.indicator in claim.indicators[:1]
        ),
        "neutral",
    )
    if words := _LEANING.get(leaning(one, polarity)):
        lines.append(b.paragraph(words, style="small"))
    return lines
