"""How a revision, and a series that is no longer printed, are told."""

from __future__ import annotations

from analysis.samples import EARLIER
from analysis.test_disagreements import series
from briefing.analysis.disagreements import against_earlier
from briefing.model import Series


def earlier(slug: str, values: list[str], name: str = "") -> Series:
    return series(slug, values, meeting=EARLIER, name=name)


def test_a_revision_is_told_with_its_month_and_both_values() -> None:
    before, after = earlier("calls", ["61", "62", "63"]), series("calls", ["61", "65", "63"])
    (found,) = against_earlier([before], [after])
    assert found.working.text == ("Calls, September 2030: 62 in the earlier papers, 65 in these.")


def test_an_end_is_told_with_the_first_and_the_last_period_that_is_known() -> None:
    before = [
        earlier("calls", ["61", "62", "63"]),
        earlier("visits", ["", "80", "81", "", "83", "84", ""]),
    ]
    (found,) = against_earlier(before, [series("calls", ["61", "62", "63", "64"])])
    assert (found.kind, found.left.raw, found.right.raw) == ("vanished", "80", "84")
    assert found.working.text == (
        "Visits: printed in the earlier papers for September 2030 to January 2031, and not in "
        "these."
    )


def test_a_single_value_is_no_series_that_ends() -> None:
    before = [earlier("calls", ["61", "62"]), earlier("visits", ["80", ""])]
    assert not list(against_earlier(before, [series("calls", ["61", "62"])]))


def test_a_name_is_the_same_in_other_letters_and_spaces() -> None:
    before = [earlier("calls", ["61", "62"]), earlier("visits", ["80", "81"], "Visits  Made")]
    after = [series("calls", ["61", "62"]), series("visits-made", ["7", "8"], name="visits made")]
    assert not list(against_earlier(before, after))
    other = series("visits-made", ["7", "8"], name="visitsmade")
    assert [d.kind for d in against_earlier(before, [after[0], other])] == ["vanished"]
