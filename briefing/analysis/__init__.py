"""Records to judgements: pure functions that read no file and no clock."""

from briefing.analysis.asks import asks_for_something, never_entered
from briefing.analysis.changes import Changes, Pair, agree, changes_between, printed_twice
from briefing.analysis.comparators import name_of, read_comparators, standing
from briefing.analysis.difference import safe_change
from briefing.analysis.expectations import ExpectationCount, Held, count_below
from briefing.analysis.false_alarms import Chance, chance, expected_false_alarms, simulate
from briefing.analysis.points import last_run, year_before
from briefing.analysis.recommendations import FLAGS, Entry, Update, ledger
from briefing.analysis.rounding import rounding_range
from briefing.analysis.rows import Cite, Row, row_id
from briefing.analysis.rules_in_words import rule_in_words
from briefing.analysis.series import build_series, read_indicator
from briefing.analysis.spc import (
    ProcessLimits,
    SpecialCause,
    assurance,
    moving_ranges,
    process_limits,
    special_causes,
    to_decimal,
)
from briefing.analysis.standouts import Standout, primary, standouts
from briefing.analysis.targets import hold_against
from briefing.analysis.trends import judge
from briefing.analysis.withheld import why_withheld

__all__ = [
    "FLAGS",
    "Chance",
    "Changes",
    "Cite",
    "Entry",
    "ExpectationCount",
    "Held",
    "Pair",
    "ProcessLimits",
    "Row",
    "SpecialCause",
    "Standout",
    "Update",
    "agree",
    "asks_for_something",
    "assurance",
    "build_series",
    "chance",
    "changes_between",
    "count_below",
    "expected_false_alarms",
    "hold_against",
    "judge",
    "last_run",
    "ledger",
    "moving_ranges",
    "name_of",
    "never_entered",
    "primary",
    "printed_twice",
    "process_limits",
    "read_comparators",
    "read_indicator",
    "rounding_range",
    "row_id",
    "rule_in_words",
    "safe_change",
    "simulate",
    "special_causes",
    "standing",
    "standouts",
    "to_decimal",
    "why_withheld",
    "year_before",
]
