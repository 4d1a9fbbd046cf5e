"""True statements of which the tables have more to tell.

``chosen`` finds claims that agree with the tables while the months since, the other months or the
table's own target say something else beside them. They are context for a question and no error:
whoever states a figure has to compare it with something.
"""

from briefing.analysis.choosing.chosen import chosen
from briefing.analysis.choosing.context import Context, ContextKind

__all__ = ["Context", "ContextKind", "chosen"]
