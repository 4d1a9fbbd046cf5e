"""The records of the kit and their vocabulary: plain values that every other room passes on."""

from briefing.model.figure import Citation, Figure, derive
from briefing.model.period import Period
from briefing.model.sentence import Sentence, compose
from briefing.model.series import Indicator, Point, Series, Target
from briefing.model.tables import COMPUTED, TABLES, Field, Table

__all__ = [
    "COMPUTED",
    "TABLES",
    "Citation",
    "Field",
    "Figure",
    "Indicator",
    "Period",
    "Point",
    "Sentence",
    "Series",
    "Table",
    "Target",
    "compose",
    "derive",
]
