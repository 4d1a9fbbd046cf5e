"""The faults that a user can mend."""

from __future__ import annotations


class BriefingError(Exception):
    """Bad input or a place that cannot be read or written.

    The message is written for the user: it says what is wrong, where, and what would be right.
    """
