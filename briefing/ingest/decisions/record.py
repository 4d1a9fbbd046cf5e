"""What people decided about what was read: a small file of each panel, honoured ever after.

``panels/<panel>/decisions.csv`` holds one decision a row, oldest first; of two on the same thing
the later one holds. A decision says who made it, why and when.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import date

from briefing.errors import BriefingError
from briefing.model.tables import SLUG, VALUE_UNITS
from briefing.store import DataFolder, Place
from briefing.store.atomic import locked, write_files
from briefing.store.csvfile import read, write
from briefing.store.layout import is_meeting

#: Kind of decision -> what its value says.
KINDS = {
    "same_measure": "the slug of the measure in the catalogue that the row is of",
    "new_measure": "the slug of a measure that the catalogue does not have yet",
    "not_a_measure": "nothing: the row is no measure, and its values are withheld",
    "placed": "the periods of the row's values in printed order, separated by |",
    "comparator": "whose value a comparator column holds, such as 4:england:2022-03",
}

#: Whose value a comparator column may hold.
COMPARATORS = ("own", "statistical_neighbours", "region", "england", "unknown")

_SLUG = re.compile(SLUG)
_COMPARATOR = re.compile(rf"([1-9]\d?):({'|'.join(COMPARATORS)})(?::(\d{{4}}[-/\dQ]*))?")


@dataclass(frozen=True)
class Decision:
    """One decision of a person.

    Parameters
    ----------
    kind
        One of :data:`KINDS`.
    name_as_printed
        The label of the printed row.
    value
        What was decided; its form depends on the kind.
    author, reason
        Who decided, and why.
    decided
        The day (ISO 8601).
    unit
        The unit of the row; blank for rows of any unit.
    meeting, table
        The meeting and the printed table of the row; blank for all of them. ``placed`` and
        ``comparator`` name both.

    Raises
    ------
    BriefingError
        When something is missing or cannot be; the message says what would be right.
    """

    kind: str
    name_as_printed: str
    value: str
    author: str
    reason: str
    decided: str
    unit: str = ""
    meeting: str = ""
    table: str = ""

    def __post_init__(self) -> None:
        for fault in self._faults():
            raise BriefingError(f"a decision on {self.name_as_printed or 'a row'!r}: {fault}")

    def _faults(self) -> Iterable[str]:
        if self.kind not in KINDS:
            yield f"its kind is one of {', '.join(KINDS)}, not {self.kind!r}"
        for name in ("name_as_printed", "author", "reason", "decided"):
            if not getattr(self, name).strip():
                yield f"{name} may not be blank"
        try:
            date.fromisoformat(self.decided)
        except ValueError:
            yield f"decided is a day such as 2024-09-26, not {self.decided!r}"
        if self.unit and self.unit not in VALUE_UNITS:
            yield f"its unit is one of {', '.join(VALUE_UNITS)}, not {self.unit!r}"
        if self.meeting and not is_meeting(self.meeting):
            yield f"its meeting is written PANEL/YYYY-MM-DD, not {self.meeting!r}"
        if self.kind in ("placed", "comparator") and not (self.meeting and self.table):
            yield "it names the meeting and the table of the row"
        if not self._value_is_right():
            yield f"its value is {KINDS.get(self.kind)}, not {self.value!r}"

    def _value_is_right(self) -> bool:
        if self.kind == "not_a_measure":
            return not self.value
        if self.kind == "placed":
            return bool(self.value.strip("|"))
        if self.kind == "comparator":
            return bool(_COMPARATOR.fullmatch(self.value))
        return bool(_SLUG.fullmatch(self.value))

    @property
    def comparator(self) -> tuple[int, str, str]:
        """The position, whose value it is, and the period (blank for none) of a comparator."""
        found = _COMPARATOR.fullmatch(self.value)
        if self.kind != "comparator" or found is None:
            raise BriefingError(f"{self.value!r} is no decision on a comparator")
        return int(found[1]), found[2], found[3] or ""


#: The columns of the file.
COLUMNS = (
    "kind",
    "name_as_printed",
    "unit",
    "meeting",
    "table",
    "value",
    "author",
    "reason",
    "decided",
)


def read_decisions(folder: DataFolder, panel: str) -> tuple[Decision, ...]:
    """The decisions of a panel, oldest first; none where it has no such file.

    Raises
    ------
    BriefingError
        When the file is no CSV of these columns, or a row has a fault.
    """
    file = Place(panel=panel).decisions
    path = folder.root / file
    if not path.exists():
        return ()
    made = []
    for number, row in enumerate(read(path, COLUMNS, str(path)), start=2):
        try:
            made.append(Decision(**row))
        except BriefingError as error:
            raise BriefingError(f"{path}, row {number}: {error}") from None
    return tuple(made)


def add_decisions(folder: DataFolder, panel: str, new: Sequence[Decision]) -> int:
    """Write decisions behind those on record, all or none; how many were not there yet.

    Raises
    ------
    BriefingError
        When the store has no such panel, the file has a fault or cannot be written.
    """
    if panel not in folder.panels:
        raise BriefingError(f"there is no panel {panel!r} in {folder.root}")
    file = Place(panel=panel).decisions
    with locked(folder.root):
        held = read_decisions(folder, panel)
        fresh = [one for one in dict.fromkeys(new) if one not in held]
        if fresh:
            rows = [asdict(one) for one in (*held, *fresh)]
            write_files(folder.root, {file: write(COLUMNS, rows)})
    return len(fresh)


def for_meeting(decisions: Iterable[Decision], meeting: str) -> tuple[Decision, ...]:
    """The decisions that bear on the papers of a meeting."""
    return tuple(one for one in decisions if one.meeting in ("", meeting))
