"""Figures that do not agree with each other: table against table, these papers against earlier.

Nothing here says which figure is right. Each disagreement names both, what they are, and the
working in one sentence.
"""

from briefing.analysis.disagreements.against_earlier import against_earlier
from briefing.analysis.disagreements.columns import comparators_against_earlier
from briefing.analysis.disagreements.dates import after_publication, told_as_past
from briefing.analysis.disagreements.definitions import definitions_against_earlier
from briefing.analysis.disagreements.disagreement import Disagreement
from briefing.analysis.disagreements.goals import targets_against_earlier
from briefing.analysis.disagreements.parts import parts_and_totals
from briefing.analysis.disagreements.rates import counts_and_rates
from briefing.analysis.disagreements.said_twice import two_values
from briefing.analysis.disagreements.twice import printed_otherwise

__all__ = [
    "Disagreement",
    "after_publication",
    "against_earlier",
    "comparators_against_earlier",
    "counts_and_rates",
    "definitions_against_earlier",
    "parts_and_totals",
    "printed_otherwise",
    "targets_against_earlier",
    "told_as_past",
    "two_values",
]
