"""Scrutiny briefings from parsed meeting data.

Examples
--------
>>> import briefing
>>> store = briefing.open_store("data")
>>> meeting = store.meeting("2024-09-26")
>>> meeting.trend("rate-of-children-in-care")
"""

from briefing.face import Meeting, Store, open_store

__all__ = ["Meeting", "Store", "open_store"]
