"""What officers of several services write: no fair sentence is accused, most slips are found."""

from collections import Counter

import pytest

from analysis.claims.services import judge, sentences
from analysis.claims.telling import AGREES, CANNOT, CONTRADICTS

WRITTEN = sentences()
SECTIONS = sorted({one.section for one in WRITTEN})


def _judged(verdict, section=""):
    for one in WRITTEN:
        if one.verdict == verdict and section in ("", one.section):
            yield one, [v.verdict for v in judge(one)]


def test_there_are_many_of_each_verdict_in_many_forms() -> None:
    counts = Counter(one.verdict for one in WRITTEN)
    assert min(counts.values()) > 150
    assert len({one.form for one in WRITTEN}) > 60


@pytest.mark.parametrize("section", SECTIONS)
@pytest.mark.parametrize("verdict", [AGREES, CANNOT])
def test_nothing_that_is_true_or_open_is_accused(section, verdict) -> None:
    accused = [one.text for one, said in _judged(verdict, section) if CONTRADICTS in said]
    assert accused == []


def test_most_false_sentences_are_found() -> None:
    missed = [one.text for one, said in _judged(CONTRADICTS) if CONTRADICTS not in said]
    assert len(missed) <= 0.125 * sum(one.verdict == CONTRADICTS for one in WRITTEN), missed


def test_most_true_sentences_are_borne_out() -> None:
    unsettled = [one.text for one, said in _judged(AGREES) if AGREES not in said]
    assert len(unsettled) <= 0.13 * sum(one.verdict == AGREES for one in WRITTEN), unsettled


def test_hardly_any_false_sentence_has_two_accusations() -> None:
    twice = [one.text for one, said in _judged(CONTRADICTS) if said.count(CONTRADICTS) > 1]
    assert len(twice) <= 2, twice
