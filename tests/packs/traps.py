"""Tables with figures that a careless reader gets wrong."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from random import Random

from packs import content
from packs.answer import CellAnswer, ColumnAnswer, RowAnswer, TableAnswer
from packs.content import Manner
from packs.grid import Grid, GridColumn, GridRow, Ink, trap_cell
from packs.looks import Look

_COUNT = ("count",)
_PERCENT = ("percent",)
_GBP = ("gbp",)

Made = tuple[str, CellAnswer, Ink]


def _two(rng: Random) -> tuple[int, int]:
    return rng.randrange(11, 90), rng.randrange(2, 9)


def _raised(rng: Random) -> Made:
    a, b = _two(rng)
    cell = trap_cell(f"{a}^{b}", "raised digit", value=f"{a}", units=_COUNT, never=[f"{a}{b}"])
    return "Number of wardens trained", cell, Ink(str(a), raised=str(b))


def _raised_sign(rng: Random) -> Made:
    a, _ = _two(rng)
    cell = trap_cell(f"{a}³", "raised sign", value=f"{a}", units=_COUNT, never=[f"{a}3"])
    return "Number of benches mended", cell, Ink(f"{a}³")


def _small(rng: Random) -> Made:
    a, b = _two(rng)
    cell = trap_cell(
        f"{a} {b}", "small digit behind", value=f"{a}", units=_COUNT, never=[f"{a}{b}", f"{b}"]
    )
    return "Number of allotments let", cell, Ink(str(a), small=str(b))


def _struck(rng: Random) -> Made:
    a, b = _two(rng)
    cell = trap_cell(
        f"{a} (struck) {a + b}",
        "struck out and corrected",
        value=f"{a + b}",
        units=_COUNT,
        never=[f"{a}", f"{a}{a + b}"],
    )
    return "Number of swings checked", cell, Ink(f" {a + b}", struck=str(a))


def _struck_alone(rng: Random) -> Made:
    a, _ = _two(rng)
    cell = trap_cell(f"{a} (struck)", "struck out", status="withheld", never=[f"{a}"])
    return "Number of signs repainted", cell, Ink(struck=str(a))


def _white(rng: Random) -> Made:
    a, _ = _two(rng)
    cell = trap_cell("", "white on white", status="missing", never=[f"{a}"])
    return "Number of hedges cut", cell, Ink(str(a), colour="#ffffff")


def _covered(rng: Random) -> Made:
    a, _ = _two(rng)
    cell = trap_cell("", "covered", status="missing", never=[f"{a}"])
    return "Number of gates hung", cell, Ink(str(a), cover="#ffffff")


def _black(rng: Random) -> Made:
    a, _ = _two(rng)
    cell = trap_cell("■", "black box", status="withheld", never=[f"{a}"])
    return "Number of families moved", cell, Ink(str(a), cover="#000000")


def _away(rng: Random) -> Made:
    a, _ = _two(rng)
    cell = trap_cell("", "off the page", status="missing", never=[f"{a}"])
    return "Number of kerbs lowered", cell, Ink(str(a), away=True)


def _thin(rng: Random) -> Made:
    a, b = rng.randrange(1, 9), rng.randrange(100, 999)
    cell = trap_cell(
        f"{a}\u2009{b}",
        "thin space",
        value=f"{a}{b}",
        units=_COUNT,
        never=[f"{a}", f"{b}"],
    )
    return "Number of swims", cell, Ink(cell.raw)


def _comma(rng: Random) -> Made:
    a, b = rng.randrange(1, 99), rng.randrange(100, 999)
    cell = trap_cell(
        f"{a},{b}", "comma", value=f"{a}{b}", units=_COUNT, never=[f"{a}", f"{b}", f"{a}.{b}"]
    )
    return "Number of bus passes in use", cell, Ink(cell.raw)


def _broken_comma(rng: Random) -> Made:
    a, b = _two(rng)
    cell = trap_cell(
        f"{b},{a}", "comma in no place", status="withheld", never=[f"{b}{a}", f"{b}.{a}"]
    )
    return "Number of parcels weighed", cell, Ink(cell.raw)


def _minus(sign: str, kind: str, label: str) -> Callable[[Random], Made]:
    def make(rng: Random) -> Made:
        a, b = _two(rng)
        cell = trap_cell(
            f"{sign}{a}.{b}%", kind, value=f"-{a}.{b}", units=_PERCENT, never=[f"{a}.{b}"]
        )
        return label, cell, Ink(cell.raw)

    return make


def _bracketed(rng: Random) -> Made:
    a, b = _two(rng)
    cell = trap_cell(
        f"(£{a}{b})", "sum in brackets", value=f"-{a}{b}", units=_GBP, never=[f"{a}{b}"]
    )
    return "Balance of the repairs fund", cell, Ink(cell.raw)


def _pair(rng: Random) -> Made:
    a, b = _two(rng)
    also = [(f"{a}", ""), (f"{a}", "count"), (f"{b}{b}", "percent")]
    cell = trap_cell(
        f"{a} ({b}{b}%)", "two numbers", status="withheld", also=also, never=[f"{a}{b}{b}"]
    )
    return "Number of tenancies ended, and their share", cell, Ink(cell.raw)


def _of(rng: Random) -> Made:
    a, b = _two(rng)
    also = [(f"{a}", ""), (f"{a}", "count")]
    cell = trap_cell(
        f"{a} of {a + b}", "part of a whole", status="withheld", also=also, never=[f"{a}{a + b}"]
    )
    return "Number of play areas checked", cell, Ink(cell.raw)


def _slash(rng: Random) -> Made:
    a, b = _two(rng)
    cell = trap_cell(
        f"{a}/{a + b}", "two numbers with a slash", status="withheld", never=[f"{a}{a + b}", f"{a}"]
    )
    return "Lifts in use and lifts in all", cell, Ink(cell.raw)


def _range(rng: Random) -> Made:
    a, b = _two(rng)
    never = [f"{a}", f"{a + b}", f"-{a + b}", f"{a}{a + b}"]
    cell = trap_cell(f"{a}-{a + b}", "range", status="withheld", never=never)
    return "Number of volunteers expected", cell, Ink(cell.raw)


def _fewer(rng: Random) -> Made:
    cell = trap_cell("<5", "fewer than", status="suppressed", never=["5"])
    return "Number of pupils sent home", cell, Ink("<5")


def _over(rng: Random) -> Made:
    cell = trap_cell(">95%", "more than", status="suppressed", units=_PERCENT, never=["95"])
    return "Percentage of pupils vaccinated", cell, Ink(">95%")


def _million(rng: Random) -> Made:
    a, b = _two(rng)
    cell = trap_cell(
        f"£{b}.{a}m", "millions", value=f"{b}{a}0000", units=_GBP, never=[f"{b}.{a}", f"{b}{a}"]
    )
    return "Cost of the new depot", cell, Ink(cell.raw)


def _thousand(rng: Random) -> Made:
    a, b = _two(rng)
    cell = trap_cell(f"£{a}{b}k", "thousands", value=f"{a}{b}000", units=_GBP, never=[f"{a}{b}"])
    return "Cost of the new boats", cell, Ink(cell.raw)


def _bracketed_note(rng: Random) -> Made:
    a, b = _two(rng)
    cell = trap_cell(
        f"{a}% [{b}]", "note in brackets", value=f"{a}", units=_PERCENT, never=[f"{a}{b}", f"{b}"]
    )
    return "Percentage of drains cleared", cell, Ink(cell.raw)


def _starred(rng: Random) -> Made:
    a, b = _two(rng)
    cell = trap_cell(f"{a}.{b}%*", "star", value=f"{a}.{b}", units=_PERCENT, never=[f"{a}{b}"])
    return "Percentage of paths swept", cell, Ink(cell.raw)


def _twice(rng: Random) -> Made:
    a, b = _two(rng)
    a = a if a % 11 else a + 1
    doubled = "".join(2 * digit for digit in f"{a}{b}")
    cell = trap_cell(
        f"{a}{b}",
        "printed twice",
        value=f"{a}{b}",
        units=_COUNT,
        never=[doubled, f"{a}{b}{a}{b}"],
    )
    return "Number of lamps renewed", cell, Ink(cell.raw, twice=True)


def _ligature(rng: Random) -> Made:
    a, _ = _two(rng)
    cell = trap_cell(f"{a}%", "ligature in the label", value=f"{a}", units=_PERCENT)
    return "Percentage of oﬃcers with ﬁrst aid certiﬁcates", cell, Ink(cell.raw)


def _split_million(rng: Random) -> Made:
    a, b = _two(rng)
    cell = trap_cell(
        f"{b} {a}1", "plain space", value=f"{b}{a}1", units=_COUNT, never=[f"{b}", f"{a}1"]
    )
    return "Number of gulls counted", cell, Ink(cell.raw)


TRAPS: tuple[Callable[[Random], Made], ...] = (
    _raised,
    _raised_sign,
    _small,
    _struck,
    _struck_alone,
    _white,
    _covered,
    _black,
    _away,
    _thin,
    _comma,
    _broken_comma,
    _minus("\u2212", "minus sign", "Change in fares paid"),
    _minus("–", "en dash as minus", "Change in rents paid"),
    _minus("-", "hyphen as minus", "Change in tolls paid"),
    _bracketed,
    _pair,
    _of,
    _slash,
    _range,
    _fewer,
    _over,
    _million,
    _thousand,
    _bracketed_note,
    _starred,
    _twice,
    _ligature,
    _split_million,
)

TRAP_LOOKS = (
    Look("traps with full rules", periods=5, heads="Aug-24", label_width=190),
    Look("traps between lines", periods=5, heads="Q3 2024/25", rules="rows", align="centre",
         label_width=190),
    Look("traps without rules", periods=5, heads="2023/24", rules="none", label_width=190),
    Look("traps on zebra stripes", periods=5, heads="Aug 24", rules="none", zebra=True,
         label_width=190),
)  # fmt: skip


def make_traps(rng: Random, look: Look, number: int) -> Grid:
    """A table with one trap a row."""
    heads = content.heads(rng, look.heads, look.periods)
    values = tuple(ColumnAnswer("period", head.text, head.code) for head in heads)
    rows, printed = [], []
    for make in rng.sample(TRAPS, rng.randint(8, 14)):
        label, trap, ink = make(rng)
        unit = next((unit for unit in trap.units if unit), "count")
        manner = Manner(unit_in_cell=unit != "count")
        units = ("count", "") if unit == "count" else (unit,)
        cells = [content.cell(rng, unit, units, manner, True) for _ in heads]
        cells = [replace(cell, trap="") for cell in cells]
        inks = [Ink(cell.raw) for cell in cells]
        at = rng.randrange(len(heads))
        cells[at], inks[at] = trap, ink
        rows.append(RowAnswer(label, tuple(cells)))
        printed.append(GridRow((Ink(label), *inks)))
    title = f"Table {number}: {rng.choice(content.GROUPS)}"
    answer = TableAnswer(title, look.name, 0, values, tuple(rows))
    columns = (
        GridColumn("label", "Measure"),
        *(GridColumn("value", head.text) for head in heads),
    )
    return Grid(title, look, columns, tuple(printed), answer)
