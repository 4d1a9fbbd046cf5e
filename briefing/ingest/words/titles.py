"""Titles that papers print in capitals, as people read them more easily."""

from __future__ import annotations

from briefing.model.titles import readable

__all__ = ["readable"]
