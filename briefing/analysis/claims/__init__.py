"""What sentences state about measures, and whether the tables bear it out.

``claims_in`` reads the claims of sentences, ``hold`` holds one against the tables. A claim that
cannot be verified is no fault: its figure is not in the papers, or its words leave something open.
"""

from briefing.analysis.claims.holding import hold
from briefing.analysis.claims.leaning import leaning
from briefing.analysis.claims.material import Measure, Passage, Record
from briefing.analysis.claims.reading import claims_in

__all__ = ["Measure", "Passage", "Record", "claims_in", "hold", "leaning"]
