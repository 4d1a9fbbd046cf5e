"""True sentences in words that no form has, and sentences about something else than the tables."""

from __future__ import annotations

import random
from collections.abc import Iterator
from decimal import Decimal

from analysis.claims.telling import far_from
from analysis.claims.world import Row, percent, rounded

#: ``{the}`` and ``{The}`` name a measure; ``{x}`` and ``{y}`` are values that it does not have.
ABOUT_SOMETHING_ELSE = (
    "Across the county, {the} rose by 41% over the last year.",
    "The national figure for {the} fell by 33% from August 2030.",
    "Data for the region show that {the} was {x} in August 2031.",
    "Eastmoor Council reported that {the} was {x} in August 2031.",
    "{The} in Eastmoor was {x} in August 2031.",
    "{The} for girls was {x} in August 2031.",
    "{The} in the north of the city was {x} in August 2031.",
    "{The} held by agency staff was {x} in August 2031.",
    "Excluding the disabilities team, {the} was {x} in August 2031.",
    "In the Early Help service {the} is now {x}.",
    "Within the assessment team, {the} has fallen by 45% since August 2030.",
    "For unaccompanied children, {the} stood at {x} in July 2031.",
    "The forecast for {the} is {x} for March 2032.",
    "{The} could rise to {x} without further action.",
    "{The} would have been {x} in August 2031 without the late returns.",
    "We had planned for {the} to be {x} in August 2031.",
    "Our budget assumed that {the} would be {x} by August 2031.",
    "{The} was {x} in August 2026.",
    "{The} has fallen by 45% since 2027.",
    "{The} has fallen by 45% since the inspection.",
    "The inspectors found in 2028 that {the} was {x}.",
    "The audit of {the} looked at 44 files, 12 of which were good.",
    "Staff who work on {the} rose to 212 in August 2031.",
    "The change in {the} was the largest for 20 years.",
    "{The} is not yet available for August 2031, and was {x} in the previous return.",
    "{The} was {x} on 4 September 2031.",
    "{The} is {x} at the time of writing.",
    "Some teams report {the} as high as {x}.",
    "{The} ranged between {x} and {y} across the teams in August 2031.",
    "{The} varies from {x} to {y} by locality.",
    "A further 40 children joined in August 2031, which affects {the}.",
    "{The} was {x} in the first week of August 2031.",
    "In the week ending 22 August 2031 {the} was {x}.",
    "In Q1 of 2031/32, {the} was {x}.",
    "The median of {the} over the last three years is {x}.",
    "{The} in the published 2029/30 return was {x}.",
    "The statistical neighbour average for {the} is {x}.",
    "The England figure for {the} rose to {x} in August 2031.",
    "The best authority in our group has {the} at {x}.",
    "The upper limit for {the} is {x}, and we watch it every month.",
    "A rise of 45% in {the} would need 12 more social workers.",
    "Our partners wish to see {the} reduced by 45% from August 2030.",
    "It was reported in error that {the} was {x} in August 2031.",
    "{The} was wrongly given as {x} in August 2031.",
    "Last year's report said that {the} had been {x}.",
    "Members asked why {the} was above {x}.",
    "{The} for new starters has risen 45% since August 2030, from a low base.",
    "Of the 61 cases that were reviewed, {the} improved in most.",
    "We saw a rise in complaints about {the}, up 45% from August 2030.",
    "The time to complete work on {the} has doubled since August 2030.",
    "The gap between {the} and the England average has halved since August 2030.",
    "{The} rose faster in August 2031 than in any month for two years.",
    "{The} was slightly different in August 2031, at {x}, in the validated data.",
)


def about_something_else(row: Row) -> Iterator[str]:
    """Sentences that name the measure and cannot be held against its row."""
    rng = random.Random(row.kind.indicator)
    for words in ABOUT_SOMETHING_ELSE:
        x, y = (row.text(far_from(row, row.last, rng, share)) for share in ("0.3", "0.5"))
        yield words.format(the=row.the, The=row.name, x=x, y=y)


def true_sentences(row: Row) -> Iterator[str]:
    """Sentences on the row that are true."""
    yield from _levels(row)
    yield from _ranges(row)
    if row.last != row.at(12):
        yield from _points(row) if row.kind.unit == "percent" else _changes(row)
    if row.target is not None:
        yield from _beside_target(row)


