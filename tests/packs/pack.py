"""Putting a pack together from a seed or a specification."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import Literal

from packs.answer import Answer, TableAnswer
from packs.drawing import Rule, Text, width_of
from packs.grid import make_grid
from packs.looks import LOOKS, any_look
from packs.press import MARGIN, Press
from packs.producers import by_reportlab, by_typst
from packs.setting import set_table
from packs.traps import TRAP_LOOKS, make_traps

PRODUCERS = ("reportlab", "typst")
_FACES = {
    "reportlab": ("Helvetica", "Times", "DejaVu Sans"),
    "typst": ("Atkinson Hyperlegible", "DejaVu Sans"),
}
#: The face of every layout that is too wide for the broad one.
_NARROW_FACES = {"reportlab": ("Helvetica", "Times"), "typst": ("Atkinson Hyperlegible",)}


@dataclass(frozen=True)
class Spec:
    """What a pack holds.

    ``tables`` names a layout for each table, of ``LOOKS`` or ``TRAP_LOOKS``, or ``any`` for one put
    together at random; ``whole`` adds front sheet, agenda, minutes, covers, tracker and exempt
    matter around them. ``habit`` names the habit of the minutes, blank for one by the seed.
    """

    seed: int
    tables: tuple[str, ...] = ()
    whole: bool = False
    habit: str = ""
    page_numbers: Literal["", "12", "Page 12", "under a column"] = "12"
    running_head: bool = False


def specification(seed: int) -> Spec:
    """A whole pack by its seed."""
    rng = Random(f"spec {seed}")
    names = [look for look in LOOKS if LOOKS[look].rows[1] < 40]
    return Spec(
        seed,
        (*rng.sample(names, 4), rng.choice(TRAP_LOOKS).name),
        whole=True,
        page_numbers=rng.choice(("12", "Page 12")),
    )


def make_pack(spec: Spec | int, producer: str) -> tuple[bytes, Answer]:
    """A pack as PDF with its answer, printed by ``reportlab`` or ``typst``."""
    spec = specification(spec) if isinstance(spec, int) else spec
    rng = Random(f"pack {spec.seed} {spec.tables}")
    broad = all(
        LOOKS[name].size * LOOKS[name].periods < 70 for name in spec.tables if name in LOOKS
    )
    press = Press(rng.choice((_FACES if broad else _NARROW_FACES)[producer]))
    if spec.whole:
        from packs.papers import bind

        answer = bind(rng, press, spec, producer)
    else:
        tables = tuple(table(rng, press, name, at) for at, name in enumerate(spec.tables, 1))
        answer = Answer(producer, press.page, tables=tables)
    _number(press, spec, answer.first_numbered)
    print_by = {"reportlab": by_reportlab, "typst": by_typst}[producer]
    return print_by(press.sheets, press.face), answer


def table(rng: Random, press: Press, name: str, number: int) -> TableAnswer:
    """Print a table of a named layout, on a new page where its paper needs one."""
    traps = {look.name: look for look in TRAP_LOOKS}
    look = any_look(rng) if name == "any" else LOOKS.get(name)
    grid = make_grid(rng, look, number) if look else make_traps(rng, traps[name], number)
    upright = grid.look.paper == "portrait"
    same = press.sheets and upright and press.sheets[-1].width < press.sheets[-1].height
    if not same:
        press.sheet(grid.look.paper)
    return set_table(press, grid)


def _number(press: Press, spec: Spec, first: int) -> None:
    """Print page numbers; ``under a column`` puts each right under the last thing on the page."""
    for at, sheet in enumerate(press.sheets[first - 1 :], 1):
        if spec.running_head:
            sheet.add(Text(MARGIN, 26, "Westmoor Council", 8))
            sheet.add(Text(sheet.width - MARGIN - 150, 26, "Scrutiny Panel 12 March 2032", 8))
        if not spec.page_numbers:
            return
        text = f"Page {at}" if spec.page_numbers == "Page 12" else str(at)
        x, y = (sheet.width - width_of(text, press.face, 9)) / 2, sheet.height - MARGIN + 12
        if spec.page_numbers == "under a column":
            figures = [m for m in sheet.marks if isinstance(m, Text) and m.text[:1].isdigit()]
            if figures:
                last = max(figures, key=lambda mark: (mark.y, mark.x))
                lines = [m.y1 for m in sheet.marks if isinstance(m, Rule)]
                lowest = max(m.y for m in sheet.marks if isinstance(m, Text))
                x, y = last.x, max([lowest, *lines]) + last.size * 2.2
        sheet.add(Text(x, y, text, 9))
