"""Mutation testing of the figure code: is a slip there noticed by the tests that belong to it?

    python benchmarks/mutation                    every module of figure_code.py
    python benchmarks/mutation model/figure spc   those whose path holds one of these words

Needs the extra ``test`` and a system that can fork (Linux, macOS). It works on a copy in a
temporary folder, mutates in memory, uses one core and no chance, and is no part of CI: a module
takes a minute or more. A mutant that no test could notice is marked in ``equivalent.toml`` with the
reason, and is not counted; a mark that fits no mutant any more is an error.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import tomllib
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from figure_code import modules
from mutants import Mutant, mutants_of
from running import KILLED, SURVIVED, TIMED_OUT, Tests, copy_of

ROOT = Path(__file__).resolve().parent.parent.parent
MARKS = Path(__file__).with_name("equivalent.toml")

#: The share of mutants, in per cent, that must be noticed.
ENOUGH = 85


#: (Module, removed, added) -> why no test could notice it.
Marks = dict[tuple[str, str, str], str]


def marks() -> Marks:
    """What ``equivalent.toml`` says."""
    with MARKS.open("rb") as file:
        listed = tomllib.load(file).get("mutant", [])
    return {(m["module"], m["removed"], m["added"]): m["reason"] for m in listed}


def of_module(
    copy: Path, module: str, its_tests: Sequence[str], marked: Marks, every: int, start: int
) -> Counter[str]:
    """The mutants of a module held against its tests; survivors are printed as they come."""
    made = list(mutants_of((copy / module).read_text(encoding="utf-8"), str(copy / module)))
    if not made:
        return Counter()
    try:
        tests = Tests(copy, module, its_tests)
    except RuntimeError as error:
        print(f"\n{error}", flush=True)
        return Counter(failed=1)
    unused = {key for key in marked if key[0] == module}
    found: Counter[str] = Counter()
    print(f"\n{module}: {len(made)} mutants", flush=True)
    for number, mutant in enumerate(made):
        key = (module, mutant.removed, mutant.added)
        if key in marked:
            unused.discard(key)
            found["equivalent"] += 1
            continue
        if number % every != start:
            continue
        outcome = tests.hold(mutant.code)
        found[outcome] += 1
        if outcome != KILLED:
            _show(module, mutant, outcome)
    for _, removed, added in sorted(unused):
        found["stale"] += 1
        print(f"equivalent.toml marks what is no mutant of {module}:\n  - {removed}\n  + {added}")
    print(_line(module, found), flush=True)
    return found


def _show(module: str, mutant: Mutant, outcome: str) -> None:
    print(f"{module}:{mutant.line}: {outcome}")
    for sign, text in (("-", mutant.removed), ("+", mutant.added)):
        for line in text.splitlines():
            print(f"  {sign} {line}")
    sys.stdout.flush()


def _score(found: Counter[str]) -> float:
    noticed = found[KILLED] + found[TIMED_OUT]
    return 100 * noticed / max(1, noticed + found[SURVIVED])


def _line(name: str, found: Counter[str]) -> str:
    return (
        f"{name:46}{found[KILLED]:7}{found[SURVIVED]:9}{found[TIMED_OUT]:10}"
        f"{found['equivalent']:11}{_score(found):8.1f}%"
    )


def main() -> int:
    """Run what was asked for; 1 when the score is too low, a mark is stale or tests fail.

    The order of sets is fixed, so that a second run says the same.
    """
    if os.environ.get("PYTHONHASHSEED") != "0":
        os.execve(
            sys.executable, [sys.executable, *sys.argv], {**os.environ, "PYTHONHASHSEED": "0"}
        )
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("words", nargs="*", help="parts of the paths of modules")
    parser.add_argument("--every", type=int, default=1, help="a sample: each so-manieth mutant")
    parser.add_argument("--start", type=int, default=0, help="the first of the sample, from 0")
    given = parser.parse_args()
    results: dict[str, Counter[str]] = {}
    with tempfile.TemporaryDirectory(prefix="mutation-") as folder:
        copy = copy_of(ROOT, Path(folder))
        for module, tests in modules(copy).items():
            if not given.words or any(word in module for word in given.words):
                results[module] = of_module(copy, module, tests, marks(), given.every, given.start)
    total = sum(results.values(), Counter())
    print(f"\n{'module':46} killed survived timed out equivalent    score")
    for module, found in results.items():
        print(_line(module, found))
    print(_line("all", total))
    return 1 if _score(total) < ENOUGH or total["stale"] or total["failed"] else 0


if __name__ == "__main__":
    sys.exit(main())
