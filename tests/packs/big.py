"""Large packs, to measure how long reading takes."""

from __future__ import annotations

from random import Random

from packs.drawing import Sheet
from packs.grid import make_grid
from packs.looks import LOOKS
from packs.press import Press
from packs.producers import by_reportlab
from packs.setting import set_table

_SENTENCES = (
    "The service has kept to its plan and the work with partners goes on as before.",
    "Officers will bring a further paper to the panel when the survey is complete.",
    "Costs are held within the budget that was set in the spring.",
    "Residents of the eastern wards were asked what they thought of the new rounds.",
)


def make_big_pack(pages: int, seed: int = 1) -> bytes:
    """A pack of so many pages, printed by reportlab: a table on one page in five, prose between."""
    press = Press("Helvetica")
    rng = Random(seed)
    names = ("full rules", "horizontal rules", "zebra", "no rules", "narrow columns")
    for at in range(pages):
        sheet = press.sheet()
        if at % 5 == 2:
            set_table(press, make_grid(rng, LOOKS[names[at // 5 % len(names)]], at))
        else:
            _prose(press, rng)
        if press.sheets[-1] is not sheet:
            del press.sheets[at + 1 :]
    return by_reportlab(press.sheets[:pages], press.face)


def _prose(press: Press, rng: Random) -> Sheet:
    for number in range(1, 9):
        text = " ".join(rng.choices(_SENTENCES, k=6))
        press.write(f"{number}. {text}")
    return press.sheets[-1]
