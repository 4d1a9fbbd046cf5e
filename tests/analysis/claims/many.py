"""All the made-up commentary: ``python -m analysis.claims.many --sentences 2000``.

Run from ``tests``. Prints what was found form by form, and every passage that was judged wrong;
exits 1 for a false accusation, or when fewer than 95 in a hundred false passages are found.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter

from analysis.claims.commentary import commentary
from analysis.claims.judging import Judged, tally
from analysis.claims.telling import FORMS

#: The least share of false passages that must be found.
LEAST_FOUND = 0.95


def main() -> int:
    """Judge the sentences and print the tally; returns the exit status."""
    options = _options()
    result = tally(commentary(options.sentences, options.seed))
    missed = Counter(judged.made.form for judged in result.missed)
    print(f"{len(FORMS)} forms, {result.true} true and {result.false} false passages")
    print(f"falsely accused: {len(result.falsely_accused)}")
    print(f"false found: {result.found} ({result.share_found:.1%})")
    print(f"true ones that the tables bear out: {result.agreed} of {result.checkable} found so")
    print(f"false ones with more accusations than false claims: {len(result.accused_beside)}")
    for form, count in missed.most_common():
        print(f"  missed {count:3}  {form}")
    if options.show:
        for words, judged in (
            ("FALSELY ACCUSED", result.falsely_accused),
            ("ACCUSED BESIDE", result.accused_beside),
            ("MISSED", result.missed),
        ):
            for one in judged[: options.show]:
                _print(words, one)
    return int(bool(result.falsely_accused) or result.share_found < LEAST_FOUND)


def _print(words: str, judged: Judged) -> None:
    made = judged.made
    print(f"{words} {made.form} #{made.number}: {made.text}")
    row = made.world.row(made.indicator)
    values = " ".join(f"{month.short}={value}" for month, value in sorted(row.values.items()))
    print(f"    {row.kind.indicator}: {values}; target {row.target}")
    for verdict in judged.verdicts:
        claim = verdict.claim
        print(f"    {claim.kind} {claim.indicators} {verdict.verdict}: {verdict.working}")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m analysis.claims.many")
    parser.add_argument("--sentences", type=int, default=2000, help="how many to make")
    parser.add_argument("--seed", type=int, default=1, help="which 2,000 of all")
    parser.add_argument("--show", type=int, default=0, help="how many of each fault to print")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
