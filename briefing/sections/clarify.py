"""Figures to clarify: statements that the tables beside them do not bear out, fairly told."""

from __future__ import annotations

from briefing.analysis.claims import leaning
from briefing.display.show import Blocks
from briefing.model import blocks as b
from briefing.model.blocks import Block, Inline
from briefing.model.claim import Verdict
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
        one
        for one in edition.meeting.verdicts
        if one.verdict == "contradicts" and one.certainty >= CERTAIN
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
            b.items([_point(edition, one) for one in found]),
        ]
    )


def _point(edition: Edition, one: Verdict) -> list[Block]:
    claim = one.claim
    place = f" ({claim.citation.text})" if claim.citation else ""
    own = {row["passage"]: row["text_kind"] for row in edition.meeting.rows("passages")}
    whose = ", in our words: " if own.get(claim.passage) == "summary" else ": "
    said: Inline = [
        {"text": f"The text{whose}", "bold": True},
        claim.text,
        {"text": place, "muted": True},
    ]
    tables = dict.fromkeys(c.text for f in one.found if f.period for c in f.sources)
    worked: Inline = [
        {"text": "The table: ", "bold": True},
        one.working,
        {"text": f" ({'; '.join(tables)})", "muted": True},
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
