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
    """What the papers print, each with its place, in one paragraph."""
    parts: list[Sentence | Run] = []
    for entry in evidence:
        sentence, cited = entry.sentence, places(entry.citations)
        parts.append(compose(" {text}", text=sentence) if parts else sentence)
        if cited:
            parts.append({"text": f" [{cited}]", "muted": True})
    if not parts:
        return []
    return [b.paragraph([{"text": "Evidence: ", "bold": True}, *parts], style="source")]
