"""True sentences that tell of several times, and plain ones beside them: none is accused."""

import pytest

from analysis.claims.services import judge, sentences
from analysis.claims.telling import AGREES, CONTRADICTS

WRITTEN = sentences("several_times_sentences.csv")
SECTIONS = sorted({one.section for one in WRITTEN})


def _judged(verdict, section="", form=""):
    for one in WRITTEN:
        if one.verdict == verdict and section in ("", one.section) and form in ("", one.form):
            yield one, [v.verdict for v in judge(one)]


@pytest.mark.parametrize("section", SECTIONS)
def test_no_true_sentence_is_accused(section) -> None:
    accused = [one.text for one, said in _judged(AGREES, section) if CONTRADICTS in said]
    assert accused == []


@pytest.mark.parametrize("form", ["several_times", "one_statement"])
def test_more_than_half_are_borne_out(form) -> None:
    told = [said for _, said in _judged(AGREES, form=form)]
    assert len(told) > 150
    assert sum(AGREES in said for said in told) > 0.55 * len(told)


def test_a_change_with_its_beginning_beside_it_is_accused_among_several() -> None:
    found = [said for _, said in _judged(CONTRADICTS, form="several_times")]
    assert found
    assert all(said.count(CONTRADICTS) == 1 for said in found)
