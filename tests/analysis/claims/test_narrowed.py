"""A false sentence is found; with a word in it that may narrow it, it is no longer accused."""

import pytest

from analysis.claims.services import Written, judge
from analysis.claims.telling import CONTRADICTS
from briefing.analysis.claims.doubts.narrowing import narrowed

#: section, measure, a false value, the false way, as a comparative and as a participle
_MEASURES = (
    ("Children", "Children in our care", "512", "fell", "fallen"),
    ("Adult care", "Carers receiving direct payments", "27.1%", "fell", "fallen"),
    ("Highways", "Street lights not working", "390", "rose", "risen"),
)
_FORMS = (
    "{m}{x} stood at {a} in August 2031.",
    "{m}{x} {w} in August 2031 compared with August 2030.",
    "{m}{x} {w} by 31% since August 2030.",
    "{m}{x} have {r} for seven consecutive months.",
    "{m}{x} have {r}.",
    "{m}{x} averaged {a} a month over the last six months.",
)
_AHEAD = (
    *("Of these", "Within this cohort", "Among men", "In Eastmoor", "Nationally", "On 14 August"),
    *("By year end", "At its peak", "At the lowest point", "In a normal year", "For comparison"),
    *("In other councils", "For new cases", "Of the 60 sampled", "In two of our four areas"),
    *("For some", "There", "At first", "In that month", "After that", "In half of our homes"),
    *("In a third of wards", "Two years ago", "The year before", "In the pilot area", "Online"),
    *("On provisional figures", "Under the old definition", "Without the new team", "By then"),
    *(
        "In the same period",
        "For the year as a whole",
        "On an average day",
        "Leaving aside schools",
    ),
)
_BEHIND = (
    *("in the North", "among men", "aged 65 and over", "under five", "with a plan", "in person"),
    *("more than once", "by value", "of concern", "in the pilot area", "known to us", "elsewhere"),
    *("(boys)", "(new only)", "(North)", "with a disability", "from abroad", "per team", "alone"),
    *("on the register", "at weekends", "in the same homes", "of this kind", "over £5,000"),
)
_INSTEAD = (
    *("rose by a further {a}", "rose by another {a}", "numbered a further {a}"),
    *("were planned to be {a}", "were thought to be {a}", "had been due to reach {a}"),
    *("ranged from 3 to {a}", "touched {a} on one day", "were previously stated as {a}"),
    *("have a limit of {a}", "involved {a} families", "came from {a} schools"),
)


def _accused(section: str, text: str) -> bool:
    said = judge(Written("", section, "", text))
    return any(v.verdict == CONTRADICTS and v.certainty >= 0.8 for v in said)


@pytest.mark.parametrize(("section", "measure", "value", "way", "gone"), _MEASURES)
class TestNarrowed:
    def test_as_it_stands_each_is_found(self, section, measure, value, way, gone) -> None:
        for form in _FORMS:
            text = form.format(m=measure, x="", a=value, w=way, r=gone)
            assert _accused(section, text), text

    def test_words_ahead(self, section, measure, value, way, gone) -> None:
        name = measure[0].lower() + measure[1:]
        told = [f.format(m=name, x="", a=value, w=way, r=gone) for f in _FORMS]
        texts = [f"{ahead}, {text}" for ahead in _AHEAD for text in told]
        assert [text for text in texts if _accused(section, text)] == []

    def test_words_behind_the_measure(self, section, measure, value, way, gone) -> None:
        texts = [
            form.format(m=measure, x=f" {behind}", a=value, w=way, r=gone)
            for behind in _BEHIND
            for form in _FORMS
        ]
        assert [text for text in texts if _accused(section, text)] == []

    def test_figures_that_are_no_level(self, section, measure, value, way, gone) -> None:
        texts = [f"{measure} {one.format(a=value)} in August 2031." for one in _INSTEAD]
        assert [text for text in texts if _accused(section, text)] == []


def test_who_is_placed_somewhere_lives_there() -> None:
    said = "children living in children's homes"
    assert not narrowed(said, ["Number of children placed in children's homes"])
    assert narrowed(said, ["Number of children in need"])
