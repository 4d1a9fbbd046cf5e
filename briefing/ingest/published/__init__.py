"""Published figures of all authorities, held against comparator columns that have no name."""

from briefing.ingest.published.propose import Proposal, Unnamed, propose, unnamed
from briefing.ingest.published.readers import read_published
from briefing.ingest.published.record import Published

__all__ = ["Proposal", "Published", "Unnamed", "propose", "read_published", "unnamed"]
