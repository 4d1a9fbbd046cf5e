"""Made-up commentary on made-up tables: nothing true is accused, and what is false is found."""

from collections import Counter

import pytest

from analysis.claims.commentary import commentary
from analysis.claims.judging import tally
from analysis.claims.telling import AGREES, CANNOT, CONTRADICTS, FORMS

#: Four turns through every form, half of them false; ``python -m analysis.claims.many`` makes all.
SAMPLE = 4 * len(FORMS)


@pytest.fixture(scope="module")
def judged():
    return tally(commentary(SAMPLE, seed=7))


def test_there_are_more_than_forty_forms_of_claim() -> None:
    assert len(FORMS) >= 90
    made = Counter(one.form for one in commentary(2000))
    assert made.keys() == FORMS.keys()
    assert min(made.values()) >= 20


def test_commentary_is_the_same_every_time_and_both_true_and_false() -> None:
    first, again = list(commentary(300)), list(commentary(300))
    assert [one.text for one in first] == [one.text for one in again]
    assert sum(one.true for one in first) > 100 < sum(not one.true for one in first)


def test_what_is_expected_fits_what_is_true() -> None:
    for one in commentary(600):
        verdicts = {claim.verdict for claim in one.expected}
        assert verdicts <= {AGREES, CANNOT, CONTRADICTS}
        assert (CONTRADICTS in verdicts) is not one.true


def test_nothing_true_is_accused(judged) -> None:
    assert judged.true > 100
    assert [one.made.text for one in judged.falsely_accused] == []


def test_what_is_false_is_found(judged) -> None:
    assert judged.false > 80
    assert judged.share_found >= 0.95


def test_true_claims_are_mostly_borne_out(judged) -> None:
    assert judged.agreed / judged.checkable >= 0.8
