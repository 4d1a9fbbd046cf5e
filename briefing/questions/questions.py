"""The challenge questions of a meeting: signals, gathered under themes, worded and ranked."""

from __future__ import annotations

from briefing.questions.choosing import choose, once
from briefing.questions.editorial import Editorial, apply
from briefing.questions.phrasing import phrase
from briefing.questions.question import Question
from briefing.questions.signals import open_signals
from briefing.questions.themes import gather, speaks_of_themes
from briefing.questions.view import View


def ask(view: View, editorial: Editorial | None = None) -> tuple[Question, ...]:
    """The ranked questions of a meeting, the big one first, as the manager has edited them."""
    found = candidates(view, editorial.invited if editorial is not None else ())
    return choose(once(apply(editorial, found) if editorial is not None else found))


def candidates(view: View, invited: tuple[str, ...] = ()) -> tuple[Question, ...]:
    """Every question that the papers give rise to, chosen or not: the manager can pin any.

    Items that are procedure, or not open to the public, give rise to none.
    """
    groups = gather(open_signals(view, levels_too=True), by_words=speaks_of_themes(view))
    return tuple(phrase(view, group, invited) for group in groups)
