"""Thousands of cells over every layout and both producers: ``python -m packs.many --cells 20000``.

Run from ``tests``. Prints a line for each layout; exits 1 when a value is wrong, or more than
three in a hundred are withheld.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from packs.compare import Tally, compare
from packs.looks import LOOKS
from packs.pack import PRODUCERS, Spec, make_pack
from packs.reading import tables_of
from packs.traps import TRAP_LOOKS

#: The greatest share of plain values that may be withheld.
MOST_WITHHELD = 0.03
#: How many tables of a layout put together at random go to one of each named layout.
_ANY = 20


def main() -> int:
    """Read packs until so many cells are read; returns the exit status."""
    options = _options()
    every = (*LOOKS, *(look.name for look in TRAP_LOOKS), "any")
    names = [name for name in every if options.only in name]
    tallies = {(name, producer): Tally() for name in names for producer in PRODUCERS}
    seed = options.seed
    while sum(tally.cells for tally in tallies.values()) < options.cells:
        for name, producer in tallies:
            for part in range(_ANY if name == "any" else 1):
                tally = _one(name, producer, seed * _ANY + part, options.keep)
                tallies[name, producer].add(tally)
        seed += 1
    whole = Tally()
    for (name, producer), tally in tallies.items():
        whole.add(tally)
        _print(f"{name}, {producer}", tally)
    _print("all", whole)
    return int(bool(whole.wrong) or whole.share_withheld > MOST_WITHHELD)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m packs.many")
    parser.add_argument("--cells", type=int, default=20_000, help="how many cells to read")
    parser.add_argument("--seed", type=int, default=1, help="the first seed")
    parser.add_argument("--only", default="", help="layouts with these words in their name")
    parser.add_argument("--keep", type=Path, help="a folder for packs that were read wrong")
    return parser.parse_args()


def _one(name: str, producer: str, seed: int, keep: Path | None) -> Tally:
    look = LOOKS.get(name)
    tables = (name,) * (3 if look and look.name == "several a page" else 1)
    numbers = ("12", "Page 12", "under a column")[seed % 3]
    pdf, answer = make_pack(
        Spec(seed, tables, page_numbers=numbers, running_head=seed % 2 == 0), producer
    )  # type: ignore[arg-type]
    tally = compare(tables_of(pdf), answer)
    if keep and (tally.wrong or tally.lost_tables or tally.share_withheld > MOST_WITHHELD):
        keep.mkdir(parents=True, exist_ok=True)
        stem = f"{name.replace(' ', '-')}-{producer}-{seed}"
        (keep / f"{stem}.pdf").write_bytes(pdf)
        lines = [f"right {tally.right} withheld {tally.withheld} wrong {len(tally.wrong)}"]
        lines += [table.layout for table in answer.tables]
        lines += [f"lost: {title}" for title in tally.lost_tables]
        lines += [str(wrong) for wrong in tally.wrong]
        (keep / f"{stem}.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return tally


def _print(name: str, tally: Tally) -> None:
    marks = "; ".join(f"{n} {count}" for n, count in sorted(tally.marks.items()))
    print(
        f"{name:55} cells {tally.cells:6} right {tally.right:6} wrong {len(tally.wrong):4} "
        f"withheld {tally.withheld:4} ({tally.share_withheld:.1%}) traps {tally.traps_right}/"
        f"{tally.traps_right + tally.traps_withheld} lost tables {len(tally.lost_tables)} "
        f"units lost {tally.lost_units} {marks}",
        flush=True,
    )


if __name__ == "__main__":
    sys.exit(main())
