"""Fairness of every wording: open, one thing, plain, never leading or accusing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.questions.severity import BASE
from briefing.questions.signals.record import GOOD
from briefing.questions.templates import addressees, kinds, phrases, theme_of, themes

#: Words that accuse, lead, or belong to party politics.
FORBIDDEN = (
    r"fail(s|ed|ing|ure|ures)?",
    r"blame\w*",
    r"fault\w*",
    r"guilty",
    r"excus\w+",
    r"admit\w*",
    r"unacceptable",
    r"disgrace\w*",
    r"shocking",
    r"scandal\w*",
    r"appalling",
    r"negligen\w+",
    r"incompeten\w+",
    r"inexcusable",
    r"crisis",
    r"poor(ly)?",
    r"why (did|didn't|have|haven't|has|hasn't|do|don't|does|doesn't|is|isn't|are|aren't)",
    r"surely",
    r"obvious(ly)?",
    r"of course",
    r"isn't it",
    r"don't you",
    r"do you agree",
    r"would you (not )?agree",
    r"labour",
    r"conservatives?",
    r"liberal democrats?",
    r"reform uk",
    r"green party",
    r"elections?",
    r"manifesto",
)
OPEN = ("What ", "How ", "Which ", "Where ", "When ", "To what ")
LONGEST = 300


def every_text() -> Iterator[tuple[str, str, str]]:
    """Place, part and text of every wording."""
    for kind in kinds().values():
        for part in PARTS:
            yield f"kinds/{kind.kind}", part, getattr(kind, part)
    for theme in themes():
        yield f"themes/{theme.slug}", "why_it_matters", theme.why_it_matters
        for number, ask in enumerate(theme.asks, start=1):
            for part in PARTS:
                yield f"themes/{theme.slug}/{number}", part, getattr(ask, part, "")
    for name, text in phrases().items():
        yield f"phrases/{name}", "phrase", text


PARTS = (
    "evidence",
    "headline",
    "question",
    "why_it_matters",
    "follow_up",
    "good_answer",
    "recommendation",
)
TEXTS = [entry for entry in every_text() if entry[2]]


def test_no_wording_accuses_or_leads() -> None:
    words = re.compile(rf"\b(?:{'|'.join(FORBIDDEN)})\b", re.IGNORECASE)
    assert [entry for entry in TEXTS if words.search(entry[2])] == []


def test_numbers_come_as_figures_alone() -> None:
    assert [entry for entry in TEXTS if re.search(r"\d", entry[2])] == []


def test_questions_are_open_and_about_one_thing() -> None:
    starts = {
        "question": OPEN,
        "follow_up": (*OPEN, "By which ", "At which ", "From which ", "Who "),
    }
    for place, part, text in TEXTS:
        if part in starts:
            assert text.startswith(starts[part]), place
            assert text.endswith("?") and text.count("?") == 1 and ". " not in text, place
        elif part != "phrase":
            assert text.endswith((".", "}")) and "?" not in text, place


def test_wordings_are_short() -> None:
    assert [entry for entry in TEXTS if len(entry[2]) > LONGEST] == []
    why = [entry for entry in TEXTS if entry[1] == "why_it_matters"]
    assert [entry for entry in why if ". " in entry[2] or len(entry[2]) > 200] == []


def test_recommendations_are_what_a_panel_resolves() -> None:
    made = [entry for entry in TEXTS if entry[1] == "recommendation"]
    assert made and all(text.startswith("That ") for _, _, text in made)


def test_every_kind_can_be_weighed_and_asked() -> None:
    assert set(kinds()) - {"level"} == set(BASE)
    for kind in kinds().values():
        asks = all(getattr(kind, part) for part in PARTS[2:])
        assert asks is (kind.kind not in GOOD)


def test_uses_name_kinds_that_there_are() -> None:
    for theme in themes():
        assert set(theme.kinds) <= set(kinds())
        for ask in theme.asks:
            assert "lead" in ask.uses
            for use in ask.uses.values():
                assert set(use.partition("/")[0].split("|")) <= set(kinds()), use
            assert set(ask.covers) <= {t.slug for t in themes()}


def test_a_measure_belongs_to_one_theme() -> None:
    named = [i for theme in themes() for i in theme.indicators]
    assert len(named) == len(set(named))


def test_a_text_belongs_to_the_theme_it_names_first() -> None:
    theme = theme_of((), "Neglect is the most used category of child protection plans.")
    assert theme is not None and theme.slug == "neglect"
    assert theme_of((), "Something quite different.") is None


def test_addressees_are_of_the_three_kinds_that_answer() -> None:
    assert set(addressees()) == {"direction", "delivery", "partner"}
    assert {theme.answers for theme in themes()} <= set(addressees())
