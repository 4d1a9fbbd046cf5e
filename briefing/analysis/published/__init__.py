"""Comparator columns held against what the DfE, LAIT and others publish: context, never a fault."""

from briefing.analysis.published.check import check_comparators
from briefing.analysis.published.record import ComparatorCheck

__all__ = ["ComparatorCheck", "check_comparators"]
