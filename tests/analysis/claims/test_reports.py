"""What whole reports say, in long sentences of many kinds: none that is fair is accused."""

from collections import Counter

import pytest

from analysis.claims.services import judge, sentences
from analysis.claims.telling import AGREES, CANNOT, CONTRADICTS

WRITTEN = sentences("reports_sentences.csv")
SECTIONS = sorted({one.section for one in WRITTEN})


def _judged(verdict, section=""):
    for one in WRITTEN:
        if one.verdict == verdict and section in ("", one.section):
            yield one, [v.verdict for v in judge(one)]


def test_most_are_true_or_open() -> None:
    counts = Counter(one.verdict for one in WRITTEN)
    assert counts[AGREES] + counts[CANNOT] > 500
    assert counts[CONTRADICTS] > 80


@pytest.mark.parametrize("section", SECTIONS)
def test_nothing_that_is_true_or_open_is_accused(section) -> None:
    accused = [
        one.text
        for verdict in (AGREES, CANNOT)
        for one, said in _judged(verdict, section)
        if CONTRADICTS in said
    ]
    assert accused == []


def test_most_false_sentences_are_found() -> None:
    missed = [one.text for one, said in _judged(CONTRADICTS) if CONTRADICTS not in said]
    assert len(missed) <= 0.11 * sum(one.verdict == CONTRADICTS for one in WRITTEN), missed


def test_half_of_the_true_sentences_are_borne_out() -> None:
    borne_out = [one.text for one, said in _judged(AGREES) if AGREES in said]
    assert len(borne_out) >= 0.5 * sum(one.verdict == AGREES for one in WRITTEN)
