"""Published figures of all authorities: from files into the store, and held against columns."""

from briefing.ingest.published.keep import Kept, keep_published, on_record
from briefing.ingest.published.propose import Proposal, Unnamed, propose, unnamed
from briefing.ingest.published.readers import read_published
from briefing.ingest.published.rows import PublishedRows

__all__ = [
    "Kept",
    "Proposal",
    "PublishedRows",
    "Unnamed",
    "keep_published",
    "on_record",
    "propose",
    "read_published",
    "unnamed",
]
