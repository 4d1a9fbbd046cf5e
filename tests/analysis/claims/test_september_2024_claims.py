"""What a careful reader finds in the pack of 26 September 2024, written down before any check ran.

Each entry: line of the sentence in the pack's text, kind, figure as printed, baseline, verdict.
``cannot_verify`` stands for what the papers alone do not settle.
"""

from datetime import date
from pathlib import Path

import pytest

import briefing
from analysis.claims.by_hand import verdicts_on

ROOT = Path(__file__).parents[3]
PACK = ROOT.parent / "shared" / "packs" / "2024-09-26-reports-pack.txt"

AGREES, CONTRADICTS, OPEN = "agrees", "contradicts", "cannot_verify"

CLAIMS = (
    (1530, "direction", "", "", CONTRADICTS),
    (2471, "direction", "", "2023-08", AGREES),
    (2472, "percent_change", "15", "", AGREES),
    (2474, "level", "156", "", AGREES),
    (2474, "rank", "", "", AGREES),
    (2474, "level", "555", "", AGREES),
    (2474, "comparison", "581", "", AGREES),
    (2481, "percent_change", "31.4", "2023-08", AGREES),
    (2535, "comparison", "247", "", AGREES),
    (2535, "level", "234", "", AGREES),
    (2536, "level", "47", "", AGREES),
    (2536, "percent_change", "33", "2022-08", CONTRADICTS),
    (2536, "comparison", "53", "", AGREES),
    (2536, "comparison", "49", "", AGREES),
    (2541, "level", "470", "", AGREES),
    (2541, "level", "94", "", AGREES),
    (2541, "percent_change", "7", "2023-08", AGREES),
    (2541, "percent_change", "15", "2022-08", AGREES),
    (2542, "ambition", "87", "", AGREES),
    (2544, "percent_change", "24", "2023-07", OPEN),
    (2544, "level", "1713", "", AGREES),
    (2544, "level", "344", "", AGREES),
    (2544, "comparison", "429", "", AGREES),
    (2544, "comparison", "350", "", AGREES),
    (2590, "level", "24", "", AGREES),
    (2595, "level", "15", "", AGREES),
    (2634, "duration", "100", "2024-01", AGREES),
    (2636, "change", "40", "2023-08", AGREES),
    (2636, "ambition", "87", "", AGREES),
    (2639, "ambition", "11", "", AGREES),
    (2640, "average", "12", "2024-04", AGREES),
    (2645, "level", "9", "", AGREES),
    (2696, "level", "14", "", AGREES),
    (2701, "level", "115", "", AGREES),
    (2701, "level", "147", "", AGREES),
    (2701, "rank", "", "", OPEN),
    (2702, "projection", "94", "", AGREES),
    (2704, "level", "204", "", AGREES),
    (2704, "level", "43", "", AGREES),
    (2704, "level", "193", "", AGREES),
    (2711, "level", "33", "", CONTRADICTS),
    (2711, "percent_change", "23", "2023-08", OPEN),
    (2711, "level", "43", "", AGREES),
    (2712, "level", "24", "", AGREES),
    (2712, "level", "44", "", AGREES),
    (2786, "percent_change", "26", "2023-08", CONTRADICTS),
    (2786, "level", "1366", "", AGREES),
    (2786, "level", "1147", "", AGREES),
    (2789, "level", "17.76", "", AGREES),
    (2789, "level", "14.34", "", AGREES),
    (2798, "level", "23", "", AGREES),
    (2798, "level", "35", "", AGREES),
    (2799, "level", "48", "", AGREES),
    (2881, "level", "89", "", AGREES),
    (2881, "rank", "", "", AGREES),
)


pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not PACK.exists(), reason="the pack is not beside this checkout"),
]


@pytest.fixture(scope="module")
def verdicts():
    meeting = briefing.open_store(ROOT / "data").meeting("2024-09-26")
    return verdicts_on(PACK, meeting, date(2024, 9, 18))


def _of(verdict):
    claim = verdict.claim
    figure = f"{claim.quantity.value.normalize():f}" if claim.quantity else ""
    baseline = max((p.code for p in claim.baselines), default="")
    return claim.citation.line, claim.kind, figure, baseline


@pytest.mark.parametrize("entry", CLAIMS, ids=lambda e: "-".join(map(str, e[:3])))
def test_verdict_is_the_careful_readers(entry, verdicts) -> None:
    line, kind, figure, baseline, expected = entry
    found = [
        v.verdict
        for v in verdicts
        if _of(v)[:3] == (line, kind, figure) and baseline in ("", _of(v)[3])
    ]
    if kind == "direction" and line == 2471:
        found = [v.verdict for v in verdicts if _of(v)[:3] == (line, kind, figure)]
    assert expected in found


def test_four_claims_contradict_and_no_other(verdicts) -> None:
    accused = [_of(v)[:3] for v in verdicts if v.verdict == "contradicts"]
    assert sorted(accused) == sorted(e[:3] for e in CLAIMS if e[4] == CONTRADICTS)


def test_the_working_names_the_baseline_that_would_do(verdicts) -> None:
    working = next(str(v.working) for v in verdicts if _of(v)[:3] == (2536, "percent_change", "33"))
    assert "33% is the change from August 2023, not August 2022." in working


def test_the_working_names_the_month_whose_value_was_taken(verdicts) -> None:
    working = next(str(v.working) for v in verdicts if _of(v)[:3] == (2711, "level", "33"))
    assert "33 is the table's value for July 2024." in working


def test_an_unprinted_baseline_is_no_fault_and_the_nearest_true_one_is_named(verdicts) -> None:
    found = next(v for v in verdicts if _of(v)[:3] == (2544, "percent_change", "24"))
    assert found.verdict == OPEN
    assert "August 2023" in str(found.working)


def test_every_number_of_a_working_is_a_figure_with_a_source(verdicts) -> None:
    held = [v for v in verdicts if v.verdict != OPEN]
    assert len(held) > 50
    assert all(v.found and all(f.sources for f in v.found) for v in held)