def _levels(row: Row) -> Iterator[str]:
    now, before, year, two = (row.text(row.at(back)) for back in (0, 1, 12, 2))
    the, name = row.the, row.name
    mean = row.text(rounded(sum(row.run(11)) / Decimal(12)))
    yield f"{name} stands at {now} ({before} in July 2031, {year} in August 2030)."
    yield f"{name}: {now} in August 2031; {year} in August 2030."
    yield f"From {year} in August 2030 {the} has moved to {now}."
    yield f"{name} has moved from {year} to {now} in a year."
    yield f"After {before} in July 2031, {the} was {now} in August 2031."
    yield f"{name} averaged {mean} in the year to August 2031."
    yield f"In the twelve months to August 2031 {the} was {mean} on average."
    yield f"{name} was {now} last month."
    yield f"{name} is {now}, against {year} a year ago."
    yield f"{name} is {now}, against {before} a month ago."
    yield f"We reported {before} for {the} in July 2031."
    yield f"The figure for {the} of {now} includes late returns."
    yield f"{name} (July 2031: {before}) is {now}."
    yield f"In July 2031 {the} was {before}; in August 2031 it was {now}."
    yield f"{name} was {two} in June 2031, {before} in July 2031 and {now} in August 2031."
    yield f"{name} in June, July and August 2031 was {two}, {before} and {now} respectively."
    yield f"{name}, which was {year} a year before, is now {now}."
    yield f"Compared with July 2031 ({before}), {the} was {_beside(row, 1)} in August 2031 ({now})."
    yield f"Compared with August 2030 ({year}), {the} is {_beside(row, 12)} at {now}."


def _ranges(row: Row) -> Iterator[str]:
    run = row.run(12)
    least, most = row.text(min(run)), row.text(max(run))
    yield f"{row.name} was between {least} and {most} in every month since August 2030."
    yield f"{row.name} has never been above {most} since August 2030."
    yield f"{row.name} has not been below {least} since August 2030."
    yield f"{row.name} was {most} at its highest and {least} at its lowest since August 2030."
    if row.last == min(run) < min(run[:-1]):
        yield f"{row.name} is at its lowest since at least August 2030."
    if row.last == max(run) > max(run[:-1]):
        yield f"{row.name} is higher than in any of the last twelve months."


def _changes(row: Row) -> Iterator[str]:
    now, year = row.text(row.last), row.text(row.at(12))
    share = rounded(abs(percent(row.last, row.at(12))))
    way = "up" if row.last > row.at(12) else "down"
    word = "rose" if way == "up" else "fell"
    yield f"Year on year, {row.the} is {way} {share}%."
    yield f"{row.name}, at {now}, is {share}% {_beside(row, 12)} year on year."
    yield f"{row.name} is {way} {share} per cent on August 2030."
    yield f"{row.name} is {way} by {share}% on the same point last year."
    yield f"{row.name} is {now}, {way} {share}% on a year earlier."
    yield f"Between August 2030 and August 2031 {row.the} {word} {share}%, from {year} to {now}."
    if share >= 5:
        yield f"{row.name} is {way} by over {share - 2}% since August 2030."
        yield f"{row.name} is {way} by nearly {share + 1}% since August 2030."


def _points(row: Row) -> Iterator[str]:
    size = abs(row.last - row.at(12))
    yield f"{row.name} is {size} points {_beside(row, 12)} than in August 2030."
    word = "rose" if row.last > row.at(12) else "fell"
    yield f"{row.name} {word} {size}pp from August 2030 to {row.text(row.last)}."


def _beside_target(row: Row) -> Iterator[str]:
    assert row.target is not None
    now, goal = row.text(row.last), row.text(row.target)
    yield f"{row.name} is {now} against a target of {goal}."
    if row.last != row.target:
        side = "above" if row.last > row.target else "below"
        yield f"{row.name}, with a target of {goal}, is {now}."
        yield f"{row.name} is {abs(row.last - row.target):,} {side} target."
        yield f"{row.name} is still {side} {goal}."


def _beside(row: Row, back: int) -> str:
    if row.last == row.at(back):
        return "the same"
    return "higher" if row.last > row.at(back) else "lower"
