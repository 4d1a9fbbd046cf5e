"""No true sentence is accused, whatever its words, nor one that is about something else."""

import pytest

from analysis.claims.commentary import Made
from analysis.claims.judging import judge
from analysis.claims.other_words import about_something_else, true_sentences
from analysis.claims.world import KINDS, make_world

WORLD = make_world(7001)


def _accused(sentences, row):
    for text in sentences:
        judged = judge(Made(0, "", text, row.kind.section, row.kind.indicator, WORLD, True, ()))
        if judged.accused:
            yield text


@pytest.mark.parametrize("indicator", [kind.indicator for kind in KINDS])
def test_true_sentences_are_not_accused(indicator) -> None:
    row = WORLD.row(indicator)
    sentences = list(true_sentences(row))
    assert len(sentences) > 20
    assert list(_accused(sentences, row)) == []


@pytest.mark.parametrize("indicator", [kind.indicator for kind in KINDS])
def test_sentences_about_something_else_are_not_accused(indicator) -> None:
    row = WORLD.row(indicator)
    assert list(_accused(about_something_else(row), row)) == []
