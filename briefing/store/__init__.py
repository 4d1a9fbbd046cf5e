"""The store on disk: parsed meeting data as CSV and JSON files that people can read.

Everything in it is a string, and blank means that nothing is stated. Nothing above this package
knows the format of the files.
"""

from briefing.store.append import Given, Outcome, add, add_panel, refresh
from briefing.store.atomic import write_whole
from briefing.store.entry import import_file, template
from briefing.store.folder import DataFolder
from briefing.store.layout import STORED, Place, Row, columns_of, meeting_of
from briefing.store.package import describe
from briefing.store.panel import Panel, read_panel
from briefing.store.problems import DataProblems, Problem
from briefing.store.public import agenda_day
from briefing.store.validate import validate

__all__ = [
    "STORED",
    "DataFolder",
    "DataProblems",
    "Given",
    "Outcome",
    "Panel",
    "Place",
    "Problem",
    "Row",
    "add",
    "add_panel",
    "agenda_day",
    "columns_of",
    "describe",
    "import_file",
    "meeting_of",
    "read_panel",
    "refresh",
    "template",
    "validate",
    "write_whole",
]
