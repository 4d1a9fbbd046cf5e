"""Evidence lines: what the papers print, and where a councillor finds it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from briefing.model import Citation, Sentence, compose
from briefing.model import blocks as b
from briefing.model.blocks import Block, Run
from briefing.questions import Evidence


def places(citations: Iterable[Citation]) -> str:
    """Places as a councillor finds them, each once: ``item 9, Visits, page 60; item 7, page 8``."""
    return "; ".join(dict.fromkeys(c.text for c in citations))


def evidence_line(evidence: Sequence[Evidence]) -> list[Block]:
    """What the papers print, in one paragraph; a place is named once behind all that it holds."""
    parts: list[Sentence | Run] = []
    for number, entry in enumerate(evidence):
        parts.append(compose(" {text}", text=entry.sentence) if parts else entry.sentence)
        cited = places(entry.citations)
        following = evidence[number + 1] if number + 1 < len(evidence) else None
        if cited and (following is None or places(following.citations) != cited):
            parts.append({"text": f" [{cited}]", "muted": True})
    if not parts:
        return []
    return [b.paragraph([{"text": "Evidence: ", "bold": True}, *parts], style="source")]
